"""How far a long command has come, on a terminal alone, and only once it takes a while."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO, TypeVar

    Item = TypeVar("Item")

# Whoever waits less than this needs no word of it; after that a new figure ten times a second.
PATIENCE, PAUSE = 0.5, 0.1
# The clock is asked once for so many items.
STRIDE = 64
TO_START_OF_LINE = "\r"
# Blanks instead of a code, which a terminal that knows none would print; no line is longer.
LONGEST = 38
ERASE_LINE = f"\r{' ' * LONGEST}\r"


def counted(
    items: Iterable[Item],
    doing: str,
    *,
    stream: TextIO | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Item]:
    """The same items; meanwhile `Exporting: 12,000` stands on stderr, where that is a terminal.

    The line is gone when the items have ended, or when nobody takes more of them.
    """
    to = sys.stderr if stream is None else stream
    if to is None or not to.isatty():
        yield from items
        return
    due, is_shown = clock() + PATIENCE, False
    try:
        for number, item in enumerate(items, 1):
            if number % STRIDE == 0 and clock() >= due:
                is_shown, due = True, clock() + PAUSE
                _say(to, f"{TO_START_OF_LINE}{doing}: {number:,}")
            yield item
    finally:
        if is_shown:
            _say(to, ERASE_LINE)


@contextmanager
def waiting(
    doing: str, *, stream: TextIO | None = None, patience: float | None = None
) -> Iterator[None]:
    """Around work that has no items to count: `Looking ...` stands on stderr while it takes long.

    Only on a terminal, and gone when the work is over; nothing else may be said meanwhile.
    """
    to = sys.stderr if stream is None else stream
    if to is None or not to.isatty():
        yield
        return
    # Only whoever sits at a terminal pays for it.
    from threading import Lock, Timer

    lock, shown, is_over = Lock(), [False], [False]

    def show() -> None:
        with lock:
            if not is_over[0]:
                shown[0] = True
                _say(to, f"{TO_START_OF_LINE}{doing} ...")

    timer = Timer(PATIENCE if patience is None else patience, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with lock:
            is_over[0] = True
            if shown[0]:
                _say(to, ERASE_LINE)


def _say(to: TextIO, text: str) -> None:
    """Write at once; that nobody can read it changes nothing."""
    try:
        to.write(text)
        to.flush()
    except OSError:
        pass
