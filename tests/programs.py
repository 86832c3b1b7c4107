"""Programs that some tests need beside Python: without one the test is skipped by name.

`PMPATH_DEMAND="bash zsh"` names those that have to be there; a test that misses one of them fails.
Peers, which `python3 dev.py peers` fetches into a folder of this checkout, are found there.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

PEERS = Path(__file__).resolve().parents[1] / ".peers"
# Where the system's programs are looked for, and behind them those that pip and npm brought.
FOLDERS = os.pathsep.join(
    [os.environ.get("PATH", os.defpath), str(PEERS / "bin"), str(PEERS / "node_modules" / ".bin")]
)


def needs(name: str) -> str:
    """The path of a program; the test is skipped without it, and fails if it was demanded."""
    if has(name):
        return str(shutil.which(name, path=FOLDERS))
    pytest.skip(f"{name} is not installed")


def needs_peer(package: str, program: str) -> str:
    """The path of the Python that can import a peer's package; skipped as by `needs(program)`."""
    needs(program)
    python = PEERS / "bin" / "python"
    if not python.exists() or not list(PEERS.glob(f"lib/python*/site-packages/{package}")):
        pytest.skip(f"{package} is not installed by python3 dev.py peers")
    return str(python)


def has(name: str) -> bool:
    """Whether a program is here; the test fails if it is not and was demanded."""
    if shutil.which(name, path=FOLDERS):
        return True
    if name in os.environ.get("PMPATH_DEMAND", "").split():
        pytest.fail(f"{name} is demanded by PMPATH_DEMAND and is not installed")
    return False
