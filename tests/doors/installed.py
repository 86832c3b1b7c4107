"""A copy of pmpath as a wheel installs it: its content beside the modules, and compiled."""

from __future__ import annotations

import shutil
from pathlib import Path

from hatch_build import compiled_files
from pmpath.storage.compiled import FOLDER

ROOT = Path(__file__).resolve().parents[2]


def installed_copy(folder: Path) -> Path:
    """Lay out the package in a folder, which then belongs into PYTHONPATH; returns its content."""
    package = folder / "pmpath"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "pmpath", package, ignore=ignored)
    shutil.copytree(ROOT / "data", package / "data")
    compiled = package / "data" / FOLDER
    compiled.mkdir()
    for name, content in compiled_files(ROOT / "data").items():
        (compiled / name).write_bytes(content)
    return package / "data"
