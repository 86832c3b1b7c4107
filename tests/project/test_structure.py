"""The shape that docs/structure.md tells of is the shape of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "pmpath"
TOLD = (ROOT / "docs" / "structure.md").read_text(encoding="utf-8")
ROOMS = sorted(one.parent.relative_to(PACKAGE).as_posix() for one in PACKAGE.rglob("__init__.py"))
MOST_MODULES = 16
LONGEST_FILE = 300


@pytest.mark.parametrize("room", [one for one in ROOMS if one != "."])
def test_every_room_has_its_rule(room: str) -> None:
    """docs/structure.md has a line for each folder that holds code."""
    assert f"`{room}/`" in TOLD


def test_every_room_that_is_told_of_is_there() -> None:
    """A folder that was renamed or removed leaves no line behind."""
    told = [line.split("`")[1] for line in TOLD.splitlines() if line.startswith("| `")]
    assert [one for one in told if not (PACKAGE / one).is_dir()] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_can_be_seen_at_a_glance(room: str) -> None:
    """No folder has more modules, and no module more lines, than one look takes in."""
    modules = sorted((PACKAGE / room).glob("*.py"))
    assert len(modules) <= MOST_MODULES, [one.name for one in modules]
    long = [one.name for one in modules if one.read_bytes().count(b"\n") > LONGEST_FILE]
    assert long == []


def test_the_package_says_what_each_room_is() -> None:
    """The docstring of each package is one sentence or more."""
    silent = [room for room in ROOMS if not (PACKAGE / room / "__init__.py").read_text().strip()]
    assert silent == []
