"""`pmpath init`, `answer` and `done` typed on a real terminal."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.commands.conftest import Terminal
from tests.installed import installed
from tests.programs import needs

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

PATIENCE = 60.0
SEVEN = ("product manager, freight", "10 jan 2028", "4", "", "senior", "mar 2026 4",
         "Lena (PM), @jörg_müller:sales", "unknown")  # fmt: skip


def settings(home: Path, **more: str) -> dict[str, str]:
    return {
        **os.environ, "PMPATH_HOME": str(home), "PMPATH_TODAY": "2027-01-11", "TERM": "dumb",
        "COLUMNS": "80", "LC_ALL": "C.UTF-8", "PYTHONPATH": installed(), **more,
    }  # fmt: skip


class Call:
    """One pmpath on a terminal of its own."""

    def __init__(self, home: Path, *words: str, **more: str) -> None:
        self.shown = pexpect.spawn(
            sys.executable, ["-m", "pmpath", *words], env=settings(home, **more),
            encoding="utf-8", timeout=PATIENCE, dimensions=(24, 80),
        )  # fmt: skip

    def type(self, *lines: str) -> None:
        """Wait for each prompt and answer it."""
        for line in lines:
            self.shown.expect_exact("> ")
            self.shown.send(f"{line}\r")

    def confirm(self) -> None:
        """Write the roadmap."""
        self.shown.expect_exact("Save this roadmap?")
        self.shown.send("\r")

    def end(self) -> tuple[int | None, str]:
        """The exit code and what was shown at last."""
        self.shown.expect(pexpect.EOF)
        self.shown.close()
        return self.shown.exitstatus, self.shown.before or ""


def roadmap(home: Path) -> dict[str, Any]:
    return tomllib.loads((home / "roadmap.toml").read_text(encoding="utf-8"))


def test_a_newcomer_answers_seven_questions(tmp_path: Path) -> None:
    """They end with the plan, today's step, and the offer of the rest."""
    home = tmp_path / "data"
    call = Call(home, "init")
    call.type(*SEVEN)
    call.shown.expect_exact("Today, 5 min")
    call.confirm()
    call.shown.expect_exact("9 optional questions left.")
    call.type("")
    assert call.end()[0] == 0
    table = roadmap(home)
    assert (table["target"]["role"], table["target"]["company"]) == ("product manager", "freight")
    assert table["target"]["profile"] == "senior"
    assert table["answers"]["contacts"] == ["Lena (PM)", "Jörg Müller (sales)"]
    assert not (home / "init.draft.toml").exists()
    assert oct((home / "roadmap.toml").stat().st_mode)[-3:] == "600"


