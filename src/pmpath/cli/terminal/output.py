"""What goes to stdout, and what a lost stdout means."""

from __future__ import annotations

import errno
import os
import sys

from pmpath.domain.errors import NotStored
from pmpath.render.page.text import clean, offering, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NoReturn

    from pmpath.render.page.page import Page

WIDTH = 80
CLOSED = "stdout is closed"
DOT, MARK = "\N{MIDDLE DOT}", "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}"
# Numbers that other libraries read from the environment, some of them without a look.
SIZES = ("COLUMNS", "LINES", "TERMINAL_WIDTH")
MOST_DIGITS = 4


def drop_odd_sizes() -> None:
    """Forget a size of the terminal that is not a number of cells: the terminal itself is asked."""
    for name in SIZES:
        said = os.environ.get(name)
        if said is None:
            continue
        is_number = said.isascii() and said.isdecimal() and len(said) <= MOST_DIGITS
        if not is_number or not int(said):
            del os.environ[name]


def prepare_streams() -> None:
    """No text may stop a command: what the terminal's encoding lacks is written as an escape."""
    if sys.stdin is None:
        # Closed by the caller: nobody types, and nothing is to be read.
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def fill_closed_descriptors() -> None:
    """Keep 0, 1 and 2 taken: a data file opened in their place would receive output."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            # The lowest free descriptor is this one, since the ones below it are open.
            os.open(os.devnull, os.O_RDWR)


def show(text: str) -> None:
    """Print the result of a reading command; raises NotStored when it does not arrive.

    What is longer than the terminal goes through the person's pager.
    """
    if is_longer_than_terminal(text):
        from pmpath.cli.terminal.pager import show_paged

        if show_paged(_writable(text)):
            return
    try:
        _write(text)
    except OSError as error:
        lose_output(error)


def pass_on(pieces: Iterable[bytes]) -> None:
    """Print what is for another program, byte for byte; raises NotStored when it does not arrive.

    On a terminal letters that its encoding lacks are escaped; line ends stay those of the format.
    """
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, CLOSED)
        raw = None if sys.stdout.isatty() else getattr(sys.stdout, "buffer", None)
        for piece in pieces:
            if raw is not None:
                raw.write(piece)
            else:
                sys.stdout.write(piece.decode())
        sys.stdout.flush()
    except OSError as error:
        lose_output(error)


def is_on_terminal() -> bool:
    """Whether what is printed appears on a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def present(
    kind: str,
    report: object,
    screen: str | Callable[[Page], None],
    *,
    as_json: bool,
    widest: int = WIDTH,
) -> None:
    """Print facts in the one form that was asked for, whichever command found them.

    `kind` names the `report` in its JSON. `screen` is its text, or draws it on a page
    of at most `widest` columns.
    """
    if as_json:
        from pmpath.render.page.as_json import as_json as json_of

        show(json_of(kind, report))
    elif isinstance(screen, str):
        show(screen)
    else:
        from pmpath.cli.terminal.screens import text_on_page

        show(text_on_page(screen, widest))


def lose_output(error: OSError) -> NoReturn:
    """End a call whose result did not arrive; raises NotStored, or SystemExit for a closed pipe."""
    _silence_stdout()
    if error.errno == errno.EPIPE:
        # Whoever closed the pipe has seen enough: no sentence, but no success either.
        raise SystemExit(NotStored.exit_code) from None
    raise NotStored(f"The output could not be written: {error.strerror}.") from None


def acknowledge(text: str) -> None:
    """Confirm what is on the disk; it stays done even when nobody can read so."""
    try:
        _write(text)
    except OSError:
        _silence_stdout()


def confirm(label: str, text: str) -> None:
    """Acknowledge with a sentence of user text, cleaned and folded behind its label."""
    acknowledge("\n".join(told(label, clean(text), terminal_width())))


def offer(label: str, sentence: str, command: str) -> None:
    """Confirm with a command or a path at the end of the sentence, which is never broken."""
    acknowledge("\n".join(offering(label, clean(sentence), clean(command), terminal_width())))


def terminal_width() -> int:
    """Columns of the terminal, or of COLUMNS; 80 where neither says."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size(1).columns or WIDTH
    except OSError:
        return WIDTH


def is_longer_than_terminal(text: str) -> bool:
    """Whether its first lines would be gone once all of it was printed; never in a pipe."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    return 0 < _terminal_height() <= text.count("\n")


def _terminal_height() -> int:
    """Rows of the terminal, or of LINES; 0 where neither says."""
    said = os.environ.get("LINES", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size(1).lines
    except OSError:
        return 0


def _write(text: str) -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, CLOSED)
    sys.stdout.write(_writable(text) + ("" if text.endswith("\n") else "\n"))
    sys.stdout.flush()


def _writable(text: str) -> str:
    """Our own marks in letters that the encoding has."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    try:
        (DOT + MARK).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return text.replace(DOT, "-").replace(MARK, ">")
    return text


def _silence_stdout() -> None:
    """Let the flush at exit fall into nothing instead of failing again."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
