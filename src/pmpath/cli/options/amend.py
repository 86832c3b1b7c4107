"""The options of `amend`: those of an entry, which entry is meant, and what to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from pmpath.cli.options.completion import entry_handles
from pmpath.cli.options.entry import EntryOptions, Text, Texts


@dataclass(frozen=True)
class AmendOptions(EntryOptions):
    """Each option as typed."""

    text: Annotated[
        Text, typer.Option(help="A sentence in place of the old one.", metavar="WORDS")
    ] = None
    drop: Annotated[
        Texts,
        typer.Option(
            help="Take away: @lean, +tag, next, worry, a link, a number, minutes, day.",
            metavar="WHAT",
        ),
    ] = None
    entry: Annotated[
        str,
        typer.Option(
            "--entry", help="The handle that history shows.", metavar="HANDLE",
            show_default=False, autocompletion=entry_handles,
        ),
    ] = ""  # fmt: skip
