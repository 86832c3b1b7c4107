"""docs/numbers.md says what the functions give."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "numbers.md"


def test_the_examples_of_the_page_give_what_it_says() -> None:
    """Each of them is typed, and there are ten."""
    found = doctest.testfile(str(PAGE), module_relative=False)
    assert found.attempted >= 10
    assert found.failed == 0
