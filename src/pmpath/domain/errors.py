"""Every error that is not a bug: one sentence, the place, what would be right, and an exit code.

They are raised anywhere and turned into text in one place, `pmpath.cli.terminal.failures`. What
code has to know of an error is its type or a field of it: no code reads a sentence back.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

# What became of a call that could not store something; said where it is known.
NOTHING_SAVED = "nothing was saved"
NOTHING_MORE_SAVED = "nothing more was saved"


class PmpathError(Exception):
    """What is wrong (`sentence`), where (`place`: file, line), what would be right (`hint`)."""

    exit_code = 1

    def __init__(self, sentence: str, *, place: str = "", hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.place = place
        self.hint = hint


class Rephrasing:
    """Around a call: what it raises becomes what `rephrased` makes of it, if that is anything.

    A context manager of its own, since `log` would spend a millisecond on importing contextlib.
    """

    def rephrased(self, error: BaseException) -> PmpathError | None:
        """The error to raise instead; None lets the first one pass."""
        raise NotImplementedError

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        instead = None if error is None else self.rephrased(error)
        if instead is not None:
            raise instead from error


class UsageError(PmpathError):
    """The words of the command cannot be understood or do not go together."""

    exit_code = 2


class NotFound(PmpathError):
    """There is no roadmap yet, or nothing carries the name that was asked for."""

    exit_code = 3


class FileFault(Frozen):
    """One fault in a file: its line from 1, the key it is about, and what is wrong with that.

    `sentence` continues the key and has no full stop; `key` is None for a line that is not TOML.
    """

    line: int
    key: str | None
    sentence: str

    @property
    def text(self) -> str:
        """Key and sentence on one line; either may hold line breaks that a person typed."""
        text = self.sentence if self.key is None else f"{self.key} {self.sentence}"
        return " ".join(text.splitlines())


class NotValid(PmpathError):
    """A file can be read, but its content cannot be used; `faults` in the order of its lines.

    Empty for a file that cannot be used as a whole.
    """

    exit_code = 4

    def __init__(
        self, sentence: str, *, place: str = "", hint: str = "", faults: tuple[FileFault, ...] = ()
    ) -> None:
        super().__init__(sentence, place=place, hint=hint)
        self.faults = faults


class NewerSchema(NotValid):
    """A newer pmpath wrote this file; to write to it could lose what this version cannot read."""


def refuse_newer_schema(file: str, schema: object, known: int, place: str) -> None:
    """Raise NewerSchema for a schema above the known one; any other value is not judged here.

    `file` names the file in the sentence: log or roadmap.
    """
    if type(schema) is int and schema > known:
        raise NewerSchema(
            f"The {file} has schema {schema}; this pmpath knows {known}.",
            place=place,
            hint="Upgrade pmpath; nothing was written.",
        )


class NotStored(PmpathError):
    """A file or a stream could not be read or written; what was there before is untouched.

    `cause` is a sentence that says what happened, `outcome` a clause on what became of the call, as
    far as it is known; the error's own sentence is made of both.
    """

    exit_code = 5

    def __init__(self, cause: str, *, outcome: str = "", place: str = "", hint: str = "") -> None:
        sentence = f"{cause.removesuffix('.')}; {outcome}." if outcome else cause
        super().__init__(sentence, place=place, hint=hint)
        self.cause = cause
        self.outcome = outcome

    def with_outcome(self, outcome: str) -> Self:
        """The same error with another outcome of the call."""
        return type(self)(self.cause, outcome=outcome, place=self.place, hint=self.hint)

    def with_hint(self, hint: str) -> Self:
        """The same error with other advice."""
        return type(self)(self.cause, outcome=self.outcome, place=self.place, hint=hint)


class LogChanged(NotStored):
    """Another process wrote to the log after this call had read it: the command decides anew."""


class NotOpen(NotStored):
    """The disk or vault on which the data lies is not there."""
