"""Today's step: one thing that can be done in this chair, and the reason for it.

In this order: promises made to people, answers that are late, milestones due within two weeks, and
then the live track that has waited longest for its turn. An action with another person has two
halves: asking takes five minutes and counts; meeting comes up on its own day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import zip_longest

from pmpath.coach.milestones import dated
from pmpath.coach.people import UNNAMED, is_kind, known_label, whom_to_ask
from pmpath.coach.situation import Situation
from pmpath.domain.catalog import Action, Track
from pmpath.domain.entry import ASK, HOLD, ME, THEM
from pmpath.domain.journal import OpenMove
from pmpath.domain.people import key_of
from pmpath.domain.record import changed, record

ASK_MINUTES = 5
MOVE_MINUTES = 15
DUE_SOON = timedelta(14)
# Days until an action may come back; an unanswered ask is repeated after two weeks.
REST_DAYS = {"weekly": 7, "monthly": 28}
ASK_AGAIN = timedelta(14)

PROMISE, NUDGE, MILESTONE, TRACK = "promise", "nudge", "milestone", "track"
CUSTOMER, PERSON, HAPPENED, EARLY = "customer", "person", "happened", "early"
HAND_OVER = "roadmap.hand-over"
# The word that says there is none.
NONE = "none"
EVENT = "event:"
# From the second part on, a step goes on with what was begun.
LATER_PART = 2
CUSTOMERS_TRACK, ALLIES_TRACK = "customers", "allies"


@record
class Reason:
    """Why this step: its kind, what it serves, and the day it hangs on (None: not yet at all).

    `days` is how far that day is from the day of the step, never below 0.
    """

    kind: str
    subject: str
    day: date | None = None
    days: int = 0


@record
class Step:
    """One proposal. `minutes` is whole; `part` says that the action goes on after it.

    `number` of `count` parts, at today's length; both 0 for what is done at one go.

    `settles` names the entry whose promise it keeps; `expects` is what the person then owes.
    """

    sentence: str
    minutes: int
    reason: Reason
    track: str = ""
    action: str = ""
    half: str = ""
    person: str = ""
    bring_back: str = ""
    settles: str = ""
    part: bool = False
    number: int = 0
    count: int = 0

    @property
    def key(self) -> str:
        """By which a step is put aside or told from another."""
        return self.settles or self.action


def todays_step(situation: Situation) -> Step | None:
    """The first step that was not put aside today; None when nothing is left to propose."""
    put_aside = set(situation.journal.declines.get(situation.today, ()))
    minutes = situation.minutes_today
    return next((step for step in steps(situation, minutes) if step.key not in put_aside), None)


def steps(situation: Situation, minutes: int) -> Iterator[Step]:
    """Every step that may be proposed, best first; those longer than `minutes` come as a part.

    A plan that is closed proposes nothing.
    """
    if situation.journal.closed is not None:
        return
    yield from _promised(situation)
    yield from _late_answers(situation)
    yield from _after_events(situation)
    early = list(_early(situation))
    yield from (step for step in early if step.minutes <= minutes)
    yield from _toward_people(situation)
    yield from _sized(situation, early, minutes)
    yield from _toward_milestones(situation, minutes)
    yield from _on_live_tracks(situation, minutes)


def _sized(situation: Situation, found: Iterable[Step], minutes: int) -> list[Step]:
    """Steps at the length of the day: what was begun goes on, then what fits, then first parts."""
    sized = [one if one.minutes <= minutes else _as_part(situation, one, minutes) for one in found]
    return sorted(sized, key=lambda one: (one.number < LATER_PART, one.part))


def _as_part(situation: Situation, step: Step, minutes: int) -> Step:
    """As much of a long step as the day has; how many more follow is counted at that length."""
    before = len(situation.parts_of(step.action))
    return changed(
        step, minutes=minutes, part=True, number=before + 1,
        count=before - (-step.minutes // minutes),
    )  # fmt: skip


def _promised(situation: Situation) -> Iterator[Step]:
    for one in situation.journal.open_moves:
        if one.move.who == ME and one.move.day <= situation.today:
            yield _promise(situation, one)


def _promise(situation: Situation, one: OpenMove) -> Step:
    """Keeping a promise; to somebody who was asked for an action it is that action's hold half."""
    contact = situation.journal.contacts.get(key_of(one.move.person))
    action = situation.catalog.actions.get(contact.asked_for) if contact else None
    return Step(
        sentence=one.move.what,
        minutes=action.minutes if action else min(MOVE_MINUTES, situation.minutes_today),
        reason=Reason(PROMISE, one.move.person, one.made),
        track=action.track if action else one.track,
        action=action.id if action else "",
        half=HOLD if action else "",
        person=known_label(situation.journal, one.move.person),
        bring_back=action.done_when if action else "",
        settles=one.entry_id,
    )


def _late_answers(situation: Situation) -> Iterator[Step]:
    for one in situation.journal.open_moves:
        # Asked a second time without an answer, another door is tried: somebody else is asked.
        late = one.move.day < situation.today and not one.nudges
        if one.move.who == THEM and late and one.move.person:
            yield Step(
                sentence=one.move.what,
                minutes=ASK_MINUTES,
                reason=Reason(NUDGE, one.move.person, one.move.day),
                track=one.track,
                half=ASK,
                person=known_label(situation.journal, one.move.person),
                settles=one.entry_id,
            )


def _after_events(situation: Situation) -> Iterator[Step]:
    """What a rejection or an offer asks for, whatever the phase."""
    for action in situation.catalog.actions.values():
        event = next((one for one in action.prereq if one.startswith(EVENT)), "")
        if event and _may_come(situation, action):
            last = situation.last_event(event.removeprefix(EVENT))
            yield _step(situation, action, Reason(HAPPENED, event, last))


