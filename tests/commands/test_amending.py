from __future__ import annotations

import json
from typing import Any

import pytest

from tests.commands.conftest import Terminal
from tests.commands.test_corrections import entries


def handle(terminal: Terminal, at: int = -1) -> str:
    """The handle of a record, the newest unless said, as `history --all` shows it."""
    found = json.loads(terminal.type("history", "--all", "-n", "0", "--json"))["data"]["records"]
    return str(found[at]["handle"])


def newest(terminal: Terminal) -> dict[str, Any]:
    """The newest entry."""
    return entries(terminal)[-1]


@pytest.mark.parametrize(
    ("logged", "what", "field", "left"),
    [
        ("coffee with @lean:pm and @tomas:sales", "@lean", "people", ["Tomas (sales)"]),
        ("coffee with @jörg_müller:pm", "@JÖRG_müller", "people", []),
        ("coffee with @jörg_müller:pm", "@jörg", "people", []),
        ("coffee with @lean:pm", "Lean", "people", []),
        ("coffee with @o'brien:pm", "@obrien", "people", []),
        ("wrote the one-pager +published +writing", "published", "tags", []),
        ("wrote the one-pager +published +writing", "+published", "tags", []),
        ("wrote the one-pager +published +writing", "#writing", "track", ""),
        ("coffee next fri lena: deck", "next", "next", None),
        ("coffee theirs fri lena: answer", "theirs", "next", None),
        ("coffee worry: churn said: maybe", "worry", "notes", {"said": "maybe"}),
        ("coffee worry: churn", "Worry:", "notes", {}),
        ("read https://example.org/A today", "https://example.org/A", "evidence", []),
        ("read https://example.org/A today", "link", "evidence", []),
        ("read https://example.org/A today", "a link", "evidence", []),
        ("read https://example.org/A https://example.org/B", "links", "evidence", []),
        ("wrote it --link https://example.org/A --link file.pdf", "link", "evidence", []),
        ("donations: 4200 to 7900 USD/month", "a number", "metrics", []),
        ("donations: 4200 to 7900 USD/month", "donations", "metrics", []),
        ("donations: 4200 to 7900 USD/month", "number", "metrics", []),
        ("coffee 45m", "minutes", "minutes", 15),
        ("coffee yesterday", "day", "day", "2027-01-11"),
        ("asked @lena for a seat", "asked", "half", ""),
        ("met @lena --opening Nordfrakt", "opening", "opening", ""),
        ("met @lena --opening Nordfrakt", "nordfrakt", "opening", ""),
        ("applied to Nordfrakt as product manager", "Nordfrakt", "opening", ""),
        ("applied to Nordfrakt as product manager", "nordfrakt:", "opening", ""),
        ("applied to Nordfrakt as product manager", "Nordfrakt: product manager", "opening", ""),
        ("applied to Nordfrakt as product manager", "nordfrakt as product manager", "opening", ""),
        ("read two chapters of Inspired", "inspired", "book", ""),
        ("met @lena --milestone allies.five-met", "allies.five-met", "milestone", ""),
        ("met @lena --energy 3", "energy", "energy", None),
        ("called three stores --did allies.coffee 45m", "minutes", "minutes", 30),
    ],
)
def test_what_an_entry_says_can_be_taken_away(
    terminal: Terminal, logged: str, what: str, field: str, left: object
) -> None:
    """The words stay as they were typed; whatever else the entry says stays as well.

    A meeting that nobody is left of is none.
    """
    terminal.type("log", *logged.split())
    before = newest(terminal)
    terminal.type("amend", "--drop", what)
    after = newest(terminal)
    assert after[field] == left
    assert after["text"] == before["text"]
    # What is gone is not a guess any more.
    gone = {"people", "event"} if field == "people" and not left else {field}
    assert after["guessed"] == [one for one in before["guessed"] if one not in gone or left]
    with_it = {*gone, "amended"} | {"minutes": {"assumed"}, "day": {"tags"}}.get(field, set())
    with_it |= {"guessed"} & {key for key in after if after[key] != before[key]}
    assert {key for key in after if after[key] != before[key]} == with_it
    terminal.type("undo")
    assert newest(terminal) == before


