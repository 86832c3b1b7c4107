"""What the plan is checked for: each finding by its id, looked for in one place."""

from __future__ import annotations

from pmpath.coach.findings.balance import (
    engineering_drift,
    gap,
    pace,
    reading_heavy,
    strategy_heavy,
)
from pmpath.coach.findings.entries import data_check
from pmpath.coach.findings.found import Finding, View
from pmpath.coach.findings.people import (
    bar_no_trial,
    no_customer,
    no_people,
    no_sponsor,
    take_only,
    told_not_shown,
)
from pmpath.coach.findings.plan import date_moved, does_not_fit, overdue, overstay, too_slow
from pmpath.coach.findings.results import (
    no_baseline,
    no_manager_version,
    no_result,
    resume_stale,
    tech_talk,
)
from pmpath.coach.findings.search import after_no, level_mismatch, no_search, one_sided_search
from pmpath.coach.situation import Situation
from pmpath.domain.content.concerns import Concern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Finder = Callable[[View], Iterator[Finding]]

# Their order is that of data/findings.toml; WIN stands in the report as a number.
FINDERS: dict[str, Finder] = {
    "OVERSTAY": overstay, "NO_SEARCH": no_search, "DATE_MOVED": date_moved,
    "NO_PEOPLE": no_people, "NO_CUSTOMER": no_customer, "LEVEL_MISMATCH": level_mismatch,
    "AFTER_NO": after_no, "READING_HEAVY": reading_heavy, "STRATEGY_HEAVY": strategy_heavy,
    "ENGINEERING_DRIFT": engineering_drift, "TECH_TALK": tech_talk,
    "NO_MANAGER_VERSION": no_manager_version, "TAKE_ONLY": take_only, "NO_SPONSOR": no_sponsor,
    "TOLD_NOT_SHOWN": told_not_shown, "BAR_NO_TRIAL": bar_no_trial, "NO_BASELINE": no_baseline,
    "NO_RESULT": no_result, "RESUME_STALE": resume_stale, "ONE_SIDED_SEARCH": one_sided_search,
    "DOES_NOT_FIT": does_not_fit, "TOO_SLOW": too_slow, "PACE": pace, "GAP": gap,
    "OVERDUE": overdue, "DATA_CHECK": data_check,
}  # fmt: skip


def findings(situation: Situation) -> tuple[Finding, ...]:
    """Everything that is raised as of the situation's day, in order of cost.

    Without those that the roadmap has switched off or that were accepted. A plan that is closed,
    or has not begun, is checked for nothing.
    """
    if situation.journal.closed is not None or situation.today < situation.roadmap.target.start:
        return ()
    view = View(situation)
    return tuple(
        found
        for key in situation.catalog.concerns
        for found in looked_for(view, key)
        if found.since is not None and not is_accepted(situation, found)
    )


def answered_by_a_step(situation: Situation) -> Iterator[tuple[Concern, Finding]]:
    """Those raised for which the content names an action, in order of cost; no others are made."""
    view = View(situation)
    for concern in situation.catalog.concerns.values():
        if concern.step:
            for found in looked_for(view, concern.id)[:1]:
                if found.since is not None and not is_accepted(situation, found):
                    yield concern, found


def looked_for(view: View, key: str) -> list[Finding]:
    """One finding as it stands, raised or not; several where it has several subjects."""
    finder = FINDERS.get(key)
    return [] if finder is None or is_off(view.situation, key) else list(finder(view))


def is_off(situation: Situation, key: str) -> bool:
    """Whether the roadmap has switched it off, through its `until` where it names one."""
    said = situation.roadmap.findings.get(key, {})
    until = said.get("until")
    return said.get("off") is True and (until is None or situation.today <= until)  # type: ignore[operator]


def is_accepted(situation: Situation, found: Finding) -> bool:
    """Whether somebody took note of it: through a day, or as long as it is not raised anew."""
    for one in situation.journal.accepts:
        if one.finding != found.id or one.subject not in ("", found.subject):
            continue
        if one.until is not None:
            if situation.today <= one.until:
                return True
        elif found.since is not None and found.since <= one.day:
            return True
    return False
