"""The cost of each command of the day in multiples of `python -c pass`: what docs/speed.md shows.

    python benchmarks/speed.py today=ENV/bin/python earlier=OTHER/bin/python

Each build is a Python in whose environment a wheel of pmpath is installed; the last log is made for
the first of them alone. All builds, and Taskwarrior, todo.txt and hledger where they are installed,
are measured in turn in one run: user and system time of whole processes, medians. Where valgrind is
there, instructions stand beside the times. Nothing is asserted. With --page and --picture the
tables and the picture are written.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import run as logs
from neighbors import clean, neighbors

SIZES = (0, 3_650, 36_500, 365_000)
LONGEST = SIZES[-1]
BEGIN, END = "<!-- measured -->", "<!-- end -->"
READING = {"status": ["status"], "bare pmpath": [], "history": ["history"], "report": ["report"]}
# On a copy of the data to which an entry of the day was added: `log` adds more, and the screen of a
# day holds what was logged since the last step against the step that stood.
ON_A_COPY = {
    "bare pmpath, after log": [],
    "log, words": ["log", "had coffee with Lena about pricing"],
    "log, options": ["log", "coffee", "--with", "Lena (PM)"],
}
# The bar and the aim of a row.
ASKED = {
    ("log, words", 36_500): (2.4, 1.8), ("log, options", 36_500): (6.5, 3.0),
    ("status", 3_650): (3.2, 2.5), ("status", 36_500): (3.8, 2.5),
    ("bare pmpath", 3_650): (6.5, 5.0), ("bare pmpath", 36_500): (8.0, 5.0),
    ("history", 36_500): (6.0, 4.0), ("report", 3_650): (8.0, 7.0), ("report", 36_500): (10.0, 7.0),
}  # fmt: skip
GROWTH, MEMORY = (1.5, 1.1), (32, 24)
FLAT = (3_650, LONGEST)
Row = tuple[str, int]
# The lines of the picture, and their colors.
DRAWN = {
    "status": "#1b6", "bare pmpath": "#15a", "history": "#a50", "report": "#a15",
    "log, words": "#639",
}  # fmt: skip


class Build:
    """A Python with a wheel of pmpath, and a folder of data for each size of log."""

    def __init__(self, name: str, python: str, folder: Path, sizes: tuple[int, ...]) -> None:
        self.name, self.python, self.sizes = name, python, sizes
        self.pmpath = [python, str(Path(python).with_name("pmpath"))]
        self.homes: dict[int, dict[str, str]] = {}
        self.copies: dict[int, dict[str, str]] = {}
        for size in sizes:
            place = folder / f"{name}-{size}"
            place.mkdir()
            said = logs._home(place, size)
            self.homes[size] = {
                **clean(),
                **{key: one for key, one in said.items() if key[:6] == "PMPATH"},
            }
            # A command that writes: what may be kept is kept then.
            cpu([*self.pmpath, "rest", "2037-01-04"], self.homes[size])
            copy = place.with_name(f"{place.name}-written")
            shutil.copytree(self.homes[size]["PMPATH_HOME"], copy)
            self.copies[size] = {**self.homes[size], "PMPATH_HOME": str(copy)}
            cpu([*self.pmpath, "log", "coffee with Lena about pricing"], self.copies[size])

    def peak_mebibytes(self) -> float:
        """The largest resident size of a report over 36,500 entries, on Linux."""
        return usage([*self.pmpath, "report"], self.homes[36_500]).ru_maxrss / 1024


def cpu(command: list[str], environment: dict[str, str]) -> float:
    """Seconds of user and system time of one process that says nothing to anybody."""
    used = usage(command, environment)
    return used.ru_utime + used.ru_stime


def usage(command: list[str], environment: dict[str, str]) -> resource.struct_rusage:
    """What such a process used."""
    ways = ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY))
    quiet = [(os.POSIX_SPAWN_OPEN, place, os.devnull, flags, 0) for place, flags in ways]
    program = shutil.which(command[0]) or command[0]
    pid = os.posix_spawn(program, command, environment, file_actions=quiet)
    return os.wait4(pid, 0)[2]


def instructions(command: list[str], environment: dict[str, str]) -> float | None:
    """Millions of instructions; None without valgrind."""
    if not shutil.which("valgrind"):
        return None
    counted = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    found = re.search(r"Collected : (\d+)", counted.stderr)
    return int(found[1]) / 1e6 if found else None


def measured(builds: list[Build], folder: Path, rounds: int) -> dict[tuple[str, Row], list[float]]:
    """Every case of every build in turn, so many times; the base stands under "pass"."""
    cases: list[tuple[tuple[str, Row], Callable[[], float]]] = []
    first = builds[0]
    for build in builds:
        for name, words in {**READING, **ON_A_COPY}.items():
            for size, home in (build.homes if name in READING else build.copies).items():
                case = (build.name, (name, size))
                cases.append((case, lambda b=build, w=words, h=home: cpu([*b.pmpath, *w], h)))
    for size in (3_650, 36_500):
        for name, command, environment in neighbors(folder, size):
            cases.append(((name, (name, size)), lambda c=command, e=environment: cpu(c, e)))
    found: dict[tuple[str, Row], list[float]] = {}
    for _ in range(rounds):
        base = cpu([first.python, "-c", "pass"], clean())
        found.setdefault(("pass", ("pass", 0)), []).append(base)
        for case, run in cases:
            found.setdefault(case, []).append(run())
    return found


def ratios(found: dict[tuple[str, Row], list[float]]) -> dict[tuple[str, Row], float]:
    base = statistics.median(found.pop(("pass", ("pass", 0))))
    return {case: statistics.median(times) / base for case, times in found.items()}


def table(
    builds: list[Build], found: dict[tuple[str, Row], float], counts: dict[Row, float]
) -> str:
    """The table in Markdown: each row with its bar and aim, as far as one was asked for."""
    names = [one.name for one in builds]
    lines = [
        f"| | entries | {' | '.join(names)} | M instructions | bar | aim |",
        "|---" * (len(names) + 5) + "|",
    ]
    rows = dict.fromkeys(row for name, row in found if name in names)
    for row in rows:
        cells = [f"{found[name, row]:.1f}" if (name, row) in found else "" for name in names]
        bar, aim = ASKED.get(row, ("", ""))
        count = f"{counts[row]:.0f}" if row in counts else ""
        lines.append(f"| {row[0]} | {row[1]:,} | {' | '.join(cells)} | {count} | {bar} | {aim} |")
    lines += ["", "| 365,000 against 3,650 | | bar | aim |", "|---|---|---|---|"]
    for command in (*READING, *ON_A_COPY):
        few, many = (found[names[0], (command, size)] for size in FLAT)
        lines.append(f"| {command} | {many / few:.2f} | {GROWTH[0]} | {GROWTH[1]} |")
    lines += ["", f"| peak memory of `report` | {' | '.join(names)} | bar | aim |"]
    lines += ["|---" * (len(names) + 3) + "|"]
    told = " | ".join(f"{one.peak_mebibytes():.0f} MiB" for one in builds)
    lines.append(f"| 36,500 entries | {told} | {MEMORY[0]} | {MEMORY[1]} |")
    beside = [(name, row, one) for (name, row), one in found.items() if name not in names]
    if beside:
        lines += ["", "| beside it | entries | |", "|---|---|---|"]
        lines += [f"| {name} | {row[1]:,} | {one:.1f} |" for name, row, one in beside]
    return "\n".join(lines)


def picture(name: str, found: dict[tuple[str, Row], float]) -> str:
    """How each command grows with the log: one line each, over sizes that grow tenfold."""
    top = max(found[name, (command, size)] for command in DRAWN for size in SIZES)
    left, right, height, foot = 60, 470, 240, 260
    scale = height / (top * 1.1)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 300" font-family="sans-serif"'
        ' font-size="12" role="img" aria-label="Cost of each command by entries in the log">',
        '<rect width="620" height="300" fill="#fff"/>',
    ]
    for at, size in enumerate(SIZES):
        x = left + at * (right - left) / (len(SIZES) - 1)
        parts.append(f'<text x="{x:.0f}" y="280" text-anchor="middle">{size:,}</text>')
    for mark in range(0, int(top) + 2, 2):
        y = foot - mark * scale
        parts.append(f'<path d="M{left} {y:.1f}H{right}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{mark}</text>')
    ends: list[float] = []
    for command, color in DRAWN.items():
        step = (right - left) / (len(SIZES) - 1)
        costs = [(at, found[name, (command, size)]) for at, size in enumerate(SIZES)]
        points = [(left + at * step, foot - cost * scale) for at, cost in costs]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        x, y = points[-1]
        # Two lines that end beside each other have their names one below the other.
        y = next(one for one in (y, y - 13, y + 13, y - 26) if all(abs(one - e) > 12 for e in ends))
        ends.append(y)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts.append(f'<text x="{x + 8:.0f}" y="{y + 4:.1f}" fill="{color}">{command}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("builds", nargs="+", metavar="NAME=PYTHON")
    reader.add_argument("--rounds", type=int, default=11)
    reader.add_argument("--page", type=Path)
    reader.add_argument("--picture", type=Path)
    said = reader.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        builds = []
        for at, one in enumerate(said.builds):
            label, _, python = one.partition("=")
            builds.append(Build(label, python, folder, SIZES if not at else SIZES[1:-1]))
        found = ratios(measured(builds, folder, said.rounds))
        first, counts = builds[0], {}
        for command, words in {**READING, **ON_A_COPY}.items():
            homes = first.homes if command in READING else first.copies
            count = instructions([*first.pmpath, *words], homes[36_500])
            if count is not None:
                counts[command, 36_500] = count
        text = table(builds, found, counts)
    print(text)
    if said.page:
        page = said.page.read_text("utf-8")
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        said.page.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")
    if said.picture:
        said.picture.write_text(picture(builds[0].name, found), "utf-8")


if __name__ == "__main__":
    main()
