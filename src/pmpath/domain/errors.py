"""Every error that is not a bug: one sentence, the place, what would be right, and an exit code.

They are raised anywhere and turned into text in one place, `pmpath.cli.terminal.failures`.
"""

from __future__ import annotations


class PmpathError(Exception):
    """What is wrong (`sentence`), where (`place`: file, line), what would be right (`hint`)."""

    exit_code = 1

    def __init__(self, sentence: str, *, place: str = "", hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.place = place
        self.hint = hint


class UsageError(PmpathError):
    """The words of the command cannot be understood or do not go together."""

    exit_code = 2


class NotFound(PmpathError):
    """There is no roadmap yet, or nothing carries the name that was asked for."""

    exit_code = 3


class NotValid(PmpathError):
    """A file can be read, but its content cannot be used."""

    exit_code = 4


class NotStored(PmpathError):
    """A file or a stream could not be read or written; what was there before is untouched."""

    exit_code = 5


class NotOpen(NotStored):
    """The disk or vault on which the data lies is not there."""
