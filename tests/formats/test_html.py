from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from pmpath.domain.period import Period, week_of
from pmpath.domain.record import changed
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.html import html
from tests.build import START, day, entry, page
from tests.formats.pages import Seen, drawn
from tests.hostile.texts import BY_ARGUMENT, active_in
from tests.pictures.test_strips import twelve_weeks
from tests.screens.test_report_screen import busy_week, report

OURS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2", "p",
    "ul", "li", "dl", "div", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "code",
    "figure", "figcaption", "svg", "rect", "circle", "line", "path", "g", "desc", "span",
    "details", "summary",
}  # fmt: skip


def whole() -> str:
    """The page of a plan of twelve weeks, with every picture."""
    return drawn(report(twelve_weeks(), Period(START, day(83), "all"), day(82)), "html")


def test_the_page_says_what_the_screen_says() -> None:
    """Every word of the screen of a week stands on its page as well."""
    shown = report(busy_week(), week_of(day(7)))
    said = Seen(drawn(shown, "html")).text
    for line in drawn(shown, "terminal", 400).splitlines():
        for part in re.split(r"\s{2,}", line.strip()):
            assert part in said, part


def test_the_page_has_its_landmarks_and_headings_in_order() -> None:
    """One h1, then an h2 for each section that is named by it; header and main once."""
    seen = Seen(whole())
    tags = [tag for tag, _ in seen.elements]
    assert [tags.count(tag) for tag in ("h1", "header", "main", "title")] == [1, 1, 1, 1 + 1]
    assert next(tag for tag in tags if tag in ("h1", "h2", "h3")) == "h1"
    assert tags.count("h2") == tags.count("section") >= 3
    named = [own["aria-labelledby"] for tag, own in seen.elements if tag == "section"]
    assert named == [own["id"] for tag, own in seen.elements if tag == "h2"]
    assert dict(seen.elements[0][1]) == {"lang": "en"}


def test_every_id_stands_once_and_every_reference_has_its_id() -> None:
    """A screen reader finds the name of each part."""
    seen = Seen(whole())
    ids = [own["id"] for _, own in seen.elements if "id" in own]
    assert len(ids) == len(set(ids))
    for _, own in seen.elements:
        for reference in own.get("aria-labelledby", "").split():
            assert reference in ids


def test_the_policy_allows_the_one_style_and_nothing_else() -> None:
    """The hash is that of the style in the page; no script, no attribute with style, no address."""
    text = whole()
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    policy = next(own["content"] for _, own in Seen(text).elements if "http-equiv" in own)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    for tag, own in Seen(text).elements:
        assert tag in OURS
        assert not set(own) & {"style", "src", "href", "onclick", "srcset", "action"}
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert "//" not in re.sub(r"<style>.*</style>", "", text, flags=re.DOTALL)


def test_the_page_is_ascii() -> None:
    """Whatever encoding a pipe has, a letter beyond ASCII comes out as it is."""
    text = drawn(report([entry(day(8), text="Jörg 漢字 \U0001f600")], week_of(day(7))), "html")
    assert text.isascii()
    assert "Jörg 漢字 \U0001f600" in Seen(text).text


@pytest.mark.parametrize("name", BY_ARGUMENT)
def test_a_typed_text_stays_text(name: str) -> None:
    """No typed word becomes an element, an attribute or a control character."""
    text = BY_ARGUMENT[name]
    typed = entry(day(8), text=text, notes={"said": text}, people=(text[:50],), track=text[:50])
    plain = entry(day(9), text="plain", track="craft")
    made = drawn(report([typed, plain], week_of(day(7))), "html")
    seen = Seen(made)
    assert not seen.open
    assert {tag for tag, _ in seen.elements} <= OURS
    own = Seen(drawn(report([plain], week_of(day(7))), "html"))
    names = {key for _, attributes in own.elements for key in attributes} | {"rx", "class"}
    assert {key for _, found in seen.elements for key in found} <= names | {
        "viewbox", "preserveaspectratio", "aria-hidden", "x", "y", "width", "height",
    }  # fmt: skip
    assert not active_in(made)


