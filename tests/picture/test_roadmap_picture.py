from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.plan import milestones_for, tracks_for
from pmpath.domain.entry import MilestoneDone, Record
from pmpath.domain.record import changed
from pmpath.domain.roadmap import Roadmap, StepRole
from pmpath.render.roadmap import columns_for, draw_roadmap
from pmpath.reports.roadmap import RoadmapReport, roadmap_report
from tests import build
from tests.commands.conftest import Terminal

WIDTH = 67


def drawn(report: RoadmapReport, width: int = 80) -> str:
    page = build.page(width)
    draw_roadmap(page, report)
    return page.text()


def picture(records: list[Record], today: date, on: Roadmap | None = None, width: int = 80) -> str:
    here = build.situation(records, today, on=on)
    return drawn(roadmap_report(here, columns_for(build.page(width))), width)


def plan_of(weeks: int) -> Roadmap:
    """A plan that begins on START and lasts so many weeks."""
    target = changed(build.roadmap().target, date=build.START + timedelta(weeks=weeks))
    return build.roadmap(
        target=target,
        milestones=milestones_for(target, build.CATALOG),
        tracks=tracks_for(target, build.CATALOG, "skip"),
    )


def test_the_picture_of_a_year() -> None:
    """Month names over their days, phases, one track after the other, the way to the target."""
    done = MilestoneDone("1" * 26, "2027-01-20T20:00:00+00:00", build.day(9), "roadmap.checked")
    off = build.rest(build.day(26), build.day(34))
    shown = picture([done, off], build.day(60))
    assert shown.startswith(
        "Product manager by 10 Jan 2028 · 43 weeks left · date unchanged\n"
        "\n"
        "                Feb  Mar   Apr   May  Jun   Jul   Aug  Sep   Oct  Nov   Dec\n"
        "phase        |explore|build         |prove           |move\n"
    )
    assert "off              ~~\n" in shown
    assert "reached       x\n" in shown
    assert f"{'^':>25}{'T':>55}\n" in shown
    assert "Milestones, 1 of 31 done\n" in shown
    assert "  Not in the plan  Step role\n" in shown


@settings(max_examples=150, deadline=None)
@given(st.integers(2, 520), st.integers(-30, 4000), st.integers(15, 120))
def test_every_sign_has_its_column(weeks: int, day: int, width: int) -> None:
    """For any length, day and width: no column outside, bands in order, today up to the target."""
    report = roadmap_report(
        build.situation([], build.START + timedelta(day), on=plan_of(weeks)), width
    )
    columns = [mark.column for mark in (*report.months, *report.milestones)]
    columns += [report.target_column, report.today_column or 0]
    assert all(0 <= column < width for column in columns)
    for bands in (report.phases, *(lane.bands for lane in report.lanes)):
        for band in bands:
            assert 0 <= band.start < band.end <= width
        starts = [band.start for band in bands]
        assert starts == sorted(starts)
    if day <= weeks * 7:
        assert report.target_column == weeks * 7 * width // (weeks * 7 + 1)
        assert report.today_column is None or report.today_column <= report.target_column


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("weeks", [2, 26, 52, 300])
def test_no_line_is_wider_than_the_terminal(weeks: int, width: int) -> None:
    """Any plan fits any terminal, and is ASCII but for the dots between facts."""
    shown = picture([], build.day(8), plan_of(weeks), width)
    assert max(len(line) for line in shown.splitlines()) <= width
    assert shown.replace("·", "").isascii()


def test_every_date_ever_promised_is_shown_with_its_reason() -> None:
    """First date, each later one, why, and the slip."""
    later = date(2028, 3, 6)
    target = changed(build.roadmap().target, date=later)
    moved = build.plan(build.day(20), target=later, reason="a release took it all")
    shown = picture([moved], build.day(30), build.roadmap(target=target))
    assert "moved 1 time, 8 weeks later than 10 Jan 2028" in shown.replace("\n", " ")
    assert "The date, 1 move\n  First            10 Jan 2028\n" in shown
    assert "  Sun 31 Jan       6 Mar 2028: a release took it all\n" in shown


def test_a_step_role_shows_its_limit_and_its_exit() -> None:
    """Since when, up to the limit in whole months, and E on the day of the exit."""
    role = StepRole("in", "sales engineer", date(2026, 11, 1), 9, date(2027, 6, 1))
    plan = build.roadmap(springboard=role)
    report = roadmap_report(build.situation([], build.day(10), on=plan), WIDTH)
    (band,) = report.step_role
    days = (build.TARGET - build.START).days + 1
    assert (band.start, band.end) == (0, (date(2027, 8, 1) - build.START).days * WIDTH // days)
    assert report.exit_column == (date(2027, 6, 1) - build.START).days * WIDTH // days
    assert "step role    =========" in drawn(report)


def test_bare_roadmap_draws_and_json_has_the_same_facts(terminal: Terminal) -> None:
    """The command reads and writes nothing; both forms count the same milestones."""
    before = sorted(Path(terminal.home).iterdir())
    shown = terminal.type("roadmap")
    data = json.loads(terminal.type("roadmap", "--json"))["data"]
    assert f"{data['done']} of {data['total']} done" in shown
    assert [lane["name"] for lane in data["lanes"]] == ["customers", "making", "people", "search"]
    assert sorted(Path(terminal.home).iterdir()) == before
