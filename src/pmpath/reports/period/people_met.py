"""Whom a period met, and who was met last of all."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import known_label, last_person_met
from pmpath.coach.situation import Situation
from pmpath.domain.entry import ASK, ONE_WAY_EVENTS, Entry
from pmpath.domain.log.contact import is_meeting
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.roadmap.leaders import leaders_of_answers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.period.hidden import Hidden


class Met(Frozen):
    """Somebody met in the period; `new` when for the first time ever."""

    person: str
    new: bool

    def for_others(self, hidden: Hidden, *, notes: bool) -> Met | None:
        """An initial in place of the name, notes or not; nobody who was marked private."""
        if hidden.is_private(self.person):
            return None
        return changed(self, person=hidden.label(self.person))


class LastMet(Frozen):
    """The last person met, and the day."""

    person: str
    day: date

    def for_others(self, hidden: Hidden, *, notes: bool) -> LastMet:
        """An initial in place of the name, whether notes are shared or not."""
        return changed(self, person=hidden.label(self.person))


def met_in(situation: Situation, entries: tuple[Entry, ...]) -> tuple[Met, ...]:
    """Everybody met, once, in the order of meeting; asking somebody is not meeting them."""
    found: dict[str, Met] = {}
    # Where the period begins with the plan, everybody is new, so the word would say nothing.
    may_be_new = bool(entries) and situation.roadmap.target.start < entries[0].day
    known = known_before(situation)
    for entry in entries:
        for person in entry.people if _were_there(situation, entry) else ():
            contact = situation.journal.contacts[key_of(person)]
            first = contact.first_met
            new = may_be_new and first is not None and first >= entries[0].day
            new = new and key_of(person) not in known
            found.setdefault(key_of(person), Met(known_label(situation.journal, person), new))
    return tuple(found.values())


def known_before(situation: Situation) -> frozenset[str]:
    """The keys of the leaders who knew of the plan by the answers: nobody of them is new."""
    names, told = situation.journal.names, leaders_of_answers(situation.roadmap.answers)
    return frozenset(key_of(names.resolved(person)) for person, _ in told)


def _were_there(situation: Situation, entry: Entry) -> bool:
    """Whether the entry says so, or fulfils what is done with somebody; the log counts it so."""
    if is_meeting(entry):
        return True
    if entry.half == ASK or entry.event in ONE_WAY_EVENTS:
        return False
    done = situation.journal.fulfilled.get(entry.id, ())
    actions = situation.catalog.actions
    return any(actions[one].people for one in done if one in actions)


def last_met(situation: Situation) -> LastMet | None:
    """Whoever was met last, of the whole log; None while nobody was."""
    last = last_person_met(situation.journal)
    return None if last is None else LastMet(*last)
