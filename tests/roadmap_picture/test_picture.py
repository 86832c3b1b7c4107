from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.plan.first_plan import milestones_for, tracks_for
from pmpath.coach.situation import Situation
from pmpath.domain.kinds import MilestoneDone, Move, Record
from pmpath.domain.log.journal import fold
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Milestone, Roadmap, StepRole, Target
from pmpath.render.screens.roadmap import draw_roadmap
from pmpath.reports.roadmap import RoadmapReport, roadmap_report
from tests.build import (
    CATALOG,
    HALF_HOUR_DAYS,
    START,
    TARGET,
    VOCABULARY,
    day,
    page,
    plan,
    rest,
    roadmap,
    situation,
    vacation,
)
from tests.commands.conftest import Terminal
from tests.effort import examples


def screen(report: RoadmapReport, width: int = 80) -> str:
    sheet = page(width)
    draw_roadmap(sheet, report)
    return sheet.text()


def row(shown: str, name: str) -> str:
    """The line of the picture with this name, without the name."""
    (found,) = [line for line in shown.splitlines() if line.startswith(f"{name:<11}")]
    return found[11:]


def of_length(days: int) -> Roadmap:
    target = Target("product manager", START + timedelta(days), START, START, scope="extended")
    made = Roadmap(target, HALF_HOUR_DAYS, milestones=milestones_for(target, CATALOG))
    return changed(made, tracks=tracks_for(target, CATALOG, "take"))


def report(on: Roadmap, today: date, records: tuple[Record, ...] = ()) -> RoadmapReport:
    return roadmap_report(Situation(on, fold(records), CATALOG, today, VOCABULARY))


PICTURE = """\
Product manager by 10 Jan 2028                    40 weeks left · date unchanged

2027          Feb   Mar  Apr   May   Jun  Jul   Aug   Sep   Oct  Nov   Dec  2028
Phase      |explore|build---------|prove-----------|move------------------------
People     |PM and sales allies---|Leaders who know-----------------------------
Customers  |Customer contact----------------------------------------------------
Making     |Reading|Posit|Wri|Volunteer|The daily work of a PM------------------
Search     |Job search----------------------------------------------------------
Days off                                          ===
Milestones x              o                               .
                                                          .
Today                     ^ Mon 5 Apr                                          T
"""


def test_the_picture_of_a_year() -> None:
    """Twelve weeks of 52 gone: day 84 of 364 is column 15 of 69, as counted by hand."""
    of = {one.id: one for one in roadmap().milestones}
    four = (
        changed(of["springboard.decided"], weeks_before=50),
        changed(of["writing.first-piece"], due=date(2027, 4, 5)),
        changed(of["volunteer.result"], weeks_before=16),
        changed(of["craft.trial-decided"], weeks_before=16),
    )
    here = roadmap(milestones=four, vacations=(vacation(date(2027, 8, 9), date(2027, 8, 20)),))
    done = MilestoneDone("m", "2027-01-12T20:00:00+00:00", day(1), "springboard.decided")
    shown = screen(roadmap_report(situation([done], date(2027, 4, 5), on=here)))
    assert shown.startswith(PICTURE)


def test_the_lists_say_the_same_in_words() -> None:
    """Each milestone has sign, day and state; each track is live, comes later, or is left out."""
    done = MilestoneDone("m", "2027-01-12T20:00:00+00:00", day(1), "springboard.decided")
    shown = " ".join(screen(roadmap_report(situation([done], day(20)))).split())
    assert "x Tue 12 Jan done Stepping-stone role decided: take, skip or leave it" in shown
    assert "o Mon 18 Jan open Reality check answered, date and pay floor written" in shown
    assert ". Mon 10 Jan" not in shown
    assert "Live now The plan, Customer contact, PM and sales allies, Reading, Job search" in shown
    assert "Positioning and value talk from Feb" in shown
    assert "The daily work of a PM from Jun" in shown
    assert "Not in my plan Step role" in shown


