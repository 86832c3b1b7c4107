"""Screens that write or ask, in the order of a story: each on what those before it left."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.first_day.typist import FIRST_LOG, SORTS, USUAL

TAKING_PATHS = (
    "storage.doctor.merge", "storage.disk.text_file", "storage.roadmap.answers_file",
    "storage.intake.files", "storage.sync.remote", "cli.weekly.report_command",
    "cli.data.export_command",
)  # fmt: skip
MINUTE = timedelta(minutes=1)
# A repository beside the journey, to which it is synced; where it lies from there.
REMOTE = "../../backup.git"
FIRST_DAY = "2026-11-30T19:30:00+01:00"
# Whatever asks reads its answer by the name that it has there.
ASKING = (
    "terminal.asking", "plan.replan", "start.answer", "start.same_person", "start.wizard",
    "daily.log_prompt", "recorded_change",
)  # fmt: skip


@dataclass(frozen=True)
class Typed:
    """One call: its words, what is typed at its questions, and how many minutes it comes later."""

    words: str
    answers: tuple[str, ...] = ()
    later: int = 1

    @property
    def arguments(self) -> list[str]:
        """The words as a shell hands them over; a sentence has no quotes that it means."""
        return self.words.split() if self.words.startswith("log ") else shlex.split(self.words)


# On the data of the sample journey, from the morning after it on.
JOURNEY = (
    Typed("done", ("?", "")), Typed("done"), Typed("done --next"),
    Typed("log coffee with Noor from marketing, 45 min"),
    Typed("amend --not-did allies.coffee"),
    Typed("log", ("promised Noor the slides by Friday, call with Fjellvik, 30 min",)),
    Typed("log sign-ups of the trial from 12 to 31"),
    Typed("amend 50 min"), Typed("amend --text sign-ups of the autumn trial from 12 to 31"),
    Typed("amend --drop minutes"), Typed("amend --drop @noor"),
    Typed("undo"), Typed("undo --back"), Typed("undo", ("n",), 90), Typed("undo", ("y",)),
    Typed("rest tomorrow"), Typed("rest fri..mon a long weekend"), Typed("rest --cancel sat"),
    Typed('accept NO_SPONSOR --because "Ruth is away until May" --until "1 may"'),
    Typed("snooze lena until 1 may"), Typed("today --other"),
    Typed("answer junior yes"), Typed("answer", ("?", "150 5", "back", "not sure")),
    Typed("milestones done search.inside-step"), Typed("milestones reopen search.inside-step"),
    Typed('milestones drop positioning.value-talk --because "given at the last job"'),
    Typed("milestones restore positioning.value-talk"),
    Typed('milestones add "Talk at the meet-up" --track positioning --due 2027-06-01'),
    Typed('roadmap move 2028-03-06 --because "a release took the autumn"'),
    Typed("replan", ("soon", "hours", "3", "the release")), Typed("undo"),
    Typed("roadmap close --because paused"), Typed("undo"),
    Typed('statement value "finds where newcomers stop"'), Typed("statement drop proof"),
    Typed("people merge karim marek", ("y",)), Typed("undo"),
    Typed("import jrnl.txt --dry-run"), Typed("import jrnl.txt --people"), Typed("undo"),
    Typed("export csv --out journey.csv"), Typed("export csv --out journey.csv"),
    Typed("report last --out week.html"), Typed("prepare lena --copy"), Typed("doctor"),
    Typed("doctor --restore"), Typed("doctor --restore 2", ("n",)),
)  # fmt: skip
# What the disk may do to a log, as `doctor` finds it.
DAMAGED = (Typed("doctor"), Typed("doctor --repair", ("y",)), Typed("doctor --merge other.jsonl"))
# Last, because doctor names the day of an exchange, which is that of the machine.
SYNCED = (
    Typed("sync"), Typed(f"sync --remote {REMOTE}"), Typed("log tea with Petra, 20 min"),
    Typed("sync"), Typed("sync"),
)  # fmt: skip
JRNL = """[2027-04-03 09:15] Lunch with Agnes, 40 min.
The appeal brought in twice as much.

[2027-04-04 18:00] Read two chapters of Inspired, half an hour
"""


def _first_day(sort: str) -> tuple[Typed, ...]:
    answers = [line for key in USUAL for line in SORTS[sort].get(key, USUAL[key])]
    return (Typed("init", (*answers, "")), Typed(f"log {FIRST_LOG}"), Typed(""))


# Somebody's first evening, with answers that are not what the questions hope for.
BEGUN = _first_day("not understood")


class Somebody(io.StringIO):
    """A stdin at which somebody sits."""

    def isatty(self) -> bool:
        """A terminal."""
        return True


@contextmanager
def answering(answers: tuple[str, ...]) -> Iterator[None]:
    """Give these answers, one a question, on lines as long as the terminal has columns.

    Behind the last of them the input ends.
    """
    waiting = iter(answers)

    def typed(prompt: str, prefilled: str = "", *, several: bool = False) -> str | None:
        line = next(waiting, "\x04")
        # What is offered stands there already; other words are typed in its place.
        shown, width = f"{prompt}{line if line.isprintable() else ''}", int(os.environ["COLUMNS"])
        rows = [
            row[at : at + width]
            for row in shown.split("\n")
            for at in range(0, len(row) or 1, width)
        ]
        sys.stdout.write("\n".join(rows) + "\n")
        return None if line == "\x04" else line

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", Somebody())
        for module in ASKING:
            patch.setattr(f"pmpath.cli.{module}.typed_line", typed)
        yield
    left = list(waiting)
    assert left == [], f"never asked for: {left}"


def times(first: str, story: tuple[Typed, ...]) -> Iterator[tuple[Typed, str]]:
    """Each call with its instant."""
    now = datetime.fromisoformat(first)
    for one in story:
        now += one.later * MINUTE
        yield one, now.isoformat()


@contextmanager
def desk(folder: Path, home: Path) -> Iterator[None]:
    """Sit at a desk with a copy of the journey in ~/journey, and a journal of another tool.

    Paths stay as they are typed, so that no screen has one of this machine: ~ is a folder here.
    """
    shutil.copytree(home, folder / "~" / "journey")
    (folder / "jrnl.txt").write_text(JRNL, encoding="utf-8")
    git = shutil.which("git")
    assert git is not None, "git is not installed, and the screens of sync need it"
    (folder / "git").symlink_to(git)
    subprocess.run([git, "init", "--quiet", "--bare", str(folder / "backup.git")], check=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("PATH", str(folder))
        patch.setattr("pmpath.storage.disk.paths.absolute", str)
        for module in TAKING_PATHS:
            patch.setattr(f"pmpath.{module}.absolute", str)
        yield


def damage(home: Path) -> None:
    """Spoil a line of the log, and leave a copy of it that another machine wrote on."""
    lines = (home / "log.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    Path("other.jsonl").write_text("".join(lines[:60]), encoding="utf-8")
    (home / "log.jsonl").write_text("".join([*lines[:70], lines[70][:40] + "\n", *lines[71:]]))
