"""The steps of a day: as many as fill its minutes, none of them for too many days.

A short step is followed by another, from a live track where there is one; asking somebody counts
and does not use up the day. When nothing useful is open, the day has enough.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import islice

from pmpath.coach.contacts.asked import MANAGER
from pmpath.coach.contacts.people import UNNAMED, whom_to_ask
from pmpath.coach.situation import LEAST_MINUTES, Situation
from pmpath.coach.today.candidates import steps
from pmpath.coach.today.proposal import CLOCK, NAMED_AT_START, NO_NEWS, PROMISE, Step, as_asked
from pmpath.coach.today.shown import Shown, sameness, shown_before
from pmpath.domain.content.catalog import Action
from pmpath.domain.entry import ASK, ME
from pmpath.domain.people import key_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# More than these nobody reads in the evening.
MOST_STEPS = 3
# As many may be chosen by number; a greater number behind `done` is minutes.
CHOICES = 4
WEEK_DAYS = 7
# What was put aside by --other stays away for so long.
ASIDE_DAYS = 7
# By what the past steps are kept with the log.
PAST = "past steps"
# A step for one of these, or for whom a finding names, is for that person and for nobody else.
OF_ONE_PERSON = (NO_NEWS, CLOCK, NAMED_AT_START)


def todays_step(situation: Situation) -> Step | None:
    """The first step of the day; None when nothing is left to propose."""
    return next(iter(steps_of_day(situation, situation.minutes_today, 1)), None)


def steps_of_day(
    situation: Situation,
    minutes: int,
    most: int = MOST_STEPS,
    *,
    first: Step | None = None,
    is_off: bool = False,
) -> tuple[Step, ...]:
    """The steps that fill so many minutes, at most `most` of them; none when no minute is open.

    With `first` that step comes first, at the length it has now, if it may still come. A day that
    `is_off` asks for nothing but what is due to somebody.
    """
    if minutes <= 0:
        return ()
    if is_off:
        # These come before all others and are never tired: what stood before need not be known.
        found = _filled(situation, Shown(), minutes, most)
        return tuple(one for one in found if one.reason.kind == PROMISE)
    kept: list[Step] = []
    if first is not None:
        same = (one for one in steps(situation, minutes) if sameness(one) == sameness(first))
        kept = list(islice(same, 1))
    return _filled(situation, past_steps(situation), minutes, most, kept)


def choices(situation: Situation, first: Sequence[Step] = ()) -> tuple[Step, ...]:
    """What may be done today, best first, each another action; `done 2` records the second.

    `first` are the steps that the day shows already. Where its minutes are full, the choice is for
    as many again.
    """
    found = list(first)
    minutes = situation.open_minutes or situation.minutes_today
    for step in open_steps(situation, past_steps(situation), minutes):
        if len(found) >= CHOICES:
            break
        if step.key not in [one.key for one in found]:
            found.append(step)
    return tuple(found)


def past_steps(situation: Situation) -> Shown:
    """The steps that stood on the days before today.

    A screen asks several times, and each of these days is a choice of its own: what was found for
    the same log, plan and day is kept with the log.
    """
    journal = situation.journal
    of = (situation.today, situation.roadmap, situation.catalog)
    found = journal.past.get(PAST)
    if found is None or not _is_same(found[0], of):
        found = journal.past[PAST] = (of, shown_before(situation, _first_step_then))
    return found[1].twin()


def _is_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether roadmap and content are the very same, and the day as well."""
    return one[0] == other[0] and one[1] is other[1] and one[2] is other[2]


def _first_step_then(situation: Situation, shown: Shown) -> Iterable[Step]:
    return _filled(situation, shown, situation.minutes_today, 1)


def _filled(
    situation: Situation, shown: Shown, minutes: int, most: int, first: Sequence[Step] = ()
) -> tuple[Step, ...]:
    """The steps of `first` and as many behind them as the minutes have room for."""
    found = list(first)
    left = minutes - sum(one.minutes for one in found)
    while len(found) < most and left >= (LEAST_MINUTES if found else 1):
        step = _next(situation, shown, left, found)
        if step is None:
            break
        found.append(step)
        left -= step.minutes
    return tuple(found)


