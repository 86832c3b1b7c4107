"""Path actions by day, folded once: minutes of each track, and on which days what kind of thing."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from itertools import accumulate

from pmpath.domain.entry import ASK, Entry
from pmpath.domain.late import Late
from pmpath.domain.log.contact import CUSTOMERS, Order, is_customer_contact
from pmpath.domain.log.firsts import BY_EVENT, Firsts
from pmpath.domain.log.gathered.step_days import StepDays
from pmpath.domain.log.gathered.texts import SaidText, texts_of
from pmpath.domain.log.landmarks import Landmarks
from pmpath.domain.roadmap.roadmap import STEP_ROLE_TRACK

STRATEGY = "strategy"
# On these tracks something comes into being.
MAKING = frozenset(["writing", "positioning", "volunteer", "craft"])


class Observed(Late):
    """Changed while the log is folded and by nobody after.

    `track_minutes` has path minutes by track and day, uncapped. Asking somebody is neither meeting
    them, nor customer contact, nor something made. `role_work` are entries of the stepping-stone
    role that do none of its actions, by id: the job itself, not the way on. `books` are the titles
    that were read, each time with its place, in no order.
    """

    __slots__ = (
        "books", "customer_days", "days", "firsts", "landmarks", "made_days", "people_days",
        "people_minutes", "role_work", "strategy_minutes", "texts", "totals", "track_minutes",
    )  # fmt: skip

    def __init__(self) -> None:
        self.track_minutes: dict[str, dict[date, int]] = {}
        # Of each track its days in their order and the minutes up to each, once somebody asked.
        self.totals: dict[str, tuple[list[date], list[int]]] = {}
        self.people_minutes: dict[date, int] = {}
        self.people_days: set[date] = set()
        self.customer_days: set[date] = set()
        self.made_days: set[date] = set()
        self.strategy_minutes: dict[date, int] = {}
        self.role_work: dict[str, tuple[date, int]] = {}
        self.books: list[tuple[Order, str]] = []
        self.landmarks = Landmarks()
        self.firsts = Firsts()
        self.days = StepDays()
        # Titles and ladders, as they came.
        self.texts: list[SaidText] = []

    def add(self, entry: Entry, order: Order) -> None:
        """Fold one path action."""
        day, track = entry.day, entry.track
        self.totals = {}
        self.landmarks.add(entry, order)
        self._add_first(entry, order)
        self.days.add(entry)
        self.texts += texts_of(entry, order)
        if STRATEGY in entry.tags:
            self.strategy_minutes[day] = self.strategy_minutes.get(day, 0) + entry.minutes
        if track:
            minutes = self.track_minutes.get(track)
            if minutes is None:
                minutes = self.track_minutes[track] = {}
            minutes[day] = minutes.get(day, 0) + entry.minutes
        if track == STEP_ROLE_TRACK and not entry.action:
            self.role_work[entry.id] = (day, entry.minutes)
        if entry.book:
            self.books.append((order, entry.book))
        self._add_day(entry)

    def _add_day(self, entry: Entry) -> None:
        """What kind of day it was: one with people, with customers, on which something was made."""
        day = entry.day
        if entry.people:
            self.people_minutes[day] = self.people_minutes.get(day, 0) + entry.minutes
        if entry.half == ASK:
            return
        if entry.people:
            self.people_days.add(day)
        if is_customer_contact(entry):
            self.customer_days.add(day)
        elif entry.track in MAKING:
            self.made_days.add(day)

    def _add_first(self, entry: Entry, order: Order) -> None:
        """What may be a first; most entries are none: the log may be long."""
        if (
            entry.tags or entry.action or entry.evidence or entry.metrics or entry.stage
            or entry.did or entry.track == CUSTOMERS or entry.event in BY_EVENT
        ):  # fmt: skip
            self.firsts.add(entry, order)

    def credit(self, entry: Entry, order: Order) -> None:
        """Fold what an entry tells by an action that it does not name itself, but fulfils."""
        self.role_work.pop(entry.id, None)
        self.landmarks.credit(entry, order)
        self.firsts.credit(entry.action, entry.half, order)
        if entry.action.startswith(f"{CUSTOMERS}.") and entry.half != ASK:
            self.customer_days.add(entry.day)

    def let_go(self) -> None:
        """Keep the days of the job itself, and no longer of which entries they are.

        An action that is credited to one of these entries would not be taken out of them.
        """
        self.totals = {}
        self.role_work = {
            f"on {day}": (day, minutes) for day, minutes in self.role_minutes().items()
        }

    def role_minutes(self) -> dict[date, int]:
        """Minutes of the job itself in the stepping-stone role, by day."""
        found: dict[date, int] = {}
        for day, minutes in self.role_work.values():
            found[day] = found.get(day, 0) + minutes
        return found

    def _between(self, track: str, since: date, until: date) -> int:
        """Minutes of a track after a day through another."""
        known = self.totals.get(track)
        if known is None:
            minutes = self.track_minutes.get(track, {})
            days = sorted(minutes)
            totals = list(accumulate((minutes[day] for day in days), initial=0))
            known = self.totals[track] = (days, totals)
        days, totals = known
        return max(totals[bisect_right(days, until)] - totals[bisect_right(days, since)], 0)

    def progress_since(self, track: str, since: date, until: date) -> int:
        """Minutes of a track after a day through another; working in the role is not progress."""
        found = self._between(track, since, until)
        role = self.role_work.values() if track == STEP_ROLE_TRACK else ()
        return found - sum(minutes for day, minutes in role if since < day <= until)