def test_a_typed_role_stays_text() -> None:
    """The role stands in the tab, in the heading, and in no element of its own."""
    typed = report([entry(day(8))], week_of(day(7)))
    target = changed(typed.target, role="<b>PM</b> & co")
    text = drawn(changed(typed, target=target), "html")
    assert text.count("&lt;b&gt;PM&lt;/b&gt; &amp; co by 10 Jan 2028") == 2
    assert "<b>" not in text


def test_the_strips_are_a_table_with_words() -> None:
    """Each cell says its word beside its sign: three kinds, two tracks, each with its legend."""
    seen = Seen(whole())
    assert "people some none some some none some some some some some some some" in seen.text
    assert (
        sum(tag == "svg" and own.get("class") == "sign" for tag, own in seen.elements)
        == 5 * 12 + 2 * 3
    )


def test_the_curves_have_a_title_a_sentence_and_a_table() -> None:
    """Whoever cannot see the curves hears the two totals, or reads all of them."""
    seen = Seen(whole())
    role = next(own for tag, own in seen.elements if own.get("role") == "img")
    assert role["aria-labelledby"] == "burn-title burn-said"
    assert "Done against the plan" in seen.text
    assert "From 11 Jan 2027 to 2 Apr 2027:" in seen.text
    assert "The same as a table Through Done Planned 11 Jan 2027" in seen.text


def test_a_week_that_runs_is_named() -> None:
    """Above the strips stands which week is not over."""
    running = drawn(report(twelve_weeks(), week_of(day(77)), day(79)), "html")
    assert "<figcaption>12 weeks; week 12 so far</figcaption>" in running
    over = drawn(report(twelve_weeks(), week_of(day(77))), "html")
    assert "<figcaption>12 weeks</figcaption>" in over


def test_a_line_on_its_own_is_in_no_section() -> None:
    """A notice behind the last section stands alone, whatever stood before it."""
    shown = page()
    shown.head("A", "B")
    shown.line()
    shown.line("said")
    shown.title("Part")
    shown.rows([("", "row")], name_width=0)
    shown.line()
    shown.line("notice", FAINT)
    text = html(shown.blocks)
    assert '<p class="lede">said</p>' in text
    assert '</section>\n<p class="alone faint">notice</p>\n</main>' in text


def test_a_plan_that_ended_says_so_below_the_first_sentence() -> None:
    """How it ended is a list of terms of its own, in the size of the text."""
    shown = page()
    shown.head("A", "B")
    shown.line("span")
    shown.line()
    shown.line("sentence")
    shown.line()
    shown.rows([("Paused since", "a day")], name_width=16)
    shown.title("Part")
    text = html(shown.blocks)
    assert "<p>span</p>\n</header>" in text
    assert '<p class="lede">sentence</p>\n<dl class="alone">' in text


def test_paragraphs_of_one_heading_stay_together() -> None:
    """An empty line between two paragraphs of a section ends no section."""
    shown = page()
    shown.head("A", "B")
    shown.line()
    shown.line("sentence")
    shown.title("Part")
    shown.line("one")
    shown.line()
    shown.line("two")
    shown.line()
    shown.rows([("", "other")], name_width=0)
    text = html(shown.blocks)
    assert '<p>one</p>\n<p>two</p>\n</section>\n<ul class="alone">' in text


def test_rows_of_one_name_are_one_term() -> None:
    """Two promises of mine stand below one `Yours`; a row without a name makes a plain list."""
    shown = page()
    shown.head("A", "B")
    shown.line()
    shown.rows([("Yours", "one"), ("Yours", "two"), ("Theirs", "three")])
    shown.rows([("Yours", "one"), ("", "two")])
    text = html(shown.blocks)
    assert "<div><dt>Yours</dt><dd>one</dd><dd>two</dd></div>" in text
    assert "<li>Yours: one</li>\n<li>two</li>" in text
