"""Tasks and minutes as Taskwarrior, hledger, topydo and todo.sh read them."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pmpath.formats.writers.table import FORMATS
from tests.exports.conftest import ODD_TEXTS, Journey, odd_records, run
from tests.programs import needs

ODD_IDS = [one["id"] for one in odd_records()]


def task(folder: Path, *words: str, zone: str = "UTC") -> str:
    (folder / "rc").write_text(f"data.location={folder}/tasks\nconfirmation=no\n")
    (folder / "tasks").mkdir(exist_ok=True)
    return run(needs("task"), *words, folder=folder, TASKRC=str(folder / "rc"), TZ=zone)


def tasks(text: str) -> list[dict[str, Any]]:
    """An exported list, without what changes from day to day."""
    found = json.loads(text)
    daily = ("id", "urgency", "modified")
    made = [{key: one[key] for key in one if key not in daily} for one in found]
    return sorted(made, key=lambda one: str(one["uuid"]))


def test_taskwarrior_keeps_every_task_as_written(journey: Journey) -> None:
    """What `task export` gives back is what was imported, value for value."""
    path = journey.file("tasks.json", "taskwarrior")
    task(journey.folder, "import", str(path))
    written = tasks(path.read_text(encoding="utf-8"))
    back = tasks(task(journey.folder, "export"))
    for one in (*written, *back):
        one["tags"] = sorted(one["tags"])
    assert back == [{key: value for key, value in one.items() if value} for one in written]
    entries = [one for one in back if one.get("annotations")]
    assert {one["status"] for one in entries} == {"completed"}
    assert len(entries) == len(ODD_TEXTS) + 7
    assert sum(one["status"] == "pending" for one in back) > 20


def test_a_second_import_changes_nothing(journey: Journey) -> None:
    """The UUIDs are those of the first time, and Taskwarrior skips each task."""
    path = journey.file("tasks.json", "taskwarrior")
    task(journey.folder, "import", str(path))
    before = task(journey.folder, "export")
    path = journey.file("again.json", "taskwarrior")
    told = task(journey.folder, "import", str(path))
    lines = [line for line in told.splitlines() if line[:5] in (" add ", " mod ")]
    assert lines == []
    assert tasks(task(journey.folder, "export")) == tasks(before)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland"])
def test_days_are_the_same_days_there(zone: str, journey: Journey) -> None:
    """Noon of a day is in that day for whoever exports at home, whatever the season."""
    here = ZoneInfo(zone)
    journey.terminal.today = ""
    now = datetime(2027, 3, 5, 9, 0, tzinfo=here).isoformat()
    text = journey.terminal.type("export", "taskwarrior", today=now)
    due = {one["description"]: one["due"] for one in json.loads(text) if "due" in one}
    ics = journey.terminal.type("export", "markdown", today=now)
    for title, moment in due.items():
        local = datetime.strptime(moment, "%Y%m%dT%H%M%S%z").astimezone(here)
        assert f"| {local.date()} |" in ics or title.startswith(("You owe", "Waiting"))


def test_tags_have_no_comma_and_no_blank(journey: Journey) -> None:
    """A tag of one's own becomes one that can be typed behind a plus."""
    journey.terminal.type("log", 'tried it +"a,b c" 10m', "--tag", "x, y-z", today="2027-03-03")
    found = json.loads(journey.export("taskwarrior"))
    tags = {tag for one in found for tag in one["tags"]}
    assert not [tag for tag in tags if not tag.replace("_", "").isalnum()]


