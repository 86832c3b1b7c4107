"""How long is well between two contacts with somebody, and when the next one is due."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.leaders import (
    ALLY,
    LEADER,
    WIDER,
    days_of,
    informed_leaders,
)
from pmpath.coach.contacts.people import awaited, in_hand
from pmpath.coach.contacts.snoozed import snoozed
from pmpath.coach.gathered.people import Clock, KnownPerson
from pmpath.coach.meaning.kinds import is_any_of, is_of_kind
from pmpath.coach.numbers.ages import DAY, Ages
from pmpath.coach.situation import Situation
from pmpath.domain.people import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.log.journal import Journal

# The circle of an ally is that of product managers and sellers.
ALLIES = ("pm", "sales")


class Clocks:
    """The clocks of everybody, as of the day of a situation."""

    def __init__(self, situation: Situation) -> None:
        journal, roadmap = situation.journal, situation.roadmap
        self._today = situation.today
        self._ages = situation.ages
        self._set = {
            key_of(journal.names.resolved(one)): circle for one, circle in roadmap.people.items()
        }
        self._told = {key_of(one.person): one.last for one in informed_leaders(roadmap, journal)}
        self._quiet: Mapping[str, date] = snoozed(journal, situation.today)

    def of(self, person: KnownPerson) -> Clock | None:
        """The clock of one person; None for whoever was never met nor told.

        It runs from the last two-way contact; for a leader who knows of the plan from any word,
        as the five lines to them do.
        """
        circle = self.circle_of(person.key, person.person)
        days = [person.last, self._told.get(person.key) if circle == LEADER else None]
        since = max((day for day in days if day is not None), default=None)
        if since is None:
            return None
        due, quiet = due_day(circle, since, self._ages), self._quiet.get(person.key)
        return Clock(circle, since, due, due <= self._today and quiet is None, quiet)

    def run_out(self, journal: Journal) -> list[tuple[str, date]]:
        """Whose clock has run out, with the day they were last met, the longest ago first.

        Nobody who was sent something since, who is snoozed, whose answer is awaited or with whom
        something is agreed, and no leader who knows of the plan: five lines are due to them.
        """
        without = {*self._quiet, *self._told, *awaited(journal), *in_hand(journal)}
        found = []
        for key, contact in journal.contacts.items():
            last = contact.last_met
            if last is None or key in without:
                continue
            circle = self.circle_of(key, contact.person)
            # What was sent to them since moves no clock, and is no reason to send more.
            since = max(last, contact.last_given or last)
            if self._ages.since(since) >= days_of(circle, last):
                found.append((contact.person, last))
        return sorted(found, key=lambda one: (one[1], one[0]))

    def circle_of(self, key: str, label: str) -> str:
        """As the roadmap's `[people]` says, else by the function."""
        said = self._set.get(key)
        if said is not None:
            return said
        if is_of_kind(LEADER, label):
            return LEADER
        return ALLY if is_any_of(ALLIES, [label]) else WIDER


def due_day(circle: str, since: date, ages: Ages) -> date:
    """The first day on which the next contact is due; vacations and rests bring it no nearer."""
    length = days_of(circle, since)
    day = since + timedelta(length)
    while ages.since(since, day) < length:
        day += DAY
    return day
