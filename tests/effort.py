"""How many examples a property is tried with: the same for everybody, more where slow tests run."""

from __future__ import annotations

import os

SLOW = bool(os.environ.get("PMPATH_SLOW"))


def examples(all_of_them: int) -> int:
    """All where `PMPATH_SLOW=1` asks for the long stories, as `.ci/run` does; else a quarter."""
    return all_of_them if SLOW else all_of_them // 4


# With the slow tests some hundred seeds more, which take twenty minutes of two processors.
LONG = bool(os.environ.get("PMPATH_LONG"))
