"""What `pmpath sync` says: committed, received, two roadmaps side by side, sent."""

from __future__ import annotations

from pmpath.domain.record import TYPE_CHECKING
from pmpath.render.page.text import clean, clip, hanging, offering, pluralize

if TYPE_CHECKING:
    from pmpath.domain.files.copies import KeyChange
    from pmpath.domain.files.exchange import Apart, Committed, Conflict, Received, Side

ROADMAP = "roadmap.toml"
SHOWN = 12
LONGEST_KEY = 60
LONGEST_VALUE = 40
LONGEST_REASON = 160
IF_JOINED = "Joined, both logs count here and there, and both roadmaps are kept."
OTHER_BUILD = "The log is the same on both. Milestones may differ until both have the same version."
NO_REMOTE = "none yet; pmpath sync --remote URL names one: a private git repository of yours."


def committed_text(found: Committed, width: int) -> list[str]:
    """What was committed here; nothing where nothing was new."""
    lines: list[str] = []
    if found.returned:
        count = pluralize(found.returned, "record")
        told = f"{count} that the log lacked and the repository had; the log before is in backups."
        lines += hanging("Back: ", told, width)
    parts = [pluralize(found.records, "record")] if found.records else []
    if ROADMAP in found.changed:
        parts.append("the roadmap" if found.is_first else "roadmap changed")
    if parts or found.changed:
        told = ", ".join(parts) or "files for git and editors"
        lines += hanging("Committed: ", f"{told}.", width)
    if found.held_back:
        told = f"it stays here until it is valid. {clip(found.held_back, LONGEST_REASON)}"
        lines += hanging("Roadmap: ", told, width)
    return lines


def received_text(found: Received, width: int) -> list[str]:
    """What came, with every key of the roadmap that changed here."""
    if found.is_empty:
        return []
    parts = [pluralize(found.records, "record")] if found.records else []
    if found.has_new_roadmap:
        parts.append("roadmap changed" if found.keys else "the roadmap")
    if found.files:
        parts.append(pluralize(found.files, "other file"))
    lines = hanging("Received: ", f"{', '.join(parts) or 'another roadmap'}.", width)
    for one in found.keys[:SHOWN]:
        lines += hanging("  ", _changed(one), width)
    lines += _more(len(found.keys), width)
    if found.keys:
        lines += hanging("  ", "The roadmap as it was is in backups.", width)
    if found.conflict:
        lines += _conflict(found.conflict, width)
    if found.build:
        told = f"the other machine has another pmpath: {clip(found.build, LONGEST_VALUE)}."
        lines += hanging("Version: ", told, width)
        lines += hanging("  ", OTHER_BUILD, width)
    return lines


def apart_text(found: Apart, width: int) -> list[str]:
    """Two journeys that have no record in common."""
    here, there = pluralize(found.here, "record"), pluralize(found.there, "record")
    told = f"the remote holds another journey ({there}) than this folder ({here})."
    return [
        *hanging("Apart: ", told, width),
        *hanging("  ", IF_JOINED, width),
        *hanging("  ", "To have the remote's alone: an empty PMPATH_HOME, then sync there.", width),
    ]


def remote_text(told: str, width: int) -> list[str]:
    """A remote that was named now."""
    return [
        *hanging("Remote: ", f"{clean(told)}.", width),
        *hanging("  ", "Whoever may read it reads your log; a private one keeps it yours.", width),
    ]


def _conflict(found: Conflict, width: int) -> list[str]:
    reason = clip(found.reason, LONGEST_REASON)
    lines = hanging("Two roadmaps: ", f"{reason}. Yours stays in place.", width)
    lines += hanging("  ", f"Theirs: {found.copy}", width)
    for one in found.sides[:SHOWN]:
        lines += hanging("  ", _side_by_side(one), width)
    lines += _more(len(found.sides), width)
    if not found.sides:
        places = pluralize(found.places, "place")
        lines += hanging("  ", f"They differ in {places}, not in a value that can be read.", width)
    settle = f"Settle it with pmpath roadmap edit, then remove {found.copy}."
    lines += hanging("  ", settle, width)
    return lines + offering("  ", "Line by line:", f"pmpath doctor --merge {found.copy}", width)


def _side_by_side(one: Side) -> str:
    mine, theirs = _value(one.mine, one.line), _value(one.theirs, one.other_line)
    return f"{clip(one.key, LONGEST_KEY)}: yours {mine}, theirs {theirs}"


def _value(text: str, line: int) -> str:
    """A value and its line; without a line that side lacks the key."""
    return f"{clip(text, LONGEST_VALUE) or 'empty'} (line {line})" if line else "absent"


def _changed(one: KeyChange) -> str:
    now, then = (clip(value, LONGEST_VALUE) or "absent" for value in (one.now, one.then))
    return f"{clip(one.key, LONGEST_KEY)}: {then}, it was {now}"


def _more(count: int, width: int) -> list[str]:
    return hanging("  ", f"and {count - SHOWN} more", width) if count > SHOWN else []
