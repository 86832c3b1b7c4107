"""What is kept reads back as it was, and no two readings share it."""

from __future__ import annotations

import marshal
from datetime import UTC, date, datetime, timedelta

import pytest

from pmpath.domain.late import Late
from pmpath.domain.plain.codec import Codec, state_of
from pmpath.domain.record import Frozen

DAY = date(2027, 1, 11)


class Folded(Late):
    """Something that is kept, attribute by attribute."""

    def __init__(self, **attributes: object) -> None:
        vars(self).update(attributes)


class Person(Late):
    """One of many of a shape: one attribute is read with those of the others, one waits."""

    __slots__ = ("met", "name", "said")
    AT_ONCE = ("met",)

    def __init__(self, name: str, met: date | None, said: set[str]) -> None:
        self.name, self.met, self.said = name, met, said

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Person) and state_of(self) == state_of(other)

    __hash__ = None  # type: ignore[assignment]


class Pair(Frozen):
    """Several of these are told field by field."""

    name: str
    days: tuple[date, ...]


CODEC = Codec([Folded, Person, Pair])


def kept(value: object) -> object:
    """The value as it is written to a file and read again."""
    return CODEC.from_plain(marshal.loads(marshal.dumps(CODEC.to_plain(value))))


VALUES: dict[str, object] = {
    "days in a row and far apart": {DAY + timedelta(at): at for at in (0, 1, 3, 200)},
    "minutes that fill a byte, and one more": {DAY: 255, DAY + timedelta(2): 256},
    "less than none": {DAY: -1, DAY + timedelta(1): 0},
    "flags": {DAY: True, DAY + timedelta(1): False},
    "days in no order": {DAY + timedelta(3): 1, DAY: 2},
    "the first and the last day": {date.min: 1, date.max: 2},
    "a set for a day": {DAY: {"a", "b"}},
    "a set of days": {DAY, DAY + timedelta(1), DAY + timedelta(5)},
    "a set of days far apart": {date.max, date.min},
    "a list of days": [DAY + timedelta(2), DAY, DAY],
    "texts by name": {"Lena": "Lena (PM)", "": None, "count": 3},
    "days by name": {"allies": {DAY: 15, DAY + timedelta(9): 300}, "none": {}},
    "a text and a day": {"text": ("a", DAY)},
    "bytes": b"\0\xff",
    "places of entries": [(DAY, datetime(2027, 1, 11, at, tzinfo=UTC), "id") for at in (1, 2)],
    "places by name": {"Lena": (DAY, datetime(2027, 1, 11, tzinfo=UTC), "id")},
    "a place and a text": [(DAY, datetime(2027, 1, 11, tzinfo=UTC), "id"), "id"],
    "days and none": (DAY, None),
    "tuples of texts": [("a", "b"), (), ("c", None)],
    "records of one kind": {"a": Pair("a", (DAY,)), "b": Pair("b", ())},
    "objects of one kind": [Person("a", None, {"x"}), Person("b", DAY, set())],
    "an object and a record": [Person("a", DAY, set()), Pair("b", (DAY, DAY))],
}
# Two equal sets may be written in another order.
IN_ORDER = {name for name in VALUES if "set" not in name and "object" not in name}


@pytest.mark.parametrize("name", VALUES)
def test_a_kept_value_is_what_it_was(name: str) -> None:
    """With its types, and in its order where it has one."""
    value = VALUES[name]
    found = kept(value)
    assert found == value
    assert name not in IN_ORDER or repr(found) == repr(value)
    assert getattr(kept(Folded(one=value)), "one") == value  # noqa: B009 - mypy knows no such name


def test_what_waits_is_read_once_and_told_again_as_it_was() -> None:
    """An attribute that was asked for, one that was replaced, and one that nobody asked for."""
    found = kept(Folded(asked={"a": (1,)}, other=[(2,)], waits={"b": (3,)}, plain=4))
    assert isinstance(found, Folded)
    asked = getattr(found, "asked")  # noqa: B009
    asked["a"] = (5,)
    vars(found)["other"] = [(6,)]
    assert getattr(found, "asked") is asked  # noqa: B009
    again = kept(found)
    assert again is not None
    assert state_of(again) == {
        "asked": {"a": (5,)},
        "other": [(6,)],
        "waits": {"b": (3,)},
        "plain": 4,
    }
    with pytest.raises(AttributeError, match="has no lacking"):
        getattr(found, "lacking")  # noqa: B009


@pytest.mark.parametrize(
    "value",
    [{DAY: 1}, {"allies": {DAY: 1}}, {"Lena": "Lena (PM)"}],
    ids=["days", "days by name", "texts"],
)
def test_two_readings_of_the_same_share_nothing(value: dict[object, object]) -> None:
    """A day is folded twice from what is kept, and each fold adds to what it read."""
    plain = marshal.loads(marshal.dumps(CODEC.to_plain(Folded(one=value))))
    first, second = (CODEC.from_plain(plain) for _ in range(2))
    for one in first.one.values():
        if isinstance(one, dict):
            one[DAY + timedelta(1)] = 7
    first.one["new"] = 7
    assert second.one == value
    assert CODEC.from_plain(plain).one == value
