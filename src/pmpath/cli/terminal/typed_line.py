"""One line typed on a terminal; every question of the program is answered here."""

from __future__ import annotations

import sys


def typed_line(prompt: str, prefilled: str = "", *, several: bool = False) -> str | None:
    """The answer; None when the terminal says that nothing more will come.

    `several`: pasted lines stay lines, and what was typed before the question showed belongs to the
    answer. Otherwise lines become one, with blanks between them, and what came too early is
    dropped: it was not an answer to a question that nobody had seen.
    """
    # Loaded once something is asked: most calls that could ask do not.
    from pmpath.cli.terminal.raw_terminal import screen_of_the_terminal

    screen = screen_of_the_terminal()
    if screen is None:
        return _plain_line(prompt)
    from pmpath.cli.terminal.line_reader import line_from

    return line_from(screen, prompt, prefilled, several=several)


def _plain_line(prompt: str) -> str | None:
    """One line of a pipe, or of a console that edits lines itself."""
    try:
        return input(prompt)
    except EOFError:
        return None
    except SystemExit:
        # Ctrl-C: the shell's prompt belongs on a line of its own.
        sys.stdout.write("\n")
        raise
