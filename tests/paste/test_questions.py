"""What is pasted into any other question stays in its answer."""

from __future__ import annotations

import json
import os
import signal
import tomllib
from pathlib import Path

import pytest

from tests.doors.process import Fields, log_of, pmpath
from tests.paste.desk import LOG, SHELL, Desk

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

# Every line would do something: agree, refuse, be an answer, or run in a shell.
MIXED = "yes\nno\n\n2028-05-01\ntouch reached\n"
WHY = "Enter for no reason. "
DAMAGED = b"garbage\n"


def records(home: Path, kind: str) -> list[Fields]:
    lines = log_of(home).read_bytes().splitlines()
    found = [json.loads(line) for line in lines if line.startswith(b"{")]
    return [one for one in found if one["kind"] == kind]


def files(home: Path) -> dict[str, bytes]:
    data = home / "data"
    return {
        one.name: one.read_bytes() for one in data.iterdir() if one.suffix in (".toml", ".jsonl")
    }


def damage(home: Path) -> None:
    with log_of(home).open("ab") as file:
        file.write(DAMAGED)


def move(home: Path) -> None:
    assert pmpath(home, "roadmap", "move", "2027-10-04", "--because", "a release").returncode == 0


QUESTIONS = {
    "repair": (damage, "doctor --repair", "Repair it now? [y/N]: "),
    "restore": (move, "doctor --restore 1", "Replace the file with this backup? [y/N]: "),
    "edit": (None, "roadmap edit", "Open it again? [Y/n]: "),
    "replan": (None, "replan", "What would you like to change? "),
    "answer": (None, "answer junior", "> "),
    "late answer": (None, "answer side outside", "keeps the milestones. "),
}


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_paste_answers_no_question_and_runs_nothing(home: Path, name: str, marked: bool) -> None:
    """Lines that agree, refuse and run: the question is asked again, and no file changes."""
    prepare, command, question = QUESTIONS[name]
    if prepare is not None:
        prepare(home)
    desk = Desk(
        home, "xterm" if marked else "dumb", EDITOR="sed -i s/schema/=schema/",
        PMPATH_TODAY="2026-11-19",
    )  # fmt: skip
    desk.type(f"pmpath {command}")
    desk.see(question)
    before = files(home)
    desk.paste(MIXED, marked=marked)
    if marked:
        desk.type("")
    desk.see("touch reached")
    desk.see(question)
    assert files(home) == before
    desk.terminal.send("\x03")
    assert desk.untouched()
    assert files(home) == before


@pytest.mark.parametrize("marked", [True, False])
def test_pasted_lines_of_a_reason_become_one(home: Path, marked: bool) -> None:
    """A reason is one line; nothing of it is lost."""
    desk = Desk(home)
    desk.type("pmpath roadmap move 2027-10-04")
    desk.see(WHY)
    desk.paste("a long\n  release\n\ntouch reached", marked=marked)
    desk.type("")
    assert desk.untouched()
    assert records(home, "plan")[-1]["reason"] == "a long release touch reached"


@pytest.mark.parametrize("marked", [True, False])
def test_a_paste_into_the_first_question_of_init_answers_no_other(
    tmp_path: Path, marked: bool
) -> None:
    """Seven lines are one answer to the first, and the second is asked."""
    home = tmp_path / "home"
    home.mkdir()
    desk = Desk(home)
    desk.type("pmpath init")
    desk.see("> ")
    desk.paste("product manager\n10 jan 2028\n4\ntouch reached", marked=marked)
    desk.type("")
    desk.see("2 of 7")
    desk.see("> ")
    desk.terminal.send("\x03")
    assert desk.untouched()
    kept = tomllib.loads((home / "data" / "init.draft.toml").read_text())
    assert kept["target"]["role"] == "product manager 10 jan 2028 4 touch reached"


def test_the_question_behind_done_takes_nothing_that_came_before_it(home: Path) -> None:
    """The call and further lines in one paste: the lines are dropped, and the question waits."""
    desk = Desk(home, "dumb")
    desk.paste("pmpath done\nyes\nunsure\ntouch reached\n", marked=False)
    desk.see("Question of the day")
    desk.see("> ")
    desk.type("")
    assert desk.untouched()
    assert tomllib.loads((home / "data" / "roadmap.toml").read_text())["answers"] == {}


def test_a_pasted_word_is_an_answer_once_enter_is_pressed(home: Path) -> None:
    """Between marks `y` waits for Enter; it is not a trap to paste it."""
    damage(home)
    desk = Desk(home)
    desk.type("pmpath doctor --repair")
    desk.see("[y/N]: ")
    desk.paste("y\n", marked=True)
    desk.see("y")
    assert DAMAGED in log_of(home).read_bytes()
    desk.type("")
    assert desk.untouched()
    assert DAMAGED not in log_of(home).read_bytes()


def test_the_marks_are_off_after_every_end(home: Path) -> None:
    """Enter, Ctrl-C, Ctrl-D, Ctrl-Z: the shell finds its terminal as it was, and fg goes on."""
    desk = Desk(home)
    for keys in ("coffee\r", "\x03", "\x04", "half a \x1a"):
        desk.type("pmpath log")
        desk.see("\x1b[?2004h")
        desk.see(LOG)
        desk.terminal.send(keys)
        desk.see("\x1b[?2004l")
        desk.see(SHELL)
    desk.type("fg")
    desk.see("\x1b[?2004h")
    desk.see(f"{LOG}half a ")
    desk.type("line")
    assert [one["text"] for one in desk.kept(2)] == ["coffee", "half a line"]
    assert desk.untouched()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back(home: Path, number: signal.Signals) -> None:
    """The call ends with 128 and the number; marks are off and letters are shown again."""
    desk = Desk(home)
    desk.type("pmpath log; echo co''de=$?; stty -a | grep -c ' icanon .* echo '")
    desk.see(LOG)
    assert desk.terminal.pid is not None
    os.kill(child_of(desk.terminal.pid), number)
    desk.see("\x1b[?2004l")
    desk.see(f"code={128 + number}\r\n1\r\n")
    assert desk.untouched()


def child_of(shell: int) -> int:
    """The one process that a shell has started."""
    return int(Path(f"/proc/{shell}/task/{shell}/children").read_text().split()[0])


def test_a_file_of_answers_through_a_pipe_is_read_as_before(home: Path) -> None:
    """No terminal: `log -` keeps the text, and no question is asked."""
    desk = Desk(home)
    desk.type("printf 'coffee\\nand cake\\n' | pmpath log -")
    assert desk.kept()[0]["text"] == "coffee\nand cake"
    damage(home)
    desk.type("printf 'y\\n' | pmpath doctor --repair; echo co''de=$?")
    desk.see("code=2")
    assert desk.untouched()


def test_a_question_shows_on_the_terminal_when_the_output_goes_to_files(home: Path) -> None:
    """And what is pasted stays in its answer there as well."""
    desk = Desk(home)
    desk.type("pmpath log > ../out.txt 2> ../err.txt")
    desk.see(LOG)
    desk.paste("coffee\ntouch reached\n", marked=False)
    assert desk.kept()[0]["text"] == "coffee\ntouch reached"
    assert desk.untouched()


@pytest.mark.slow
def test_two_megabytes_are_refused_or_kept_but_never_cut(home: Path) -> None:
    """A whole book in a paste: said to be too long, and nothing of it goes on."""
    desk = Desk(home)
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste("a line of a long book\n" * 100_000, marked=True)
    desk.type("")
    desk.see("One entry can hold at most 1 MB.")
    desk.terminal.send("\x03")
    assert desk.untouched()
