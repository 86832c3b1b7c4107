"""What stands is said before what lacks: after a gap, and in a week with little."""

from __future__ import annotations

from pmpath.domain.entry import ASK
from pmpath.domain.kinds import Record
from pmpath.domain.period import week_of
from pmpath.render.phrases.still_yours import still_yours_text
from pmpath.reports.still_yours import StillYours
from tests.build import day, entry
from tests.findings.looked import metric
from tests.screens.test_report_screen import report, screen
from tests.screens.test_today_screen import report as today_report

WON = metric("set-up calls", 5, 3)


def lived() -> list[Record]:
    """Two people met, one asked, two days with customers, a piece out, a number."""
    return [
        entry(day(1), track="customers", people=("Nord (customer)",)),
        entry(day(2), track="customers", people=("Nord (customer)",)),
        entry(day(2), 5, people=("Lena (PM)",), half=ASK),
        entry(day(3), track="allies", people=("Tomas (sales)",), metrics=(WON,)),
        entry(day(4), track="writing", tags=("published",)),
    ]


def test_a_week_with_little_says_first_what_stands() -> None:
    """Half an hour in the second week: the counts come before where you stand."""
    here: list[Record] = [*lived(), entry(day(8), 30, track="reading")]
    text = screen(report(here, week_of(day(7)), today=day(13)))
    line = (
        "2 people met, customers on 2 days, 1 piece published, "
        "set-up calls: 5 to 3 USD/month (-40%)"
    )
    shown = " ".join(text.split())
    assert f"What you keep {line}" in shown
    assert text.index("What you keep") < text.index("Where you stand")


def test_a_week_that_kept_half_of_its_promise_says_nothing_of_it() -> None:
    """Two hours of four."""
    here: list[Record] = [*lived(), entry(day(8), 120, track="reading")]
    assert "What you keep" not in screen(report(here, week_of(day(7)), today=day(13)))


def test_the_week_that_has_just_begun_says_nothing_of_it() -> None:
    """On Tuesday nothing is missed yet; nor is the first week one to look back from."""
    assert "What you keep" not in screen(report(lived(), week_of(day(7)), today=day(8)))
    assert "What you keep" not in screen(report(lived()[:1], week_of(day(0)), today=day(6)))


def test_after_a_gap_the_day_says_it_beside_the_last_step() -> None:
    """Three weeks later."""
    found = today_report(lived(), day(25)).still_yours
    assert found == StillYours(2, 2, 1, WON)
    assert today_report(lived(), day(6)).still_yours is None


def test_what_is_not_there_is_not_counted() -> None:
    """One person, and nothing else."""
    assert still_yours_text(StillYours(1, 0, 0, None)) == "1 person met"


def test_more_short_than_a_week_has_is_left_to_the_report() -> None:
    """Back after three weeks and done for today: no count of hours on the screen of the day."""
    back: list[Record] = [*lived(), entry(day(25), 10)]
    assert today_report(back, day(25)).pace is None
    assert today_report(lived(), day(8)).pace is not None
