"""An option that is given has something in it, in every command alike."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from pmpath.cli.app import app_of
from pmpath.cli.commands import ORDER
from tests.commands.conftest import Terminal, empty, terminal
from tests.effort import SLOW

__all__ = ["empty", "terminal"]


def options(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each option that takes a value, with the words of its command."""
    for name, inner in getattr(command, "commands", {}).items():
        yield from options(inner, (*path, name))
    for one in command.params:
        if one.param_type_name == "option" and not one.is_flag:
            yield from ((path, name) for name in one.opts)


ALL_EMPTY = ("", "  ", "\t", "\u00a0", "\u200b\u2060")
EVERY_ONE = list(options(get_command(app_of(*ORDER))))


@pytest.mark.parametrize(
    ("path", "option"), EVERY_ONE, ids=[" ".join((*p, o)) for p, o in EVERY_ONE]
)
def test_an_empty_option_is_refused(path: tuple[str, ...], option: str, terminal: Terminal) -> None:
    """Empty, blank, or nothing that can be seen: one sentence that names it; nothing is written."""
    before = terminal.log
    typed = [[option, value] for value in ALL_EMPTY]
    if option != "-n":
        # Both spellings give the same value: of one of them the first and the last will do.
        typed += [[f"{option}={value}"] for value in (ALL_EMPTY if SLOW else ALL_EMPTY[::4])]
    for words in typed:
        terminal.type(*path, *words, code=2)
        assert terminal.err == (
            f"pmpath: {option} is empty.\n  Leave it out, or give it a value.\n"
        )
    assert terminal.log == before


def test_every_command_with_options_is_among_them() -> None:
    """The walk over the table of commands finds those of the groups as well."""
    found = {" ".join(path) for path, _ in EVERY_ONE}
    assert {"log", "init", "report", "milestones add", "roadmap move", "sync", "doctor"} <= found
    assert len(EVERY_ONE) > 100


def test_words_behind_two_dashes_are_no_options(terminal: Terminal) -> None:
    """They are kept as typed."""
    terminal.type("log", "--", "--track", "", "tea")
    assert '"text":"--track  tea"' in terminal.log


@pytest.mark.parametrize(
    ("words", "said", "offered"),
    [
        (("roadmap", "close"), "--because END is missing: arrived, decided-against or paused.",
         "pmpath roadmap close --because paused"),
        (("roadmap", "close", "--note", "x"), "--because END is missing",
         "pmpath roadmap close --note x --because paused"),
        (("milestones", "drop", "positioning.value-talk"), "--because TEXT is missing: your reason",
         'pmpath milestones drop positioning.value-talk --because "given at the last job"'),
        (("milestones", "add", "Two words"), "--track TRACK is missing: one of the eleven tracks.",
         "pmpath milestones add 'Two words' --track positioning --due 2027-06-01"),
        (("milestones", "add", "Foo", "--due", "2027-03-01"), "--track TRACK is missing",
         "pmpath milestones add Foo --due 2027-03-01 --track positioning"),
    ],
)  # fmt: skip
def test_an_option_that_lacks_is_named_with_the_command_to_type(
    words: tuple[str, ...], said: str, offered: str, terminal: Terminal
) -> None:
    """The option, what it means, and what was typed with it; the offered command does it."""
    terminal.type(*words, code=2)
    first, second = terminal.err.splitlines()
    assert said in first
    assert second.endswith(f": {offered}")
    terminal.type(*shlex.split(offered)[1:])