def _early(situation: Situation) -> Iterator[Step]:
    """What an answer brings forward, whatever its phase and what it usually waits for."""
    day = (situation.today - situation.roadmap.target.start).days
    for one in situation.catalog.early:
        if one.from_day <= day < one.until_day and situation.holds(one.key, one.sign, one.value):
            for key in one.actions:
                action = situation.catalog.actions[key]
                if _may_return(situation, action):
                    yield _step(situation, action, Reason(EARLY, one.because))


def _toward_people(situation: Situation) -> Iterator[Step]:
    """Asking for a customer call, or meeting somebody, when that was too long ago."""
    for track, days, kind in ((CUSTOMERS_TRACK, 30, CUSTOMER), (ALLIES_TRACK, 14, PERSON)):
        last = last_contact(situation, track)
        if last is None or (situation.today - last).days < days:
            continue
        actions = [one for one in situation.catalog.actions.values() if one.track == track]
        for action in actions:
            if (
                action.people
                and situation.is_open_by_phase(action)
                and _may_come(situation, action)
            ):
                yield _step(situation, action, Reason(kind, "", last))


def last_contact(situation: Situation, track: str) -> date | None:
    """The last day with a customer, or with anybody; the log first, else what `init` was told."""
    if track == ALLIES_TRACK:
        met = [one.last_met for one in situation.journal.contacts.values() if one.last_met]
        return max(met, default=None)
    journal = situation.journal
    days = [journal.last_held.get(track), situation.roadmap.answers.get("customer_last")]
    days += [one.last_met for one in journal.contacts.values() if is_kind("customer", one.person)]
    return max((day for day in days if isinstance(day, date)), default=None)


def _toward_milestones(situation: Situation, minutes: int) -> Iterator[Step]:
    for one in dated(situation.roadmap, situation.journal):
        if one.done is not None or one.due > situation.today + DUE_SOON:
            continue
        template = situation.catalog.milestones.get(one.id)
        reason = Reason(MILESTONE, one.title, one.due)
        actions = [situation.catalog.actions[key] for key in template.actions] if template else []
        found = [_step(situation, key, reason) for key in actions if _may_come(situation, key)]
        yield from _sized(situation, found, minutes)


def _on_live_tracks(situation: Situation, minutes: int) -> Iterator[Step]:
    """The actions of live tracks, the track that waited longest for its cadence first."""
    waiting = sorted(situation.live_tracks(), key=lambda track: -_waited(situation, track))
    found = [_sized(situation, _of_track(situation, track), minutes) for track in waiting]
    # First the best of each track, so that `--other` leads to another track before it goes deeper.
    for round_of_tracks in zip_longest(*found):
        yield from filter(None, round_of_tracks)


def _waited(situation: Situation, track: Track) -> float:
    """How many of its turns the track has been waiting: days since its last, times its cadence."""
    plan = next((one for one in situation.roadmap.tracks if one.id == track.id), None)
    since = (plan.live_from if plan else None) or situation.roadmap.target.start
    last = max(situation.journal.last_on_track.get(track.id, since), since)
    times = (plan.times if plan else None) or track.times
    days = (plan.days if plan else None) or track.days
    never = 1 if track.id not in situation.journal.last_on_track else 0
    return ((situation.today - last).days + never) * times / days


def _of_track(situation: Situation, track: Track) -> Iterator[Step]:
    last = situation.journal.last_on_track.get(track.id)
    days = max((situation.today - last).days, 0) if last else 0
    reason = Reason(TRACK, track.name, last, days)
    actions = [one for one in situation.catalog.actions.values() if one.track == track.id]
    done = situation.journal.actions_done
    for action in sorted(actions, key=lambda one: done.get(one.id, date.min)):
        if situation.is_open_by_phase(action) and _may_come(situation, action):
            yield _step(situation, action, reason)


def _may_come(situation: Situation, action: Action) -> bool:
    """It may return, and all it waits for is there."""
    return _may_return(situation, action) and situation.is_unlocked(action)


def _may_return(situation: Situation, action: Action) -> bool:
    """Wanted, not done lately, not in the roadmap, not waiting for an answer."""
    if situation.is_answered(action.id) or not situation.is_wanted(action):
        return False
    done = situation.journal.actions_done.get(action.id)
    asked = situation.journal.actions_asked.get(action.id)
    today = situation.today
    once = action.cadence == "once"
    if done is not None and (once or (today - done).days < REST_DAYS[action.cadence]):
        return False
    is_awaited = asked is not None and (done is None or asked > done)
    return not (is_awaited and asked is not None and today - asked < ASK_AGAIN)


def _step(situation: Situation, action: Action, reason: Reason) -> Step:
    if not action.people:
        parts = situation.parts_of(action.id)
        left = max(action.minutes - sum(parts), ASK_MINUTES)
        last = len(parts) + 1 if parts else 0
        return Step(
            _with_duty(situation, action, action.title), left, reason, action.track, action.id,
            bring_back=action.done_when, number=last, count=last,
        )  # fmt: skip
    person = whom_to_ask(situation.roadmap, situation.journal, action)
    whom = person or UNNAMED[action.who]
    return Step(
        sentence=_with_duty(situation, action, action.ask.replace("{person}", whom)),
        minutes=ASK_MINUTES,
        reason=reason,
        track=action.track,
        action=action.id,
        half=ASK,
        person=person,
        bring_back="",
    )


def _with_duty(situation: Situation, action: Action, text: str) -> str:
    """Handing over names the duty that could go first."""
    duty = situation.roadmap.answers.get("duty")
    is_named = action.id == HAND_OVER and duty and duty != NONE
    return f"{text}: {duty}" if is_named else text
