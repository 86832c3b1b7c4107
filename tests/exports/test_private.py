"""A person or a firm that was marked private once is in nothing that is made for others."""

from __future__ import annotations

import json
import re
from html import unescape
from unicodedata import normalize

import pytest

from pmpath.formats.writers.table import FORMATS
from pmpath.render.page.formats import FORMATS as REPORTS
from tests.exports.conftest import Journey

EVERY = sorted(FORMATS)
# Whoever is private in these tests, and the same in other spellings.
SENTENCES = (
    "coffee with Jörg Åström-Weiß (PM), 30m, worry: joerg says churn",
    "told Rosa from sales about jorg's idea and ASTRÖM-WEISS, 20m",
    "Lovell Freight: first call, Joergs notes, https://lovellfreight.com/jobs 30m",
    "saw an opening at Lovell Freight GmbH as assistant to Jörg, 10m",
    "applied to Caledon as aide of Joerg Astrom-Weiss, 20m",
    "promised Rosa the Lovell Freight deck by friday, 10m",
    "published a piece for Lovell_Freight: https://example.org/joerg, 30m",
    "calls of lovell freight: 12 to 5 a week, 20m, said: Jo\u0308rg liked it",
    "read Mapping by Jörg Åström-Weiß, 20m",
    "coffee with Jörgen Holm (PM), 20m",
)  # fmt: skip
WORDS = ("jörg ", "joerg", "jorg ", "jörg'", "jorgs", "åström", "astrom", "aström", "weiß", "weiss",
         "lovell")  # fmt: skip


@pytest.fixture
def marked(journey: Journey) -> Journey:
    """The journey with somebody and a firm in it that are private."""
    for words in SENTENCES:
        journey.terminal.type("log", words, today="2027-03-03")
    journey.terminal.type("people", "jorg_astrom-weiss", "--private", today="2027-03-04")
    journey.terminal.type("openings", "lovell", "--private", today="2027-03-04")
    return journey


def holds_none(shown: str) -> None:
    """No name in it, however the format writes a letter or breaks a line."""
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), unescape(shown))
    low = normalize("NFC", plain.replace("\r\n ", "")).casefold() + " "
    assert [one for one in WORDS if one in low] == []


@pytest.mark.parametrize("name", EVERY)
def test_who_is_private_is_in_no_format(name: str, marked: Journey) -> None:
    """Not in words, notes, worries, numbers, titles and links, in whatever spelling."""
    shown = marked.export(name)
    holds_none(shown)
    assert shown.strip()


@pytest.mark.parametrize("name", EVERY)
def test_who_is_private_has_no_initial_in_a_shared_export(name: str, marked: Journey) -> None:
    """Others have initials there; whoever is private is nobody."""
    holds_none(marked.export(name, "--share"))


def test_the_whole_is_there_for_oneself(marked: Journey) -> None:
    """`--with-private` has the names, and the record that they are private."""
    shown = marked.export("json", "--with-private")
    assert "Lovell Freight" in shown
    assert [json.loads(one)["kind"] for one in shown.splitlines()].count("private") == 2
    assert '"kind": "private"' not in marked.export("json")


def test_a_namesake_stays(marked: Journey) -> None:
    """Who shares a first name is somebody else."""
    assert "coffee with Jörgen Holm" in marked.export("csv")
    marked.terminal.type("log", "coffee with Jörg Wendt from sales, 20m", today="2027-03-04")
    assert "coffee with Jörg Wendt from sales" in marked.export("csv")
    holds_none(marked.export("csv").replace("Jörg Wendt", ""))


def test_an_everyday_word_is_a_name_where_it_stands_for_one(journey: Journey) -> None:
    """`will` stays a verb; `with will`, `Will` and `will's` are the person."""
    say = journey.terminal.type
    say("log", "coffee with Will Otto from sales, 20m", today="2027-03-03")
    say("log", "read 10m, I will ask will's team and met will", today="2027-03-03")
    say("people", "will", "--private", today="2027-03-04")
    shown = journey.export("csv")
    assert "I will ask somebody's team and met somebody" in shown
    assert "coffee with somebody from sales" in shown


def test_a_mark_is_shown_taken_back_and_undone(marked: Journey) -> None:
    """On the lists and the pages; `--not-private` ends it, `undo` the last of either."""
    say = marked.terminal.type
    assert "; private" in " ".join(say("people", today="2027-03-05").split())
    assert "Private" in say("people", "jorg_astrom-weiss", today="2027-03-05")
    assert "; private" in say("openings", today="2027-03-05").replace("\n", " ")
    assert "Private" in say("openings", "lovell", today="2027-03-05")
    assert say("openings", "lovell", "--private", today="2027-03-05").startswith(
        "Lovell Freight GmbH is private already."
    )
    say("openings", "lovell", "--not-private", today="2027-03-05")
    assert "Lovell Freight" in marked.export("csv")
    assert "Lovell Freight GmbH no longer private" in say("undo", today="2027-03-05")
    holds_none(marked.export("csv"))


def test_a_mark_outlives_another_spelling(marked: Journey) -> None:
    """What was marked once holds for the whole name that is known later."""
    say = marked.terminal.type
    say("log", "coffee with Ines (PM), 20m", today="2027-03-04")
    say("people", "ines", "--private", today="2027-03-04")
    say("log", "call with Ines Vidal (PM), 20m", today="2027-03-05")
    shown = marked.export("csv")
    assert "Ines" not in shown
    assert "Vidal" not in shown


@pytest.mark.parametrize("name", sorted(set(REPORTS) - {"terminal"}))
def test_a_shared_report_has_no_initial_of_theirs(name: str, marked: Journey) -> None:
    """In every format of the report, with the notes as well."""
    for words in (("--share",), ("--share", "--with-notes")):
        shown = marked.terminal.type("report", "all", "--format", name, *words, today="2027-03-05")
        holds_none(shown)
        assert "R. (sales)" in shown


def test_a_message_to_others_names_nobody_private(marked: Journey) -> None:
    """What was promised with a private name in it is left out; to themselves the name stays."""
    say = marked.terminal.type
    shown = say("prepare", "rosa", today="2027-03-05")
    assert "deck" not in shown.partition("You owe")[0]
    assert "Hi Jörg," in say("prepare", "jorg_astrom-weiss", today="2027-03-05")


def test_a_firm_without_a_name_cannot_be_marked(journey: Journey) -> None:
    """Both commands say what is missing."""
    journey.terminal.type("openings", "--private", code=2)
    assert "A firm is missing." in journey.terminal.err
    journey.terminal.type("people", "nobody-known", "--private", code=3)
