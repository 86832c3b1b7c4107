"""Another step than the one proposed: for today, smaller, later, not at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.situation import Situation
from pmpath.coach.today.step import todays_step
from pmpath.domain.kinds import NOT_BEFORE, NOT_IN_PLAN, OTHER, SIZE, Decline
from tests import build
from tests.commands.conftest import Terminal
from tests.effort import examples


def step(terminal: Terminal, *words: str, today: str = "") -> dict[str, object]:
    found = json.loads(terminal.type("today", *words, "--json", today=today))["data"]["step"]
    return dict(found)


def test_a_step_of_ten_minutes_is_asked_for_and_done(terminal: Terminal) -> None:
    """`done` records that length; the day after has its own again."""
    assert step(terminal, "--minutes", "10")["minutes"] == 10
    assert step(terminal)["minutes"] == 10
    assert "10 min" in terminal.type("done")
    assert step(terminal, today="2027-01-12")["minutes"] == 30


@pytest.mark.parametrize("typed", ["10", "10m", "0:10", "ten minutes"])
def test_minutes_are_typed_as_in_an_entry(terminal: Terminal, typed: str) -> None:
    """A bare number, a unit, a clock form and words are the same ten minutes."""
    assert step(terminal, "--minutes", typed)["minutes"] == 10


def test_more_minutes_make_a_part_a_whole(terminal: Terminal) -> None:
    """Sixty minutes on a day of thirty: the action in one go."""
    assert step(terminal)["count"] == 2
    whole = step(terminal, "--minutes", "60")
    assert (whole["minutes"], whole["part"]) == (60, False)


def test_a_day_off_and_a_done_day_have_a_step_when_asked(terminal: Terminal) -> None:
    """Both propose nothing of their own."""
    assert "Nothing is due" in terminal.type("today", today="2027-01-17")
    assert step(terminal, "--minutes", "15")["minutes"] == 15
    terminal.type("done")
    assert json.loads(terminal.type("today", "--json"))["data"]["step"] is None
    assert step(terminal, "--minutes", "5")["minutes"] == 5


def test_a_length_that_is_none_is_refused(terminal: Terminal) -> None:
    """Nothing is written."""
    before = terminal.log
    for minutes in ("3", "601"):
        terminal.type("today", "--minutes", minutes, code=2)
        assert "Write 5 to 600." in terminal.err
    assert terminal.log == before


def test_a_step_stays_away_until_its_day(terminal: Terminal) -> None:
    """Put aside until 1 March: another one comes until then."""
    first = step(terminal)["action"]
    text = terminal.type("today", "--not-before", "1 mar")
    assert "Not before Mon 1 Mar." in text
    for today in ("2027-01-11", "2027-01-20", "2027-02-27"):
        assert step(terminal, today=today)["action"] != first
    found = [step(terminal, today="2027-03-01"), *(step(terminal, "--other") for _ in range(15))]
    assert first in [one["action"] for one in found]


def test_a_step_that_is_not_in_the_plan_comes_back_once_it_is_logged(terminal: Terminal) -> None:
    """The confirmation says how; undo takes it back at once."""
    first = step(terminal)["action"]
    assert f"pmpath log --did {first}" in " ".join(terminal.type("today", "--not-in-plan").split())
    assert step(terminal, today="2028-01-03")["action"] != first
    terminal.type("undo", today="2027-01-11")
    assert step(terminal)["action"] == first


def test_a_promise_to_somebody_is_not_put_out_of_the_plan(terminal: Terminal) -> None:
    """Its day moves with the person."""
    terminal.type("log", "coffee", "with", "@lena:pm", "next", "tomorrow", "lena:", "deck", "30m")
    terminal.type("today", "--not-in-plan", today="2027-01-12", code=2)
    assert "This step was promised" in terminal.err


def test_a_day_to_come_is_asked_for(terminal: Terminal) -> None:
    """Yesterday is none."""
    terminal.type("today", "--not-before", "2027-01-10", code=2)
    assert "is not in the future" in terminal.err


def test_a_step_that_was_put_aside_is_back_after_a_week(terminal: Terminal) -> None:
    """Another one comes until then; on the first day it is offered again without a question."""
    first = step(terminal)["action"]
    terminal.type("today", "--other")
    for today in ("2027-01-12", "2027-01-15", "2027-01-17"):
        listed = json.loads(terminal.type("today", "--list", "--json", today=today))
        assert first not in [one["action"] for one in listed["data"]["choices"]]
    # The weekly look for openings may stand before it.
    listed = json.loads(terminal.type("today", "--list", "--json", today="2027-01-18"))
    assert first in [one["action"] for one in listed["data"]["choices"]]
    assert "pmpath today --not-in-plan" not in terminal.type("today")


KEYS = st.sampled_from(["roadmap.pay-floor", "springboard.decide"])


@settings(max_examples=examples(100))
@given(st.lists(st.tuples(st.integers(0, 9), KEYS, st.sampled_from([OTHER, NOT_BEFORE, NOT_IN_PLAN,
                                                                    SIZE])), max_size=6),
       st.permutations(range(6)))  # fmt: skip
def test_the_order_of_lines_changes_nothing(
    made: list[tuple[int, str, str]], order: list[int]
) -> None:
    """A merged log reads like one that was written in order."""
    records = [
        Decline(f"{number:026d}", f"{build.day(day)}T08:00:00+00:00", build.day(day), key, how,
                build.day(day + 5) if how == NOT_BEFORE else None, 10)
        for number, (day, key, how) in enumerate(made)
    ]  # fmt: skip
    other = [records[at] for at in order if at < len(records)]

    def steps(found: list[Decline]) -> list[object]:
        journal = build.journal(found)
        return [
            todays_step(
                Situation(build.roadmap(), journal, build.CATALOG, build.day(n), build.VOCABULARY)
            )
            for n in range(0, 16, 3)
        ]

    assert steps(records) == steps(other)
