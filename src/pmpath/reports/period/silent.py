"""What is silent because somebody asked for it: people that were snoozed, concerns noted."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import known_label
from pmpath.coach.contacts.snoozed import snoozed
from pmpath.coach.findings import findings_of, is_accepted
from pmpath.coach.findings.finding import View
from pmpath.coach.situation import Situation
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.side_kinds import Snooze
from pmpath.reports.period.hidden import Hidden

PERSON, CONCERN = "person", "concern"


class Silent(Frozen):
    """A person or a concern that is not brought up; `until` is None where no day was named.

    The last silent day of a concern, and the first day on which a person comes up again.
    """

    kind: str
    what: str
    until: date | None

    def for_others(self, hidden: Hidden, *, notes: bool) -> Silent:
        """An initial in place of a name, whether notes are shared or not."""
        return changed(self, what=hidden.label(self.what)) if self.kind == PERSON else self


def silent_now(situation: Situation) -> tuple[Silent, ...]:
    """People first, by their names; then concerns in order of cost. None of a closed plan."""
    journal, today = situation.journal, situation.today
    if journal.closed is not None:
        return ()
    labels = {key_of(one.person): one.person for one in journal.kept(Snooze)}
    people = [
        Silent(PERSON, known_label(journal, labels[key]), until)
        for key, until in sorted(snoozed(journal, today).items())
    ]
    return (*people, *_concerns(situation))


def _concerns(situation: Situation) -> list[Silent]:
    """Those that were accepted through a day, and those that stand and were accepted as they do."""
    view, found = View(situation), []
    for key, concern in situation.catalog.concerns.items():
        days = [one.until for one in situation.journal.accepts if one.finding == key]
        lasting = [day for day in days if day is not None and day >= situation.today]
        if lasting:
            found.append(Silent(CONCERN, concern.short, max(lasting)))
        elif days and any(
            one.since is not None and is_accepted(situation, one) for one in findings_of(view, key)
        ):
            found.append(Silent(CONCERN, concern.short, None))
    return found
