"""The fold that a shell prompt needs, to be kept and folded on: promises, plans, days off.

And what a shell needs at TAB: everybody's names, which wait as bytes until somebody is completed.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry, Next, Plan
from pmpath.domain.kinds import RECORD_KINDS, Same
from pmpath.domain.log.contact import Contact, Mentions, Notes
from pmpath.domain.log.firsts import Firsts
from pmpath.domain.log.gathered.commitments import Commitments, OpenCommitment
from pmpath.domain.log.gathered.openings import Openings
from pmpath.domain.log.gathered.step_days import StepDays
from pmpath.domain.log.journal import Journal
from pmpath.domain.log.landmarks import Landmarks
from pmpath.domain.log.names.names import Group, Names
from pmpath.domain.log.observed import Observed
from pmpath.domain.log.put_aside import PutAside
from pmpath.domain.log.reached import Milestones
from pmpath.domain.pages.entries import EntryPages
from pmpath.domain.people import key_of
from pmpath.domain.plain.codec import Codec
from pmpath.domain.plain.later import BEFORE_ALL, Later
from pmpath.domain.plain.let_go import let_go_for_prompt
from pmpath.domain.plain.reads_back import ReadsBack
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pmpath.domain.kinds import Record
    from pmpath.domain.plain.later import Written


class KeptPrompt(Frozen):
    """A fold in which nothing is observed, for days from `since` on.

    Its last entry was written at `until`. `labels` are those of people with a promise that is open,
    `names` are all that the log has.
    """

    journal: Journal
    labels: Mapping[str, str]
    since: date
    until: Written
    names: Names


# Whatever it is made of.
CODEC = Codec([
    KeptPrompt, Journal, Observed, StepDays, Landmarks, Firsts, Openings, Contact, Mentions, Notes,
    EntryPages, Commitments, OpenCommitment, PutAside, Milestones, Plan, Next,
    Names, Group,
    *(one.made for one in RECORD_KINDS.values()),
])  # fmt: skip


def fold_prompt(records: Iterable[Record], kept: KeptPrompt | None, today: date) -> Journal:
    """What a shell prompt needs of all records, old and new; raises ReadsBack."""
    return _prompt(records, kept, today)[0]


def kept_prompt(records: Iterable[Record], kept: KeptPrompt | None, today: date) -> KeptPrompt:
    """What can be kept of it on a day; raises ReadsBack."""
    names = Names() if kept is None else kept.names
    journal, later = _prompt(_added(records, names), kept, today)
    names.settle()
    names.let_go()
    named = {key_of(one.move.person) for one in journal.open_commitments if one.move.person}
    labels = {key: journal.contacts[key].person for key in named if key in journal.contacts}
    let_go_for_prompt(journal, today)
    return KeptPrompt(journal, labels, today, later.until, names)


def fold_names(records: Iterable[Record], kept: KeptPrompt, given: Iterable[str]) -> Names:
    """Who is named in all records, old and new, and in the roadmap, which has `given` labels.

    Raises ReadsBack.
    """
    names = kept.names
    names.give(given)
    for _ in _added(records, names):
        pass
    names.settle()
    return names


def _added(records: Iterable[Record], names: Names) -> Iterator[Record]:
    """The same records, whose names are added to the others."""
    for found in records:
        if isinstance(found, Entry):
            names.add(found)
        elif isinstance(found, Same):
            names.say(found)
        yield found


def _prompt(
    records: Iterable[Record], kept: KeptPrompt | None, today: date
) -> tuple[Journal, Later]:
    if kept is not None and today < kept.since:
        raise ReadsBack
    journal = Journal(observes=False) if kept is None else kept.journal
    later = Later(BEFORE_ALL if kept is None else kept.until)
    for found in later.of(records):
        journal.add(found)
    journal.sort_kept()
    if kept is not None and any(
        journal.contacts[key].person != one for key, one in kept.labels.items()
    ):
        raise ReadsBack
    return journal, later
