"""`prepare --copy`: through whatever clipboard is on PATH when it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Terminal

PROGRAMS = ["wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"]


def program(folder: Path, name: str, *, code: int = 0) -> Path:
    """A clipboard of that name, and the file in which it keeps what it got."""
    folder.mkdir(exist_ok=True)
    got = folder / f"{name}.got"
    path = folder / name
    path.write_text(f"#!/bin/sh\n/bin/cat > {got}\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return got


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, on a machine without a screen."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.mark.parametrize("name", PROGRAMS)
def test_each_clipboard_gets_the_message_alone(name: str, terminal: Terminal, only: Path) -> None:
    """The lines as they are pasted, without the facts around them."""
    got = program(only, name)
    shown = terminal.type("prepare", "allies.coffee", "zoe", "--copy")
    text = got.read_text(encoding="utf-8")
    assert text.splitlines()[0] == "Hi Zoe,"
    assert 3 <= len(text.splitlines()) <= 5
    assert "pmpath" not in text
    assert shown.splitlines()[-1] == f"Copied {len(text.splitlines())} lines with {name}."


def test_letters_of_other_languages_arrive(terminal: Terminal, only: Path) -> None:
    """As UTF-8, or as Windows reads them."""
    got = program(only, "xclip")
    terminal.type("prepare", "allies.coffee", "jörg", "--copy")
    assert got.read_bytes().decode("utf-8").startswith("Hi Jörg,")
    (only / "xclip").unlink()
    got = program(only, "clip.exe")
    terminal.type("prepare", "allies.coffee", "jörg", "--copy")
    assert got.read_bytes().decode("utf-16-le").startswith("Hi Jörg,")


def test_one_that_refuses_gives_way_to_the_next(terminal: Terminal, only: Path) -> None:
    """As a clipboard does that has no screen to talk to."""
    program(only, "wl-copy", code=1)
    got = program(only, "pbcopy")
    assert "with pbcopy." in terminal.type("prepare", "allies.coffee", "zoe", "--copy")
    assert got.read_text(encoding="utf-8").startswith("Hi Zoe,")


@pytest.mark.parametrize("refuses", [True, False])
def test_without_a_clipboard_that_is_said(refuses: bool, terminal: Terminal, only: Path) -> None:
    """The message stands there all the same, and the exit code says that nothing was copied."""
    if refuses:
        program(only, "xsel", code=1)
    shown = terminal.type("prepare", "allies.coffee", "zoe", "--copy", code=3)
    assert "Hi Zoe," in shown
    assert "Copied" not in shown
    assert terminal.err.startswith("pmpath: No clipboard was found, so nothing was copied.\n")


def test_it_is_looked_for_when_it_is_called(terminal: Terminal, only: Path) -> None:
    """A clipboard that came since is found."""
    terminal.type("prepare", "allies.coffee", "zoe", "--copy", code=3)
    program(only, "xsel")
    terminal.type("prepare", "allies.coffee", "zoe", "--copy")


def test_of_a_talk_its_words_are_copied(terminal: Terminal, only: Path) -> None:
    """What is said, and not what is known of the person."""
    got = program(only, "xclip")
    terminal.type("log", "coffee with @lena:pm 30m worry: addresses typed twice")
    terminal.type("prepare", "call-seat", "lena", "--copy")
    text = got.read_text(encoding="utf-8")
    assert text.startswith("Lena, I'd like to learn what customers run into.")
    assert "addresses" not in text


def test_json_is_printed_alone(terminal: Terminal, only: Path) -> None:
    """A program that reads it gets nothing beside it."""
    program(only, "xclip")
    shown = terminal.type("prepare", "allies.coffee", "zoe", "--json", "--copy")
    assert shown.startswith("{")
    assert shown.rstrip().endswith("}")


def test_without_a_message_there_is_nothing_to_copy(terminal: Terminal, only: Path) -> None:
    """The list of talks is not a message."""
    program(only, "xclip")
    terminal.type("roadmap", "close", "--because", "paused")
    assert "call-seat" in terminal.type("prepare")
    terminal.type("prepare", "--copy", code=2)
    assert "There is no message to copy." in terminal.err
