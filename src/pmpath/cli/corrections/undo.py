"""`pmpath undo`: no line of the log is rewritten; what takes an act back is a record as well."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.corrections.told_after import tell_corrected, tell_roadmap, tell_twin
from pmpath.cli.corrections.written_back import OLDER, roadmap_changes, write_back
from pmpath.cli.milestones_told import tell_milestones
from pmpath.cli.options.completion import handles
from pmpath.cli.options.parameters import session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.asking import is_yes
from pmpath.cli.terminal.output import confirm, offer
from pmpath.cli.written import writes
from pmpath.domain.entry import Entry, Plan
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.log.acts import AMEND, CANCEL, RETRACT
from pmpath.domain.log.reversal import (
    is_first_plan,
    later_plan,
    newest_to_undo,
    newest_undo,
)
from pmpath.render.page.text import clip
from pmpath.render.phrases.acts import Teller, written_ago
from pmpath.storage.acts import read_acts

if TYPE_CHECKING:
    from pmpath.domain.log.acts import Act, Acts
    from pmpath.domain.log.journal import Journal

OLD = timedelta(hours=1)
# What more records than these mean is left to the next command that reads the whole log.
MOST_TOLD = 2_000


@writes
def undo(
    context: typer.Context,
    handle: Annotated[
        str | None, typer.Argument(metavar="[HANDLE]", show_default=False, autocompletion=handles)
    ] = None,
    entry: Annotated[
        str | None, typer.Option("--entry", help="The same as HANDLE.", metavar="HANDLE",
                          show_default=False, autocompletion=handles)
    ] = None,
    back: Annotated[bool, typer.Option("--back", help="Put back what was undone.")] = False,
) -> None:  # fmt: skip
    """Undo the newest record of any kind, or the one with this HANDLE of history --all."""
    _undo(session_of(context), entry if handle is None else handle, back=back)


def _undo(session: Session, handle: str | None, *, back: bool) -> None:
    """Take the newest act back, or the one with this handle; with `back`, put one back instead.

    What the act did to the roadmap goes with it, or nothing at all is changed. Raises NotFound when
    there is no such act, UsageError when it cannot be taken back exactly.
    """
    session.leave_edits()
    if handle is not None and not handle.strip():
        # Mostly a shell variable that is not set: it does not mean the newest.
        raise UsageError("HANDLE is empty.", hint="Leave it out for the newest record.")
    acts = read_acts(session.folder, handle or "")
    act = None if handle is None else acts.with_handle(handle)
    if back:
        _put_back(session, acts, _undone(acts, act))
        return
    if act is not None and act.kind == RETRACT:
        _undo_undo(session, acts, act)
        return
    chosen = acts.whole(_newest(acts))[0] if act is None else acts.unit(act)[0]
    if not chosen.stands:
        raise UsageError(
            f"This was already undone: {_told(session, acts, chosen)}.",
            hint=f"Put it back: pmpath undo --back {_handle(acts, chosen)}",
        )
    _refuse(acts, chosen)
    if act is None and not _is_meant(session, acts, chosen):
        confirm("", "Nothing was changed.")
        return
    _take_back(session, acts, chosen)


def _newest(acts: Acts) -> Act:
    """What is undone without a handle; raises NotFound where there is nothing."""
    found = newest_to_undo(acts)
    if found is None:
        raise NotFound(
            "There is nothing to undo.", hint="pmpath history --all shows what was recorded."
        )
    return found


def _refuse(acts: Acts, act: Act) -> None:
    """Raise UsageError for the first plan, and for what a newer pmpath alone understands."""
    if is_first_plan(act, acts):
        raise UsageError(
            "The first plan cannot be undone, because everything else builds on it.",
            hint="To change it: pmpath replan, or pmpath roadmap move DATE",
        )
    if act.found is None and act.kind not in (AMEND, CANCEL):
        raise UsageError(
            f"A newer pmpath wrote this record ({clip(act.kind, 40)}), and this version cannot "
            "undo it.",
            hint=f"Upgrade pmpath.\n{OLDER}",
        )


def _undone(acts: Acts, act: Act | None) -> Act:
    """What is to be put back: what the newest undo took, or what this handle names."""
    act = newest_undo(acts) if act is None else act
    if act is None:
        raise NotFound("There is nothing to put back.")
    root = acts.root(act)
    if root is None:
        raise NotFound(f'The record that "{_handle(acts, act)}" undid is not in this log.')
    head = acts.undone_unit(root)[0]
    if head.stands:
        raise UsageError(
            "This record was not undone.", hint="pmpath history --all marks what was undone."
        )
    return head


def _undo_undo(session: Session, acts: Acts, retract: Act) -> None:
    """The undo of an undo puts back; that of a putting back takes back once more."""
    root = acts.root(retract)
    if root is None or not retract.stands:
        raise NotFound("That undo no longer has any effect.", hint="pmpath history --all")
    head = acts.undone_unit(root)[0]
    if head.stands:
        _take_back(session, acts, head)
    else:
        _put_back(session, acts, head)


def _is_meant(session: Session, acts: Acts, act: Act) -> bool:
    """Asked on a terminal about what is older than an hour; elsewhere the answer is yes."""
    if not act.done_at or not sys.stdin.isatty():
        return True
    if session.now - datetime.fromisoformat(act.done_at) <= OLD:
        return True
    ago = written_ago(act.done_at, session.now)
    confirm("", f"The newest record: {_told(session, acts, act)}. It was written {ago}.")
    return is_yes("Undo it? Type y, or press Enter to keep it: ", enter=False)


def _take_back(session: Session, acts: Acts, act: Act) -> None:
    parts = [one for one in acts.unit(act) if one.stands and not _stays(one, act)]
    for one in parts:
        _refuse(acts, one)
        later = later_plan(one, acts)
        if later is not None:
            raise UsageError(
                f"A later change builds on it: {_told(session, acts, later)}.",
                hint=f"Undo that one first: pmpath undo {_handle(acts, later)}",
            )
    changes = roadmap_changes(session, acts, parts, reverse=True)
    before = _folded(session, parts)
    write_back(session, changes, [one.id for one in reversed(parts)])
    _say("Undone: ", session, acts, parts)
    # Taken back from the last to the first; told in the order of the file.
    tell_roadmap(changes[::-1])
    if any(one.kind == "plan" and one.changes for one in parts) and not changes:
        tell_twin(read_acts(session.folder, ""))
    _tell_milestones(session, before)
    offer("  ", "Put it back:", f"pmpath undo --back {_handle(acts, act)}")


def _stays(part: Act, act: Act) -> bool:
    """Whether a part is left when an act goes: the plan that the import of pmpath's own wrote."""
    return bool(act.imported) and isinstance(part.found, Plan)


