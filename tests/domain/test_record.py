from __future__ import annotations

import pytest

from pmpath.domain.metric import Metric
from pmpath.domain.record import Frozen, changed, fields_of


class Point(Frozen):
    """Two numbers."""

    x: int
    y: int = 2

    @property
    def total(self) -> int:
        return self.x + self.y


def test_a_record_has_defaults_methods_and_a_readable_form() -> None:
    """As a frozen dataclass would."""
    assert (Point(1).y, Point(1).total, repr(Point(1))) == (2, 3, "Point(x=1, y=2)")


def test_a_record_is_frozen() -> None:
    """Neither a field nor a new name can be set."""
    point = Point(1)
    for name in ("x", "z"):
        with pytest.raises(AttributeError):
            setattr(point, name, 5)


def test_a_changed_record_is_a_new_one() -> None:
    """The first stays as it was."""
    point = Point(1)
    assert (changed(point, y=7), point) == (Point(1, 7), Point(1))


def test_a_changed_record_takes_its_own_fields_alone() -> None:
    """Another name or type is a mypy error too, or mypy would call the `ignore` unused."""
    with pytest.raises((TypeError, ValueError)):
        changed(Point(1), z=7)  # type: ignore[call-arg]
    assert changed(Point(1), y="7").x == 1  # type: ignore[arg-type]


def test_the_fields_of_a_record_are_known_by_name() -> None:
    """A plain value has none."""
    assert fields_of(Point(1)) == ("x", "y")
    assert fields_of("text") == fields_of((1, 2)) == ()
    assert fields_of(Metric("a", 1, 2)) == ("name", "before", "after", "unit", "period")
