from __future__ import annotations

from datetime import date, timedelta

import pytest
from rich.cells import cell_len

from pmpath.coach.situation import Situation
from pmpath.domain.entry import ASK, ME, THEM, Next
from pmpath.domain.kinds import Record
from pmpath.domain.log.journal import fold
from pmpath.domain.period import week_of
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.render.screens.today import draw_today
from pmpath.reports.today import TodayReport, today_report
from tests.build import CATALOG, START, VOCABULARY, day, entry, page, plan, rest, roadmap

LENA = "Lena (PM)"
ANSWERS = {"customer_last": date(2026, 3, 10), "contacts": [LENA]}


def report(records: list[Record], today: date, on: Roadmap | None = None) -> TodayReport:
    journal = fold([plan(START), *records], keep=week_of(today))
    made = on or roadmap(answers=ANSWERS)
    return today_report(Situation(made, journal, CATALOG, today, VOCABULARY))


def screen(shown: TodayReport, width: int = 80) -> str:
    shown_on = page(width)
    draw_today(shown_on, shown)
    return shown_on.text()


def test_the_screen_of_the_first_day() -> None:
    """One step to one person, doable now, with its reason and two ways on."""
    assert screen(report([], START)).startswith("""\
Product manager by 10 Jan 2028 · 52 weeks left · day 1

  Today, 5 min       Ask Lena (PM) for a seat on one customer call.
  Why                the last customer contact was on Tue 10 Mar 2026
  Words to send      pmpath prepare lena
  Then, 25 min       Work out the lowest yearly pay you accept and how many
                     months your savings cover the gap: part 1 of 3.

  When sent          pmpath done
  Something else     pmpath today --other      Day off    pmpath rest
""")


def test_whose_move_is_shown_with_its_day() -> None:
    """Lena owes an answer, I owe Tomas a deck: both stand below the step."""
    moves: list[Record] = [
        entry(START, 5, people=(LENA,), half=ASK, next=Next(THEM, LENA, "an answer", day(7))),
        entry(day(1), people=("Tomas",), next=Next(ME, "Tomas", "deck", day(4))),
    ]
    text = screen(report(moves, day(2)))
    assert "Waiting on         Lena (PM), asked Mon 11 Jan, by Mon 18 Jan: an answer" in text
    assert "You owe            Tomas, by Fri 15 Jan: deck" in text


def test_a_day_with_a_path_action_is_done() -> None:
    """The screen shows what was done and proposes nothing more today."""
    text = screen(report([entry(day(1), 30, text="read a chapter 30m")], day(1)))
    assert "Done today         30 min: read a chapter" in text
    assert "pmpath done" not in text


def test_engineering_alone_leaves_the_day_open() -> None:
    """Refactoring is kept apart, so the step of the day stays (A44)."""
    shown = report([entry(day(1), 60, tags=("engineering",))], day(1))
    assert shown.step is not None


def test_a_rest_day_asks_for_nothing() -> None:
    """Its reason, how long it lasts, and what comes after it."""
    skiing = changed(rest(day(1), day(4)), reason="skiing")
    text = screen(report([skiing], day(1)))
    assert "Today              Skiing, until Fri 15 Jan. Nothing is due." in text
    assert "Next, Sat 16 Jan" in text
    assert "pmpath done" not in text


def test_a_promise_is_kept_on_a_rest_day_too() -> None:
    """What was promised to Lena for that day is shown all the same."""
    due = entry(START, people=(LENA,), next=Next(ME, LENA, "slides", day(1)))
    shown = report([due, rest(day(1), day(1))], day(1))
    assert shown.step is not None
    assert shown.step.sentence == "slides"


def test_after_a_gap_the_last_step_is_named_not_the_length() -> None:
    """Two weeks after the last entry, the first line below the head is that entry."""
    worked: list[Record] = [entry(day(1), 30, text="call with @nordfrakt:customer")]
    text = screen(report(worked, day(15)))
    assert "Last step          Tue 12 Jan, call with Nordfrakt" in text
    assert "Last step" not in screen(report(worked, day(14)))


def test_the_step_itself_is_not_listed_again_as_a_promise() -> None:
    """A due promise is the step; the list of moves leaves it out."""
    due: list[Record] = [entry(day(1), people=(LENA,), next=Next(ME, LENA, "slides", day(2)))]
    shown = report(due, day(2))
    assert shown.step is not None
    assert shown.yours == ()
    assert "Slides, for Lena (PM)." in screen(shown)


def test_a_date_that_has_passed_is_said_plainly() -> None:
    """After the target date the head says how long ago it was."""
    assert "the date was 2 weeks ago" in screen(report([], date(2028, 1, 24)))


def test_a_hand_edit_is_said_to_be_not_recorded() -> None:
    """Reading commands show the edit at once and write nothing."""
    edited = roadmap(minutes=(60, 60, 60, 60, 60, 60, 0))
    assert "edited by hand" in screen(report([], day(1), edited))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("number", [0, 1, 10, 60])
def test_no_line_is_wider_than_the_terminal(width: int, number: int) -> None:
    """The screen folds at every width."""
    moves: list[Record] = [
        entry(START, people=(LENA,), next=Next(ME, "J" * 60, "x" * 200, day(number + 3)))
    ]
    for line in screen(report(moves, day(number)), width).splitlines():
        assert cell_len(line) <= width, line


def test_the_step_of_every_day_of_a_year_fits_on_a_small_terminal() -> None:
    """24 lines at 80 columns, whatever the day, for a year without a single entry."""
    for number in range(0, 366, 5):
        assert len(screen(report([], START + timedelta(number))).splitlines()) <= 24


def test_only_todays_entries_are_shown_as_done() -> None:
    """Yesterday's entry is of this week, not of today."""
    assert report([entry(day(1))], day(2)).done == ()
