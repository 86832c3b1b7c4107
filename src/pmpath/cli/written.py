"""`--json` of a command that writes: nothing is said or asked, what it wrote is told as data."""

from __future__ import annotations

import inspect
import json
import sys
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pmpath.cli.options.parameters import parameters_of, session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.domain.errors import NotFound, NotStored, NotValid
from pmpath.domain.record import Frozen
from pmpath.storage.disk.reading import read_or_none
from pmpath.storage.log.append import PART_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pmpath.storage.log.encode import Fields

Json = Annotated[bool, typer.Option("--json", help="What it wrote, as JSON.")]


class Written(Frozen):
    """What one call wrote, and what follows from it.

    `records` are lines of the log as they stand there, none where nothing was to be written.
    `fulfils` are the ids of the actions that its entries fulfil, `reached` and `open_again` those
    of milestones.
    """

    records: tuple[Fields, ...]
    fulfils: tuple[str, ...]
    reached: tuple[str, ...]
    open_again: tuple[str, ...]
    is_roadmap_changed: bool


def writes(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--json` to a command that writes."""
    parameters = parameters_of(command)

    def call(*, json: bool, **values: Any) -> None:
        with written(session_of(values["context"]), as_json=json):
            command(**values)

    parameters["json"] = inspect.Parameter(
        "json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Json
    )
    call.__name__, call.__doc__ = command.__name__, command.__doc__
    call.__signature__ = inspect.Signature(list(parameters.values()))  # type: ignore[attr-defined]
    call.__annotations__ = {name: one.annotation for name, one in parameters.items()}
    return call


@contextmanager
def written(session: Session, *, as_json: bool) -> Iterator[None]:
    """Say what is written meanwhile as data alone; without `as_json` it is said as it is."""
    if not as_json:
        yield
        return
    roadmap = read_or_none(session.folder.roadmap)
    before = _reached(session)
    with silenced():
        yield
    session.look_again()
    present("written", _told(session, before, roadmap), "", as_json=True)


@contextmanager
def silenced() -> Iterator[None]:
    """Let nothing be said or asked meanwhile, for what is told as data once it is done.

    Whoever asks finds no terminal, and says which option answers instead.
    """
    streams = sys.stdin, sys.stdout
    sys.stdin, sys.stdout = StringIO(), StringIO()
    try:
        yield
    finally:
        sys.stdin, sys.stdout = streams


def _told(session: Session, before: Mapping[str, Any], roadmap: bytes | None) -> Written:
    now = _reached(session)
    records = tuple(_records(session))
    fulfilled = session.journal().fulfilled if records else {}
    return Written(
        records,
        tuple(dict.fromkeys(key for one in records for key in fulfilled.get(one["id"], ()))),
        tuple(key for key in now if key not in before),
        tuple(key for key in before if key not in now),
        read_or_none(session.folder.roadmap) != roadmap,
    )


def _reached(session: Session) -> Mapping[str, Any]:
    """The milestones that are reached; none before there is a plan."""
    try:
        return session.journal().milestones_done
    except (NotFound, NotStored, NotValid):
        return {}


def _records(session: Session) -> Iterator[Fields]:
    """The records of this call's acts, as they stand in the log."""
    acts = session.writes.acts
    for line in (read_or_none(session.folder.log) or b"").splitlines() if acts else ():
        if any(one.encode() in line for one in acts):
            fields: Fields = json.loads(line)
            if fields.get("id") in acts or fields.get(PART_OF) in acts:
                yield fields
