"""The formats that the program writes are those that a roadmap may name."""

from __future__ import annotations

from pmpath.domain.roadmap.roadmap import REPORT_FORMATS
from pmpath.render.page.formats import FORMATS


def test_every_format_that_a_roadmap_may_name_is_written() -> None:
    """The roadmap is read without the formats; both have the same names in the same order."""
    assert tuple(FORMATS) == REPORT_FORMATS


def test_the_ending_of_a_file_means_one_format() -> None:
    """Otherwise a file's name would not choose its format."""
    endings = [ending for one in FORMATS.values() for ending in one.endings]
    assert len(endings) == len(set(endings))
