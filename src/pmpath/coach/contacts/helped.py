"""Who helped on the way: the leaders who know, then those with whom most was done."""

from __future__ import annotations

from pmpath.coach.contacts.leaders import informed_leaders
from pmpath.domain.log.journal import Journal
from pmpath.domain.people import key_of
from pmpath.domain.roadmap.roadmap import Roadmap

# More names than these make no sentence.
MOST_NAMED = 5


def who_helped(roadmap: Roadmap, journal: Journal) -> tuple[str, ...]:
    """Their labels, at most five; nobody with whom nothing was ever done."""
    leaders = [key_of(one.person) for one in informed_leaders(roadmap, journal)]
    known = {key: one for key, one in journal.contacts.items() if one.last_met is not None}
    others = sorted(known, key=lambda key: (-len(known[key].actions), known[key].person))
    keys = dict.fromkeys(key for key in (*leaders, *others) if key in journal.contacts)
    return tuple(journal.contacts[key].person for key in list(keys)[:MOST_NAMED])
