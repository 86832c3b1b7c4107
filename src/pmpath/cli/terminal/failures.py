"""The one place where an error becomes a sentence on stderr and an exit code."""

from __future__ import annotations

import os
import sys

from pmpath.cli.terminal.output import terminal_width
from pmpath.domain.errors import PmpathError
from pmpath.render.page.text import clean, hanging, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

LONGEST_SENTENCE = 300
INTERRUPTED = 130


def guarded(call: Callable[[], int]) -> int:
    """Run a command and return its exit code; anything that is not a PmpathError is a bug."""
    sys.excepthook = show_bug
    try:
        return call()
    except PmpathError as error:
        complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED


def complain(error: PmpathError) -> None:
    """One error on stderr: place and sentence, then what would be right."""
    if sys.stderr is None:
        return
    place = f"{clean(error.place)}: " if error.place else ""
    sentence = clean(error.sentence)[:LONGEST_SENTENCE]
    lines = _folded("pmpath: ", f"{place}{sentence}")
    for line in error.hint.splitlines():
        lines += _advice(clean(line)[:LONGEST_SENTENCE])
    try:
        sys.stderr.write("\n".join(lines) + "\n")
        sys.stderr.flush()
    except OSError:
        # Nobody can be told; the exit code still says it, and no flush at the end changes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def remark(sentence: str) -> None:
    """What is not an error, and yet to be known, on stderr."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write("\n".join(_folded("pmpath: ", clean(sentence))) + "\n")
        sys.stderr.flush()
    except OSError:
        # The result is there all the same.
        return


def _advice(text: str) -> list[str]:
    """One line of what to do; where it ends with a command, that one is in one piece."""
    if not sys.stderr.isatty():
        return ["  " + text]
    return told("  ", text, terminal_width(), cut=False)


def _folded(label: str, text: str) -> list[str]:
    """Folded for somebody who reads it; whole for a program that does, and for paths to copy."""
    if not sys.stderr.isatty():
        return [label + text]
    return hanging(label, text, terminal_width(), cut=False)


def show_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A bug shows as a bug: the traceback, and what to do with it."""
    sys.__excepthook__(kind, error, trace)
    if sys.stderr is not None:
        sys.stderr.write(
            "pmpath: this is a bug. Please report the lines above, without private text.\n"
        )
