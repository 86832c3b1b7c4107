"""docs/findings.md lists what data/findings.toml has."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pmpath.coach.findings import FINDERS

ROOT = Path(__file__).resolve().parents[2]
CONTENT = tomllib.loads((ROOT / "data" / "findings.toml").read_text(encoding="utf-8"))["finding"]


def test_the_page_has_a_row_for_each_finding_in_order_of_cost() -> None:
    """Condition and limit are those of the content."""
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    wanted = []
    for one in CONTENT:
        unit = one.get("threshold", "").rpartition(".")[2]
        limit = f"{one['limit']} {unit}" if "limit" in one else ""
        wanted.append(f"| `{one['id']}` | {one['condition'].strip()} | {limit} |")
    assert rows == wanted


def test_every_finding_of_the_content_is_looked_for() -> None:
    """WIN alone is no concern: it stands in the report as a number."""
    assert {one["id"] for one in CONTENT} == {*FINDERS, "WIN"}
