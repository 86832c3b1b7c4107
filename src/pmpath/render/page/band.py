"""One line of a timeline in letters that every terminal has: bands with names, and single marks.

A place is a permille of the line; here it becomes a column.
"""

from __future__ import annotations

from collections.abc import Iterable

from pmpath.coach.numbers.burn_up import WHOLE

FILL, EDGE, POINTS = "-", "|", "^"


def column(at: int, width: int) -> int:
    """The column of a place on a line of `width` columns."""
    return at * (width - 1) // WHOLE


def bands(stretches: Iterable[tuple[int, int, str]], width: int) -> str:
    """`|explore|build----|prove---`: each stretch (from, to, name) with its name inside."""
    line = [" "] * width
    for start, end, name in stretches:
        first, last = column(start, width), column(end, width)
        inside = name[: max(last - first, 0)].ljust(last - first, FILL)
        line[first : last + 1] = EDGE + inside
    return "".join(line[:width]).rstrip()


def marks(places: Iterable[tuple[int, str]], width: int) -> list[str]:
    """Single letters, each at its place; those that share a column stand below one another."""
    lines: list[list[str]] = []
    for at, mark in places:
        here = column(at, width)
        free = next((line for line in lines if line[here] == " "), None)
        if free is None:
            free = [" "] * width
            lines.append(free)
        free[here] = mark
    return ["".join(line).rstrip() for line in lines]


def runs(
    stretches: Iterable[tuple[int, int]],
    width: int,
    sign: str,
    over: Iterable[tuple[int, str]] = (),
) -> str:
    """Stretches (from, to) drawn with one sign, and single letters over them."""
    line = [" "] * width
    for start, end in stretches:
        first, last = column(start, width), column(end, width)
        line[first : last + 1] = sign * (last + 1 - first)
    for at, mark in over:
        line[column(at, width)] = mark
    return "".join(line).rstrip()


def pointer(at: int, text: str, end: tuple[int, str], width: int) -> str:
    """`^ Mon 5 Apr` at its place, its text on the side that has room, and a letter at the end."""
    line = [" "] * width
    there, sign = end
    here = column(at, width)
    line[column(there, width)] = sign
    line[here] = POINTS
    for first in (here + 2, here - 1 - len(text)):
        last = first + len(text)
        if first >= 0 and last <= width and not "".join(line[first:last]).strip():
            line[first:last] = text
            break
    return "".join(line).rstrip()


def labels(named: Iterable[tuple[int, str]], width: int) -> str:
    """Words that begin at their places; one that would touch an earlier one is left out.

    Those named first have the first choice; at the right edge a word ends with the line.
    """
    line = [" "] * width
    for at, name in named:
        first = min(column(at, width), width - len(name))
        around = line[max(first - 1, 0) : first + len(name) + 1]
        if not "".join(around).strip():
            line[first : first + len(name)] = name
    return "".join(line).rstrip()
