"""The table of docs/findings.md, made of the content: `python3 dev.py fix` writes it anew."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTENT = tomllib.loads((ROOT / "data" / "findings.toml").read_text(encoding="utf-8"))["finding"]
PAGE = ROOT / "docs" / "findings.md"


def rows() -> list[str]:
    """One row for each finding, in order of cost: condition and limit."""
    found = []
    for one in CONTENT:
        unit = one.get("threshold", "").rpartition(".")[2]
        limit = f"{one['limit']} {unit}" if "limit" in one else ""
        found.append(f"| `{one['id']}` | {one['condition'].strip()} | {limit} |")
    return found


def page() -> str:
    """The page with its rows, all of which stand together, as the content has them."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("| `"))
    behind = next(at for at, line in enumerate(lines) if at > first and line[:3] != "| `")
    return "\n".join([*lines[:first], *rows(), *lines[behind:]]) + "\n"
