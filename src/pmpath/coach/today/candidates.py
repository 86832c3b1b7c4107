"""What may be proposed on a day: things that can be done in this chair, each with its reason.

In this order: promises made to people, answers that are late, what the report of the week puts
first, what milestones want whose work has to begin by now, and then the live track that has waited
longest for its turn. An action with another person has two halves: asking takes five minutes and
counts; meeting comes up on its own day.
"""

from __future__ import annotations

from datetime import date
from itertools import chain, zip_longest

from pmpath.coach.contacts.leaders import UPDATE, informed_leaders, updates_due
from pmpath.coach.contacts.people import (
    ALLIES_TRACK,
    CUSTOMERS_TRACK,
    last_contact,
)
from pmpath.coach.contacts.snoozed import snoozed
from pmpath.coach.findings import answered_by_a_step
from pmpath.coach.numbers.ages import days_ago
from pmpath.coach.plan.arrival import accepted_on
from pmpath.coach.situation import Situation
from pmpath.coach.today.agenda import agenda, regular_now, toward_milestones
from pmpath.coach.today.answer import answer_of_the_week
from pmpath.coach.today.events.happened import after_events, once_accepted
from pmpath.coach.today.events.promises import late_answers, promised
from pmpath.coach.today.proposal import (
    ASK_MINUTES,
    CLOCK,
    CUSTOMER,
    EARLY,
    FINDING,
    NO_NEWS,
    PERSON,
    TRACK,
    Reason,
    Step,
    sized,
    step_for,
)
from pmpath.coach.today.regular import named_contact, scanning
from pmpath.coach.today.returning import may_come, may_return
from pmpath.coach.today.to_firms import words_to_firms
from pmpath.domain.content.catalog import Track, actions_of
from pmpath.domain.entry import ASK
from pmpath.domain.people import key_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What is sent to whoever was met last too long ago.
GIVE = "allies.give"
# While an answer may still come, nobody else is asked.
DAYS_TO_ANSWER = 7
# A track that waited for so many of its turns, or so many days, comes before milestones.
MISSED_TURNS, MISSED_DAYS = 4, 42


def steps(situation: Situation, minutes: int) -> Iterator[Step]:
    """Every step that may be proposed, best first; those longer than `minutes` come as a part.

    A plan that is closed proposes nothing; once an offer is accepted, what was promised and what is
    left to do before the start. How long ago the day of a reason was is counted here.
    """
    if situation.journal.closed is None:
        for step in _best_first(situation, minutes):
            day = step.reason.day
            days = days_ago(day, situation.today) if day is not None else 0
            yield changed(step, reason=changed(step.reason, days=days))


def _best_first(situation: Situation, minutes: int) -> Iterator[Step]:
    yield from promised(situation)
    if accepted_on(situation.journal, situation.today) is not None:
        yield from sized(situation, once_accepted(situation), minutes)
        return
    yield from late_answers(situation)
    yield from words_to_firms(situation)
    yield from after_events(situation)
    yield from answer_of_the_week(situation, minutes)
    yield from _no_news(situation)
    yield from scanning(situation)
    yield from sized(situation, _after_findings(situation), minutes)
    early = list(_early(situation))
    yield from named_contact(situation, chain(early, _toward_people(situation)))
    yield from (step for step in early if step.minutes <= minutes)
    yield from _toward_people(situation)
    yield from sized(situation, early, minutes)
    yield from regular_now(situation, minutes)
    tracks = situation.tracks_with_steps()
    missed = [track for track in tracks if _missed_its_turn(situation, track)]
    yield from _on_tracks(situation, missed, minutes)
    yield from agenda(situation, minutes)
    yield from _contacts_due(situation)
    yield from _on_tracks(situation, tracks, minutes)
    yield from (one.step for one in toward_milestones(situation, minutes, ahead=True))


def _no_news(situation: Situation) -> Iterator[Step]:
    """Five lines to a leader who knows of the plan and heard nothing for five weeks."""
    action = situation.catalog.actions[UPDATE]
    told, ages = informed_leaders(situation.roadmap, situation.journal), situation.ages
    quiet = snoozed(situation.journal, situation.today)
    for one in updates_due(told, ages):
        if key_of(one.person) not in quiet and may_return(situation, action, needed=True):
            reason = Reason(NO_NEWS, one.person, one.last)
            yield Step(
                action.ask.replace("{person}", one.person), ASK_MINUTES, reason, action.track,
                action.id, half=ASK, person=one.person,
            )  # fmt: skip


