"""The options of `log`, `done` and `amend` as Typer sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from pmpath.cli.options import completion
from pmpath.cli.options.parameters import either
from pmpath.cli.options.said import NOTHING_SAID, Said, meant
from pmpath.cli.session import Session
from pmpath.domain.compose import Options
from pmpath.domain.entry import SIDES, STAGES
from pmpath.domain.record import fields_of

Text = str | None
Texts = list[str] | None


@dataclass(frozen=True)
class EntryOptions:
    """Each option as typed; None when it was not given. `FilledCommand` has refused empty ones."""

    track: Annotated[
        Text,
        typer.Option(
            help="One of the eleven tracks.", metavar="TRACK", autocompletion=completion.track_ids
        ),
    ] = None
    on: Annotated[
        Text, typer.Option(help="The day you did it: mon, 20 nov, 2026-11-20.", metavar="DAY")
    ] = None
    minutes: Annotated[Text, typer.Option(help="30, 45m, 1h30, 0:45.", metavar="DURATION")] = None
    people: Annotated[
        Texts,
        typer.Option("--with", help='Somebody who was there: "Lena (PM)".', metavar="NAME",
                     autocompletion=completion.people),
    ] = None  # fmt: skip
    link: Annotated[Texts, typer.Option(help="A link to what you made.", metavar="URL")] = None
    metric: Annotated[
        Texts,
        typer.Option(help='"donations: 4200 to 7900 USD/month"; one number is a baseline.',
                     metavar="METRIC"),
    ] = None  # fmt: skip
    audience: Annotated[Texts, typer.Option(help='"sales: 9".', metavar="WHO: COUNT")] = None
    tag: Annotated[
        Texts, typer.Option(help="A word by which to find the entry again.", metavar="TAG")
    ] = None
    did: Annotated[
        Text,
        typer.Option(
            help="The action you did: allies.coffee.",
            metavar="ACTION",
            autocompletion=completion.action_ids,
        ),
    ] = None
    milestone: Annotated[
        Text,
        typer.Option(
            help="The milestone that this brings nearer.",
            metavar="ID",
            autocompletion=completion.milestone_ids,
        ),
    ] = None
    opening: Annotated[
        Text, typer.Option(help='The opening: "Nordfrakt: product manager".', metavar="OPENING")
    ] = None
    stage: Annotated[
        Text, typer.Option(help=f"How far the opening is: {', '.join(STAGES)}.", metavar="STAGE")
    ] = None
    side: Annotated[
        Text, typer.Option(help=f"Side of the opening: {either(SIDES)}.", metavar="SIDE")
    ] = None
    note: Annotated[Texts, typer.Option(help='A note: "worry: churn".', metavar="KEY: WORDS")] = (
        None
    )
    energy: Annotated[
        int | None,
        typer.Option(
            help="Your energy afterwards, 1 (low) to 5 (high).", min=1, max=5, metavar="1-5"
        ),
    ] = None
    next: Annotated[Text, typer.Option(help='What you owe: "fri tomas: deck".', metavar="MOVE")] = (
        None
    )
    theirs: Annotated[
        Text, typer.Option(help='What they owe you: "fri lena: her answer".', metavar="MOVE")
    ] = None

    def read(self, session: Session) -> Options:
        """What the texts mean today; raises UsageError, or NotFound for an unknown id."""
        return meant(Said(*(getattr(self, name) for name in fields_of(NOTHING_SAID))), session)
