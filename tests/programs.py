"""Programs that some tests need beside Python: without one the test is skipped by name.

`PMPATH_DEMAND="bash zsh"` names those that have to be there; a test that misses one of them fails.
"""

from __future__ import annotations

import os
import shutil

import pytest


def needs(name: str) -> str:
    """The path of a program; the test is skipped without it, and fails if it was demanded."""
    if has(name):
        return str(shutil.which(name))
    pytest.skip(f"{name} is not installed")


def has(name: str) -> bool:
    """Whether a program is here; the test fails if it is not and was demanded."""
    if shutil.which(name):
        return True
    if name in os.environ.get("PMPATH_DEMAND", "").split():
        pytest.fail(f"{name} is demanded by PMPATH_DEMAND and is not installed")
    return False
