from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.coach.numbers.burn_up import Band, BandPoint, BurnPoint, BurnUp, burn_up
from pmpath.coach.numbers.pace import PlannedMinutes
from pmpath.coach.outlook.forecast_band import with_band
from pmpath.domain.kinds import Record
from pmpath.domain.log.journal import fold
from pmpath.domain.period import Period, quarter_of, week_of
from pmpath.render.page.pictures.burn_up import burn_up_lines
from pmpath.render.page.text import long_day
from tests.build import START, day, entry, journal, plan, rest, roadmap, situation
from tests.screens.test_report_screen import report, screen


def burnt(records: list[Record], today: date) -> BurnUp | None:
    return burn_up(PlannedMinutes(roadmap(), journal(records)), today)


def totals(burn: BurnUp | None) -> list[tuple[date, int, int]]:
    assert burn is not None
    return [(one.day, one.done, one.promised) for one in burn.points]


def test_the_totals_of_two_weeks_counted_by_hand() -> None:
    """4 h a week: week 1 promises 3 h 30 from Tuesday on, week 2 all 4 h; 75 and 60 min done."""
    records: list[Record] = [entry(day(0), 15), entry(day(2), 60), entry(day(9), 60)]
    assert totals(burnt(records, day(15))) == [
        (START, 15, 0),
        (day(6), 75, 210),
        (day(13), 135, 450),
        (day(15), 135, 510),
    ]


