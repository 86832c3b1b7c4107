"""What `undo` and `undo --back` write: the values of the roadmap, then the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmpath.cli.session import Session
from pmpath.domain.errors import NotStored, NotValid, UsageError
from pmpath.domain.log.acts import RETRACT
from pmpath.domain.log.reversal import changes_of
from pmpath.render.phrases.acts import key_told, value_told
from pmpath.storage.roadmap.changes import NotAsLeft, inverted, with_changes
from pmpath.storage.roadmap.edit import Source
from pmpath.storage.roadmap.file import read_text, roadmap_of

if TYPE_CHECKING:
    from pmpath.domain.log.acts import Act, Acts, ValueChange

OLDER = "To undo an older record: pmpath undo HANDLE; pmpath history --all shows the handles"


def roadmap_changes(
    session: Session, acts: Acts, parts: list[Act], *, reverse: bool
) -> tuple[ValueChange, ...]:
    """What the roadmap needs; the file is read for acts alone that say or may say something."""
    if not any(one.changes or one.kind in ("plan", "move") for one in parts):
        return ()
    table = Source(session.folder.roadmap, _sound_text(session)).table
    found = tuple(change for one in parts for change in changes_of(one, acts, table))
    return inverted(found) if reverse else found


def _sound_text(session: Session) -> str:
    text = read_text(session.folder)
    roadmap_of(text, session.folder.roadmap)
    return text


def write_back(session: Session, changes: tuple[ValueChange, ...], retracted: list[str]) -> None:
    """Make the changes and take these records back.

    The roadmap first, the records second: a kill in between reads as an edit by hand.
    """
    if changes:
        text = read_text(session.folder)
        try:
            after = with_changes(Source(session.folder.roadmap, text), changes)
        except NotAsLeft as error:
            raise _not_as_left(error) from None
        except NotValid as error:
            hint = f"{error.hint}\n{OLDER}"
            raise NotValid(error.sentence, place=error.place, hint=hint) from None
        try:
            session.replace_roadmap(text, after)
        except NotValid as error:
            raise UsageError(
                "The roadmap would not be valid with that; nothing was changed.", hint=error.hint
            ) from None
    try:
        session.append_act((RETRACT, session.today, {"of": key}) for key in retracted)
    except NotStored as error:
        if not changes:
            raise
        raise NotStored(
            "The roadmap was changed back, but the change could not be recorded in the log.",
            place=error.place,
            hint=f"{error.hint}\nThe next command that writes records it as an edit by hand.",
        ) from error


def _not_as_left(error: NotAsLeft) -> UsageError:
    change = error.change
    key = key_told(change.path)
    return UsageError(
        f"The roadmap was edited since, so this cannot be undone exactly: {key} was "
        f"{value_told(change.was)} and is {value_told(error.found)} now. Nothing was changed.",
        hint=f"To set it to {value_told(change.now)} by hand: pmpath roadmap edit\n{OLDER}",
    )
