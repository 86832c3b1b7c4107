"""The person's own figures behind a track, a milestone and an action, for `why`."""

from __future__ import annotations

from pmpath.coach.situation import Situation
from pmpath.coach.today.candidates import steps
from pmpath.domain.content.catalog import Action, Track
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import SCOPES, Milestone
from pmpath.reports.why.figure import Figure
from pmpath.reports.why.number_figures import phase_day


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
    """Live, live from a day on, passed to another track, or not in the plan."""
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
    if not done and situation.is_implied(action.id):
        return (*figures, Figure("implied", True))
    if any(one.action == action.id for one in steps(situation, action.minutes)):
        # An answer, a milestone or a concern may ask for it whatever its phase and what it awaits.
        return (*figures, Figure("open_now", True))
    if not situation.is_open_by_phase(action):
        figures.append(Figure("opens", phase_day(action.phase, situation)))
    open_ones = tuple(
        _condition(one, situation)
        for one in action.prereq
        if not situation.is_unlocked(changed(action, prereq=(one,)))
    )
    return (*figures, *([Figure("waits_for", open_ones)] if open_ones else []))


def _condition(condition: str, situation: Situation) -> str:
    action = situation.catalog.actions.get(condition)
    return action.title if action else condition
