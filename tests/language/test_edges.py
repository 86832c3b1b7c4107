"""Cases at the edge of a rule, each of which told a changed rule from the real one."""

from __future__ import annotations

import pytest

from pmpath.domain.errors import UsageError
from pmpath.domain.people import key_of
from pmpath.domain.when.duration_option import minutes_of
from pmpath.domain.words.days.duration import durations_in
from pmpath.domain.words.numbers.metric_mark import read_metric
from pmpath.domain.words.numbers.values import number_in
from tests.language.known import TODAY, read


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("1h 30", 90), ("1h 30m", 90), ("1.5m", None), ("90x", None), ("1,5 h", 90)],
)
def test_where_a_duration_ends(words: str, minutes: int | None) -> None:
    """Letters and digits take turns, and only hours have fractions."""
    found = durations_in(tuple(words.split()))
    assert (found[0].value if found else None) == minutes


@pytest.mark.parametrize(
    ("word", "number"),
    [("1,234.5", "1234.5"), ("1,234,567", 1_234_567), ("0,125", "0.125"), ("1,2,3", None)],
)
def test_where_the_groups_of_a_number_end(word: str, number: int | str | None) -> None:
    """A point behind commas is a decimal point; a comma alone may be one."""
    assert number_in(word) == number


def test_a_word_in_small_letters_is_no_last_name() -> None:
    """`@Lena met (PM)` is Lena, and the rest is the sentence."""
    assert read("coffee, @Lena met (pm)").people == ("Lena",)
    assert read("coffee, @Lena Holm (pm)").people == ("Lena Holm (PM)",)


def test_a_promise_may_be_due_today() -> None:
    """`today` at its end is the day it is due, and the entry is of today as well."""
    move = read("next lena: send the deck today").next
    assert move is not None
    assert (move.what, move.day) == ("send the deck", TODAY)


@pytest.mark.parametrize("line", ["read yesterday @lena", "read yesterday 30m +reading @lena #x"])
def test_marks_may_stand_behind_the_day(line: str) -> None:
    """Names, tracks and tags at the very end hide neither the day nor the duration."""
    found = read(line)
    assert (TODAY - (found.day or TODAY)).days == 1
    assert found.plain == "read Lena"
    assert found.minutes == (30 if "30m" in line else None)


def test_words_behind_a_function_in_brackets_stay_in_the_sentence() -> None:
    """The bracket ends the person."""
    found = read("@lena(PM) told me a lot")
    assert found.people == ("Lena (PM)",)
    assert found.plain.endswith("told me a lot")


def test_a_time_of_four_words_may_change() -> None:
    """On both sides of the arrow."""
    (metric,) = read("set-up: 1 h 30 min to 1 h 15 min").metrics
    assert (metric.before, metric.after, metric.unit) == (90, 75, "minutes")


def test_hours_are_rounded_to_the_nearest_minute() -> None:
    """1.04 hours are 62.4 minutes, 1.06 hours 63.6."""
    assert [minutes_of(word) for word in ("1.04h", "1.06h", "1.325h")] == [62, 64, 80]


def test_a_number_of_thirteen_digits_is_no_duration() -> None:
    """One of twelve is refused as too long."""
    assert durations_in(("1234567890123m",)) == ()
    with pytest.raises(UsageError, match="is more than a day"):
        minutes_of("123456789012m")


def test_what_is_left_over_behind_a_metric_is_named_in_full() -> None:
    """With its blanks."""
    with pytest.raises(UsageError, match='"so on", after the metric'):
        read_metric("calls: 5 to 3 and so on")


def test_two_names_are_not_one_without_its_blank() -> None:
    """Anna Lena and Annalena are two people, however they are spelled."""
    assert key_of("anna  LENA (PM)") == key_of("Anna Lena")
    assert key_of("Annalena") != key_of("Anna Lena")
