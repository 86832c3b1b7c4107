from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from pmpath.coach.situation import Situation
from pmpath.domain.entry import ASK, ME, THEM, Entry, Next, Unread
from pmpath.domain.kinds import MilestoneDone, Record
from pmpath.domain.log.journal import fold
from pmpath.domain.metric import Metric
from pmpath.domain.period import Period, month_of, week_of
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import StepRole
from pmpath.render.screens.report import draw_report
from pmpath.reports.period.report import PeriodReport, period_report
from tests.build import CATALOG, START, TARGET, VOCABULARY, day, entry, page, plan, rest, roadmap

LENA, TOMAS = "Lena (PM)", "Tomas (sales)"


def report(records: list[Record], period: Period, today: date | None = None) -> PeriodReport:
    journal = fold([plan(START), *records], keep=period)
    as_of = today or period.last
    here = Situation(roadmap(), journal, CATALOG, as_of, VOCABULARY)
    return period_report(here, period)


def screen(shown: PeriodReport, width: int = 80, *, whole: bool = False) -> str:
    shown_on = page(width)
    draw_report(shown_on, shown, whole=whole)
    return shown_on.text()


def busy_week() -> list[Record]:
    """Week 2, counted by hand: 45 + 60 + 30 + 15 = 150 minutes on 3 days, 90 of engineering."""
    monday, tuesday, thursday = day(7), day(8), day(10)
    return [
        entry(day(2), 30, track="allies", people=(TOMAS,), text="coffee with @tomas:sales 30m"),
        entry(monday, 45, track="allies", people=(LENA,), text="coffee with @lena:pm 45m",
              next=Next(ME, LENA, "slides", day(16))),
        entry(tuesday, 60, track="customers", people=("Nordfrakt (customer)",),
              text="call with @nordfrakt:customer said: I type every address twice",
              notes={"said": "I type every address twice"}),
        entry(tuesday, 30, track="craft", text="set-up_calls: 5 to 3",
              metrics=(Metric("set-up calls", 5, 3),)),
        entry(thursday, 15, track="allies", people=("Tomas",), text="gave @tomas the sheet",
              next=Next(THEM, TOMAS, "two prospects", day(18))),
        entry(thursday, 90, tags=("engineering",), text="fixed the build"),
        MilestoneDone("m", "2027-01-19T20:00:00+00:00", tuesday, "springboard.decided"),
    ]  # fmt: skip


EXPECTED = """\
Product manager by 10 Jan 2028           Week 2 · 50 weeks left · date unchanged
Mon 18 - Sun 24 Jan 2027 · Too early to say: 1 of 5 weeks.
2 h 30 of 4 h planned, on 3 of 6 days, in 3 tracks; met Lena (new), Nordfrakt
(new), Tomas.
What happened, best first
  First talk with a customer: call with Nordfrakt
  First result: Set-up calls: 5 to 3, 2 fewer (-40%)
  Milestone: Stepping-stone role decided: take, skip or leave it
  Nordfrakt: "I type every address twice"; and 2 more: pmpath report --all
Where you stand
  Last met     Tomas (sales) on Thu 21 Jan; a customer on Tue 19 Jan
  Not progress 1 h 30 of 4 h logged (37%) moved no milestone: engineering
The one thing
  Reality check answered; date, role and lowest pay written down: overdue since
  Mon 18 Jan, 6 days ago. Take a step toward it, or give it another day.
  Step, 15 min: Work out the lowest yearly pay you accept and how many months
  your savings cover the gap: part 1 of 4.
Between you and others
  You owe      Lena (PM), by Wed 27 Jan: slides
  Waiting on   Tomas (sales), by Fri 29 Jan: two prospects
"""


def test_the_report_of_a_week_whole() -> None:
    """Every figure of this screen was counted by hand from the seven records above."""
    text = screen(report(busy_week(), week_of(day(7))))
    assert text.startswith(EXPECTED)


def test_the_figures_of_the_week() -> None:
    """150 of 240 minutes, 3 of 6 days, 90 of engineering; 180 of 450 since the start."""
    shown = report(busy_week(), week_of(day(7)))
    week, start = shown.this_period, shown.since_start
    assert (week.minutes, week.promised, week.days_done, week.days) == (150, 240, 3, 6)
    assert week.engineering == 90
    assert (start.minutes, start.promised) == (180, 450)
    assert [(one.person, one.new) for one in shown.met] == [
        (LENA, True),
        ("Nordfrakt (customer)", True),
        (TOMAS, False),
    ]


def test_asking_somebody_is_not_meeting_them() -> None:
    """An ask half names Lena, but nobody was met."""
    asked = entry(day(8), 5, people=(LENA,), half=ASK)
    assert report([asked], week_of(day(7))).met == ()


def test_the_same_person_counts_once_whatever_the_spelling() -> None:
    """@lena, Lena and Lena (PM) are one person, shown with the fullest label."""
    people = ("lena", "Lena", LENA)
    shown = report([entry(day(8), people=(name,)) for name in people], week_of(day(7)))
    assert [one.person for one in shown.met] == [LENA]


def test_the_report_of_week_one_is_short_and_has_no_percent() -> None:
    """What was done, whom, what is next; nothing is open or against anything yet."""
    text = screen(report([entry(day(1), 30, people=(LENA,))], week_of(START)))
    assert "Since start" not in text
    assert "(new)" not in text
    assert "%" not in text


def test_an_empty_week_says_so_once() -> None:
    """No entries: one sentence, no praise and no reproach."""
    assert "\nNothing was logged in these days.\n" in screen(report([], week_of(day(7))))


