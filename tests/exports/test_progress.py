"""How far a long command has come: on terminals, after half a second, and gone in the end."""

from __future__ import annotations

from io import StringIO
from itertools import count

from pmpath.cli.terminal.progress import STRIDE, counted


class Screen(StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True


def clock(step: float) -> count[float]:
    return count(0.0, step)


def test_a_short_wait_says_nothing() -> None:
    """Under half a second there is no line."""
    screen, ticks = Screen(), clock(0.01)
    found = list(counted(range(STRIDE * 10), "Exporting", stream=screen, clock=lambda: next(ticks)))
    assert (len(found), screen.getvalue()) == (STRIDE * 10, "")


def test_a_long_wait_counts_and_clears_its_line() -> None:
    """The figure grows in place, and nothing of it stays."""
    screen, ticks = Screen(), clock(0.3)
    every = range(STRIDE * 40)
    assert list(counted(every, "Exporting", stream=screen, clock=lambda: next(ticks))) == [*every]
    shown = screen.getvalue()
    assert f"\rExporting: {STRIDE * 2:,}" in shown
    assert f"\rExporting: {STRIDE * 40:,}" in shown
    assert shown.endswith("\r\x1b[K")
    assert "\n" not in shown


def test_a_pipe_gets_nothing() -> None:
    """Where stderr is not a terminal, the clock is not even asked."""
    pipe = StringIO()
    ticks = clock(9.0)
    assert (
        len(list(counted(range(999), "Exporting", stream=pipe, clock=lambda: next(ticks)))) == 999
    )
    assert pipe.getvalue() == ""
    assert next(ticks) == 0.0


def test_whoever_stops_in_the_middle_leaves_no_line() -> None:
    """An export that fails midway clears its line before the error is told."""
    screen, ticks = Screen(), clock(0.6)
    items = counted(range(STRIDE * 9), "Exporting", stream=screen, clock=lambda: next(ticks))
    for _ in range(STRIDE * 4):
        next(items)
    items.close()  # type: ignore[attr-defined]
    assert screen.getvalue().endswith("\r\x1b[K")
