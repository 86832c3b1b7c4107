"""What is pasted into the prompt of `pmpath log` becomes one entry, and nothing else happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.paste.desk import BEGINS, ENDS, LOG, SHELL, Desk

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

THREE = "coffee with @lena:pm 45m\ntouch reached\necho $(touch reached)"
LONG = "\n".join(f"touch reached; line {number} of many, said slowly" for number in range(200))
ENDLESS = "coffee" + " and more words" * 600
ACTIVE = "a \x1b[31mred\x1b[0m word \x1b]0;title\x07 and \x1b[A more"


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("text", [THREE, LONG, ENDLESS, "Jörg 漢字 👩‍💻 e\u0301\nzwei"],
                         ids=["three lines", "200 lines", "9000 signs", "wide"])  # fmt: skip
def test_a_paste_is_one_entry(home: Path, text: str, marked: bool) -> None:
    """Three lines, two hundred, one of nine thousand signs; with and without marks, then Enter."""
    desk = Desk(home)
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste(text, marked=marked)
    desk.type("")
    assert desk.kept()[0]["text"] == text
    assert desk.untouched()


@pytest.mark.parametrize("term", ["dumb", "xterm"])
@pytest.mark.parametrize("text", [THREE, LONG], ids=["three lines", "200 lines"])
def test_a_paste_that_ends_with_its_line_needs_no_enter(home: Path, text: str, term: str) -> None:
    """Where the terminal sets no marks the last line break is like Enter."""
    desk = Desk(home, term)
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste(f"{text}\n", marked=False)
    assert desk.kept()[0]["text"] == text
    assert desk.untouched()


def test_a_marked_paste_never_ends_the_answer(home: Path) -> None:
    """Its line breaks at the end are left out, and Enter is waited for: more can be typed."""
    desk = Desk(home)
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste("coffee with @lena:pm\n\n\n", marked=True)
    desk.type(" 45m")
    entry = desk.kept()[0]
    assert (entry["text"], entry["minutes"]) == ("coffee with @lena:pm 45m", 45)
    assert desk.untouched()


def test_two_pastes_in_a_row_do_not_run_into_each_other(home: Path) -> None:
    """Where the first ended with its line, the second begins one."""
    desk = Desk(home)
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste("coffee\ncake\n", marked=True)
    desk.paste("touch reached\n", marked=True)
    desk.type("")
    assert desk.kept()[0]["text"] == "coffee\ncake\ntouch reached"
    assert desk.untouched()


@pytest.mark.parametrize("marked", [True, False])
def test_long_line_ends_are_one_line_end(home: Path, marked: bool) -> None:
    """CR LF, as from another system, gives no empty lines between."""
    desk = Desk(home)
    desk.type("pmpath log")
    desk.see(LOG)
    pasted = "coffee\r\nand cake\r\ntouch reached\r\n"
    desk.terminal.send(f"{BEGINS}{pasted}{ENDS}\r" if marked else pasted)
    assert desk.kept()[0]["text"] == "coffee\nand cake\ntouch reached"
    assert desk.untouched()


def test_what_acts_on_a_terminal_is_kept_and_shown_harmlessly(home: Path) -> None:
    """Escapes in a marked paste stand in the entry as pasted, and none reaches the screen."""
    desk = Desk(home)
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste(ACTIVE, marked=True)
    shown = desk.see("more")
    desk.type("")
    assert desk.kept()[0]["text"] == ACTIVE
    assert "\x1b[31m" not in shown
    assert "\x1b]0;" not in shown
    assert desk.untouched()


def test_control_characters_in_a_paste_press_no_keys(home: Path) -> None:
    """Ctrl-C, Ctrl-D, Ctrl-Z, Ctrl-U and the like between the marks are text."""
    desk = Desk(home)
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste("coffee\x03\x04\x1a\x1c\x15\x17\x7f cake", marked=True)
    desk.type("")
    assert desk.kept()[0]["text"] == "coffee\x03\x04\x1a\x1c\x15\x17\x7f cake"
    assert desk.untouched()


def test_unmarked_escapes_do_no_harm(home: Path) -> None:
    """Without marks they are keys that mean nothing; the words between stay."""
    desk = Desk(home, "dumb")
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste("one \x1b[31mred\x1b[0m word\ntouch reached\n", marked=False)
    assert desk.kept()[0]["text"] == "one red word\ntouch reached"
    assert desk.untouched()


@pytest.mark.parametrize("key", ["\x03", "\x1a"])
def test_keys_that_leave_swallow_the_rest_of_a_paste(home: Path, key: str) -> None:
    """An unmarked Ctrl-C or Ctrl-Z ends or suspends the call; what is behind it goes nowhere."""
    desk = Desk(home, "dumb")
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste(f"one{key}\ntouch reached\n" + "touch reached\n" * 300, marked=False)
    if key == "\x1a":
        desk.see("Stopped")
        desk.see(SHELL)
        desk.type("kill %1")
    assert desk.untouched()


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_a_paste_before_the_question_shows_is_the_entry(home: Path, term: str) -> None:
    """The call and the lines in one paste: the lines wait for the question, and are one entry."""
    desk = Desk(home, term)
    desk.paste(f"pmpath log\n{THREE}\n", marked=False)
    assert desk.kept()[0]["text"] == THREE
    assert desk.untouched()


def test_a_line_of_a_refused_paste_answers_nothing(home: Path) -> None:
    """What comes back for mending waits for a person."""
    desk = Desk(home, "dumb")
    desk.type("pmpath log")
    desk.see(LOG)
    desk.paste("coffee +allies +craft\ntouch reached\nand tea\n", marked=False)
    desk.see(LOG)
    desk.terminal.send("\x03")
    assert desk.untouched()


def test_the_end_of_a_paste_that_is_lost_is_not_waited_for(home: Path) -> None:
    """A first mark without a second: after a pause the keys work again."""
    desk = Desk(home)
    desk.type("pmpath log")
    desk.see(LOG)
    desk.terminal.send("\x1b[200~coffee with cake")
    desk.see("cake")
    desk.type("")
    assert desk.kept()[0]["text"] == "coffee with cake"
    assert desk.untouched()
