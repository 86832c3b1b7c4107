"""Other tools of the terminal with as many entries, beside which `speed.py` measures pmpath."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import run as logs

# What is measured: the name of a row, the command, its environment.
Case = tuple[str, list[str], dict[str, str]]
WORDS = "coffee about the way it is sold"
START = 1_770_000_000


def clean() -> dict[str, str]:
    """The environment without what would change how Python starts."""
    return {key: one for key, one in os.environ.items() if not key.startswith("PYTHON")}


def neighbors(folder: Path, size: int) -> Iterator[Case]:
    """The commands over as many entries, of those that are installed."""
    if shutil.which("task"):
        yield from _taskwarrior(folder / f"task-{size}", size)
    if program := shutil.which("todo-txt") or shutil.which("todo.txt"):
        yield from _todo_txt(program, folder / f"todo-{size}", size)
    if shutil.which("hledger"):
        yield from _hledger(folder / f"hledger-{size}", size)


def _taskwarrior(home: Path, size: int) -> Iterator[Case]:
    home.mkdir()
    (home / "rc").write_text(f"data.location={home}\nverbose=nothing\nconfirmation=no\n")
    environment = {
        **clean(), "TASKDATA": str(home), "TASKRC": str(home / "rc"), "HOME": str(home),
    }  # fmt: skip
    with (home / "pending.data").open("w") as file:
        for number in range(size):
            fields = {
                "description": WORDS, "entry": str(START + number), "status": "pending",
                "project": logs.TRACKS[number % 5],
                "uuid": f"{number:08x}-0000-4000-8000-000000000000",
            }  # fmt: skip
            told = " ".join(f"{key}:{json.dumps(one)}" for key, one in fields.items())
            file.write(f"[{told}]\n")
    yield "Taskwarrior list", ["task", "list"], environment
    yield "Taskwarrior report", ["task", "summary"], environment
    yield "Taskwarrior add", ["task", "add", WORDS], environment


def _todo_txt(program: str, home: Path, size: int) -> Iterator[Case]:
    home.mkdir()
    (home / "todo.txt").write_text(
        "".join(f"{WORDS} +{logs.TRACKS[number % 5]}\n" for number in range(size))
    )
    names = {"TODO_DIR": home, "TODO_FILE": home / "todo.txt", "DONE_FILE": home / "done.txt",
             "REPORT_FILE": home / "report.txt"}  # fmt: skip
    (home / "config").write_text("".join(f'export {key}="{one}"\n' for key, one in names.items()))
    call = [program, "-d", str(home / "config")]
    yield "todo.txt list", [*call, "ls"], clean()
    yield "todo.txt add", [*call, "add", WORDS], clean()


def _hledger(journal: Path, size: int) -> Iterator[Case]:
    with journal.open("w") as file:
        for number in range(size):
            entry = logs._entry(number, size)
            file.write(f"{entry['day']} coffee\n    path:{entry['track']}  15\n    day\n\n")
    yield "hledger balance", ["hledger", "-f", str(journal), "balance"], clean()
