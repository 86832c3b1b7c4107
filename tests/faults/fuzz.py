"""The targets under a fuzzer that follows coverage; for long runs by hand.

This project does not require Atheris. In an environment that has it beside the project's own:

    PYTHONPATH=src:. python -m tests.faults.fuzz log -max_total_time=600

Everything behind the name of the target goes to libFuzzer. It begins with the corpus below, and
writes what it finds as crash-* into the working folder.
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path

from tests.faults.corpus import LINES, LOG, ROADMAP
from tests.storage.running import HEADER

SEEDS = {
    "log": [LOG, *(HEADER + one for one in LOG.splitlines(keepends=True))],
    "roadmap": [ROADMAP],
    "phrase": [one.encode() for one in LINES],
}
SEEDS |= {"append": SEEDS["log"], "screens": SEEDS["log"]}


def main(name: str, *options: str) -> None:
    """Run one target until libFuzzer is told to stop or finds something."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["pmpath", "json", "tomllib", "tomlrt"]):
        targets = import_module("tests.faults.targets").TARGETS
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(SEEDS[name]):
            Path(folder, str(number)).write_bytes(seed)
        atheris.Setup([sys.argv[0], folder, *options], targets[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
