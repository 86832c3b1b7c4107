"""From `git clone` to the first entry, as a newcomer types it: `python benchmarks/first_day.py`.

    python benchmarks/first_day.py                     every sort of answers, in seconds
    python benchmarks/first_day.py --set-up            clones and installs as well
    python benchmarks/first_day.py --transcript "names alone"    what that newcomer sees and types

Reading is counted at 200 words and typing at 40 words a minute, from what the screens really show.
Nothing is asserted here; tests/first_day holds the bound.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.first_day.typist import SORTS, Typist, first_day  # noqa: E402


def main() -> None:
    """Run what was asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("--set-up", action="store_true")
    parser.add_argument("--transcript", default="", metavar="SORT", choices=("", *SORTS))
    said = parser.parse_args()
    if said.transcript:
        print("\n".join(_lived(said.transcript)[0].transcript))
        return
    waiting = _set_up() if said.set_up else 0.0
    print("| answers | words read | keys | reading and typing | waiting | together |")
    print("|---|---|---|---|---|---|")
    for sort in SORTS:
        typist, machine = _lived(sort)
        waited = waiting + machine
        print(
            f"| {sort} | {typist.words_read} | {typist.keys_pressed} | {typist.seconds:.0f} s |"
            f" {waited:.0f} s | {typist.seconds + waited:.0f} s |",
            flush=True,
        )


def _lived(sort: str) -> tuple[Typist, float]:
    """One newcomer, and the seconds in which pmpath worked while they waited."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        typist = first_day(Path(folder) / "data", sort)
        return typist, time.perf_counter() - start


def _set_up() -> float:
    """The seconds that cloning this checkout and installing it somewhere of its own take."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        clone, environment = Path(folder) / "pmpath", Path(folder) / "environment"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        venv.create(environment, with_pip=True)
        pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet", str(clone)]
        subprocess.run(pip, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
