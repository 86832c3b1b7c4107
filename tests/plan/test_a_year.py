"""What a year of daily steps looks like; docs/plan.md has the figures as they were measured."""

from __future__ import annotations

from functools import cache

import pytest

from pmpath.coach.situation import Situation
from pmpath.coach.today.candidates import steps
from pmpath.coach.today.proposal import NO_NEWS
from pmpath.domain.entry import ASK, PART
from pmpath.domain.kinds import Record
from pmpath.render.phrases.steps import sentence
from tests import build
from tests.plan.simulated import WEEKS, Life, Lived, live, on_time, plan, repeats

pytestmark = pytest.mark.slow
WEEK_10, WEEK_12 = 70, 84


@cache
def life(hours: int, answers: bool = True, profile: str = "ic", weeks: int = WEEKS) -> Life:
    return live(plan(hours, profile, weeks), answers=answers)


def year(hours: int, answers: bool = True) -> tuple[Lived, ...]:
    return tuple(life(hours, answers).days)


def done(hours: int, until: int = 364) -> list[str]:
    return [step.action for one in year(hours) for step in one.steps if one.day < until]


@pytest.mark.parametrize(("hours", "least"), [(2, 55), (5, 70), (10, 70)])
def test_a_year_holds_many_different_actions(hours: int, least: int) -> None:
    """Nobody does the same ten things all year."""
    assert len(set(filter(None, done(hours)))) >= least


@pytest.mark.parametrize("answers", [True, False])
def test_the_same_action_and_person_come_on_three_days_running_at_most(answers: bool) -> None:
    """And on five of fourteen, whether people answer or not."""
    for hours in (2, 5):
        assert repeats(list(year(hours, answers))) <= (3, 5)
        assert repeats(list(year(hours, answers)))[1] <= 5


@pytest.mark.parametrize("hours", [2, 5])
@pytest.mark.parametrize("answers", [True, False])
def test_who_does_every_step_is_never_behind_plan(hours: int, answers: bool) -> None:
    """On no evening of 312 working days, even when no answer ever comes."""
    lived = year(hours, answers)
    assert len(lived) == 312
    assert max(one.short for one in lived) == 0
    assert sum(not one.steps for one in lived) <= 12


@pytest.mark.parametrize("hours", [2, 5, 10])
def test_every_live_track_is_reached_by_week_ten(hours: int) -> None:
    """Two hours a week reach what ten do, in parts."""
    made = plan(hours)
    live_then = {
        track.id for day in (0, WEEK_10 - 14)
        for track in Situation(
            made, build.journal(), build.CATALOG, build.day(day), build.VOCABULARY
        ).live_tracks()
    }  # fmt: skip
    reached = {step.track for one in year(hours) for step in one.steps if one.day < WEEK_10}
    assert live_then <= reached


@pytest.mark.parametrize(
    ("weeks", "hours", "profile"),
    [(26, 4, "ic"), (39, 5, "senior"), (52, 4, "step"), (52, 10, "ic")],
)  # fmt: skip
def test_every_step_of_every_day_keeps_nine_milestones_of_ten(
    weeks: int, hours: int, profile: str
) -> None:
    """Where the plan fits; of those that no other person decides."""
    kept, wanted = on_time(life(hours, profile=profile, weeks=weeks))
    assert kept * 10 >= wanted * 9
    assert max(one.short for one in life(hours, profile=profile, weeks=weeks).days) == 0


def test_whoever_is_asked_is_not_asked_for_the_same_before_it_is_over() -> None:
    """A coffee that is agreed on is met, not asked for again."""
    for hours in (2, 5, 10):
        agreed: set[tuple[str, str]] = set()
        for step in (step for one in year(hours) for step in one.steps):
            if not step.action or not step.person:
                continue
            pair = (step.action, step.person)
            if step.half == ASK and step.reason.kind != NO_NEWS:
                assert pair not in agreed
                agreed.add(pair)
            else:
                agreed.discard(pair)


def test_two_hours_a_week_begin_the_textbook_within_twelve_weeks() -> None:
    """It takes an hour, and no day but one has thirty minutes; what is due earlier goes before."""
    assert "reading.textbook" in done(2, WEEK_12)


def test_parts_are_numbered_to_the_last() -> None:
    """An hour in parts of a quarter: part 1 of 4 to part 4 of 4, and only then is it done."""
    action = "roadmap.pay-floor"
    made = build.roadmap(minutes=(15,) * 7, answers={"pay_cut_percent": 0})
    records: list[Record] = []
    said = []
    for number in range(5):
        here = Situation(
            made, build.journal(records), build.CATALOG, build.day(number), build.VOCABULARY
        )
        step = next((one for one in steps(here, 15) if one.action == action), None)
        if step is None:
            continue
        said.append((sentence(step).rpartition(": ")[2], step.minutes, step.part))
        tags = (PART,) if step.part else ()
        records.append(build.entry(build.day(number), step.minutes, action=action, tags=tags))
    assert said == [
        ("part 1 of 4.", 15, True), ("part 2 of 4.", 15, True), ("part 3 of 4.", 15, True),
        ("part 4 of 4.", 15, False),
    ]  # fmt: skip


@pytest.mark.parametrize("actions", [
    ("craft.triage", "craft.metrics", "craft.brief"),
    ("craft.ship-list", "craft.release-note", "craft.launch"),
    ("craft.price-channel", "craft.sales-tool", "allies.deal-review"),
    ("reading.positioning-book",), ("search.event",), ("search.scan",),
])  # fmt: skip
def test_what_the_article_names_is_proposed_in_the_year(actions: tuple[str, ...]) -> None:
    """A5 to A7, A13, A26, A62, at five hours a week."""
    assert set(actions) & set(done(5))


def test_the_first_book_is_a_textbook() -> None:
    """A31: whatever else is read comes later."""
    reading = [action for action in done(5) if action.startswith("reading.")]
    assert reading[0] == "reading.textbook-pick"