@pytest.mark.parametrize(
    ("logged", "amended", "told"),
    [
        ("coffee with Lena", ("30m",), "allies (guessed)"),
        ("coffee with Lena", ("--text", "coffee with Lena in the canteen"), "allies (guessed)"),
        ("coffee with Lena", ("--track", "customers"), "customers"),
        ("coffee with Lena", ("+allies",), "allies"),
        ("coffee with Lena", ("--drop", "track"), "no track"),
        ("coffee with @lena:pm +allies", ("30m",), "allies"),
        ("fixed a bug in the importer", ("30m",), "engineering (guessed), which does not count"),
    ],
)  # fmt: skip
def test_a_guess_is_called_one_until_it_is_said(
    terminal: Terminal, logged: str, amended: tuple[str, ...], told: str
) -> None:
    """The confirmation of an amendment says of the track what the record does."""
    terminal.type("log", logged)
    shown = " ".join(terminal.type("amend", *amended).split())
    assert f" · {told}" in shown
    if "engineering" not in told:
        assert ("(guessed)" in shown) == ("track" in newest(terminal)["guessed"])


def test_what_is_not_there_cannot_be_taken_away(terminal: Terminal) -> None:
    """The sentence names what is there, and nothing is written."""
    terminal.type("log", "coffee", "with", "@lena:pm", "+allies", "worry:", "churn", "45m")
    before = terminal.log
    for what in ("@tomas", "+sponsors", "next", "said", "link", "donations", "everything"):
        terminal.type("amend", "--drop", what, code=2)
        assert terminal.err.splitlines()[1] == "  It has: @lena, +allies, worry, event, minutes."
    terminal.type("amend", "--drop", "", code=2)
    assert terminal.log == before


def test_one_call_puts_another_in_the_place_of_what_it_takes_away(terminal: Terminal) -> None:
    """What is taken away goes first."""
    terminal.type("log", "coffee", "with", "@lean:pm", "+allies")
    terminal.type("amend", "--drop", "@lean", "--drop", "+allies", "@lena:pm", "+sponsors")
    assert (newest(terminal)["people"], newest(terminal)["track"]) == (["Lena (PM)"], "sponsors")


@pytest.mark.parametrize(
    ("logged", "amended", "before"),
    [
        ("coffee with @lena:pm", "lunch with @lena, about pricing", ""),
        ("coffee with @lena:pm", "long talk, lena likes the deck", ""),
        ("cofee with tomas", "coffee with tomas", ""),
        ("read chaptr three", "read chapter three", ""),
        ("coffee with @lena:pm", "also about pricing", "coffee with @lena:pm\u2028"),
        ("coffee with @lena:pm", "@tomas was there too", "coffee with @lena:pm\u2028"),
        ("coffee with the team", "a walk with the dog", "coffee with the team\u2028"),
    ],
)
def test_words_replace_the_line_that_tells_of_the_same_and_else_are_added(
    terminal: Terminal, logged: str, amended: str, before: str
) -> None:
    """A sentence is never lost to a remark about it; both are shown, before and after."""
    terminal.type("log", *logged.split())
    shown = terminal.type("amend", *amended.split())
    assert newest(terminal)["text"] == before + amended
    first, second = shown.splitlines()[:2]
    assert (first[:5], second[:5]) == ("was: ", "now: ")
    assert "@" not in first + second
    terminal.type("amend", "--text", "Something else")
    assert newest(terminal)["text"] == "Something else"


def test_words_that_were_added_are_told_behind_the_others(terminal: Terminal) -> None:
    """Marks of either line are not shown, and what the second one says is kept."""
    terminal.type("log", "coffee", "with", "@lena:pm", "45m")
    terminal.type("amend", "then", "a", "demo", "for", "@tomas:sales", "1h")
    assert "coffee with Lena; then a demo for Tomas" in terminal.type("history")
    assert newest(terminal)["people"] == ["Lena (PM)", "Tomas (sales)"]
    assert newest(terminal)["minutes"] == 60


