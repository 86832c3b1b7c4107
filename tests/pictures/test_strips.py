from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.entry import ASK
from pmpath.domain.kinds import Record
from pmpath.domain.period import week_of
from pmpath.domain.record import changed
from pmpath.render.page.pictures.strips import strip_lines
from pmpath.reports.period.report import period_report
from pmpath.reports.period.strips import NONE, REST, SOME, Strips, strips, track_strips
from tests.build import day, entry, rest, roadmap, situation
from tests.screens.test_report_screen import report, screen

LENA = "Lena (PM)"


def seen(records: list[Record], today: date, main_track: str = "") -> Strips:
    found = strips(situation(records, today), main_track)
    assert found is not None
    return found


def cells(found: Strips, name: str) -> list[str]:
    return [cell for row in found.rows if row.name == name for cell in row.cells]


def test_the_strips_begin_with_the_fourth_week() -> None:
    """On the Sunday of week 3 there are none; on the Monday after it there are four weeks."""
    assert strips(situation([], day(20)), "") is None
    assert [week.number for week in seen([], day(21)).weeks] == [1, 2, 3, 4]


def test_a_cell_tells_some_none_or_rest() -> None:
    """Week 1 met Lena, week 2 was at rest, week 3 had a customer call, week 4 something made."""
    records: list[Record] = [
        entry(day(1), track="allies", people=(LENA,)),
        rest(day(7), day(13)),
        entry(day(15), track="customers"),
        entry(day(22), track="writing"),
    ]
    found = seen(records, day(27))
    assert cells(found, "people") == [SOME, REST, NONE, NONE]
    assert cells(found, "customers") == [NONE, REST, SOME, NONE]
    assert cells(found, "made") == [NONE, REST, NONE, SOME]


def test_what_was_done_in_a_week_at_rest_shows() -> None:
    """A neutral week with a customer call has some customers, and rest in the other rows."""
    found = seen([rest(day(7), day(13)), entry(day(9), track="customers")], day(27))
    assert cells(found, "customers")[1] == SOME
    assert cells(found, "made")[1] == REST


def test_one_ordinary_day_makes_a_week_ordinary() -> None:
    """Six days at rest and a Wednesday that promises minutes are not a week at rest."""
    found = seen([rest(day(7), day(8)), rest(day(10), day(13))], day(27))
    assert cells(found, "people")[1] == NONE


def test_asking_somebody_is_no_cell() -> None:
    """An ask half meets nobody and is not a customer contact."""
    asked = entry(day(1), 5, track="customers", people=(LENA,), half=ASK)
    found = seen([asked], day(27))
    assert [row.some for row in found.rows] == [0, 0, 0]


def test_at_most_twelve_weeks_are_shown() -> None:
    """In week 22 the strips begin with week 11."""
    found = seen([], day(21 * 7))
    assert (found.weeks[0].number, found.weeks[-1].number) == (11, 22)
    assert found.weeks[0].monday == day(10 * 7)


def test_reading_has_a_row_when_it_is_most_of_the_week() -> None:
    """With 60 of 90 minutes it has one; with 30 of 90 it has none."""
    much: list[Record] = [entry(day(22), 60, track="reading"), entry(day(22), 30, track="craft")]
    some: list[Record] = [entry(day(22), 30, track="reading"), entry(day(22), 60, track="craft")]
    names = []
    for records in (much, some):
        shown = report(records, week_of(day(22))).strips
        assert shown is not None
        names.append([row.name for row in shown.rows])
    assert names == [["people", "customers", "made", "reading"], ["people", "customers", "made"]]


def twelve_weeks() -> list[Record]:
    """The good week of the design: people, customers and made as drawn below."""
    met, customers, made = (0, 2, 3, 5, 6, 7, 8, 9, 10, 11), (0, 4, 9, 10, 11), (3, 6, 7, 10, 11)
    records: list[Record] = [entry(day(7 * week), people=(LENA,)) for week in met]
    records += [entry(day(7 * week), track="customers") for week in customers]
    return records + [entry(day(7 * week), track="craft") for week in made]


WIDE = """\
  12 weeks     1        5        9    12     # some   . none   - rest
  people       # . # #  . # # #  # # # #
  customers    # . . .  # . . .  . # # #
  made         . . . #  . . # #  . . # #"""
RUNNING = """\
  12 weeks     1        5        9    12
  people       # . # #  . # # #  # # # #
  customers    # . . .  # . . .  . # # #
  made         . . . #  . . # #  . . # #
                     this week, so far ^
  # some   . none   - rest"""


