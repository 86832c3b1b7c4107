from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator

import pytest

from tests.commands.conftest import Terminal, empty, terminal

__all__ = ["Typist", "empty", "terminal", "typist"]

Typist = Callable[..., str]
CTRL_C, CTRL_D = "\x03", "\x04"


class AtTerminal(io.StringIO):
    """A stdin that says it is a terminal."""

    def isatty(self) -> bool:
        """Somebody sits there."""
        return True


@pytest.fixture
def typist(empty: Terminal, monkeypatch: pytest.MonkeyPatch) -> Typist:
    """Runs a command and types a line at each question; returns all that was shown, with prompts.

    After the last line nothing more comes, as after Ctrl-D.
    """

    def run(words: str, *lines: str, today: str = "2027-01-11", code: int = 0) -> str:
        waiting: Iterator[str] = iter(lines)

        def line(prompt: str, prefilled: str = "", *, several: bool = False) -> str | None:
            typed = next(waiting, CTRL_D)
            sys.stdout.write(f"{prompt}{typed}\n")
            if typed == CTRL_C:
                raise SystemExit(130)
            return None if typed == CTRL_D else typed

        monkeypatch.setattr("sys.stdin", AtTerminal())
        for module in ("start.wizard", "start.answer", "start.same_person", "terminal.asking"):
            monkeypatch.setattr(f"pmpath.cli.{module}.typed_line", line)
        shown = empty.type(*words.split(), today=today, code=code) + empty.err
        left = list(waiting)
        assert left == [], f"never asked for: {left}"
        return shown

    return run