def test_a_moved_date_keeps_its_history() -> None:
    """Moved twice: the first date, each later one with day and reason, and the whole slip."""
    later, latest = TARGET + timedelta(56), TARGET + timedelta(63)
    plans = (
        plan(START),
        plan(day(30), target=later, reason="a new team"),
        plan(day(60), target=latest, reason="a holiday"),
    )
    on = roadmap(target=changed(roadmap().target, date=latest))
    shown = " ".join(screen(report(on, day(70), plans)).split())
    assert "First 10 Jan 2028 10 Feb 2027 10 Jan 2028 to 6 Mar 2028, 8 weeks later:" in shown
    assert "8 weeks later: a new team" in shown
    assert "12 Mar 2027 6 Mar 2028 to 13 Mar 2028, 1 week later: a holiday" in shown
    assert "In all moved twice, 9 weeks later than 10 Jan 2028" in shown


def test_a_date_changed_by_hand_is_shown_before_it_is_recorded() -> None:
    """The file says another date than the log: the move stands there, without a day."""
    on = roadmap(target=changed(roadmap().target, date=TARGET + timedelta(7)))
    shown = " ".join(screen(report(on, day(5), (plan(START),))).split())
    assert "By hand 10 Jan 2028 to 17 Jan 2028, 1 week later, not yet recorded" in shown


def test_the_step_role_has_its_line_with_limit_and_exit() -> None:
    """The line ends at the exit; L marks the limit, and the words name both dates."""
    held = StepRole("in", "sales engineer", date(2026, 10, 1), 12, date(2027, 12, 1))
    moved = Move(
        "m", "2027-01-12T20:00:00+00:00", day(1), "exit", "", date(2027, 10, 1),
        date(2027, 12, 1), "one more launch",
    )  # fmt: skip
    shown = screen(roadmap_report(situation([moved], day(20), on=roadmap(springboard=held))))
    line = row(shown, "Step role")
    assert line.startswith("---")
    assert line.index("L") < line.index("E") == len(line) - 1
    flat = " ".join(shown.split())
    assert (
        "sales engineer since 1 Oct 2026, 3 of at most 12 months; to leave on 1 Dec 2027, moved"
        in flat
    )


def test_a_date_that_has_passed_stays_on_the_line() -> None:
    """Three weeks after the date, T stands before today, which is the end of the line."""
    shown = screen(report(of_length(364), START + timedelta(364 + 21)))
    line = row(shown, "Today")
    assert line.index("T") < line.index("^") == len(line) - 1
    assert "the date was 3 weeks ago" in shown


@pytest.mark.parametrize(
    ("days", "first_words"),
    [
        (14, ["11 Jan", "18 Jan", "25 Jan"]),
        (364, ["Feb", "Apr", "2028"]),
        (1200, ["2028", "2029", "2030"]),
        (3650, ["2028", "2032", "2036"]),
    ],
)
@pytest.mark.parametrize("width", [40, 80])
def test_the_scale_fits_its_length(days: int, first_words: list[str], width: int) -> None:
    """Two weeks are told by days, a year by months, ten years by years, narrow or wide."""
    scale = row(screen(report(of_length(days), day(3)), width), "2027")
    assert any(word in scale for word in first_words)
    assert all(word in scale for word in first_words if width == 80)


def test_a_plan_without_tracks_and_milestones_has_a_picture_too() -> None:
    """What is not in the file is left out, and the rest stands."""
    shown = screen(report(roadmap(tracks=(), milestones=()), day(3)))
    assert "Search" not in shown
    assert "Milestones" not in shown
    assert row(shown, "Today").startswith("^ Thu 14 Jan")


def test_two_tracks_that_begin_on_one_day_share_their_lane() -> None:
    """The lane shows the track that is live, the first one of the file."""
    on = roadmap()
    tracks = tuple(changed(one, live_from=None) for one in on.tracks)
    found = report(changed(on, tracks=tracks), day(3))
    live = {one.id for one in found.tracks if one.state == "live"}
    assert {lane.stretches[0].id for lane in found.lanes} == live - {"roadmap"}


