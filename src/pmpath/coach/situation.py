"""Everything the choice of a step depends on: the same situation always gives the same step."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.leaders import informed_leaders
from pmpath.coach.numbers.ages import Ages
from pmpath.coach.numbers.pace import PlannedMinutes
from pmpath.coach.numbers.target_date import share_gone
from pmpath.coach.plan.answered import MAY_BE_ANSWERED, TO_BE_TOLD, actions_answered, wanted_by
from pmpath.coach.plan.arrival import accepted_on
from pmpath.coach.plan.conditions import holds
from pmpath.domain.content.catalog import ONCE, PLAN, Action, Catalog, Condition, Track
from pmpath.domain.entry import STAGES
from pmpath.domain.language.vocabulary import Vocabulary
from pmpath.domain.log.journal import PLANNED, Journal
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import STEP_ROLE_IN_PLAN, STEP_ROLE_TRACK, Roadmap

# On a neutral day, and after so many missed days, a step takes this long at most.
SMALL_MINUTES, MISSED_DAYS = 15, 2
# After two weeks without a path action it takes five.
SMALLEST_MINUTES = 5
STEP_INSIDE, TELLING = "search.inside", "sponsors.tell"
GAP_DAYS = 14
# With less than this left, a day counts as full.
LEAST_MINUTES = 10
MONTH = 30
ONE_DAY = timedelta(1)
STATE = "state:"
# The event of an offer that was accepted; its milestone tells of it.
ACCEPTED = "accepted"


class Situation(Frozen):
    """A roadmap, its folded log, the content and a day."""

    roadmap: Roadmap
    journal: Journal
    catalog: Catalog
    today: date
    vocabulary: Vocabulary

    @property
    def planned_minutes(self) -> PlannedMinutes:
        """The planned minutes of each day; what was made for a roadmap is kept with the log."""
        past = self.journal.past
        found: PlannedMinutes | None = past.get(PLANNED)
        if found is None or found.roadmap is not self.roadmap:
            found = past[PLANNED] = PlannedMinutes(self.roadmap, self.journal)
        return found

    @property
    def ages(self) -> Ages:
        """Ages in days as of today, vacations and rest records not counted."""
        return Ages(self.roadmap, self.journal, self.today)

    @property
    def gap(self) -> int:
        """The age in days of the latest path action before today, or of the line that began since.

        Vacations and rests are not gaps.
        """
        start, actions = self.planned_minutes.start, self.journal.path_actions
        near = range(1, min((self.today - start).days, MONTH))
        days = (self.today - timedelta(distance) for distance in near)
        day = next((one for one in days if one in actions), None)
        if day is None:
            # Whoever was away for long left more days behind than have an action.
            day = max((one for one in actions if one < self.today), default=start)
        return self.ages.since(day if day > start else min(start, self.today))

    @property
    def is_off_today(self) -> bool:
        """Whether today asks for nothing: a day off on which the person asked for no step."""
        asked = self.journal.put_aside.minutes_on(self.today) is not None
        is_neutral = self.planned_minutes.is_neutral(self.today)
        return self.journal.closed is None and is_neutral and not asked

    @property
    def minutes_today(self) -> int:
        """The minutes of today: as was asked for, else as planned; fewer on the way back."""
        asked = self.journal.put_aside.minutes_on(self.today)
        if asked is not None:
            return asked
        if self.gap >= GAP_DAYS:
            return SMALLEST_MINUTES
        planned_minutes = self.planned_minutes
        weekday = self.roadmap.minutes[self.today.weekday()]
        minutes = SMALL_MINUTES if planned_minutes.is_neutral(self.today) else weekday
        missed = planned_minutes.missed_in_a_row(self.today, enough=MISSED_DAYS)
        return min(minutes, SMALL_MINUTES) if missed == MISSED_DAYS else minutes

    @property
    def open_minutes(self) -> int:
        """Today's minutes less those that are logged; 0 once fewer than ten are left.

        Whoever asks for more after that gets the whole length that was asked for.
        """
        planned = self.minutes_today
        logged = self.journal.path_minutes.get(self.today, 0)
        left = planned - logged
        if not logged or left >= LEAST_MINUTES:
            return left
        return planned if self.journal.wants_more(self.today) else 0

    @property
    def phase(self) -> str:
        """The latest phase that has begun; a profile in a stepping-stone role starts in build."""
        gone = share_gone(self.roadmap, self.today)
        begun = [key for key, percent in self.catalog.phases.items() if percent <= gone]
        phases = list(self.catalog.phases)
        earliest = 1 if self.roadmap.target.profile == "step" else 0
        return phases[max(len(begun) - 1, earliest)]

    def is_answered(self, action: str) -> bool:
        """Whether the roadmap itself already holds what the action would find out."""
        return action in MAY_BE_ANSWERED and action in actions_answered(self.roadmap)

    def is_known(self, action: str) -> bool:
        """Whether nothing is left to ask for: the roadmap answers it, or what was done implies it.

        An action that was itself done has its own rest.
        """
        if self.is_answered(action) and action not in TO_BE_TOLD:
            return True
        return action not in self.journal.actions_done and self.is_implied(action)

    def is_implied(self, action: str) -> bool:
        """Whether something was done that an action only prepares: its own list is not missed.

        Nor is what is done once, where every milestone that wants it is reached.
        """
        known = self.catalog.actions.get(action)
        if known is None or not (known.prepares or known.cadence == ONCE):
            return False
        if self._is_reached(action):
            return True
        return known.prepares and any(
            self.catalog.actions[done].waits_for(action, self.catalog.actions)
            for done in self.journal.actions_done
            if done in self.catalog.actions
        )

    def _is_reached(self, action: str) -> bool:
        """Whether milestones want an action, and all that do are reached."""
        done_on, wanting = self.journal.milestones.done_on, wanted_by(self.catalog, action)
        return any(done_on(one) is not None for one in wanting) and not any(
            one.id in wanting and done_on(one.id) is None for one in self.roadmap.milestones
        )

    def is_wanted(self, action: Action) -> bool:
        """Whether this kind of work is in the plan: a skipped stepping-stone role is not.

        Nor is what a side that was not chosen asks for, nor, where the manager may not know, what
        would tell the team before the first step inside. Nor is what was put aside beyond a day.
        """
        last = self.journal.actions_done.get(action.id)
        if self.journal.put_aside.holds(action.id, self.today, last):
            return False
        if action.track in self.roadmap.absent_tracks or not self._is_allowed(action):
            return False
        if action.tells_team and self.roadmap.answers.get("manager_safe") == "no":
            return STEP_INSIDE in self.journal.actions_done
        state = self.roadmap.springboard.state
        return action.track != STEP_ROLE_TRACK or state in ("", *STEP_ROLE_IN_PLAN)

    def parts_of(self, action: str) -> tuple[int, ...]:
        """Minutes of each day that did a part of an action since it was last done whole."""
        done = self.journal.actions_done.get(action, date.min)
        parts = self.journal.part_minutes.get(action, {})
        return tuple(minutes for day, minutes in sorted(parts.items()) if day >= done)

    def is_open_by_phase(self, action: Action) -> bool:
        """A phase opens actions; it never closes earlier ones."""
        phases, phase = self.catalog.phases, self.phase
        return action.phase == phase or phases[action.phase] <= phases[phase]

    def live_tracks(self) -> list[Track]:
        """The plan itself, and at most one track for each slot: the one that became live last."""
        live: dict[str, tuple[date, Track]] = {}
        for since, track in self._begun():
            if track.slot not in live or live[track.slot][0] < since:
                live[track.slot] = (since, track)
        plans = [track for track in self.catalog.tracks.values() if track.slot == PLAN]
        return plans + [track for _, track in live.values()]

    def tracks_with_steps(self) -> list[Track]:
        """The live tracks, and those that stand beside one and want a step a month at most.

        That is the stepping-stone role beside customer contact: both begin with the plan.
        """
        live = self.live_tracks()
        return live + [
            track
            for _, track in self._begun()
            if track not in live and track.times * MONTH <= track.days
        ]

    def cadence_of(self, track: Track) -> tuple[int, int]:
        """How often a track wants a step: times in days, as the roadmap says, else the content."""
        plan = next((one for one in self.roadmap.tracks if one.id == track.id), None)
        times, days = (plan.times, plan.days) if plan else (None, None)
        return times or track.times, days or track.days

    def _begun(self) -> list[tuple[date, Track]]:
        """The tracks in the plan, but for the plan itself, whose day has come, with that day."""
        start, tracks = self.roadmap.target.start, self.catalog.tracks
        found = [(one.live_from or start, tracks[one.id]) for one in self.roadmap.tracks
                 if one.active]  # fmt: skip
        return [(since, one) for since, one in found if since <= self.today and one.slot != PLAN]

    def holds(self, condition: Condition) -> bool:
        """Whether the roadmap has the answer that content asks for."""
        return holds(condition, self.roadmap.target, self.roadmap.answers)

    @property
    def reminders(self) -> tuple[str, ...]:
        """What answers of the roadmap have said once a month."""
        return tuple(one.text for one in self.catalog.reminders if self.holds(one.when))

    def _is_allowed(self, action: Action) -> bool:
        """Whether the answers of the roadmap are those that the action asks for."""
        return all(self._is_met(one) for one in action.prereq if one.startswith(STATE))

    def missing(self, action: Action) -> list[str]:
        """The actions that have to come before this one and were not done."""
        ids = [one for one in action.prereq if ":" not in one]
        return [one for one in ids if not self._is_met(one)]

    def is_unlocked(self, action: Action) -> bool:
        """Whether all prerequisites are met."""
        return all(self._is_met(condition) for condition in action.prereq)

    def _is_met(self, condition: str) -> bool:
        kind, colon, rest = condition.partition(":")
        if not colon:
            # Whoever already does the work of a track need not name the action that begins it.
            track = condition.partition(".")[0]
            return (
                condition in self.journal.actions_done
                or self.is_answered(condition)
                or self.is_implied(condition)
                or (condition == TELLING and bool(informed_leaders(self.roadmap, self.journal)))
                or self.journal.unnamed_counts.get(track, 0) >= 2
            )
        if kind == "count":
            track, _, least = rest.partition(">=")
            return self.journal.track_counts.get(track, 0) >= int(least)
        if kind == "event":
            return self.happened(rest)
        key, _, wanted = rest.partition("!=" if "!=" in rest else "=")
        return (self._state(key) != wanted) if "!=" in rest else (self._state(key) == wanted)

    def _state(self, key: str) -> str:
        return {"springboard": self.roadmap.springboard.state, "side": self.roadmap.target.side}[
            key
        ]

    def happened(self, event: str) -> bool:
        """`rejected<=14d`: at most so many days ago; `offer`: ever."""
        last = self.last_event(event)
        days = event.partition("<=")[2]
        if last is None:
            return False
        return not days or self.today - last <= timedelta(int(days.rstrip("d")))

    def last_event(self, event: str) -> date | None:
        """The last day on which the event was logged; for `accepted` that of the offer taken."""
        name = event.partition("<=")[0]
        if name == ACCEPTED:
            return accepted_on(self.journal, self.today)
        return self.journal.last_tagged.get(STAGES.get(name, name))