def test_a_week_that_is_not_over_says_that_nothing_is_logged_yet() -> None:
    """On Tuesday the week may still fill."""
    shown = report([], week_of(day(7)), today=day(8))
    assert "\nNothing is logged yet.\n" in screen(shown)


def test_a_moved_date_stays_visible_with_its_first_date() -> None:
    """Eight weeks later than first promised: number of moves, slip and first date."""
    later = date(2028, 3, 6)
    moved = plan(day(20), target=later)
    journal = fold([plan(START), moved], keep=week_of(day(21)))
    target = changed(roadmap().target, date=later)
    here = Situation(roadmap(target=target), journal, CATALOG, day(27), VOCABULARY)
    text = screen(period_report(here, week_of(day(21))))
    assert "moved once, 8 weeks later than 10 Jan 2028" in text


def test_a_vacation_week_is_in_no_count() -> None:
    """A rested week has no promise, no missed day, and nothing missing."""
    shown = report([rest(day(7), day(13))], week_of(day(7)))
    assert (shown.this_period.promised, shown.this_period.days) == (0, 0)


def test_a_week_off_is_named_by_its_reason() -> None:
    """Nothing was logged, and nothing was asked for."""
    off = changed(rest(day(7), day(13)), reason="skiing")
    assert "\nDays off: skiing.\n" in screen(report([off], week_of(day(7))))


def test_a_track_is_most_of_it_above_half() -> None:
    """90 of 150 minutes are most; 60 of 150 are not."""
    most: list[Record] = [entry(day(8), 90, track="allies"), entry(day(9), 60, track="craft")]
    assert "most of it PM and sales allies." in screen(report(most, week_of(day(7))))
    assert ", in 3 tracks; met" in screen(report(busy_week(), week_of(day(7))))


def test_a_month_that_still_runs_is_held_against_its_days_so_far() -> None:
    """On 20 January the month has promised 12 to 19 January; today once something is done."""
    shown = report([], month_of(day(9)), today=day(9))
    assert shown.this_period.promised == 4 * 30 + 90 + 2 * 30
    done = report([entry(day(9))], month_of(day(9)), today=day(9))
    assert done.this_period.promised == 4 * 30 + 90 + 3 * 30
    assert shown.next_steps[0].day == day(10)


def test_records_of_a_newer_program_are_counted_and_said() -> None:
    """An unknown kind is kept and not interpreted."""
    text = screen(report([Unread("x", "mood")], week_of(day(7))))
    assert "1 record was written by a newer pmpath. It is kept, and does not count here." in text


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Long words fold; wide characters count two cells."""
    long = entry(day(8), 15, text="経" * 300 + " " + "L" * 300, people=("Jörg" * 30,))
    for line in screen(report([*busy_week(), long], week_of(day(7))), width).splitlines():
        assert cell_len(line) <= width, line


def test_the_report_keeps_only_the_entries_of_its_period() -> None:
    """An entry of the week before is in the total since the start, not in the list."""
    shown = report([entry(day(2), 30, text="earlier")], week_of(day(7)))
    assert shown.done == ()
    assert shown.since_start.minutes == 30


# "behind" and "overdue" are said of the plan, minutes and commitments, never of a person.
FORBIDDEN = ("should", "must", "only", "still not", "failed", "you are behind", "!", "great")


def test_the_voice_of_the_report() -> None:
    """None of the words that the nine rules forbid stands on a full report of ours."""
    late: list[Record] = [
        *busy_week(),
        entry(day(1), people=(LENA,), next=Next(ME, "", "a page", day(3))),
    ]
    text = screen(report(late, week_of(day(14)), today=day(20))).lower()
    for word in FORBIDDEN:
        assert word not in text, word
    assert "overdue since thu 14 jan" in text


def test_the_end_of_the_plan_is_said_plainly() -> None:
    """Three weeks after the date the head says so."""
    after = week_of(date(2028, 1, 31))
    here: list[Record] = [entry(date(2028, 2, 1), 15)]
    assert "the date was 3 weeks ago" in screen(report(here, after))
    assert week_of(TARGET).start == TARGET


def test_an_entry_of_marks_alone_is_told_as_typed() -> None:
    """`+allies 45m` has no words of its own, so the marks are shown."""
    shown = report([entry(day(8), 45, track="allies", text="+allies 45m")], week_of(day(7)))
    assert "+allies 45m" in screen(shown)


def test_entries_without_a_track_count_like_all_others() -> None:
    """A track is a label; the minutes count without one."""
    plain: list[Record] = [Entry("a", "2027-01-19T20:00:00+00:00", day(8), "thinking", 20)]
    assert report(plain, week_of(day(7))).this_period.minutes == 20


def test_the_step_role_has_its_line_and_its_minutes_apart() -> None:
    """Whoever holds a stepping-stone role sees months, limit, exit, and its minutes."""
    held = StepRole("in", "sales engineer", date(2026, 4, 20), 12, date(2027, 4, 20))
    done = [entry(day(8), 45, track="springboard"), entry(day(9), 30, track="allies")]
    week = week_of(day(7))
    here = Situation(
        roadmap(springboard=held), fold(done, keep=week), CATALOG, week.last, VOCABULARY
    )
    shown = " ".join(screen(period_report(here, week)).split())
    assert (
        "Your role sales engineer since 20 Apr 2026, 9 of at most 12 months; "
        "to leave on 20 Apr 2027; 45 min logged for it in this period" in shown
    )


def test_a_week_without_a_track_is_on_no_number_of_tracks() -> None:
    """What has no track is not one track."""
    bare: list[Record] = [entry(day(8), 60, text="tea with somebody")]
    assert "\n1 h of 4 h planned, on 1 of 6 days.\n" in screen(report(bare, week_of(day(7))))
