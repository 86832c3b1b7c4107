"""What one entry shows by its own facts, before the rest of the log is known."""

from __future__ import annotations

from pmpath.coach.meaning.clues import cautions_by, parts, title_key, way_in
from pmpath.coach.meaning.event import is_held
from pmpath.coach.meaning.phrases import Hit, Phrases
from pmpath.coach.meaning.sentence import Sentence
from pmpath.domain.content.fulfilment import MUCH, NO_EVENT, Way
from pmpath.domain.entry import Entry
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeVar

    from pmpath.coach.meaning.clues import Clues

    Same = TypeVar("Same")

# The shelf of a book that the list does not have.
NO_SHELF = "other"
USED = "used"
# What somebody said may be what counts.
SAID = frozenset(["said", "worry", USED])


@record
class Candidate:
    """An action that an entry may fulfil in this way; of several the greatest `rank` fits best.

    `rank` is whether the way is specific, how many words of its object stand there, and how much
    more it asks for.
    """

    action: str
    way: Way
    rank: tuple[bool, int, int]


@record
class Sight:
    """An entry with its event, its facts, the phrases in it and the actions it may fulfil.

    `is_done`: it tells of something that happened and is more than asking or promising.
    `is_engineering`: it speaks of the present job and of no worry. `is_own`: it does not begin with
    the name of somebody who did it.
    """

    entry: Entry
    event: str
    has: frozenset[str]
    phrases: frozenset[str]
    candidates: tuple[Candidate, ...]
    is_done: bool
    is_engineering: bool
    is_own: bool


class Eye:
    """Sees entries with the clues of one catalog; made once for a whole log."""

    def __init__(self, clues: Clues) -> None:
        self.cautions = cautions_by({key: parts(text) for key, text in clues.cautions.items()})
        self.phrases = Phrases(
            clues.words, clues.beginnings, clues.groups, frozenset(parts(clues.refusals))
        )
        self._clues = clues
        self._ways: dict[int, Way] = {}
        # By an object and an event, the places of the ways that ask for both.
        self._by_object: dict[tuple[str, str], tuple[int, ...]] = {}
        self._kept: dict[object, object] = {}

    def see(self, entry: Entry) -> Sight:
        """What the entry shows; one that is engineering, undone or planned fulfils nothing."""
        said = Sentence(entry, self.phrases, self.cautions)
        happened = said.has_happened
        found = tuple(self._candidates(said)) if entry.is_path_action and happened else ()
        return Sight(
            entry, said.event, self._once(said.has), self._once(said.phrases), self._once(found),
            happened and is_held(entry), said.is_engineering,
            not (said.has_another_subject or said.is_hearsay),
        )  # fmt: skip

    def _once(self, value: Same) -> Same:
        """The same value as the first of its kind, so that a long log keeps each once."""
        return self._kept.setdefault(value, value)  # type: ignore[return-value]

    def _candidates(self, said: Sentence) -> Iterator[Candidate]:
        places = {*_places(self._clues.by_event, said.event)}
        for phrase in said.phrases:
            places.update(self._with_object(phrase, said.event))
        for at in sorted(places):
            action, way = self._clues.ways[at][0], self._way(at)
            if way.beside and not _has_enough(way, said.phrases):
                continue
            objects = said.objects_among(way.objects) if way.objects else []
            if self._holds(way, said, objects):
                length = max((one.after - one.first for one in objects), default=0)
                more = bool(way.beside) + len(way.has) + bool(way.shelves)
                # What has to stand beside the object says as much as two more words of it.
                length += 2 * (way.enough - 1)
                yield Candidate(action, way, (way.is_specific, length, more))

    def _with_object(self, phrase: str, event: str) -> tuple[int, ...]:
        known = self._by_object.get((phrase, event))
        if known is None:
            every = _places(self._clues.by_object, phrase)
            known = tuple(at for at in every if self._way(at).takes(event))
            self._by_object[phrase, event] = known
        return known

    def _way(self, at: int) -> Way:
        """The way at this place, made when it is first looked at: `log` looks at few of them."""
        if at not in self._ways:
            self._ways[at] = way_in(self._clues.ways[at][1])
        return self._ways[at]

    def _holds(self, way: Way, said: Sentence, objects: list[Hit]) -> bool:
        """Whether everything is there that can be told without knowing who the people are."""
        if way.objects and not objects:
            return False
        if not self._has_all(way, said):
            return False
        if not way.objects and said.is_to_come:
            return False
        if said.is_engineering and _may_be_of_the_job(way):
            return False
        if said.is_of_a_system and way.enough < MUCH and not way.who:
            return False
        if said.is_private and not way.who:
            return False
        if said.is_hearsay and SAID.isdisjoint(way.has):
            return False
        return self._is_mine(way, said)

    @staticmethod
    def _is_mine(way: Way, said: Sentence) -> bool:
        """Whether the deed is not only somebody else's, as far as that matters for the way."""
        if said.is_theirs_alone and (way.enough > 1 or (said.event == NO_EVENT and not way.who)):
            return USED in way.has
        if said.leaves_me_out:
            # It is Marianne who reads a page; `Ana had a customer call` is not mine.
            return bool(way.who and way.objects)
        # What I made is used by others: `sales took my one-pager`.
        if way.who or USED in way.has or not said.is_of_others:
            return True
        return way.enough > 1 and said.only_seems_of_others

    def _has_all(self, way: Way, said: Sentence) -> bool:
        """Whether every fact and phrase but the object is there, and nothing that it refuses."""
        return (
            all(has_fact(one, said.has) for one in way.has)
            and said.phrases.isdisjoint(way.without)
            and (not way.tracks or said.entry.track in way.tracks)
            and (not way.shelves or self._shelf(said.entry) in way.shelves)
        )

    def _shelf(self, entry: Entry) -> str:
        title = entry.book or entry.notes.get("book", "")
        return self._clues.shelves.get(title_key(title), NO_SHELF) if title else ""


def _has_enough(way: Way, phrases: frozenset[str]) -> bool:
    """Whether as many of what has to stand beside the object are there as it asks for."""
    if way.enough == 1:
        return not phrases.isdisjoint(way.beside)
    return len(phrases.intersection(way.beside)) >= way.enough


def _may_be_of_the_job(way: Way) -> bool:
    """Whether engineering may hold all that it names.

    It may be a page or a talk of the present job, time with somebody who could be an ally, or a
    book that no shelf has.
    """
    return way.is_broad or (bool(way.who) and not way.is_specific) or NO_SHELF in way.shelves


def _places(table: Mapping[str, str], key: str) -> tuple[int, ...]:
    return tuple(map(int, parts(table.get(key, ""))))


def has_fact(wanted: str, has: frozenset[str]) -> bool:
    """Whether a fact is there; of `person|public` one is enough."""
    return wanted in has or ("|" in wanted and not has.isdisjoint(wanted.split("|")))
