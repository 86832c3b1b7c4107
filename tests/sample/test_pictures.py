"""The pictures of the README are those of the program as it is."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from tests.docs.pictures import pictures, terminal
from tests.sample.lived import Sample

OUTSIDE = re.compile(r"https?:|url\(|@import|href|<script|<image|@font-face")
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml")


@pytest.fixture(scope="module")
def drawn(sample: Sample) -> dict[str, str]:
    """Each picture by its file's name, as the program draws it now; stale files are told here."""
    made = pictures(sample.show)
    stale = [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "stale: python3 dev.py pictures"
    return {path.name: text for path, text in made.items()}


def test_the_pictures_are_those_of_the_program(drawn: dict[str, str]) -> None:
    """Whoever changes a screen of the sample draws them anew: python3 dev.py pictures."""
    assert sorted(drawn) == ["page.svg", "report.svg", "roadmap.svg", "today.svg"]


def test_a_picture_asks_for_nothing_outside_and_is_light_or_dark(drawn: dict[str, str]) -> None:
    """No font, script, image or address; a style for dark readers; whole as XML."""
    for name, text in drawn.items():
        ElementTree.fromstring(text)
        inside = text
        for namespace in NAMESPACES:
            inside = inside.replace(f'xmlns="{namespace}"', "")
        assert OUTSIDE.search(inside) is None, name
        assert "prefers-color-scheme: dark" in text, name


def test_a_picture_has_every_word_of_its_screen(sample: Sample, drawn: dict[str, str]) -> None:
    """Nothing of the screen is lost between its colors."""
    said = re.findall(r"<text[^>]*>([^<]*)</text>", drawn["today.svg"])
    words = " ".join(said).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split()
    plain = re.sub(r"\x1b\[[\d;]*m", "", sample.show("today"))
    assert words == ["$", "pmpath", *plain.split()]


def test_signs_of_markup_stay_text() -> None:
    """What looks like a tag is written as text, and a part without color keeps its place."""
    text = terminal("pmpath", "\x1b[1;36ma <b>\x1b[0m  & c")
    found = ElementTree.fromstring(text).findall("{http://www.w3.org/2000/svg}text")
    assert [one.text for one in found] == ["$ pmpath", "a <b>", "& c"]
    assert [one.get("class") for one in found] == [None, "strong name", None]
    assert found[2].get("x") == "78.8"
