"""The picture of the sample journey, whole, at two widths."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.sample.lived import Sample

HERE = Path(__file__).resolve().parent


@pytest.mark.parametrize("columns", [80, 40])
def test_the_picture_of_the_journey(sample: Sample, columns: int) -> None:
    """The screen is the one that was looked at; PMPATH_GOLDEN=write keeps a new one."""
    golden = HERE / f"roadmap_of_{columns}_columns.txt"
    shown = sample.say("roadmap", columns=columns)
    if os.environ.get("PMPATH_GOLDEN") == "write":
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_the_picture_as_json_has_the_facts_of_the_screen(sample: Sample) -> None:
    """33 milestones with their places, the tracks, and a date that was moved once."""
    facts = sample.facts("roadmap")
    assert len(facts["milestones"]) == 33
    assert {one["state"] for one in facts["milestones"]} == {"done", "due", "coming"}
    assert len(facts["tracks"]) == 11
    assert [(one["was"], one["now"]) for one in facts["moves"]] == [("2027-12-13", "2028-01-10")]
    assert (facts["target_at"], facts["start"]) == (1000, "2027-01-11")
