"""docs/findings.md lists what data/findings.toml has."""

from __future__ import annotations

from pmpath.coach.findings import FINDERS
from tests.docs.findings_page import CONTENT, PAGE, page


def test_the_page_has_a_row_for_each_finding_in_order_of_cost() -> None:
    """Condition and limit are those of the content."""
    assert PAGE.read_text(encoding="utf-8") == page(), "stale: python3 dev.py fix"


def test_every_finding_of_the_content_is_looked_for() -> None:
    """WIN alone is no concern: it stands in the report as a number."""
    assert {one["id"] for one in CONTENT} == {*FINDERS, "WIN"}
