"""Cases at the edge of a rule, each of which told a changed rule from the real one."""

from __future__ import annotations

import pytest

from pmpath.domain.duration import minutes_in
from pmpath.domain.metric import number_in
from tests.language.known import TODAY, read


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("1h 30", 90), ("1h 30m", 90), ("1.5m", None), ("90x", None), ("1,5 h", 90)],
)
def test_where_a_duration_ends(words: str, minutes: int | None) -> None:
    """Letters and digits take turns, and only hours have fractions."""
    assert minutes_in(tuple(words.split())) == minutes


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
