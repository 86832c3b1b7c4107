"""Each figure is counted one way, wherever it is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from pmpath.coach.contacts.step_role import step_role_clock
from pmpath.coach.findings.finding import View
from pmpath.coach.findings.people import no_customer
from pmpath.coach.numbers.pace import PlannedMinutes
from pmpath.coach.outlook.plan_done import in_plan, plan_done
from pmpath.coach.outlook.progress import no_progress
from pmpath.coach.outlook.replan import outlook, pace_of
from pmpath.coach.plan.first_plan import milestones_for
from pmpath.coach.plan.fit import available_by, available_minutes, best_fit, uncrowded
from pmpath.coach.today.candidates import steps
from pmpath.domain.entry import ASK, HOLD, Evidence
from pmpath.domain.kinds import MilestoneDone
from pmpath.domain.log.journal import fold
from pmpath.domain.metric import Metric, change_of
from pmpath.domain.period import Period, week_of
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Milestone, Roadmap, StepRole, Target, TrackPlan, Vacation
from pmpath.render.phrases.acts import written_ago
from pmpath.render.phrases.confirmation import metric_text
from pmpath.render.phrases.filled import filled
from pmpath.render.phrases.happened import result_text
from pmpath.render.phrases.step_role import step_role_row
from pmpath.reports.numbers import numbers, pace
from pmpath.reports.period.wins import wins_in
from pmpath.reports.still_yours import still_yours
from pmpath.reports.today import today_report
from pmpath.reports.why.number_figures import of_number
from tests import build
from tests.build import CATALOG, START, day, entry, roadmap, situation, vacation
from tests.findings.looked import figures, found

LENA, NORD = "Lena (PM)", "Nord (customer)"


def any_step(*done: int, today: int) -> str:
    """The first line of `why strength` after path actions on these days."""
    here = situation([entry(day(n)) for n in done], day(today), on=every_day())
    return str(of_number("strength", here)[0].value)


def every_day() -> Roadmap:
    """A plan without rest days."""
    return roadmap(minutes=(30,) * 7)


def test_any_step_is_wanted_every_day() -> None:
    """One done day from nothing, and twenty of them, as the formula says for 1 in 1."""
    assert any_step(0, today=0) == "Any step: 0.0519, 1 in 1 day"
    assert any_step(*range(20), today=19) == "Any step: 0.6557, 1 in 1 day"


def test_each_missed_day_lowers_the_strength_of_any_step() -> None:
    """Ten done, then up to three missed: lower with each; the Sunday after them changes nothing."""
    scores = [any_step(*range(10), today=10 + n) for n in range(5)]
    assert scores[:4] == sorted(set(scores[:4]), reverse=True)
    assert scores[3] == scores[4]


def test_a_tracks_strength_is_held_against_the_cadence_of_the_roadmap() -> None:
    """Three in seven days there, where the content says two."""
    own = tuple(changed(one, times=3, days=7) if one.id == "customers" else one
                for one in roadmap().tracks)  # fmt: skip
    rows = [
        str(one.value)
        for one in of_number("strength", situation((), day(3), on=roadmap(tracks=own)))
    ]
    assert any(row.endswith("3 in 7 days") for row in rows if row.startswith("Customer"))


@pytest.mark.parametrize("profile", ["ic", "senior", "step"])
@pytest.mark.parametrize("weeks", [16, 26, 33, 52, 65, 78, 79, 90, 104, 131, 156, 200])
def test_the_half_way_decision_lies_half_way(profile: str, weeks: int) -> None:
    """In plans of any length and hours, to the week, and stretching leaves it there."""
    for hours in (2, 4, 10):
        aim = Target("", START + timedelta(weeks=weeks), START, START, profile=profile)
        minutes = (hours * 60 // 7,) * 7
        made = milestones_for(aim, CATALOG)
        scope = best_fit(made, CATALOG, available_minutes(aim, minutes, ())).scope
        plan = uncrowded(Roadmap(changed(aim, scope=scope), minutes, milestones=made), CATALOG)
        middle = next(one for one in plan.milestones if one.id == "roadmap.midpoint")
        assert abs((plan.due_day(middle) - START).days * 2 - weeks * 7) <= 14, hours


@pytest.mark.parametrize("days", [364, 365, 366, 370, 371, 120, 85])
@pytest.mark.parametrize("off", [(), (Vacation(day(20), day(33)),), (Vacation(day(0), day(2)),)])
def test_the_hours_there_are_counted_in_days(days: int, off: tuple[Vacation, ...]) -> None:
    """One day more never gives a week more; the whole plan has what its last day says."""
    made = changed(every_day(), vacations=off, target=changed(roadmap().target, date=day(days)))
    whole = available_minutes(made.target, made.minutes, off)
    assert whole == available_by(made, made.target.date)
    assert 0 <= whole - available_by(made, day(days - 1)) <= 30
    away = sum((one.last - one.first).days + 1 for one in off)
    assert whole == (days - away) * (210 - 30) // 7


def test_what_is_left_is_counted_like_the_whole() -> None:
    """On the day of init the replan has the hours of the plan, less those of that day."""
    made = changed(every_day(), vacations=(vacation(day(20), day(33)),),
                   target=changed(roadmap().target, date=day(368)))  # fmt: skip
    here = situation((), START, on=made)
    whole = available_minutes(made.target, made.minutes, made.vacations)
    assert 0 <= whole - outlook(here).available <= 30
    needed = numbers(here).needed_a_week
    assert needed is not None
    assert outlook(here).left.a_week == needed


def test_work_before_the_start_counts_in_neither_pace_nor_plan_done() -> None:
    """Ten hours on allies the week before: as if they were not there."""
    early = [entry(day(-n), 120, track="allies", people=(LENA,)) for n in range(1, 6)]
    with_it, without = (situation(log, day(3)) for log in (early, []))
    assert pace(with_it) == pace(without)
    assert plan_done(with_it) == plan_done(without)
    late = situation([*early, entry(START, 20, track="allies")], day(3))
    assert plan_done(late).covered == plan_done(without).covered + 20


def test_the_start_day_counts_up_to_its_own_minutes() -> None:
    """300 minutes planned and done on the day of init, and of a fresh start: all of them count."""
    minutes = (300,) * 7
    own = roadmap(minutes=minutes)
    first = build.plan(START, minutes=minutes)
    again = build.plan(day(9), minutes=minutes, restart=True)
    for records, on in (([first], START), ([first, again], day(9))):
        planned = PlannedMinutes(own, fold([*records, entry(on, 300)]))
        assert planned.minutes_done(on) == 300
        assert planned.tally(week_of(on), on).beyond_cap == 0


def test_a_pace_of_four_weeks_has_four_whole_weeks_of_the_line() -> None:
    """A start on a Thursday: the broken first week is none of the four."""
    start = day(3)
    own = roadmap(target=changed(roadmap().target, start=start, decided=start))
    log = [entry(day(4), 240), *(entry(day(7 * week + 8), 70) for week in range(4))]
    assert pace_of(situation(log, day(28), on=own)) is None
    assert pace_of(situation(log, day(35), on=own)) == 70


def test_no_share_speaks_of_more_days_than_the_plan_is_old() -> None:
    """Reading for weeks before the plan and sixteen days in it: the last 17 days are told."""
    log = [entry(day(n), 60, track="reading", text=str(n)) for n in range(-30, 17)]
    seen = figures("READING_HEAVY", log, 16)
    assert seen is not None
    assert (seen["span"], seen["total_minutes"]) == (17, 17 * 60)
    assert "last 17 days" in filled("of the last {span}", seen, day(16))
    log += [entry(day(n), 60, track="reading", text=str(n)) for n in range(17, 40)]
    old = figures("READING_HEAVY", log, 39)
    assert old is not None
    assert (old["span"], old["total_minutes"]) == (28, 28 * 60)
    assert "last 4 weeks" in filled("of the last {span}", old, day(39))


def test_days_ago_are_those_of_the_calendar_on_every_page() -> None:
    """A vacation between: the step and the concern say the same number, and the date beside it."""
    away = changed(roadmap(), vacations=(vacation(day(10), day(23)),))
    log = [entry(day(2), track="customers", people=(NORD,)), entry(day(30), track="craft")]
    here = situation(log, day(46), on=away)
    concern = next(iter(no_customer(View(here))))
    assert concern.since == day(46)
    assert concern.figures["days"] == 44
    told = [one.reason for one in steps(here, 60) if one.reason.kind == "track" and one.reason.day]
    assert told
    assert all(one.days == (day(46) - one.day).days for one in told if one.day)


def test_a_vacation_is_no_gap_on_any_page() -> None:
    """Two weeks away as declared: no last step is said, no day shrinks to five minutes."""
    away = changed(roadmap(), vacations=(vacation(day(8), day(21)),))
    back = situation([entry(day(7))], day(22), on=away)
    assert today_report(back).last_step is None
    assert back.minutes_today == 30
    gone = situation([entry(day(7))], day(22))
    assert today_report(gone).last_step is not None
    assert gone.minutes_today == 5


@pytest.mark.parametrize(
    ("written", "now", "said"),
    [("2027-03-01T22:00+01:00", "2027-03-04T08:00+01:00", "3 days ago"),
     ("2027-03-01T08:00+01:00", "2027-03-03T22:00+01:00", "2 days ago"),
     ("2027-03-01T20:30+00:00", "2027-03-04T08:00+09:00", "2 days ago"),
     ("2027-03-03T22:00+01:00", "2027-03-04T08:00+01:00", "10 hours ago")],
)  # fmt: skip
def test_how_long_ago_a_record_was_written_is_told_by_the_calendar(
    written: str, now: str, said: str
) -> None:
    """From two days on the days between the dates count, not pieces of 24 hours."""
    assert written_ago(written, datetime.fromisoformat(now)) == said


@pytest.mark.parametrize(
    ("before", "after", "unit", "told"),
    [(20, 35, "%", "+15 points"), ("2.5", 3, "%", "+0.5 points"), (35, 34, "percent", "-1 point"),
     (0, "0.05", "%", "+0.05 points"), (20, 20, "%", "0 points"), (20, 35, "calls", "+75%"),
     ("9.5", "10.5", "% of users", "+1 point")],
)  # fmt: skip
def test_percent_values_differ_in_points(
    before: int | str, after: int | str, unit: str, told: str
) -> None:
    """On the screen and in the data of a report; 20% to 35% is not a rise by 75 percent."""
    metric = Metric("conversion", before, after, unit)
    assert metric_text(metric).endswith(f"({told})")
    won = wins_in((entry(day(1), metrics=(metric,)),))[0]
    is_share = unit.startswith(("%", "percent"))
    assert (won.percent is None) == (won.points is not None) == is_share
    change = change_of(metric)
    assert change is not None
    assert change.points == is_share
    assert "point" in result_text(metric, change) or not is_share or before == after


def test_an_opening_is_one_application_however_often_it_is_told() -> None:
    """Applied, interviewed and refused at one firm, spelled in two ways: one; another firm: two."""
    log = [
        entry(day(10), track="search", tags=("application", "outside"), opening="Nordfrakt: PM"),
        entry(day(12), track="search", tags=("interview", "outside"), opening="nordfrakt"),
        entry(day(14), track="search", tags=("rejected", "outside"), opening="Nordfrakt: PM"),
        entry(day(15), track="search", tags=("application", "outside"), opening="Caledon"),
    ]
    assert figures("ONE_SIDED_SEARCH", log, 60) == {"inside": 0, "outside": 2}
    applied = [one for one in log if "application" in one.tags]
    seen = [changed(one, tags=(), stage="seen") for one in [*applied, log[1]]]
    assert found("NO_SEARCH", seen, 300) is not None
    assert (figures("NO_SEARCH", seen, 300) or {})["openings"] == 2


def test_people_and_pieces_are_counted_once() -> None:
    """One person met thrice, one piece shared twice by its address, another by its words."""
    link = (Evidence("link", "https://Example.org/queues/"),)
    again = (Evidence("link", "http://example.org/queues"),)
    log = [
        *(entry(day(n), people=(LENA,)) for n in (1, 2)),
        entry(day(3), people=("LENA",)),
        entry(day(4), track="writing", text="published queues", evidence=link),
        entry(day(5), track="writing", text="shared it again", evidence=again),
        entry(day(6), track="writing", tags=("published",), text="Talk on churn"),
        entry(day(7), track="writing", tags=("published",), text="talk on  churn"),
    ]
    kept = still_yours(situation(log, day(8)))
    assert kept is not None
    assert (kept.people, kept.pieces) == (1, 2)


def role_milestone(key: str) -> Milestone:
    return Milestone(key, key.partition(".")[0], key, 600, "core", weeks_before=10)


def test_work_in_the_step_role_is_no_progress() -> None:
    """Forty hours of the job itself cover nothing; an action of the track does, asked or held."""
    role = StepRole("in", "sales engineer", START)
    own = roadmap(springboard=role, milestones=(role_milestone("springboard.field-notes"),))
    job = [entry(day(n), 240, track="springboard") for n in range(1, 11)]
    note = entry(day(11), 60, track="springboard", action="springboard.field-note", half=HOLD)
    ask = entry(day(12), 5, track="springboard", did=("springboard.field-note",), half=ASK)
    assert plan_done(situation(job, day(12), on=own)).covered == 0
    assert plan_done(situation([*job, note, ask], day(12), on=own)).covered == 65


def test_a_track_that_left_the_plan_is_neither_work_to_do_nor_progress() -> None:
    """Switched off in the roadmap: its milestones are in no total."""
    tracks = (TrackPlan("craft", active=False), TrackPlan("allies"))
    own = roadmap(tracks=tracks, milestones=(role_milestone("craft.b"), role_milestone("allies.a")))
    here = situation([entry(day(1), 90, track="craft")], day(2), on=own)
    assert [one.id for one in in_plan(here)] == ["allies.a"]
    assert (plan_done(here).covered, plan_done(here).total) == (0, 600)


def test_what_belongs_to_the_step_role_follows_its_exit_date() -> None:
    """Field notes and hand-over are due by the day of leaving, and move with it."""
    aim = Target("", date(2028, 1, 10), START, START, profile="step")
    made = milestones_for(aim, CATALOG)
    assert "springboard.exit-date" in {one.id for one in made}
    for leaves in (date(2027, 5, 31), date(2027, 7, 31)):
        role = StepRole("in", "", START, 12, leaves)
        plan = Roadmap(aim, (30,) * 7, springboard=role, milestones=made)
        due = {one.id: plan.due_day(one) for one in made}
        assert all(on <= leaves for key, on in due.items() if key.startswith("springboard."))
        assert due["springboard.handed-over"] == leaves
    late = StepRole("in", "", day(-400), 12, day(-30))
    plan = Roadmap(aim, (30,) * 7, springboard=late, milestones=made)
    assert all(plan.due_day(one) > START for one in made)


def test_minutes_that_bring_no_milestone_nearer_are_told() -> None:
    """Ten hours are in the next milestone of allies; craft has none that could move, nor the role.

    Once it is reached, all that led to it did lead on.
    """
    role = StepRole("in", "", START)
    own = roadmap(springboard=role, milestones=(role_milestone("allies.a"),))
    log = [
        *(entry(day(n), 200, track="allies") for n in range(1, 5)),
        entry(day(5), 30, track="craft"), entry(day(5), 40, track="springboard"),
        entry(day(5), 7),
    ]  # fmt: skip
    here = situation(log, day(6), on=own)
    assert no_progress(here, Period(START, day(7))).on_path == 200 + 40
    assert no_progress(here, Period(day(5), day(6))).on_path == 40
    reached = MilestoneDone("m" * 26, f"{day(2)}T21:00:00+00:00", day(2), "allies.a")
    assert (
        no_progress(situation([*log, reached], day(6), on=own), Period(START, day(7))).on_path == 40
    )


@pytest.mark.parametrize(
    ("gone", "said"), [(1, "1 day ago"), (6, "6 days ago"), (7, "1 week ago"), (20, "2 weeks ago")]
)
def test_a_passed_exit_date_says_how_long_ago_it_was(gone: int, said: str) -> None:
    """In days for a week, then in whole weeks."""
    role = StepRole("in", "sales engineer", START, 24, day(30))
    clock = step_role_clock(roadmap(springboard=role), build.journal(), day(30 + gone))
    assert clock is not None
    assert said in step_role_row(clock, 0)
