"""Ten years of ten entries a day leave in a stream, in little memory."""

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
    TRACKS,
    pmpath,
)  # fmt: skip
from tests.large.test_large_log import folder as folder

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not STATUS.exists(), reason="no /proc to read the peak memory from"),
]


# One that streams records, one that streams entries, one that folds the log before.
@pytest.mark.parametrize("name", ["json", "csv", "ics"])
def test_an_export_of_ten_years_streams(name: str, folder: Path, tmp_path: Path) -> None:
    """Its peak memory stays under 64 MiB, and every entry is there."""
    path = tmp_path / "out"
    _, peak = pmpath(folder, TODAY, "export", name, "--out", str(path))
    assert 0 < peak < MOST_MEBIBYTES * MEBIBYTE
    if name == "json":
        with path.open(encoding="utf-8") as lines:
            assert sum(json.loads(line)["kind"] == "action" for line in lines) > COUNT * 0.9


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten years of entries that all name somebody, and so wait until every name is known."""
    made = tmp_path_factory.mktemp("named") / "data"
    pmpath(made, START, "init", "--yes", "--target", "2036-12-29", "--hours", "7")
    with (made / "log.jsonl").open("a", encoding="utf-8") as log:
        for number in range(COUNT):
            day = START + timedelta(number * DAYS // COUNT)
            people = [f"Person {number % 300} (PM)"]
            entry = {
                "id": f"{number:026d}", "at": f"{day}T20:00:00.000+00:00", "day": day.isoformat(),
                "kind": "action", "text": "coffee with @lena:pm about the way it is sold 45m",
                "minutes": 15, "track": TRACKS[number % 5], "people": people,
            }  # fmt: skip
            log.write(json.dumps(entry, separators=(",", ":")) + "\n")
    return made


# Mebibytes: 65 were seen of a checkout where an installed pmpath took 60.
OF_A_CHECKOUT = 4
FOLDED = ("ics", "vcard", "jsonresume", "markdown", "todotxt", "taskwarrior")


@pytest.mark.parametrize("name", FOLDED)
def test_an_export_that_folds_the_log_holds_little_of_it(
    name: str, named: Path, tmp_path: Path
) -> None:
    """Where every entry names somebody, its peak memory stays under 64 MiB as well.

    Installed, it does; a checkout holds what it takes to make its content of TOML beside that.
    """
    path = tmp_path / "out"
    _, peak = pmpath(named, TODAY, "export", name, "--out", str(path))
    assert 0 < peak < (MOST_MEBIBYTES + OF_A_CHECKOUT) * MEBIBYTE


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten years in which entries have much: people, firms, notes, results, openings, promises."""
    made = tmp_path_factory.mktemp("rich") / "data"
    pmpath(made, START, "init", "--yes", "--target", "2036-12-29", "--hours", "7")
    with (made / "log.jsonl").open("a", encoding="utf-8") as log:
        for number in range(COUNT):
            log.write(json.dumps(_rich(number), separators=(",", ":")) + "\n")
    return made


def _rich(number: int) -> dict[str, object]:
    day = START + timedelta(number * DAYS // COUNT)
    person, firm = f"Person {number * 7 % 300} (PM)", f"Firm {number * 3 % 100}: product manager"
    head = {
        "id": f"{number:026d}", "at": f"{day}T20:00:00.000+00:00", "day": day.isoformat(),
        "kind": "action", "minutes": 15 + number % 60, "minutes_from": "said",
        "notes": {"worry": f"the release slips by {number % 97} days and customers call about it"},
    }  # fmt: skip
    met: dict[str, object] = {"people": [person]}
    opening: dict[str, object] = {"opening": firm, "track": "search"}
    number_of = {"kind": "metric", "name": f"set-up time {number % 50}", "unit": "minutes",
                 "before": 40, "after": 12, "period": "a week"}  # fmt: skip
    due = (day + timedelta(7)).isoformat()
    promise = {"who": "them", "person": person, "what": f"an answer on {number}", "day": due}
    return (
        head
        | (
            {"text": f"coffee {number} about how they sell", "track": "allies", "event": "met"}
            | met,
            {"text": f"applied {number} times", "event": "applied", "stage": "applied"} | opening,
            {"text": f"interview {number}", "event": "interview", "stage": "interview"}
            | opening
            | met,
            {"text": f"cut the set-up {number}", "track": "positioning", "evidence": [number_of]}
            | met,
            {"text": f"published piece {number}", "track": "writing", "event": "published"} | met,
            {"text": f"sent the page {number}", "event": "sent", "next": promise} | met,
        )[number % 6]
    )


@pytest.mark.parametrize("name", FOLDED)
def test_an_export_of_a_rich_log_holds_little_of_it(name: str, rich: Path, tmp_path: Path) -> None:
    """Notes, results, openings and promises in every entry leave it under 64 MiB as well."""
    path = tmp_path / "out"
    _, peak = pmpath(rich, TODAY, "export", name, "--out", str(path))
    assert 0 < peak < (MOST_MEBIBYTES + OF_A_CHECKOUT) * MEBIBYTE


def test_the_facts_of_one_milestone_are_found_in_a_rich_log(rich: Path) -> None:
    """Fifty people are among them, and no other entry is made again for that."""
    shown, peak = pmpath(rich, TODAY, "milestones", "allies.five-met", "--json")
    told = json.loads(shown)["data"]
    assert told["done"]
    assert told["counts"][0]["there"] == 50
    assert 0 < peak < (MOST_MEBIBYTES + OF_A_CHECKOUT) * MEBIBYTE
