"""Our own layout of a page against Rich's, sign for sign."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from pmpath.render.page.blocks import (
    COLORS,
    FAINT,
    NO_STYLE,
    STRONG,
    TITLE,
    WEIGHT,
    Block,
    Copied,
    Head,
    Line,
    Paper,
    Rows,
    Sheet,
    Steps,
    Timed,
    Title,
)
from pmpath.render.page.page import Page
from pmpath.render.page.terminal.layout import FIRST_LATIN, LAST_LATIN, SIGNS, SOFT_HYPHEN, lines_of
from pmpath.render.page.terminal.rich_layout import lines_with_rich
from pmpath.render.page.text import offered
from tests.effort import examples

WORDS = st.text(alphabet="aZ9.,:-(·–’é", min_size=1, max_size=90)
SHORT = st.text(alphabet="ab ·", max_size=14)
TEXTS = st.one_of(
    st.just(""),
    st.builds(" ".join, st.lists(st.one_of(SHORT, WORDS), max_size=14)),
    st.text(alphabet="ab   ", max_size=200),
    # A sentence and the command that it offers.
    st.builds("{}: pmpath {}".format, WORDS, st.lists(WORDS, max_size=6).map(" ".join)),
)
STEPS = st.builds(Timed, st.sampled_from(["Mon", "today", ""]), st.sampled_from(["15 min", ""]),
                  TEXTS, st.sampled_from(["", "pmpath prepare Lena"]))  # fmt: skip
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Line, TEXTS, st.sampled_from(["", TITLE, FAINT, STRONG])),
    st.builds(Title, TEXTS),
    st.builds(Copied, TEXTS),
    st.builds(Head, TEXTS, TEXTS),
    st.builds(
        Rows,
        st.lists(st.tuples(SHORT, TEXTS), max_size=4).map(tuple),
        st.sampled_from([0, 1, 12, 18]),
    ),
    st.builds(Steps, st.lists(STEPS, max_size=3).map(tuple)),
)


@settings(max_examples=examples(1000))
@given(
    blocks=st.lists(BLOCKS, max_size=5),
    width=st.integers(60, 120),
    widest=st.sampled_from([80, 200]),
    styles=st.sampled_from([NO_STYLE, WEIGHT, COLORS]),
    is_tight=st.booleans(),
)
def test_a_page_is_laid_out_as_rich_would(
    blocks: list[Block], width: int, widest: int, styles: str, is_tight: bool
) -> None:
    """Whatever is on it, at any width and with any styles, where our layout says it can."""
    page = Page(Paper(width, styles), widest)
    page.blocks, page.is_tight = blocks, is_tight
    placed, sheet = page._laid_out(), Sheet(page.paper, page.width, is_tight)
    own, rich = lines_of(sheet, placed), lines_with_rich(sheet, placed)
    if own is not None:
        assert _ended(own) == _ended(rich)


def _ended(text: str) -> list[str]:
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n").split("\n")


def test_every_letter_that_is_laid_out_takes_one_column() -> None:
    """As Rich counts columns."""
    latin = map(chr, range(ord(FIRST_LATIN), ord(LAST_LATIN) + 1))
    letters = [*SIGNS, *(one for one in latin if one != SOFT_HYPHEN)]
    assert [one for one in letters if cell_len(one) != 1] == []


@pytest.mark.parametrize("text", ["漢字", "e\u0301", "\N{ROCKET}"])
def test_other_letters_are_left_to_rich(text: str) -> None:
    """Wide, combining and invisible ones."""
    page = Page(Paper(80))
    page.line(text)
    assert lines_of(Sheet(page.paper, page.width), page._laid_out()) is None


def test_a_narrow_screen_is_left_to_rich() -> None:
    """Below sixty columns texts stand below their names."""
    page = Page(Paper(40))
    page.line("short")
    assert lines_of(Sheet(page.paper, page.width), page._laid_out()) is None
    assert page.text() == "short\n"


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("place", ["line", "row", "row without a name"])
def test_a_command_that_a_text_ends_with_is_never_broken(width: int, place: str) -> None:
    """Where it does not fit beside its sentence it has a line of its own, to be copied."""
    command = "pmpath log read a chapter on sales channels, 45 min"
    text = f"Sales channels are what you have read least about: {command}"
    page = Page(Paper(width, NO_STYLE))
    if place == "line":
        page.line(text)
    else:
        page.rows([("Next" if place == "row" else "", text)], name_width=0 if "out" in place else 4)
    lines = page.text().splitlines()
    assert any(line.strip() == command for line in lines)
    assert [line for line in lines if len(line) > width and command not in line] == []


def test_a_sentence_goes_on_behind_what_it_names() -> None:
    """A command in the middle of a text is no command to copy."""
    text = "It has a name: pmpath today; and it goes on."
    assert offered(text, 20) == [text]
    assert offered("See: pmpath today", 80) == ["See: pmpath today"]
