"""A folded log that can be kept, and folded on with the records that follow.

What is folded of days that are over changes only where a later record reaches back to it: it
corrects an old one, makes two names one person, tells the function of somebody known. Whatever is
so is noticed, and raises `ReadsBack`: then the whole log has to be folded.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.meaning.facts import Fact, Placed
from pmpath.coach.meaning.fold import Meaning, MeantBefore
from pmpath.domain.entry import Amended, Entry, Evidence, Next, Plan
from pmpath.domain.kinds import RECORD_KINDS
from pmpath.domain.log.contact import Contact, Mentions, Notes, order_of
from pmpath.domain.log.firsts import Firsts
from pmpath.domain.log.gathered.commitments import Commitments, OpenCommitment
from pmpath.domain.log.gathered.letters import Letter
from pmpath.domain.log.gathered.openings import Mention, Openings
from pmpath.domain.log.gathered.step_days import StepDays
from pmpath.domain.log.gathered.texts import SaidText
from pmpath.domain.log.journal import Journal
from pmpath.domain.log.landmarks import Landmark, Landmarks
from pmpath.domain.log.names.guesses import Corrections, Struck, StruckGuess
from pmpath.domain.log.names.known import Known
from pmpath.domain.log.names.names import Group, Names
from pmpath.domain.log.observed import Observed
from pmpath.domain.log.put_aside import PutAside
from pmpath.domain.log.reached import Milestones
from pmpath.domain.metric import Metric
from pmpath.domain.pages.entries import EntryPages
from pmpath.domain.period import Period
from pmpath.domain.plain.codec import Codec, Packed
from pmpath.domain.plain.later import BEFORE_ALL, Later
from pmpath.domain.plain.let_go import let_go
from pmpath.domain.plain.reads_back import ReadsBack
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.leaders import people_of_roadmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pmpath.coach.meaning.clues import Clues
    from pmpath.domain.content.catalog import Catalog
    from pmpath.domain.kinds import Record
    from pmpath.domain.plain.later import Written
    from pmpath.domain.roadmap.roadmap import Roadmap

# Entries of so many days stay whole: a report of a week or month needs those of its days.
WHOLE_DAYS = 45


class Guard(Frozen):
    """What must be as it was for the kept fold to hold.

    `labels` has the label of everybody who was met by key, `resolved` under which label each name
    counts, `spellings` whom each spelling means, and `small_words` the words by which an entry
    without names may name somebody.
    """

    labels: Mapping[str, str]
    resolved: Mapping[str, str]
    spellings: Mapping[str, str]
    small_words: frozenset[str]


class Kept(Frozen):
    """A fold of records, the last entry of which was written at `until`.

    `recent` are the whole entries of the days from `whole_from` on, each day by itself.
    """

    journal: Journal
    known: Known
    meant: MeantBefore
    guard: Guard
    recent: Mapping[date, Packed]
    whole_from: date
    until: Written


# Whatever a fold is made of; a kind more or less makes another form.
CODEC = Codec([
    Kept, Guard, MeantBefore, Placed, Fact, Journal, Known, Names, Group, Corrections, Struck,
    StruckGuess, Observed, StepDays, Landmarks, Landmark, Firsts, Openings, Mention, Letter,
    SaidText, Contact, Mentions, Notes, Commitments, OpenCommitment, PutAside, Milestones, Entry,
    EntryPages, Plan, Evidence, Next, Metric, Amended,
    *(one.made for one in RECORD_KINDS.values()),
])  # fmt: skip


class Folding:
    """One pass over records, behind what was kept of those before them, if anything was.

    What was kept is used up by it.
    """

    def __init__(
        self,
        catalog: Catalog,
        roadmap: Roadmap,
        kept: Kept | None,
        clues: Callable[[], Clues] | None = None,
    ) -> None:
        self.kept = kept
        self.known = Known(people_of_roadmap(roadmap)) if kept is None else kept.known
        self.struck, self.names_were = self.known.struck, self.known.names.groups
        self.meaning = Meaning(catalog, roadmap, None if kept is None else kept.meant, clues)
        self._later = Later(BEFORE_ALL if kept is None else kept.until)

    def fold(self, records: Iterable[Record], keep: Period | None) -> Journal:
        """The journal of all records, old and new; raises ReadsBack where it cannot be made so."""
        journal = Journal(keep) if self.kept is None else self.kept.journal
        journal.known = self.known
        if self.kept is not None:
            journal.keep, journal.entries = keep, _whole(self.kept, keep)
        for found in self.meaning.watching(self.known.over(self._later.of(records))):
            journal.add(found)
        journal.entries.sort(key=order_of)
        journal.sort_kept()
        journal.measured.sort(key=order_of)
        if self.kept is not None:
            self._look_back(journal, self.kept)
        self.meaning.settle(journal)
        return journal

    def _look_back(self, journal: Journal, kept: Kept) -> None:
        """Raise ReadsBack where an old record reads otherwise now."""
        names, guard = self.known.names, kept.guard
        # Most days bring nobody new, and everybody is called as before.
        same = self.names_were is names.groups
        other = set() if same else names.by_spelling().items() ^ guard.spellings.items()
        called = {} if same else guard.resolved
        reopened = (
            key for key in self.meaning.catalog.milestones
            if key not in kept.meant.whole and journal.milestones.reopened_at(key) is not None
        )  # fmt: skip
        if (
            self.known.struck != self.struck
            or any(names.resolved(one) != told for one, told in called.items())
            or any(journal.contacts[key].person != one for key, one in guard.labels.items())
            or any(key.partition(" ")[0] in guard.small_words for key, _ in other)
            or any(reopened)
        ):
            raise ReadsBack

    def kept_on(self, records: Iterable[Record], today: date) -> Kept:
        """What can be kept of all records, old and new, on a day; nothing else may be asked then.

        Raises ReadsBack as `fold` does.
        """
        first = today - timedelta(WHOLE_DAYS)
        self.known.small_words = set()
        journal = self.fold(records, Period(first, date.max))
        names, contacts = self.known.names, journal.contacts
        guard = Guard(
            labels={key: one.person for key, one in contacts.items()},
            resolved={one: names.resolved(one) for one in names.labels},
            spellings=names.by_spelling(),
            small_words=frozenset(self.known.small_words | self._old_words()),
        )
        recent: dict[date, list[Entry]] = {}
        for one in journal.entries:
            recent.setdefault(one.day, []).append(one)
        meant = self.meaning.ended(journal)
        self.known.let_go()
        let_go(journal)
        packed = {day: CODEC.pack(several) for day, several in recent.items()}
        return Kept(journal, self.known, meant, guard, packed, first, self._later.until)

    def _old_words(self) -> frozenset[str]:
        return frozenset() if self.kept is None else self.kept.guard.small_words


def _whole(kept: Kept, keep: Period | None) -> list[Entry]:
    """The old entries of the days to keep."""
    if keep is None:
        return []
    if keep.start < kept.whole_from:
        raise ReadsBack
    days = [several for day, several in kept.recent.items() if day in keep]
    return [one for several in days for one in CODEC.unpack(several)]
