"""Commands that are typed where a question waits: they are not answers, and nothing runs."""

from __future__ import annotations

from pmpath.cli.commands import ORDER

LEAVING = ("exit", "quit", ":q", "q")
PROGRAM = "pmpath"


def command_in(text: str) -> str:
    """The command that a line would be at a shell's prompt, `pmpath report`; "" for none."""
    words = text.lstrip("$%> ").split()
    if words[:1] == [PROGRAM]:
        return " ".join(words)
    return " ".join([PROGRAM, *words]) if words and words[0] in ORDER else ""


def is_surely_a_command(text: str) -> bool:
    """Whether it begins with the name of the program, as no answer does."""
    return text.lstrip("$%> ").split()[:1] == [PROGRAM]
