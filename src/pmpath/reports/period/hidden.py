"""What a shared report hides, and what it says instead: people by initials, others by kind."""

from __future__ import annotations

from pmpath.coach.contacts.asked import FUNCTIONS_OF_KIND
from pmpath.coach.contacts.people import UNNAMED
from pmpath.coach.situation import Situation
from pmpath.domain.entry import ASK, PART
from pmpath.domain.people import ABBREVIATIONS, function_of, key_of, label, name_of
from pmpath.domain.roadmap.leaders import people_of_answers
from pmpath.reports.deeds import as_deed
from pmpath.reports.never_said import (
    COMPANY,
    LEFT_OUT,
    SOMEBODY,
    everyday,
    never_said,
    private_words,
)
from pmpath.reports.replacing import Replacing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.domain.entry import Entry
    from pmpath.domain.log.journal import Journal

CAUSE, DUTY, SOME_WORK = "a cause", "a duty", "a step"
A_PART = " (a part of it)"
PAY = frozenset(["pay", "salary", "salaries", "wage", "wages", "compensation", "bonus", "income"])
# Fewer letters would take words out of other words' mouths.
SHORTEST_PART = 3
# Of `Acme, New York` each part of so few words stands for the company as well.
LONGEST_PART_WORDS = 2
# Functions that tell no more than a kind of work; any other is dropped with the name.
KNOWN_FUNCTIONS = frozenset([
    *(word for words in FUNCTIONS_OF_KIND.values() for word in words), *ABBREVIATIONS,
    "of", "and", "marketing", "engineering", "engineer", "support", "finance", "design",
    "designer", "product", "lead", "senior", "mentor", "partner", "recruiter", "success", "data",
])  # fmt: skip


class Hidden:
    """People, companies and private words of one person, with what is said instead.

    `deeds` and `asks` say what was done or asked for by an action, `tracks` name tracks by their
    ids, `private` are the actions about pay or home; `ids` stand in no text of a person. `never`
    are people and firms marked private: where others have an initial, they are left out, or are
    somebody.
    """

    def __init__(self, situation: Situation, openings: Iterable[str] = ()) -> None:
        catalog = situation.catalog
        self.deeds = {key: as_deed(one.title) for key, one in catalog.actions.items()}
        self.asks = {
            key: as_deed(one.ask.replace("{person}", UNNAMED[one.who]))
            for key, one in catalog.actions.items()
            if one.ask
        }
        self.private = frozenset(key for key, one in catalog.actions.items() if one.private)
        self.tracks = {key: one.name for key, one in catalog.tracks.items()}
        self.ids = frozenset([*self.deeds, *self.tracks, *catalog.milestones])
        # What milestones are called that nobody added.
        self.milestones = frozenset(one.title for one in catalog.milestones.values())
        journal, vocabulary = situation.journal, situation.vocabulary
        self._journal = journal
        self._acted = {one.id: _acted(one, journal) for one in journal.entries}
        self.never = never_said(journal, situation.roadmap, vocabulary)
        self._labels: dict[str, str] = {}
        said: dict[str, str | None] = {}
        for person in _people(situation):
            self._add(person, said)
        for group in journal.names.everybody():
            self._add(group.label, said)
            for spelling in group.spellings:
                if group.key in self._labels:
                    self._labels.setdefault(key_of(spelling), self._labels[group.key])
                self._add(spelling, said)
        said |= _private(situation, openings)
        said |= {one: into for one, into in private_words(journal).items() if into is not None}
        self._words = Replacing(said, everyday(vocabulary))

    def told_as(self, track: str, action: str, entry_id: str) -> str:
        """What is said in place of an entry's words: its track, and what was done or asked for.

        Of an action that is private nothing is said.
        """
        return self._told(track, action, self._acted.get(entry_id, ("", "", False)))

    def told_of(self, entry: Entry) -> str:
        """The same of an entry, whether its day is kept whole or not."""
        return self._told(entry.track, entry.action, _acted(entry, self._journal))

    def _told(self, track: str, action: str, acted: tuple[str, str, bool]) -> str:
        known, half, is_part = acted
        said = action or known
        deeds = self.asks if half == ASK and said == known and said in self.asks else self.deeds
        deed = "" if said in self.private else deeds.get(said, "")
        deed += A_PART if deed and is_part else ""
        return ": ".join(filter(None, (self.tracks.get(track), deed)))

    def label(self, person: str) -> str:
        """The initial of a person, with the function where that is a kind of work: `L. (PM)`."""
        if self.never.is_in(person):
            return SOMEBODY
        return self._labels.get(key_of(person)) or _initial(name_of(person))

    def function(self, function: str) -> str:
        """The function as typed where it is a kind of work; "" for any other."""
        return _known_function(f"- ({function})")

    def is_private(self, name: str) -> bool:
        """Whether a person or a firm of this name is to be left out of every list."""
        return self.never.is_in(name)

    def hide(self, text: str) -> str:
        """The text with every name, company and private word replaced, whatever its capitals."""
        return self._words.hide(text)

    def _add(self, person: str, said: dict[str, str | None]) -> None:
        name, key = name_of(person), key_of(person)
        if self.never.is_in(person):
            return
        if key not in self._labels:
            taken = {name_of(one) for one in self._labels.values()}
            short, count = _initial(name), 1
            while short in taken:
                count += 1
                short = f"{_initial(name).rstrip('.')}{count}."
            self._labels[key] = label(short, _known_function(person))
        short = name_of(self._labels[key])
        said.setdefault(person, self._labels[key])
        said.setdefault(name, short)
        for part in name.split() if " " in name else ():
            if len(part) >= SHORTEST_PART and part[:1].isupper():
                said.setdefault(part, short)


