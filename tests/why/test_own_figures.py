from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.entry import ASK
from pmpath.domain.kinds import MilestoneDone, Move
from pmpath.domain.roadmap.roadmap import Milestone, StepRole
from tests.build import START, day, entry, roadmap
from tests.why.asking import flat, ground, yours


def test_a_milestone_has_its_day_and_what_is_open_before_it() -> None:
    """Due so many weeks before the date, open or done, after what it depends on."""
    open_one = yours("customers.three-run", ground())
    assert open_one["due"] == date(2027, 6, 21)
    assert open_one["weeks_before"] == 29
    assert open_one["open_before"] == ("Five customer conversations heard",)
    done = MilestoneDone("m", "2027-01-12T20:00:00+00:00", day(1), "customers.five-heard")
    assert "open_before" not in yours("customers.three-run", ground((done,)))
    heard = flat("customers.five-heard", ground((done,)))
    assert "State done Tue 12 Jan" in heard
    assert "milestones done" not in heard


def test_a_milestone_beyond_the_scope_says_so() -> None:
    """It is in the file and not shown; and one of another profile is not in the plan."""
    assert yours("customers.one-solved", ground())["beyond_scope"] == "standard"
    assert yours("roadmap.level-plan", ground()) == {"not_in_plan": True}


def test_a_milestone_of_ones_own_is_explained_by_its_track() -> None:
    """What was added by hand has its day, and no point of the article of its own."""
    own = Milestone("talk.given", "positioning", "Talk at the meet-up", 60, "core", due=day(100))
    shown = flat("talk.given", ground(on=roadmap(milestones=(own,))))
    assert "Due Wed 21 Apr" in shown
    assert "The article says nothing about this; it is our decision." in shown


def test_a_track_is_live_or_says_from_when() -> None:
    """Live now, from a day on, passed on, or not in your plan; with its last entry and its turn."""
    coffee = entry(day(18), 30, track="allies")
    here = ground((coffee,), day(20))
    allies = yours("allies", here)
    assert allies == {"live_since": START, "cadence": "2 in 7 days", "last_entry": day(18)}
    assert yours("craft", here)["live_from"] == date(2027, 6, 12)
    assert yours("springboard", here)["not_in_plan"] is True
    assert yours("reading", ground((), day(60)))["passed_to"] == "Positioning and value talk"


def test_an_action_says_when_it_was_done_and_what_it_waits_for() -> None:
    """Asked on day 3, not yet held; another waits for it and for its phase."""
    asked = entry(day(3), 5, track="customers", action="customers.ask-seat", half=ASK)
    here = ground((asked,), day(5))
    assert yours("customers.ask-seat", here) == {"last_asked": day(3)}
    listen = yours("customers.listen-in", here)
    assert listen["waits_for"] == ("Ask sales, support or a PM for a seat on one customer call",)
    assert yours("volunteer.reference", here)["opens"] == date(2027, 8, 18)
    assert "Waits for 3 entries on customers" in flat("customers.pulse", here)
    assert "the answer springboard take" in flat("springboard.openings", here)


def test_pace_has_the_two_totals_of_the_report() -> None:
    """By hand: five days after the start promise 4 x 30 and 90, of which 75 minutes are done."""
    done = (entry(day(1), 45, track="allies"), entry(day(3), 30, track="reading"))
    figures = yours("pace", ground(done, day(5)))
    assert (figures["minutes_done"], figures["minutes_promised"]) == (75, 4 * 30 + 90)
    assert figures["days_done"] == "2 of 4"


def test_fit_has_the_hours_of_the_plan() -> None:
    """98 hours of core and standard, in 52 weeks of 4 hours less half an hour each."""
    figures = yours("fit", ground())
    assert (figures["minutes_needed"], figures["minutes_available"]) == (98 * 60, 52 * 210)
    assert figures["fit_percent"] == 98 * 60 * 100 // (52 * 210)


def test_fit_counts_a_milestone_of_ones_own() -> None:
    """Two hours added by hand are two hours more that the plan needs."""
    own = Milestone("talk.given", "positioning", "Talk", 120, "core", due=day(100))
    with_own = roadmap(milestones=(*roadmap().milestones, own))
    assert yours("fit", ground(on=with_own))["minutes_needed"] == 100 * 60


@pytest.mark.parametrize(
    ("word", "change", "figures"),
    [
        ("odds", {"answers": {"engineers": 150, "product_managers": 5}},
         {"engineers": 150, "product_managers": 5, "engineers_for_each": 30}),
        ("odds", {"answers": {"engineers": 40, "product_managers": 0}},
         {"engineers": 40, "product_managers": 0}),
        ("odds", {}, {"counts_open": True}),
        ("minutes", {}, {"week_minutes": 240}),
        ("daily-cap", {"daily_cap": 200}, {"daily_cap_minutes": 200}),
        ("limit", {}, {"no_step_role": "open"}),
        ("limit", {"springboard": StepRole("in", "", date(2026, 4, 11), 12, date(2027, 4, 1))},
         {"since": date(2026, 4, 11), "months": "9 of 12", "limit_day": date(2027, 4, 11),
          "exit_date": date(2027, 4, 1)}),
        ("NO_CUSTOMER", {"findings": {"NO_CUSTOMER": {"days": 45, "off": False}}},
         {"set_days": 45, "set_off": False, "limit_days": 45, "not_raised": True,
          "finding_figures": {"days": 0}}),
    ],
)  # fmt: skip
def test_numbers_come_with_ones_own_figures(
    word: str, change: dict[str, object], figures: dict[str, object]
) -> None:
    """Each number that the roadmap holds stands beside its explanation."""
    assert yours(word, ground(on=roadmap(**change))) == figures


def test_phases_say_which_and_what_comes_next() -> None:
    """On day 20 of 364 it is explore, 5 % gone, and build begins on 24 February."""
    shown = flat("phases", ground((), day(20)))
    assert "Phase explore Gone 5% of the time Next build, from 24 Feb 2027" in shown


def test_a_dropped_milestone_says_why_and_how_it_comes_back() -> None:
    """Dropped with a reason: the reason stands there, and the command that restores it."""
    drop = Move("m", "2027-01-12T20:00:00+00:00", day(1), "drop", "customers.three-run", None, None,
                "no time this year")  # fmt: skip
    shown = flat("customers.three-run", ground((drop,)))
    assert "State not in your plan: no time this year" in shown
    assert "Bring it back pmpath milestones restore customers.three-run" in shown
