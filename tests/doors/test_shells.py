"""Real shells on a real terminal: what a user types without quotes is what arrives."""

from __future__ import annotations

import shlex
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from tests.doors.process import Fields, entries, environment
from tests.doors.taught import commands_shown, from_sentences, taught
from tests.programs import needs

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

STARTS = {"bash": "--norc --noprofile -i", "zsh": "-f -i", "fish": "--no-config -i"}
# No name of a machine or folder may look like what a test waits for.
PROMPTS = {
    "bash": "PS1='$ '", "zsh": "PS1='$ '", "fish": "function fish_prompt; echo -n '> '; end",
}  # fmt: skip
PATIENCE = 60.0
PROMPT = "What did you do? "
ODD = "walk with @lena(PM) #allies -> 'quotes' \"more\" $x $(y) `z` !bang * ? ~ ; & | > < \\ 10m"


class Shell:
    """A shell on a terminal of its own, with pmpath on its PATH."""

    def __init__(self, name: str, home: Path) -> None:
        self.home = home
        folder = home / "bin"
        desk = home / "desk"
        for place in (folder, desk):
            place.mkdir(exist_ok=True)
        wrapper = folder / "pmpath"
        wrapper.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m pmpath "$@"\n')
        wrapper.chmod(0o755)
        settings = environment(home, TERM="dumb", COLUMNS="160")
        settings["PATH"] = f"{folder}:{settings['PATH']}"
        self.terminal: pexpect.spawn[str] = pexpect.spawn(
            needs(name), STARTS[name].split(), env=settings, cwd=str(desk), encoding="utf-8",
            codec_errors="replace", timeout=PATIENCE, dimensions=(24, 160),
        )  # fmt: skip
        self.type(f"{PROMPTS[name]}; echo rea''dy")
        self.terminal.expect("\nready|\rready")

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        self.terminal.send(f"{line}\r")

    def wait_for(self, count: int) -> list[Fields]:
        """The entries, once there are this many."""
        end = time.monotonic() + PATIENCE
        shown = ""
        while len(found := entries(self.home)) < count:
            assert time.monotonic() < end, shown
            shown += self.drain()
        assert len(found) == count
        return found

    def drain(self) -> str:
        """What the terminal shows by now: a shell whose words nobody reads stops in the end."""
        try:
            return self.terminal.read_nonblocking(100_000, 0.02)
        except pexpect.TIMEOUT:
            return ""

    def log(self, words: str) -> Fields:
        """Type `pmpath log WORDS`; returns the entry that arrives."""
        count = len(entries(self.home))
        self.type(f"pmpath log {words}")
        return self.wait_for(count + 1)[-1]

    def answer(self, command: str) -> str:
        """Type a command; what the terminal shows until it has ended."""
        self.type(f"{command}; echo en''ded")
        self.terminal.expect("\nended|\rended")
        return self.terminal.before or ""


@contextmanager
def open_shell(name: str, home: Path) -> Iterator[Shell]:
    """A shell that is closed at the end."""
    shell = Shell(name, home)
    try:
        yield shell
    finally:
        shell.terminal.close(force=True)


@pytest.mark.parametrize("name", STARTS)
def test_what_is_taught_needs_no_quotes(name: str, home: Path) -> None:
    """Each taught line arrives in each shell exactly as typed, and makes no file."""
    with open_shell(name, home) as shell:
        for line in taught():
            assert shell.log(line)["text"] == line
    assert list((home / "desk").iterdir()) == []


def test_what_is_taught_is_found_on_each_page() -> None:
    """The pages are read: a page that moves away leaves this test with nothing to type."""
    assert "coffee with Lena from sales, 45 min" in from_sentences()
    assert len(from_sentences()) > 10
    assert len(commands_shown()) > 20


@pytest.mark.parametrize("name", STARTS)
def test_every_command_shown_arrives_word_for_word(name: str, tmp_path: Path) -> None:
    """As it stands on the page, typed or copied, with its quotes: no shell makes more of it."""
    with open_shell(name, tmp_path) as shell:
        got = tmp_path / "words"
        wrapper = tmp_path / "bin" / "pmpath"
        wrapper.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {shlex.quote(str(got))}\n')
        for line in commands_shown():
            shell.answer(line)
            assert got.read_text("utf-8").splitlines() == shlex.split(line)[1:], line
    assert list((tmp_path / "desk").iterdir()) == []


@pytest.mark.parametrize("name", STARTS)
def test_the_free_line_takes_everything(name: str, home: Path) -> None:
    """At the prompt of `pmpath log` no sign means anything to a shell."""
    with open_shell(name, home) as shell:
        shell.type("pmpath log")
        shell.terminal.expect_exact(PROMPT)
        shell.type(ODD)
        entry = shell.wait_for(1)[0]
        assert entry["text"] == ODD
        assert (entry["track"], entry["people"], entry["minutes"]) == ("allies", ["Lena (PM)"], 10)


def test_a_wrong_free_line_comes_back_for_mending(home: Path) -> None:
    """After a refusal the line stands at the prompt again; its end is mended and it is kept."""
    with open_shell("bash", home) as shell:
        shell.type("pmpath log")
        shell.terminal.expect_exact(PROMPT)
        shell.type("coffee with @lena(PM) worry:")
        shell.terminal.expect_exact("Write worry: and then the words.")
        shell.terminal.expect_exact(f"{PROMPT}coffee with @lena(PM) worry:")
        shell.type(" churn")
        entry = shell.wait_for(1)[0]
    assert entry["notes"] == {"worry": "churn"}


@pytest.mark.parametrize(("keys", "code"), [("", 0), ("\x04", 0), ("half a line\x03", 130)])
def test_the_free_line_can_be_left(keys: str, code: int, home: Path) -> None:
    """An empty line, Ctrl-D and Ctrl-C leave quietly, and nothing is kept."""
    with open_shell("bash", home) as shell:
        shell.type("pmpath log; echo code=$?")
        shell.terminal.expect_exact(PROMPT)
        shell.terminal.send(keys or "\r")
        shell.terminal.expect(rf"code={code}\r")
        assert "Traceback" not in (shell.terminal.before or "")
    assert entries(home) == []


def test_before_init_no_line_is_asked_for(tmp_path: Path) -> None:
    """Nobody types a line for nothing: before `init` the answer comes instead of the prompt."""
    with open_shell("bash", tmp_path) as shell:
        shown = shell.answer("pmpath log")
    assert "There is no roadmap yet." in shown
    assert PROMPT not in shown


@pytest.mark.parametrize("name", STARTS)
def test_an_arrow_that_the_shell_took_is_noticed(name: str, home: Path) -> None:
    """`-> 7900` makes a file of that name and leaves half a change: refused, and why is said."""
    with open_shell(name, home) as shell:
        shown = shell.answer("pmpath log donations: 4200 -> 7900 USD/month")
        assert "The metric donations has no number after the change." in shown
        assert "The shell takes > and what follows for itself." in shown
        assert "no number after" in shell.answer("pmpath log donations: 4200->7900")
    assert entries(home) == []


@pytest.mark.parametrize("name", ["bash", "fish"])
def test_a_comment_that_the_shell_took_is_seen_in_the_reading_back(name: str, home: Path) -> None:
    """`#allies` is a comment to these shells: the confirmation shows that no track arrived."""
    with open_shell(name, home) as shell:
        shell.type("pmpath log walk with tomas 10m #allies")
        shell.terminal.expect(r"Logged: walk with tomas\s+·")
        entry = shell.wait_for(1)[0]
    assert entry["text"] == "walk with tomas 10m"
