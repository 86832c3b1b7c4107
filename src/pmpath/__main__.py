"""`pmpath` and `python -m pmpath`: quiet on Ctrl-C from the first instruction on."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import atexit
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

INTERRUPTED = 130
# Threads, pdb, cProfile: where one of these is loaded, somebody goes on behind the command.
WAIT_FOR = frozenset(["threading", "bdb", "_lsprof"])
# Until then `datetime` makes all of its classes in Python before it takes those written in C.
SLIM_DATETIME = (3, 12)


def run() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    code = main()
    if _may_leave_at_once():
        os._exit(code)
    sys.exit(code)


def main() -> int:
    """Run the command line and return the exit code."""

    def stop(signal: int, frame: object) -> None:
        raise SystemExit(INTERRUPTED)

    # `signal` itself would import enum before the handler stands.
    _signal.signal(_signal.SIGINT, stop)
    # So short a run has no garbage worth collecting, and every search for it costs time.
    gc.disable()
    from pmpath.quick_import import hasten

    hasten()
    _take_datetime_in_c()
    from pmpath.cli.terminal.output import fill_closed_descriptors

    fill_closed_descriptors()
    from pmpath.cli.door import enter

    code = enter(sys.argv[1:])
    # Python would search once more before it ends.
    gc.freeze()
    return code


def _may_leave_at_once() -> bool:
    """Whether nothing is left to do but to free memory, which the system does faster than Python.

    Everything else is Python's: output that cannot be written, threads, and whoever asked to be
    called at the end, such as a measurement of coverage, or runs the program, such as a debugger.
    """
    at_the_end = getattr(atexit, "_ncallbacks", None)
    if at_the_end is None or at_the_end() or not WAIT_FOR.isdisjoint(sys.modules):
        return False
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return False
    return True


def _take_datetime_in_c() -> None:
    """Save a tenth of the time of `log` where it goes into classes that nobody uses."""
    if sys.version_info < SLIM_DATETIME and sys.implementation.name == "cpython":
        import _datetime  # type: ignore[import-not-found]

        sys.modules.setdefault("datetime", _datetime)


if __name__ == "__main__":
    run()
