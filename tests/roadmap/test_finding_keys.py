"""The findings that a roadmap may name are those of the content."""

from __future__ import annotations

from pmpath.storage.content import content
from tests.content.real_tables import read_tables


def test_findings_and_the_units_of_their_limits_are_those_of_the_content() -> None:
    """The look at the lines of the file finds what a parser finds, in the same order."""
    found = {}
    for one in read_tables()["findings.toml"]["finding"]:
        table, _, unit = one.get("threshold", "").rpartition(".")
        found[one["id"]] = unit if table.startswith("findings.") else ""
    assert list(content().finding_units().items()) == list(found.items())
