"""One record appended as the program appends acts, for tests of what stands in the log."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.append import append_act


def append_one(folder: Folder, kind: str, day: date, now: datetime, fields: dict[str, Any]) -> str:
    """Append an act of one record; returns its id."""
    return append_act(folder, now, [(kind, day, fields)])[0]
