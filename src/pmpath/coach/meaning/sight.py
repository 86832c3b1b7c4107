"""What one entry shows by its own facts, before the rest of the log is known."""

from __future__ import annotations

from pmpath.coach.meaning.clues import Cautions, title_key
from pmpath.coach.meaning.phrases import Hit, Phrases
from pmpath.coach.meaning.sentences.event import MET, event_of, is_held
from pmpath.coach.meaning.sentences.hints import (
    begins_with_one,
    is_of_the_job,
    is_only_told_of,
    is_put_off,
    is_theirs,
    is_unreal,
    is_work_together,
    shows_a_deed,
)
from pmpath.coach.meaning.sentences.sentence import Sentence
from pmpath.coach.meaning.sentences.several import Candidate, Part, may_be_several
from pmpath.coach.meaning.sentences.supposed import is_supposed
from pmpath.coach.meaning.sentences.theirs import places_given
from pmpath.coach.meaning.sentences.told import Told
from pmpath.coach.meaning.understanding import Understanding
from pmpath.domain.content.fulfilment import FIELD, MUCH, NO_EVENT, Way, parts, way_in
from pmpath.domain.entry import Entry
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeVar

    from pmpath.coach.meaning.clues import Clues
    from pmpath.domain.language.parted import Texts

    Same = TypeVar("Same")

# The shelf of a book that the list does not have.
NO_SHELF = "other"
# The kind of verbs by which somebody is asked for something.
ASKING = "ask"
USED, WORRY = "used", "worry"
OF_SOMEBODY = ("'s", "\u2019s")
NOTHING = frozenset[str]()
# What somebody said may be what counts.
SAID = frozenset(["said", WORRY, USED])


class Sight(Frozen):
    """An entry with its event, its facts, the phrases in it and the actions it may fulfil.

    `is_done`: it tells of something that happened and is more than asking or promising.
    `is_engineering`: it speaks of the present job and of no worry. `is_own`: it does not begin with
    the name of somebody who did it. `parts` are its deeds, where it tells of several. `is_step`:
    its verb is one by which the step of that day is done, or none.
    """

    entry: Entry
    event: str
    has: frozenset[str]
    phrases: frozenset[str]
    candidates: tuple[Candidate, ...]
    is_done: bool
    is_engineering: bool
    is_own: bool
    parts: tuple[Part, ...] = ()
    is_step: bool = True


class Eye:
    """Sees entries with the clues of one catalog; made once for a whole log."""

    def __init__(self, clues: Clues) -> None:
        self.cautions = Cautions(clues.cautions)
        self.phrases = Phrases(clues.words, clues.beginnings, clues.groups, clues.refusals)
        self._clues = clues
        self._spelled = dict(one.split(" ", 1) for one in self.cautions["shortened"])
        self._ways: dict[int, tuple[str, Way]] = {}
        self._understanding: Understanding | None = None
        # By an event and an object, the places of the ways that ask for both.
        self._by_object: dict[str, dict[str, tuple[int, ...]]] = {}
        self._kept: dict[object, object] = {}

    def see(self, entry: Entry) -> Sight:
        """What the entry shows; one that is engineering, undone or planned fulfils nothing."""
        if not entry.is_path_action:
            # Nothing of it counts, so that its words need not be looked at.
            return Sight(entry, event_of(entry), NOTHING, NOTHING, (), False, True, False)
        said = self._sentence(entry)
        happened = _has_happened(said)
        found = tuple(self._candidates(said)) if happened else ()
        return Sight(
            entry, said.event, self._once(said.has), self._once(said.phrases), self._once(found),
            happened and is_held(entry), said.is_engineering,
            not (said.has_another_subject or said.is_hearsay),
            self._once(tuple(self._parts(said)) if happened else ()), self._is_step(said),
        )  # fmt: skip

    def _is_step(self, said: Sentence) -> bool:
        action, person = said.entry.step_parts
        return not person or Told(said, self._known()).begins_with_a_verb_of(action)

    def _sentence(self, entry: Entry) -> Sentence:
        """Its words, of which those in short are spelled out."""
        return Sentence(entry, self.phrases, self.cautions, self._spelled)

    def _parts(self, said: Sentence) -> Iterator[Part]:
        if not may_be_several(said.words):
            return
        from pmpath.coach.meaning.sentences.parts import parts_of

        for one in parts_of(said):
            part = self._sentence(one)
            if _has_happened(part):
                yield Part(part.event, tuple(self._candidates(part)), one.people)

    def _once(self, value: Same) -> Same:
        """The same value as the first of its kind, so that a long log keeps each once."""
        return self._kept.setdefault(value, value)  # type: ignore[return-value]

    def _candidates(self, said: Sentence) -> Iterator[Candidate]:
        places = {*_places(self._clues.by_event, said.event)}
        known = self._by_object.setdefault(said.event, {})
        for phrase in said.phrases:
            found = known.get(phrase)
            places.update(self._with_object(phrase, said.event) if found is None else found)
        fitting = [at for at in sorted(places) if self._has_all(self._way(at)[1], said)]
        if not fitting:
            return
        whose, told = Whose(said), Told(said, self._known())
        given: frozenset[int] | None = None
        for at in fitting:
            action, way = self._way(at)
            objects = said.objects_among(way.objects) if way.objects else []
            if objects and SAID.isdisjoint(way.has) and not self._is_asked_for(action):
                given = places_given(said.entry, said.words) if given is None else given
                objects = [one for one in objects if one.first not in given]
            if whose.may_be(way, objects) and told.has(action, way, objects):
                length = max((one.after - one.first for one in objects), default=0)
                more = bool(way.beside) + len(way.has) + bool(way.shelves)
                # What has to stand beside the object says as much as two more words of it.
                length += 2 * (way.enough - 1)
                yield Candidate(action, way, (way.is_specific, length, more))

    def _is_asked_for(self, action: str) -> bool:
        """Whether what somebody gives me may be what it was done for: the reason for a no."""
        return ASKING in self._known().done_by(action)

    def _with_object(self, phrase: str, event: str) -> tuple[int, ...]:
        every = _places(self._clues.by_object, phrase)
        found = tuple(at for at in every if self._way(at)[1].takes(event))
        self._by_object[event][phrase] = found
        return found

    def _known(self) -> Understanding:
        if self._understanding is None:
            self._understanding = Understanding(self._clues)
        return self._understanding

    def _way(self, at: int) -> tuple[str, Way]:
        """An action with its way at this place, made when first looked at: `log` looks at few."""
        if at not in self._ways:
            action, _, text = self._clues.ways[at].partition(FIELD)
            self._ways[at] = action, way_in(text)
        return self._ways[at]

    def _has_all(self, way: Way, said: Sentence) -> bool:
        """Whether every fact and phrase but the object is there, and nothing that it refuses."""
        return (
            (not way.beside or _has_enough(way, said.phrases))
            and all(has_fact(one, said.has) for one in way.has)
            and (said.phrases.isdisjoint(way.without) or _is_only_told(said, way))
            and (not way.tracks or said.entry.track in way.tracks)
            and (not way.shelves or self._shelf(said.entry) in way.shelves)
        )

    def _shelf(self, entry: Entry) -> str:
        title = entry.book or entry.notes.get("book", "")
        if title.endswith(OF_SOMEBODY):
            return ""  # "read Lena's slides"
        return self._clues.shelves.get(title_key(title), NO_SHELF) if title else ""


