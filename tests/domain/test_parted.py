"""A table in parts is looked into as the whole was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.content.late import late_pattern, late_table
from pmpath.domain.language.parted import PAIR, VALUE, Parted, parted

KEYS = st.text(st.characters(exclude_characters=PAIR + VALUE), max_size=6)
VALUES = st.text(st.characters(exclude_characters=PAIR), max_size=400)


@given(table=st.dictionaries(KEYS, VALUES, max_size=40), other=st.text(max_size=6))
def test_every_key_has_its_value_and_no_other_key_has_one(
    table: dict[str, str], other: str
) -> None:
    """Whatever the letters, and whatever is asked for that is not in the table."""
    found = Parted(parted(table))
    assert {key: found.get(key, "lacks") for key in table} == table
    if other not in table and PAIR not in other and VALUE not in other:
        assert found.get(other, "lacks") == "lacks"


def test_what_a_terminal_could_not_decode_is_not_in_the_table() -> None:
    """A lone half of a letter is a key that nothing has."""
    assert Parted(parted({"coffee": "1"})).get("\udcff", "lacks") == "lacks"


@pytest.mark.parametrize(("key", "value"), [("a\nb", "1"), ("a\tb", "1"), ("a", "1\n2")])
def test_what_would_not_come_back_is_refused(key: str, value: str) -> None:
    """The build ends; no table is read wrong."""
    with pytest.raises(ValueError, match="a"):
        parted({key: value})


def test_a_late_table_is_made_once_and_only_when_it_is_looked_into() -> None:
    """It is then as the table that was made."""
    made: list[str] = []

    def make() -> dict[str, int]:
        made.append("made")
        return {"a": 1, "b": 2}

    table = late_table(make)
    assert made == []
    assert (table["a"], table.get("c", 3), "b" in table, len(table)) == (1, 3, True, 2)
    assert [*table, *table.keys(), *table.values()] == ["a", "b", "a", "b", 1, 2]
    assert dict(table.items()) == table == late_table(lambda: {"a": 1, "b": 2})
    assert made == ["made"]


def test_a_late_pattern_finds_what_the_pattern_finds() -> None:
    """Text or bytes, with the flags that it begins with."""
    pattern = late_pattern(r"(?i)(tea)|x")
    assert [one[0] for one in pattern.finditer("Tea, x")] == ["Tea", "x"]
    assert (pattern.sub("-", "tea x"), pattern.split("a x b")) == ("- -", ["a ", None, " b"])
    assert (bool(pattern.match(" tea")), bool(pattern.search(" tea"))) == (False, True)
    assert (pattern.fullmatch("tea now"), pattern.findall("TEA")) == (None, ["TEA"])
    assert pattern.pattern == r"(?i)(tea)|x"
    assert late_pattern(rb"(?m)^b").search(b"a\nb") is not None
