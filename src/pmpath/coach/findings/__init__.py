"""What the plan is checked for: each finding by its id, looked for in one place."""

from __future__ import annotations

from pmpath.coach.contacts.snoozed import snoozed
from pmpath.coach.findings import balance, entries, people, plan, results, search
from pmpath.coach.findings.finding import Finding, View
from pmpath.coach.plan.arrival import accepted_on
from pmpath.coach.situation import Situation
from pmpath.domain.content.concerns import Concern
from pmpath.domain.period import week_number
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.coach.findings.finding import Finders

# Their subject is the key of a person.
ABOUT_A_PERSON = ("TOLD_NOT_SHOWN", "BAR_NO_TRIAL")
# What is still looked for once an offer is accepted.
ONCE_ACCEPTED = ("OFFER_OPEN", "DATA_CHECK")
# Each theme names its own; they are looked for in the order of data/findings.toml. WIN has none: a
# good week stands in the report as its number.
FINDERS: Finders = {
    **search.FINDERS, **people.FINDERS, **results.FINDERS, **balance.FINDERS, **plan.FINDERS,
    **entries.FINDERS,
}  # fmt: skip


def findings(situation: Situation) -> tuple[Finding, ...]:
    """Everything that is raised as of the situation's day, in order of cost.

    Without those that the roadmap has switched off, that were accepted, or that are about somebody
    who is snoozed. A plan that is closed, or has not begun, is checked for nothing; once an offer
    is accepted, the search and all that leads to it is over.
    """
    return tuple(one_by_one(situation))


def one_by_one(situation: Situation, besides: Iterable[str] = ()) -> Iterator[Finding]:
    """The same, each looked for when it is asked for; those of `besides` are not looked for."""
    if situation.journal.closed is not None or situation.today < situation.roadmap.target.start:
        return
    view = View(situation)
    has_accepted = accepted_on(situation.journal, situation.today) is not None
    for key in ONCE_ACCEPTED if has_accepted else situation.catalog.concerns:
        if key not in besides:
            yield from (one for one in _raised_of(view, key) if not is_accepted(situation, one))


def answered_by_a_step(situation: Situation) -> Iterator[tuple[Concern, Finding]]:
    """Those raised for which the content names an action, in order of cost; no others are made."""
    view = View(situation)
    for concern in situation.catalog.concerns.values():
        if concern.step:
            first = next(iter(_found(view, concern.id)), None)
            if first is not None and first.since is not None:
                found = _with_its_age(first, view)
                if not is_accepted(situation, found):
                    yield concern, found


def findings_of(view: View, key: str) -> list[Finding]:
    """One finding as it stands, raised or not; several where it has several subjects."""
    return [_with_its_age(one, view) for one in _found(view, key)]


def _raised_of(view: View, key: str) -> Iterator[Finding]:
    """Those of them that are raised: most are not, and their age need not be known."""
    return (_with_its_age(one, view) for one in _found(view, key) if one.since is not None)


def _found(view: View, key: str) -> Iterable[Finding]:
    finder = FINDERS.get(key)
    return () if finder is None or is_off(view.situation, key) else finder(view)


def _with_its_age(found: Finding, view: View) -> Finding:
    """The finding with the number of calendar weeks it has stood in, the first one included.

    Where days off lie in its span, which counts none of them, with how many they are.
    """
    weeks = week_number(view.today, found.since or view.today)
    figures = {"open_weeks": weeks, **found.figures}
    span = figures.get("span")
    if isinstance(span, int):
        first = view.ages.window(span, view.today)
        off = (view.today - first).days + 1 - span
        figures |= {"off_days": off} if off else {}
    return changed(found, figures=figures)


def is_off(situation: Situation, key: str) -> bool:
    """Whether the roadmap has switched it off, through its `until` where it names one."""
    said = situation.roadmap.findings.get(key, {})
    until = said.get("until")
    return said.get("off") is True and (until is None or situation.today <= until)  # type: ignore[operator]


def is_accepted(situation: Situation, found: Finding) -> bool:
    """Whether somebody took note of it: through a day, or as long as it is not raised anew.

    What is about a person is silent as well until the day through which they are snoozed.
    """
    if found.id in ABOUT_A_PERSON and found.subject in snoozed(situation.journal, situation.today):
        return True
    for one in situation.journal.accepts:
        if one.finding != found.id or one.subject not in ("", found.subject):
            continue
        if one.until is not None:
            if situation.today <= one.until:
                return True
        elif found.since is not None and found.since <= one.day:
            return True
    return False
