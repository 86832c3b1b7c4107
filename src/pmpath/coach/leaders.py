"""Leaders who know of the plan, and how long they heard nothing.

The article: they think of you when something opens, if you also show something (A35-A37).
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.journal import Journal
from pmpath.domain.leaders import leader_of
from pmpath.domain.people import key_of
from pmpath.domain.record import record
from pmpath.domain.roadmap import Roadmap

TELL, UPDATE = "sponsors.tell", "sponsors.update"
# A leader hears something every five weeks.
UPDATE_AFTER = timedelta(35)


@record
class Told:
    """A leader who knows. `last` is the day of the last word between you."""

    person: str
    last: date


def leaders_told(roadmap: Roadmap, journal: Journal) -> tuple[Told, ...]:
    """Everybody of whom the answers or the log say that they know, longest without news first.

    A leader from the answers knows since the day named there, else since the start of the plan.
    """
    found: dict[str, Told] = {}
    named = roadmap.answers.get("leaders")
    for text in named if isinstance(named, list) else []:
        person, since = leader_of(str(text))
        found[key_of(person)] = Told(person, since or roadmap.target.start)
    for key, contact in journal.contacts.items():
        knows = {TELL, UPDATE} & contact.actions and contact.asked_for != TELL
        if key in found or knows:
            last = max(contact.order[0], found[key].last if key in found else date.min)
            person = contact.person if "(" in contact.person or key not in found else ""
            found[key] = Told(person or found[key].person, last)
    return tuple(sorted(found.values(), key=lambda one: (one.last, one.person)))


def updates_due(told: tuple[Told, ...], today: date) -> tuple[Told, ...]:
    """Those to whom the monthly five lines are due: five weeks without a word."""
    return tuple(one for one in told if today - one.last >= UPDATE_AFTER)
