from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.period import week_of
from pmpath.render.page.markdown import escaped
from pmpath.render.page.text import clean
from tests.build import day, entry
from tests.formats.pages import drawn, read_markdown
from tests.hostile.texts import BY_ARGUMENT
from tests.screens.test_report_screen import busy_week, report

EXPECTED = """\
# Product manager by 10 Jan 2028

Week 2 · 50 weeks left · date unchanged

Mon 18 - Sun 24 Jan 2027

Too early to say: 1 of 5 weeks.

2 h 30 of 4 h planned, on 3 of 6 days, in 3 tracks; met Lena (new), Nordfrakt (new), Tomas.

## What happened, best first

- First talk with a customer: call with Nordfrakt
- First result: Set-up calls: 5 to 3, 2 fewer (-40%)
- Milestone: Stepping-stone role decided: take, skip or leave it
- Nordfrakt: "I type every address twice"
- Coffee with Lena (new)
- Gave Tomas the sheet

## Done

- Mon 18, 45 min: coffee with Lena
- Tue 19, 1 h: call with Nordfrakt
- Tue 19, 30 min: set-up\\_calls: 5 to 3
- Thu 21, 15 min: gave Tomas the sheet

## Where you stand

- **Plan:** 3 h of the 98 h of work is done; 3% of the time has passed
- **Last met:** Tomas (sales) on Thu 21 Jan; a customer on Tue 19 Jan
- **Not progress:** 1 h 30 of 4 h logged (37%) moved no milestone: engineering
- **Overdue:** reality check answered; date, role and lowest pay written down
- **Next due:** odds estimated, and ten job ads read, Mon 8 Feb
"""
# Kinds of tokens that our own Markdown has; whatever else shows was made by a typed word.
OURS = {
    "heading_open", "heading_close", "inline", "text", "paragraph_open", "paragraph_close",
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    "strong_open", "strong_close", "fence", "text_special",
}  # fmt: skip


def test_the_report_as_markdown() -> None:
    """Headings, lists and the words of the screen; what Markdown would take is escaped."""
    assert drawn(report(busy_week(), week_of(day(7))), "markdown").startswith(EXPECTED)


def test_the_picture_of_the_terminal_stands_in_a_code_block() -> None:
    """Strips keep their columns when pasted."""
    text = drawn(report([entry(day(22))], week_of(day(21))), "markdown")
    assert "```text\n  4 weeks      1     4     # some   . none   - rest\n" in text
    assert text.count("```") == 2


@pytest.mark.parametrize("name", BY_ARGUMENT)
def test_a_typed_text_makes_no_markdown(name: str) -> None:
    """Read back by a parser, it is the same text and nothing but text, wherever it stands."""
    text = BY_ARGUMENT[name]
    notes = {"said": text}
    made = report([entry(day(8), text=text, notes=notes, people=("Lena",))], week_of(day(7)))
    _, kinds = read_markdown(drawn(made, "markdown"))
    assert kinds <= OURS, kinds - OURS


# Whole signs of Markdown, beside single characters of which they are made.
WHOLE = st.lists(
    st.sampled_from(["&amp;", "&#42;", "~~", "**", "`", "[x](y)", "<b>", "1. ", "- ", "# ", "a"]),
    max_size=8,
).map("".join)
MARKS = st.text(alphabet=st.sampled_from("\\`*_{}[]()<>#+-.!|~&:@$^= \tab1;\"'/x\n"), max_size=30)


@given(MARKS | WHOLE | st.text(max_size=30))
def test_every_text_is_read_back_to_the_letter(text: str) -> None:
    """As a paragraph, in a list, as a heading and in bold: what is read is what was meant."""
    plain = " ".join(clean(text).split())
    said = escaped(plain)
    for before, after in (("", ""), ("- ", ""), ("# ", ""), ("- **", ":** x"), ("- x: ", "")):
        if not plain:
            continue
        seen, kinds = read_markdown(f"{before}{said}{after}")
        tail = ": x" if after else ""
        head = "x: " if before == "- x: " else ""
        assert seen == f"{head}{plain}{tail}"
        assert kinds <= OURS, kinds - OURS
