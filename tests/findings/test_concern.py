from __future__ import annotations

from string import Formatter

from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.findings.weekly import Concerns, concerns, is_return
from pmpath.domain.entry import Entry
from pmpath.domain.kinds import Accept, Record
from pmpath.domain.period import Period, week_of
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.render.phrases.concern import concern_text
from tests.build import CATALOG, day, entry, plan, roadmap, vacation
from tests.effort import examples
from tests.findings.every_case import every_case
from tests.findings.looked import here, metric


def week(number: int, records: list[Record], plan: Roadmap | None = None) -> Concerns:
    """What the report of a week says, seen from its Sunday, with what was known then."""
    last = day(7 * number + 6)
    known = [one for one in records if isinstance(one, Entry) and one.day <= last]
    return concerns(here(known, 7 * number + 6, plan), week_of(last))


def reading(weeks: int) -> list[Record]:
    """An hour with a book on two days of each week, and nobody met."""
    days = [7 * n + m for n in range(weeks) for m in (1, 4)]
    return [entry(day(one), 60, track="reading", text=f"chapter {one}") for one in days]


def said(found: Concerns) -> list[str]:
    """Every id that a report tells, in whatever way."""
    return [one.id for one in (found.full, *found.lines, *found.also) if one]


def test_a_concern_is_on_every_page_while_it_lasts() -> None:
    """A quarter of reading: nobody met from week 3 on, no customer from week 5 on, to the end."""
    weeks = [said(week(number, reading(12))) for number in range(12)]
    assert ["NO_PEOPLE" in one for one in weeks] == [False] * 2 + [True] * 10
    assert ["NO_CUSTOMER" in one for one in weeks] == [False] * 4 + [True] * 8


def test_the_costliest_stands_in_full_and_the_next_three_in_a_line() -> None:
    """Seven at once: one in full, three lines, the rest by name, in the order of the content."""
    log: list[Record] = [
        *reading(10),
        entry(day(3), track="writing", tags=("published", "engineers"), text="queues"),
        entry(day(4), 60, track="volunteer", action="volunteer.hour"),
    ]
    found = week(9, log)
    assert found.full is not None
    assert found.full.id == "NO_PEOPLE"
    assert [one.id for one in found.lines] == ["NO_CUSTOMER", "READING_HEAVY", "NO_MANAGER_VERSION"]
    order = list(CATALOG.concerns)
    places = [order.index(one) for one in said(found)]
    assert places == sorted(places)
    assert len(found.also) >= 2


def test_it_is_gone_in_the_week_that_mends_it() -> None:
    """Coffee with Lena in week 8: no word of nobody met in its report."""
    log = [*reading(8), entry(day(7 * 7 + 2), people=("Lena (PM)",))]
    assert "NO_PEOPLE" in said(week(6, log))
    assert "NO_PEOPLE" not in said(week(7, log))


def test_the_first_week_says_nothing() -> None:
    """Odd entries apart, which have a line of their own."""
    assert week(0, reading(1)) == Concerns()


def test_whoever_is_away_or_comes_back_has_one_thing_and_no_lines() -> None:
    """Three weeks without an entry, then reading again: the others have their names alone."""
    log = [*reading(4), *(entry(day(7 * 8 + n), track="reading", text=f"{n}") for n in (1, 4)),
           *(entry(day(7 * 9 + n), track="reading", text=f"{n}") for n in (1, 4))]  # fmt: skip
    assert len(week(3, log).lines) > 0
    for number in (6, 7, 8):
        found = week(number, log)
        assert found.full is not None
        assert found.lines == ()
        assert not {"PACE", "GAP", "DOES_NOT_FIT", "TOO_SLOW"}.intersection(said(found))
    assert "PACE" in said(week(9, log))
    assert not is_return(here(log, 69), week_of(day(69)))


def test_a_week_with_a_result_or_an_offer_says_nothing_of_the_pace() -> None:
    """Four poor weeks: the line is there, and not beside a number with both sides or an offer."""
    poor: list[Record] = [
        entry(day(7 * n + 1), 30, people=("Lena (PM)",), text=f"{n}") for n in range(6)
    ]
    assert "PACE" in said(week(5, poor))
    win = entry(day(36), 30, metrics=(metric("calls", 5, 3),))
    offer = entry(day(36), 30, tags=("offer",), opening="Nord: PM")
    for more in (win, offer):
        assert "PACE" not in said(week(5, [*poor, more]))


