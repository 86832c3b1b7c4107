"""`undo`, `amend` and `history`: the log is never rewritten, corrections are records too."""

from __future__ import annotations

from datetime import datetime, timedelta

from pmpath.cli.log import NO_OPTIONS
from pmpath.cli.output import acknowledge, confirm, show, terminal_width
from pmpath.cli.reached import tell_milestones
from pmpath.cli.session import Session
from pmpath.domain.compose import Composed, Options
from pmpath.domain.entry import Accept, Close, Decline, Entry, MilestoneDone, Rest
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.people import key_of
from pmpath.domain.phrase import Draft, parse, tell
from pmpath.domain.record import changed, record
from pmpath.render.kept import kept_text
from pmpath.render.text import clip, day_beside, duration
from pmpath.reports.told import day_of_writing
from pmpath.storage.fields import evidence_fields, next_fields
from pmpath.storage.log_reader import LogReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.codec import Fields

Undoable = Entry | MilestoneDone | Rest | Decline | Close | Accept
TICK = timedelta(milliseconds=1)
HANDLE_LENGTH = 4


@record
class Target:
    """What an undo takes back: the record, or the amendment of it that came last."""

    id: str
    at: str
    told: str


def handle_of(key: str) -> str:
    """The short name of an entry on a screen: the end of its id."""
    return key[-HANDLE_LENGTH:].lower()


def undo(session: Session, handle: str = "") -> None:
    """Retract the newest live record, or the entry with this handle; plans and moves are kept."""
    reader = LogReader(session.folder)
    found = [one for one in reader.records() if isinstance(one, Undoable)]
    if handle:
        entry = _with_handle([one for one in found if isinstance(one, Entry)], handle)
        target = Target(entry.id, entry.at, _told(entry, session))
    else:
        target = _newest(reader, found, session)
    after = _after(reader, target.id, target.at, session)
    before = session.journal()
    session.append_at(after, "retract", session.today, {"of": target.id})
    confirm("Undone: ", f"{target.told}. Its line stays in the log.")
    session.record_plan(tell_milestones(session, before))


def _newest(reader: LogReader, found: list[Undoable], session: Session) -> Target:
    candidates = [Target(one.id, one.at, _told(one, session)) for one in found]
    by_id = {one.id: one for one in found}
    for key, corrections in reader.corrections.items():
        last = corrections[-1]
        if key in by_id and last.set is not None:
            told = f"the last change to {_told(by_id[key], session)}"
            candidates.append(Target(last.id, last.at, told))
    if not candidates:
        raise NotFound("There is nothing to undo.", hint="pmpath history shows what was logged.")
    # Ids rise in the order of writing, even where the clock is pinned or was set back.
    return max(candidates, key=lambda one: one.id)


def _after(reader: LogReader, key: str, at: str, session: Session) -> datetime:
    """Now, or just after the record and all its corrections: a clock set back changes nothing."""
    latest = [datetime.fromisoformat(at)]
    latest += [datetime.fromisoformat(one.at) for one in reader.corrections.get(key, ())]
    return max([session.now, *(one + TICK for one in latest)])


def _told(one: Undoable, session: Session) -> str:
    day = day_beside(one.day, session.today)
    if isinstance(one, Entry):
        told = tell(one.text, session.content.vocabulary(), day_of_writing(one))
        return f"{clip(told, 80)}, {duration(one.minutes)}, {day}"
    if isinstance(one, MilestoneDone):
        return f"milestone {one.of} {'reopened' if one.reopened else 'done'}, {day}"
    if isinstance(one, Rest):
        until = f" to {day_beside(one.until, session.today)}" if one.until > one.day else ""
        return f"rest on {day}{until}"
    if isinstance(one, Close):
        return f"the end of the plan, {one.because}, {day}"
    if isinstance(one, Accept):
        return f"the note on {one.finding}, {day}"
    return f"the wish for another step, {day}"


def amend(
    session: Session,
    text: str,
    options: Options = NO_OPTIONS,
    *,
    handle: str = "",
    not_did: str = "",
) -> None:
    """Change the newest entry, or the one with this handle: only what the words and options say.

    `not_did` is an action that the entry was not.
    """
    reader = LogReader(session.folder)
    entries = [one for one in reader.records() if isinstance(one, Entry)]
    if not entries:
        raise NotFound("There is no entry to amend.", hint="pmpath log WORDS makes one.")
    entry = _with_handle(entries, handle) if handle else max(entries, key=lambda one: one.id)
    draft = parse(text, session.today, session.content.vocabulary()) if text.strip() else Draft("")
    after = amended(entry, draft, options)
    fields = _changes(entry, after) | _said(entry, options.action, not_did)
    if not fields:
        raise UsageError("Nothing would change.", hint="Say what is different: pmpath amend 45m")
    instant = _after(reader, entry.id, entry.at, session)
    before = session.journal()
    session.append_at(instant, "amend", session.today, {"of": entry.id, "set": fields})
    on = session.today if draft.has_words else day_of_writing(entry)
    told = tell(after.text, session.content.vocabulary(), on)
    composed = Composed(after, guessed=False, plain=told)
    acknowledge(kept_text(composed, session.today, terminal_width(), verb="Now"))
    session.record_plan(tell_milestones(session, before))


