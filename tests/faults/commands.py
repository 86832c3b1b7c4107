"""The commands that write, each with the folder that it begins with. A new one is one line here."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from pmpath.cli.door import enter
from tests.storage.running import SETUP, line

TODAY = "2027-01-12"


@dataclass(frozen=True)
class Command:
    """What is typed, and the name of the folder in which it can do its work."""

    name: str
    words: tuple[str, ...]
    begins: str = "used"
    today: str = TODAY


COMMANDS = (
    Command("log", ("log", "coffee", "with", "@lena:pm", "45m")),
    Command("first-log", ("log", "coffee"), "without-log"),
    Command("log-behind-a-torn-line", ("log", "coffee"), "torn"),
    Command("log-options", ("log", "deck", "--with", "Lena (PM)", "--minutes", "20m",
                            "--metric", "calls: 5 to 3", "--next", "fri lena: deck")),
    Command("done", ("done", "30m")),
    Command("done-edited", ("done", "30m"), "edited"),
    Command("undo", ("undo",)),
    Command("undo-edited", ("undo",), "edited"),
    Command("undo-move", ("undo",), "moved"),
    Command("undo-back", ("undo", "--back"), "undone"),
    Command("rest-cancel", ("rest", "--cancel", "2027-01-15"), "rested"),
    Command("amend", ("amend", "50m", "+allies")),
    Command("rest", ("rest", "tomorrow", "family")),
    Command("other", ("today", "--other")),
    Command("other-edited", ("today", "--other"), "edited"),
    Command("init", SETUP, "nothing"),
    Command("init-reached", (*SETUP, "--springboard", "skip"), "nothing"),
    Command("answer", ("answer", "junior", "yes")),
    Command("answer-drops", ("answer", "side", "outside"), "edited"),
    Command("move", ("roadmap", "move", "2028-03-06", "--because", "a release")),
    Command("move-edited", ("roadmap", "move", "2028-03-06", "--because", "a release"), "edited"),
    Command("move-one", ("roadmap", "move", "2027-12-20", "--milestone", "positioning.a-talk")),
    Command("milestone-done", ("milestones", "done", "positioning.a-talk")),
    Command("milestone-add", ("milestones", "add", "A course", "--track", "reading",
                              "--due", "2027-06-01", "--hours", "2")),
    Command("milestone-drop", ("milestones", "drop", "positioning.a-talk", "--because", "no time")),
    Command("replan", ("replan", "--restart", "--because", "moved house")),
    Command("replan-date", ("replan", "--date", "2028-04-03", "--hours", "5")),
    Command("close", ("roadmap", "close", "--because", "paused")),
    Command("accept", ("accept", "reading-heavy", "--because", "exam", "--until", "2027-03-01")),
    Command("snooze", ("snooze", "tomas", "until", "2027-03-01")),
    Command("repair", ("doctor", "--repair", "--yes"), "damaged"),
    Command("merge", ("doctor", "--merge", "log (conflicted copy).jsonl"), "damaged"),
    Command("restore-log", ("doctor", "--restore", "log-20270111T120000-{log}.jsonl", "--yes"),
            "backed-up"),
    Command("restore-roadmap", ("doctor", "--restore", "roadmap-20270111T120000-{roadmap}.toml",
                                "--yes"), "backed-up"),
)  # fmt: skip
READING_COMMANDS = (
    Command("today", ()),
    Command("report", ("report",)),
    Command("history", ("history",)),
    Command("milestones", ("milestones",)),
    Command("doctor", ("doctor",)),
    Command("restore-list", ("doctor", "--restore"), "backed-up"),
    Command("why", ("why", "pace")),
)
EVERY = {one.name: one for one in (*COMMANDS, *READING_COMMANDS)}


def typed(home: Path, *words: str, today: str = "2027-01-11") -> None:
    """Run one command in this process; it has to work."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = enter(words, {"PMPATH_HOME": str(home), "PMPATH_TODAY": today})
    assert code == 0, (words, err.getvalue())


def prepare(place: Path) -> None:
    """Make the folders that commands begin with, each under its name."""
    place.mkdir(parents=True, exist_ok=True)
    used = place / "used"
    typed(used, *SETUP)
    typed(used, "log", "a chapter 50m +reading")
    typed(used, "log", "call with @tomas:sales")
    typed(used, "milestones", "add", "A talk", "--track", "positioning", "--due", "2027-11-01",
          "--hours", "2")  # fmt: skip
    shutil.rmtree(used / "backups")
    _derive(place)


def _derive(place: Path) -> None:
    used = place / "used"

    def copy(name: str) -> Path:
        shutil.copytree(used, place / name)
        return place / name

    (copy("without-log") / "log.jsonl").unlink()
    with (copy("torn") / "log.jsonl").open("ab") as file:
        file.write(line(7)[:40])
    roadmap = copy("edited") / "roadmap.toml"
    roadmap.write_text(roadmap.read_text().replace("date = 2028-01-10", "date = 2028-02-07"))
    # A mode of the user's own, which is to stay.
    roadmap.chmod(0o644)
    typed(copy("moved"), "roadmap", "move", "2028-02-07", "--because", "a release")
    typed(copy("undone"), "roadmap", "move", "2028-02-07", "--because", "a release")
    typed(place / "undone", "undo")
    typed(copy("rested"), "rest", "2027-01-13..2027-01-20", "family")
    damaged = copy("damaged")
    (damaged / "roadmap.toml").chmod(0o644)
    content = (damaged / "log.jsonl").read_bytes()
    (damaged / "log (conflicted copy).jsonl").write_bytes(content + line(3) + b"\n")
    with (damaged / "log.jsonl").open("ab") as file:
        file.write(b"garbage\n" + line(1) + b"\n" + line(1) + b"\n")
    backed_up = copy("backed-up")
    typed(backed_up, "roadmap", "move", "2028-02-07", "--because", "a release")
    with (backed_up / "log.jsonl").open("ab") as file:
        file.write(b"garbage\n")
    typed(backed_up, "doctor", "--repair", "--yes")
    typed(backed_up, "log", "lunch")


def begin(place: Path, command: Command, home: Path) -> tuple[str, ...]:
    """Put a fresh copy of the command's folder at `home`; returns the words to type there."""
    shutil.rmtree(home, ignore_errors=True)
    home.parent.mkdir(parents=True, exist_ok=True)
    if command.begins != "nothing":
        shutil.copytree(place / command.begins, home)
    kept = os.listdir(home / "backups") if (home / "backups").is_dir() else []  # noqa: PTH208
    words = []
    for word in command.words:
        start = word.partition("{")[0]
        words.append(next((one for one in kept if one.startswith(start)), word)
                     if "{" in word else word)  # fmt: skip
    return tuple(words)
