"""What one entry shows by its own facts, before the rest of the log is known."""

from __future__ import annotations

from pmpath.coach.meaning.event import event_of
from pmpath.coach.meaning.phrases import Hit, Phrases, words_of
from pmpath.domain.contact import Order, order_of
from pmpath.domain.entry import ASK, ASKED, PROMISED, Entry
from pmpath.domain.fulfilment import NO_EVENT, Way
from pmpath.domain.people import name_of
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.domain.catalog import Catalog

# Notes that are the words of somebody else.
THEIR_WORDS = frozenset(["worry", "problem", "said", "reaction", "reason"])
WORRIES = frozenset(["worry", "problem"])
QUOTES = '"\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}'
DENIED = ("no",)
# A book may be named without being read; any other event is a verb of its own.
UNSURE = (NO_EVENT, "read")
PUBLISHED, CONTACT = "published", "contact"
# The shelf of a book that the list does not have.
NO_SHELF = "other"
CAUTIONS = (
    "not_done", "to_come", "others", "deeds", "said", "worry", "used", "engineering",
)  # fmt: skip


@record
class Candidate:
    """An action that an entry may fulfil in this way; of several the greatest `rank` fits best."""

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
    is_done: bool = True
    is_engineering: bool = False
    is_own: bool = True

    @property
    def order(self) -> Order:
        """Its place by the day it is about."""
        return order_of(self.entry)


class Eye:
    """Sees entries with the words of one catalog; made once for a whole log."""

    def __init__(self, catalog: Catalog) -> None:
        self.cautions = {key: frozenset(catalog.cautions.get(key, ())) for key in CAUTIONS}
        self.ways = [(key, way) for key, one in catalog.actions.items() for way in one.fulfilled_by]
        self.shelves = {title_key(title): shelf for title, shelf in catalog.shelves.items()}
        facts = [one for template in catalog.milestones.values() for one in template.reached]
        self.phrases = Phrases([
            *(phrase for words in self.cautions.values() for phrase in words),
            *(phrase for _, way in self.ways for phrase in way.objects + way.beside + way.without),
            *(phrase for one in facts for phrase in one.objects + one.beside),
        ])  # fmt: skip
        self._by_object: dict[str, list[int]] = {}
        self._by_event: dict[str, list[int]] = {}
        for at, (_, way) in enumerate(self.ways):
            for phrase in way.objects:
                self._by_object.setdefault(phrase, []).append(at)
            for event in () if way.objects else way.events:
                self._by_event.setdefault(event, []).append(at)

    def see(self, entry: Entry) -> Sight:
        """What the entry shows; one that is engineering, undone or planned fulfils nothing."""
        words, event = words_of(entry.text), event_of(entry)
        hits = self._without_covered(self.phrases.hits(words))
        phrases = frozenset(hit.phrase for hit in hits)
        has = frozenset(self._facts(entry, event, phrases))
        happened = event != NO_EVENT or not (
            phrases & self.cautions["not_done"] or words[:1] == DENIED
        )
        found: tuple[Candidate, ...] = ()
        if entry.is_path_action and happened and not _is_order(event, words):
            found = tuple(self._candidates(_Sentence(entry, event, has, words, hits, phrases)))
        engineering = bool(phrases & self.cautions["engineering"]) and "worry" not in has
        own = not self._has_another_subject(entry, words, hits)
        done = happened and is_held(entry)
        return Sight(entry, event, has, phrases, found, done, engineering, own)

    def _without_covered(self, hits: list[Hit]) -> list[Hit]:
        """Without the cautions inside a longer phrase: `nobody owns` denies nothing."""
        doubted = self.cautions["not_done"] | self.cautions["to_come"]
        if not any(one.phrase in doubted for one in hits):
            return hits
        return [
            one
            for one in hits
            if one.phrase not in doubted or not any(_covers(other, one) for other in hits)
        ]

    def _facts(self, entry: Entry, event: str, phrases: frozenset[str]) -> Iterator[str]:
        if not entry.assumed:
            yield "minutes"
        if entry.metrics:
            yield from _numbers(entry)
        if entry.tags or entry.evidence or event == PUBLISHED:
            yield from _shown(entry, event)
        if entry.book or "book" in entry.notes:
            yield "book"
        if entry.opening:
            yield "opening"
        if entry.people:
            yield "person"
        yield from self._told(entry, phrases)

    def _told(self, entry: Entry, phrases: frozenset[str]) -> Iterator[str]:
        """What the words and notes hold of somebody else's words."""
        notes, cautions = entry.notes, self.cautions
        if (
            not phrases.isdisjoint(cautions["said"])
            or (notes and not THEIR_WORDS.isdisjoint(notes))
            or any(sign in entry.text for sign in QUOTES)
        ):
            yield "said"
        if not phrases.isdisjoint(cautions["worry"]) or (notes and not WORRIES.isdisjoint(notes)):
            yield "worry"
        if not phrases.isdisjoint(cautions["used"]):
            yield "used"

    def _candidates(self, said: _Sentence) -> Iterator[Candidate]:
        numbers = dict.fromkeys(self._by_event.get(said.event, ()))
        for phrase in said.phrases:
            numbers |= dict.fromkeys(self._by_object.get(phrase, ()))
        for at in sorted(numbers):
            action, way = self.ways[at]
            if said.event in way.events and self._holds(way, said):
                length = max((len(one.split()) for one in self._objects(way, said)), default=0)
                beside = bool(way.beside) + len(way.has) + bool(way.shelves)
                yield Candidate(action, way, (way.is_specific, length, beside))

    def _holds(self, way: Way, said: _Sentence) -> bool:
        """Whether everything is there that can be told without knowing who the people are."""
        if any(_lacks(one, said.has) for one in way.has) or said.phrases.intersection(way.without):
            return False
        if way.beside and not said.phrases.intersection(way.beside):
            return False
        if way.tracks and said.entry.track not in way.tracks:
            return False
        if way.shelves and self._shelf(said.entry) not in way.shelves:
            return False
        if way.objects and not self._objects(way, said):
            return False
        if not way.objects and self._is_to_come(said):
            return False
        if way.who and not way.is_specific and said.phrases & self.cautions["engineering"]:
            # A talk about the present job with somebody who could be an ally.
            return "worry" in said.has
        return bool(way.who) or not self._is_of_others(said)

    def _objects(self, way: Way, said: _Sentence) -> list[str]:
        """The objects of the way that stand there and are not behind a plan or a wish."""
        wishes = [one.first for one in said.hits if one.phrase in self.cautions["to_come"]]
        first = min(wishes, default=len(said.words))
        if said.event not in UNSURE:
            first = len(said.words)
        return [
            one.phrase
            for one in said.hits
            if one.phrase in way.objects
            and one.first < first
            and said.words[one.first - 1 : one.first] != DENIED
        ]

    def _is_to_come(self, said: _Sentence) -> bool:
        """Whether a wish stands in a sentence without an event, or begins one on reading."""
        wishes = [one.first for one in said.hits if one.phrase in self.cautions["to_come"]]
        return bool(wishes) and (
            said.event == NO_EVENT or (said.event in UNSURE and wishes[0] == 0)
        )

    def _is_of_others(self, said: _Sentence) -> bool:
        """Whether the sentence begins with somebody else who did it: `Lena published a post`."""
        words, hits = said.words, said.hits
        if self._has_another_subject(said.entry, words, hits):
            return True
        if said.event != NO_EVENT:
            return False
        first = {one.phrase for one in hits if one.first == 0}
        names = {words_of(name_of(one))[:1] for one in said.entry.people}
        return bool(first & self.cautions["others"]) or (words[:1] in names and "i" not in words)

    def _has_another_subject(self, entry: Entry, words: tuple[str, ...], hits: list[Hit]) -> bool:
        """Whether a name and a verb of doing begin the sentence: `Finn applied`."""
        if not (words[1:2] and words[1] in self.cautions["deeds"] and entry.text[:1].isupper()):
            return False
        return not {one.phrase for one in hits if one.first == 0} - self.cautions["others"]

    def _shelf(self, entry: Entry) -> str:
        title = entry.book or entry.notes.get("book", "")
        return self.shelves.get(title_key(title), NO_SHELF) if title else ""


