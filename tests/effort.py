"""How many examples a property is tried with: the same for everybody, more where slow tests run."""

from __future__ import annotations

import os

SLOW = bool(os.environ.get("PMPATH_SLOW"))


def examples(all_of_them: int) -> int:
    """All where `PMPATH_SLOW=1` asks for the long stories, as `.ci/run` does; else a quarter."""
    return all_of_them if SLOW else all_of_them // 4


# Every call of every fault, and hundreds of seeds more: for a night, not for each change.
LONG = bool(os.environ.get("PMPATH_LONG"))
