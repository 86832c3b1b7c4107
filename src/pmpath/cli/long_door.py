"""Around a call of Typer, which writes help and refusals by itself and sets up completion.

What it writes may not arrive, and the files that it changes may refuse: neither is a bug.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

from pmpath.cli.terminal.output import CLOSED, lose_output, show
from pmpath.domain.errors import NotFound, NotStored, PmpathError, UsageError
from pmpath.storage.disk.os_errors import not_stored

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HELP = ("--help", "-h")
INSTALL, SHOW = "--install-completion", "--show-completion"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
BY_HAND = (
    "To set it up by hand, add this line to your shell's start-up file "
    "(in zsh or fish, write that name instead of bash):\n"
    'eval "$(_PMPATH_COMPLETE=source_bash pmpath)"'
)


class _Stream:
    """A stream that remembers what kept it from writing."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.lost: OSError | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> Any:
        """Write as the stream does."""
        return self._sure(lambda: self._stream.write(text))

    def flush(self) -> None:
        """Flush as the stream does."""
        self._sure(self._stream.flush)

    def _sure(self, call: Any) -> Any:
        try:
            return call()
        except OSError as error:
            self.lost = error
            raise


class _Closed:
    """In place of a stdout that the caller has closed: nothing arrives, and that is said."""

    encoding, errors = "utf-8", "backslashreplace"

    def write(self, text: str) -> int:
        """Refuse what says something."""
        if text:
            raise OSError(errno.EBADF, CLOSED)
        return 0

    def flush(self) -> None:
        """Nothing waits."""

    def fileno(self) -> int:
        """The descriptor of stdout, which leads nowhere now."""
        return 1

    def isatty(self) -> bool:
        """Nobody looks on."""
        return False


class _Messages(_Stream):
    """stderr: what does not arrive there is lost, and the exit code says it all the same."""

    def _sure(self, call: Any) -> Any:
        try:
            return call()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())
            return 0


@contextmanager
def lost_output_said() -> Iterator[None]:
    """End with the exit code of a lost output where stdout breaks, whoever writes to it."""
    before = sys.stdout, sys.stderr
    out = _Stream(_Closed() if sys.stdout is None else sys.stdout)
    sys.stdout = out
    if sys.stderr is not None:
        sys.stderr = _Messages(sys.stderr)
    try:
        yield
        out.flush()
    except (OSError, SystemExit) as end:
        sys.stdout, sys.stderr = before
        if out.lost is None or (isinstance(end, SystemExit) and end.code != 1):
            raise
        lose_output(out.lost)
    finally:
        sys.stdout, sys.stderr = before


class _Held(StringIO):
    """Help, until all of it is there: for a person, as wide and as colored as on the terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """It will be read on the terminal."""
        return True


@contextmanager
def help_shown(arguments: Sequence[str]) -> Iterator[None]:
    """Show the help that Typer writes as every other text of a terminal: a long one in a pager."""
    words = arguments[: arguments.index("--")] if "--" in arguments else arguments
    if sys.stdout is None or not sys.stdout.isatty() or not set(HELP) & set(words):
        yield
        return
    outer, held = sys.stdout, _Held()
    sys.stdout = held
    try:
        yield
    finally:
        sys.stdout = outer
        if held.getvalue():
            show(held.getvalue())


def refuse_odd_completion(instruction: str) -> None:
    """Raise UsageError for a value of _PMPATH_COMPLETE that no shell sends."""
    what, _, shell = instruction.partition("_")
    if instruction and (what not in ("source", "complete") or shell not in SHELLS):
        raise UsageError(
            f'_PMPATH_COMPLETE is "{instruction}", which pmpath does not know.',
            hint="Unset it, or write source_bash, source_zsh, source_fish or source_powershell.",
        )


@contextmanager
def completion_set_up(arguments: Sequence[str]) -> Iterator[None]:
    """Say what keeps `--install-completion` from the start file of the shell."""
    if not {INSTALL, SHOW} & set(arguments[:1]):
        yield
        return
    try:
        yield
    except SystemExit as stop:
        if stop.code != 1:
            raise
        raise NotFound("Your shell was not recognized.", hint=BY_HAND) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise _not_installed(error) from None


def _not_installed(error: Exception) -> PmpathError:
    if isinstance(error, OSError):
        said = not_stored(str(error.filename or ""), error)
        return NotStored(said.sentence, place=said.place, hint=f"{said.hint}\n{BY_HAND}".strip())
    return NotStored("There is no home folder for the start-up file of your shell.", hint=BY_HAND)
