"""Two names that may be one person's: which pair is worth a question on a day, if any is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from pmpath.domain.log.contact import Contact
from pmpath.domain.log.journal import Journal
from pmpath.domain.log.names.names import pair_of
from pmpath.domain.log.names.spelling import look_alike, spellings_of
from pmpath.domain.people import key_of, name_of
from pmpath.domain.record import Frozen

# A question rests so long each time it was passed over so often again.
REST_DAYS, PASSED_OVER = 30, 2
# So many people are held against each other, those named last.
MOST_PEOPLE = 200


class Variant(Frozen):
    """Two people by their labels, who may be one; `question` names the pair in the log."""

    one: str
    other: str
    question: str


def variant_to_ask(journal: Journal, today: date) -> Variant | None:
    """The pair to ask about today, with whoever was named last; None when nothing is in doubt.

    Never one that was answered, nor on a day on which a question was passed over already; one that
    was passed over twice rests for thirty days.
    """
    if any(today in days for days in journal.put_aside.unanswered.values()):
        return None
    contacts = sorted(journal.contacts.values(), key=lambda one: one.order, reverse=True)
    answered = journal.names.answered
    for later, earlier in sorted(
        combinations(contacts[:MOST_PEOPLE], 2),
        key=lambda pair: (pair[0].order, pair[1].order),
        reverse=True,
    ):
        pair = pair_of(later.person, earlier.person)
        if pair in answered or not _may_be_one(later, earlier):
            continue
        question = f"same {' / '.join(sorted(pair))}"
        if not rests(journal.put_aside.unanswered.get(question, set()), today):
            return Variant(later.person, earlier.person, question)
    return None


def rests(days: set[date], today: date) -> bool:
    """Whether a question that was passed over on these days is not asked today."""
    again = bool(days) and len(days) % PASSED_OVER == 0
    return again and today < max(days) + timedelta(REST_DAYS)


def _may_be_one(one: Contact, other: Contact) -> bool:
    """Names that look alike or share a spelling, or a first name beside a whole one with it."""
    first, second = key_of(one.person), key_of(other.person)
    if look_alike(first, second):
        return True
    if not spellings_of(name_of(one.person)).isdisjoint(spellings_of(name_of(other.person))):
        return True
    short, whole = sorted((first, second), key=lambda key: len(key.split()))
    return " " not in short and whole.split()[0] == short
