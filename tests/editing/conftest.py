from __future__ import annotations

import json
from pathlib import Path

from tests.commands.conftest import Terminal, empty, terminal

__all__ = ["empty", "kept", "roadmap", "terminal"]


def roadmap(terminal: Terminal) -> Path:
    """The roadmap of a terminal's data folder."""
    return terminal.home / "roadmap.toml"


def kept(terminal: Terminal, kind: str) -> list[dict[str, object]]:
    """The records of a kind, in the order of the log."""
    records = [json.loads(line) for line in terminal.log.splitlines()]
    return [one for one in records if one["kind"] == kind]
