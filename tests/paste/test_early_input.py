"""What arrives before a question shows answers nothing, but Ctrl-C is meant for whatever comes."""

from __future__ import annotations

import io
import os
import signal
import tty
from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from pmpath.cli.terminal.raw_terminal import RawTerminal


@pytest.fixture
def line() -> Iterator[tuple[int, int]]:
    """The two ends of a terminal that hands on every key, as while a question is open."""
    screen, keyboard = os.openpty()
    tty.setraw(keyboard)
    yield screen, keyboard
    os.close(screen)
    os.close(keyboard)


@pytest.mark.parametrize(
    ("sent", "signals"),
    [
        (b"\x03", [signal.SIGINT]),
        (b"yes\r\x03", [signal.SIGINT]),
        (b"yes\r", []),
        (b"\x1b[200~copied \x03 sign\x1b[201~", []),
    ],
)
def test_only_ctrl_c_is_heard_before_the_question(
    line: tuple[int, int], sent: bytes, signals: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is dropped; a typed Ctrl-C leaves, one within a paste does not."""
    given: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _, number: given.append(number))
    screen, keyboard = line
    os.write(screen, sent)
    with RawTerminal(keyboard, io.StringIO(), lambda: None) as terminal:
        leaves = pytest.raises(SystemExit, match="130") if signals else nullcontext()
        with leaves:
            terminal.drop_early_input()
        assert not terminal.waits(0)
    assert given == signals
