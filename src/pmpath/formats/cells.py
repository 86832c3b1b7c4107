"""Cells of a table, out and in: several values in one, and no text that a spreadsheet computes."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

GUARD = "'"
# A spreadsheet takes a text for a formula by its first sign; one that has guards gets one more, so
# that taking one away gives the text back.
ACTIVE = re.compile(r"'*[=+\-@\t\r]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
BETWEEN, SEPARATOR = "; ", ";"


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would compute it; numbers stay."""
    if ACTIVE.match(text) is None or NUMBER.fullmatch(text):
        return text
    return GUARD + text


def unguarded(cell: str) -> str:
    """The text that `guarded` made this cell of."""
    return cell[1:] if cell.startswith(GUARD) and ACTIVE.match(cell) else cell


def joined(values: Iterable[str]) -> str:
    """Several values in one cell: `Lena (PM); Ben`, each on a line where one has a semicolon."""
    several = list(values)
    if any(SEPARATOR in one or "\n" in one for one in several):
        return "".join(" ".join(one.splitlines()) + "\n" for one in several)
    return BETWEEN.join(several)


def parted(cell: str) -> list[str]:
    """The values that `joined` put into one cell."""
    parts = cell.splitlines() if "\n" in cell else cell.split(SEPARATOR)
    return [one.strip() for one in parts if one.strip()]
