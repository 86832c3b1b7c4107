"""`--private` and `--not-private`: somebody, or a firm, is left out of what is made for others."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm, offer
from pmpath.domain.entry import handle_of
from pmpath.domain.errors import UsageError
from pmpath.domain.side_kinds import Private
from pmpath.render.page.text import capitalized, clip
from pmpath.render.screens.gathered.private import PRIVATE
from pmpath.storage.log.encode import new_fields

NAME = 40
LEFT_OUT = capitalized(PRIVATE)

Privacy = Annotated[
    bool | None,
    typer.Option(
        "--private/--not-private", show_default=False,
        help="Leave them out of every export, shared page and message; or no longer.",
    ),
]  # fmt: skip


def mark(session: Session, what: str, name: str, *, is_private: bool, was: bool) -> None:
    """Record whether a person or a firm is private from now on; nothing where it was so before."""
    shown = clip(name, NAME)
    if is_private == was:
        confirm("", f"{shown} is private already." if was else f"{shown} was not private.")
        return
    said = new_fields(Private, what, name, not is_private)
    key = session.append("private", session.today, said)
    confirm("Private: " if is_private else "Not private: ",
            f"{shown}. {LEFT_OUT}." if is_private else f"{shown} is among them again.")  # fmt: skip
    offer("  ", "To undo:", f"pmpath undo {handle_of(key)}")


def refuse_to_share(name: str, command: str) -> UsageError:
    """The page of whoever is private is for nobody else."""
    return UsageError(f"{clip(name, NAME)} is private, so there is nothing to share.",
                      hint=f"No longer private: {command} --not-private")  # fmt: skip
