"""Leaders who know of the plan, and how long they heard nothing.

The article: they think of you when something opens, if you also show something (A35-A37).
"""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.asked import SIDES, is_kind
from pmpath.coach.numbers.ages import Ages
from pmpath.domain.log.journal import Journal
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.roadmap.leaders import leaders_of_answers
from pmpath.domain.roadmap.roadmap import CIRCLES, Roadmap
from pmpath.domain.when.calendar import months_after

UPDATE, TELLING = "sponsors.update", "sponsors.tell"
# By what they are kept among what was found out about people.
INFORMED = "informed"
# A leader hears something every five weeks.
UPDATE_DAYS = 35
LEADER, ALLY, WIDER = CIRCLES
MONTHS = {ALLY: 2, WIDER: 6}


class InformedLeader(Frozen):
    """A leader who knows `since` a day. `last` is the day of the last word between you.

    News are due `every` so many days: five weeks, unless `[people]` of the roadmap names another
    circle.
    """

    person: str
    last: date
    since: date
    every: int = UPDATE_DAYS


def informed_leaders(roadmap: Roadmap, journal: Journal) -> tuple[InformedLeader, ...]:
    """Everybody of whom the answers or the log say that they know, longest without news first.

    A leader from the answers knows since the day named there, else since the start of the plan.
    """
    return journal.every_day(INFORMED, (roadmap,), lambda: _informed(roadmap, journal))


def _informed(roadmap: Roadmap, journal: Journal) -> tuple[InformedLeader, ...]:
    found: dict[str, InformedLeader] = {}
    for said, since in leaders_of_answers(roadmap.answers):
        person = journal.names.resolved(said)
        day = since or roadmap.target.start
        found[key_of(person)] = InformedLeader(person, day, day)
    told = journal.observed.landmarks.told
    for key, contact in journal.contacts.items():
        if key in found or key in told:
            known = found.get(key)
            last = max(contact.order[0], known.last if known else date.min)
            person = contact.person if "(" in contact.person or known is None else known.person
            since = min(known.since if known else date.max, told.get(key, date.max))
            found[key] = InformedLeader(person, last, since)
    circles = {key_of(journal.names.resolved(one)): said for one, said in roadmap.people.items()}
    told_so = (
        changed(one, every=days_of(circles.get(key, LEADER), one.last))
        for key, one in found.items()
    )
    return tuple(sorted(told_so, key=lambda one: (one.last, one.person)))


def days_of(circle: str, since: date) -> int:
    """How many days may pass after a contact before the next one is due."""
    months = MONTHS.get(circle)
    return (months_after(since, months) - since).days if months else UPDATE_DAYS


def updates_due(told: tuple[InformedLeader, ...], ages: Ages) -> tuple[InformedLeader, ...]:
    """Those to whom the monthly five lines are due: so long without a word."""
    return tuple(one for one in told if ages.since(one.last) >= one.every)


def side_to_tell(roadmap: Roadmap, journal: Journal) -> str:
    """The kind of leader of whom nobody knows yet, while one of the other does.

    While nobody knows at all, the kind of which nobody was asked. Empty while either will do.
    """
    informed = [one.person for one in informed_leaders(roadmap, journal)]
    with_them = {key_of(one.move.person) for one in journal.open_commitments}
    asked = [one.person for key, one in journal.contacts.items()
             if key in with_them and one.asked_for == TELLING]  # fmt: skip
    for people in (informed, asked):
        there = [any(is_kind(kind, one) for one in people) for kind in SIDES]
        if any(there):
            return "" if all(there) else list(SIDES)[there.index(False)]
    return ""
