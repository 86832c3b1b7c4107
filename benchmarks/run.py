"""Speed as ratios to `python -c pass`, in one run: `python3 dev.py bench`.

Prints one row a case: the median of many whole processes, and its ratio. Nothing is asserted.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

TODAY = date(2036, 12, 28)
TRACKS = ("customers", "allies", "reading", "positioning", "search")
# The longest plan there is, nearly ten years, nearly over.
DAYS = 3_400
SETUP = ("init", "--yes", "--target", "2037-06-01", "--role", "product manager", "--hours", "7")
CASES = (
    ("log, words only", ("log", "coffee", "with", "@lena:pm", "45m"), 3.0, (0, 365_000)),
    ("log, with options", ("log", "coffee", "--with", "Lena (PM)"), 8.0, (0,)),
    ("status", ("status",), 5.0, (3_650,)),
    ("bare pmpath", (), 12.0, (3_650,)),
    ("report", ("report",), 20.0, (36_500,)),
)


def main() -> None:
    """Measure every case and print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print(f"{'case':<22}{'entries':>9}{'ms':>8}{'ratio':>8}{'bar':>6}{'peak MiB':>10}")
    for name, words, bar, sizes in CASES:
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                environment = _home(Path(folder), size)
                once = [(_timed(["-c", "pass"], environment), _pmpath(words, environment))
                        for _ in range(runs)]  # fmt: skip
                base = statistics.median(one for one, _ in once)
                took = statistics.median(two for _, two in once)
                peak = _peak_mebibytes(words, environment)
            ratio = took / base
            print(f"{name:<22}{size:>9}{took * 1000:>8.1f}{ratio:>8.2f}{bar:>6.0f}{peak:>10.1f}")


def _home(folder: Path, size: int) -> dict[str, str]:
    """A data folder with `size` entries, evenly from the start to the pinned day."""
    environment = {**os.environ, "PMPATH_HOME": str(folder / "data")}
    environment["PMPATH_TODAY"] = (TODAY - timedelta(DAYS + 1)).isoformat()
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([*_COMMAND, *SETUP], env=environment, check=True, stdout=subprocess.DEVNULL)
    with (folder / "data" / "log.jsonl").open("a", encoding="utf-8") as log:
        for number in range(size):
            log.write(json.dumps(_entry(number, size), separators=(",", ":")) + "\n")
    environment["PMPATH_TODAY"] = TODAY.isoformat()
    return environment


def _entry(number: int, size: int) -> dict[str, object]:
    day = TODAY - timedelta((size - number) * DAYS // size)
    return {
        "id": f"{number:026d}", "at": f"{day}T20:00:00.000+00:00", "day": day.isoformat(),
        "kind": "action", "text": "coffee with @lena:pm about the way it is sold 45m",
        "minutes": 15, "track": TRACKS[number % 5], "people": [f"Person {number % 300} (PM)"],
    }  # fmt: skip


# The console script's way in, without the time that `python -m` takes to find the module.
_COMMAND = (sys.executable, "-c", "import sys; from pmpath.__main__ import main; sys.exit(main())")


def _pmpath(words: tuple[str, ...], environment: dict[str, str]) -> float:
    return _timed([*_COMMAND[1:], *words], environment)


def _timed(arguments: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def _peak_mebibytes(words: tuple[str, ...], environment: dict[str, str]) -> float:
    """The largest resident size of one call, from a process that waits for nothing else."""
    waiter = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run(
        [sys.executable, "-c", waiter, *_COMMAND, *words],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    # Linux counts kibibytes, macOS bytes.
    return int(told.stdout) / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