def test_a_function_that_is_known_stays_where_the_new_line_names_none(terminal: Terminal) -> None:
    """`@lena` is the Lena (PM) of the entry; another function replaces it."""
    terminal.type("log", "coffee", "with", "@lena:pm")
    terminal.type("amend", "lunch", "with", "@lena")
    assert newest(terminal)["people"] == ["Lena (PM)"]
    terminal.type("amend", "@lena:sales")
    assert newest(terminal)["people"] == ["Lena (sales)"]


@pytest.mark.parametrize("said", [("+roadmap",), ("--track", "roadmap"), ("+customers",),
                                  ("--did", "allies.coffee")])  # fmt: skip
def test_a_track_undoes_an_engineering_that_was_guessed(
    terminal: Terminal, said: tuple[str, ...]
) -> None:
    """The minutes count for the path from then on."""
    terminal.type("log", "refactored", "the", "importer", "2h")
    assert newest(terminal)["tags"] == ["engineering"]
    terminal.type("amend", *said)
    assert newest(terminal)["tags"] == []
    assert newest(terminal)["track"] in ("roadmap", "customers", "allies")
    assert json.loads(terminal.type("report", "--json"))["data"]["this_period"]["minutes"] == 120


def test_an_engineering_that_was_said_stays_beside_a_track(terminal: Terminal) -> None:
    """And the confirmation says how to take it away."""
    terminal.type("log", "fixed", "a", "bug", "for", "Nord", "+engineering")
    shown = terminal.type("amend", "+customers")
    assert newest(terminal)["tags"] == ["engineering"]
    command = shown.partition("To change that: ")[2].split()
    terminal.type(*command[1:])
    assert newest(terminal)["tags"] == []


def test_amend_takes_entries_alone(terminal: Terminal) -> None:
    """The handle of another record, or of an entry that was undone, changes nothing."""
    terminal.type("log", "coffee")
    terminal.type("rest", "tomorrow")
    before = terminal.log
    terminal.type("amend", "--entry", handle(terminal), "30m", code=2)
    assert "This handle belongs to rest on Tue 12 Jan" in terminal.err
    assert terminal.log == before
    terminal.type("undo", handle(terminal, 1))
    terminal.type("amend", "--entry", handle(terminal, 1), "30m", code=2)
    assert "pmpath undo --back" in terminal.err


def test_somebody_whom_the_new_sentence_leaves_out_is_named(terminal: Terminal) -> None:
    """A misspelt name stays until it is taken away, and the command for that is there."""
    terminal.type("log", "coffee", "with", "@lean:pm", "45m")
    shown = terminal.type("amend", "coffee", "with", "@lena:pm")
    assert "Lean (PM) is still part of the entry." in shown
    terminal.type(*shown.partition("To remove the name:")[2].split()[1:])
    assert newest(terminal)["people"] == ["Lena (PM)"]


@pytest.mark.parametrize(
    "words",
    [("did", "not", "meet", "Lena"), ("--text", "no coffee with Lena"), ("not", "met"),
     ("--drop", "@lena")],
)  # fmt: skip
def test_a_meeting_that_is_denied_later_met_nobody(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    """The event that plain words let guess goes with whoever was there."""
    terminal.type("log", "coffee", "with", "Lena", "(PM),", "30m")
    said = " ".join(terminal.type("amend", *words).split())
    assert (newest(terminal).get("event", ""), newest(terminal).get("people", [])) == ("", [])
    assert "met Lena" not in said


def test_what_somebody_did_not_do_denies_no_meeting(terminal: Terminal) -> None:
    """`she did not like it` is added, and Lena was met."""
    terminal.type("log", "coffee", "with", "Lena", "(PM),", "30m")
    terminal.type("amend", "she", "did", "not", "like", "the", "page")
    assert newest(terminal)["event"] == "met"


def test_history_says_the_day_of_writing_once(terminal: Terminal) -> None:
    """The day of an entry stands behind it only where it is another one."""
    terminal.type("log", "coffee", "with", "Lena", "30m")
    terminal.type("log", "fri", "lunch", "with", "Ben", "30m")
    told = [" ".join(line.split()) for line in terminal.type("history", "--all").splitlines()]
    assert any("coffee with Lena, 30 min [" in line for line in told)
    assert any("lunch with Ben, 30 min, Fri 8 Jan [" in line for line in told)