def _next(situation: Situation, shown: Shown, minutes: int, before: list[Step]) -> Step | None:
    """The first that goes with what is planned already; after asking somebody, work at the desk."""
    asked = before[-1].half == ASK if before else _asked_last(situation)
    found = (one for one in open_steps(situation, shown, minutes) if _goes_with(one, before))
    return best_of(found, desk_first=asked or is_booked_out(situation))


def best_of(found: Iterable[Step], *, desk_first: bool) -> Step | None:
    """The first of them; with `desk_first` the first that asks nobody, if there is any."""
    # Where all that is open is to ask somebody, that is better than nothing.
    another_ask: Step | None = None
    for one in found:
        if not desk_first or one.half != ASK or one.settles:
            return one
        another_ask = another_ask or one
    return another_ask


def is_booked_out(situation: Situation) -> bool:
    """Whether as many meetings are agreed for the coming week as it has days with minutes."""
    last = situation.today + timedelta(WEEK_DAYS)
    agreed = [
        one for one in situation.journal.open_commitments
        if one.move.who == ME and one.move.person and one.move.day <= last
    ]  # fmt: skip
    return len(agreed) >= sum(map(bool, situation.roadmap.minutes))


def _asked_last(situation: Situation) -> bool:
    """Whether the latest thing done today was to ask somebody."""
    latest = situation.journal.latest
    return latest is not None and latest.day == situation.today and latest.half == ASK


def _goes_with(step: Step, before: list[Step]) -> bool:
    """Another action, and nobody twice on one day."""
    people = {key_of(one.person) for one in before if one.person}
    return step.key not in [one.key for one in before] and key_of(step.person) not in people


def open_steps(situation: Situation, shown: Shown, minutes: int) -> Iterator[Step]:
    """Today's candidates that were not put aside and did not stand for too long, best first."""
    aside = _put_aside(situation)
    for step in steps(situation, minutes):
        if step.key in aside:
            continue
        if not shown.is_tired(step, situation.today):
            yield step
            continue
        other = _with_another(situation, shown, step)
        if other is not None:
            yield other


def _put_aside(situation: Situation) -> set[str]:
    """The keys put aside: actions in the last week; what people owe each other, today alone."""
    by_day, today = situation.journal.put_aside.today, situation.today
    days = [today - timedelta(distance) for distance in range(ASIDE_DAYS)]
    in_the_week = {key for day in days for key in by_day.get(day, ())}
    return set(by_day.get(today, ())) | (in_the_week & set(situation.catalog.actions))


def _with_another(situation: Situation, shown: Shown, step: Step) -> Step | None:
    """The same ask of somebody else, by name or through a door not yet tried."""
    action = situation.catalog.actions.get(step.action)
    of_one = step.reason.kind in OF_ONE_PERSON or step.reason.figures.get("person") == step.person
    if action is None or step.half != ASK or not step.person or of_one:
        return None
    action, besides = as_asked(situation, action), {key_of(step.person)}
    while True:
        person = whom_to_ask(
            situation.roadmap, situation.journal, action, today=situation.today, besides=besides
        )
        other = _asked_of(action, step, person)
        if not shown.is_tired(other, situation.today):
            return other
        if not person or action.who == MANAGER:
            return None
        besides.add(key_of(person))


def _asked_of(action: Action, step: Step, person: str) -> Step:
    return changed(
        step,
        sentence=action.ask.replace("{person}", person or _another_of_kind(action)),
        person=person,
    )


def _another_of_kind(action: Action) -> str:
    """Whom to ask where no other name is known: `another product manager`, `somebody else`."""
    article, _, kind = UNNAMED[action.who].partition(" ")
    return f"another {kind}" if article == "a" else "somebody else"
