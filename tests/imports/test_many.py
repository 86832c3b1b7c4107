"""Ten years of ten entries a day come in without being held in memory at once."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.large.test_large_log import (
    COUNT,
    DAYS,
    MEBIBYTE,
    MOST_MEBIBYTES,
    START,
    STATUS,
    TODAY,
    pmpath,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("many") / "data"
    pmpath(made, START, "init", "--yes", "--target", "2036-12-29", "--hours", "7")
    return made


@pytest.mark.skipif(not STATUS.exists(), reason="no /proc to read the peak memory from")
def test_ten_years_come_in_in_a_stream(home: Path, tmp_path: Path) -> None:
    """Own JSON lines in under 64 MiB, every one once, also when all are known already."""
    path, out = tmp_path / "many.jsonl", tmp_path / "out.jsonl"
    pmpath(home, START, "log", "coffee with Lena Brandt (PM) about pricing, 20 min")
    pmpath(home, START, "export", "json", "--out", str(out))
    entry = json.loads(out.read_text(encoding="utf-8").splitlines()[-1])
    with path.open("w", encoding="utf-8") as file:
        for number in range(COUNT):
            day = (START + timedelta(number * DAYS // COUNT)).isoformat()
            one = {
                **entry,
                "id": f"{number:026d}",
                "day": day,
                "people": [f"P {number % 300} (PM)"],
            }
            one |= {
                "written": f"{day}T20:00:00.000+00:00",
                "text": f"coffee {number} about pricing",
            }
            file.write(json.dumps(one) + "\n")
    shown, peak = pmpath(home, TODAY, "import", str(path), "--json")
    assert json.loads(shown)["data"]["files"][0]["added"] == COUNT
    assert 0 < peak < MOST_MEBIBYTES * MEBIBYTE
    shown, peak = pmpath(home, TODAY, "import", str(path), "--json")
    assert json.loads(shown)["data"]["files"][0]["known"] == COUNT
    assert 0 < peak < MOST_MEBIBYTES * MEBIBYTE


@pytest.mark.skipif(not STATUS.exists(), reason="no /proc to read the peak memory from")
def test_ten_years_are_taken_back_in_a_stream(home: Path) -> None:
    """The undo of all of it in under 64 MiB too; every entry is undone, and named once."""
    shown, peak = pmpath(home, TODAY, "undo")
    assert f"and {COUNT - 1:,} more of the same import" in " ".join(shown.split())
    assert 0 < peak < MOST_MEBIBYTES * MEBIBYTE
    found = json.loads(pmpath(home, TODAY, "history", "-n", "0", "--json")[0])["data"]["entries"]
    assert len(found) == 1


@pytest.mark.skipif(not STATUS.exists(), reason="no /proc to read the peak memory from")
def test_thousands_of_entries_name_the_milestones_that_they_reach(tmp_path: Path) -> None:
    """Eight thousand lines of a todo.txt in under 64 MiB: five PMs were met, and it says so."""
    made, path = tmp_path / "data", tmp_path / "done.txt"
    pmpath(made, START, "init", "--yes", "--target", "2036-12-29", "--hours", "7")
    with path.open("w", encoding="utf-8") as file:
        for number in range(8_000):
            day = (START + timedelta(number // 4)).isoformat()
            file.write(f"x {day} coffee with {NAMES[number % 5]} (PM) about pricing {number}\n")
    shown, peak = pmpath(made, TODAY, "import", str(path))
    assert "Reached: Five PMs or salespeople met." in shown
    assert 0 < peak < MOST_MEBIBYTES * MEBIBYTE


NAMES = ("Ana", "Bea", "Carla", "Dora", "Eva")
