"""The quick JSON of one record is that of the json package."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.storage.disk.json_text import ACTIVE, escape_active, escaped, json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_it_is_what_json_writes(value: object) -> None:
    """Byte for byte, whatever letters stand in it."""
    assert json_text(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_active_characters_are_escaped_as_json_does() -> None:
    """Those beyond the first plane as a pair."""
    active = [chr(code) for first, last in ACTIVE for code in range(first, last + 1)]
    assert [escape_active(one) for one in active] == [json.dumps(one)[1:-1] for one in active]
    assert json.loads(f'"{escaped(0xE0041)}"') == "\U000e0041"


def test_every_character_of_format_is_escaped_but_the_joiners() -> None:
    """A list of ranges would go stale with a Unicode that has more of them."""
    every = {chr(code) for code in range(sys.maxunicode + 1)}
    of_format = {one for one in every if unicodedata.category(one) == "Cf"}
    kept = {one for one in of_format if escape_active(one) == one}
    assert kept == {"\u200c", "\u200d"}


@pytest.mark.parametrize("value", [1.5, object(), {"a": float("nan")}])
def test_what_no_record_holds_is_refused(value: object) -> None:
    """A float would lose digits without a word."""
    with pytest.raises(TypeError):
        json_text(value)
