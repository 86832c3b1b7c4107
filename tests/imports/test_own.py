"""What pmpath exported comes in as it was, elsewhere or where it came from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import SETUP, Terminal
from tests.commands.conftest import empty as empty
from tests.exports.conftest import Journey, odd_records
from tests.exports.conftest import journey as journey
from tests.exports.conftest import lived as lived
from tests.imports.conftest import TODAY, Importer
from tests.imports.conftest import berlin as berlin
from tests.imports.conftest import importer as importer

REPORTS = (("report", "all"), ("report", "2027-02"), ("today",), ("milestones",), ("history",))


def facts(terminal: Terminal) -> list[object]:
    found = []
    for words in REPORTS:
        told = json.loads(terminal.type(*words, "--json", today=TODAY))
        found.append(told)
    return found


def test_everything_exported_and_imported_elsewhere_gives_the_same_reports(
    journey: Journey, tmp_path: Path
) -> None:
    """A roadmap copied and the JSON lines imported are the same journey, entry by entry."""
    path = journey.file("all.jsonl", "json")
    there = Terminal(tmp_path / "there", journey.terminal.captured)
    there.home.mkdir()
    shutil.copy(journey.terminal.home / "roadmap.toml", there.home)
    there.type("import", str(path), today=TODAY)
    assert facts(there) == facts(journey.terminal)
    texts = [json.loads(line).get("text") for line in there.log.splitlines()]
    assert all(one["text"] in texts for one in odd_records())


@pytest.mark.parametrize("form", ["json", "csv", "todotxt", "taskwarrior"])
def test_an_own_export_adds_nothing_where_it_came_from(journey: Journey, form: str) -> None:
    """Every record is known by its id, or by what other tools have of it."""
    path = journey.file(f"all.{form}", form)
    before = journey.terminal.log
    told = json.loads(journey.terminal.type("import", str(path), "--json", today=TODAY))["data"]
    assert told["files"][0]["added"] == 0, journey.terminal.log[len(before) :]
    assert told["files"][0]["known"] > 10
    assert journey.terminal.log == before


def test_an_own_table_gives_back_what_it_holds(lived: Path, importer: Importer) -> None:
    """Days, minutes, words and people of each row, however odd."""
    path = importer.folder / "all.csv"
    Terminal(lived, importer.terminal.captured).type("export", "csv", "--out", str(path))
    importer.take(path)
    by_text = {one["text"]: one for one in importer.entries}
    for one in odd_records():
        there = by_text[one["text"].replace("\r", "\n")]
        assert (there["day"], there["minutes"]) == (one["day"], one["minutes"])
        assert one["people"][0] in there["people"]


def test_our_minutes_in_a_timedot_stay_out(journey: Journey) -> None:
    """They have no id there; our accounts tell whose they are."""
    path = journey.file("all.timedot", "timedot")
    told = json.loads(journey.terminal.type("import", str(path), "--json", today=TODAY))["data"]
    assert told["files"][0]["added"] == 0
    assert {one["reason"] for one in told["files"][0]["left_out"]} == {"pmpath wrote it"}


def test_a_commitment_that_was_kept_in_another_list_is_kept(journey: Journey) -> None:
    """Ticked off in a todo.txt, it comes in as done and settles what was owed."""
    path = journey.file("todo.txt", "todotxt")
    lines = path.read_text(encoding="utf-8").splitlines()
    (owed,) = (line for line in lines if line.endswith(".next") and "deck" in line)
    path.write_text(f"x 2027-03-04 {owed}\n", encoding="utf-8")
    journey.terminal.type("import", str(path), today=TODAY)
    entry = json.loads(journey.terminal.log.splitlines()[-1])
    assert entry["settles"] == owed.rpartition("pmpath:")[2].removesuffix(".next")
    assert "deck" in entry["text"]
    assert "deck" not in "".join(
        line for line in journey.file("again.txt", "todotxt").read_text().splitlines(keepends=True)
        if ".next" in line
    )  # fmt: skip


def test_what_came_from_elsewhere_stays_known_elsewhere(importer: Importer, tmp_path: Path) -> None:
    """An export carries where its entries came from, so that their file adds nothing there."""
    frames = Path(__file__).parent / "samples" / "frames"
    importer.take(frames)
    path = importer.folder / "all.jsonl"
    importer.terminal.type("export", "json", "--out", str(path))
    shutil.copytree(importer.terminal.home, tmp_path / "there")
    (tmp_path / "there" / "log.jsonl").unlink()
    importer.terminal.home = tmp_path / "there"
    importer.take(path)
    assert importer.told(frames)["files"][0]["known"] == 3


def test_a_line_that_is_no_record_costs_itself(importer: Importer) -> None:
    """A minute too many, a key that lacks: the others come in."""
    importer.take(importer.file("t.txt", "[2027-03-01 09:00] coffee with Lena, 20 min\n"))
    path = importer.folder / "all.jsonl"
    importer.terminal.type("export", "json", "--out", str(path))
    plan, entry = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    bad = [{**entry, "id": "b1", "minutes": 9999}, {**entry, "id": "b2", "people": 5}]
    good = {**entry, "id": "b3"}
    lines = [plan, *bad, {"id": "b4", "kind": "action"}, good]
    importer.take(importer.file("new.jsonl", "".join(json.dumps(one) + "\n" for one in lines)))
    assert [one["id"] for one in importer.entries] == [entry["id"], "b3"]


def test_all_of_it_is_undone_by_its_handle(journey: Journey, tmp_path: Path) -> None:
    """The handle that the import names takes every entry back; plans stay."""
    path = journey.file("all.jsonl", "json")
    there = Terminal(tmp_path / "there", journey.terminal.captured)
    there.home.mkdir()
    shutil.copy(journey.terminal.home / "roadmap.toml", there.home)
    said = there.type("import", str(path), today=TODAY)
    there.type("undo", said.split()[-1])
    assert json.loads(there.type("report", "all", "--json"))["data"]["met"] == []


@pytest.mark.parametrize("is_last", [True, False])
def test_one_undo_takes_an_own_import_back(is_last: bool, empty: Terminal, tmp_path: Path) -> None:
    """`rest fri`, a snooze, a decline, a moved milestone and a closed plan go with the entries."""
    empty.type(*SETUP)
    for line in (
        "log coffee with Lena (PM) 30m", "rest fri", "snooze lena until 1 mar", "today --other",
        "milestones done allies.five-met", "people lena --private", "answer junior yes",
        "log coffee with Ana (sales) 30m", "roadmap move 2028-02-07 --because x",
        "roadmap close --because paused",
    ):  # fmt: skip
        empty.type(*line.split())
    export = tmp_path / "all.jsonl"
    empty.type("export", "json", "--with-private", "--out", str(export))
    there = Terminal(tmp_path / "there", empty.captured)
    there.type(*SETUP, today=TODAY)
    there.type("log", "mine", today=TODAY)
    roadmap, before = (there.home / "roadmap.toml").read_text(), _counting(there)
    said = there.type("import", str(export), today=TODAY).split()[-1]
    assert len(_counting(there)) > 8
    if not is_last:
        there.type("log", "later", today=TODAY)
        there.type("undo", today=TODAY)
    shown = there.type("undo", *([] if is_last else [said]), today=TODAY)
    assert "more of the same import" in " ".join(shown.split())
    assert _counting(there) == before
    assert (there.home / "roadmap.toml").read_text() == roadmap
    there.type("undo", "--back", today=TODAY)
    assert "Lena" in there.type("people", today=TODAY)


def _counting(terminal: Terminal) -> list[str]:
    """The lines of all records that count but for plans, on which everything builds."""
    found = terminal.type("export", "json", "--with-private", today=TODAY).splitlines()
    return [one for one in found if json.loads(one)["kind"] != "plan"]


def test_who_is_private_stays_so_elsewhere(journey: Journey, tmp_path: Path) -> None:
    """The whole of it takes the mark along; without `--with-private` neither mark nor name goes."""
    journey.terminal.type("people", "lena_brandt", "--private", today=TODAY)
    path = journey.file("all.jsonl", "json", "--with-private")
    there = Terminal(tmp_path / "there", journey.terminal.captured)
    there.home.mkdir()
    shutil.copy(journey.terminal.home / "roadmap.toml", there.home)
    there.type("import", str(path), today=TODAY)
    assert "Private" in there.type("people", "lena_brandt", today=TODAY)
    assert "Lena" not in there.type("export", "csv", today=TODAY)
    assert "Lena" not in journey.file("less.jsonl", "json").read_text(encoding="utf-8")


@pytest.mark.parametrize("most", [1, 10_000])
def test_an_undo_says_how_many_it_takes_back(
    most: int, journey: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where so many go that milestones are not looked at, the command that shows them is named."""
    monkeypatch.setattr("pmpath.cli.corrections.undo.MOST_TOLD", most)
    path = journey.file("all.jsonl", "json")
    there = Terminal(tmp_path / "there", journey.terminal.captured)
    there.home.mkdir()
    shutil.copy(journey.terminal.home / "roadmap.toml", there.home)
    there.type("import", str(path), today=TODAY)
    count = there.type("export", "json", today=TODAY).count('"kind": "action"')
    shown = " ".join(there.type("undo", today=TODAY).split())
    assert f", and {count - 1} more of the same import." in shown
    assert ("pmpath milestones" in shown) is (most == 1)
    again = " ".join(there.type("undo", "--back", today=TODAY).split())
    assert f", and {count - 1} more of the same import." in again
    assert there.type("export", "json", today=TODAY).count('"kind": "action"') == count
