"""One line typed on a terminal, with what is there already ready to be edited."""

from __future__ import annotations

import sys


def typed_line(prompt: str, prefilled: str = "") -> str | None:
    """The line without its end; None when the terminal says that nothing more will come."""
    try:
        import readline
    except ImportError:
        # Windows: the console edits lines itself.
        pass
    else:
        readline.set_startup_hook(lambda: readline.insert_text(prefilled))
    try:
        return input(prompt)
    except EOFError:
        return None
    except SystemExit:
        # Ctrl-C: the shell's prompt belongs on a line of its own.
        sys.stdout.write("\n")
        raise
