"""What a report says of who owes what: offers, interviews and trials first."""

from __future__ import annotations

from pmpath.coach.contacts.people import Commitment, Commitments, to_remind_of
from pmpath.coach.situation import Situation
from pmpath.domain.period import Period
from pmpath.reports.period.passed import is_deadline

# What is owed or awaited of these stands first.
COME_FIRST = frozenset(["offer", "interview", "interviews", "trial", "screen", "onsite"])


def owed_in(situation: Situation, period: Period) -> Commitments:
    """Those of offers, interviews, trials first; a deadline that is gone closes with its week."""
    found = to_remind_of(situation.journal, situation.today)
    yours = tuple(
        one
        for one in found.yours
        if not (is_deadline(one.what, one.person) and one.day < period.start)
    )
    return Commitments(_first_of_all(yours), _first_of_all(found.theirs))


def _first_of_all(found: tuple[Commitment, ...]) -> tuple[Commitment, ...]:
    return tuple(sorted(found, key=lambda one: not COME_FIRST.intersection(_words_in(one.what))))


def _words_in(text: str) -> frozenset[str]:
    """The words of a text, without capitals and signs."""
    return frozenset(text.casefold().replace(",", " ").replace(".", " ").replace(":", " ").split())
