"""The strips of the last weeks in letters: told by shape, so that no color is needed."""

from __future__ import annotations

from pmpath.render.page.text import pluralize
from pmpath.reports.period.strips import NONE, REST, SOME, Strips

SIGNS = {SOME: "#", NONE: ".", REST: "-"}
GROUP = 4
LEGEND = "# some   . none   - rest"
SO_FAR = "^ this week, so far"
INDENT, NAMES = 2, 13


def strip_lines(strips: Strips, width: int) -> list[str]:
    """Week numbers, a row for each kind, the legend where there is room for it.

    At most `width` columns, of which 40 are enough.
    """
    places = [_place(index) for index in range(len(strips.weeks))]
    end = places[-1] + 1
    head = _labelled(pluralize(len(strips.weeks), "week"), _numbers(strips, places))
    beside = end + 5 + len(LEGEND) <= width
    lines = [f"{head:<{end + 5}}{LEGEND}" if beside else head]
    lines += [
        _labelled(row.name, _set(places, [SIGNS[cell] for cell in row.cells]))
        for row in strips.rows
    ]
    if strips.runs:
        lines.append(_pointer(places[-1], width))
    return lines if beside else [*lines, " " * INDENT + LEGEND]


def _place(index: int) -> int:
    """The column of a week: two for each, and two more between groups of four."""
    return INDENT + NAMES + 2 * index + index // GROUP


def _numbers(strips: Strips, places: list[int]) -> str:
    """The first week of each group, and the last one unless it would touch that."""
    last = len(places) - 1
    line = ""
    for index, place in enumerate(places):
        number = str(strips.weeks[index].number)
        if index == last:
            # A number of two digits ends above its cell.
            place -= len(number) - 1
        if index % GROUP == 0 or (index == last and place > len(line)):
            line = f"{line:<{place}}{number}"
    return line


def _set(places: list[int], signs: list[str]) -> str:
    line = ""
    for place, sign in zip(places, signs, strict=True):
        line = f"{line:<{place}}{sign}"
    return line


def _labelled(name: str, line: str) -> str:
    return f"{' ' * INDENT}{name:<{NAMES}}{line[INDENT + NAMES :]}"


def _pointer(place: int, width: int) -> str:
    """`^ this week, so far` below the last week, on the side that has room."""
    if place + len(SO_FAR) <= width:
        return " " * place + SO_FAR
    text = f"{SO_FAR[2:]} {SO_FAR[0]}"
    return f"{text:>{place + 1}}"
