"""CONTRIBUTING.md sends nobody to a place that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PLACES = sorted(set(re.findall(r"`((?:src|data|tests|docs)/[\w./]*)`", PAGE)))


def test_recipes_name_places() -> None:
    """Otherwise the test below would look at nothing."""
    assert len(PLACES) > 15


@pytest.mark.parametrize("place", PLACES)
def test_every_place_of_a_recipe_is_there(place: str) -> None:
    """A file or folder that was moved is named anew."""
    assert (ROOT / place).exists(), place