def _contacts_due(situation: Situation) -> Iterator[Step]:
    """Something useful for whoever was met last so long ago that the next contact is due."""
    action = situation.catalog.actions[GIVE]
    if not (situation.is_open_by_phase(action) and may_come(situation, action)):
        return
    # Loaded on the days on which nothing else is left to do.
    from pmpath.coach.gathered.clocks import Clocks

    for person, last in Clocks(situation).run_out(situation.journal):
        yield Step(
            action.ask.replace("{person}", person), ASK_MINUTES, Reason(CLOCK, person, last),
            action.track, action.id, half=ASK, person=person,
        )  # fmt: skip


def _after_findings(situation: Situation) -> Iterator[Step]:
    """What the content names as the answer to a finding that is raised, whatever its phase."""
    for concern, found in answered_by_a_step(situation):
        action = situation.catalog.actions[concern.step]
        if may_come(situation, action, needed=True):
            words = concern.words_of(found.case)
            reason = Reason(FINDING, words.line or words.full, found.since, figures=found.figures)
            yield step_for(situation, action, reason)


def _early(situation: Situation) -> Iterator[Step]:
    """What an answer brings forward, whatever its phase and what it usually waits for."""
    day = (situation.today - situation.roadmap.target.start).days
    for one in situation.catalog.early:
        if one.from_day <= day < one.until_day and situation.holds(one.when):
            for key in one.actions:
                action = situation.catalog.actions[key]
                if may_return(situation, action):
                    yield step_for(situation, action, Reason(EARLY, one.because))


def _toward_people(situation: Situation) -> Iterator[Step]:
    """Asking for a customer call, or meeting somebody, when that was too long ago.

    Once a week: whoever was asked has time to answer.
    """
    for track, days, kind in ((CUSTOMERS_TRACK, 30, CUSTOMER), (ALLIES_TRACK, 14, PERSON)):
        last = last_contact(situation.roadmap, situation.journal, track)
        if last is None or situation.ages.since(last) < days:
            continue
        actions = actions_of(situation.catalog, track)
        asked = situation.journal.actions_asked
        latest = max((asked[one.id] for one in actions if one.id in asked), default=date.min)
        if (situation.today - latest).days < DAYS_TO_ANSWER or _is_booked(situation, track):
            continue
        for action in actions:
            if action.people and situation.is_open_by_phase(action) and may_come(situation, action):
                yield step_for(situation, action, Reason(kind, "", last))


def _is_booked(situation: Situation, track: str) -> bool:
    """Whether something on the track is agreed for today or later."""
    return any(
        one.track == track and one.move.day >= situation.today
        for one in situation.journal.open_commitments
    )


def _on_tracks(situation: Situation, tracks: list[Track], minutes: int) -> Iterator[Step]:
    """The actions of these tracks, the one that waited longest for its cadence first."""
    waiting = sorted(tracks, key=lambda track: -_waited(situation, track))
    behind: list[list[Step]] = []
    # First the best of each track, so that `--other` leads to another track before it goes deeper.
    for track in waiting:
        found = sized(situation, _of_track(situation, track), minutes)
        yield from found[:1]
        behind.append(found[1:])
    for round_of_tracks in zip_longest(*behind):
        yield from filter(None, round_of_tracks)


def _missed_its_turn(situation: Situation, track: Track) -> bool:
    turns = _waited(situation, track)
    return turns >= MISSED_TURNS or turns * track.days >= MISSED_DAYS * track.times


def _waited(situation: Situation, track: Track) -> float:
    """How many of its turns the track has been waiting: days since its last, times its cadence."""
    plan = next((one for one in situation.roadmap.tracks if one.id == track.id), None)
    since = (plan.live_from if plan else None) or situation.roadmap.target.start
    last = max(situation.journal.last_on_track.get(track.id, since), since)
    times, days = situation.cadence_of(track)
    never = 1 if track.id not in situation.journal.last_on_track else 0
    return ((situation.today - last).days + never) * times / days


def _of_track(situation: Situation, track: Track) -> Iterator[Step]:
    last = situation.journal.last_on_track.get(track.id)
    reason = Reason(TRACK, track.name, last)
    actions = actions_of(situation.catalog, track.id)
    done = situation.journal.actions_done
    for action in sorted(actions, key=lambda one: done.get(one.id, date.min)):
        if situation.is_open_by_phase(action) and may_come(situation, action):
            yield step_for(situation, action, reason)
