"""A reason or a new sentence needs no quotes: it is all words up to the next option."""

from __future__ import annotations

import pytest

from pmpath.cli.options.plain_words import joined

WHOLE = [
    ("roadmap move 2028-03-06 --because a release took the autumn", "a release took the autumn"),
    ("accept NO_SPONSOR --because Ruth is away --until 1.3.2027", "Ruth is away"),
    ("accept no sponsor --until 1.3.2027 --because Ruth is away", "Ruth is away"),
    ("replan --because too much at once --restart", "too much at once"),
    ("replan --restart --because=too much at once", "--because=too much at once"),
    ("milestones drop positioning.value-talk --because given -> done", "given -> done"),
    ("amend --text coffee with Anna, -3 % churn 45m", "coffee with Anna, -3 % churn 45m"),
    ("amend 45m --text coffee with Anna --drop @ben", "coffee with Anna"),
]


@pytest.mark.parametrize(("typed", "sentence"), WHOLE)
def test_the_words_up_to_the_next_option_are_one(typed: str, sentence: str) -> None:
    """`roadmap move DATE --because a release took the autumn` has one reason."""
    assert sentence in joined(typed.split())
    assert " ".join(joined(typed.split())) == typed


@pytest.mark.parametrize(
    "typed",
    [
        # What the command is about may stand behind the reason: nothing says where that ends.
        "roadmap move --because soon 2028-03-06", "accept --because exam reading_heavy",
        "milestones drop --because given positioning.value-talk",
        "log coffee with Anna --link https://example.org and Ben", "amend --text new -- old words",
        "amend --drop @ben and more", "replan --restart", "", "today --other",
    ],
)  # fmt: skip
def test_other_words_stay_apart(typed: str) -> None:
    """Where a word may be the command's own, and behind other options."""
    assert joined(typed.split()) == typed.split()
