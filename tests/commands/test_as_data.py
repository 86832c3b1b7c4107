"""`--json` wherever facts are printed: one envelope, whichever command it is."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.commands.conftest import Terminal

Fields = dict[str, Any]


def told(terminal: Terminal, *words: str, code: int = 0, today: str = "") -> Fields:
    """The envelope that a command prints."""
    found: Fields = json.loads(terminal.type(*words, "--json", code=code, today=today))
    assert (found["pmpath"], set(found)) == (2, {"pmpath", "kind", "data"})
    return found


def test_bare_pmpath_tells_todays_facts(terminal: Terminal) -> None:
    """The same as `today --json`, with the step."""
    found = told(terminal)
    assert found == told(terminal, "today")
    assert (found["kind"], found["data"]["step"]["minutes"] > 0) == ("today", True)


def test_bare_facts_before_init_are_not_found(empty: Terminal) -> None:
    """There is nothing to tell, and the welcome is not JSON."""
    assert empty.type("--json", code=3) == ""
    assert "pmpath init" in empty.err


@pytest.mark.parametrize("command", ["report", "status", "log"])
def test_the_option_before_a_command_is_named_where_it_belongs(
    command: str, terminal: Terminal
) -> None:
    """Nothing is printed as if it were data."""
    assert terminal.type("--json", command, code=2) == ""
    assert f"pmpath {command} --json" in terminal.err


def test_a_check_tells_the_plan_and_what_clashes(terminal: Terminal) -> None:
    """Valid, with its date; then the milestone that lies behind it, and one that waits for that."""
    found = told(terminal, "roadmap", "check")
    assert (found["kind"], found["data"]["valid"]) == ("check", True)
    assert (found["data"]["target"], found["data"]["clashes"]) == ("2028-01-10", [])
    path = terminal.home / "roadmap.toml"
    line = 'id = "allies.five-met"'
    path.write_text(path.read_text().replace(line, f"{line}\ndue = 2028-06-01"))
    clash, _ = told(terminal, "roadmap", "check")["data"]["clashes"]
    assert (clash["id"], clash["side"]) == ("allies.five-met", "after")


@pytest.mark.parametrize(
    ("before", "after", "keys"),
    [
        ("schema = 1", "schema = one", [None]),
        ('scope = "standard"', 'scope = "huge"', ["target.scope"]),
    ],
)
def test_a_check_tells_each_fault_as_data(
    before: str, after: str, keys: list[str | None], terminal: Terminal
) -> None:
    """With its line, and the exit code of a file that has one; nothing on stderr."""
    path = terminal.home / "roadmap.toml"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))
    data = told(terminal, "roadmap", "check", code=4)["data"]
    line = text[: text.index(before)].count("\n") + 1
    assert data["valid"] is False
    assert [(one["line"], one["key"]) for one in data["faults"]] == [(line, key) for key in keys]
    assert terminal.err == ""


def test_the_questions_tell_which_are_open(terminal: Terminal) -> None:
    """Each once, with its answer in words; nothing is asked."""
    found = told(terminal, "answer")
    by_id = {one["id"]: one for one in found["data"]["questions"]}
    assert (found["kind"], len(by_id)) == ("answers", len(found["data"]["questions"]))
    assert (by_id["date"]["answer"], by_id["date"]["is_open"]) == ("Mon 10 Jan 2028", False)
    assert (by_id["junior"]["answer"], by_id["junior"]["is_open"]) == ("", True)


def test_an_answer_tells_what_it_changed(terminal: Terminal) -> None:
    """Stored as without the option; words that leave a question open change nothing."""
    data = told(terminal, "answer", "leaders", "Andreas in sales, Vera in marketing")["data"]
    assert (data["stored"], data["question"]["is_open"]) == (True, False)
    before = terminal.log
    left = told(terminal, "answer", "junior", "later")["data"]
    assert (left["stored"], left["question"]["id"]) == (False, "junior")
    assert told(terminal, "answer", "leaders")["data"]["stored"] is False
    assert terminal.log == before
    terminal.type("answer", "leadres", "x", "--json", code=3)


def test_raised_concerns_are_listed_by_accept(terminal: Terminal) -> None:
    """None, then those of seven weeks of reading, each with its sentence, also as data."""
    assert terminal.type("accept") == "No concern is raised now.\n"
    for week in range(7):
        one = (date(2027, 1, 12) + timedelta(7 * week)).isoformat()
        terminal.type("log", "a chapter 50m +reading", today=one)
    found = told(terminal, "accept", today="2027-02-26")
    ids = [one["id"] for one in found["data"]["concerns"]]
    assert "READING_HEAVY" in ids
    shown = terminal.type("accept")
    assert [line.split()[0] for line in shown.splitlines() if line.startswith("  R")] == [
        "READING_HEAVY"
    ]
    assert f"pmpath accept {ids[0]} --because" in shown
    terminal.type("accept", "--because", "exam", code=2)
    assert "Raised now: " in terminal.err
