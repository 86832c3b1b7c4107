from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.doors.process import set_up


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder after `init` on Wednesday 18 November 2026, made once."""
    return set_up(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copytree(made, tmp_path / "home"))
