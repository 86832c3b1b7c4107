"""What TAB offers is what may be meant there and then, in a spelling that every shell takes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pmpath.cli.options.completion import (
    concerns,
    dropped_milestone_ids,
    marks,
    milestone_ids,
    open_milestone_ids,
    open_question_ids,
    people,
    reached_milestone_ids,
    reasons,
)
from pmpath.domain.people import is_shell_safe
from tests.commands.conftest import Terminal
from tests.commands.conftest import empty as empty
from tests.commands.conftest import terminal as terminal

ODD_NAMES = ("jörg_müller:pm", "d’arcy:sales", "anne-marie:pm", "李雷:customer", "lena:pm")


@pytest.fixture
def here(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A data folder that completion reads, after seven weeks of reading alone."""
    monkeypatch.setenv("PMPATH_HOME", str(terminal.home))
    monkeypatch.setenv("PMPATH_TODAY", "2027-02-26")
    for week in range(7):
        on = (date(2027, 1, 12) + timedelta(7 * week)).isoformat()
        terminal.type("log", "a chapter 50m +reading", today=on)
    return terminal


def test_concerns_are_those_that_are_raised(here: Terminal) -> None:
    """In the capitals or small letters that were begun; one that is snoozed is offered no more."""
    raised = concerns("")
    assert "READING_HEAVY" in raised
    assert "OFFER_OPEN" not in raised
    assert concerns("READ") == ["READING_HEAVY"]
    assert concerns("read") == ["reading_heavy"]
    here.type("accept", "reading_heavy", "--because", "exam")
    assert "READING_HEAVY" not in concerns("")


def test_why_begins_with_what_is_raised(here: Terminal) -> None:
    """Not with every action there is; whatever is begun is completed from all of them."""
    assert "READING_HEAVY" in reasons("")
    assert "pace" in reasons("")
    assert "allies.coffee" not in reasons("")
    assert "allies.coffee" in reasons("allies.c")
    assert "OFFER_OPEN" in reasons("OFFER")


def test_milestones_are_those_that_the_command_may_change(here: Terminal) -> None:
    """Open ones to reach and to drop, reached ones to reopen, dropped ones to bring back."""
    here.type("milestones", "done", "craft.trial-agreed")
    here.type("milestones", "drop", "positioning.value-talk", "--because", "given")
    assert reached_milestone_ids("craft.trial") == ["craft.trial-agreed"]
    assert open_milestone_ids("craft.trial") == ["craft.trial-decided"]
    assert dropped_milestone_ids("") == ["positioning.value-talk"]
    assert {"craft.trial-agreed", "positioning.value-talk"} <= set(milestone_ids(""))


def test_questions_are_those_that_are_open(here: Terminal) -> None:
    """An answered one is offered once it is begun, since it may be answered anew."""
    assert "junior" in open_question_ids("")
    assert "date" not in open_question_ids("")
    assert open_question_ids("dat") == ["date"]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_everybody_is_offered_in_letters_that_no_shell_takes(name: str, here: Terminal) -> None:
    """What is offered is found again when it is typed, behind @ as well."""
    here.type("log", f"coffee with @{name} 30m")
    (offered,) = people(name[:2])
    assert is_shell_safe(offered)
    assert marks(f"@{name[:2]}") == [f"@{offered}"]
    here.type("prepare", offered)


def test_marks_alone_are_completed_in_a_sentence(here: Terminal) -> None:
    """Words are the person's own; + begins a track."""
    assert marks("cof") == marks("") == []
    assert marks("+pos") == ["+positioning"]


def test_nothing_readable_offers_nothing(here: Terminal) -> None:
    """A roadmap with a fault, a log that is not a text: no word comes into the typed line."""
    (here.home / "roadmap.toml").write_text("[target\n")
    for offer in (concerns, open_milestone_ids, dropped_milestone_ids, open_question_ids):
        assert offer("") == []
