from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.process import set_up


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a roadmap."""
    return set_up(tmp_path / "home")
