from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pmpath.render.page.text import (
    cells,
    clip,
    duration,
    hanging,
    listed,
    pluralize,
    signed_percent,
    told,
)


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (5, "5 min"), (60, "1 h"), (65, "1 h 05"), (255, "4 h 15")]
)
def test_durations_as_people_say_them(minutes: int, said: str) -> None:
    """Minutes below an hour, hours and minutes above."""
    assert duration(minutes) == said


def test_counts_percents_and_lists() -> None:
    """One is singular; a change has its sign; what does not fit is counted."""
    assert (pluralize(1, "week"), pluralize(2, "entry", "entries")) == ("1 week", "2 entries")
    assert (signed_percent(88), signed_percent(-40), signed_percent(0)) == ("+88%", "-40%", "0%")
    assert listed(["Lena", "Tomas", "Noor"], most=2) == "Lena, Tomas and 1 more"


def test_a_clipped_text_ends_with_its_mark() -> None:
    """At most so many characters, the mark included."""
    assert clip("abcdefghij", 8) == "abcde..."
    assert clip("abcdefgh", 8) == "abcdefgh"
    assert len(clip("x" * 1_000_000, 200)) == 200


def test_a_clipped_text_ends_with_a_whole_word() -> None:
    """A word is left out whole; one as long as an address is cut, or nothing would be left."""
    assert clip("for shippers and carriers", 22) == "for shippers and..."
    assert clip("for shippers and carriers", 19) == "for shippers and..."
    assert clip("see https://a-long-address.example/with/a/path", 40) == (
        "see https://a-long-address.example/wi..."
    )


def test_a_sentence_that_goes_on_behind_a_command_is_folded() -> None:
    """A command at the end stays whole, however long; one inside a sentence breaks as words do."""
    assert told("", "To see it: pmpath report last week", 20) == [
        "To see it:", "pmpath report last week",
    ]  # fmt: skip
    assert told("", "To make it: mkdir -p /home/zoe/plan", 20) == [
        "To make it:", "mkdir -p /home/zoe/plan",
    ]  # fmt: skip
    assert told("", "Next: pmpath shows it, and pmpath done records it.", 24) == [
        "Next: pmpath shows it,", "and pmpath done records", "it.",
    ]  # fmt: skip


def test_a_hanging_text_stands_beside_its_label() -> None:
    """Later lines begin below the first."""
    assert hanging("Kept: ", "coffee with Lena and Tomas", 22) == [
        "Kept: coffee with Lena",
        "      and Tomas",
    ]


@given(st.text(alphabet="ab 経ü😀", max_size=200), st.integers(10, 80))
def test_no_hanging_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    """Whatever the words, each line fits, and together they hold every letter."""
    lines = hanging("  x  ", text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "x" + text.replace(" ", "")


@given(st.text(alphabet="ab 経ü😀é漢ー", max_size=60))
def test_columns_are_counted_as_the_screens_count_them(text: str) -> None:
    """The quick count agrees with the one that lays out the screens."""
    assert cells(text) == cell_len(text)
