"""A shared export says of an ask that it was one."""

from __future__ import annotations

import csv
import io

import pytest

from tests.commands.conftest import Terminal

WORDS = "Asked a PM or salesperson for half an hour"


@pytest.mark.parametrize("line", [("done",), ("log", "asked Olu (sales) for a coffee")])
def test_an_ask_is_not_told_as_the_meeting(line: tuple[str, ...], empty: Terminal) -> None:
    """The log of a day that is not kept whole said "Spent half an hour with one PM"."""
    empty.type("init", "--yes", "--target", "2028-07-01", "--role", "PM", "--hours", "4",
               "--contact", "Marta (PM)", today="2026-11-30")  # fmt: skip
    empty.type(*line)
    (row,) = csv.DictReader(io.StringIO(empty.type("export", "csv", "--share")))
    assert WORDS in row["text"]
