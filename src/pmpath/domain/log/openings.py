"""Openings as the log knows them: how far each has come, on which side, and why it ended."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import EVENT_TAGS, SIDES, STAGES, Entry
from pmpath.domain.log.contact import Order
from pmpath.domain.people import function_of, name_of
from pmpath.domain.record import record

SEEN, APPLIED, ANSWERED, INTERVIEW = "seen", "applied", "answered", "interview"
OFFER, REJECTED, DECLINED, CLOSED = "offer", "rejected", "declined", "closed"
ENDS = (OFFER, REJECTED, DECLINED, CLOSED)
BY_TAG = {tag: stage for stage, tag in STAGES.items()} | {
    tag: event for event, tag in EVENT_TAGS.items() if event in STAGES
}  # fmt: skip
SIDE_OF_ACTION = {"search.inside": "inside", "search.outside": "outside"}
SEARCH_EVENTS = frozenset([*STAGES, DECLINED])
REASON, BECAUSE, CUSTOMER = "reason", " because ", "customer"
# How long it took stands behind the words: a number with one of these, or alone.
UNITS = ("h", "m", "min", "mins", "minutes", "hour", "hours", "")


@record
class Stage:
    """An opening came so far, at a place in the log; `reason` is why it ended, if known."""

    order: Order
    name: str
    reason: str = ""

    @property
    def day(self) -> date:
        """The day it came so far."""
        return self.order[0]


@record
class Opening:
    """One opening: `name` as logged (`Karavel: product manager`), empty where nobody named it."""

    name: str
    side: str
    stages: tuple[Stage, ...]

    @property
    def last(self) -> Stage:
        """How far it is."""
        return self.stages[-1]

    def reached(self, name: str) -> date | None:
        """The first day on which it came so far; None when it did not."""
        return next((one.day for one in self.stages if one.name == name), None)

    @property
    def applied(self) -> date | None:
        """The day of the application; of a named one an answer, a talk or a no tells as well."""
        tells = (APPLIED, ANSWERED, INTERVIEW, REJECTED) if self.name else (APPLIED,)
        found = [self.reached(one) for one in tells]
        return min((day for day in found if day is not None), default=None)

    @property
    def open_offer(self) -> date | None:
        """The day of an offer after which nothing ended it; None where there is none."""
        offers = [one for one in self.stages if one.name == OFFER]
        ends = [one for one in self.stages if one.name in (DECLINED, CLOSED, REJECTED)]
        if not offers or any(end.order > offers[-1].order for end in ends):
            return None
        return offers[-1].day


class Openings:
    """Changed while the log is folded and by nobody after."""

    __slots__ = ("_names", "_sides", "_stages")

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._sides: dict[str, tuple[Order, str]] = {}
        self._stages: dict[str, list[Stage]] = {}

    def add(self, entry: Entry, order: Order) -> None:
        """Fold one path action; what tells of no opening is let go."""
        stage = stage_of(entry)
        if not stage and not entry.opening:
            return
        name = entry.opening or _firm_of(entry)
        key = name.partition(":")[0].strip().casefold() or entry.id
        # The longest name has the role as well.
        self._names[key] = max(self._names.get(key, name), name, key=len)
        self._stages.setdefault(key, []).append(Stage(order, stage or SEEN, reason_of(entry)))
        side = next((one for one in SIDES if one in entry.tags), SIDE_OF_ACTION.get(entry.action))
        if side:
            self._sides[key] = max(self._sides.get(key, (order, side)), (order, side))

    def all(self) -> tuple[Opening, ...]:
        """Every opening, the one that was logged first of all first."""
        found = [
            Opening(name, self._sides.get(key, (None, ""))[1],
                    tuple(sorted(self._stages[key], key=lambda one: one.order)))
            for key, name in self._names.items()
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda one: one.stages[0].order))


def _firm_of(entry: Entry) -> str:
    """A customer who stands in the place of the opening: their firm is the one."""
    found = (one for one in entry.people if CUSTOMER in function_of(one))
    return name_of(next(found, ""))


def opening_told(name: str) -> str:
    """The name of an opening inside a sentence: `Karavel (product manager)`."""
    firm, _, role = name.partition(":")
    return f"{firm.strip()} ({role.strip()})" if role.strip() else name


def stage_of(entry: Entry) -> str:
    """How far an entry says that an opening has come; empty where it says nothing of it."""
    if entry.stage:
        return entry.stage
    if entry.event in (*STAGES, DECLINED) and (entry.opening or entry.event in BY_TAG.values()):
        # Somebody's answer, or a thing I declined, is no opening without its name.
        return "" if entry.event in (ANSWERED, DECLINED) and not entry.opening else entry.event
    return next((BY_TAG[tag] for tag in entry.tags if tag in BY_TAG), "")


def reason_of(entry: Entry) -> str:
    """Why it ended so: the note, else what stands behind "because"; empty when nothing says it."""
    behind = _without_length(entry.text.partition(BECAUSE)[2]).strip(" .,")
    return entry.notes.get(REASON, "") or behind


def _without_length(words: str) -> str:
    """The words without `10m`, `1h30` or `20 min` at their end."""
    rest = words.split()
    while rest and (_is_length(rest[-1]) or (rest[-1] in UNITS and _is_length(rest[-2:][0]))):
        rest.pop()
    return " ".join(rest)


def _is_length(word: str) -> bool:
    number = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = word[len(number) :]
    digits = number.replace("h", "").replace(":", "").replace(".", "").replace(",", "")
    return digits.isdigit() and unit in UNITS
