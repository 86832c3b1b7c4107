from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.outlook.verdict import EARLY, LATE, ON_TRACK, Verdict, verdict
from pmpath.domain.kinds import Close, MilestoneDone, Record
from pmpath.domain.record import changed
from pmpath.render.phrases.verdict import verdict_text
from pmpath.render.screens.today import draw_today
from pmpath.reports.today import today_report
from tests.build import TARGET, day, entry, page, plan, roadmap
from tests.effort import examples
from tests.findings.looked import here


def week_log(minutes: int, week: int) -> list[Record]:
    """So many minutes in one week, half an hour at a time, on any track."""
    return [
        entry(day(7 * week + n % 6), min(minutes - 30 * n, 30), track="allies", text=f"{week} {n}")
        for n in range(-(-minutes // 30))
    ]


def after_week(log: list[Record], week: int) -> Verdict | None:
    """The verdict once the Sunday of that week is over, from what was known then."""
    last = day(7 * week + 6)
    known = [one for one in log if getattr(one, "day", last) <= last]
    return verdict(here(known, 7 * week + 6), last)


def kinds(minutes: list[int], more: list[Record] | None = None) -> list[str]:
    """What is said after each of these weeks."""
    log = [one for n, much in enumerate(minutes) for one in week_log(much, n)] + (more or [])
    return [found.kind if (found := after_week(log, n)) else "" for n in range(len(minutes))]


def test_before_five_whole_weeks_with_a_path_action_it_is_too_early() -> None:
    """Weeks without an action do not count; the sixth week is the fifth with one."""
    minutes = [60, 60, 0, 60, 60, 60]
    found = [after_week([x for n, m in enumerate(minutes) for x in week_log(m, n)], n)
             for n in range(6)]  # fmt: skip
    assert [(one.kind, one.weeks) for one in found if one] == [
        (EARLY, 1), (EARLY, 2), (EARLY, 2), (EARLY, 3), (EARLY, 4), (LATE, 5),
    ]  # fmt: skip
    assert verdict_text(Verdict(EARLY, 2), TARGET) == "Too early to say: 2 of 5 weeks"


def test_it_turns_after_two_weeks_running() -> None:
    """Six hours a week hold the date; of half hours it takes two weeks to be said.

    Half an hour a week is none once the review is off, so the 70 % day goes past the date at the
    look after which the sampled pace no longer covers the work.
    """
    log = [one for n in range(8) for one in week_log(360, n)]
    alone = []
    for n in range(8, 30):
        look = after_week([*log, *(x for w in range(8, n + 1) for x in week_log(30, w))], n)
        alone.append(look.kind if look else "")
    turn = alone.index(LATE)
    assert set(alone[:turn]) == {ON_TRACK}
    assert set(alone[turn:]) == {LATE}


def test_one_week_alone_turns_nothing() -> None:
    """An empty week, then ten hours, then empty again: each look differs from the one before."""
    uneven = [0, 600, 0, 600]
    assert kinds([165] * 6 + uneven) == [EARLY] * 4 + [ON_TRACK] * 6
    assert kinds([135] * 6 + uneven) == [EARLY] * 4 + [LATE] * 6
    assert kinds([165] * 6 + [0, 0])[-2:] == [ON_TRACK, LATE]


def test_a_running_week_changes_nothing() -> None:
    """From Monday to Saturday the verdict is that of the Sunday before, whatever is logged."""
    log = [one for n in range(9) for one in week_log(60 if n < 8 else 1200, n)]
    said = verdict(here(log, 55), day(55))
    for number in range(56, 62):
        known = [one for one in log if one.day <= day(number)]  # type: ignore[union-attr]
        assert verdict(here(known, number), day(number)) == said
    assert said is not None
    assert said.as_of == day(55)


def test_a_milestone_that_is_marked_again_was_done_before() -> None:
    """Marked in week 1 and again on the Monday of week 7: the look of week 6 knows the first."""
    log = [one for n in range(7) for one in week_log(60, n)]
    marks = [MilestoneDone(f"m{n}", f"{day(n)}T20:00:00+00:00", day(n), "roadmap.checked")
             for n in (8, 49)]  # fmt: skip
    before = verdict(here([*log, marks[0]], 48), day(48))
    assert before is not None
    assert verdict(here([*log, *marks], 49), day(48)) == before


def test_a_changed_plan_is_looked_at_at_once() -> None:
    """On the day of a later date the verdict is of that date, from the weeks so far."""
    log = [one for n in range(9) for one in week_log(120, n)]
    assert kinds([120] * 9)[-1] == LATE
    later = date(2031, 1, 10)
    on = roadmap(target=changed(roadmap().target, date=later))
    found = verdict(here([*log, plan(day(60), target=later)], 60, on), day(60))
    assert found is not None
    assert found.kind == ON_TRACK
    by_hand = verdict(here(log, 60, on), day(60))
    assert by_hand is not None
    assert by_hand.kind == ON_TRACK


def test_a_line_started_anew_is_too_early_again() -> None:
    """A restart forgets the weeks before it."""
    log = [one for n in range(9) for one in week_log(120, n)]
    found = verdict(here([*log, plan(day(62), restart=True)], 64), day(64))
    assert found is not None
    assert (found.kind, found.weeks) == (EARLY, 0)


def test_a_plan_that_does_not_run_has_no_verdict() -> None:
    """Before its first day, and once it is closed."""
    end = Close("c", "2027-03-04T20:00:00+00:00", day(50), "paused")
    log = [one for n in range(9) for one in week_log(120, n)]
    assert verdict(here([*log, end], 55), day(55)) is None
    assert verdict(here([], -3), day(-3)) is None


WEEKS = st.lists(st.sampled_from([0, 0, 30, 60, 150, 240, 400, 700]), min_size=6, max_size=26)


@settings(max_examples=examples(20))
@given(WEEKS, st.lists(st.integers(0, 180), max_size=10))
def test_no_single_week_turns_it(minutes: list[int], reached: list[int]) -> None:
    """Whatever is logged and reached: what is said stands for two weeks at least."""
    ids = [one.id for one in roadmap().milestones_in_scope]
    marks: list[Record] = [
        MilestoneDone(f"m{n}", f"{day(number)}T21:00:00+00:00", day(number), ids[n])
        for n, number in enumerate(reached)
    ]
    said = [one for one in kinds(minutes, marks) if one != EARLY]
    turns = [n for n, (a, b) in enumerate(pairwise(said)) if a != b]
    assert all(b - a >= 2 for a, b in pairwise(turns))


@settings(max_examples=examples(20))
@given(WEEKS)
def test_it_follows_two_looks_that_agree(minutes: list[int]) -> None:
    """It turns to what this week and the last one say alone, and to nothing else."""
    log = [one for n, much in enumerate(minutes) for one in week_log(much, n)]
    raw, said = [], []
    for n in range(len(minutes)):
        found = after_week(log, n)
        if found is None or found.kind == EARLY:
            continue
        said.append(found.kind)
        # A plan that was changed on the Sunday has this one look.
        only = verdict(here([*log, plan(day(7 * n + 6), reason="x", scope="core"),
                             plan(day(7 * n + 6))], 7 * n + 6), day(7 * n + 6))  # fmt: skip
        raw.append(only.kind if only else "")
    expected: list[str] = []
    for n, look in enumerate(raw):
        agrees = n == 0 or raw[n - 1] == look
        expected.append(look if agrees else expected[-1])
    assert said == expected


SENTENCES = {
    (date(2028, 8, 20), date(2028, 10, 1)): "At this pace 20 Aug 2028, 7 months after your date",
    (date(2028, 1, 16), date(2028, 2, 1)): "At this pace 16 Jan 2028, 6 days after your date",
    (date(2028, 2, 7), date(2028, 3, 1)): "At this pace 7 Feb 2028, 4 weeks after your date",
    (date(2027, 12, 5), date(2028, 1, 23)): (
        "An even chance by 5 Dec 2027; 7 in 10 by 23 Jan 2028, 1 week and 6 days after your date"
    ),
    (None, None): "At this pace it takes more than ten years; your date is 10 Jan 2028",
    (date(2029, 1, 9), None): "At this pace 9 Jan 2029, 12 months after your date",
}  # fmt: skip


@pytest.mark.parametrize("days", SENTENCES)
def test_the_sentences(days: tuple[date | None, date | None]) -> None:
    """Days and weeks up to eight weeks, then months; the 50 % day is the one that is named."""
    half, seventy = days
    later = None if half is None else (half - TARGET) // timedelta(1)
    assert verdict_text(Verdict(LATE, 5, 5, half, seventy, later), TARGET) == SENTENCES[days]
    assert verdict_text(Verdict(ON_TRACK, 5), TARGET) == "On track for 10 Jan 2028"


def test_fridays_today_has_the_verdict_and_names_the_report() -> None:
    """One line on the day of the week's end, none on Wednesday; Monday names the week before."""
    log = [one for n in range(9) for one in week_log(60, n)]
    friday, monday, wednesday = (today_screen(log, number) for number in (60, 63, 65))
    assert "The date           At this pace " in friday
    assert "The week           pmpath report" in friday
    assert "The date " not in monday
    assert "Last week          pmpath report last week" in monday
    assert "pmpath report" not in wednesday


def today_screen(log: list[Record], number: int) -> str:
    """The screen of one day, from what is known on it."""
    shown = page()
    draw_today(shown, today_report(here(log, number)))
    return shown.text()
