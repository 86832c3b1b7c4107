"""What holds for every text, however strange: properties, searched by hypothesis."""

from __future__ import annotations

import sys
from datetime import date
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmpath.domain.errors import UsageError
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.domain.words.telling import tell
from pmpath.render.page.text import JOINERS, clean
from tests.language.known import KNOWN, TODAY

TOKENS = """
next theirs fri mon sat 3 dec nov 20 2026 2026-12-01 2026-13-01 2026-W47-3 yesterday today
tomorrow in days ago weeks last +3d -2w +9999y eom eoy by to for from 30 feb 29 lena: tomas:
@lena:pm @noor @ @_ @( @lena(PM) @lena(head of sales) @14:00 +allies +positioning #x + # - -> →
>7900 4200 7900 4200- 4200->7900 2,5 1,2,3 31% $10K USD USD/month 45m 1h 1h30 1h90 0m 25h h min
.5h . , ,5h 1 ² ٣m coffee donations: calls: worry: Problem: said: : :: steps: month:
https://x.y/z), "q" 'q' 😀 C# ( ) [/x]
"""
LINES = st.lists(st.sampled_from(TOKENS.split()) | st.text(max_size=3), max_size=14).map(" ".join)
DAYS = st.sampled_from([TODAY, date.min, date.max, date(2028, 2, 29)]) | st.dates()


def parsed(text: str, today: date = TODAY) -> Draft | str:
    """The draft, or the sentence with which the text is refused."""
    try:
        return read(text, today, KNOWN)
    except UsageError as error:
        return error.sentence


@given(st.text() | LINES, DAYS)
def test_any_line_is_read_or_refused(text: str, today: date) -> None:
    """Every text on every day becomes, twice, a draft with its exact text, or a sentence."""
    found = parsed(text, today)
    assert found == parsed(text, today)
    if isinstance(found, Draft):
        assert found.text == text
    else:
        assert found


@given(LINES)
def test_no_word_is_lost(text: str) -> None:
    """Words in front of a line stay in front of its sentence, or of the name of a metric."""
    found = parsed(f"zebra quagga {text}")
    if isinstance(found, Draft):
        kept = [found.plain, *(metric.name for metric in found.metrics)]
        assert any(one.startswith("zebra quagga") for one in kept)


@given(st.text() | LINES)
@example("next lena: deck")
@example("theirs fri lena: her answer")
@example("tomorrow")
def test_every_entry_can_be_told(text: str) -> None:
    """Whatever a log holds, telling it never fails and never leaves nothing of something."""
    told = tell(text, KNOWN)
    assert bool(told.strip()) == bool(text.strip())


def work(text: str) -> int:
    """How many calls reading a text takes: a measure that no busy machine changes."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parsed(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["word ", "+tag ", "@lena ", "@lena(head ", "next ", "next fri ", "worry: a ", "calls: ",
     "calls: 5 to 3 ", "45m ", "5 ", "fri ", "https://x.y ", ": ", "x", "9", "@", "("],
)  # fmt: skip
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    """Reading 100,000 characters takes at most little more than twice the work of 50,000."""
    half, whole = (work(piece * (length // len(piece))) for length in (50_000, 100_000))
    assert whole <= 2.2 * half + 100


ACTIVE = ("Cc", "Cf", "Cs", "Zl", "Zp")


@given(st.text(st.characters() | st.sampled_from("\x1b\x9b\u202e\u200b\u2066\ufeff\u00ad\n\t\x7f")))
@example("\ud800 \U000e0041 \U000f0000")
def test_cleaned_text_does_nothing_to_a_terminal(text: str) -> None:
    """After cleaning there is no control, format or half character but the two joiners."""
    from unicodedata import category

    shown = clean(text)
    assert not [char for char in shown if category(char) in ACTIVE and char not in JOINERS]


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """What was cleaned is clean, and printable text is left as it is."""
    assert clean(clean(text)) == clean(text)
    if text.isprintable():
        assert clean(text) == text
