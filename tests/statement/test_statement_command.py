"""`pmpath statement` typed: versions, undo, check, and where it is shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.commands.conftest import Terminal

WHOLE = (
    "For heads of support whose agents drown in repeat calls, I am a product manager who finds "
    "what makes people call. Unlike a PM from outside, I know every step."
)


def data(text: str) -> Any:
    """What is inside the envelope."""
    return json.loads(text)["data"]


def test_a_statement_is_written_shown_changed_and_undone(terminal: Terminal) -> None:
    """One text, then one field, then the field as it was; every version stays to be seen."""
    assert "no positioning statement yet" in terminal.type("statement")
    assert "Version 1" in terminal.type("statement", WHOLE)
    assert "Version 2" in terminal.type("statement", "value", "halves", "repeat", "calls")
    shown = data(terminal.type("statement", "--json"))
    assert dict(shown["fields"])["value"] == "halves repeat calls"
    assert [one["kind"] for one in shown["weak"]] == ["no proof"]
    assert "halves repeat calls" in terminal.type("statement", "versions")
    assert "the statement (value)" in terminal.type("history", "--all")
    terminal.type("undo")
    assert "finds what makes people call" in terminal.type("statement")
    terminal.type("undo", "--back")
    assert "halves repeat calls" in terminal.type("statement")
    terminal.type("statement", "drop", "value")
    assert "The value is missing" in terminal.type("statement")
    assert "nothing" not in terminal.type("doctor").casefold() or terminal.err == ""


def test_what_changes_nothing_writes_nothing(terminal: Terminal) -> None:
    """And what cannot be read is refused with the form, or the field that was meant."""
    terminal.type("statement", WHOLE)
    before = terminal.log
    assert "Unchanged" in terminal.type("statement", WHOLE)
    terminal.type("statement", "foo", "bar", code=2)
    assert "For WHOM" in terminal.err
    terminal.type("statement", "valeu", "x", code=2)
    assert "value" in terminal.err
    terminal.type("statement", "value", code=2)
    terminal.type("statement", "drop", "proof", code=3)
    terminal.type("statement", "value", "x" * 501, code=2)
    assert terminal.log == before


def test_a_check_is_kept_unless_it_is_a_dry_run(terminal: Terminal, tmp_path: Path) -> None:
    """A text, a file and its sentences; a file that is not there is said."""
    before = terminal.log
    found = data(terminal.type("statement", "check", "How our cache works", "--json", "--dry-run"))
    assert (found["checked"]["verdict"], found["kept"]) == ("leads with technology", "")
    assert terminal.log == before
    file = tmp_path / "post.md"
    file.write_text("# How our cache works\n\nNurses go home on time.\n", encoding="utf-8")
    told = terminal.type("statement", "check", str(file))
    assert "2 sentences" in told
    assert '"text":"post.md"' in terminal.log.replace('": "', '":"')
    terminal.type("undo")
    terminal.type("statement", "check", str(tmp_path / "none.md"), code=3)
    file.write_bytes(b"\xff\xfe\x00")
    terminal.type("statement", "check", str(file), code=4)
    terminal.type("statement", "check", str(tmp_path), code=2)
    terminal.type("statement", "check", code=2)


def test_a_text_may_be_checked_before_there_is_a_plan(empty: Terminal) -> None:
    """Nothing is kept then, and no folder is made."""
    assert "Leads with technology" in empty.type("statement", "check", "How our cache works")
    assert not empty.home.exists()


def test_a_title_is_looked_at_where_there_is_time(terminal: Terminal) -> None:
    """Not by `log`, but by `pmpath`, by the report of the week and by `log --json`."""
    told = terminal.type("log", 'gave a talk "How our cache works" to 9 people in sales, 30 min')
    assert "leads with technology" not in told
    assert "leads with technology" in terminal.type()
    assert "leads with technology" in terminal.type("report")
    assert "leads with technology" not in terminal.type("report", "--share")
    assert "leads with technology" not in terminal.type(today="2027-01-12")
    line = "volunteered at the food bank: rewrote their backend 2h"
    found = data(terminal.type("log", "--json", line))
    assert [one["why"] for one in found["looks"]] == ["engineering"]
    assert "volunteer.hour" not in found["fulfils"]


def test_the_report_has_the_statement_where_it_is_new_or_asked_for(terminal: Terminal) -> None:
    """In its week and in longer periods; a shared report has it with the notes alone."""
    terminal.type("log", "coffee with @lena:pm 45m")
    assert "Statement, version" not in terminal.type("report")
    terminal.type("statement", WHOLE)
    assert "Statement, version 1" in terminal.type("report")
    assert "repeat calls" not in terminal.type("report", "--share")
    terminal.type("log", "coffee with @tomas:sales 45m", today="2027-01-19")
    assert "Statement, version 1" not in terminal.type("report")
    assert "I know every step." in " ".join(terminal.type("report", "--all").split())
    assert "Statement, version 1" in terminal.type("report", "month")