def amended(entry: Entry, draft: Draft, options: Options) -> Entry:
    """The entry with what words and options say laid over it; lists grow, single values change."""
    minutes = options.minutes or draft.minutes
    people = {key_of(one): one for one in (*entry.people, *draft.people, *options.people)}
    evidence = (*entry.evidence, *draft.links, *options.evidence)
    said_track = options.track or ("" if draft.guessed else draft.track)
    tags = dict.fromkeys([*entry.tags, *(() if draft.guessed else draft.tags), *options.tags])
    return changed(
        entry,
        text=draft.text if draft.has_words else entry.text,
        day=options.on or draft.day or entry.day,
        minutes=minutes or entry.minutes,
        assumed=entry.assumed and minutes is None,
        track=said_track or entry.track,
        people=tuple(people.values()),
        tags=tuple(tags),
        notes={**entry.notes, **draft.notes, **options.notes},
        metrics=(*draft.metrics, *options.metrics) or entry.metrics,
        evidence=tuple(dict.fromkeys(evidence)),
        milestone=options.milestone or entry.milestone,
        opening=options.opening or entry.opening,
        energy=options.energy or entry.energy,
        next=options.next or draft.next or entry.next,
    )


def _changes(before: Entry, after: Entry) -> Fields:
    """The fields of the line that differ; None takes a field away."""
    return {
        key: value for key, value in _fields(after).items() if value != _fields(before).get(key)
    }


def _fields(entry: Entry) -> Fields:
    return {
        "text": entry.text, "day": entry.day.isoformat(), "minutes": entry.minutes,
        "assumed": entry.assumed or None, "track": entry.track, "people": list(entry.people),
        "tags": list(entry.tags), "notes": dict(entry.notes), "evidence": evidence_fields(entry),
        "action": entry.action, "milestone": entry.milestone, "opening": entry.opening,
        "energy": entry.energy, "next": next_fields(entry.next),
    }  # fmt: skip


def _said(entry: Entry, did: str, not_did: str) -> Fields:
    """What is said anew of which action it was: only the change, so that others stay as said."""
    if did and did == not_did:
        raise UsageError(f"{did} cannot be both.", hint="Leave one of --did and --not-did out.")
    fields: Fields = {}
    named = {*entry.did, entry.action} - {*entry.not_did}
    if did and did not in named:
        fields["did"] = [did]
    if not_did and not_did not in entry.not_did:
        fields["not_did"] = [not_did]
    return fields


def _with_handle(entries: list[Entry], handle: str) -> Entry:
    found = [one for one in entries if one.id.lower().endswith(handle.lower())]
    if len(found) == 1:
        return found[0]
    count = "No entry has" if not found else f"{len(found)} entries share"
    hint = "pmpath history shows the handles." if not found else "Write more of the id."
    raise NotFound(f"{count} the handle {handle}.", hint=hint)


def history(session: Session, words: str, *, count: int, as_json: bool) -> None:
    """Print the latest entries, or those that hold all the words, newest last."""
    wanted = words.casefold().split()
    found = [
        one
        for one in LogReader(session.folder).records()
        if isinstance(one, Entry) and all(word in _searched(one) for word in wanted)
    ]
    found.sort(key=lambda one: (one.day, one.at, one.id))
    shown = found[-count:] if count else found
    if as_json:
        from pmpath.render.as_json import as_json as to_json

        show(to_json("history", {"entries": shown, "found": len(found)}))
        return
    from pmpath.cli.screens import new_page
    from pmpath.render.history import draw_history
    from pmpath.reports.told import told

    page = new_page()
    words_known = session.content.vocabulary()
    rows = [(handle_of(one.id), told(one, words_known)) for one in shown]
    draw_history(page, rows, len(found), session.today)
    show(page.text())


def _searched(entry: Entry) -> str:
    parts = [entry.text, entry.track, *entry.people, *entry.tags, *entry.notes.values()]
    return " ".join([*parts, entry.day.isoformat(), entry.opening]).casefold()
