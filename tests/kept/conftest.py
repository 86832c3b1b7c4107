"""A folder with all that is kept of it, in which every log counts as a long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.storage.kept import kept_seal
from tests.kept.lived import Lived


@pytest.fixture
def two_days(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Lived:
    """An entry on each of two days, and all that is kept of them, as of a long log."""
    monkeypatch.setattr(kept_seal, "BEHIND_BYTES", 1)
    monkeypatch.setattr(kept_seal, "LONG_LOG", 1)
    found = Lived(tmp_path / "data", 1, capsys)
    found.type("log", "coffee", "with", "Lena", "30m")
    found.today = found.today.replace(day=9)
    found.type("log", "coffee", "with", "Tomas", "30m")
    return found