def test_a_vacation_of_three_weeks_is_no_gap_and_stands_still() -> None:
    """Declared days do not exist: nothing is said in them, and the week after is like any other."""
    away = roadmap(vacations=(vacation(day(28), day(48)),))
    log = [*reading(4), *(entry(day(49 + n), track="reading", text=f"{n}") for n in (1, 4))]
    assert not is_return(here(log, 55, away), week_of(day(49)))
    assert is_return(here(log, 55), week_of(day(49)))
    assert week(5, log, away) == Concerns()
    assert week(7, log, away).full is not None


def test_odd_entries_have_a_line_of_their_own_even_in_the_first_week() -> None:
    """The same call twice on day 1."""
    twice: list[Record] = [entry(day(1), text="call"), entry(day(1), text="call")]
    found = week(0, twice)
    assert [one.id for one in found.data] == ["DATA_CHECK"]
    assert found.full is None


def test_a_month_says_what_lasts_at_its_end() -> None:
    """The same parts as in a week."""
    months = Period(day(21), day(56), "month")
    found = concerns(here(reading(8), 55), months)
    assert said(found)[:2] == ["NO_PEOPLE", "NO_CUSTOMER"]


def test_a_moved_date_takes_no_others_place() -> None:
    """It is told as a change of the plan; what lasts stands in full."""
    later = roadmap(target=changed(roadmap().target, date=day(392)))
    log = [*reading(4), plan(day(23), target=day(392), reason="the trial runs longer")]
    found = concerns(here(log, 27, later), week_of(day(27)))
    assert found.full is not None
    assert found.full.id == "NO_PEOPLE"
    assert "DATE_MOVED" not in said(found)


def test_what_was_accepted_is_silent() -> None:
    """Snoozed through week 6: silent until then, back in week 7 with its number grown."""
    until = Accept("a" * 26, f"{day(20)}T08:00:00+00:00", day(20), "NO_PEOPLE", "", "x", day(41))
    for number, silent in ((4, True), (5, True), (6, False)):
        last = 7 * number + 6
        found = concerns(here([*reading(8), until], last), week_of(day(last)))
        assert ("NO_PEOPLE" not in said(found)) is silent


# Raised in one of their cases alone.
NO_CASES = {("DATA_CHECK", ""), ("ONE_SIDED_SEARCH", "")}
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
def test_no_week_says_the_sentence_of_the_week_before(
    log: list[tuple[int, int, str, bool, tuple[str, ...]]],
) -> None:
    """Any half year of entries; and what is raised is told every week, nothing else is."""
    records: list[Record] = [
        entry(day(number), minutes, track=track, tags=tags, text=f"{n}",
              people=("Lena (PM)",) if named else ())
        for n, (number, minutes, track, named, tags) in enumerate(log)
    ]  # fmt: skip
    before: set[str] = set()
    for number in range(1, 26, 1):
        found, last = week(number, records), day(7 * number + 6)
        told = (found.full, *found.lines, *found.also)
        texts = {concern_text(one, last) for one in told if one}
        assert not texts & before, texts & before
        assert len(found.lines) <= 3
        before = texts


def test_every_concern_has_the_figures_that_its_words_name() -> None:
    """Each text of the content is filled wholly by a finding of that case."""
    seen = set()
    for finding in every_case():
        words = CATALOG.concerns[finding.id].words_of(finding.case)
        for text in (words.line, words.full):
            names = {name for _, name, _, _ in Formatter().parse(text) if name}
            assert names <= set(finding.figures), (finding.id, finding.case)
        seen.add((finding.id, finding.case))
    assert seen >= {("OVERDUE", "more"), ("GAP", ""), ("GAP", "none"), ("NO_SEARCH", "")}
    wanted = {
        (key, case)
        for key, one in CATALOG.concerns.items()
        for case in ("", *one.cases)
        if (one.words_of(case).line or one.words_of(case).full)
    }
    assert not {one for one in wanted if one not in seen and one not in NO_CASES}


def test_weeks_are_gone_through_from_the_plan_alone() -> None:
    """Folding the same log twice gives the same concerns."""
    log = reading(12)
    assert week(11, log) == week(11, list(reversed(log)))
