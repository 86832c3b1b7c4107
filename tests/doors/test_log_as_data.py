"""`log -`, `log --json` and `log --dry-run`."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from pmpath.domain.words.several import separate_lines
from pmpath.storage.content import content
from tests.doors.process import START, entries, environment, pmpath

TODAY = date(2027, 3, 17)
NOTE_KEYS = content().vocabulary().note_keys


def typed(home: Path, text: str, *words: str) -> str:
    """What `pmpath log - WORDS` prints of a text on stdin."""
    found = subprocess.run(
        [*START, "log", "-", *words], env=environment(home), input=text, capture_output=True,
        text=True, timeout=30, check=True,
    )  # fmt: skip
    return found.stdout


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("coffee with Lena 30m\nread Inspired 20m", 2),
        ("coffee with Lena on monday\n\nread Inspired yesterday\n", 2),
        ("coffee with Lena 30m\nshe sees churn", 1),
        ("coffee with Lena 30m", 1),
        ("", 1),
    ],
)
def test_lines_are_parted_when_each_stands_alone(text: str, count: int) -> None:
    """By a day or a duration of its own; else all of them are one entry."""
    assert len(separate_lines(text, TODAY, NOTE_KEYS)) == count


def test_several_lines_are_several_entries_and_it_is_said(home: Path) -> None:
    """Whoever pastes a list sees how it was parted."""
    assert "2 entries, one for each line." in typed(
        home, "coffee with Lena 30m\nread Inspired 20m\n"
    )
    assert [one["text"] for one in entries(home)] == ["coffee with Lena 30m", "read Inspired 20m"]


def test_the_reading_as_data(home: Path) -> None:
    """The record, and what was not read with the command that mends it."""
    told = json.loads(typed(home, "coffee with Lena, 30 feb", "--json"))["data"]
    assert (told["entry"]["event"], told["entry"]["people"]) == ("met", ["Lena"])
    assert (told["fulfils"], told["reached"]) == ([], [])
    handle = told["entry"]["id"][-4:].lower()
    assert [one["mend"] for one in told["not_read"]] == [f"pmpath amend --entry {handle} --on DAY"]


def test_a_dry_run_writes_nothing(home: Path) -> None:
    """It says what would be logged."""
    found = pmpath(home, "log", "--dry-run", "coffee", "with", "Lena", "30m")
    assert found.stdout.startswith("Would log: coffee with Lena")
    assert entries(home) == []


def test_a_dry_run_offers_the_option_to_add_and_no_amend(home: Path) -> None:
    """An amend would change the entry before: nothing was written that could be amended."""
    found = pmpath(home, "log", "--dry-run", "coffee", "with", "Lena", "30m", "on", "3/4")
    assert "To set the day, add: --on " in " ".join(found.stdout.split())
    assert "amend" not in found.stdout
    found = pmpath(home, "log", "coffee", "with", "Lena", "30m", "on", "3/4")
    assert "To set the day: pmpath amend --entry " in " ".join(found.stdout.split())
