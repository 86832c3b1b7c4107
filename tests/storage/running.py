"""Real pmpath processes, and logs made by hand, for the tests of files and hostile input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pmpath.domain.kinds import Record
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.read import LogReader
from tests.installed import installed

COMMAND = (sys.executable, "-m", "pmpath")
SETUP = ("init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4")
HEADER = b'{"kind":"log","schema":1}\n'
AT = "2027-01-11T20:00:00.000+00:00"


def environment(home: Path) -> dict[str, str]:
    """The environment of a real process with its data in `home`, at noon of a pinned day."""
    return {
        **os.environ,
        "PYTHONPATH": installed(),
        "PMPATH_HOME": str(home),
        "PMPATH_TODAY": "2027-01-11",
        "NO_COLOR": "1",
        "COLUMNS": "80",
    }


def run(
    home: Path,
    *words: str | bytes,
    stdin: bytes = b"",
    before: Callable[[], None] | None = None,
    changes: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run `pmpath WORDS` to its end; `before` runs in the child before pmpath does."""
    return subprocess.run(
        [*COMMAND, *words],
        input=stdin,
        capture_output=True,
        env={**environment(home), **(changes or {})},
        preexec_fn=before,
        check=False,
        timeout=60,
    )


def line(number: int, **fields: Any) -> bytes:
    """One action record as a line without its newline."""
    record = {
        "id": f"{number:026d}", "at": AT, "day": "2027-01-11", "kind": "action",
        "text": f"coffee {number}", "minutes": 15, **fields,
    }  # fmt: skip
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def log_of(home: Path, content: bytes) -> Folder:
    """A data folder whose log holds exactly these bytes."""
    home.mkdir(exist_ok=True)
    folder = Folder(str(home))
    Path(folder.log).write_bytes(content)
    return folder


def read(folder: Folder) -> tuple[list[Record], list[tuple[int, str]]]:
    """The live records of a log and its bad lines; the reading leaves every byte as it was."""
    before = Path(folder.log).read_bytes()
    reader = LogReader(folder)
    records = list(reader.records())
    assert Path(folder.log).read_bytes() == before
    return records, [(one.number, one.reason) for one in reader.bad]


def texts(folder: Folder) -> list[str]:
    """The texts of the live entries, in the order of the file."""
    return [one.text for one in read(folder)[0] if hasattr(one, "text")]
