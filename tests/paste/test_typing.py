"""Typing a line: what each key does, and what the terminal then shows."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmpath.cli.terminal.edited_line import EditedLine
from pmpath.cli.terminal.keys import ENTER, KEY, PASTE, TEXT, Event, Keys
from pmpath.cli.terminal.line_display import LineDisplay
from tests.doors.process import Fields, entries, environment
from tests.paste.desk import LOG, PATIENCE
from tests.programs import needs

LEFT, RIGHT, UP = "\x1b[D", "\x1b[C", "\x1b[A"


def typed(keys: str, begun: str = "") -> str:
    """The line after these keys, with a bar where the cursor stands."""
    line = EditedLine(begun)
    for event in Keys().feed(keys):
        if event.kind == TEXT:
            line.insert(event.value)
        else:
            line.press(event.value)
    return f"{line.text[: line.cursor]}|{line.text[line.cursor :]}"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("cofee\x7f\x7ffee", "coffee|"), ("\x7f\x08", "|"),
        ("ab" + LEFT + "x" + RIGHT + "y", "axby|"), ("ab\x02\x02\x02x\x06\x06\x06y", "xaby|"),
        ("coffee with lena\x15tea", "tea|"), ("coffee with lena  \x17", "coffee with |"),
        ("a b-c\x1b\x7f", "a |"), ("one two\x01\x0b\x19\x19", "one twoone two|"),
        ("one two\x01\x1bfX", "oneX| two"), ("one two\x1bbX", "one X|two"),
        ("one two\x1b[1;5DX\x1b[1;5CY", "one XtwoY|"), ("abc\x1b[H\x1b[3~\x1b[FX", "bcX|"),
        ("abc\x01\x1bdx", "x|"), ("ab" + UP + "\x1bOA\x1b[5~\x1b[15~\x10\x0ec", "abc|"),
        ("漢字\x7f", "漢|"), ("e\u0301x" + LEFT + LEFT + "y", "y|e\u0301x"), ("e\u0301\x7f", "|"),
        ("a👩\u200d💻\x7f", "a|"), ("a\tb", "a\tb|"), ("a\x00\x07b", "ab|"),
        ("\x1b[3\x1b[Dx", "[x|3"),
    ],
)  # fmt: skip
def test_each_key_does_what_it_does_in_a_shell(keys: str, line: str) -> None:
    """Letters, Backspace, arrows, words, cutting and putting back; unknown keys do nothing."""
    assert typed(keys) == line


def test_what_stands_there_is_edited_from_its_end() -> None:
    """As a refused line comes back."""
    assert typed("\x7f30", "coffee 1h9") == "coffee 1h30|"


PIECES = (
    "a\x1b[Dé\x1b[200~x\r\ny\x1b[A\x03\x1b[201~\r\n\x1bb",
    [Event(TEXT, "a"), Event(KEY, "left"), Event(TEXT, "é"), Event(PASTE, "x\r\ny\x1b[A\x03"),
     Event(ENTER), Event(KEY, "word left")],
)  # fmt: skip


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_sequences_may_arrive_in_pieces_of_any_size(size: int) -> None:
    """Nothing of a cut sequence becomes text, and a paste is one event."""
    sent, events = PIECES
    keys = Keys()
    pieces = [sent[place : place + size] for place in range(0, len(sent), size)]
    found = [event for piece in pieces for event in keys.feed(piece)]
    assert found == events
    assert not keys.is_in_the_middle


def test_what_begins_and_does_not_end_is_given_up() -> None:
    """A paste counts as far as it came, a lone Escape is nothing."""
    keys = Keys()
    assert keys.feed("\x1b[200~half a paste") == []
    assert keys.give_up() == [Event(PASTE, "half a paste")]
    assert keys.feed("\x1b") == []
    assert (keys.is_in_the_middle, keys.give_up(), keys.feed("a")) == (
        True, [], [Event(TEXT, "a")],
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["\x1b[2J", "\x9b2J", "\u202etxt", "\x1b]0;x\x07", "\r\x08", "\x7f"]
)
def test_nothing_in_a_line_acts_on_the_terminal(text: str) -> None:
    """Escapes, controls and marks of direction are drawn as signs."""
    sent: list[str] = []
    LineDisplay("> ", sent.append, lambda: (80, 24), moves=False).draw(text, len(text))
    assert "".join(sent).isprintable()


def test_a_terminal_without_movements_gets_none() -> None:
    """A line longer than the terminal, edited in its middle: returns, blanks and backspaces."""
    sent: list[str] = []
    display = LineDisplay("> ", sent.append, lambda: (20, 24), moves=False)
    for text, cursor in (("word " * 20, 100), ("word " * 20, 7), ("short", 5), ("a\nb", 1)):
        display.draw(text, cursor)
    display.end("a\nb")
    assert "\x1b" not in "".join(sent)


class Window:
    """A terminal of 40 columns and 10 lines whose screen can be read."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self.call = [needs("tmux"), "-S", str(folder / "tmux"), "-f", os.devnull]
        settings = environment(home, TERM="xterm")
        settings.pop("COLUMNS")
        run = f"{sys.executable} -m pmpath log; echo code=$?; exec sh -i"
        self.tell("new-session", "-d", "-x", "40", "-y", "10", run, **settings)

    def tell(self, *words: str, **settings: str) -> str:
        return subprocess.run(
            [*self.call, *words], env=settings or None, check=True, capture_output=True, text=True
        ).stdout

    def keys(self, *names: str) -> None:
        self.tell("send-keys", *names)

    def paste(self, text: str, *options: str) -> None:
        self.tell("set-buffer", text)
        self.tell("paste-buffer", *options)

    def shows(self, *rows: str) -> str:
        """Wait until the screen holds these rows; the whole screen."""
        end = time.monotonic() + PATIENCE
        while True:
            screen = self.tell("capture-pane", "-p")
            if "\n".join(rows) in screen:
                return screen
            assert time.monotonic() < end, screen
            time.sleep(0.02)

    def kept(self) -> Fields:
        self.shows("code=0")
        return entries(self.home)[-1]


