"""pmpath as a process of its own, on a pinned day, in a data folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.installed import installed

TODAY = "2026-11-18"
START = (sys.executable, "-m", "pmpath")
SETUP = ("init", "--yes", "--target", "2027-09-01", "--role", "product manager", "--hours", "4")

Fields = dict[str, Any]


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a test process: nothing of the tester's own but the PATH."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONPATH": installed(),
        "PMPATH_HOME": str(home / "data"),
        "PMPATH_TODAY": TODAY,
        **more,
    }


def pmpath(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run `pmpath WORDS` to its end."""
    return subprocess.run(
        [*START, *words], env=environment(home, **more), capture_output=True, text=True,
        timeout=30, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def set_up(home: Path) -> Path:
    """A folder after `init`; returns it."""
    home.mkdir(exist_ok=True)
    found = pmpath(home, *SETUP)
    assert found.returncode == 0, found.stderr
    return home


def log_of(home: Path) -> Path:
    """The log in the data folder of a home."""
    return home / "data" / "log.jsonl"


def entries(home: Path) -> list[Fields]:
    """The entries of the log, without what differs from run to run."""
    lines = log_of(home).read_text("utf-8").splitlines()
    found: list[Fields] = [json.loads(line) for line in lines]
    return [
        {key: value for key, value in fields.items() if key not in ("id", "at")}
        for fields in found
        if fields["kind"] == "action"
    ]
