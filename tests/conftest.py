"""What holds for every test: everybody sees the same examples, and what waits says why it waits.

`PMPATH_SLOW=1` runs the long stories as well, as `.ci/run` does. `PMPATH_SEARCH=1` searches for new
counter-examples at random; what it finds becomes an explicit example of its test.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# What the shell that starts the tests says of its terminal, its language, its zone, its programs,
# and of a pmpath of its own: a test that needs one of these sets it.
OF_THE_CALLER = (
    "BROWSER", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLUMNS", "EDITOR", "FORCE_COLOR",
    "LANG", "LANGUAGE", "LESS", "LINES", "NO_COLOR", "NO_PAGER", "PAGER", "PMPATH_HOME",
    "PMPATH_TODAY", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONWARNINGS", "TERM", "TMUX", "VISUAL",
    "_PMPATH_COMPLETE",
)  # fmt: skip
BEGINNINGS = ("GIT_", "LC_", "XDG_")


def _forget_the_caller() -> None:
    """Every machine has the same zone and language; modules of tests may look when imported."""
    for name in list(os.environ):
        if name in OF_THE_CALLER or name.startswith(BEGINNINGS):
            del os.environ[name]
    os.environ.update(LANG="C.UTF-8", TZ="UTC")
    if hasattr(time, "tzset"):
        time.tzset()


_forget_the_caller()
# At first every few hundred objects are a reason to look for rings among them. A test makes ten
# thousands, the collection of all tests millions, and few hold one another in a ring.
gc.set_threshold(50_000, 20, 20)

SEARCH = os.environ.get("PMPATH_SEARCH", "")
# How long an example takes says something of the machine, nothing of the program; and a fixture
# that is shared by all examples is cleared by the tests that need it fresh.
NO_MATTER = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)

settings.register_profile(
    "same for all", derandomize=True, deadline=None, database=None, suppress_health_check=NO_MATTER
)
settings.register_profile("search", deadline=None, print_blob=True, suppress_health_check=NO_MATTER)
settings.load_profile("search" if SEARCH else "same for all")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow tests to those who ask for them."""
    if os.environ.get("PMPATH_SLOW") or config.getoption("markexpr"):
        return
    slow = [item for item in items if "slow" in item.keywords]
    items[:] = [item for item in items if "slow" not in item.keywords]
    config.hook.pytest_deselected(items=slow)


def pytest_report_header() -> str:
    """Say which tests run, before they do."""
    chosen = "all tests" if os.environ.get("PMPATH_SLOW") else "without slow tests (PMPATH_SLOW=1)"
    return f"pmpath: {chosen}, {'a random search' if SEARCH else 'the same examples for everybody'}"


def pytest_collection_finish() -> None:
    """Thousands of collected tests live to the end: nothing is looked for among them again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def shared() -> Iterator[None]:
    """What no test changes is made once in a process, unless it says that this is its subject."""
    from tests.shared import sharing

    with sharing():
        yield


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder right after `init` on Monday 11 January 2027, to be copied, never typed into.

    4 hours a week, for 52 weeks. To begin anew for each test took an eighth of the whole run.
    """
    from pmpath.cli.door import enter
    from tests.commands.conftest import SETUP

    home = tmp_path_factory.mktemp("begun") / "data"
    with redirect_stdout(StringIO()):
        assert enter(SETUP, {"PMPATH_HOME": str(home), "PMPATH_TODAY": "2027-01-11"}) == 0
    return home
