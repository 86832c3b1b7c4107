"""What a command wrote, as data: `--json` on each that writes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer

from pmpath.cli.app import app_of
from pmpath.cli.commands import ORDER
from pmpath.formats.writers.table import FORMATS
from tests.commands.conftest import SETUP, Terminal
from tests.commands.test_as_data import told

# It opens a person's editor and asks; `roadmap` and `roadmap check` have the facts.
WITHOUT = {"roadmap edit"}
WRITING = [
    ("done", ["action"]), ("amend 50m", ["amend"]), ("rest tomorrow", ["rest"]),
    ("rest --cancel tomorrow", ["retract"]), ("snooze lena until 1 mar", ["snooze"]),
    ("accept NO_SPONSOR --because exam --until 1.3.2027", ["accept"]),
    ("milestones done search.inside-step", ["milestone"]),
    ("milestones reopen search.inside-step", ["milestone"]),
    ("milestones drop positioning.value-talk --because given", ["move"]),
    ("milestones restore positioning.value-talk", ["move"]),
    ("milestones add Meet-up talk --track positioning --due 2027-06-01", ["change"]),
    ("roadmap move 2028-03-06 --because a release took the autumn", ["plan"]),
    ("replan --hours 3", ["plan"]), ("roadmap close --because paused", ["close"]),
    ("undo", ["retract"]), ("undo --back", ["retract"]),
    ("people merge lena helena --yes", ["same"]), ("people split lena helena --yes", ["same"]),
    ("statement value finds where newcomers stop", ["statement"]),
    ("statement drop value", ["statement"]),
]  # fmt: skip


def commands(found: Any, name: str = "") -> dict[str, set[str]]:
    """Each command, with the spellings of its options."""
    named = {name: {one for param in found.params for one in param.opts}} if name else {}
    for key, one in getattr(found, "commands", {}).items():
        named |= commands(one, f"{name} {key}".strip())
    return named


def test_every_command_has_its_facts_as_data() -> None:
    """A new command comes with --json, or is named as one without facts of its own."""
    found = commands(typer.main.get_command(app_of(*ORDER)))
    assert {name for name, options in found.items() if "--json" not in options} == WITHOUT


def test_each_tells_the_records_that_it_wrote(terminal: Terminal) -> None:
    """In one envelope: the very lines that came into the log, and nothing else is printed."""
    for name in ("lena:pm", "helena:pm"):
        terminal.type("log", f"coffee with @{name} 30m")
    for typed, kinds in WRITING:
        before = terminal.log.splitlines()
        found = told(terminal, *typed.split())
        assert found["kind"] == "written"
        assert found["data"]["records"] == [
            json.loads(one) for one in terminal.log.splitlines()[len(before) :]
        ], typed
        assert [one["kind"] for one in found["data"]["records"]] == kinds, typed
        assert terminal.err == ""


def test_an_export_tells_its_file(terminal: Terminal, tmp_path: Path) -> None:
    """Where it went and what came of it; without a format all formats are told."""
    path = tmp_path / "journey.csv"
    assert told(terminal, "export", "csv", "--out", str(path)) == {
        "pmpath": 2, "kind": "export", "data": {
            "format": "csv", "path": str(path), "outcome": "written", "unread_lines": 0}
    }  # fmt: skip
    resume = tmp_path / "resume.json"
    resume.write_text("{}\n", encoding="utf-8")
    merged = told(terminal, "export", "jsonresume", "--into", str(resume))["data"]
    assert (merged["path"], merged["outcome"]) == (str(resume), "unchanged")
    listed = told(terminal, "export")["data"]["formats"]
    assert {one["format"] for one in listed} == set(FORMATS)
    terminal.type("export", "csv", "--json", code=2)
    assert "pmpath export csv --out FILE --json" in terminal.err


def test_demo_tells_both_of_its_screens(empty: Terminal) -> None:
    """The step of its last day and the report of its last week."""
    found = told(empty, "demo")
    assert found["kind"] == "demo"
    assert found["data"]["today"]["today"] == "2027-04-05"
    assert found["data"]["report"]["period"]["kind"] == "week"
    empty.type("demo", "--open", "--json", code=2)


def test_doctor_tells_what_it_changed(terminal: Terminal, tmp_path: Path) -> None:
    """Repair, merge, restore and another reading, each as one envelope; nothing is asked."""
    terminal.type("log", "coffee with Lena from sales 30m")
    log = terminal.home / "log.jsonl"
    copy = tmp_path / "copy.jsonl"
    copy.write_text(terminal.log, encoding="utf-8")
    log.write_text(terminal.log + "damaged\n", encoding="utf-8")
    terminal.type("doctor", "--repair", "--json", code=2)
    assert "--yes" in terminal.err
    repaired = told(terminal, "doctor", "--repair", "--yes")
    assert (repaired["kind"], repaired["data"]["damaged_lines"]) == ("repair", 1)
    assert (terminal.home / "backups" / repaired["data"]["backup"]).exists()
    terminal.type("doctor", "--restore", "1", "--json", code=2)
    restored = told(terminal, "doctor", "--restore", "1", "--yes")
    assert (restored["kind"], restored["data"]["name"]) == ("restore", repaired["data"]["backup"])
    assert restored["data"]["is_restored"]
    log.write_text(terminal.log.splitlines()[0] + "\n", encoding="utf-8")
    merged = told(terminal, "doctor", "--merge", str(copy))
    assert (merged["kind"], merged["data"]["added"]) == ("merge", 2)
    assert told(terminal, "doctor", "--reread", "--dry-run") == {
        "pmpath": 2, "kind": "reread", "data": {"entries": []}}  # fmt: skip
    assert told(terminal, "doctor", "--reread", "--yes")["kind"] == "written"


def test_init_tells_its_plan(empty: Terminal) -> None:
    """The first record; the roadmap is there."""
    found = told(empty, *SETUP)["data"]
    assert [one["kind"] for one in found["records"]] == ["plan"]
    assert found["is_roadmap_changed"]


def test_what_follows_is_told(terminal: Terminal) -> None:
    """The action that a step fulfils, the milestone that is reached, and one that is open again."""
    done = told(terminal, "done")["data"]
    assert done["fulfils"] == [done["records"][0]["action"]]
    marked = told(terminal, "milestones", "done", "search.inside-step")["data"]
    assert (marked["reached"], marked["open_again"]) == (["search.inside-step"], [])
    undone = told(terminal, "undo")["data"]
    assert (undone["reached"], undone["open_again"]) == ([], ["search.inside-step"])
    assert not undone["is_roadmap_changed"]
    moved = told(terminal, "roadmap", "move", "2028-03-06", "--because", "x")["data"]
    assert moved["is_roadmap_changed"]
    text = (terminal.home / "roadmap.toml").read_text()
    assert tomllib.loads(text)["target"]["date"].isoformat() == "2028-03-06"


def test_nothing_written_is_an_empty_list(terminal: Terminal) -> None:
    """`done` after an entry that fulfilled the step."""
    step = json.loads(terminal.type("today", "--json"))["data"]["step"]
    terminal.type("log", "--did", step["action"], "did it on the tram")
    assert told(terminal, "done")["data"]["records"] == []


@pytest.mark.parametrize("typed", ["rest 3 dayss", "undo zzzz", "milestones done nothing"])
def test_a_refusal_prints_no_data(typed: str, terminal: Terminal) -> None:
    """A sentence on stderr, an exit code, and an empty stdout."""
    for code in (2, 3):
        try:
            assert terminal.type(*typed.split(), "--json", code=code) == ""
            break
        except AssertionError:
            continue
    assert terminal.err.startswith("pmpath: ")
    assert terminal.out == ""


def test_what_would_be_asked_is_refused_with_the_option_that_answers(terminal: Terminal) -> None:
    """Nobody is asked in the middle of data."""
    for name in ("lena:pm", "helena:pm"):
        terminal.type("log", f"coffee with @{name} 30m")
    before = terminal.log
    assert terminal.type("people", "merge", "lena", "helena", "--json", code=2) == ""
    assert "--yes" in terminal.err
    assert terminal.log == before
