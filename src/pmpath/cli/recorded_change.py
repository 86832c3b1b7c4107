"""A change of the roadmap and the record that says so, in the order that a kill leaves readable.

The value is replaced first and the record appended second: in between it reads as an edit by hand,
and the next writing command records it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pmpath.cli.session import Session
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.domain.errors import NotStored
from pmpath.storage.log.append import check_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmpath.domain.roadmap.roadmap import Roadmap
    from pmpath.storage.log.encode import Fields
    from pmpath.storage.roadmap.edit import Path, Value

WHY = "Why, in a few words? Your log keeps it; Enter for no reason. "


def change_and_record(
    session: Session,
    changes: dict[Path, Value | None],
    kind: str,
    fields: Callable[[Roadmap], Fields],
) -> Roadmap:
    """Change values of the roadmap, then append a record made of what it is then; returns that.

    Words that no log can hold are refused before anything is written.
    """
    session.record_edits()
    check_record(kind, session.today, session.now, fields(session.roadmap))
    after = session.change_roadmap(changes)
    try:
        session.append(kind, session.today, {**fields(after), **session.changes_made()})
    except NotStored as error:
        raise NotStored(
            "The roadmap was changed, but the change could not be recorded in the log.",
            place=error.place,
            hint=f"{error.hint}\nThe next command that writes records it, without the reason.",
        ) from error
    return after


def reason_or_asked(given: str) -> str:
    """The reason that came with the command, or the one typed now; asked once, empty is fine."""
    if given.strip() or not sys.stdin.isatty():
        return given.strip()
    return (typed_line(WHY) or "").strip()
