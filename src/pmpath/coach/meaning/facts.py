"""Which milestones the facts of the log reach, on which day, by which entries."""

from __future__ import annotations

from datetime import date, datetime
from itertools import compress

from pmpath.coach.meaning.credit import written
from pmpath.coach.meaning.kinds import is_any_of, nameless
from pmpath.coach.meaning.shown import CONTACT
from pmpath.coach.meaning.sight import has_fact
from pmpath.domain.content.fulfilment import Facts
from pmpath.domain.entry import ASK, Entry
from pmpath.domain.log.contact import Order
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.log.reached import Reached
from pmpath.domain.people import key_of, name_of
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pmpath.coach.meaning.seen import AllSeen, Places, Seen
    from pmpath.domain.content.catalog import MilestoneTemplate

TELL = "sponsors.tell"


class Everything:
    """All path actions that were seen, in their order, by what they may be the facts of.

    A long log has thousands of each kind, so that the order is made once, for all milestones.
    """

    def __init__(self, seen: AllSeen) -> None:
        self._seen = seen
        self._every = seen.path_actions()
        # Where in that order: what fulfils an action or only asks for it, what tells of an event,
        # and what happened at all.
        self._by_action: dict[str, Places] = {}
        self._by_ask: dict[str, Places] = {}
        self._by_event: dict[str, Places] = {}
        self._done = self._seen.places()
        for at, one in enumerate(seen.at(self._every)):
            self._place(at, one)

    def _place(self, at: int, one: Seen) -> None:
        # A part of an action that goes on another day does not fulfil it yet.
        for credit in one.credits if one.is_whole else ():
            table = self._by_ask if credit.half == ASK else self._by_action
            table.setdefault(credit.action, self._seen.places()).append(at)
        if (event := one.tells) is not None:
            self._by_event.setdefault(event, self._seen.places()).append(at)
        if one.is_done:
            self._done.append(at)

    def meant(self, wanted: Facts) -> Iterator[Seen]:
        """Those that fulfil one of the actions or tell of one of the events, in their order.

        Where neither is named, all that tell of something done.
        """
        tables = [(self._by_action, wanted.actions), (self._by_event, wanted.events)]
        if wanted.asked:
            tables.append((self._by_ask, wanted.actions))
        if not (wanted.actions or wanted.events):
            return self._seen.at(self._every[at] for at in self._done)
        are_meant = bytearray(len(self._every))
        for table, keys in tables:
            for key in keys:
                for at in table.get(key, ()):
                    are_meant[at] = True
        return self._seen.at(compress(self._every, are_meant))


class Fact(Frozen):
    """One fact: what it is counted by, as it is named on a screen, and where it stands."""

    key: str
    name: str
    day: date
    entry: str
    at: datetime


class Given(Frozen):
    """What the roadmap holds: the actions that it answers, and leaders told, by their label."""

    answered: Mapping[str, Fact]
    told: Mapping[str, Fact]


class Placed(Frozen):
    """What one entry holds of a number of facts, at its place among the entries."""

    order: Order
    facts: tuple[Fact, ...]


class Count(Frozen):
    """What is there of one number of facts, earliest first, and what is wanted.

    `placed` is where it was found in the log, in that order.
    """

    wanted: Facts
    there: tuple[Fact, ...]
    placed: tuple[Placed, ...] = ()

    @property
    def lacks(self) -> int:
        """How many more are needed."""
        return max(self.wanted.at_least - len(self.there), 0)


class Sources(Frozen):
    """Where facts come from: what was seen, the fullest labels of people by key, the roadmap.

    `before` has what an earlier fold found by milestone, for each of its numbers of facts.
    """

    seen: Everything
    labels: Mapping[str, str]
    given: Given
    before: Mapping[str, tuple[tuple[Placed, ...], ...]] = {}


def counts(
    template: MilestoneTemplate, known: Sources, *, enough: bool = False
) -> tuple[Count, ...]:
    """For each number of facts that a milestone needs, those that are there.

    With `enough` the log is looked through until as many are found, the earliest ones: whether and
    when the milestone was reached needs no more.
    """
    before = known.before.get(template.id) or ((),) * len(template.reached)
    return tuple(
        _count(one, known, found, enough=enough)
        for one, found in zip(template.reached, before, strict=True)
    )


