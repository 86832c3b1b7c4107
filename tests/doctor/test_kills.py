from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(sys, "getandroidapilevel") and sys.platform == "win32",
                    reason="Windows has no fork")  # fmt: skip
@pytest.mark.parametrize("name", ["repair", "merge", "restore"])
def test_a_kill_at_any_line_loses_nothing(name: str, tmp_path: Path) -> None:
    """The log is the old or the new one, whole; copies are whole; a second try ends the work."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.doctor.killed", name, str(tmp_path / "data")],
        cwd=ROOT, env={"PYTHONPATH": f"{ROOT}/src", "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50
