from __future__ import annotations

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import Chromium, Tab
from tests.browser.pages import PAGES

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

WIDTHS = {"wide": 900, "narrow": 360}
A4 = (595, 842)


@cache
def axe() -> str:
    """The accessibility engine as a script."""
    spec = find_spec("axe_core_python")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(tab: Tab) -> list[str]:
    """What the engine finds: the rule, and the elements."""
    tab.value(axe() + "; 1")
    found = json.loads(tab.value("axe.run().then(found => JSON.stringify(found.violations))"))
    return [f"{one['id']}: {[node['html'] for node in one['nodes']]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_quiet_fits_and_is_accessible(
    name: str, width: str, scheme: str, chromium: Chromium, pages: dict[str, Path]
) -> None:
    """No word on the console, no request but its own, no scrolling sideways, no barrier."""
    tab = chromium.open(pages[name], width=WIDTHS[width], scheme=scheme)
    assert tab.said() == []
    assert tab.requests() == [pages[name].as_uri()]
    assert tab.value("document.scrollingElement.scrollWidth") <= WIDTHS[width]
    assert violations(tab) == []
    tab.close()


def test_dark_is_dark_and_light_is_light(chromium: Chromium, pages: dict[str, Path]) -> None:
    """The page follows the scheme of the system."""
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    sums = []
    for scheme in ("light", "dark"):
        tab = chromium.open(pages["week"], scheme=scheme)
        sums.append(sum(map(int, re.findall(r"\d+", tab.value(paper))[:3])))
        tab.close()
    assert sums[0] > 700
    assert sums[1] < 100


@pytest.mark.parametrize(
    "name", ["week", "month", "quarter", "all", "shared", "first week", "roadmap"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_prints_on_one_sheet(
    name: str, scheme: str, chromium: Chromium, pages: dict[str, Path]
) -> None:
    """One page of A4, two for the whole plan, and as dark on white whatever the scheme."""
    tab = chromium.open(pages[name], scheme=scheme)
    printed = tab.printed()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == (2 if name == "all" else 1)
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == A4
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert tab.value("getComputedStyle(document.body).color") == "rgb(27, 33, 36)"
    tab.close()


TOGETHER = """[...document.querySelectorAll("h2")].map(head => {
    const next = head.nextElementSibling.getClientRects()[0], own = head.getBoundingClientRect();
    return next.left - own.left < 5 && next.top >= own.bottom - 1 && next.top - own.bottom < 20;
})"""


@pytest.mark.parametrize("name", ["week", "month", "quarter", "all", "roadmap"])
def test_a_printed_heading_stands_above_what_it_heads(
    name: str, chromium: Chromium, pages: dict[str, Path]
) -> None:
    """In the columns of the sheet none is left at the bottom while its text goes on at the top."""
    tab = chromium.open(pages[name], width=700)
    tab.call("Emulation.setEmulatedMedia", media="print")
    found = tab.value(TOGETHER)
    assert found
    assert all(found)
    tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["week", "roadmap"])
def test_the_printed_page_has_no_barrier(
    name: str, scheme: str, chromium: Chromium, pages: dict[str, Path]
) -> None:
    """The colors of paper are strong enough as well, whatever the screen's are."""
    tab = chromium.open(pages[name], scheme=scheme)
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert violations(tab) == []
    tab.close()


@pytest.mark.parametrize("name", ["week", "quarter", "all", "shared"])
def test_the_name_of_a_row_stays_readable_on_a_phone(
    name: str, chromium: Chromium, pages: dict[str, Path]
) -> None:
    """No table squeezes its words into a column of letters: three lines hold the longest name."""
    tab = chromium.open(pages[name], width=WIDTHS["narrow"])
    heights = tab.value(
        "[...document.querySelectorAll('tbody th')].filter(one => !one.closest('details'))"
        ".map(one => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight))"
    )
    assert heights
    assert max(heights) < 3.5
    tab.close()


def test_the_tab_says_which_page_it_is(chromium: Chromium, pages: dict[str, Path]) -> None:
    """The aim, and the days of a report; a roadmap has no days, and nothing else in their place."""
    for name, title in (
        ("week", "Product manager by 10 Jan 2028, Mon 29 Mar - Sun 4 Apr 2027"),
        ("roadmap", "Product manager by 10 Jan 2028"),
    ):
        tab = chromium.open(pages[name])
        assert tab.value("document.title") == title
        tab.close()


def nodes(tab: Tab, role: str) -> list[dict[str, Any]]:
    """What a screen reader is told of a role."""
    found = tab.call("Accessibility.getFullAXTree")["nodes"]
    return [one for one in found if one.get("role", {}).get("value") == role]


def names(tab: Tab, role: str) -> list[str]:
    return [one["name"]["value"] for one in nodes(tab, role)]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_screen_reader_hears_the_page(
    width: str, chromium: Chromium, pages: dict[str, Path]
) -> None:
    """Landmarks, headings, named sections, tables with their headers, and the curves in words."""
    tab = chromium.open(pages["week"], width=WIDTHS[width])
    assert [len(nodes(tab, role)) for role in ("banner", "main")] == [1, 1]
    headings = names(tab, "heading")
    assert headings[0] == "Product manager by 10 Jan 2028"
    assert headings[1:] == names(tab, "region")
    assert {"people", "customers", "made", "Mon 29"} <= set(names(tab, "rowheader"))
    assert {"12", "Week", "Day", "Time", "What"} <= set(names(tab, "columnheader"))
    assert {"some", "none", "rest"} <= set(names(tab, "cell") + names(tab, "gridcell"))
    (image,) = nodes(tab, "image")
    said = f"{image['name']['value']} {image.get('description', {}).get('value', '')}"
    assert "Done against the plan" in said
    assert "41 h 30 done, 40 h 55 planned" in said
    assert "Forecast: all done by 29 Aug 2027 (50% likely)" in said
    assert {"PM and sales allies", "Days off"} <= set(names(tab, "rowheader"))
    tab.close()


def test_the_page_asks_nobody_even_if_told_to(chromium: Chromium, pages: dict[str, Path]) -> None:
    """Whatever got into the page, its policy stops a picture, a script and a foreign style."""
    tab = chromium.open(pages["week"])
    blocked = tab.value("""new Promise(done => {
        const seen = [];
        document.addEventListener("securitypolicyviolation", event => {
            seen.push(event.effectiveDirective);
            if (seen.length === 3) done(seen.sort().join());
        });
        const add = (name, fields) =>
            document.body.append(Object.assign(document.createElement(name), fields));
        add("img", {src: "https://example.org/x.png"});
        add("script", {textContent: "window.ran = true"});
        add("style", {textContent: "body { color: red }"});
    })""")
    assert blocked == "img-src,script-src-elem,style-src-elem"
    assert tab.value("window.ran") is None
    tab.close()


def test_typed_words_run_nothing(chromium: Chromium, pages: dict[str, Path]) -> None:
    """A script that was typed as an entry is a text in the page."""
    tab = chromium.open(pages["hostile"])
    assert tab.value("document.scripts.length") == 0
    assert "<script>alert(1)</script>" in tab.value("document.body.innerText")
    tab.close()


def test_the_engine_sees_a_barrier(chromium: Chromium, tmp_path: Path) -> None:
    """The check of every page can fail: a page without language, with faint words, does."""
    path = tmp_path / "bad.html"
    path.write_text("<!doctype html><p style='color: #ccc; background: #fff'>faint</p>")
    tab = chromium.open(path)
    found = " ".join(violations(tab))
    for rule in ("html-has-lang", "color-contrast", "document-title", "landmark-one-main"):
        assert rule in found
    tab.close()
