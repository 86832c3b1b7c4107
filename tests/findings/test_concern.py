from __future__ import annotations

from string import Formatter

from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.findings.weekly import Concerns, concerns, is_quiet
from pmpath.domain.entry import Entry
from pmpath.domain.kinds import Record
from pmpath.domain.period import Period, week_of
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap
from tests.build import CATALOG, day, entry, plan, roadmap, vacation
from tests.effort import examples
from tests.findings.every_case import every_case
from tests.findings.looked import here


def week(number: int, records: list[Record], plan: Roadmap | None = None) -> Concerns:
    """What the report of a week says, seen from its Sunday, with what was known then."""
    last = day(7 * number + 6)
    known = [one for one in records if isinstance(one, Entry) and one.day <= last]
    return concerns(here(known, 7 * number + 6, plan), week_of(last))


def reading(weeks: int) -> list[Record]:
    """An hour with a book on two days of each week, and nobody met."""
    days = [7 * n + m for n in range(weeks) for m in (1, 4)]
    return [entry(day(one), 60, track="reading", text=f"chapter {one}") for one in days]


def shown(records: list[Record], weeks: int) -> list[str]:
    """What stands in full in each of so many weeks; "" where nothing does."""
    told = [week(number, records).full for number in range(weeks)]
    return [one.id if one else "" for one in told]


def test_the_one_thing_comes_in_the_week_it_is_raised_and_every_fourth_week() -> None:
    """A quarter of reading: nobody met from week 3 on, no customer from week 5 on."""
    assert shown(reading(12), 12) == [
        "", "", "NO_PEOPLE", "", "NO_CUSTOMER", "",
        "NO_PEOPLE", "", "NO_CUSTOMER", "", "NO_PEOPLE", "",
    ]  # fmt: skip


def test_of_those_whose_turn_it_is_the_costlier_stands_in_full() -> None:
    """Reading is raised in the same week as nobody met: it has the line."""
    found = week(2, reading(3))
    assert found.full is not None
    assert (found.full.id, [one.id for one in found.lines]) == ("NO_PEOPLE", ["READING_HEAVY"])


def test_the_first_week_and_the_week_back_from_a_gap_say_nothing() -> None:
    """Three weeks without an entry, then reading again: silent in the gap and in the week back."""
    log = [*reading(4), *(entry(day(7 * 8 + n), track="reading", text=f"{n}") for n in (1, 4)),
           *(entry(day(7 * 9 + n), track="reading", text=f"{n}") for n in (1, 4))]  # fmt: skip
    assert week(2, log).full is not None
    assert week(6, log) == Concerns()
    assert week(7, log) == Concerns()
    assert week(8, log) == Concerns()
    assert not is_quiet(here(log, 69), week_of(day(69)))
    assert week(0, reading(1)) == Concerns()


def test_a_vacation_of_three_weeks_is_no_gap() -> None:
    """Declared days do not exist: the week after is a week like any other."""
    away = roadmap(vacations=(vacation(day(28), day(48)),))
    log = [*reading(4), *(entry(day(49 + n), track="reading", text=f"{n}") for n in (1, 4))]
    assert not is_quiet(here(log, 55, away), week_of(day(49)))
    assert is_quiet(here(log, 55), week_of(day(49)))


def test_at_most_two_others_have_a_line_and_none_stands_twice() -> None:
    """Six concerns at once: one in full, two in a line, all of different ids."""
    log: list[Record] = [
        *reading(10),
        entry(day(3), track="writing", tags=("published", "engineers"), text="queues"),
        entry(day(4), 60, track="volunteer", action="volunteer.hour"),
    ]
    weeks = [week(number, log) for number in range(10)]
    for found in weeks:
        told = [one.id for one in (found.full, *found.lines) if one]
        assert len(told) == len(set(told)) <= 3
    assert max(len(found.lines) for found in weeks) == 2


def test_a_line_is_not_said_again_within_four_weeks() -> None:
    """The volunteer's open number: a line in one week, then silence, then a line again."""
    log: list[Record] = [
        entry(day(4), 60, track="volunteer", action="volunteer.hour"),
        *(entry(day(7 * n + 1), track="customers", people=("Nord (customer)",)) for n in range(12)),
        *(entry(day(7 * n + 2), 200, track="craft", text="x") for n in range(12)),
    ]
    told = ["NO_BASELINE" in [one.id for one in week(n, log).lines] for n in range(10)]
    assert told == [False, False, True, False, False, False, True, False, False, False]


def test_odd_entries_have_a_line_of_their_own_even_in_the_first_week() -> None:
    """The same call twice on day 1."""
    twice: list[Record] = [entry(day(1), text="call"), entry(day(1), text="call")]
    found = week(0, twice)
    assert [one.id for one in found.data] == ["DATA_CHECK"]
    assert found.full is None


def test_longer_periods_say_nothing_of_it() -> None:
    """A month and the whole time are for looking back."""
    months = Period(day(0), day(60), "month")
    assert concerns(here(reading(8), 55), months) == Concerns()


def test_a_moved_date_is_the_one_thing_of_its_week_and_has_its_own_section() -> None:
    """It goes before nobody met; the report says it above."""
    later = roadmap(target=changed(roadmap().target, date=day(392)))
    log = [*reading(4), plan(day(23), target=day(392), reason="the trial runs longer")]
    found = concerns(here(log, 27, later), week_of(day(27)))
    assert found.full is not None
    assert (found.full.id, found.full.text) == ("DATE_MOVED", "")


LOGS = st.lists(
    st.tuples(
        st.integers(0, 180), st.integers(10, 90),
        st.sampled_from(["reading", "allies", "customers", "writing", "volunteer", "craft"]),
        st.booleans(),
        st.sampled_from([(), ("strategy",), ("engineering",), ("published", "engineers")]),
    ),
    min_size=10, max_size=80,
)  # fmt: skip


@settings(max_examples=examples(60))
@given(LOGS)
def test_the_same_concern_is_not_in_full_two_weeks_running(
    log: list[tuple[int, int, str, bool, tuple[str, ...]]],
) -> None:
    """Any half year of entries; as long as it stands it comes back after four weeks alone."""
    records: list[Record] = [
        entry(day(number), minutes, track=track, tags=tags, text=f"{n}",
              people=("Lena (PM)",) if named else ())
        for n, (number, minutes, track, named, tags) in enumerate(log)
    ]  # fmt: skip
    last: dict[tuple[object, ...], int] = {}
    for number in range(26):
        full = week(number, records).full
        if full is None:
            continue
        key = (full.id, full.subject, full.grade)
        assert number - last.get(key, -9) >= 2
        assert number - last.get((*key, full.since), -9) >= 4
        last[key] = last[(*key, full.since)] = number


def test_every_concern_has_the_figures_that_its_words_name() -> None:
    """Each text of the content is filled wholly by a finding of that case."""
    seen = set()
    for finding in every_case():
        words = CATALOG.concerns[finding.id].words_of(finding.case)
        for text in (words.line, words.full):
            names = {name for _, name, _, _ in Formatter().parse(text) if name}
            assert names <= set(finding.figures), (finding.id, finding.case)
        seen.add((finding.id, finding.case))
    wanted = {
        (key, case)
        for key, one in CATALOG.concerns.items()
        for case in ("", *one.cases)
        if (one.words_of(case).line or one.words_of(case).full)
    }
    assert not {one for one in wanted if one not in seen and one != ("DATA_CHECK", "")}


def test_weeks_are_gone_through_from_the_plan_alone() -> None:
    """Folding the same log twice gives the same concerns."""
    log = reading(12)
    assert week(11, log) == week(11, list(reversed(log)))
