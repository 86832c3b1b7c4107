"""What a terminal is asked: the reason of a move, once, and the way on of `replan`."""

from __future__ import annotations

import os
import re
import sys

import pexpect
import pytest

from tests.commands.conftest import Terminal
from tests.editing.conftest import kept, roadmap
from tests.installed import installed

PATIENCE = 60.0
WHY, WAY = "Enter for no reason. ", "What would you like to change? "
DAY = "2027-05-10"
# Bold and its like, which NO_COLOR leaves.
STYLE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def on_terminal(
    terminal: Terminal, *words: str, columns: int = 80, today: str = DAY
) -> pexpect.spawn[str]:
    """Begin `pmpath WORDS` on a terminal of its own."""
    settings = {
        **os.environ, "PMPATH_HOME": str(terminal.home), "PMPATH_TODAY": today, "TERM": "xterm",
        "NO_COLOR": "1", "PYTHONPATH": installed(),
    }  # fmt: skip
    settings.pop("COLUMNS", None)
    return pexpect.spawn(
        sys.executable, ["-m", "pmpath", *words], env=settings, encoding="utf-8",
        timeout=PATIENCE, dimensions=(24, columns),
    )  # fmt: skip


def answered(shown: pexpect.spawn[str], *dialogue: tuple[str, str]) -> tuple[int | None, str]:
    """Type each answer behind its prompt; returns the exit code and all that was shown."""
    said = ""
    for prompt, answer in dialogue:
        shown.expect_exact(prompt)
        said += (shown.before or "") + prompt
        shown.send(f"{answer}\r")
    shown.expect(pexpect.EOF)
    shown.close()
    return shown.exitstatus, said + (shown.before or "")


def test_a_move_asks_once_for_its_reason(terminal: Terminal) -> None:
    """What is typed stays in the log."""
    code, said = answered(
        on_terminal(terminal, "roadmap", "move", "2028-03-06"), (WHY, "a long release")
    )
    assert (code, "because   a long release" in said) == (0, True)
    assert kept(terminal, "plan")[-1]["reason"] == "a long release"


def test_enter_leaves_the_reason_out(terminal: Terminal) -> None:
    """It is asked once; the move counts all the same."""
    code, said = answered(on_terminal(terminal, "roadmap", "move", "2028-03-06"), (WHY, ""))
    assert (code, "because" in said) == (0, False)
    assert kept(terminal, "plan")[-1]["target"] == "2028-03-06"


def test_a_move_that_cannot_be_asks_for_no_reason(terminal: Terminal) -> None:
    """The refusal comes first."""
    code, said = answered(on_terminal(terminal, "roadmap", "move", "2028-01-10"))
    assert (code, WHY in said) == (2, False)


def test_one_enter_starts_the_line_today(terminal: Terminal) -> None:
    """Same date, nothing in the file changes; every way was shown with its numbers before."""
    before = roadmap(terminal).read_bytes()
    code, said = answered(on_terminal(terminal, "replan"), (WAY, ""), (WHY, "back"))
    assert (code, "Replanned: counting starts again today, Mon 10 May." in said) == (0, True)
    shown = " ".join(STYLE.sub("", said).split())
    assert "about 35 weeks of 4 h less 30 min for the review, without days off: 122 h" in shown
    assert "core: 22 open, 66 h 30, 2 h 25 a week." in shown
    assert roadmap(terminal).read_bytes() == before
    assert (kept(terminal, "plan")[-1]["restart"], kept(terminal, "plan")[-1]["reason"]) == (
        True, "back",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("dialogue", "key", "value"),
    [
        ([("d", ""), ("The date: ", "2028-05-01")], "target", "2028-05-01"),
        ([("m", ""), ("Hours a week: ", "5")], "minutes",
         {"mon": 35, "tue": 35, "wed": 35, "thu": 35, "fri": 35, "sat": 125, "sun": 0}),
        ([("s", ""), ("Scope: ", "")], "scope", "core"),
        ([("x", ""), (WAY, "d"), ("The date: ", "2027-05-01"), (WAY, "d"),
          ("The date: ", "2028-05-01")], "target", "2028-05-01"),
    ],
    ids=["another date", "other hours", "a smaller scope", "a slip and a day that is over"],
)  # fmt: skip
def test_each_way_is_taken_with_a_key_and_its_value(
    terminal: Terminal, dialogue: list[tuple[str, str]], key: str, value: object
) -> None:
    """The smaller scope is offered ready to take; what cannot be is asked for again."""
    first, *rest = dialogue
    code, _ = answered(on_terminal(terminal, "replan"), (WAY, first[0]), *rest, (WHY, ""))
    assert code == 0
    newest = kept(terminal, "plan")[-1]
    assert (newest[key], newest["restart"]) == (value, True)


@pytest.mark.parametrize("dialogue", [[(WAY, "q")], [(WAY, "d"), ("The date: ", "")]])
def test_leaving_it_changes_nothing(terminal: Terminal, dialogue: list[tuple[str, str]]) -> None:
    """By its key, or by an empty value."""
    before = roadmap(terminal).read_bytes(), terminal.log
    code, said = answered(on_terminal(terminal, "replan"), *dialogue)
    assert (code, "Nothing was changed." in said) == (0, True)
    assert (roadmap(terminal).read_bytes(), terminal.log) == before


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("x", ""), ("pmpath report", ""), ("next june", ""), ("date", "The date: "),
     ("hours", "Hours a week: ")],
)  # fmt: skip
def test_what_is_no_way_on_is_said(terminal: Terminal, typed: str, taken: str) -> None:
    """With the keys that are; a word for one is as good."""
    rest = [(taken, "")] if taken else [(WAY, "q")]
    code, said = answered(on_terminal(terminal, "replan"), (WAY, typed), *rest)
    assert code == 0
    said = " ".join(said.split())
    assert (f'"{typed}" was not understood.' in said) is not bool(taken)
    assert ("press Enter, or type one of d, m, s, q." in said) is not bool(taken)


def test_ctrl_c_changes_nothing(terminal: Terminal) -> None:
    """Exit 130, and both files are as they were."""
    before = roadmap(terminal).read_bytes(), terminal.log
    shown = on_terminal(terminal, "replan")
    shown.expect_exact(WAY)
    shown.sendintr()
    code, _ = answered(shown)
    assert code == 130
    assert (roadmap(terminal).read_bytes(), terminal.log) == before


def test_after_the_date_enter_is_not_offered(terminal: Terminal) -> None:
    """The ways on are another date, or to leave it."""
    _, said = answered(on_terminal(terminal, "replan", today="2028-02-01"), (WAY, "q"))
    assert "Same date" not in said
    assert "Another date." in said


def test_the_screen_of_replan_fits_forty_columns(terminal: Terminal) -> None:
    """No line is longer."""
    _, said = answered(on_terminal(terminal, "replan", columns=40), (WAY, "q"))
    lines = [STYLE.sub("", line).rstrip() for line in said.splitlines()]
    assert max(map(len, lines)) <= 40
