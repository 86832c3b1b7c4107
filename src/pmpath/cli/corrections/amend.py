"""How `pmpath amend` is typed: which entry is meant, what is said of it, and what to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from pmpath.cli.corrections.amendment import Amendment
from pmpath.cli.corrections.amendment import amend as change
from pmpath.cli.options.completion import action_ids, entry_handles
from pmpath.cli.options.entry import EntryOptions, Text, Texts
from pmpath.cli.options.parameters import MarkedWords, session_of, spread
from pmpath.cli.options.said import known_action
from pmpath.cli.written import writes


@dataclass(frozen=True)
class AmendOptions(EntryOptions):
    """Each option as typed."""

    text: Annotated[
        Text, typer.Option(help="Replace the sentence with this one.", metavar="WORDS")
    ] = None
    drop: Annotated[
        Texts,
        typer.Option(
            help="Remove: @lena, +tag, next, worry, a link, a number, minutes, day.",
            metavar="WHAT",
        ),
    ] = None
    not_did: Annotated[
        Texts,
        typer.Option(
            help="An action it does not count as; can be repeated.", metavar="ACTION",
            autocompletion=action_ids,
        ),
    ] = None  # fmt: skip
    entry: Annotated[
        str,
        typer.Option(
            "--entry", help="The handle that history shows.", metavar="HANDLE",
            show_default=False, autocompletion=entry_handles,
        ),
    ] = ""  # fmt: skip


@writes
@spread(AmendOptions)
def amend(context: typer.Context, options: AmendOptions, words: MarkedWords = None) -> None:
    """Add to the newest entry, or change what it says."""
    session = session_of(context)
    said = options.read(session)
    not_did = tuple(known_action(session, one) for one in options.not_did or ())
    drops = tuple(options.drop or ())
    typed = Amendment(" ".join(words or ()), said, options.text, drops, not_did)
    change(session, typed, options.entry)
