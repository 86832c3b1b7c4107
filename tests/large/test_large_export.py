"""Ten years of ten entries a day leave in a stream, in little memory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.large.test_large_log import COUNT, MEBIBYTE, MOST_MEBIBYTES, STATUS, TODAY, pmpath
from tests.large.test_large_log import folder as folder

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not STATUS.exists(), reason="no /proc to read the peak memory from"),
]


# One that streams records, one that streams entries, one that folds the log before.
@pytest.mark.parametrize("name", ["json", "csv", "ics"])
def test_an_export_of_ten_years_streams(name: str, folder: Path, tmp_path: Path) -> None:
    """Its peak memory stays under 64 MiB, and every entry is there."""
    path = tmp_path / "out"
    _, peak = pmpath(folder, TODAY, "export", name, "--out", str(path))
    assert 0 < peak < MOST_MEBIBYTES * MEBIBYTE
    if name == "json":
        with path.open(encoding="utf-8") as lines:
            assert sum(json.loads(line)["kind"] == "action" for line in lines) > COUNT * 0.9
