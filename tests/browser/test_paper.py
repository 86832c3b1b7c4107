"""On paper a heading stands above what it heads, wherever the columns and sheets end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.browser.paper import Printed, lines

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

# Each heading as it is printed, then the first words and the last of what it heads.
HEADED = """[...document.querySelectorAll("h2, figcaption")].map(head => {
    const text = node => node.innerText.replace(/\\s+/g, " ").trim();
    if (head.tagName === "FIGCAPTION") {
        const rows = [...head.parentElement.querySelectorAll("tbody tr, .legend li")]
            .filter(one => one.getClientRects().length && !one.closest("details"));
        return [text(head), "", text(rows.at(-1)).split(" ")[0]];
    }
    const next = head.nextElementSibling;
    const first = next.querySelector("tbody th, li, dt, figcaption") || next;
    return [text(head).toUpperCase(), text(first).split(" ")[0], ""];
})"""
# So many more lines than there are stand above everything.
LONGER = """for (let at = 0; at < MORE; at++) document.querySelector("main").insertAdjacentHTML(
    "afterbegin", "<p>one line more</p>")"""
# Points from a heading to its text, and from the caption of a picture to the words in it.
NEAR, TALL = 22.0, 90.0


def parted(found: list[Printed], headed: list[list[str]]) -> list[str]:
    """The headings that do not stand right above what they head, and pictures on two sheets."""
    wrong, at = [], -1
    for head, first, last in headed:
        at = next((n for n in range(at + 1, len(found)) if found[n].text == head), len(found))
        if at + 1 >= len(found) or found[at + 1].place != found[at].place:
            wrong.append(f"{head}: the last line of its column")
            at = min(at, len(found) - 1)
            continue
        gap = found[at + 1].middle - found[at].middle
        if gap > (NEAR if first else TALL) or first not in found[at + 1].text:
            wrong.append(f"{head}: above {found[at + 1].text}")
        below = [one.text for one in found[at:] if one.place == found[at].place]
        if last and not any(last in one for one in below[1:]):
            wrong.append(f"{head}: {last} is elsewhere")
    return wrong


@pytest.mark.parametrize("more", range(0, 96, 16))
@pytest.mark.parametrize("name", ["week", "all", "roadmap", "first week"])
def test_no_heading_is_parted_from_what_it_heads(
    name: str, more: int, chromium: Chromium, pages: dict[str, Path]
) -> None:
    """In the PDF itself, for pages that are so many lines longer than this one."""
    tab = chromium.open(pages[name])
    tab.value(LONGER.replace("MORE", str(more)))
    tab.call("Emulation.setEmulatedMedia", media="print")
    headed = tab.value(HEADED)
    tab.call("Emulation.setEmulatedMedia", media="")
    assert len(headed) > 1
    assert parted(lines(tab.printed()), headed) == []
    tab.close()


def test_a_heading_that_is_parted_is_seen(chromium: Chromium, pages: dict[str, Path]) -> None:
    """The check of every page can fail: where a list begins a new column it does."""
    tab = chromium.open(pages["roadmap"])
    headed = tab.value(HEADED)
    assert tab.value("document.querySelector('h2 + dl').style.breakBefore = 'column'") == "column"
    assert "TRACKS: the last line of its column" in parted(lines(tab.printed()), headed)
    tab.close()