@record
class _Sentence:
    """One entry on its way to a sight."""

    entry: Entry
    event: str
    has: frozenset[str]
    words: tuple[str, ...]
    hits: list[Hit]
    phrases: frozenset[str]


def _numbers(entry: Entry) -> Iterator[str]:
    yield "number"
    for one in entry.metrics:
        if one.before is None:
            yield "after"
        else:
            yield "before" if one.after is None else "change"


def _shown(entry: Entry, event: str) -> Iterator[str]:
    """What stands beside the words: links, listeners, people without a name, the side."""
    kinds = {one.kind for one in entry.evidence}
    yield from kinds & {"audience", "link"}
    yield from {"inside", "outside"}.intersection(entry.tags)
    if "link" in kinds or event == PUBLISHED or PUBLISHED in entry.tags:
        yield "public"
    if CONTACT in kinds:
        yield "person"


def _covers(longer: Hit, one: Hit) -> bool:
    return (
        longer.first <= one.first
        and one.after <= longer.after
        and longer.after - longer.first > one.after - one.first
    )


def is_held(entry: Entry) -> bool:
    """Whether it is more than asking somebody for something, or promising it."""
    return entry.half != ASK and event_of(entry) not in (ASKED, PROMISED)


def _is_order(event: str, words: tuple[str, ...]) -> bool:
    """`ask Tom for a seat` may as well be a note of what is to come."""
    return event == ASKED and words[:1] == ("ask",)


def title_key(title: str) -> tuple[str, ...]:
    """The words of a title without its article and what stands behind a colon."""
    words = words_of(title.partition(":")[0])
    return words[1:] if len(words) > 1 and words[0] in ("the", "a") else words


def _lacks(wanted: str, has: frozenset[str]) -> bool:
    """`person|public`: one of them is enough."""
    return not has.intersection(wanted.split("|"))