def _put_back(session: Session, acts: Acts, act: Act) -> None:
    parts = [one for one in acts.unit(act) if not one.stands]
    for one in parts:
        later = later_plan(one, acts)
        if later is not None:
            raise UsageError(
                "The plan has changed since, so this cannot be put back exactly: "
                f"{_told(session, acts, later)}.",
                hint="Make the change again: pmpath replan, or pmpath roadmap move DATE.",
            )
    changes = roadmap_changes(session, acts, parts, reverse=False)
    undos = [undo.id for one in parts for undo in acts.undos_of(one)]
    if not undos:
        raise UsageError(
            f"Another record undid this: {_told(session, acts, act)}.",
            hint="Find it with pmpath history --all, then undo it: pmpath undo HANDLE",
        )
    before = _folded(session, parts)
    write_back(session, changes, undos)
    _say("Put back: ", session, acts, parts)
    tell_roadmap(changes)
    _tell_milestones(session, before)


def _folded(session: Session, parts: list[Act]) -> Journal | None:
    """The log as it stands; None where so much changes that folding it twice takes much memory."""
    if len(parts) <= MOST_TOLD:
        return session.journal()
    session.writes.are_many = True
    return None


def _tell_milestones(session: Session, before: Journal | None) -> None:
    if before is None:
        confirm("  ", "Which milestones that opens or reaches: pmpath milestones")
    else:
        tell_milestones(session, before.milestones_done)


def _told(session: Session, acts: Acts, act: Act) -> str:
    return Teller(acts, session.today, session.content.vocabulary()).told(act)


def _handle(acts: Acts, act: Act) -> str:
    return acts.handles([act])[act.id]


def _say(label: str, session: Session, acts: Acts, parts: list[Act]) -> None:
    """Name the act by what holds once it is done, with what an amended record was and is now."""
    if len(parts) > MOST_TOLD:
        # So many were an import: none of them was corrected by it, and the log is not read again.
        confirm(label, f"{_told(session, acts, parts[0])}{_others(parts)}.")
        return
    after = read_acts(session.folder, parts[0].id)
    confirm(label, f"{_told(session, after, after.by_id[parts[0].id])}{_others(parts)}.")
    tell_corrected(session, acts, after, parts)


def _others(parts: list[Act]) -> str:
    """How many more came in with the first; "" where its words say that already."""
    found = parts if parts[0].imported else [one for one in parts if isinstance(one.found, Entry)]
    if len(found) < 2 or (isinstance(found[0].found, Entry) and found[0].found.origin):
        return ""
    return f", and {len(found) - 1:,} more of the same import"
