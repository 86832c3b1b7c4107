"""The journal as jrnl reads it: one entry for each of ours, on its day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.exports.conftest import ODD_NAMES, ODD_TEXTS, Journey, odd_records, run

CONFIG = """colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: {folder}/journal.txt}}}}
linewrap: 79
tagsymbols: '#'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6
"""
BRACKETS = "a title *\n[2027-01-01 09:00] no entry\n[tomorrow] nor this\nlast line"


def entries(path: Path, folder: Path) -> list[dict[str, Any]]:
    """What jrnl has once it imported the file."""
    (folder / "config.yaml").write_text(CONFIG.format(folder=folder))
    (folder / "journal.txt").touch()
    jrnl = ("jrnl", "--config-file", str(folder / "config.yaml"))
    run(*jrnl, "--import", "--file", str(path), folder=folder)
    found: list[dict[str, Any]] = json.loads(run(*jrnl, "--format", "json", folder=folder))[
        "entries"
    ]
    return found


def test_jrnl_has_every_entry_once(journey: Journey) -> None:
    """As many as were logged, on their days, with minutes, people and notes in the body."""
    found = entries(journey.file("journal.txt.in", "jrnl"), journey.folder)
    assert len(found) == len(ODD_TEXTS) + 7
    odd = sorted((one for one in found if one["date"] < "2027-02-28"), key=lambda one: one["date"])
    assert [one["date"] for one in odd] == [one["day"] for one in odd_records()]
    assert {one["time"] for one in odd} == {"18:30"}
    assert not any(one["starred"] for one in found)
    for number, one in enumerate(odd):
        assert f"20 min, allies, with {ODD_NAMES[number % 5]} (PM)" in one["body"]
        assert 'worry: churn; "why", and when?' in one["body"]
    assert odd[0]["title"] == 'met Müller, Jörg; "J" about a'
    assert "second line" in odd[0]["body"]


def test_no_line_of_a_body_becomes_an_entry(journey: Journey) -> None:
    """A date or a day in brackets at the front of a line is guarded; a star makes no favorite."""
    record = {**odd_records()[0], "id": "01M8JRN0000000000000000000", "text": BRACKETS}
    with (journey.terminal.home / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(record) + "\n")
    found = entries(journey.file("journal.txt.in", "jrnl"), journey.folder)
    assert len(found) == len(ODD_TEXTS) + 8
    (one,) = [one for one in found if one["title"] == "a title"]
    assert not one["starred"]
    assert one["body"].startswith("> [2027-01-01 09:00] no entry\n> [tomorrow] nor this\nlast line")
