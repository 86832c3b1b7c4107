"""The sample journey of data/sample/journey.txt, counted a second time.

Every figure of the reports is compared with the dumb reading of `lived.py` and with a number that
was added up by hand from the typed lines; the comment beside a number says how.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tests.sample.lived import (
    DAY,
    MONDAY,
    START,
    SUNDAY,
    Sample,
    is_engineering,
    path_minutes,
    typed,
)

# `init --hours 4`: half an hour from Monday to Friday, an hour and a half on Saturday, no Sunday.
HOURS_4 = (30, 30, 30, 30, 30, 90, 0)
# 30 textbook + 45 Tomas + 30 Noor + 60 call + 15 Lena + 75 page on the trial
WEEK_12_MINUTES = 255
# The table in test_minutes_of_every_week.
MINUTES_SINCE_START = 2490
# 12 weeks of 240, less 30 on the day of init, 330 while skiing (two Saturdays, Monday to Friday),
# 30 with a migraine (Mon 25 Jan) and 30 at Easter (Fri 26 Mar).
PROMISED_SINCE_START = 2460


def test_every_line_is_accepted(sample: Sample) -> None:
    """Each of the 73 commands ends with exit code 0, and the last line is the pinned evening."""
    assert sample.codes == (0,) * 73
    assert len(typed()) == 73 + 1
    assert sample.last == "2027-04-05T07:30:00+02:00"


def test_lines_stand_in_the_order_of_time() -> None:
    """Instants ascend, carry the offset of Berlin, and only the last one stands alone."""
    instants = [instant for instant, _ in typed()]
    assert instants == sorted(instants)
    summer = datetime.fromisoformat("2027-03-28T02:00:00+01:00")
    for instant in instants:
        offset = instant.utcoffset()
        assert offset == timedelta(hours=2 if instant >= summer else 1), instant
    assert [bool(words) for _, words in typed()] == [True] * 73 + [False]


def test_sample_shows_what_people_type() -> None:
    """The sample answers proposals, rests, corrects, backfills, applies and is refused."""
    commands = [words for _, words in typed()]
    first = [words.split(" ")[0] for words in commands if words]
    # by hand: 4 done, 11 milestones, 3 rests, 1 move; the other 51 but init, amend, undo are log
    counts = {word: first.count(word) for word in sorted(set(first))}
    assert counts == {
        "amend": 1, "done": 4, "init": 1, "log": 51, "milestones": 11, "rest": 3, "roadmap": 1,
        "undo": 1,
    }  # fmt: skip
    text = "\n".join(commands)
    for typical in (
        "yesterday",
        "--stage rejected",
        "@jörg_müller",
        "worry:",
        "+engineering",
        "roadmap move",
    ):
        assert typical in text, typical


def test_number_of_log_lines(sample: Sample) -> None:
    """Each command but init adds exactly one line to the log."""
    assert len(sample.lines()) - sample.lines_after_init == 72
    # by hand: header, plan and the stepping-stone role decided come from init
    assert len(sample.lines()) == 3 + 72


def test_undo_and_amend_are_lines_of_their_own(sample: Sample) -> None:
    """Nothing is rewritten: the entry taken back and the one amended stand in the log as typed."""
    # by hand: 51 log + 4 done = 55 entries, one of them taken back
    assert len(sample.of_kind("action")) == 55
    assert len(sample.entries()) == 54
    (amend,) = sample.of_kind("amend")
    (first,) = [line for line in sample.of_kind("action") if line["id"] == amend["of"]]
    assert (first["minutes"], amend["set"]["minutes"]) == (30, 50)
    (retract,) = sample.of_kind("retract")
    assert retract["of"] not in [entry["id"] for entry in sample.entries()]


def test_days_are_those_that_were_meant(sample: Sample) -> None:
    """After midnight it is still Friday; `yesterday`, `thu`, `mon` count on the day they name."""
    expected = {
        "offered @agnes": "2027-02-19",
        "read chapter 3": "2027-01-27",
        "debugged the import outage": "2027-03-04",
        "three jobs of a pm": "2027-03-22",
    }
    for start, day in expected.items():
        days = [one["day"] for one in sample.entries() if one["text"].startswith(start)]
        assert days == [day], start


def test_minutes_of_every_week(sample: Sample) -> None:
    """The minutes of each of the twelve weeks are what the typed durations add up to."""
    # by hand, Monday to Saturday of each week:
    expected = [
        5 + 30 + 60 + 5 + 10 + 90,      # 1: done 5, beliefs, ads, ask 5, yes, map
        20 + 40 + 60 + 5 + 25 + 120,    # 2: done 5 is the nudge
        45 + 35 + 60 + 20 + 90,         # 3: no Monday
        30 + 60 + 45 + 40 + 30,         # 4: skiing from Saturday
        0,                              # 5: skiing
        30 + 60 + 10 + 30 + 20 + 90,    # 6: the second hour and a half was taken back
        30 + 50 + 55 + 30 + 120,        # 7: lunch amended from 30 to 50; no Thursday
        0,                              # 8: engineering only
        5 + 25 + 150,                   # 9: from Thursday on
        35 + 60 + 120 + 90 + 15 + 60,   # 10: done 15 keeps a promise
        45 + 50 + 40 + 15 + 75,         # 11: no Good Friday; 15 are those of sponsors.list
        30 + 45 + 30 + 60 + 15 + 75,    # 12
    ]  # fmt: skip
    found = []
    for week in range(12):
        monday = START + week * 7 * DAY
        found.append(path_minutes(sample.entries(monday, monday + 6 * DAY)))
    assert found == expected
    assert sum(expected) == MINUTES_SINCE_START
    assert expected[-1] == WEEK_12_MINUTES


def test_minutes_in_the_report(sample: Sample) -> None:
    """The report says the minutes of week 12 and since the start that the plain loop says."""
    report = sample.facts("report", "last")
    assert report["this_period"]["minutes"] == WEEK_12_MINUTES
    assert report["since_start"]["minutes"] == MINUTES_SINCE_START
    assert path_minutes(sample.entries(MONDAY)) == WEEK_12_MINUTES
    assert path_minutes(sample.entries()) == MINUTES_SINCE_START


def test_no_day_is_capped(sample: Sample) -> None:
    """No day passes the daily cap of 240, so the sums of days and of entries are equal."""
    for distance in range((SUNDAY - START).days + 1):
        day = START + distance * DAY
        assert path_minutes(sample.entries(day, day)) <= 240, day


def test_promised_minutes_day_by_day(sample: Sample) -> None:
    """The promise since the start sums ordinary days; the day of init promises nothing."""
    off = sample.rests()
    promised = 0
    week_12 = 0
    day = START
    while day <= SUNDAY:
        if day != START and day not in off:
            promised += HOURS_4[day.weekday()]
            if day >= MONDAY:
                week_12 += HOURS_4[day.weekday()]
        day += DAY
    assert promised == PROMISED_SINCE_START == 12 * 240 - 30 - (90 + 150 + 90) - 30 - 30
    assert week_12 == 240
    report = sample.facts("report", "last")
    # A day that had no more to offer is planned at what it had.
    short = [(one["day"], HOURS_4[date.fromisoformat(one["day"]).weekday()] - one["planned"])
             for one in sample.entries() if "planned" in one]  # fmt: skip
    late = sum(minutes for day, minutes in short if day >= MONDAY.isoformat())
    assert report["since_start"]["promised"] == promised - sum(minutes for _, minutes in short)
    assert report["this_period"]["promised"] == week_12 - late


def test_engineering_is_kept_apart(sample: Sample) -> None:
    """Five hours on the outage count nowhere on the path and are shown in their own week."""
    (entry,) = [one for one in sample.entries() if is_engineering(one)]
    assert (entry["minutes"], entry["day"]) == (300, "2027-03-04")
    assert sample.facts("report", "last")["since_start"]["engineering"] == 300
    assert sample.facts("report", "last")["this_period"]["engineering"] == 0
    week_8 = sample.facts("report", "2027-W09")["this_period"]
    assert (week_8["minutes"], week_8["engineering"], week_8["days_done"]) == (0, 300, 0)


def test_rest_days(sample: Sample) -> None:
    """Eleven days were declared as rest: a migraine, nine days of skiing, Good Friday."""
    skiing = {date(2027, 2, 6) + n * DAY for n in range(9)}
    assert sample.rests() == skiing | {date(2027, 1, 25), date(2027, 3, 26)}


def test_days_done_out_of_ordinary_days(sample: Sample) -> None:
    """Week 12 has 6 of 6 days; since the start it is 53 of 63, rest and Sundays never counted."""
    done = {entry["day"] for entry in sample.entries() if not is_engineering(entry)}
    off = sample.rests()
    ordinary = []
    day = START
    # The last evening is a Sunday, so no ordinary day is still open.
    while day <= SUNDAY:
        if day.isoformat() in done or (HOURS_4[day.weekday()] and day not in off):
            ordinary.append(day)
        day += DAY
    # by hand: 12 weeks of 6 days, less 7 skiing, 1 migraine, 1 Easter
    assert len(ordinary) == 72 - 7 - 1 - 1
    # by hand: missed are Thu 25 Feb, Mon 1 to Sat 6 Mar and Mon 8 to Wed 10 Mar
    assert len(done) == 63 - 1 - 6 - 3
    report = sample.facts("report", "last")
    assert (report["since_start"]["days_done"], report["since_start"]["days"]) == (53, 63)
    assert (report["this_period"]["days_done"], report["this_period"]["days"]) == (6, 6)


def test_gap_of_eleven_days(sample: Sample) -> None:
    """Between Sat 27 Feb and Thu 11 Mar there is no step on the path."""
    gap = sample.entries(date(2027, 2, 28), date(2027, 3, 10))
    assert [one["text"].split()[0] for one in gap] == ["debugged"]
    for day in (date(2027, 2, 27), date(2027, 3, 11)):
        assert path_minutes(sample.entries(day, day)) > 0
