"""What the hint behind an entry offers takes back what the entry counts as, all of it or a part."""

from __future__ import annotations

import json

import pytest

from pmpath.cli.session import Session
from tests.commands.conftest import Terminal

TWO = "coffee with Marco (PM) 30m and sent Nadia (sales) the one-pager 10m"


def logged(terminal: Terminal, line: str) -> list[str]:
    """Log the line; the command that its hint offers, without the name of the program."""
    terminal.type("log", *line.split())
    return terminal.out[terminal.out.rindex("pmpath amend") :].splitlines()[0].split()[1:]


def counted(terminal: Terminal) -> tuple[str, ...]:
    """The actions of the only entry, once the whole log is folded."""
    session = Session(
        {"PMPATH_HOME": str(terminal.home), "PMPATH_TODAY": "2027-01-11T19:00:00+00:00"}
    )
    return next(iter(session.journal().fulfilled.values()), ())


def test_the_hint_of_several_deeds_takes_back_all_of_them(terminal: Terminal) -> None:
    """It was the first of them alone."""
    hint = logged(terminal, TWO)
    assert counted(terminal) == ("allies.coffee", "allies.make-helper")
    terminal.type(*hint)
    assert counted(terminal) == ()
    (change,) = (json.loads(one) for one in terminal.log.splitlines() if '"of"' in one)
    assert change["set"] == {"not_did": ["allies.coffee", "allies.make-helper"]}


@pytest.mark.parametrize("wrong", ["allies.coffee", "allies.make-helper"])
def test_without_what_is_right_it_takes_back_the_rest(wrong: str, terminal: Terminal) -> None:
    """As the hint says: any of them can be left out."""
    hint = logged(terminal, TWO)
    assert "type this without what is right" in " ".join(terminal.out.split())
    first = hint.index("--not-did")
    terminal.type(*hint[:first], "--not-did", wrong)
    (left,) = counted(terminal)
    assert left != wrong


def test_what_takes_the_place_of_an_action_is_said(terminal: Terminal) -> None:
    """A line that is no lesson may still be a talk; the hint takes that back in its turn."""
    hint = logged(terminal, "Lunch and learn for our clients: bulk edit. 14 came")
    assert counted(terminal) == ("customers.teach",)
    terminal.type(*hint)
    (instead,) = counted(terminal)
    assert "counts as: a talk on what a feature is worth" in " ".join(terminal.out.split())
    terminal.type("amend", "--not-did", instead)
    assert counted(terminal) == ()
    assert "counts as" not in terminal.out