def test_hledger_counts_the_minutes_of_the_log(journey: Journey) -> None:
    """By account to the hour: the sums of what was logged, on the days it was logged for."""
    path = journey.file("journey.timedot", "timedot")
    hledger = needs("hledger")
    shown = run(hledger, "-f", str(path), "balance", "-O", "csv", "--no-total",
                folder=journey.folder)  # fmt: skip
    found = {one["account"]: float(one["balance"]) for one in csv.DictReader(StringIO(shown))}
    entries = [one for one in map(json.loads, journey.export("json").splitlines())
               if one["kind"] == "action"]  # fmt: skip
    wanted: Counter[str] = Counter()
    for one in entries:
        account = "engineering" if "engineering" in one["tags"] else one["track"] or "other"
        wanted[f"pmpath:{account}"] += one["minutes"]
    # It counts exactly, and shows two decimals.
    assert found == {key: round(minutes / 60, 2) for key, minutes in wanted.items()}
    register = run(hledger, "-f", str(path), "register", "-O", "csv", folder=journey.folder)
    days = Counter(one["date"] for one in csv.DictReader(StringIO(register)))
    assert days == Counter(one["day"] for one in entries)


def test_no_word_moves_an_entry_to_another_day(journey: Journey) -> None:
    """Dates in brackets and the tag `date:` are words in a comment, and stay words."""
    words = "note on date:2027-01-01 and [2027-01-02=2027-01-03] 10m"
    journey.terminal.type("log", words, today="2027-03-03")
    line = journey.export("timedot").splitlines()[-1]
    assert line.endswith("; note on date: 2027-01-01 and (2027-01-02=2027-01-03)")
    assert "\n2027-03-03\n" in journey.export("timedot")


def topydo(folder: Path, path: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run("topydo", "-t", str(path), "ls", "-f", "json", *words, folder=folder)
    )
    return found


def test_topydo_reads_every_line(journey: Journey) -> None:
    """Both days, the words, the track and the id of each done entry; what is open has its day."""
    path = journey.file("todo.txt", "todotxt")
    lines = path.read_text(encoding="utf-8").splitlines()
    opened = topydo(journey.folder, path)
    assert [one["source"] for one in opened if one["completed"]] == []
    owed = next(one for one in opened if one["text"].startswith("You owe Tomas"))
    assert dict(owed["tags"])["due"] == "2027-03-05"
    assert all(dict(one["tags"])["due"] for one in opened)
    done = [line for line in lines if line.startswith("x ")]
    assert sum(" minutes:" in line for line in done) == len(ODD_TEXTS) + 7
    assert len(opened) + len(done) == len(lines)
    # It lists no done task: the same lines as open ones show what it makes of the words.
    path.write_text("".join(f"{line[2:]}\n" for line in done), encoding="utf-8")
    by_id = {dict(one["tags"])["pmpath"]: one for one in topydo(journey.folder, path, "-x")}
    for record in odd_records():
        tags = by_id[record["id"]]["tags"]
        assert dict(tags)["minutes"] == "20"
        assert not {key for key, _ in tags} & {"due", "rec", "t"}
        assert by_id[record["id"]]["projects"] == ["allies"]
        longest = max(record["text"].split(), key=len).strip(",@")[1:]
        assert longest.partition(":")[0] in by_id[record["id"]]["source"]


def test_todo_sh_archives_what_is_done(journey: Journey) -> None:
    """The done lines go to its archive, the open ones stay; a new one is not glued to the last."""
    path = journey.file("todo.txt", "todotxt")
    folder = journey.folder
    before = path.read_text(encoding="utf-8").splitlines()
    lines = [
        f'export {name}="{folder}/{file}"'
        for name, file in (
            ("TODO_FILE", "todo.txt"),
            ("DONE_FILE", "done.txt"),
            ("REPORT_FILE", "report.txt"),
        )
    ]
    (folder / "config").write_text("\n".join([f'export TODO_DIR="{folder}"', *lines]) + "\n")
    todo = (needs("todo-txt"), "-p", "-d", str(folder / "config"))
    run(*todo, "add", "a new one", folder=folder)
    run(*todo, "archive", folder=folder)
    done = [line for line in before if line.startswith("x ")]
    assert (folder / "done.txt").read_text(encoding="utf-8").splitlines() == done
    left = path.read_text(encoding="utf-8").splitlines()
    assert left == [*(line for line in before if line not in done), "a new one"]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_export_ends_its_last_line(name: str, journey: Journey) -> None:
    """Without it todo.sh, and whoever appends to the file, glues the next item to the last."""
    assert journey.export(name).endswith("\n")
