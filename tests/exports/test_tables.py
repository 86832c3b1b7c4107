"""JSON lines and CSV: everything is there, the same on every line, and nothing computes."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from pmpath.formats.cells import guarded, joined, parted, unguarded
from tests.exports.conftest import ODD_NAMES, ODD_TEXTS, Journey, odd_records, run

NEED_QUOTES_IN_SQL = {"at", "to", "from", "end", "order", "group", "desc", "select", "when"}


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_every_line_has_the_same_keys_of_the_same_types(journey: Journey) -> None:
    """A reader that looks at the first line alone knows all columns; none is null or a fraction."""
    found = lines(journey.export("json"))
    shape = {key: type(value) for key, value in found[0].items()}
    assert all({key: type(value) for key, value in one.items()} == shape for one in found)
    assert set(shape.values()) == {str, int, list, bool}
    assert not set(shape) & NEED_QUOTES_IN_SQL


def test_json_lines_lose_nothing(journey: Journey) -> None:
    """Every record of the log is there once, each value of an entry as it was written."""
    written = [json.loads(line) for line in journey.terminal.log.splitlines()]
    wanted = [one for one in written if one["kind"] != "log"]
    found = lines(journey.export("json"))
    assert [one["id"] for one in found] == [one["id"] for one in wanted]
    by_id = {str(one["id"]): one for one in found}
    for one in odd_records():
        there = by_id[one["id"]]
        assert all(there[key] == one[key] for key in ("text", "minutes", "people", "day", "event"))
        assert there["notes"] == [{"key": "worry", "text": one["notes"]["worry"]}]
    plan = next(one for one in wanted if one["kind"] == "plan")
    own = json.loads(str(by_id[plan["id"]]["record"]))
    assert own == {key: plan[key] for key in own}
    assert own["target"] == "2028-01-10"


def test_a_correction_is_in_the_export_and_what_was_undone_is_not(journey: Journey) -> None:
    """Records stand as they count now."""
    journey.terminal.type("log", "tea with Ben Okafor (sales), 20 min", today="2027-03-03")
    journey.terminal.type("amend", "25 min", today="2027-03-03")
    assert lines(journey.export("json"))[-1]["minutes"] == 25
    journey.terminal.type("undo", today="2027-03-03")
    journey.terminal.type("undo", today="2027-03-03")
    assert "Okafor" not in journey.export("json")


def test_csv_gives_every_text_back(journey: Journey) -> None:
    """Line breaks, quotes, separators, signs of formulas: the cell less its guard is the text."""
    found = rows(journey.export("csv"))
    by_id = {one["id"]: one for one in found}
    for one in odd_records():
        row = by_id[one["id"]]
        assert unguarded(row["text"]) == one["text"]
        assert parted(unguarded(row["people"])) == one["people"]
        assert row["minutes"] == "20"


def test_csv_has_no_formula(journey: Journey) -> None:
    """No cell begins with a sign by which a spreadsheet computes, unless it is a number."""
    cells = [cell for row in rows(journey.export("csv")) for cell in row.values()]
    active = [cell for cell in cells if cell[:1] in "=+-@\t" and cell]
    assert [cell for cell in active if not cell.lstrip("-").isdigit()] == []
    assert any(cell.startswith("'=1+1") for cell in cells)


@pytest.mark.parametrize("text", [*ODD_TEXTS, "'", "''=x", "-5", "-5.5", "+1", "=", "@x", "", "x"])
def test_a_guard_comes_off_again(text: str) -> None:
    """Whatever a text begins with, what the guard was put on is what it is taken off of."""
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    "several", [[], ["Lena (PM)"], ["Lena (PM)", "Ben"], list(ODD_NAMES), ["a;b"], ["a; b", "c"]]
)
def test_several_values_in_a_cell_come_apart_again(several: list[str]) -> None:
    """Names with a semicolon stay one name."""
    assert parted(joined(several)) == several


def test_sqlite_utils_reads_both(journey: Journey) -> None:
    """As many rows as records, whole texts, and minutes that add up."""
    path = journey.file("journey.jsonl", "json")
    table = journey.file("journey.csv", "csv")
    base = str(journey.folder / "base.db")
    run("sqlite-utils", "insert", base, "records", str(path), "--nl", "--pk", "id",
        folder=journey.folder)  # fmt: skip
    run("sqlite-utils", "insert", base, "entries", str(table), "--csv", "--pk", "id",
        folder=journey.folder)  # fmt: skip
    minutes = sum(one["minutes"] for one in lines(path.read_text()))  # type: ignore[misc]
    for name in ("records", "entries"):
        query = f"select sum(minutes) as minutes, count(*) as count from {name} where minutes > 0"
        (found,) = json.loads(run("sqlite-utils", base, query, folder=journey.folder))
        assert found == {"minutes": minutes, "count": len(ODD_TEXTS) + 7}
    query = "select text from records where id = '01M8ODD0000000000000000000'"
    assert json.loads(run("sqlite-utils", base, query, folder=journey.folder)) == [
        {"text": ODD_TEXTS[0]}
    ]