class Whose:
    """Whose deed a sentence tells of, and of what; found out once for all ways."""

    def __init__(self, said: Sentence) -> None:
        self.said = said
        self.is_engineering = said.is_engineering
        self.is_of_a_system = said.is_of_a_system
        self.is_private = said.is_private
        self.is_hearsay = said.is_hearsay
        self.is_theirs = is_theirs(said)
        self.is_theirs_alone = said.is_theirs_alone
        self.is_of_others = said.is_of_others
        self.shows_a_deed = shows_a_deed(said)
        self._is_no_talk = is_work_together(said) or is_only_told_of(said)

    def may_be(self, way: Way, objects: list[Hit]) -> bool:
        """Whether everything is there that can be told without knowing who the people are."""
        said = self.said
        if way.objects and not objects:
            return False
        if not (way.objects or not said.is_to_come):
            return False
        if not (way.beside or way.has or self.shows_a_deed):
            return False
        if self.is_engineering and _may_be_of_the_job(way) and is_of_the_job(said, objects):
            return False
        if self._is_elsewhere(way):
            return False
        if not way.is_specific and said.event in MET and self._is_no_talk:
            return False
        if self.is_hearsay and SAID.isdisjoint(way.has):
            return False
        return self._may_be_mine(way)

    def _is_elsewhere(self, way: Way) -> bool:
        """Whether it is of software, or was done for somebody at home."""
        if way.who:
            return False
        return self.is_private or (self.is_of_a_system and way.enough < MUCH)

    def _may_be_mine(self, way: Way) -> bool:
        """Whether I may have done it, or it is what somebody else does with what is mine."""
        if USED in way.has:
            return True
        said = self.said
        is_alone = way.enough > 1 or (said.event == NO_EVENT and not way.who)
        if self.is_theirs or (self.is_theirs_alone and is_alone):
            return False
        if said.leaves_me_out:
            # It is Marianne who reads a page; `Ana had a customer call` is not mine.
            return bool(way.who and way.objects) and begins_with_one(said)
        # What I made is used by others: `sales took my one-pager`.
        if way.who or not self.is_of_others:
            return True
        return way.enough > 1 and said.only_seems_of_others


def _has_enough(way: Way, phrases: frozenset[str]) -> bool:
    """Whether as many of what has to stand beside the object are there as it asks for."""
    if way.enough == 1:
        return not phrases.isdisjoint(way.beside)
    return len(phrases.intersection(way.beside)) >= way.enough


def _is_only_told(said: Sentence, way: Way) -> bool:
    """Whether what the way rules out is a worry that somebody told over coffee."""
    if way.objects or not way.who or WORRY not in said.has:
        return False
    from pmpath.coach.meaning.sentences.refusals import refuses

    return not refuses(said, way)


def _may_be_of_the_job(way: Way) -> bool:
    """Whether engineering may hold all that it names.

    It may be a page or a talk of the present job, time with somebody who could be an ally, or a
    book that no shelf has.
    """
    return way.is_broad or (bool(way.who) and not way.is_specific) or NO_SHELF in way.shelves


def _places(table: Texts, key: str) -> tuple[int, ...]:
    return tuple(map(int, parts(table.get(key, ""))))


def has_fact(wanted: str, has: frozenset[str]) -> bool:
    """Whether a fact is there; of `person|public` one is enough."""
    return wanted in has or ("|" in wanted and not has.isdisjoint(wanted.split("|")))


def _has_happened(said: Sentence) -> bool:
    """Whether it tells of something that is done, and that is neither supposed nor put off."""
    return said.has_happened and not (is_supposed(said) or is_unreal(said) or is_put_off(said))
