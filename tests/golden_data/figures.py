"""The figures that a folder of data amounts to, by the names that documents and scripts rely on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCHEMA_1 = HERE / "schema1"
OF_REPORT = ("target", "this_period", "since_start", "tracks", "met", "wins", "heard", "bad_lines",
             "newer_records", "moves")  # fmt: skip
# Keys that came later, with the same values under plainer names (docs/json.md).
LATER = {
    "moves": ("you_owe", "waiting_on"),
    "this_period": ("planned",),
    "since_start": ("planned",),
}
OF_TARGET = ("date", "day_number", "week", "days_left", "first", "moves", "slip_days", "closed")


def figures(ask: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    """What `report all`, `milestones` and `history` say; `ask` types words and reads the JSON."""
    report = ask("report", "all")
    found = {key: report[key] for key in OF_REPORT}
    for part, names in LATER.items():
        found[part] = {key: value for key, value in found[part].items() if key not in names}
    found["target"] = {key: report["target"][key] for key in OF_TARGET}
    found["tracks"] = {one["track"]: one["minutes"] for one in report["tracks"]}
    milestones = ask("milestones")["milestones"]
    found["milestones"] = {one["id"]: [one["due"], one["done"]] for one in milestones}
    found["entries"] = [[one["day"], one["minutes"], one["track"], one["text"]]
                        for one in ask("history", "-n", "0")["entries"]]  # fmt: skip
    return found


def expected(folder: Path) -> dict[str, Any]:
    """The figures that were written down when the folder was made."""
    found: dict[str, Any] = json.loads((folder / "figures.json").read_text("utf-8"))
    return found
