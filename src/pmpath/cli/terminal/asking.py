"""A question of yes or no; where nobody can answer, an option says yes."""

from __future__ import annotations

import sys

from pmpath.cli.terminal.output import acknowledge, terminal_width
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.domain.errors import UsageError
from pmpath.render.page.text import hanging, offering

# The blank before an answer and its letter.
ANSWER = 2
YES, NO = ("y", "yes"), ("n", "no")


def agreed(question: str, *, hint: str) -> bool:
    """Ask on a terminal, where Enter means no; elsewhere raise UsageError with the hint."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError(
            "This command asks a question, which needs a terminal.",
            hint=f"To run it without the question: {hint}",
        )
    return is_yes(f"{question} [y/N]: ", enter=False)


def is_yes(prompt: str, *, enter: bool) -> bool:
    """Ask until the answer is yes or no; `enter` is what Enter means. The end of input is no."""
    question = _folded(prompt)
    while True:
        typed = typed_line(question)
        if typed is None:
            return False
        word = typed.strip().lower()
        if not word:
            return enter
        if word in (*YES, *NO):
            return word in YES
        acknowledge("Type y or n.")


def _folded(prompt: str) -> str:
    """The question in lines of the terminal, where the answers to choose from stay in one piece.

    A letter is left for the answer. Lines before the last one are printed at once.
    """
    question, found, choices = prompt.rstrip().rpartition(" [")
    room = terminal_width() - ANSWER
    lines = offering("", question, f"[{choices}", room) if found else hanging("", choices, room)
    *before, last = lines
    if before:
        acknowledge("\n".join(before))
    return f"{last} "
