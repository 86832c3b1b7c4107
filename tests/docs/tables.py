"""Tables of the docs that are made of something else: `python3 dev.py fix` writes them anew."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pmpath.render.page.formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
CONTENT = tomllib.loads((ROOT / "data" / "findings.toml").read_text(encoding="utf-8"))["finding"]
FINDINGS = ROOT / "docs" / "findings.md"
REPORT = ROOT / "docs" / "report.md"


def findings_page() -> str:
    """docs/findings.md with a row for each finding, in order of cost: condition and limit."""
    rows = []
    for one in CONTENT:
        unit = one.get("threshold", "").rpartition(".")[2]
        limit = f"{one['limit']} {unit}" if "limit" in one else ""
        rows.append(f"| `{one['id']}` | {one['condition'].strip()} | {limit} |")
    return _with_rows(FINDINGS, rows)


def report_page() -> str:
    """docs/report.md with a row for each format: its name, and what a reader gets."""
    return _with_rows(REPORT, [f"| `{name}` | {one.about} |" for name, one in FORMATS.items()])


def _with_rows(page: Path, rows: list[str]) -> str:
    """The page with these rows in the place of those of its first table whose cells are code."""
    lines = page.read_text(encoding="utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("| `"))
    behind = next(at for at, line in enumerate(lines) if at > first and line[:3] != "| `")
    return "\n".join([*lines[:first], *rows, *lines[behind:]]) + "\n"
