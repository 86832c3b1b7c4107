"""`pmpath doctor --reread`: what the words of entries say now, beside what was kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmpath.cli.milestones_told import tell_milestones
from pmpath.cli.session import Session
from pmpath.cli.terminal.asking import agreed
from pmpath.cli.terminal.output import acknowledge, confirm, terminal_width
from pmpath.cli.terminal.progress import waiting
from pmpath.domain.entry import Entry, day_of_writing
from pmpath.domain.log.acts import AMEND, REREAD, order_of_acts
from pmpath.domain.log.rereading import newer_readings
from pmpath.domain.record import Frozen
from pmpath.domain.words.telling import tell
from pmpath.render.files.reread import Change, change_text, counted_changes
from pmpath.storage.acts import read_acts
from pmpath.storage.log.corrections import BY
from pmpath.storage.log.encode import amended_fields

if TYPE_CHECKING:
    from pmpath.domain.log.acts import Act, Acts
    from pmpath.domain.log.journal import Journal
    from pmpath.storage.log.encode import Fields

# So many entries are shown before they are written; a dry run shows all.
SHOWN = 20


class NewerReading(Frozen):
    """An entry whose words say something else now; `fields` is what an amendment would set."""

    act: Act
    before: Entry
    after: Entry
    fields: Fields


class RereadEntry(Frozen):
    """An entry of which a newer reading finds something else; `sets` is what it would set."""

    id: str
    text: str
    sets: Fields


def reread(session: Session, *, asks: bool, writes: bool) -> tuple[RereadEntry, ...]:
    """Show what a newer reading changes of the facts of entries, and write it as one act.

    What a person said or corrected stays. Returns what would change, or has changed. Raises
    NotFound where nothing was set up.
    """
    with waiting("Reading"):
        acts, before = read_acts(session.folder), session.journal()
        found = _newer_readings(session, acts, before)
    if not found:
        confirm("Reread: ", "no entry would change.")
        return ()
    facts = tuple(RereadEntry(one.before.id, one.before.text, one.fields) for one in found)
    _show(session, acts, found, SHOWN if writes else len(found))
    if not writes:
        confirm("Reread: ", f"{counted_changes(len(found))} would change. Nothing was written.")
        confirm("  ", "To change them: pmpath doctor --reread")
        return facts
    if asks and not agreed("Change these entries?", hint="pmpath doctor --reread --yes"):
        confirm("Reread: ", "nothing was changed.")
        return ()
    session.record_plan(before)
    session.append_act(
        (AMEND, session.today, {"of": one.before.id, "set": one.fields, BY: REREAD})
        for one in found
    )
    confirm(
        "Reread: ", f"{counted_changes(len(found))} changed; your words stay as you typed them."
    )
    tell_milestones(session, before.milestones_done)
    confirm("  ", "To undo all of it: pmpath undo")
    return facts


def _newer_readings(session: Session, acts: Acts, journal: Journal) -> list[NewerReading]:
    """In the order of writing; undone entries are left as they are."""
    records = [one.found for one in acts.all if one.stands and one.found is not None]
    known = [one.label for one in journal.names.everybody()]
    after = newer_readings(records, session.content.vocabulary(), known, session.today)
    found = []
    for act in sorted(acts.all, key=order_of_acts):
        if act.stands and isinstance(act.found, Entry) and act.id in after:
            fields = amended_fields(act.found, after[act.id])
            if fields:
                found.append(NewerReading(act, act.found, after[act.id], fields))
    return found


def _show(session: Session, acts: Acts, found: list[NewerReading], most: int) -> None:
    known, width = session.content.vocabulary(), terminal_width()
    handles = acts.handles([one.act for one in found])
    lines: list[str] = []
    for one in found[:most]:
        words = tell(one.before.text, known, day_of_writing(one.before))
        change = Change(handles[one.act.id], words, one.before, one.after)
        lines += change_text(change, session.today, width)
    if len(found) > most:
        lines.append(
            f"  and {counted_changes(len(found) - most)} more; --dry-run shows all of them"
        )
    acknowledge("\n".join(lines))
