"""What only says who somebody is belongs to the person, and is no word of the deed."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.coach.meaning.own import own_actions
from pmpath.coach.meaning.sentences.who import deed_text
from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import Entry
from pmpath.domain.words.reading import read
from tests.meaning.own_clues import CLUES
from tests.meaning.test_by_action import KNOWN, TODAY, counts_for


def own_actions_of(line: str) -> tuple[str, ...]:
    """What `log` says at once that the line counts as."""
    entry = compose(read(line, TODAY, KNOWN), Options(), TODAY, None).entry
    return own_actions(entry, CLUES, {})


@pytest.mark.parametrize(
    ("text", "people", "left"),
    [
        ("told Ines (head of product) I am leaving", ["Ines (head of product)"],
         "told Ines I am leaving"),
        ("coffee with Ben, head of sales", ["Ben (head of sales)"], "coffee with Ben"),
        ("coffee with Ben, our sales lead, and sent Lena (PM) the note",
         ["Ben (sales)", "Lena (PM)"], "coffee with Ben, and sent Lena the note"),
        ("met Jörg Müller [VP marketing]; price was the topic", ["Jörg Müller (VP marketing)"],
         "met Jörg Müller; price was the topic"),
        ("coffee with @lena:pm 45m", ["Lena (PM)"], "coffee with lena 45m"),
        # More than a function, or of nobody who has one.
        ("met Ben (sales), price was the topic", ["Ben (sales)"],
         "met Ben, price was the topic"),
        ("met Ben (he hates the export)", ["Ben (sales)"], "met Ben (he hates the export)"),
        ("met Ben, sales asked for him", ["Ben (sales)"], "met Ben, sales asked for him"),
        ("met Ben (sales)", ["Ben"], "met Ben (sales)"),
        # What they do is what it is about.
        ("asked Sven for an intro to Tove (PM)", ["Sven", "Tove (PM)"],
         "asked Sven for an intro to Tove (PM)"),
        ("Priya (customer) told me how it was", ["Priya (customer)"],
         "Priya (customer) told me how it was"),
    ],
)  # fmt: skip
def test_a_function_beside_a_name_is_left_out(text: str, people: list[str], left: str) -> None:
    """In brackets, behind a comma and in a mark."""
    entry = Entry("", "", date(2027, 3, 17), text, 15, people=tuple(people))
    assert deed_text(entry) == left


@pytest.mark.parametrize(
    "line",
    [
        "told Ines (head of product) that lunch was great",
        "told Ines (VP product) the build is red",
        "told Ines (head of product) thanks",
        "Nadia (PM) had coffee with Marco (sales)",
        "Nadia (PM) sent Marco the one-pager",
        "Oleg, head of sales, presented my result to his team",
    ],
)
def test_a_function_counts_for_no_deed(line: str) -> None:
    """`product` in a title tells of no move, and whoever has a title still did it and not I."""
    assert counts_for(line) == set()


@pytest.mark.parametrize(
    ("line", "actions"),
    [
        ("told Ines (head of product) I am leaving", "sponsors.tell"),
        ("told Ines, our head of product, I am leaving", "sponsors.tell"),
        ("coffee with Marco, our sales lead, 30m, and sent Nadia (PM) the one-pager",
         "allies.coffee allies.make-helper"),
        ("requested an introduction to Tove (PM) from Henrik", "allies.intro"),
    ],
)  # fmt: skip
def test_whoever_has_it_counts_all_the_same(line: str, actions: str) -> None:
    """By what they do."""
    assert counts_for(line) == set(actions.split())


@pytest.mark.parametrize("answer", ["he only asked when", "he only asked who takes my tickets"])
@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("told my manager Tom that I am moving on to product management", "sponsors.own-manager"),
        ("told Ruth (CMO) that I want to move into product", "sponsors.tell"),
    ],
)
def test_whoever_heard_of_the_move_and_only_asks_has_heard_of_it(
    line: str, action: str, answer: str
) -> None:
    """A question of theirs is no asking of mine."""
    assert own_actions_of(f"{line}, {answer}") == (action,)
