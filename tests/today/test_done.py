"""`done`: the step that stood, what was logged before it, and what the day had to offer."""

from __future__ import annotations

import json
from datetime import date, timedelta

from tests.commands.conftest import Terminal

# On its first day this plan asks for the pay floor, in parts of thirty minutes.
FIRST = "roadmap.pay-floor"


def records(terminal: Terminal) -> list[dict[str, object]]:
    return [json.loads(line) for line in terminal.log.splitlines()]


def step(terminal: Terminal) -> dict[str, object]:
    return dict(json.loads(terminal.type("today", "--json"))["data"]["step"])


def test_done_keeps_the_step_that_stood(terminal: Terminal) -> None:
    """The action, and its person behind it, beside the words that were typed."""
    stood = step(terminal)
    terminal.type("done", "talked", "it", "over")
    last = records(terminal)[-1]
    assert last["step"] == f"{stood['action']} {stood['person']}".strip()


def test_what_was_logged_already_is_not_recorded_again(terminal: Terminal) -> None:
    """The first `done` behind it names the entry, writes nothing and says what is next."""
    assert step(terminal)["action"] == FIRST
    terminal.type("log", "--did", FIRST, "our", "lowest", "pay", "is", "on", "paper", "15m")
    before = terminal.log
    said = " ".join(terminal.type("done").split())
    assert said.startswith('"our lowest pay is on paper" already counts as this step. Next: ')
    assert "(pmpath done --next records it)" in said
    assert terminal.log == before


def test_done_next_records_what_comes_after_it(terminal: Terminal) -> None:
    """The step that it names is the one that `done` said is next."""
    terminal.type("log", "--did", FIRST, "decided", "against", "it", "15m")
    following = step(terminal)
    assert following["action"] != FIRST
    terminal.type("done", "--next")
    assert records(terminal)[-1]["action"] == following["action"]


def test_words_behind_a_done_that_writes_nothing_are_given_back(terminal: Terminal) -> None:
    """Nothing typed is lost without a word."""
    terminal.type("log", "--did", FIRST, "decided", "against", "it", "15m")
    said = terminal.type("done", "it", "was", "hard")
    assert "pmpath log it was hard" in " ".join(said.split())


def test_what_did_not_fulfill_the_step_leaves_it_to_done(terminal: Terminal) -> None:
    """A short entry about something else: the step that stood is recorded."""
    stood = step(terminal)["action"]
    terminal.type("log", "read", "a", "chapter", "of", "Inspired", "10m")
    assert step(terminal)["action"] == stood
    terminal.type("done")
    assert records(terminal)[-1]["action"] == stood


def test_on_a_day_that_something_else_filled_the_step_is_still_recorded(
    terminal: Terminal,
) -> None:
    """The screen asks for no more; whoever did the step all the same says so by `done`."""
    stood = step(terminal)["action"]
    terminal.type("log", "read", "two", "chapters", "of", "Inspired", "1h")
    assert "Enough for today" in terminal.type("today")
    terminal.type("done")
    assert records(terminal)[-1]["action"] == stood


def test_a_full_day_says_how_to_log_more(terminal: Terminal) -> None:
    """`done` writes nothing on it."""
    while "Then today" in terminal.type("done"):
        pass
    before = terminal.log
    terminal.type("done", code=2)
    assert "pmpath log WORDS" in terminal.err
    assert terminal.log == before


def test_engineering_fulfills_nothing_and_fills_nothing(terminal: Terminal) -> None:
    """`done` behind it records the step as if the line were not there."""
    stood = step(terminal)
    terminal.type("log", "fixed", "the", "deploy", "pipeline", "2h")
    assert step(terminal) == stood
    terminal.type("done")
    assert records(terminal)[-1]["action"] == stood["action"]


def test_after_an_undo_the_step_stands_again(terminal: Terminal) -> None:
    """What was counted is gone, so `done` records."""
    terminal.type("log", "--did", FIRST, "decided", "15m")
    terminal.type("undo")
    terminal.type("done")
    assert records(terminal)[-1]["action"] == FIRST


def test_yesterdays_entry_counts_for_yesterday(terminal: Terminal) -> None:
    """An entry of another day leaves today's step to `done`."""
    terminal.type("log", "yesterday", "read", "a", "chapter", "30m", today="2027-01-12")
    stood = step(terminal)["action"]
    terminal.type("done")
    assert records(terminal)[-1]["action"] == stood


def test_whoever_was_asked_owes_the_answer_of_a_step_without_a_name(terminal: Terminal) -> None:
    """The step says `a salesperson`, the words behind `done` say who: nobody asks twice."""
    day = date(2027, 1, 11)
    while True:
        found = json.loads(terminal.type("today", "--json", today=day.isoformat()))["data"]["step"]
        if found and found["half"] == "ask" and not found["person"]:
            break
        if found:
            terminal.type("done", today=day.isoformat())
        else:
            day += timedelta(1)
    terminal.type(
        "done",
        *["asked", "Anat", "(sales)", "which", "call", "I", "may", "hear"],
        today=day.isoformat(),
    )
    awaited = records(terminal)[-1]["next"]
    assert isinstance(awaited, dict)
    assert (awaited["who"], awaited["person"]) == ("them", "Anat (sales)")


def test_a_promise_behind_next_is_kept_as_one(terminal: Terminal) -> None:
    """`--next` with a value stays what it is in `log`, and moves no day."""
    terminal.type("done", "--next", "fri tomas: deck")
    last = records(terminal)[-1]
    assert last["day"] == "2027-01-11"
    assert last["next"] == {"who": "me", "person": "Tomas", "what": "deck", "day": "2027-01-15"}
