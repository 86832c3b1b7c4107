from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.coach.plan.first_plan import milestones_for, offset, tracks_for
from pmpath.coach.plan.fit import (
    BASELINE,
    RESULT,
    available_by,
    available_minutes,
    best_fit,
    fit_of,
    points,
    shortest_weeks,
    uncrowded,
    ways_out,
)
from pmpath.coach.plan.verdict import FITS, TIGHT, TOO_MUCH, spare, verdict, weekly_need
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap, Target, Vacation
from tests.build import CATALOG, START
from tests.plan.simulated import plan as simulated

COLUMNS = (20, 29, 40, 66)


def target(weeks: int, profile: str = "ic", side: str = "both") -> Target:
    return Target("product manager", START + timedelta(weeks=weeks), START, START,
                  profile=profile, side=side)  # fmt: skip


def spread(hours: int) -> tuple[int, ...]:
    return (hours * 60, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(("weeks", "before"), [(26, 20), (39, 29), (52, 40), (78, 66)])
def test_a_column_of_the_catalog_is_reproduced(weeks: int, before: int) -> None:
    """Plans of 26, 39, 52 and 78 weeks take the catalog's offsets as they stand."""
    assert offset(COLUMNS, weeks) == before


def test_between_columns_the_offset_is_linear() -> None:
    """Half-way between 26 and 52 by columns of 39: 33 weeks lie 7/13 of the way from 20 to 29."""
    assert offset(COLUMNS, 33) == round(20 + 9 * 7 / 13)


def test_a_short_plan_scales_the_first_column() -> None:
    """13 weeks have half the offset of 26."""
    assert offset(COLUMNS, 13) == 10


def test_a_long_plan_counts_early_milestones_from_the_start_and_late_ones_from_the_end() -> None:
    """In 100 weeks, 66 of 78 stays 12 weeks after the start; 12 of 78 stays 12 before the end."""
    assert offset(COLUMNS, 100) == 88
    assert offset((4, 6, 8, 12), 100) == 12


@given(st.integers(12, 520), st.sampled_from(["ic", "senior", "step"]))
def test_every_milestone_lies_between_start_and_target(weeks: int, profile: str) -> None:
    """None is due before the plan begins or after the job does."""
    for one in milestones_for(target(weeks, profile), CATALOG):
        assert one.weeks_before is not None
        assert 0 <= one.weeks_before < weeks


@given(st.integers(12, 200), st.sampled_from(["ic", "senior", "step"]))
def test_a_milestone_is_never_due_before_what_it_depends_on(weeks: int, profile: str) -> None:
    """Dependent milestones stand in order, for every length and profile."""
    found = {one.id: one for one in milestones_for(target(weeks, profile), CATALOG)}
    for one in found.values():
        for key in one.depends_on:
            assert (found[key].weeks_before or 0) >= (one.weeks_before or 0), (one.id, key)


FIT = [
    ("ic", 2, (171, 114, 85, 84)), ("ic", 5, (84, 56, 74, 50)), ("ic", 10, (70, 47, 35, 23)),
    ("senior", 2, (187, 125, 94, 62)), ("senior", 5, (62, 60, 77, 51)),
    ("senior", 10, (73, 49, 37, 24)),
    ("step", 2, (147, 98, 74, 83)), ("step", 5, (83, 55, 74, 49)), ("step", 10, (70, 47, 35, 23)),
]  # fmt: skip


@pytest.mark.parametrize(("profile", "hours", "percents"), FIT)
def test_the_fit_table_of_the_catalog(profile: str, hours: int, percents: tuple[int, ...]) -> None:
    """Hours needed against hours available, for three profiles, three weeks and four lengths."""
    for weeks, percent in zip((26, 39, 52, 78), percents, strict=True):
        plan = target(weeks, profile)
        milestones = milestones_for(plan, CATALOG)
        fit = best_fit(milestones, CATALOG, available_minutes(plan, spread(hours), ()))
        assert abs(fit.percent - percent) <= 1, (weeks, fit)


def test_a_vacation_takes_its_minutes_away() -> None:
    """Two weeks off in a plan of 5 h on Mondays cost two Mondays, less what two reviews take."""
    plan = target(52)
    off = Vacation(date(2027, 7, 5), date(2027, 7, 18))
    before, after = (available_minutes(plan, spread(5), offs) for offs in ((), (off,)))
    assert before - after == 2 * (300 - 30)


def test_trial_milestones_belong_to_plans_with_an_inside() -> None:
    """Looking outside only, nobody can run a trial inside."""
    outside = {one.id for one in milestones_for(target(52, side="outside"), CATALOG)}
    both = {one.id for one in milestones_for(target(52), CATALOG)}
    assert not any(key.startswith("craft.trial") for key in outside)
    assert {"craft.trial-agreed", "craft.trial-decided"} <= both


def test_the_step_role_is_active_for_who_takes_or_holds_one() -> None:
    """Whoever skips it, or has not answered, has no live step-role track."""

    def active(state: str) -> bool:
        return next(one.active for one in tracks_for(target(52), CATALOG, state)
                    if one.id == "springboard")  # fmt: skip

    assert [active(state) for state in ("take", "in", "skip", "")] == [True, True, False, False]


def plan(weeks: int, hours: int, profile: str = "ic", *, stretch: bool = True) -> Roadmap:
    """A plan of the largest scope that has room, as `init` makes it; the hours lie on all days."""
    aim = target(weeks, profile)
    minutes = tuple(hours * 60 // 7 + (day < hours * 60 % 7) for day in range(7))
    milestones = milestones_for(aim, CATALOG)
    scope = best_fit(milestones, CATALOG, available_minutes(aim, minutes, ())).scope
    made = Roadmap(changed(aim, scope=scope), minutes, milestones=milestones)
    return uncrowded(made, CATALOG) if stretch else made


@pytest.mark.parametrize(
    ("profile", "weeks"),
    [("ic", (53, 18, 16)), ("senior", (58, 20, 16)), ("step", (46, 16, 16))],
)
def test_the_shortest_credible_plans_of_the_catalog(profile: str, weeks: tuple[int, ...]) -> None:
    """Core hours at 85% of the time, and never under 16 weeks, for 2, 5 and 10 hours."""
    core = fit_of("core", milestones_for(target(52, profile), CATALOG), CATALOG, 1).needed
    assert tuple(shortest_weeks(core, hours * 60) for hours in (2, 5, 10)) == weeks
    assert shortest_weeks(core, 30) is None


@pytest.mark.parametrize("profile", ["ic", "senior", "step"])
@pytest.mark.parametrize("hours", [2, 5, 10])
@pytest.mark.parametrize("weeks", [16, 20, 26, 30, 39, 52, 60, 78, 100])
def test_no_milestone_needs_more_than_there_is_by_then_or_the_plan_says_so(
    profile: str, hours: int, weeks: int
) -> None:
    """With room in all, every point up to the applications has its hours; the others are named."""
    made, raw = plan(weeks, hours, profile), plan(weeks, hours, profile, stretch=False)
    whole = available_minutes(made.target, made.minutes, ())
    fit = fit_of(made.target.scope, made.milestones, CATALOG, whole)
    found = points(made, CATALOG)
    applications = next(one.due for one in found if one.id == "search.ten-steps")
    if fit.percent <= 85:
        assert all(one.needed <= one.available for one in found if one.due < applications)
    crowded = {one.id for one in found if one.needed * 10 > one.available * 9}
    assert crowded == {one.id for one in found if one.is_crowded}
    assert len(crowded) <= sum(one.is_crowded for one in points(raw, CATALOG))


@given(st.integers(12, 200), st.integers(2, 12), st.sampled_from(["ic", "senior", "step"]))
def test_stretching_keeps_every_order_and_moves_nothing_earlier(
    weeks: int, hours: int, profile: str
) -> None:
    """Between start and target, dependent ones in order; the baseline alone may come earlier."""
    raw = {one.id: one.weeks_before or 0
           for one in plan(weeks, hours, profile, stretch=False).milestones}  # fmt: skip
    made = {one.id: one for one in plan(weeks, hours, profile).milestones}
    for key, one in made.items():
        before = one.weeks_before or 0
        assert 0 <= before < weeks
        assert before <= raw[key] or key == BASELINE
        for earlier in one.depends_on:
            assert (made[earlier].weeks_before or 0) >= before, (key, earlier)
    gap = (made[BASELINE].weeks_before or 0) - (made[RESULT].weeks_before or 0)
    assert gap >= min(12 if weeks >= 26 else 7, raw[BASELINE] - raw[RESULT])


def test_hours_by_a_day_grow_with_the_days_and_stop_in_a_vacation() -> None:
    """35 minutes a day less the review: 215 a week, and none of it in a week off."""
    made = Roadmap(target(52), (35,) * 7)
    assert available_by(made, START) == 0
    assert available_by(made, START + timedelta(14)) == 430
    off = changed(made, vacations=(Vacation(START + timedelta(1), START + timedelta(7)),))
    assert available_by(off, START + timedelta(14)) == 215


def test_the_ways_out_make_the_core_fit() -> None:
    """With the date, or with the minutes, that are named, the core needs at most 85%."""
    made = plan(26, 2)
    ways = ways_out(made, CATALOG)
    assert ways is not None
    later = changed(made.target, date=ways.date)
    assert best_fit(made.milestones, CATALOG,
                    available_minutes(later, made.minutes, ())).percent <= 85  # fmt: skip
    more = (ways.weekly_minutes, 0, 0, 0, 0, 0, 0)
    assert (
        best_fit(made.milestones, CATALOG, available_minutes(made.target, more, ())).percent <= 85
    )


@pytest.mark.parametrize(
    ("hours", "weeks", "said", "has_spare"),
    [(10, 52, FITS, True), (5, 52, TIGHT, False), (4, 52, FITS, True), (2, 26, TOO_MUCH, False)],
)
def test_a_plan_fits_is_tight_or_too_much(
    hours: int, weeks: int, said: str, has_spare: bool
) -> None:
    """At most 90% in total and by each milestone fits; a third more than the need is spare."""
    made = simulated(hours, "ic", weeks)
    fit = fit_of(
        made.target.scope, made.milestones, CATALOG,
        available_minutes(made.target, made.minutes, ()),
    )  # fmt: skip
    assert verdict(made, CATALOG, fit) == said
    found = spare(made, CATALOG, fit)
    assert (found is not None) is has_spare
    need = weekly_need(made, CATALOG, fit)
    assert (need <= sum(made.minutes)) is (said == FITS)
    if found is not None:
        assert found.weekly_minutes in (need, None)
        assert found.date is not None
        assert made.target.start < found.date < made.target.date


@pytest.mark.parametrize("weekly", [20, 30])
def test_a_week_without_minutes_beyond_the_review_has_no_earlier_date(weekly: int) -> None:
    """Not even for a plan that needs nothing: no number of such weeks would do."""
    made = Roadmap(target(26), (weekly, 0, 0, 0, 0, 0, 0))
    found = spare(made, CATALOG, fit_of("core", (), CATALOG, 0))
    assert found is not None
    assert found.date is None
