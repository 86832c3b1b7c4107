from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.coach.plan import available_minutes, best_fit, milestones_for, offset, tracks_for
from pmpath.domain.roadmap import Target, Vacation
from tests.build import CATALOG, START

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
    """Two weeks off in a plan of 5 h on Mondays cost two Mondays."""
    plan = target(52)
    off = Vacation(date(2027, 7, 5), date(2027, 7, 18))
    before, after = (available_minutes(plan, spread(5), offs) for offs in ((), (off,)))
    assert before - after == 600


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
