from __future__ import annotations

import json
import re
import webbrowser
from datetime import date, timedelta
from html import escape
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.plan.first_plan import milestones_for, tracks_for
from pmpath.coach.situation import Situation
from pmpath.domain.kinds import MilestoneDone, Move, Record
from pmpath.domain.log.journal import fold
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Milestone, Roadmap, StepRole, Target
from pmpath.render.page.html import html
from pmpath.render.page.text import MONTHS
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

NAMES = 28


def screen(report: RoadmapReport, width: int = 80, *, whole: bool = False) -> str:
    sheet = page(width)
    draw_roadmap(sheet, report, whole=whole)
    return sheet.text()


def row(shown: str, name: str) -> str:
    """The line of the picture with this name, without the name."""
    picture, _, _ = shown.partition("\n= live")
    (found,) = [line for line in picture.splitlines() if line.startswith(name)]
    return found[NAMES:]


def of_length(days: int) -> Roadmap:
    target = Target("product manager", START + timedelta(days), START, START, scope="extended")
    made = Roadmap(target, HALF_HOUR_DAYS, milestones=milestones_for(target, CATALOG))
    return changed(made, tracks=tracks_for(target, CATALOG, "take"))


def report(on: Roadmap, today: date, records: tuple[Record, ...] = ()) -> RoadmapReport:
    return roadmap_report(Situation(on, fold(records), CATALOG, today, VOCABULARY))


PICTURE = """\
Product manager by 10 Jan 2028                    40 weeks left · date unchanged

2027                                   Apr         Jul          Oct         2028
The plan                    ===========|========================================
Customer contact            ===========|========================================
Stepping-stone role         x          |
PM and sales allies         ===========|======
Reading                     ======     |
Job search                  ===========|========================================
Positioning and value talk        =====|
Writing for customers                 =o==
Volunteer result                       |  ========             .
Leaders who know                       |     ===================================
The daily work of a PM                 |         ==============.================
Days off                               |                 --
Today, Mon 5 Apr                       ^
Date, 10 Jan 2028                                                              T

= live   x done   o due   . to come
"""


def test_the_picture_of_a_year() -> None:
    """Twelve weeks of 52 gone: day 84 of 364 is column 11 of 52, as counted by hand."""
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
    found = roadmap_report(situation([done], day(20)))
    shown = " ".join(screen(found, whole=True).split())
    assert "x Tue 12 Jan done Stepping-stone role decided: take, skip or leave it" in shown
    assert (
        "o Mon 18 Jan due Reality check answered; date, role and lowest pay written down" in shown
    )
    assert "Phase explore until Tue 23 Feb; then build from Feb, prove from May" in shown
    assert "Live now The plan, Customer contact, PM and sales allies, Reading, Job search" in shown
    assert "Positioning and value talk from Feb" in shown
    assert "The daily work of a PM from Jun" in shown
    assert "Not in your plan Stepping-stone role" in shown


def listed_days(shown: str) -> list[str]:
    """The days of the list of milestones, as it names them."""
    _, _, below = shown.partition("\nMilestones, ")
    return re.findall(r"^ *[xo.] (\w{3} \d+ \w{3}(?: \d{4})?)", below, re.MULTILINE)


@pytest.mark.parametrize("width", [40, 80])
def test_the_next_five_milestones_are_named_and_all_with_all(width: int) -> None:
    """Five that are not done, what is due first; the rest behind --all, which is offered."""
    done = MilestoneDone("m", "2027-01-12T20:00:00+00:00", day(1), "springboard.decided")
    found = roadmap_report(situation([done], day(20)))
    some, every = screen(found, width), screen(found, width, whole=True)
    assert len(listed_days(some)) == 5
    assert "Stepping-stone role decided" not in some
    assert "pmpath roadmap --all" in " ".join(some.split())
    assert len(listed_days(every)) == len(found.milestones)
    assert "--all" not in every


def test_what_is_done_stands_at_the_day_it_was_done() -> None:
    """Reached before its day or long after it: the list follows the days that it shows."""
    early = MilestoneDone("m", "2027-01-12T20:00:00+00:00", day(1), "search.offer")
    found = roadmap_report(situation([early], day(20)))
    assert found.milestones[0].milestone.id == "search.offer"
    days = [one.milestone.done or one.milestone.due for one in found.milestones]
    assert days == sorted(days)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_every_track_has_one_row_with_its_whole_name(width: int) -> None:
    """No name is cut, and every line of time begins in the same column."""
    found = report(of_length(364), day(84))
    picture, _, _ = screen(found, width).partition("\n= live")
    lines = picture.splitlines()
    for one in found.tracks:
        (line,) = [line for line in lines if line.startswith(f"{one.name}  ")]
        assert line[:NAMES].strip() == one.name


def test_two_milestones_in_one_column_are_counted() -> None:
    """A figure stands for both, so that nothing hides and nothing is stacked."""
    pair = tuple(
        Milestone(f"talk.{name}", "positioning", name, 60, "core", due=day(100))
        for name in ("one", "two")
    )
    shown = screen(report(roadmap(milestones=pair), day(3)))
    assert row(shown, "Positioning and value talk").count("2") == 1
    assert "2 several" in shown


