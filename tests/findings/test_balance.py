from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.findings import findings
from pmpath.coach.findings.finding import own_figures
from pmpath.coach.situation import Situation
from pmpath.domain.kinds import Record
from pmpath.render.phrases.filled import filled
from tests import build
from tests.build import day, entry, roadmap
from tests.effort import examples
from tests.findings.looked import figures, found, here


def week(number: int, **by_track: int) -> list[Record]:
    """One entry on each track in the week of this number, counted from 0."""
    return [
        entry(day(7 * number + n), minutes, track=track)
        for n, (track, minutes) in enumerate(by_track.items())
    ]


def test_much_reading_and_few_people_is_raised_with_both_shares() -> None:
    """70% reading and 5% with people over four weeks: raised; with 25% people: silent."""
    few = [
        *(entry(day(7 * n), 70, track="reading") for n in range(4)),
        *(entry(day(7 * n + 1), 25, track="writing") for n in range(4)),
        *(entry(day(7 * n + 2), 5, track="allies", people=("Lena (PM)",)) for n in range(4)),
    ]
    raised = figures("READING_HEAVY", few, 27)
    assert (raised["reading_percent"], raised["people_percent"]) == (70, 5)
    assert (raised["total_minutes"], raised["reading_minutes"]) == (400, 280)
    many = [
        *(entry(day(7 * n), 70, track="reading") for n in range(4)),
        *(entry(day(7 * n + 1), 30, track="allies", people=("Lena (PM)",)) for n in range(4)),
    ]
    assert found("READING_HEAVY", many, 27) is None


def test_half_of_the_minutes_is_not_more_than_half() -> None:
    """60 of 120 minutes with a book: silent; 61 of 121: raised."""
    even = [entry(day(0), 60, track="reading"), entry(day(13), 60, track="craft")]
    assert found("READING_HEAVY", even, 13) is None
    more = [entry(day(0), 61, track="reading"), entry(day(13), 60, track="craft")]
    assert found("READING_HEAVY", more, 13) is not None


def test_shares_are_silent_under_two_weeks_or_two_hours() -> None:
    """Reading alone: silent on the 13th day, and with 119 minutes; raised with 120 on the 14th."""
    short = [entry(day(0), 60, track="reading"), entry(day(12), 60, track="reading")]
    assert found("READING_HEAVY", short, 12) is None
    assert found("READING_HEAVY", short, 13) is not None
    little = [entry(day(0), 60, track="reading"), entry(day(12), 59, track="reading")]
    assert found("READING_HEAVY", little, 13) is None


def test_strategy_above_a_quarter_is_raised_with_its_share() -> None:
    """40% strategy: raised with the share; 25%: silent; 5%: silent."""
    for minutes, percent in ((40, 40), (25, None), (5, None)):
        log = [entry(day(7 * n), minutes, track="craft", tags=("strategy",)) for n in range(4)]
        log += [entry(day(7 * n + 1), 100 - minutes, track="craft") for n in range(4)]
        raised = figures("STRATEGY_HEAVY", log, 27)
        assert (raised and raised["percent"]) == percent


def test_engineering_above_three_tenths_is_raised_with_both_totals_apart() -> None:
    """31 of 100 minutes were engineering: raised; 30: silent."""
    for minutes, raised in ((31, True), (30, False)):
        log = [entry(day(7 * n), minutes, tags=("engineering",)) for n in range(4)]
        log += [entry(day(7 * n + 1), 100 - minutes, track="craft") for n in range(4)]
        seen = figures("ENGINEERING_DRIFT", log, 27)
        assert (seen is not None) is raised
        if seen is not None:
            assert (seen["engineering_minutes"], seen["path_minutes"]) == (124, 276)


def test_a_limit_of_the_roadmap_moves_the_share() -> None:
    """With a limit of 45% of strategy, 40% are silent."""
    log = [entry(day(7 * n), 40, track="craft", tags=("strategy",)) for n in range(4)]
    log += [entry(day(7 * n + 1), 60, track="craft") for n in range(4)]
    wide = roadmap(findings={"STRATEGY_HEAVY": {"percent": 45}})
    assert found("STRATEGY_HEAVY", log, 27) is not None
    assert found("STRATEGY_HEAVY", log, 27, wide) is None


