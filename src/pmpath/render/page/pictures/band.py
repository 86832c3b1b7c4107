"""One line of a timeline in letters that every terminal has: stretches, single marks, words.

A place is a permille of the line; here it becomes a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pmpath.coach.numbers.burn_up import WHOLE


def column(at: int, width: int) -> int:
    """The column of a place on a line of `width` columns."""
    return at * (width - 1) // WHOLE


def runs(stretches: Iterable[tuple[int, int]], width: int, sign: str) -> str:
    """Stretches (from, to) drawn with one sign, on a line of `width` columns."""
    line = [" "] * width
    for start, end in stretches:
        first, last = column(start, width), column(end, width)
        line[first : last + 1] = sign * (last + 1 - first)
    return "".join(line)


def over(line: str, marks: Iterable[tuple[int, str]], width: int) -> str:
    """The line with single letters over it, each at its place."""
    letters = list(line)
    for at, mark in marks:
        letters[column(at, width)] = mark
    return "".join(letters)


def point(at: int, sign: str, width: int) -> str:
    """One letter at its place."""
    return " " * column(at, width) + sign


def all_labels(named: Sequence[tuple[int, str]], width: int) -> str | None:
    """Words that begin at their places; None where two of them would touch."""
    line = labels(named, width)
    return line if len(line.split()) == sum(len(name.split()) for _, name in named) else None


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
