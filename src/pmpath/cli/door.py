"""The way in. Words, and usual options of `log`, take the short door: Typer is not loaded.

A shell that completes a word calls without arguments. What a word may be is told here as well, and
names of options and commands by Typer, through the long door.
Both doors end in the same functions; a test runs every example through both.
"""

from __future__ import annotations

import os

from pmpath.cli.options.plain_words import is_plain
from pmpath.cli.terminal.failures import guarded
from pmpath.cli.terminal.output import drop_odd_sizes, prepare_streams, show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


# Typer's own name for it, made of the program's name.
COMPLETES = "_PMPATH_COMPLETE"


def enter(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Run one call and return its exit code."""
    prepare_streams()
    drop_odd_sizes()
    return guarded(lambda: call(list(arguments), environment))


def call(arguments: list[str], environment: Mapping[str, str] | None) -> int:
    """Run one call; raises PmpathError for whatever is not a bug."""
    if COMPLETES not in os.environ:
        code = _short_door(arguments, environment)
        if code is not None:
            return code
    else:
        from pmpath.cli.options.completion_scripts import script_asked_for
        from pmpath.cli.options.offered import values_offered

        asked = os.environ[COMPLETES]
        offered = script_asked_for(asked) or values_offered(asked, os.environ)
        if offered is not None:
            show(offered)
            return 0
        from pmpath.cli.long_door import refuse_odd_completion

        refuse_odd_completion(asked)
    from pmpath.cli.app import run

    return run(arguments, environment)


def _log(words: list[str], environment: Mapping[str, str] | None) -> int | None:
    """Keep what is said in words and usual options; None for what needs Typer."""
    from pmpath.cli.finish import finish_soon
    from pmpath.cli.session import Session

    if is_plain(words):
        from pmpath.cli.daily.log import log

        session = Session(environment)
        session.leave_edits()
        log(session, " ".join(words))
    else:
        from pmpath.cli.options.said import meant, typed

        call = typed(words)
        if call is None:
            return None
        from pmpath.cli.daily.log_told import log_text

        session = Session(environment)
        session.leave_edits()
        options = meant(call.said, session)
        log_text(session, " ".join(call.words), options, json=call.json, dry_run=call.dry_run)
    finish_soon(session)
    return 0


def _short_door(arguments: list[str], environment: Mapping[str, str] | None) -> int | None:
    """Run a call of plain words; None when the words need Typer."""
    from pmpath.cli.session import Session

    if arguments[:1] == ["log"]:
        return _log(arguments[1:], environment)
    if arguments in ([], ["today"]):
        from pmpath.cli.daily.today import show_today

        show_today(Session(environment))
        return 0
    if arguments[:1] == ["report"] and all(not word.startswith("-") for word in arguments):
        from pmpath.cli.weekly.report import show_report

        show_report(Session(environment), " ".join(arguments[1:]))
        return 0
    if arguments[:1] == ["history"] and all(not word.startswith("-") for word in arguments):
        from pmpath.cli.daily.history import show_entries

        show_entries(Session(environment), " ".join(arguments[1:]))
        return 0
    if arguments == ["status"]:
        from pmpath.cli.daily.status import show_status

        show_status(Session(environment))
        return 0
    return None
