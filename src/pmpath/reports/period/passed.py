"""Chances that passed in a period: each has one line and one step, and then it is closed."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import Situation
from pmpath.domain.entry import ME
from pmpath.domain.log.gathered.openings import CLOSED, DECLINED, OFFER, SEEN, Opening, Stage
from pmpath.domain.period import Period
from pmpath.domain.record import Frozen, changed
from pmpath.reports.never_said import COMPANY
from pmpath.reports.period.hidden import Hidden

DEADLINE, LET_GO, GONE, UNUSED, PULLS_AWAY = "deadline", "let go", "gone", "unused", "pulls away"
# An opening that was seen and not applied for is let go after so many days.
UNUSED_DAYS = timedelta(21)
# What is to be done by a day that a company sets.
APPLYING = frozenset([
    "apply", "application", "applications", "applying", "deadline", "resume", "cv", "cover",
])  # fmt: skip
# Words of a title that leads away from product management, unless a word of the goal is beside it.
AWAY = frozenset([
    "engineer", "engineering", "developer", "architect", "cto", "devops", "tech", "technical",
    "programmer", "development", "sre", "software",
])  # fmt: skip
TOWARD = frozenset(["product", "pm", "marketing", "pmm", "owner", "sales"])


class Passed(Frozen):
    """A chance that passed, and how: the opening or the words of what was to be done, the day.

    `reason` is why it was let go, where that is known.
    """

    kind: str
    what: str
    day: date
    reason: str = ""

    def for_others(self, hidden: Hidden, *, notes: bool) -> Passed | None:
        """A company has no name; what was to be done is typed and goes with the notes."""
        if self.kind == DEADLINE:
            return self if notes else None
        return changed(self, what=COMPANY, reason=self.reason if notes else "")


def passed_in(situation: Situation, period: Period) -> tuple[Passed, ...]:
    """Each chance in the period in which it passed, the earliest first."""
    seen_until = min(period.last, situation.today)
    moves = [one.move for one in situation.journal.open_commitments]
    found = [Passed(DEADLINE, one.what, one.day) for one in moves
             if one.who == ME and is_deadline(one.what, one.person)
             and one.day in period and one.day < situation.today]  # fmt: skip
    for opening in situation.journal.openings.all():
        found += _of(opening, period, seen_until)
    return tuple(sorted(found, key=lambda one: one.day))


def is_deadline(what: str, person: str) -> bool:
    """Whether something to be done by a day is an application, and owed to nobody by name."""
    return not person and not APPLYING.isdisjoint(what.casefold().replace(",", " ").split())


def pulls_away(name: str) -> bool:
    """Whether the title of an opening leads elsewhere; one without a title does not."""
    firm, _, role = name.partition(":")
    words = set((role or firm).casefold().replace(",", " ").replace("/", " ").split())
    return bool(words & AWAY) and not words & TOWARD


def _of(opening: Opening, period: Period, until: date) -> list[Passed]:
    """How an opening passed in the period, as far as that is known on the day `until`."""
    found = []
    for stage in opening.stages:
        kind = _kind(opening, stage)
        if kind and stage.day in period:
            found.append(Passed(kind, opening.name, stage.day, stage.reason))
    first = opening.stages[0]
    unused = first.day + UNUSED_DAYS
    if all(one.name == SEEN for one in opening.stages) and unused in period and unused <= until:
        found.append(Passed(UNUSED, opening.name, first.day))
    return found


def _kind(opening: Opening, stage: Stage) -> str:
    if stage.name == OFFER and pulls_away(opening.name):
        return PULLS_AWAY
    return {DECLINED: LET_GO, CLOSED: GONE}.get(stage.name, "") if opening.name else ""
