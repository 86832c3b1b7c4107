"""Whoever the roadmap names is known to `log`, and counts for what the roadmap says they do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.known_names import names_in_log
from pmpath.storage.roadmap.peek import people_named
from tests.commands.conftest import Terminal

ENTRY = (
    '{"id":"A","kind":"action","at":"2027-01-11T20:00:00.000+00:00","day":"2027-01-11","text":"tea",'
    '"minutes":5,"people":["%s"]}\n'
)


@pytest.fixture
def terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """After an `init` that named two contacts."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "data").mkdir()
    made = Terminal(tmp_path / "data", capsys)
    made.type(
        "init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4",
        "--contact", "Anna (PM)", "--contact", "Ben (sales)",
    )  # fmt: skip
    return made


@pytest.mark.parametrize(
    ("line", "person", "track"),
    [
        ("coffee with anna, 30 min", "Anna", "allies"),
        ("lunch with Ben", "Ben", "allies"),
        ("ben showed me how a deal runs, 40m", "Ben", "allies"),
        ("half an hour with Anna on how she became one", "Anna", "allies"),
    ],
)
def test_the_first_meeting_with_a_contact_of_init_counts(
    terminal: Terminal, line: str, person: str, track: str
) -> None:
    """No function has to be typed: the person, the track and the milestone know it."""
    entry = json.loads(terminal.type("log", "--json", *line.split()))["data"]["entry"]
    assert (entry["people"], entry["track"]) == ([person], track)
    said = terminal.type("milestones", "allies.five-met")
    assert person in said


def test_the_function_that_the_log_has_wins(terminal: Terminal) -> None:
    """Ben has moved to marketing since."""
    terminal.type("log", "coffee", "with", "Ben", "(marketing)")
    terminal.type("log", "lunch", "with", "Ben")
    people = json.loads(terminal.type("people", "--json"))["data"]["people"]
    assert [one["person"] for one in people if one["key"] == "ben"] == ["Ben (marketing)"]


def roadmap(folder: Path, text: str) -> Folder:
    (folder / "roadmap.toml").write_text(text, encoding="utf-8")
    return Folder(str(folder))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[answers]\ncontacts = ["Anna (PM)", "Ben (sales)"]\n', ["Anna (PM)", "Ben (sales)"]),
        ('[answers]  # mine\ncontacts = [\n  "Anna (PM)",\n  "Ben",\n]\n', ["Anna (PM)", "Ben"]),
        ("[answers]\ncontacts = ['Anna (PM)']  # one\n", ["Anna (PM)"]),
        ('[answers]\nleaders = ["Ida (CMO) since 2026-10-01"]\n', ["Ida (CMO)"]),
        ('[answers]\ncontacts = ["Zo\\u00eb (PM)"]\n', ["Zo\u00eb (PM)"]),
        ('[people]\n"Lena (PM)" = "leader"\n# "Tom" = "ally"\n', ["Lena (PM)"]),
        ('[target]\ncontacts = ["Nobody"]\n', []),
        ('[answers]\ncontacts = "none"\n', []),
        ('[answers]\ncontacts = ["Anna (PM)\n', []),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_found_without_a_parser(tmp_path: Path, text: str, named: list[str]) -> None:
    """In every way that TOML writes them; what is broken names nobody and is told elsewhere."""
    assert people_named(roadmap(tmp_path, text)) == named


def test_what_the_log_says_of_somebody_goes_before_the_roadmap(tmp_path: Path) -> None:
    """Without a function there the roadmap's stays, and a first name is whoever has it."""
    folder = roadmap(tmp_path, '[answers]\ncontacts = ["Anna Berg (PM)", "Ben (sales)"]\n')
    log = Path(folder.log)
    log.write_text('{"kind":"log","schema":1}\n' + ENTRY % "Ben", encoding="utf-8")
    known = names_in_log(folder, people_named(folder)).people
    assert (known["ben"], known["anna"]) == ("Ben (sales)", "Anna Berg (PM)")
    log.write_text('{"kind":"log","schema":1}\n' + ENTRY % "Ben (marketing)", encoding="utf-8")
    assert names_in_log(folder, people_named(folder)).people["ben"] == "Ben (marketing)"


def test_without_a_log_the_roadmap_names_them(tmp_path: Path) -> None:
    """The first line of all knows the contacts."""
    folder = roadmap(tmp_path, '[answers]\ncontacts = ["Anna (PM)"]\n')
    assert names_in_log(folder, people_named(folder)).people == {"anna": "Anna (PM)"}


def test_a_line_without_minutes_says_how_to_give_it_some(terminal: Terminal) -> None:
    """The command hits that entry, whatever was logged since."""
    said = terminal.type("log", "didn't", "reach", "Ben,", "left", "him", "a", "voicemail")
    assert "no minutes, as nothing was done" in " ".join(said.split())
    command = said.partition("If it took time:")[2].split()[1:]
    terminal.type("log", "coffee with Anna, 30m")
    terminal.type(*command)
    entries = [json.loads(one) for one in terminal.log.splitlines()]
    voicemail = next(one for one in entries if "voicemail" in one.get("text", ""))
    assert voicemail["minutes"] == 0
    assert any(one.get("of") == voicemail["id"] for one in entries if one["kind"] == "amend")
