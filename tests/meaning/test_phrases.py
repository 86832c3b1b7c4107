"""Phrases of content in sentences as people type them."""

from __future__ import annotations

import pytest

from pmpath.coach.meaning.catalog_clues import by_first_word
from pmpath.coach.meaning.phrases import Phrases, words_of
from pmpath.storage.log.decode import from_fields
from pmpath.storage.log.encode import to_fields
from tests.meaning.lines import entry_of


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("one pager", "sent a One-Pager to Ana", True),
        ("resume", "my R\u00e9sum\u00e9, rewritten", True),
        ("so what", "So what? of two features", True),
        ("interview*", "two interviews", True),
        ("customer call*", "joined customer calls", True),
        ("customer call", "joined customer calls", False),
        ("trial decision", "yes to the trial, decision day in June", False),
        ("retro", "retrofit", False),
        ("10", "10 tickets", True),
        ("10", "100 tickets", False),
    ],
)
def test_a_phrase_stands_in_a_sentence(phrase: str, text: str, stands: bool) -> None:
    """Whatever the case, accents and hyphens; whole words, and never across a comma."""
    found = Phrases(*by_first_word([phrase]), {}).hits(words_of(text))
    assert [one.phrase for one in found] == ([phrase] if stands else [])


def test_a_word_of_a_million_letters_is_read_at_once() -> None:
    """No line can hold up the folding of a log."""
    assert Phrases(*by_first_word(["interview*"]), {}).hits(words_of("x" * 1_000_000)) == []


def test_every_new_field_of_an_entry_is_kept() -> None:
    """What a record holds is read back as it was."""
    entry = entry_of(
        "met Ana: an hour", did=("allies.mentor",), not_did=("allies.coffee",), stage="interview",
        step="allies.deal-review Ana", book="Inspired", guessed=("people",), minutes_from="said",
    )  # fmt: skip
    head = {"id": entry.id, "at": entry.at, "day": entry.day.isoformat(), "kind": "action"}
    assert from_fields({**head, **to_fields(entry)}) == entry
