"""A correction is typed as it would be said: `not 20m but 30m`, `it was yesterday`."""

from __future__ import annotations

import json

import pytest

from pmpath.domain.words.shapes.instead import Instead, instead_in
from pmpath.storage.content import content
from tests.commands.conftest import Terminal

LINE = "coffee with Lena, 20m"


def entry_after(terminal: Terminal, words: str) -> tuple[str, int, str, list[str]]:
    """Sentence, minutes, day and people of the entry once it was amended with these words."""
    terminal.type("log", *LINE.split())
    terminal.type("amend", *words.split())
    (entry,) = json.loads(terminal.type("history", "--json"))["data"]["entries"]
    return entry["text"], entry["minutes"], entry["day"], entry["people"]


@pytest.mark.parametrize(
    ("words", "minutes", "day"),
    [
        ("not 20m but 30m", 30, "2027-01-11"),
        ("30m, not 20m", 30, "2027-01-11"),
        ("30 min instead of 20", 30, "2027-01-11"),
        ("it was 30 minutes", 30, "2027-01-11"),
        ("sorry, make it 30m", 30, "2027-01-11"),
        ("it was yesterday", 20, "2027-01-10"),
        ("wrong day, it was last friday", 20, "2027-01-08"),
        ("friday, not monday", 20, "2027-01-08"),
        ("not yesterday, it was on friday", 20, "2027-01-08"),
    ],
)
def test_another_length_or_day_leaves_the_sentence_and_the_meeting(
    words: str, minutes: int, day: str, terminal: Terminal
) -> None:
    text, *facts = entry_after(terminal, words)
    assert text == LINE
    assert facts == [minutes, day, ["Lena"]]


@pytest.mark.parametrize(
    ("words", "text", "person"),
    [
        ("with Tomas, not Lena", "coffee with Tomas, 20m", "Tomas"),
        ("was Tomas not Lena", "coffee with Tomas, 20m", "Tomas"),
        ("not with Lena but with Tomas (sales)", "coffee with Tomas (sales), 20m", "Tomas (sales)"),
        ("with @tomas:pm instead of Lena", "coffee with @tomas:pm, 20m", "Tomas (PM)"),
    ],
)
def test_somebody_else_stands_in_the_place_of_the_one_it_was_not(
    words: str, text: str, person: str, terminal: Terminal
) -> None:
    """Both stood among the people, and the sentence was gone."""
    assert entry_after(terminal, words) == (text, 20, "2027-01-11", [person])


def test_a_first_name_of_two_people_changes_nothing_and_asks_for_the_whole(
    terminal: Terminal,
) -> None:
    terminal.type("log", "lunch with Lena Vogt and Lena Krause")
    before = terminal.log
    terminal.type("amend", "not Lena but Tomas", code=2)
    assert terminal.log == before
    assert "pmpath amend not lena_vogt but NAME" in terminal.err
    terminal.type("amend", "not", "lena_vogt", "but", "Tomas")
    (entry,) = json.loads(terminal.type("history", "--json"))["data"]["entries"]
    assert sorted(entry["people"]) == ["Lena Krause", "Tomas"]


@pytest.mark.parametrize("words", ["not 20m", "Lena, not Tomas"])
def test_what_says_nothing_new_changes_nothing_and_says_so(words: str, terminal: Terminal) -> None:
    terminal.type("log", *LINE.split())
    before = terminal.log
    terminal.type("amend", *words.split(), code=2)
    assert terminal.log == before
    assert "pmpath amend 45m" in terminal.err


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("it was great, not boring", Instead("great", "boring")),
        ("she was not sure", Instead("she was", "sure")),
        ("took notes", Instead("notes", "")),
        ("with Ana", None),
        ("not", None),
        ("sorry", None),
    ],
)
def test_the_shape_alone_makes_no_correction(
    words: str, found: Instead | None, terminal: Terminal
) -> None:
    """What is neither a length, a day nor a name in the entry is added as it was typed."""
    assert instead_in(words, content().vocabulary().lexicon) == found
    assert entry_after(terminal, words)[0].endswith(words)
