"""A person's own figures beside an explanation: each under a key, with its plain value."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.step_role import step_role_clock
from pmpath.coach.numbers.pace import current_plan
from pmpath.coach.numbers.target_date import share_gone
from pmpath.coach.plan.fit import available_minutes, fit_of
from pmpath.coach.situation import Situation
from pmpath.domain.content.catalog import Action, Track
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import SCOPES, Milestone
from pmpath.reports.why.figure import Figure
from pmpath.reports.why.number_figures import of_forecast, of_pace, of_plan_done, of_strength

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def of_track(track: Track, situation: Situation) -> tuple[Figure, ...]:
    """Live or from when, how often it wants a step, and its last entry."""
    times, days = situation.cadence_of(track)
    last = situation.journal.last_on_track.get(track.id)
    return (
        _standing(track, situation),
        Figure("cadence", f"{times} in {days} days"),
        Figure("last_entry", last) if last else Figure("no_entry", True),
    )


def _standing(track: Track, situation: Situation) -> Figure:
    live = situation.live_tracks()
    plan = next((one for one in situation.roadmap.tracks if one.id == track.id), None)
    since = (plan.live_from if plan else None) or situation.roadmap.target.start
    if any(one.id == track.id for one in live):
        return Figure("live_since", since)
    if plan is None or not plan.active:
        return Figure("not_in_plan", True)
    if since > situation.today:
        return Figure("live_from", since)
    return Figure("passed_to", next((one.name for one in live if one.slot == track.slot), ""))


def of_milestone(own: Milestone, situation: Situation) -> tuple[Figure, ...]:
    """Its day, what became of it, the effort, and what of the things before it is open."""
    roadmap, done = situation.roadmap, situation.journal.milestones_done
    titles = {one.id: one.title for one in roadmap.milestones}
    before = tuple(titles[key] for key in own.depends_on if key not in done)
    figures = [Figure("due", roadmap.due_day(own))]
    if own.due is None:
        figures.append(Figure("weeks_before", own.weeks_before or 0))
    figures.append(_state(own.id, situation))
    figures += [Figure("effort_minutes", own.minutes), Figure("tier", own.tier)]
    if SCOPES.index(own.tier) > SCOPES.index(roadmap.target.scope):
        figures.append(Figure("beyond_scope", roadmap.target.scope))
    return (*figures, *([Figure("open_before", before)] if before else []))


def _state(key: str, situation: Situation) -> Figure:
    done, dropped = situation.journal.milestones_done, situation.journal.dropped
    if key in done:
        return Figure("done", done[key])
    return Figure("dropped", dropped[key].reason) if key in dropped else Figure("open", True)


def of_action(action: Action, situation: Situation) -> tuple[Figure, ...]:
    """When it was last asked for and done, and what it waits for."""
    journal = situation.journal
    done, asked = journal.actions_done.get(action.id), journal.actions_asked.get(action.id)
    figures = [Figure("last_done", done)] if done else []
    figures += [Figure("last_asked", asked)] if asked else []
    if not figures:
        figures.append(Figure("never_done", True))
    if situation.is_answered(action.id):
        figures.append(Figure("answered", True))
    if not situation.is_wanted(action):
        figures.append(Figure("not_in_plan", True))
    if not situation.is_open_by_phase(action):
        figures.append(Figure("opens", _phase_day(action.phase, situation)))
    open_ones = tuple(
        _condition(one, situation)
        for one in action.prereq
        if not situation.is_unlocked(changed(action, prereq=(one,)))
    )
    return (*figures, *([Figure("waits_for", open_ones)] if open_ones else []))


def _condition(condition: str, situation: Situation) -> str:
    action = situation.catalog.actions.get(condition)
    return action.title if action else condition


def _phase_day(phase: str, situation: Situation) -> date:
    """The first day on which at least the phase's share of the plan is gone."""
    target = situation.roadmap.target
    length = (target.date - target.start).days
    return target.start + timedelta(-(-length * situation.catalog.phases[phase] // 100))


def of_number(key: str, situation: Situation) -> tuple[Figure, ...]:
    """The person's own figures of one number; none where there is nothing to say yet."""
    figures = NUMBERS.get(key)
    return figures(situation) if figures else ()


def _fit(situation: Situation) -> tuple[Figure, ...]:
    roadmap, catalog = situation.roadmap, situation.catalog
    target = roadmap.target
    absent = roadmap.absent_tracks
    known = tuple(one for one in roadmap.milestones
                  if one.id in catalog.milestones and one.track not in absent)  # fmt: skip
    own = [one for one in roadmap.milestones_in_scope if one.id not in catalog.milestones]
    available = available_minutes(target, roadmap.minutes, roadmap.vacations)
    needed = fit_of(target.scope, known, catalog, available).needed
    needed += sum(one.minutes for one in own)
    return (
        Figure("scope", target.scope),
        Figure("weeks", (target.date - target.start).days // 7),
        Figure("minutes_needed", needed),
        Figure("minutes_available", available),
        *((Figure("fit_percent", needed * 100 // available),) if available else ()),
    )


def _odds(situation: Situation) -> tuple[Figure, ...]:
    answers = situation.roadmap.answers
    engineers, managers = answers.get("engineers"), answers.get("product_managers")
    if not isinstance(engineers, int) or not isinstance(managers, int):
        return (Figure("counts_open", True),)
    figures = (Figure("engineers", engineers), Figure("product_managers", managers))
    if not managers:
        return figures
    return (*figures, Figure("engineers_for_each", (engineers * 2 + managers) // (managers * 2)))


def _minutes(situation: Situation) -> tuple[Figure, ...]:
    return (Figure("week_minutes", sum(current_plan(situation.roadmap).minutes)),)


def _cap(situation: Situation) -> tuple[Figure, ...]:
    return (Figure("daily_cap_minutes", situation.roadmap.daily_cap),)


def _neutral(situation: Situation) -> tuple[Figure, ...]:
    today, off = situation.today, situation.roadmap.vacations
    coming = min((one.first for one in off if one.last >= today), default=None)
    figures = (Figure("rests", len(situation.journal.rests)), Figure("vacations", len(off)))
    return (*figures, Figure("next_vacation", coming)) if coming else figures


def _limit(situation: Situation) -> tuple[Figure, ...]:
    clock = step_role_clock(situation.roadmap, situation.journal, situation.today)
    if clock is None:
        return (Figure("no_step_role", situation.roadmap.springboard.state or "open"),)
    figures: list[Figure] = []
    if clock.since is not None and clock.months is not None and clock.limit_day is not None:
        figures += [
            Figure("since", clock.since),
            Figure("months", f"{clock.months} of {clock.limit_months}"),
            Figure("limit_day", clock.limit_day),
        ]
    figures += [Figure("exit_date", clock.exit_date)] if clock.exit_date else []
    return (*figures, *([Figure("exit_was", clock.exit_was)] if clock.exit_was else []))


def _phases(situation: Situation) -> tuple[Figure, ...]:
    later = [
        Figure("phase_from", f"{phase} {_phase_day(phase, situation).isoformat()}")
        for phase in situation.catalog.phases
        if _phase_day(phase, situation) > situation.today
    ]
    gone = share_gone(situation.roadmap, situation.today)
    return (Figure("phase", situation.phase), Figure("share_gone_percent", gone), *later[:1])


def _scope(situation: Situation) -> tuple[Figure, ...]:
    roadmap = situation.roadmap
    return (
        Figure("scope", roadmap.target.scope),
        Figure("milestones_shown", len(list(roadmap.milestones_in_scope))),
        Figure("milestones_in_all", len(roadmap.milestones)),
    )


NUMBERS: dict[str, Callable[[Situation], tuple[Figure, ...]]] = {
    "pace": of_pace, "strength": of_strength, "plan-done": of_plan_done,
    "forecast": of_forecast, "fit": _fit, "odds": _odds, "minutes": _minutes, "daily-cap": _cap,
    "neutral-days": _neutral, "limit": _limit, "phases": _phases, "scope": _scope,
    "weeks-before": _scope,
}  # fmt: skip