def test_a_milestone_of_a_track_that_was_left_out_has_a_row() -> None:
    """Its track is not in the plan, the milestone is: the mark is not lost."""
    own = Milestone("talk.given", "springboard", "Talk", 60, "core", due=day(100))
    shown = screen(report(roadmap(milestones=(own,)), day(3)))
    assert row(shown, "Stepping-stone role").strip() == "|            ."


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("weeks", [2, 12, 30, 52, 110, 300])
def test_the_months_stand_at_one_distance(weeks: int, width: int) -> None:
    """All, each third, each half year, or years alone: never some months and others not."""
    found = report(of_length(weeks * 7), day(3))
    months = [word for word in row(screen(found, width), "2027").split() if word.isalpha()]
    numbers = [MONTHS.index(word) for word in months if weeks > 12]
    steps = {(after - before) % 12 for before, after in pairwise(numbers)}
    assert steps <= {1, 2} or steps <= {3, 6} or steps <= {6, 12}


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
    assert "Total moved twice, 9 weeks later than 10 Jan 2028" in shown


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
    line = row(shown, "Stepping-stone role")
    assert line.startswith("=o|=")
    assert line.index("L") < line.index("E") == len(line) - 1
    flat = " ".join(shown.split())
    assert (
        "sales engineer since 1 Oct 2026, 3 of at most 12 months; to leave on 1 Dec 2027, moved"
        in flat
    )


def test_a_date_that_has_passed_stays_on_the_line() -> None:
    """Three weeks after the date, T stands before today, which is the end of the line."""
    shown = screen(report(of_length(364), START + timedelta(364 + 21)))
    assert row(shown, "Date").index("T") < row(shown, "Today").index("^") == 80 - NAMES - 1
    assert "the date was 3 weeks ago" in shown


@pytest.mark.parametrize(
    ("days", "first_words"),
    [
        (14, ["11 Jan", "18 Jan", "25 Jan"]),
        (364, ["Apr", "Jul", "Oct", "2028"]),
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
    assert "Today, Thu 14 Jan  ^" in shown


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
    picture, _, _ = shown.partition("\n= live")
    lines = picture.replace(" · ", " - ").splitlines()
    assert all(len(line) <= min(width, 80) and line.isascii() for line in lines)
    rows = [line for line in lines if line.startswith(tuple(one.name for one in found.tracks))]
    drawn = "".join(line[NAMES:] for line in rows)
    counted = sum(int(sign) for sign in drawn if sign.isdecimal())
    assert counted + sum(drawn.count(sign) for sign in "xo.") == len(found.milestones)
    assert sum(line.count("^") for line in lines) == 1


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
    """Days 28 to 35 are columns 3 and 4 of 52; a rest of one day is too small to be seen."""
    rests = [rest(day(28), day(35)), rest(day(100), day(100))]
    shown = screen(roadmap_report(situation(rests, day(3))))
    assert row(shown, "Days off").replace("|", " ") == "   --"


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
    """Both begin on day 0 in one slot: customers live, the stepping-stone role beside them."""
    shown = screen(report(of_length(364), day(3)))
    assert "Alongside         Stepping-stone role" in shown
    assert "Live earlier" not in shown


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


def page_of(found: RoadmapReport) -> str:
    sheet = page(80)
    draw_roadmap(sheet, found)
    return html(sheet.blocks)


def test_the_page_draws_the_same_rows_and_says_every_day() -> None:
    """One row for each track, one mark for each milestone, and its day and title in words."""
    done = MilestoneDone("m", "2027-01-12T20:00:00+00:00", day(1), "springboard.decided")
    found = roadmap_report(situation([done], day(20)))
    shown = page_of(found)
    (figure,) = re.findall(r'<figure class="timeline">.*?</figure>', shown, re.DOTALL)
    (table,) = re.findall(r"<table>.*?</table>", figure, re.DOTALL)
    assert len(re.findall(r'<line class="(?:done|due|coming)"', table)) == len(found.milestones)
    assert '<th scope="row">Positioning and value talk</th>' in table
    assert "12 Jan 2027 done: Stepping-stone role decided: take, skip or leave it" in table
    assert "18 Jan 2027 due: Reality check answered" in table


def test_what_a_milestone_is_called_stays_text_on_the_page() -> None:
    """A title with signs of HTML is shown, never read as a tag."""
    own = Milestone("talk.given", "positioning", "<b>Talk</b> & more", 60, "core", due=day(100))
    shown = page_of(report(roadmap(milestones=(own,)), day(3)))
    assert "<b>" not in shown
    assert "&lt;b&gt;Talk&lt;/b&gt; &amp; more" in shown


def test_open_shows_the_page_and_writes_nothing_of_yours(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page lies outside the data folder, and every milestone is on it."""
    opened: list[str] = []

    def browser(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", browser)
    before = sorted((one, one.stat().st_mtime_ns) for one in terminal.home.iterdir())
    terminal.type("roadmap", "--open")
    (address,) = opened
    shown = Path(url2pathname(urlsplit(address).path)).read_text(encoding="utf-8")
    every = json.loads(terminal.type("roadmap", "--json"))["data"]["milestones"]
    assert all(escape(one["milestone"]["title"]) in shown for one in every)
    assert sorted((one, one.stat().st_mtime_ns) for one in terminal.home.iterdir()) == before