def test_places_are_permille_of_days_and_of_the_greatest_total() -> None:
    """Seven of fourteen days are 500 permille; of 450 minutes 90 are 200 permille."""
    found = burnt([entry(day(7), 90)], day(14))
    assert found is not None
    first, _, last = found.points[0], found.points[1], found.points[-1]
    assert (first.at, first.done_at, first.promised_at) == (0, 0, 0)
    assert (last.at, last.done, last.promised, found.top) == (1000, 90, 480, 480)
    assert (last.done_at, last.promised_at) == (90 * 1000 // 480, 1000)


def test_days_off_promise_nothing() -> None:
    """A week at rest leaves the line where it was."""
    found = totals(burnt([rest(day(7), day(13))], day(13)))
    assert found[-1][2] == found[-2][2] == 210


def test_a_day_counts_up_to_its_cap() -> None:
    """Five hours of one day are four."""
    assert totals(burnt([entry(day(1), 300)], day(2)))[-1][1] == 240


def test_a_new_line_begins_at_its_restart() -> None:
    """After replan both totals start from 0 on that day."""
    anew = plan(day(14), restart=True)
    found = totals(burnt([entry(day(1), 60), anew, entry(day(15), 45)], day(20)))
    assert found == [(day(14), 0, 0), (day(20), 45, 210)]


def test_before_the_line_there_is_no_picture() -> None:
    """On the first day nothing can be compared, nor where there is nothing at all."""
    assert burnt([entry(day(0), 30)], START) is None
    nothing = fold([plan(START, minutes=(0,) * 7)])
    assert burn_up(PlannedMinutes(roadmap(), nothing), day(30)) is None


@given(
    st.lists(st.tuples(st.integers(0, 120), st.integers(1, 400)), max_size=40),
    st.integers(1, 120),
)
def test_the_last_point_is_the_tally_since_the_start(
    done: list[tuple[int, int]], today: int
) -> None:
    """Whatever was logged, the picture ends at the totals that the report says, and never falls."""
    records: list[Record] = [entry(day(on), minutes) for on, minutes in done]
    planned_minutes = PlannedMinutes(roadmap(), journal(records))
    found = burn_up(planned_minutes, day(today))
    tally = planned_minutes.tally(planned_minutes.since_start(day(today)), day(today + 1))
    if found is None:
        assert (tally.minutes, tally.promised) == (0, 0)
        return
    assert (found.points[-1].done, found.points[-1].promised) == (tally.minutes, tally.promised)
    assert found.points[-1].day == day(today)
    for one, two in pairwise(found.points):
        assert one.day < two.day
        assert one.done <= two.done
        assert one.promised <= two.promised
        assert one.at <= two.at <= 1000


SHORT = """\
  # done 2 h   o planned 4 h
  4 h |                 oooooooooooooooo
      |
      |
      |
      |
      |         oooooooo################
      |         ########################
      | oooooooo########################
      | ################################
      |#################################
  0 h +---------------------------------
       11 Jan 2027            8 Feb 2027"""
AHEAD = """\
  # done 4 h   o planned 3 h
  4 h |                 ################
      |                 ################
      |                 oooooooooooooooo
      |                 ################
      |                 ################
      |         oooooooo################
      |         ########################
      | oooooooo########################
      | ################################
      |#################################
  0 h +---------------------------------
       11 Jan 2027            8 Feb 2027"""


def test_the_burn_up_in_letters() -> None:
    """A filled shape with a line of o, each week a step: no color is needed to tell them apart."""
    weeks = (
        BurnPoint(START, 15, 0, 0, 62, 0),
        BurnPoint(day(7), 60, 60, 250, 250, 250),
        BurnPoint(day(14), 120, 120, 500, 500, 500),
    )
    for last, drawn in (
        (BurnPoint(day(28), 120, 240, 1000, 500, 1000), SHORT),
        (BurnPoint(day(28), 240, 180, 1000, 1000, 750), AHEAD),
    ):
        lines = burn_up_lines(BurnUp((*weeks, last), 240), 40)
        assert "\n".join(line.rstrip() for line in lines) == drawn


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("weeks", [4, 12, 52, 500])
def test_the_burn_up_fits(width: int, weeks: int) -> None:
    """No line is wider than the screen, and there are ten rows, whatever the length."""
    records: list[Record] = [entry(day(7 * week), 200) for week in range(weeks)]
    found = burnt(records, day(7 * weeks))
    assert found is not None
    lines = burn_up_lines(found, width)
    assert max(map(len, lines)) <= width
    assert sum("|" in line for line in lines) == 10
    assert "".join(lines).isascii()


def test_the_picture_and_the_row_above_it_have_the_same_totals() -> None:
    """Today counts in both once something was done, and in neither before."""
    for done in ([], [entry(day(40), 60)]):
        records: list[Record] = [entry(day(20), 300), *done]
        shown = report(records, Period(START, day(41), "all"), day(40))
        assert shown.burn_up is not None
        last = shown.burn_up.points[-1]
        row = shown.this_period
        assert (last.done, last.promised) == (row.minutes, row.promised)
        assert last.day == day(40 if done else 39)


def test_a_quarter_shows_the_burn_up_and_a_month_the_strips() -> None:
    """One picture a screen; a week of four has strips."""
    records: list[Record] = [entry(day(30), 60)]
    quarter = screen(report(records, quarter_of(day(30)), day(40)))
    whole = screen(report(records, Period(START, day(41), "all"), day(40)))
    week = screen(report(records, week_of(day(30))), whole=True)
    for text in (quarter, whole):
        assert "o planned" in text
        assert ". none" not in text
    assert "o planned" not in week
    assert ". none" in week


def with_forecast() -> BurnUp:
    """Half of the work done at a quarter of the way; the slow edge comes later than the likely."""
    points = (BurnPoint(START, 60, 0, 0, 250, 0), BurnPoint(day(28), 240, 180, 1000, 1000, 750))
    edges = [(250, 500, 500), (500, 667, 833), (750, 900, 1000), (1000, 1000, 1000)]
    band = Band(
        day(119), 480, 500, tuple(BandPoint(*one) for one in edges), day(70), day(119), day(98), 823
    )
    return BurnUp(points, 240, band)


def test_the_forecast_goes_on_behind_what_was_done() -> None:
    """The picture reaches to the end of the band and all of the work, with the date on it."""
    lines = burn_up_lines(with_forecast(), 40)
    text = "\n".join(lines)
    day = long_day(with_forecast().points[-1].day)
    assert lines.pop(0) == "  # done 4 h"
    assert lines[0] == f"  o planned 3 h by {day}"
    assert lines[1].startswith("  8 h |")
    assert lines[11].endswith("-----")
    assert lines[11].count("T") == 1
    assert "11 Jan 2027" in lines[12]
    assert "10 May 2027" in lines[12]
    assert ":" in lines[1]
    assert "#" not in lines[1]
    assert " ".join(text.split("\n", 14)[14].split()) == (
        ": forecast: all done by 22 Mar 2027 (50% likely) or 10 May 2027 (85%)"
        " T your date, 19 Apr 2027"
    )
    assert max(map(len, lines)) <= 40


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_forecast_of_a_plan_fits_and_only_rises(width: int) -> None:
    """Twelve weeks of two hours against a plan of four: both edges rise, the slow one is below."""
    records: list[Record] = [entry(day(7 * week), 60 + week % 3 * 60) for week in range(12)]
    here = situation(records, day(83))
    bare = burn_up(here.planned_minutes, day(83))
    assert bare is not None
    found = with_band(here, bare)
    assert found.band is not None
    assert found.band.points[0].low_at == found.band.points[0].high_at
    for one, two in pairwise(found.band.points):
        assert one.low_at <= two.low_at <= 1000
        assert one.high_at <= two.high_at <= 1000
        assert two.low_at <= two.high_at
    assert all(0 <= one.at <= 1000 for one in found.band.points)
    assert max(map(len, burn_up_lines(found, width))) <= width


def test_without_a_forecast_the_burn_up_is_as_it_was() -> None:
    """Four active weeks are too few to say."""
    records: list[Record] = [entry(day(7 * week), 60) for week in range(4)]
    here = situation(records, day(27))
    bare = burn_up(here.planned_minutes, day(27))
    assert bare is not None
    assert with_band(here, bare) == bare
