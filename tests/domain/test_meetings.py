"""A promise to meet is told from a promise of a thing by its words alone."""

from __future__ import annotations

import pytest

from pmpath.domain.promise import is_meeting


@pytest.mark.parametrize(
    "what",
    [
        "the meeting", "call", "a call with her", "coffee at 10", "half an hour", "30 minutes",
        "lunch on the 4th", "our 1:1", "a quick catch-up", "zoom", "the second conversation",
        "Coffee.", "tea with them at 3",
    ],
)  # fmt: skip
def test_it_is_a_meeting(what: str) -> None:
    """Nothing is brought along."""
    assert is_meeting(what)


@pytest.mark.parametrize(
    "what",
    [
        "slides for the call", "a date for the meeting", "the deck", "notes of the call",
        "yes or no to the address trial", "an answer", "agenda", "the", "", "10",
        "call Ben about the trial", "the coffee machine", "a talk on slow search",
    ],
)  # fmt: skip
def test_it_is_a_thing(what: str) -> None:
    """Something is to be brought, sent, said or done besides being there."""
    assert not is_meeting(what)
