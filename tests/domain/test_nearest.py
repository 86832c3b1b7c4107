from __future__ import annotations

import re
from pathlib import Path

from pmpath.domain.nearest import did_you_mean, nearest

SOURCES = Path(__file__).resolve().parents[2] / "src" / "pmpath"
KNOWN = ("customers", "writing", "allies", "sponsors")


def test_the_likest_name_comes_first() -> None:
    """One unless more are asked for; none where nothing looks like the word."""
    assert nearest("custmers", KNOWN) == ("customers",)
    assert nearest("salies", ["sales", "allies", "writing"], most=3) == ("sales", "allies")
    assert nearest("xyz", KNOWN) == nearest("custmers", ()) == ()
    assert nearest("custxxxxx", KNOWN, likeness=0.8) == ()


def test_a_hint_offers_the_names_or_says_the_other_thing() -> None:
    """Several names stand beside one another."""
    assert did_you_mean(["a"], "x") == "Did you mean a?"
    assert did_you_mean(["a", "b"], "x") == "Did you mean a or b?"
    assert did_you_mean(["a", "b", "c"], "x") == "Did you mean a, b or c?"
    assert did_you_mean([], "There are: a, b.") == "There are: a, b."


def test_names_are_compared_in_one_place() -> None:
    """No other module looks for close matches, so that a word has one nearest name everywhere."""
    found = [
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        if re.search("get_close_matches", path.read_text())
    ]
    assert found == ["domain/nearest.py"]