def test_little_of_what_was_promised_is_raised_below_six_tenths() -> None:
    """Four weeks promise 960 minutes: 575 raise it, 576 do not."""
    for minutes, raised in ((143, True), (144, False)):
        log = [entry(day(1 + 7 * n), minutes + (3 if n == 0 and raised else 0), track="craft")
               for n in range(4)]  # fmt: skip
        seen = figures("PACE", log, 29)
        assert (seen is not None) is raised
        if raised:
            assert seen == {"span": 28, "done_minutes": 575, "promised_minutes": 960}


def test_the_pace_of_four_weeks_is_silent_before_the_line_is_four_weeks_old() -> None:
    """Nothing done: silent while the four weeks through yesterday begin with the start."""
    assert found("PACE", [], 28) is None
    assert found("PACE", [], 29) is not None


def test_two_missed_days_are_a_gap_and_a_rest_day_is_none() -> None:
    """Done on Thursday: Friday missed is silent, Friday and Saturday are a gap."""
    log = [entry(day(3))]
    assert found("GAP", log, 5) is None
    assert figures("GAP", log, 6) == {"days": 2, "last": day(3)}
    assert figures("GAP", log, 7) == {"days": 2, "last": day(3)}


def test_whoever_logs_something_today_has_no_gap_any_more() -> None:
    """ "No step logged yet" stood below the first step."""
    assert found("GAP", [], 8) is not None
    assert found("GAP", [entry(day(8))], 8) is None


ENTRIES = st.lists(
    st.tuples(
        st.integers(0, 40), st.integers(5, 90), st.sampled_from(["reading", "allies", "customers"]),
        st.booleans(), st.sampled_from([(), ("strategy",), ("engineering",)]),
    ),
    max_size=25,
)  # fmt: skip


def test_four_weeks_with_days_off_among_them_are_said_to_leave_them_out() -> None:
    """A week away in the last five: 28 days that count are 35 of the calendar."""
    log = [entry(day(n), 60, track="reading", text=str(n)) for n in range(40)]
    said = "reading took most of the last {span}"
    plain, away = found("READING_HEAVY", log, 39), roadmap(vacations=(
        build.vacation(day(20), day(26)),))  # fmt: skip
    assert plain is not None
    assert filled(said, plain.figures, day(39)) == "reading took most of the last 4 weeks"
    with_rest = found("READING_HEAVY", log, 39, away)
    assert with_rest is not None
    assert (with_rest.figures["span"], with_rest.figures["off_days"]) == (28, 7)
    told = filled(said, with_rest.figures, day(39))
    assert told == "reading took most of the last 4 weeks (days off left out)"


@settings(max_examples=examples(150))
@given(ENTRIES, st.integers(1, 41), st.integers(1, 30))
def test_a_vacation_put_in_anywhere_changes_no_finding_but_its_days(
    log: list[tuple[int, int, str, bool, tuple[str, ...]]], at: int, length: int
) -> None:
    """Whole weeks of vacation inserted, later entries moved behind: the same findings and figures.

    Weeks, so that weekdays stay; days in the figures move with the entries they come from, and how
    long ago they are is told by the calendar.
    """
    shift = length * 7

    def lived(moved: int) -> list[Record]:
        return [
            entry(
                day(number if number < at else number + moved), minutes, track=track, tags=tags,
                people=("Lena (PM)",) if named else (), text="x",
            )
            for number, minutes, track, named, tags in log
        ]  # fmt: skip

    away = roadmap(vacations=(build.vacation(day(at), day(at + shift - 1)),))
    assert _raised(here(lived(shift), 41 + shift, away)) == _raised(here(lived(0), 41))


# These speak of days of the calendar: of the target date, and of milestones counted back from it.
OF_THE_CALENDAR = ("NO_SEARCH", "OVERDUE", "NO_SPONSOR", "DATA_CHECK")


def _raised(situation: Situation) -> list[object]:
    return [
        (one.id, one.case, {name: value for name, value in own_figures(one).items()
                            if isinstance(value, int) and name not in ("days", "weeks")})
        for one in findings(situation)
        if one.id not in OF_THE_CALENDAR
    ]  # fmt: skip
