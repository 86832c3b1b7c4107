"""A line that tells of several deeds may fulfill several actions; more of one deed is no second."""

from __future__ import annotations

import pytest

from tests.meaning.test_by_action import counts_for


@pytest.mark.parametrize(
    ("line", "actions"),
    [
        (
            "coffee with Marco 30m and sent Nadia the one-pager 10m",
            "allies.coffee allies.make-helper",
        ),
        (
            "coffee with Nadia, asked her for a seat on a customer call",
            "allies.coffee customers.ask-seat",
        ),
        ("met Marco and asked Nadia to mentor me", "allies.coffee allies.mentor"),
        (
            "listened to a customer call with Marco, then rewrote my resume",
            "customers.listen-in search.resume",
        ),
        (
            "read ten tickets and counted the problems, then had lunch with Nadia",
            "allies.coffee customers.tickets",
        ),
        ("read ch. 3 of the handbook and wrote up the interview with Petra", "reading.textbook"),
    ],
)
def test_each_deed_of_a_line_counts(line: str, actions: str) -> None:
    """With its own verb, and its own people."""
    assert counts_for(line) == set(actions.split())


@pytest.mark.parametrize(
    "line",
    [
        "Visited a customer and looked on as she entered her orders, 60 minutes",
        "finished the objection list Marco was missing, shared with him",
        "compared three PM textbooks and took Haines, chapters assigned",
        "product drinks 2h, talked to Nadia and Tove",
        "coffee with Nadia and told her about the deal",
        "Marco had coffee with Nadia and sent her the sheet",
        "shadowed Nadia for half a day and talked to her",
    ],
)
def test_more_of_one_deed_is_no_second_one(line: str) -> None:
    """How it was done, what came of it, or what others did."""
    assert len(counts_for(line)) <= 1


@pytest.mark.parametrize(
    "line",
    [
        "cleaned up the backlog with Nadia",
        "cleaned up the backlog with Nadia over coffee",
        "user stories with Nadia, 45 min",
        "went through user stories with Nadia",
        "estimated epics with Tove",
        "sorted the feature list with Tove, 1h",
        "release scope with Nadia 30m",
        "wrote acceptance criteria with Tove",
    ],
)
def test_work_done_with_an_ally_is_no_coffee(line: str) -> None:
    """Nobody was asked and listened to."""
    assert counts_for(line) == set()


@pytest.mark.parametrize(
    "line",
    ["went for a walk with Nadia, 30 min", "30 min with Nadia", "Nadia, 30 min", "lunch w Marco",
     "career chat with Tove", "ate with Marco at noon, half an hour"],
)  # fmt: skip
def test_time_with_an_ally_is_one(line: str) -> None:
    """Whatever it was called."""
    assert counts_for(line) == {"allies.coffee"}
