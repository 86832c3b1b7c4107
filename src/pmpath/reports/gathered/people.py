"""Everybody whom the log or the roadmap names, and one person with all that passed between you."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.clocks import Clocks
from pmpath.coach.gathered.people import KnownPerson, met_by_function, people
from pmpath.coach.situation import Situation
from pmpath.domain.entry import Entry
from pmpath.domain.log.contact import order_of
from pmpath.domain.people import key_of, name_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.words.telling import tell
from pmpath.reports.period.share import AN_ANSWER, MY_WORD, told_entry
from pmpath.reports.reported_entry import ReportedEntry, reported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.contacts.people import Commitment
    from pmpath.reports.period.hidden import Hidden


class PeopleReport(Frozen):
    """Everybody, the contact that is due first before the others; `met` counts those ever met.

    `by_function` has the different people met by function in small letters, "" for none known.
    """

    today: date
    met: int
    by_function: dict[str, int]
    people: tuple[KnownPerson, ...]
    is_shared: bool = False

    def for_others(self, hidden: Hidden) -> PeopleReport:
        """Counts stay; whoever is private is not in the list."""
        counts: dict[str, int] = {}
        for function, count in self.by_function.items():
            known = hidden.function(function)
            counts[known] = counts.get(known, 0) + count
        shown = (one for one in self.people if not one.is_private)
        people = tuple(_for_others(one, hidden) for one in shown if not hidden.is_private(one.name))
        return changed(self, by_function=counts, people=people, is_shared=True)


class PersonReport(Frozen):
    """One person, and the entries that name them, oldest first."""

    today: date
    person: KnownPerson
    entries: tuple[ReportedEntry, ...]
    is_shared: bool = False

    def for_others(self, hidden: Hidden) -> PersonReport:
        """Days, track and action of each entry; no typed words."""
        entries = tuple(told_entry(one, hidden) for one in self.entries)
        return changed(
            self, person=_for_others(self.person, hidden), entries=entries, is_shared=True
        )


def people_report(situation: Situation) -> PeopleReport:
    """Everybody as of the situation's day."""
    everybody = people(situation.journal, situation.roadmap, situation.today)
    clocks = Clocks(situation)
    counts = met_by_function(everybody)
    found = [_told(situation, one, clocks) for one in everybody]
    return PeopleReport(
        situation.today, sum(counts.values()), dict(counts), tuple(sorted(found, key=_by_due))
    )


def person_report(situation: Situation, label: str) -> PersonReport:
    """One person by the label. The journal must have kept all entries whole."""
    key = key_of(label)
    everybody = people(situation.journal, situation.roadmap, situation.today)
    known = next(one for one in everybody if one.key == key)
    found = sorted((one for one in situation.journal.entries if _names(one, key)), key=order_of)
    return PersonReport(
        situation.today, _told(situation, known, Clocks(situation)),
        tuple(reported(one, situation.vocabulary) for one in found),
    )  # fmt: skip


def _for_others(one: KnownPerson, hidden: Hidden) -> KnownPerson:
    """By an initial; without words of theirs or to them."""
    label = hidden.label(one.person)

    def said(what: str, moves: tuple[Commitment, ...]) -> tuple[Commitment, ...]:
        return tuple(changed(move, person=label, what=what) for move in moves)

    return changed(
        one, key=name_of(label).casefold(), person=label,
        function=label.partition(" (")[2].rstrip(") "), variants=(), worries=(), given=(),
        owed=said(MY_WORD, one.owed), awaited=said(AN_ANSWER, one.awaited),
    )  # fmt: skip


def _names(entry: Entry, key: str) -> bool:
    return any(key_of(one) == key for one in entry.people)


def _told(situation: Situation, known: KnownPerson, clocks: Clocks) -> KnownPerson:
    """With the clock, and what they were given as it is read."""
    given = tuple(
        changed(one, text=tell(one.text, situation.vocabulary, one.day)) for one in known.given
    )
    return changed(known, given=given, clock=clocks.of(known))


def _by_due(one: KnownPerson) -> tuple[int, date, str]:
    """Due first, then those with a clock, then those never met."""
    rank = 2 if one.clock is None else 0 if one.clock.is_due else 1
    return rank, one.clock.due if one.clock else date.max, name_of(one.person).casefold()
