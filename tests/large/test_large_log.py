"""Ten years of ten entries a day: the same figures as a slow reading, in little memory."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.installed import installed
from tests.large.reference import Reference

COUNT, DAYS = 36_500, 3_600
START = date(2027, 1, 11)
TODAY = START + timedelta(DAYS - 1)
MEBIBYTE = 1 << 20
MOST_MEBIBYTES = 64
TRACKS = ("customers", "allies", "reading", "positioning", "search", "craft", "volunteer", "")
FUNCTIONS = ("PM", "sales", "customer", "head of sales", "charity")
STATUS = Path("/proc/self/status")
# Runs the program, then says on stderr how much memory it held at most. What getrusage tells counts
# the process that started this one as well.
pytestmark = pytest.mark.slow

PROGRAM = """
import sys
from pathlib import Path
from pmpath.__main__ import main
code = main()
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]
print(next(line for line in lines if line.startswith("VmHWM")).split()[1], file=sys.stderr)
sys.exit(code)
"""


def pmpath(folder: Path, today: date, *words: str) -> tuple[str, int]:
    """What a run printed, and its peak memory in bytes."""
    environment = {**os.environ, "PMPATH_HOME": str(folder), "PMPATH_TODAY": today.isoformat()}
    environment["PYTHONPATH"] = installed()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words], env=environment, capture_output=True, check=True,
        text=True,
    )  # fmt: skip
    return done.stdout, int(done.stderr.split()[-1]) * 1024


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten years of entries with all that they may have, rests, a vacation, and corrections."""
    made = tmp_path_factory.mktemp("large") / "data"
    pmpath(made, START, "init", "--yes", "--target", "2036-12-29", "--hours", "7")
    chance = random.Random(4)
    with (made / "log.jsonl").open("a", encoding="utf-8") as log:
        for number in range(COUNT):
            log.writelines(json.dumps(one) + "\n" for one in _records(number, chance))
    with (made / "roadmap.toml").open("a", encoding="utf-8") as roadmap:
        roadmap.write("\n[[vacation]]\nfrom = 2030-07-01\nto = 2030-07-21\n")
    return made


def _records(number: int, chance: random.Random) -> list[dict[str, Any]]:
    day = START + timedelta(number * DAYS // COUNT)
    at = f"{day}T20:00:{number % 60:02d}.000+00:00"
    head = {"id": f"{number:025d}a", "at": at, "day": day.isoformat()}
    if chance.random() < 0.01:
        until = day + timedelta(chance.randint(0, 9))
        return [{**head, "kind": "rest", "until": until.isoformat(), "reason": "away"}]
    # Four days in ten have nothing: every entry of them moves to the day before.
    if day.toordinal() % 10 < 4 and day > START + timedelta(9):
        head["day"] = (day - timedelta(day.toordinal() % 10 + 1)).isoformat()
    people = [f"Person {chance.randint(0, 300)} ({chance.choice(FUNCTIONS)})"]
    entry = {
        **head, "kind": "action", "text": f"something {number % 50}",
        "minutes": chance.choice((5, 15, 30, 45, 120)), "track": chance.choice(TRACKS),
        "people": people if chance.random() < 0.4 else [],
        "tags": ["engineering"] if chance.random() < 0.1 else [],
        "half": "ask" if chance.random() < 0.2 else "",
    }  # fmt: skip
    return [entry, *_corrections(number, day, chance)]


def _corrections(number: int, day: date, chance: random.Random) -> list[dict[str, Any]]:
    if chance.random() > 0.02:
        return []
    head = {"at": f"{day}T21:00:00.000+00:00", "day": day.isoformat(), "of": f"{number:025d}a"}
    change = {"minutes": chance.choice((10, 60)), "track": "craft"}
    amend = {"id": f"{number:025d}b", "kind": "amend", **head, "set": change}
    retract = {"id": f"{number:025d}c", "kind": "retract", **head}
    several: list[list[dict[str, Any]]] = [[amend], [retract], [amend, retract]]
    return chance.choice(several)


@pytest.fixture(scope="module")
def reference(folder: Path) -> Reference:
    """The same folder, read slowly."""
    return Reference(folder)


PERIODS = {
    "week": (date(2036, 11, 17), date(2036, 11, 23)),
    "month": (date(2036, 11, 1), date(2036, 11, 30)),
    "2031-04-01..2031-06-30": (date(2031, 4, 1), date(2031, 6, 30)),
}


@pytest.mark.parametrize("period", ["week", "month", "2031-04-01..2031-06-30"])
def test_the_figures_are_those_of_a_slow_reading(
    period: str, folder: Path, reference: Reference
) -> None:
    """Minutes, promise, days, engineering, cap, tracks, people, last days."""
    shown, _ = pmpath(folder, TODAY, "report", period, "--json")
    data = json.loads(shown)["data"]
    first, last = PERIODS[period]
    counted = last if period == "week" else min(last, TODAY)
    assert data["this_period"] == reference.tally(first, counted, TODAY)
    tracks = {one["track"]: one["minutes"] for one in data["tracks"]}
    assert tracks == reference.by_track(first, last)
    assert {one["person"].split(" (")[0] for one in data["met"]} == reference.met(first, last)


def test_the_standing_is_that_of_a_slow_reading(folder: Path, reference: Reference) -> None:
    """Since the start: both totals and the days; the buffer; the last person and customer."""
    data = json.loads(pmpath(folder, TODAY, "report", "--json")[0])["data"]
    assert data["since_start"] == reference.tally(START, TODAY, TODAY)
    assert data["last_met"]["day"] == reference.last_met().isoformat()
    assert data["last_customer"] == reference.last_customer().isoformat()
    assert data["numbers"]["pace"]["buffer"] == reference.buffer(TODAY)


@pytest.mark.skipif(not STATUS.exists(), reason="no /proc to read the peak memory from")
@pytest.mark.parametrize("period", ["week", "quarter", "all"])
def test_a_report_over_ten_years_streams(period: str, folder: Path) -> None:
    """Its peak memory stays under 64 MiB, whatever the period."""
    _, peak = pmpath(folder, TODAY, "report", period)
    assert 0 < peak < MOST_MEBIBYTES * MEBIBYTE