def test_the_strips_in_letters() -> None:
    """Numbers above the first week of each group and the last; the legend where there is room."""
    over = seen(twelve_weeks(), day(12 * 7 - 1))
    assert "\n".join(strip_lines(over, 80)) == WIDE
    running = seen(twelve_weeks(), day(11 * 7))
    assert "\n".join(strip_lines(running, 40)) == RUNNING


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("week", [4, 5, 6, 8, 9, 12, 13, 104, 1000])
def test_the_strips_fit_whatever_the_week(week: int, width: int) -> None:
    """No line is wider than the screen, numbers never touch, and every cell is there."""
    plan = roadmap()
    far = changed(plan, target=changed(plan.target, date=day(8000)))
    here = changed(situation([], day(7 * week - 1)), roadmap=far)
    found = strips(here, "")
    assert found is not None
    lines = strip_lines(found, width)
    assert max(map(len, lines)) <= width
    numbers = lines[0].split("#")[0].split()[2:]
    assert numbers[0] == str(max(week - 11, 1))
    assert int(numbers[-1]) <= week
    assert lines[1].count(".") == min(week, 12)


MAKING = ("writing", "positioning", "volunteer", "craft")
TRACKS = st.sampled_from(["customers", *MAKING, "allies", ""])


@given(
    st.lists(st.tuples(st.integers(0, 110), TRACKS, st.booleans(), st.booleans()), max_size=25),
    st.sets(st.integers(0, 110), max_size=40),
    st.integers(21, 110),
)
def test_every_cell_is_what_a_look_at_each_day_finds(
    done: list[tuple[int, str, bool, bool]], off: set[int], today: int
) -> None:
    """Held against a walk over the days of each week, on any log and any days off."""
    records: list[Record] = [
        entry(day(on), track=track, people=(LENA,) if met else (), half=ASK if asked else "")
        for on, track, met, asked in done
        if on <= today
    ]
    rests = {one for one in off if one <= today}
    records += [rest(day(one), day(one)) for one in rests]
    known = [one for one in done if one[0] <= today and not one[3]]
    found = seen(records, day(today))
    for row in found.rows:
        for week, cell in zip(found.weeks, row.cells, strict=True):
            days = range((week.number - 1) * 7, week.number * 7)
            is_some = any(
                on in days
                and {
                    "people": met,
                    "customers": track == "customers",
                    "made": track in MAKING,
                }[row.name]
                for on, track, met, _ in known
            )
            # Sunday promises nothing in this plan.
            is_rest = all(one in rests or one % 7 == 6 for one in days)
            assert cell == (SOME if is_some else REST if is_rest else NONE)


def test_the_report_has_the_strips_from_the_fourth_week_on() -> None:
    """Week 3 has none; week 4 has them below where you stand, once all is asked for."""
    assert "# some" not in screen(report([entry(day(15))], week_of(day(14))), whole=True)
    shown = report([entry(day(22))], week_of(day(21)))
    assert "# some" not in screen(shown)
    text = screen(shown, whole=True)
    assert text.index("Where you stand") < text.index("# some") < text.index("Next week")


def test_the_strips_are_those_of_then() -> None:
    """A report of week 5 knows nothing of week 6."""
    records: list[Record] = [entry(day(7 * 5), track="customers")]
    here = situation([], day(7 * 5 - 1))
    shown = period_report(here, week_of(day(7 * 5 - 1))).strips
    assert shown is not None
    assert shown.weeks[-1].number == 5
    assert not shown.runs
    assert cells(seen(records, day(7 * 5 + 2)), "customers")[-1] == SOME


def test_each_track_has_its_weeks_the_busiest_first() -> None:
    """Two weeks of allies, one of reading, a rest; no picture at all without any."""
    records: list[Record] = [
        entry(day(1), track="allies", people=(LENA,)),
        rest(day(7), day(13)),
        entry(day(15), track="allies"),
        entry(day(16), track="reading"),
    ]
    found = track_strips(situation(records, day(27)), seen(records, day(27)))
    assert found is not None
    assert [(row.name, row.cells) for row in found.rows] == [
        ("PM and sales allies", (SOME, REST, SOME, NONE)),
        ("Reading", (NONE, REST, SOME, NONE)),
    ]
    assert track_strips(situation([], day(27)), seen([], day(27))) is None
