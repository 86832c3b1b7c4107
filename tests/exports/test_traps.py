"""What other programs do with a file that looks right, each seen with the program itself."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from tests.exports.conftest import Journey, run
from tests.exports.test_tasks import task, tasks
from tests.programs import needs, needs_peer

# DuckDB looks at so many files of a folder to tell the types of all.
LOOKED_AT = 32
QUERY = """
import duckdb, json, sys
found = duckdb.sql(sys.argv[1])
print(json.dumps({"columns": found.columns, "types": [str(one) for one in found.types],
                  "rows": found.fetchall()}, default=str))
"""


def duckdb(journey: Journey, query: str) -> dict[str, Any]:
    """What DuckDB answers: its columns, their types, the rows."""
    python = needs_peer("duckdb", "sqlite-utils")
    found: dict[str, Any] = json.loads(run(python, "-c", QUERY, query, folder=journey.folder))
    return found


@pytest.mark.parametrize(
    ("form", "name", "reader"),
    [("json", "journey.jsonl", "read_json"), ("csv", "journey.csv", "read_csv")],
)
def test_duckdb_reads_every_row_and_needs_no_quotes(
    journey: Journey, form: str, name: str, reader: str
) -> None:
    """Each column can be named as it is; days are days, minutes whole numbers, texts whole."""
    path = journey.file(name, form)
    source = f"{reader}('{path}')"
    kinds = duckdb(journey, f"select * from {source} limit 1")
    columns = dict(zip(kinds["columns"], kinds["types"], strict=True))
    assert (columns["day"], columns["minutes"]) == ("DATE", "BIGINT")
    duckdb(journey, f"select {', '.join(columns)} from {source}")
    (found,) = duckdb(journey, f"select count(*), sum(minutes), max(day) from {source}")["rows"]
    lines = journey.file("all.jsonl", "json").read_text(encoding="utf-8").splitlines()
    every = [json.loads(line) for line in lines]
    if form == "csv":
        every = [one for one in every if one["kind"] == "action"]
    minutes = sum(one["minutes"] for one in every)
    assert [int(one) for one in found[:2]] == [len(every), minutes]
    assert found[2] == max(one["day"] for one in every)
    texts = duckdb(journey, f"select text from {source} where id = '01M8ODD0000000000000000000'")
    assert texts["rows"][0][0].startswith('met Müller, Jörg; "J" about a\nsecond line')


def test_duckdb_keeps_every_key_of_a_folder_of_exports(journey: Journey) -> None:
    """It tells keys and types by the first files alone, and no key or number of ours is lost.

    A list that is empty in all of these needs `maximum_sample_files`, as docs/formats.md says.
    """
    lines = journey.export("json").splitlines()
    # What few records have stands in the last file, behind those that it looks at.
    rich = json.loads(lines[-1]) | {"opening": "Nordfrakt", "tags": ["late"], "minutes": 95}
    folder = journey.folder / "many"
    folder.mkdir()
    for number in range(LOOKED_AT + 3):
        (folder / f"{number:03d}.jsonl").write_text(lines[0] + "\n", encoding="utf-8")
    (folder / "999.jsonl").write_text(json.dumps(rich) + "\n", encoding="utf-8")
    query = "select opening, minutes, tags from read_json('{}/*.jsonl'{}) where minutes = 95"
    assert duckdb(journey, query.format(folder, ""))["rows"][0][:2] == ["Nordfrakt", 95]
    whole = query.format(folder, ", maximum_sample_files = 100")
    assert duckdb(journey, whole)["rows"] == [["Nordfrakt", 95, ["late"]]]


def test_taskwarrior_replaces_the_whole_task(journey: Journey) -> None:
    """What was changed there is gone with the next import, as docs/formats.md warns."""
    path = journey.file("tasks.json", "taskwarrior")
    task(journey.folder, "import", str(path))
    (open_one,) = [one for one in tasks(task(journey.folder, "export"))
                   if one["description"].startswith("You owe Tomas")]  # fmt: skip
    task(journey.folder, "rc.bulk=0", str(open_one["uuid"]), "modify", "priority:H")
    task(journey.folder, "import", str(path))
    (after,) = [one for one in tasks(task(journey.folder, "export"))
                if one["uuid"] == open_one["uuid"]]  # fmt: skip
    assert "priority" not in after


def test_every_instant_for_taskwarrior_has_its_t_and_no_open_task_an_end(journey: Journey) -> None:
    """A blank in place of the T drops the time silently, and `end` of a pending task as well."""
    found = json.loads(journey.export("taskwarrior"))
    times = [one[key] for one in found for key in ("entry", "end", "due") if key in one]
    assert all(re.fullmatch(r"\d{8}T\d{6}Z", one) for one in times)
    assert [one for one in found if one["status"] == "pending" and "end" in one] == []


def test_the_calendar_repeats_in_a_form_that_every_reader_has(journey: Journey) -> None:
    """No COUNT beside days off, no INTERVAL with several days, and no to-do."""
    text = journey.export("ics").replace("\r\n ", "")
    (rule,) = re.findall("RRULE:.*", text)
    assert not re.search("COUNT|INTERVAL", rule)
    assert "VTODO" not in text


def test_calcurse_doubles_a_calendar_at_each_import(journey: Journey) -> None:
    """It does not look at UIDs, as docs/formats.md warns."""
    path = journey.file("journey.ics", "ics")
    for _ in range(2):
        run(needs("calcurse"), "-q", "-D", "cc", "-i", str(path), folder=journey.folder)
    kept = (journey.folder / "cc" / "apts").read_text(encoding="utf-8").splitlines()
    assert all(kept.count(one) % 2 == 0 for one in kept)


def test_a_resume_has_days_that_there_are(journey: Journey) -> None:
    """Validators accept 2027-19 and 2027-02-31; every day of ours is in the calendar."""
    text = journey.export("jsonresume")
    days = re.findall(r'"(?:start|end|release)Date": "([^"]*)"', text)
    assert days
    assert [date.fromisoformat(one).isoformat() for one in days] == days


def test_work_names_its_firm_under_both_keys(journey: Journey) -> None:
    """Some themes print an employer by `company` alone, others by `name`."""
    path = journey.terminal.home / "roadmap.toml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^side = .*$|^company = .*$", "", text)
    text = text.replace("[target]", '[target]\nside = "inside"\ncompany = "Nordfrakt"', 1)
    text = re.sub(r"(?ms)^\[springboard\].*?(?=^\[)", "", text)
    text += '\n[springboard]\nrole = "solutions engineer"\nstate = "in"\nsince = 2026-10-01\n'
    path.write_text(text, encoding="utf-8")
    (work,) = json.loads(journey.export("jsonresume"))["work"]
    assert (work["name"], work["company"]) == ("Nordfrakt", "Nordfrakt")


def test_abook_and_others_know_a_person_by_our_uid(journey: Journey) -> None:
    """No UID is counted: a place in a list is somebody else after the next export."""
    uids = re.findall("UID:(.*)", journey.export("vcard"))
    assert len(set(uids)) == len(uids)
    assert [one for one in uids if one.strip().isdigit() or "localhost" in one] == []
    journey.terminal.type("log", "coffee with Aaron Abel (sales) 10m", today="2027-03-03")
    assert set(uids) <= set(re.findall("UID:(.*)", journey.export("vcard")))
