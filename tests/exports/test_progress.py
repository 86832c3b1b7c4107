"""How far a long command has come: on terminals, after half a second, and gone in the end."""

from __future__ import annotations

from contextlib import suppress
from io import StringIO
from itertools import count
from threading import Event

from pmpath.cli.terminal.progress import ERASE_LINE, STRIDE, counted, waiting


class Screen(StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True


class Signalling(Screen):
    """One that tells when something was written."""

    def __init__(self) -> None:
        super().__init__()
        self.told = Event()

    def write(self, text: str) -> int:
        self.told.set()
        return super().write(text)


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
    assert shown.endswith(ERASE_LINE)
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
    assert screen.getvalue().endswith(ERASE_LINE)


def test_work_without_items_says_that_it_goes_on() -> None:
    """After its patience one line, gone in the end, also where the work fails."""
    screen = Signalling()
    with suppress(ZeroDivisionError), waiting("Looking", stream=screen, patience=0):
        assert screen.told.wait(timeout=60)
        raise ZeroDivisionError
    assert screen.getvalue() == f"\rLooking ...{ERASE_LINE}"


def test_work_that_is_quick_or_in_a_pipe_says_nothing() -> None:
    """Before its patience has ended, and where stderr is no terminal."""
    for stream, patience in ((Screen(), 3600.0), (StringIO(), 0.0)):
        with waiting("Looking", stream=stream, patience=patience):
            pass
        assert stream.getvalue() == ""