@pytest.fixture
def window(home: Path, tmp_path: Path) -> Iterator[Window]:
    """A window at the prompt of `pmpath log`."""
    found = Window(home, tmp_path)
    try:
        found.shows(LOG.strip())
        yield found
    finally:
        subprocess.run([*found.call, "kill-server"], check=False, capture_output=True)


def test_a_line_longer_than_the_window_is_folded_and_edited(window: Window) -> None:
    """Typed over two rows, a word put in its middle, the end taken away, wide letters."""
    window.keys("-l", "coffee with somebody in a house far away")
    window.shows(f"{LOG}coffee with somebody i", "n a house far away")
    window.keys("C-a")
    window.keys("-l", "tea and ")
    window.shows(f"{LOG}tea and coffee with so", "mebody in a house far away")
    window.keys("C-e", "C-w", "C-w", "C-w")
    window.shows(f"{LOG}tea and coffee with so", "mebody in a")
    window.keys("C-w", "C-w", "C-w")
    window.keys("-l", "漢字漢字漢字漢字")
    screen = window.shows(f"{LOG}tea and coffee with 漢\n字漢字漢字漢字")
    assert screen.count("What did") == 1
    window.keys("Enter")
    assert window.kept()["text"] == "tea and coffee with 漢字漢字漢字漢字"


def test_a_paste_of_tmux_with_marks_waits_for_enter(window: Window) -> None:
    """Real marks, set since pmpath asked for them: three lines stand there, Enter keeps them."""
    window.paste("coffee\ntouch reached\nthird", "-p")
    window.shows(f"{LOG}coffee↵ touch reached↵", " third")
    assert entries(window.home) == []
    window.keys("Enter")
    assert window.kept()["text"] == "coffee\ntouch reached\nthird"


def test_a_paste_taller_than_the_window_is_kept_whole(window: Window) -> None:
    """Two hundred lines in a window of ten."""
    text = "\n".join(f"line {number} of the notes" for number in range(200))
    window.paste(text, "-p")
    window.shows("ine 199 of the notes")
    window.keys("Enter")
    assert window.kept()["text"] == text


@pytest.mark.parametrize("separator", ["\n", "\r"])
def test_a_paste_of_tmux_without_marks_is_one_entry(window: Window, separator: str) -> None:
    """As from a terminal that sets none; nothing goes on to the shell that waits behind."""
    window.paste("coffee\ntouch reached\nthird\n", "-s", separator)
    assert window.kept()["text"] == "coffee\ntouch reached\nthird"
    assert "reached: " not in window.tell("capture-pane", "-p")
