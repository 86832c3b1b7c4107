"""Tables of the docs have what they are made of."""

from __future__ import annotations

from pmpath.coach.findings import FINDERS
from tests.docs.tables import CONTENT, FINDINGS, REPORT, findings_page, report_page


def test_the_page_has_a_row_for_each_finding_in_order_of_cost() -> None:
    """Condition and limit are those of the content."""
    assert FINDINGS.read_text(encoding="utf-8") == findings_page(), "stale: python3 dev.py fix"


def test_every_finding_of_the_content_is_looked_for() -> None:
    """WIN alone is not a concern: it stands in the report as a number."""
    assert {one["id"] for one in CONTENT} == {*FINDERS, "WIN"}


def test_the_page_has_a_row_for_each_format_of_the_report() -> None:
    """With the sentence that the format has about itself."""
    assert REPORT.read_text(encoding="utf-8") == report_page(), "stale: python3 dev.py fix"
