"""How `pmpath history` is typed, and with `--all` every record, each with its handle."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.daily.history import SHOWN, searched, show_entries
from pmpath.cli.options.parameters import Json, Words, session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.domain.entry import Entry
from pmpath.domain.log.acts import order_of_acts
from pmpath.domain.people import folded
from pmpath.domain.record import changed
from pmpath.render.phrases.acts import Teller
from pmpath.render.screens.history import ToldAct, draw_acts
from pmpath.storage.acts import read_acts

if TYPE_CHECKING:
    from pmpath.domain.log.acts import Act


def history(
    context: typer.Context,
    words: Words = None,
    count: Annotated[
        int, typer.Option("-n", help="Show at most this many; 0 for all.", min=0, metavar="COUNT")
    ] = SHOWN,
    all_kinds: Annotated[
        bool, typer.Option("--all", help="Every record, whatever its kind, with its handle.")
    ] = False,
    json: Json = False,
) -> None:
    """The latest entries, or those with these words."""
    show_rows = _show_acts if all_kinds else show_entries
    show_rows(session_of(context), " ".join(words or ()), count=count, as_json=json)


def _show_acts(session: Session, words: str, *, count: int, as_json: bool) -> None:
    """Print the latest records of every kind in the order of writing, undone ones too."""
    acts = read_acts(session.folder)
    teller = Teller(acts, session.today, session.content.vocabulary())
    wanted = [folded(word) for word in words.split()]
    found = [
        one
        for one in sorted(acts.all, key=order_of_acts)
        if all(word in _searched_act(one, teller) for word in wanted)
    ]
    shown = found[-count:] if count else found
    handles = acts.handles(shown)
    rows = [
        ToldAct(one.id, handles[one.id], one.at, one.kind, teller.told(one), undone=not one.stands)
        for one in shown
    ]
    beside = [
        changed(row, told=teller.told_beside(one, _day_written(one)))
        for one, row in zip(shown, rows, strict=True)
    ]
    present(
        "history",
        {"records": rows, "found": len(found)},
        lambda page: draw_acts(page, beside, len(found), session.today),
        as_json=as_json,
    )


def _day_written(act: Act) -> date:
    """The day that the line begins with; that of the record where it has no instant."""
    try:
        return date.fromisoformat(act.at[:10])
    except ValueError:
        return date.min


def _searched_act(act: Act, teller: Teller) -> str:
    own = searched(act.found) if isinstance(act.found, Entry) else ""
    return folded(f"{act.kind} {teller.told(act)} {own}")