def _acted(entry: Entry, journal: Journal) -> tuple[str, str, bool]:
    """The action that an entry names or fulfils, else asks for; which half, and whether a part."""
    if entry.action:
        return entry.action, entry.half, PART in entry.tags
    did = [*entry.did, *journal.fulfilled.get(entry.id, ())]
    if did:
        return did[0], "", False
    return next(iter(journal.days.asks.get(entry.id, ())), ""), ASK, False


def names_pay(name: str) -> bool:
    """Whether a number is about pay, by the words of its name."""
    words = name.casefold().replace("_", " ").replace("-", " ").split()
    return any(word in PAY for word in words)


def _initial(name: str) -> str:
    first = next((char for char in name if char.isalnum()), "")
    return f"{first.upper()}." if first else SOMEBODY


def _known_function(person: str) -> str:
    """The function as typed where all of its words are known, else nothing."""
    words = function_of(person).replace("/", " ").split()
    if all(word in KNOWN_FUNCTIONS for word in words):
        return person.partition(" (")[2].rstrip(") ")
    return ""


def _people(situation: Situation) -> list[str]:
    """Every spelling of a person: the log's, then those of the answers and the roadmap."""
    roadmap = situation.roadmap
    of_log = [one.person for one in situation.journal.contacts.values()]
    return [*of_log, *people_of_answers(roadmap.answers), *roadmap.people]


def _private(situation: Situation, openings: Iterable[str]) -> dict[str, str | None]:
    """Companies, and what the answers and the list of words never to be said name."""
    target, answers = situation.roadmap.target, situation.roadmap.answers
    companies = [target.company, *(one.partition(":")[0].strip() for one in openings)]
    parts = [part.strip() for one in companies for part in one.split(",")]
    companies += [part for part in parts if len(part.split()) <= LONGEST_PART_WORDS]
    said: dict[str, str | None] = dict.fromkeys(filter(None, companies), COMPANY)
    for key, instead in (("cause", CAUSE), ("duty", DUTY)):
        answer = str(answers.get(key) or "")
        if answer and answer != "none":
            said[answer] = instead
    return {**said, **dict.fromkeys(situation.roadmap.never_say, LEFT_OUT)}