@pytest.mark.parametrize(("keys", "code"), [("\x03", 130), ("\x04", 0)])
def test_an_interrupted_init_goes_on_where_it_was(tmp_path: Path, keys: str, code: int) -> None:
    """Ctrl-C and Ctrl-D lose no answer; until it is done there is no roadmap."""
    home = tmp_path / "data"
    call = Call(home, "init")
    call.type(*SEVEN[:5])
    call.shown.expect_exact("5 of 7")
    call.shown.expect_exact("> ")
    call.shown.send(keys)
    found, said = call.end()
    assert found == code
    assert "Your answers are kept; pmpath init goes on at question 5 of 7" in said
    assert "Traceback" not in said
    assert not (home / "roadmap.toml").exists()
    status = subprocess.run(
        [sys.executable, "-m", "pmpath", "report"], env=settings(home), capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert (status.returncode, "There is no roadmap yet." in status.stderr) == (3, True)
    again = Call(home, "init")
    again.type("")
    again.shown.expect_exact("5 of 7")
    again.type(*SEVEN[5:])
    again.confirm()
    again.type("")
    assert again.end()[0] == 0
    assert roadmap(home)["target"]["company"] == "freight"


def test_an_interrupted_init_can_begin_anew(tmp_path: Path) -> None:
    """`new` forgets the kept answers."""
    home = tmp_path / "data"
    call = Call(home, "init")
    call.type("a wrong role", "10 jan 2028")
    call.shown.expect_exact("3 of 7")
    call.shown.send("\x03")
    call.end()
    again = Call(home, "init")
    again.type("new", *SEVEN)
    again.confirm()
    again.type("")
    assert again.end()[0] == 0
    assert roadmap(home)["target"]["role"] == "product manager"


def test_what_options_say_is_not_asked(tmp_path: Path) -> None:
    """Date, hours and profile on the command line leave four questions."""
    home = tmp_path / "data"
    call = Call(home, "init", "--target", "2028-01-10", "--hours", "4", "--profile", "ic")
    call.shown.expect_exact("4 questions.")
    call.type("pm", "never", "none", "no")
    call.confirm()
    call.type("")
    assert call.end()[0] == 0
    assert roadmap(home)["answers"] == {
        "customer_last": "never", "contacts": [], "manager_safe": "no"
    }  # fmt: skip


def test_a_date_too_near_is_said_at_once(tmp_path: Path) -> None:
    """Not after six further questions."""
    call = Call(tmp_path / "data", "init")
    call.type("pm", "1 feb 2027")
    call.shown.expect_exact("1 Feb 2027 is 3 weeks away, too soon for a whole plan.")
    call.shown.expect_exact("Plan just the job search? [y/N] ")
    call.shown.send("\r")
    call.shown.expect_exact("Then write 5 Apr 2027 or a later day.")
    call.shown.expect_exact("> ")
    call.shown.send("\x03")
    assert call.end()[0] == 130


def test_hostile_answers_are_kept_and_shown_harmlessly(tmp_path: Path) -> None:
    """Markup and escapes in a role stand in the file as typed, and act nowhere."""
    home = tmp_path / "data"
    call = Call(home, "init")
    call.type("[/x] pm [red] 😀", *SEVEN[1:])
    call.confirm()
    call.type("")
    assert call.end()[0] == 0
    assert roadmap(home)["target"]["role"] == "[/x] pm [red] 😀"


def test_the_rest_can_be_answered_at_once(tmp_path: Path) -> None:
    """`now` asks the open questions; each answer stands in the file as soon as it is given."""
    home = tmp_path / "data"
    call = Call(home, "init")
    call.type(*SEVEN)
    call.confirm()
    call.type("now", "customers", "yes", "0", "150 5", "take", "", "none", "the food bank")
    call.shown.expect_exact("9 of 9")
    call.shown.send("\x04")
    assert call.end()[0] == 0
    answers = roadmap(home)["answers"]
    assert answers["pay_cut_percent"] == 0
    assert answers["engineers"] == 150
    assert roadmap(home)["springboard"]["state"] == "take"
    assert [one["active"] for one in roadmap(home)["track"] if one["id"] == "springboard"] == [True]


def test_one_open_question_rides_on_done(terminal: Terminal) -> None:
    """After the step is recorded one question is asked; Enter leaves it open, an answer is kept."""
    home = terminal.home
    call = Call(home, "done")
    call.shown.expect_exact("Done: ")
    call.shown.expect_exact("Question of the day; Enter skips it.")
    call.type("")
    assert call.end()[0] == 0
    assert roadmap(home)["answers"] == {}
    days = []
    for day in range(12, 24):
        call = Call(home, "done", PMPATH_TODAY=f"2027-01-{day}")
        index = call.shown.expect_exact(["Question of the day", pexpect.EOF])
        if index == 0:
            call.shown.expect_exact("> ")
            days.append(call.shown.before)
            call.shown.send("\r")
            call.shown.expect(pexpect.EOF)
        call.shown.close()
    assert len(set(days)) > 6


def test_done_in_a_pipe_asks_nothing(terminal: Terminal) -> None:
    """A script is never held up."""
    assert "Question of the day" not in terminal.type("done")


def test_answers_can_be_given_in_words(terminal: Terminal) -> None:
    """Without a terminal the open ones are listed, and each can be answered by its name."""
    assert "junior" in terminal.type("answer")
    assert terminal.type("answer", "junior", "unsure").startswith("Saved: junior: unsure\n")
    assert roadmap(terminal.home)["answers"] == {"junior": "unsure"}
    assert "junior" not in terminal.type("answer")
    terminal.type("answer", "junior", "soon", code=2)
    terminal.type("answer", "junio", "yes", code=3)
    assert "Did you mean junior?" in terminal.err
    data = json.loads(terminal.type("report", "--json"))["data"]
    assert "junior" not in data["open_answers"]


def test_a_late_answer_says_what_it_changes(terminal: Terminal) -> None:
    """A skipped stepping-stone role leaves the plan; no customer yet: a call is the step."""
    assert "Stepping-stone role joins the plan." in terminal.type("answer", "step-role", "take")
    assert "Stepping-stone role is not in the plan." in terminal.type("answer", "step-role", "skip")
    shown = terminal.type("answer", "customer", "never")
    assert "Today's step is now: Ask " in shown


@pytest.mark.parametrize("width", [80, 40])
def test_the_questions_fit_the_terminal(tmp_path: Path, width: int) -> None:
    """In tmux at 80x24 and 40x20: no line is cut, and the prompt is always in sight."""
    tmux = needs("tmux")
    home, height = tmp_path / "data", "24" if width == 80 else "20"
    socket = str(tmp_path / "tmux")
    command = f"{sys.executable} -m pmpath init; sleep 60"
    environment = settings(home, TERM="xterm")
    environment.pop("COLUMNS")
    subprocess.run(
        [tmux, "-S", socket, "-f", os.devnull, "new-session", "-d", "-x", str(width), "-y", height,
         command], env=environment, check=True,
    )  # fmt: skip
    try:
        for number, line in enumerate(SEVEN[:3], 1):
            shown = _wait(tmux, socket, f"{number} of 7")
            assert shown.rstrip().endswith(">")
            assert max(map(len, shown.splitlines())) <= width
            subprocess.run([tmux, "-S", socket, "send-keys", line, "Enter"], check=True)
        assert "mon-fri 30, sat 90" in _wait(tmux, socket, "Press Enter")
    finally:
        subprocess.run([tmux, "-S", socket, "kill-server"], check=False)
    assert shutil.which("tmux")


def _wait(tmux: str, socket: str, text: str) -> str:
    end = time.monotonic() + PATIENCE
    while True:
        shown = subprocess.run(
            [tmux, "-S", socket, "capture-pane", "-p"], capture_output=True, text=True, check=True
        ).stdout
        if text in shown and shown.rstrip().endswith(">"):
            return shown
        assert time.monotonic() < end, shown
        time.sleep(0.05)