@settings(max_examples=examples(60))
@given(st.integers(14, 3660), st.integers(-30, 4000), st.integers(40, 100), st.data())
def test_any_plan_fits_any_screen(days: int, passed: int, width: int, data: st.DataObject) -> None:
    """No line is wider than the screen, all is ASCII, and each milestone has one mark."""
    on = of_length(days)
    done = tuple(
        MilestoneDone(one.id, "2027-01-12T20:00:00+00:00", day(2), one.id)
        for one in data.draw(st.lists(st.sampled_from(on.milestones), unique=True, max_size=9))
    )
    today = START + timedelta(passed)
    found = report(on, today, done)
    shown = screen(found, width)
    picture, _, _ = shown.partition("\nx done")
    lines = picture.replace(" · ", " - ").splitlines()
    assert all(len(line) <= min(width, 80) and line.isascii() for line in lines)
    start = next(n for n, line in enumerate(lines) if line.startswith("Milestones"))
    drawn = "".join(line[11:] for line in lines[start:-1])
    assert len(drawn.replace(" ", "")) == len(found.milestones)
    assert lines[-1].count("^") == 1


@given(st.integers(14, 3660), st.integers(0, 4000))
def test_places_keep_the_order_of_days(days: int, passed: int) -> None:
    """What is due later stands never further left, and all stand on the line."""
    found = report(of_length(days), START + timedelta(passed))
    places = [(one.milestone.due, one.at) for one in found.milestones]
    assert places == sorted(places)
    assert all(0 <= at <= 1000 for _, at in places)
    ends = [(one.first, one.last) for lane in found.lanes for one in lane.stretches]
    assert all(first <= last for first, last in ends)


def test_lanes_follow_one_another_without_a_gap() -> None:
    """Each stretch of a lane begins the day after the one before, the last ends with the line."""
    for lane in report(of_length(364), day(3)).lanes:
        for before, after in zip(lane.stretches, lane.stretches[1:], strict=False):
            assert after.first - before.last == timedelta(1)
        assert lane.stretches[-1].last == START + timedelta(364)


def test_a_milestone_of_ones_own_is_drawn() -> None:
    """What was added by hand has its mark and its line."""
    own = Milestone("talk.given", "positioning", "Talk at the meet-up", 60, "core", due=day(100))
    shown = screen(report(roadmap(milestones=(own,)), day(3)))
    assert ". Wed 21 Apr      Talk at the meet-up" in shown


def test_a_rest_of_several_days_is_drawn_like_a_vacation() -> None:
    """Days 28 to 35 are columns 5 and 6 of 69; a rest of one day is too small to be seen."""
    rests = [rest(day(28), day(35)), rest(day(100), day(100))]
    shown = screen(roadmap_report(situation(rests, day(3))))
    assert row(shown, "Days off") == "     =="


def test_typed_it_writes_nothing_and_says_the_same_as_json(terminal: Terminal) -> None:
    """Both forms count the same milestones; before `init` there is nothing to draw."""
    before = sorted((one, one.stat().st_mtime_ns) for one in terminal.home.iterdir())
    shown = terminal.type("roadmap")
    data = json.loads(terminal.type("roadmap", "--json"))["data"]
    assert f"Milestones, {data['done']} of {len(data['milestones'])} done" in shown
    assert sorted((one, one.stat().st_mtime_ns) for one in terminal.home.iterdir()) == before


def test_before_init_there_is_nothing_to_draw(empty: Terminal) -> None:
    """The way to a roadmap is said, with exit code 3."""
    empty.type("roadmap", code=3)
    assert "pmpath init makes one" in empty.err


def test_a_step_role_on_the_way_stands_beside_the_customers() -> None:
    """Both begin on day 0 in one slot: the customers are live, the step role stands beside them."""
    shown = screen(report(of_length(364), day(3)))
    assert "Beside them       Step role" in shown
    assert "Had their turn" not in shown


def test_ten_years_are_told_by_years_alone() -> None:
    """No month has room between the years of so long a plan."""
    scale = row(screen(report(of_length(3650), day(3))), "2027")
    assert all(word.isdecimal() for word in scale.split())


def test_what_is_due_after_the_date_stands_at_the_end_of_the_line() -> None:
    """A day of its own may lie beyond the target: the line ends there, the list has the day."""
    late = Milestone("talk.given", "positioning", "Talk", 60, "core", due=day(500))
    found = report(roadmap(milestones=(late,)), day(3))
    assert found.milestones[0].at == 1000
    assert ". Thu 25 May 2028" in " ".join(screen(found).split())
