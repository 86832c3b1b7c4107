"""Cards of people as khard and vobject read them, and the page as a Markdown reader does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from pmpath.formats.writers.markdown_page import plain
from tests.exports.conftest import ODD_NAMES, ODD_TEXTS, Journey, run
from tests.programs import needs_peer

READ = """
import json, sys, vobject
cards = vobject.readComponents(open(sys.argv[1], encoding="utf-8", newline="").read())
print(json.dumps([
    {"name": one.fn.value, "uid": one.uid.value, "family": one.n.value.family,
     "given": one.n.value.given, "note": one.note.value if hasattr(one, "note") else "",
     "function": one.title.value if hasattr(one, "title") else ""}
    for one in cards
]))
"""
VERSIONS = ("3.0", "4.0")


def cards(path: Path, folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run(needs_peer("vobject", "khard"), "-c", READ, str(path), folder=folder)
    )
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_vobject_reads_everybody(version: str, journey: Journey) -> None:
    """Names with commas, semicolons, quotes and 200 letters; functions, contacts, worries."""
    path = journey.file("people.vcf", "vcard", "--version", version)
    whole = path.read_bytes()
    assert whole.count(b"\r\n") == whole.count(b"\n")
    assert max(map(len, whole.split(b"\r\n"))) <= 75
    found = {one["name"]: one for one in cards(path, journey.folder)}
    assert set(ODD_NAMES) <= set(found)
    first = found[ODD_NAMES[0]]
    assert (first["family"], first["given"]) == ("Müller", 'Jörg; "J"')
    assert first["function"] == "PM"
    assert first["note"].startswith("First contact 2027-02-01, last 2027-02-11\nWorry: churn; ")
    assert (found["Lena Brandt"]["family"], found["Lena Brandt"]["given"]) == ("Brandt", "Lena")
    assert len({one["uid"] for one in found.values()}) == len(found)


@pytest.mark.parametrize("version", VERSIONS)
def test_khard_lists_everybody(version: str, journey: Journey) -> None:
    """A card a file, as it wants them; it shows names, functions and ids."""
    text = journey.file("people.vcf", "vcard", "--version", version).read_bytes().decode()
    folder = journey.folder
    (folder / "book").mkdir()
    parts = re.findall(r"BEGIN:VCARD\r\n.*?END:VCARD\r\n", text, re.DOTALL)
    for number, part in enumerate(parts):
        (folder / "book" / f"{number}.vcf").write_bytes(part.encode())
    (folder / "conf").write_text(f"[addressbooks]\n[[all]]\npath = {folder}/book\n")
    shown = run("khard", "-c", str(folder / "conf"), "list", "--parsable", folder=folder)
    assert len(shown.splitlines()) == len(parts)
    for name in ('Jörg; "J" Müller', "Lena Brandt", "Brien", "J" * 200):
        assert name in shown
    told = run("khard", "-c", str(folder / "conf"), "show", "Lena Brandt", folder=folder)
    assert "churn" in told
    assert "PM" in told


def test_ids_of_people_stay(journey: Journey) -> None:
    """A later export has the same UIDs; in a shared one they do not tell the name."""
    uids = re.findall("UID:.*", journey.export("vcard"))
    journey.terminal.type("log", "coffee with Lena Brandt, 20m", today="2027-03-04")
    assert sorted(re.findall("UID:.*", journey.export("vcard"))) == sorted(uids)
    assert not set(re.findall("UID:.*", journey.export("vcard", "--share"))) & set(uids)


def test_versions_are_asked_for_by_number(journey: Journey) -> None:
    """4.0 unless 3.0 is asked for; anything else is refused."""
    assert "VERSION:4.0" in journey.export("vcard")
    journey.export("vcard", "--version", "2.1", code=2)
    assert 'Unknown version "2.1".\n  Write 4.0 or 3.0.' in journey.terminal.err
    journey.export("csv", "--version", "4.0", code=2)


def texts(page: str) -> list[str]:
    """What a reader of Markdown shows, block by block."""
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    return [
        "".join(child.content for child in one.children or () if child.type == "text")
        for one in tokens
        if one.type == "inline"
    ]


@pytest.mark.parametrize("text", [*ODD_TEXTS, *ODD_NAMES, "a|b", "&amp; <x> `c` ~~d~~ $e$ #f"])
def test_a_text_is_shown_as_it_is(text: str) -> None:
    """No sign of it is markup, in a list and in a table."""
    wanted = " ".join(text.split())
    assert texts(f"- 1: {plain(text)}\n") == [f"1: {wanted}"]
    assert texts(f"| a |\n| --- |\n| {plain(text)} |\n")[1] == wanted


def test_the_page_has_all_that_was_gathered(journey: Journey) -> None:
    """Milestones, commitments, people, openings, results, pieces, books, and the log by months."""
    page = journey.export("markdown")
    heads = [line for line in page.splitlines() if line.startswith("## ")]
    assert heads == ["## Milestones", "## What you owe and wait for", "## People", "## Openings",
                     "## Results", "## Published and presented", "## Books", "## Log"]  # fmt: skip
    shown = texts(page)
    assert 'Müller, Jörg; "J"' in shown
    assert "Karavel: product manager" in shown
    assert any(one.startswith("2027-03-02: sign-ups: 10 to 25") for one in shown)
    for text in ODD_TEXTS:
        # Day and minutes at the end of the words are told apart from them.
        longest = max(text.split(), key=len).strip(",@")[1:]
        assert any(longest in one for one in shown), text
    months = [line for line in page.splitlines() if line.startswith("### ")]
    assert months == ["### 2027-02", "### 2027-03"]
