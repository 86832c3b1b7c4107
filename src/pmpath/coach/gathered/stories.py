"""Which questions of an interview the log can answer: a situation, what was done, what came of it.

Each part is an entry, and so in one's own words. Of all stories the one with the most parts is
told, then the one with the best result.
"""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.wins import Result
from pmpath.domain.content.interview import OPENING, ORDER, PERSON, TRACK, InterviewQuestion
from pmpath.domain.entry import ASK, Entry
from pmpath.domain.language.vocabulary import EDGES
from pmpath.domain.log.contact import WORRIES, is_customer_contact, order_of
from pmpath.domain.log.gathered.openings import REJECTED, stage_of
from pmpath.domain.log.gathered.reasons import reason_of
from pmpath.domain.log.journal import Journal
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.people import folded, key_of
from pmpath.domain.record import Frozen
from pmpath.domain.words.people.worries import worry_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SITUATION, ACTION, RESULT = "situation", "action", "result"
PARTS = (SITUATION, ACTION, RESULT)
REACTION, BEFORE = "reaction", "before"
# Notes that hold what somebody said.
HEARD = (*WORRIES, REACTION, "said")
# Words that are long enough to name a thing; the others are shared by chance.
LONG_WORD = 5
# So many results, and so many entries before each, are looked at: the newest and best of them.
MOST = 50


class StoryPart(Frozen):
    """One part of a story: the entry, its day and words.

    `said` is what somebody said by a note of it; `number` is its result, None elsewhere.
    """

    entry_id: str
    day: date
    text: str
    said: str = ""
    number: Result | None = None


class Story(Frozen):
    """A question with the parts that the log has for it, None for what is missing."""

    question: str
    asks: str
    situation: StoryPart | None
    action: StoryPart | None
    result: StoryPart | None
    hint: str

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that the log has nothing for."""
        return tuple(one for one in PARTS if getattr(self, one) is None)


def stories(
    journal: Journal, asked: Sequence[InterviewQuestion], found: Sequence[Result]
) -> tuple[Story, ...]:
    """A story for each question, in their order. The journal must have kept all entries whole.

    `found` are the results, the best first.
    """
    teller = _Teller(journal, found)
    return tuple(teller.story(one) for one in asked)


class _Teller:
    """Looks for stories in one log."""

    def __init__(self, journal: Journal, found: Sequence[Result]) -> None:
        self.journal = journal
        self.entries = [one for one in journal.entries if one.is_path_action and one.half != ASK]
        self.numbers = {one.entry_id: one for one in found}
        self.ranks = {key: at for at, key in enumerate(self.numbers)}
        self._tests: dict[str, Callable[[Entry], bool]] = {
            "number": lambda one: one.id in self.numbers,
            BEFORE: lambda one: one.id in self.numbers,
            "part": self._tells_part,
            "worry": _tells_worry,
            "customer": is_customer_contact,
            "reason": _tells_reason,
            REACTION: lambda one: bool(one.notes.get(REACTION)),
        }

    def story(self, question: InterviewQuestion) -> Story:
        """The best story for one question."""
        best: tuple[Entry | None, Entry | None, Entry | None] = (None, None, None)
        for found in self._stories(question):
            if sum(map(bool, found)) > sum(map(bool, best)):
                best = found
        situation, action, result = best
        return Story(
            question.id, question.asks,
            self._part(situation, tells_number=BEFORE in question.situation),
            self._part(action), self._part(result, tells_number=True), question.hint,
        )  # fmt: skip

    def _stories(
        self, question: InterviewQuestion
    ) -> Iterator[tuple[Entry | None, Entry | None, Entry | None]]:
        """Stories from their ends, the best end first; then those that have no end yet."""
        ends = [one for one in reversed(self.entries) if self._is(one, question.result)]
        ends.sort(key=lambda one: self.ranks.get(one.id, len(self.ranks)))
        for end in ends[:MOST]:
            actions = self._before(question.action, [end], question.link)
            for action in (*actions, None):
                known = [one for one in (action, end) if one is not None]
                # Where it began may be the first side of the number itself.
                began = end if BEFORE in question.situation and end.id in self.numbers else None
                situation = began or next(
                    self._before(question.situation, known, question.link), None
                )
                yield situation, action, end
        for action in self._newest(question.action):
            situation = next(self._before(question.situation, [action], question.link), None)
            yield situation, action, None
        yield next(self._newest(question.situation), None), None, None

    def _newest(self, kinds: Sequence[str]) -> Iterator[Entry]:
        found = (one for one in reversed(self.entries) if self._is(one, kinds))
        return (one for one, _ in zip(found, range(MOST), strict=False))

    def _before(self, kinds: Sequence[str], known: Sequence[Entry], link: str) -> Iterator[Entry]:
        """Entries of these kinds not behind the first known one and linked to any, newest first.

        One entry may be several parts: a number with the words for what was done.
        """
        first = known[0]
        return (
            one for one in self._newest(kinds)
            if order_of(one) <= order_of(first)
            and (one.id == first.id or any(_are_linked(one, other, link) for other in known))
            and (one.id != first.id or _may_be_both(kinds))
        )  # fmt: skip

    def _is(self, entry: Entry, kinds: Sequence[str]) -> bool:
        return any(self._is_of(entry, one) for one in kinds)

    def _is_of(self, entry: Entry, kind: str) -> bool:
        name, colon, value = kind.partition(":")
        if not colon:
            return self._tests[name](entry)
        if name == "event":
            return entry.event == value
        if name == "tag":
            return value in entry.tags
        if name == "stage":
            return stage_of(entry, entry.action) == value
        did = (entry.action, *entry.did, *self.journal.fulfilled.get(entry.id, ()))
        return value in did and value not in entry.not_did

    def _tells_part(self, entry: Entry) -> bool:
        number = self.numbers.get(entry.id)
        return number is not None and bool(number.part)

    def _part(self, entry: Entry | None, *, tells_number: bool = False) -> StoryPart | None:
        if entry is None:
            return None
        number = self.numbers.get(entry.id) if tells_number else None
        return StoryPart(entry.id, entry.day, entry.text, said_in_notes(entry), number)


def said_in_notes(entry: Entry) -> str:
    """What somebody said, by the notes of an entry; empty where none holds any."""
    return next((entry.notes[key] for key in HEARD if entry.notes.get(key)), "")


def _may_be_both(kinds: Sequence[str]) -> bool:
    return any(one in ("part", REACTION) for one in kinds)


def _tells_worry(entry: Entry) -> bool:
    return any(entry.notes.get(key) for key in WORRIES) or bool(worry_in(entry.text))


def _tells_reason(entry: Entry) -> bool:
    return stage_of(entry, entry.action) == REJECTED and bool(reason_of(entry))


def _are_linked(one: Entry, other: Entry, link: str) -> bool:
    if link == ORDER:
        return True
    if link == PERSON:
        return not {key_of(who) for who in one.people}.isdisjoint(map(key_of, other.people))
    if link == TRACK:
        return bool(one.track) and one.track == other.track
    if link == OPENING:
        return bool(one.opening) and firm_key(one.opening) == firm_key(other.opening)
    return not _long_words(one.text).isdisjoint(_long_words(other.text))


def _long_words(text: str) -> frozenset[str]:
    words = (word.strip(EDGES) for word in folded(text).split())
    return frozenset(word.removesuffix("s") for word in words if len(word) >= LONG_WORD)