def reached(found: tuple[Count, ...], since: datetime | None) -> Reached | None:
    """The day of the last fact and the entries that hold them; None while any is lacking.

    `since`: the milestone was reopened then, so one of the facts has to be written later.
    """
    if not found or any(one.lacks for one in found):
        return None
    needed = [fact for one in found for fact in one.there[: one.wanted.at_least]]
    if since is not None:
        later = [fact for one in found for fact in one.there if fact.at > since]
        if not later:
            return None
        needed.append(min(later, key=lambda fact: fact.at))
    entries = dict.fromkeys(fact.entry for fact in needed if fact.entry)
    latest = max(fact.at for fact in needed)
    return Reached(max(fact.day for fact in needed), latest.date(), tuple(entries))


def _count(wanted: Facts, known: Sources, before: tuple[Placed, ...], *, enough: bool) -> Count:
    found = {fact.key: fact for fact in _from_roadmap(wanted, known.given)}
    most = len(found) + wanted.at_least
    placed: list[Placed] = []
    for one in _in_order(wanted, known, before):
        is_new = any(fact.key not in found for fact in one.facts)
        for fact in one.facts:
            found.setdefault(fact.key, fact)
        if is_new:
            placed.append(one)
        if enough and len(found) >= most:
            break
    there = sorted(found.values(), key=lambda fact: (fact.day, fact.at))
    return Count(wanted, tuple(there), tuple(placed))


def _in_order(wanted: Facts, known: Sources, before: tuple[Placed, ...]) -> Iterable[Placed]:
    """Whatever holds such facts, each at its place, whether it was found now or before."""
    new = (
        Placed(one.order, tuple(_facts(wanted, one.entry, known.labels)))
        for one in known.seen.meant(wanted)
        if _holds(wanted, one, known.labels)
    )
    return sorted((*before, *new), key=lambda one: one.order) if before else new


def _from_roadmap(wanted: Facts, given: Given) -> Iterator[Fact]:
    """An answer of the roadmap is the fact that an action finds out, where no more is asked."""
    if wanted.each != "person" and not (wanted.has or wanted.objects):
        yield from (given.answered[key] for key in wanted.actions if key in given.answered)
    if wanted.each == "person" and TELL in wanted.actions:
        for label, fact in given.told.items():
            if is_any_of(wanted.who, [label]):
                yield fact


def _holds(wanted: Facts, one: Seen, labels: Mapping[str, str]) -> bool:
    """Whether all that is named beside actions and events is there, and nothing it refuses."""
    if wanted.unless and any(credit.action in wanted.unless for credit in one.credits):
        return False
    if wanted.tracks and one.track not in wanted.tracks:
        return False
    if wanted.has and not all(has_fact(fact, one.has) for fact in wanted.has):
        return False
    if wanted.objects and one.phrases.isdisjoint(wanted.objects):
        return False
    if wanted.beside and one.phrases.isdisjoint(wanted.beside):
        return False
    return not wanted.who or any(_people(wanted, one.entry, labels))


def _facts(wanted: Facts, entry: Entry, labels: Mapping[str, str]) -> Iterator[Fact]:
    at = written(entry)[0]
    for key, name in _keys(wanted, entry, labels):
        yield Fact(key, name, entry.day, entry.id, at)


def _keys(wanted: Facts, entry: Entry, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """By what the facts of one entry are told apart, each with its name."""
    if wanted.each == "person":
        yield from _people(wanted, entry, labels)
    elif wanted.each == "day":
        yield entry.day.isoformat(), ""
    elif wanted.each == "number":
        yield from ((one.name.casefold(), one.name) for one in entry.metrics)
    elif wanted.each == "opening" and entry.opening:
        yield firm_key(entry.opening), entry.opening
    elif wanted.each == "book" and (book := entry.book or entry.notes.get("book", "")):
        yield book.casefold(), book
    else:
        yield entry.id, ""


def _people(wanted: Facts, entry: Entry, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The people of the kinds that count; those without a name only where nobody is counted."""
    for person in entry.people:
        label = labels.get(key_of(person), person)
        if not wanted.who or is_any_of(wanted.who, [label]):
            yield key_of(person), name_of(label)
    if wanted.each != "person":
        for one in entry.evidence:
            if one.kind == CONTACT and is_any_of(wanted.who, [nameless(one.value)]):
                yield one.value, one.value
