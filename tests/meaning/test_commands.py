"""What plain entries move, as the commands show it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from tests.commands.conftest import Terminal

_numbers = count(1)
START = date(2027, 1, 11)
PEOPLE = ("Lena (PM)", "Tomas (sales)", "Ann (marketing)", "Bo (PM)", "Cy (PM)")
MET = "allies.five-met"


def keep(terminal: Terminal, day: int, text: str, **fields: Any) -> str:
    """Append an entry as a reader of plain words writes it; returns its id."""
    key = f"01K{next(_numbers):023d}"
    on = START + timedelta(day)
    line = {"id": key, "at": f"{on}T18:00:00+00:00", "day": f"{on}", "kind": "action",
            "text": text, "minutes": 30, **fields}  # fmt: skip
    with (terminal.home / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    return key


def meet(terminal: Terminal, number: int) -> None:
    """Coffee with the first so many, one a day."""
    for at, person in enumerate(PEOPLE[:number]):
        keep(terminal, at, f"coffee with {person}", people=[person], event="met", track="allies")


def facts(terminal: Terminal, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(terminal.type(*words, "--json"))["data"]
    return found


def test_a_step_that_was_logged_is_not_proposed_again(terminal: Terminal) -> None:
    """Whoever had coffee on Monday is sent neither for coffee nor for the map on Tuesday."""
    meet(terminal, 1)
    terminal.today = "2027-01-12"
    seen = {facts(terminal, "today")["step"]["action"]}
    for _ in range(12):
        seen.add(facts(terminal, "today", "--other")["step"]["action"])
    assert not seen & {"allies.coffee", "allies.map"}
    assert len(seen) > 5


def test_milestones_show_what_reached_them(terminal: Terminal) -> None:
    """The names stand below; JSON has the entries."""
    meet(terminal, 5)
    shown = terminal.type("milestones", today="2027-01-20")
    assert "from your log: Lena, Tomas, Ann, Bo, Cy" in " ".join(shown.split())
    assert len(facts(terminal, "milestones")["evidence"][MET]) == 5


def test_a_milestone_shows_what_is_there_and_what_is_missing(terminal: Terminal) -> None:
    """Four of five, each with day and words."""
    meet(terminal, 4)
    shown = terminal.type("milestones", MET, today="2027-01-20")
    assert "PMs or salespeople met: 4 of 5" in shown
    assert "Tomas: coffee with Tomas (sales)" in shown
    (found,) = facts(terminal, "milestones", MET)["counts"]
    assert (found["there"], found["wanted"]) == (4, 5)
    assert [one["name"] for one in found["facts"]] == ["Lena", "Tomas", "Ann", "Bo"]


def test_a_milestone_of_ones_own_says_that_no_line_can_tell(terminal: Terminal) -> None:
    """Content names no fact for it."""
    terminal.type("milestones", "add", "Speak at a fair", "--track", "search", "--due",
                  "2027-06-01", "--hours", "2")  # fmt: skip
    shown = terminal.type("milestones", "search.speak-at-a-fair")
    assert "Your log cannot tell when this is reached" in shown


def test_a_part_of_a_step_reaches_no_milestone(terminal: Terminal) -> None:
    """`part 1 of 2` is not the pay floor; the last part, which has no such tag, is."""
    keep(terminal, 0, "the role", action="roadmap.target", track="roadmap")
    keep(terminal, 1, "pay floor: part 1 of 2", action="roadmap.pay-floor", tags=["part"])
    assert facts(terminal, "milestones", "roadmap.checked")["done"] is None
    keep(terminal, 2, "pay floor", action="roadmap.pay-floor", track="roadmap")
    assert facts(terminal, "milestones", "roadmap.checked")["done"] == "2027-01-13"


def test_an_unknown_milestone_names_the_nearest(terminal: Terminal) -> None:
    """A slip of the finger is not a new command."""
    terminal.type("milestones", "allies.five-mett", code=3)
    assert "Did you mean allies.five-met?" in terminal.err


def test_the_report_of_the_week_names_it(terminal: Terminal) -> None:
    """It is news in the week in which the last fact was written."""
    meet(terminal, 5)
    reached = facts(terminal, "report")["milestones"]["reached"]
    assert [one["id"] for one in reached if one["id"] == MET] == [MET]


def test_amend_not_did_opens_it_again_and_undo_brings_it_back(terminal: Terminal) -> None:
    """What the person says of one entry counts for the milestone as well."""
    for at in range(3):
        keep(terminal, at, "rated calls", event="met", people=["Acme (customer)"])
    key = "customers.three-run"
    keep(terminal, 3, "watched Acme work", event="met", people=["Acme (customer)"])
    terminal.today = "2027-01-18"
    (found,) = facts(terminal, "milestones", key)["counts"]
    assert found["there"] == 1
    terminal.type("amend", "--not-did", "customers.watch")
    (found,) = facts(terminal, "milestones", key)["counts"]
    assert found["there"] == 0
    terminal.type("undo")
    (found,) = facts(terminal, "milestones", key)["counts"]
    assert found["there"] == 1


def test_the_hint_of_an_entry_hits_that_entry_after_another_one(terminal: Terminal) -> None:
    """`If that is wrong` names the entry that it takes the credit from."""
    terminal.type("log", "coffee", "with", "Lena,", "our", "PM,", "30", "min")
    hint = terminal.out.partition("If that is wrong:")[2].split()
    terminal.type("log", "review", "of", "the", "week,", "15", "min")
    terminal.type(*hint[1:])
    kept = [json.loads(line) for line in terminal.log.splitlines()]
    coffee = next(one["id"] for one in kept if "coffee" in one.get("text", ""))
    assert (kept[-1]["of"], kept[-1]["set"]) == (coffee, {"not_did": ["allies.coffee"]})


def test_amend_did_says_what_it_was(terminal: Terminal) -> None:
    """The log keeps the change alone, with the track of the action, and the count follows."""
    keep(terminal, 0, "an hour at the window", event="", people=["Acme (customer)"])
    terminal.type("amend", "--did", "customers.watch")
    changed = json.loads(terminal.log.splitlines()[-1])["set"]
    assert changed == {"track": "customers", "did": ["customers.watch"]}
    (found,) = facts(terminal, "milestones", "customers.three-run")["counts"]
    assert found["there"] == 1
    terminal.type("amend", "--did", "customers.watch", code=2)
    assert "Nothing would change." in terminal.err


def test_did_and_not_did_cannot_be_the_same(terminal: Terminal) -> None:
    """One call says one thing."""
    keep(terminal, 0, "an hour at the window")
    terminal.type("amend", "--did", "customers.watch", "--not-did", "customers.watch", code=2)
    assert "name the same action, customers.watch." in terminal.err


def test_two_machines_say_different_things_of_one_entry(terminal: Terminal) -> None:
    """Each action keeps the later word said of it, whatever the order of the lines."""
    key = keep(terminal, 0, "coffee with Lena", event="met", people=["Lena (PM)"])
    says = [
        ("18:30", {"did": ["customers.watch"]}), ("18:31", {"not_did": ["allies.coffee"]}),
        ("18:32", {"not_did": ["customers.watch"], "did": ["allies.mentor"]}),
    ]  # fmt: skip
    with (terminal.home / "log.jsonl").open("a", encoding="utf-8") as file:
        for at, changes in reversed(says):
            line = {"id": f"01M{at[3:]}", "at": f"2027-01-11T{at}:00+00:00", "day": "2027-01-11",
                    "kind": "amend", "of": key, "set": changes}  # fmt: skip
            file.write(json.dumps(line) + "\n")
    (entry,) = facts(terminal, "history")["entries"]
    assert entry["did"] == ["allies.mentor"]
    assert entry["not_did"] == ["allies.coffee", "customers.watch"]


def test_a_milestone_reached_by_the_log_can_be_reopened_and_marked(terminal: Terminal) -> None:
    """The person has the last word, until new facts come."""
    meet(terminal, 5)
    terminal.today = "2027-01-20"
    terminal.type("milestones", "reopen", MET)
    done = {one["id"]: one["done"] for one in facts(terminal, "milestones")["milestones"]}
    assert done[MET] is None
    terminal.type("milestones", "done", MET, today="2027-01-21")
    done = {one["id"]: one["done"] for one in facts(terminal, "milestones")["milestones"]}
    assert done[MET] == "2027-01-21"


def test_a_correction_says_which_milestone_is_open_again(terminal: Terminal) -> None:
    """With what is there now; and which one is reached by it."""
    meet(terminal, 5)
    terminal.today = "2027-01-20"
    shown = terminal.type("undo", "--entry", terminal_handle(terminal))
    assert "Open again: Five PMs or salespeople met (PMs or salespeople met: 4 of 5)." in shown
    keep(terminal, 8, "lunch with Dora", people=["Dora (PM)"], event="asked", half="ask")
    shown = terminal.type("amend", "--did", "allies.coffee")
    assert "Reached: Five PMs or salespeople met." in shown


def terminal_handle(terminal: Terminal) -> str:
    """The handle of the newest entry."""
    found: str = facts(terminal, "history")["entries"][-1]["id"]
    return found[-6:]


def test_log_as_data_says_what_the_line_fulfils_and_reaches(terminal: Terminal) -> None:
    """The coffee with the fifth ally is a coffee, and reaches the milestone of five."""
    meet(terminal, 4)
    terminal.today = "2027-01-15"
    told = facts(terminal, "log", "coffee with Cy (PM), 30 min")
    assert (told["fulfils"], told["reached"]) == (["allies.coffee"], [MET])
    told = facts(terminal, "log", "coffee with Di (PM), 30 min")
    assert (told["fulfils"], told["reached"]) == (["allies.coffee"], [])


def test_undo_of_an_entry_opens_the_milestone_and_its_return_reaches_it(terminal: Terminal) -> None:
    """Both say so behind the entry."""
    meet(terminal, 5)
    assert "Open again:" in terminal.type("undo", today="2027-01-15")
    assert "Reached:" in terminal.type("undo", "--back", today="2027-01-15")


def test_what_was_said_to_be_done_is_dropped_or_replaced(terminal: Terminal) -> None:
    """In one call with another action the first is denied; alone it is only not said any more."""
    keep(terminal, 0, "an hour at the window", event="")
    terminal.type("amend", "--did", "customers.watch")
    terminal.type("amend", "--drop", "did", "--did", "allies.mentor")
    changed = json.loads(terminal.log.splitlines()[-1])["set"]
    assert (changed["did"], changed["not_did"]) == (["allies.mentor"], ["customers.watch"])
    terminal.type("amend", "--drop", "action")
    assert json.loads(terminal.log.splitlines()[-1])["set"] == {"did": None}


@pytest.mark.parametrize(
    ("words", "is_reached"),
    [
        ("Tomas used my white paper with Hartmann", True),
        ("my customer story was used by Tomas at Hartmann", True),
        ("Tomas used my checklist with Hartmann", False),
        ("used my white paper in a call with Tomas", False),
    ],
)
def test_a_seller_has_to_use_a_text_and_no_sheet(
    terminal: Terminal, words: str, is_reached: bool
) -> None:
    """The milestone is of white papers and customer stories; a checklist helps an ally."""
    keep(terminal, 3, words, people=["Tomas (sales)"], track="writing")
    found = facts(terminal, "milestones")["evidence"]
    assert ("writing.used-by-sales" in found) == is_reached
