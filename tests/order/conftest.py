from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pmpath.cli.door import enter
from tests.commands.conftest import Terminal, empty, terminal

__all__ = ["data", "empty", "records", "terminal", "tried", "written"]
OWN = ("milestones", "add", "Speak at the meetup", "--track", "writing", "--due", "2027-06-01")
OWN_ID = "writing.speak-at-the-meetup"


def data(terminal: Terminal, *words: str) -> Any:
    """What a command says as JSON."""
    return json.loads(terminal.type(*words, "--json"))["data"]


def tried(terminal: Terminal, *words: str, today: str) -> None:
    """A command that may have nothing to do on that day, and then refuses."""
    environment = {"PMPATH_HOME": str(terminal.home), "PMPATH_TODAY": today}
    assert enter(words, environment) in (0, 2, 3)


def records(terminal: Terminal, kind: str = "") -> list[dict[str, Any]]:
    """The records of the log, in the order of its lines; those of one kind, or all."""
    found = [json.loads(line) for line in terminal.log.splitlines()]
    return [one for one in found if one["kind"] == kind or (not kind and one["kind"] != "log")]


def written(terminal: Terminal, lines: Iterable[dict[str, Any]]) -> None:
    """Put lines behind the log as an earlier version did: each with the instant of its clock."""
    log = terminal.home / "log.jsonl"
    with log.open("a", encoding="utf-8") as file:
        for fields in lines:
            file.write(json.dumps(fields) + "\n")
