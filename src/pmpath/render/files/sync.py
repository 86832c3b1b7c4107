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
IF_JOINED = "If you join them, both logs count on both sides, and both roadmaps are kept."
OTHER_BUILD = "The log is the same on both. Milestones may differ until both have the same version."
NO_REMOTE = "none yet. To set one, a private git repository of yours: pmpath sync --remote URL"


def committed_text(found: Committed, width: int) -> list[str]:
    """What was committed here; nothing where nothing was new."""
    lines: list[str] = []
    if found.returned:
        count = pluralize(found.returned, "record")
        told = (
            f"{count} that the repository had and the log lacked; the previous log is in backups."
        )
        lines += hanging("Restored: ", told, width)
    parts = [pluralize(found.records, "record")] if found.records else []
    if ROADMAP in found.changed:
        parts.append("the roadmap" if found.is_first else "roadmap changed")
    if parts or found.changed:
        told = ", ".join(parts) or "files for git and editors"
        lines += hanging("Committed: ", f"{told}.", width)
    if found.held_back:
        told = f"it is not sent until it is valid. {clip(found.held_back, LONGEST_REASON)}"
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
        lines += hanging("  ", "The previous roadmap is in backups.", width)
    if found.conflict:
        lines += _conflict(found.conflict, width)
    if found.build:
        told = (
            f"the other machine has another version of pmpath: {clip(found.build, LONGEST_VALUE)}."
        )
        lines += hanging("Version: ", told, width)
        lines += hanging("  ", OTHER_BUILD, width)
    return lines


def apart_text(found: Apart, width: int) -> list[str]:
    """Two journeys that have no record in common."""
    here, there = pluralize(found.here, "record"), pluralize(found.there, "record")
    told = f"one at the remote ({there}), and another in this folder ({here})."
    return [
        *hanging("Two journeys: ", told, width),
        *hanging("  ", IF_JOINED, width),
        *hanging(
            "  ",
            "To get just the remote's: set PMPATH_HOME to an empty folder and sync there.",
            width,
        ),
    ]


def remote_text(told: str, width: int) -> list[str]:
    """A remote that was named now."""
    return [
        *hanging("Remote: ", f"{clean(told)}.", width),
        *hanging(
            "  ", "Anyone who can read the remote can read your log, so use a private one.", width
        ),
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
    settle = f"Decide with pmpath roadmap edit, then delete {found.copy}."
    lines += hanging("  ", settle, width)
    return lines + offering(
        "  ", "To compare line by line:", f"pmpath doctor --merge {found.copy}", width
    )


def _side_by_side(one: Side) -> str:
    mine, theirs = _value(one.mine, one.line), _value(one.theirs, one.other_line)
    return f"{clip(one.key, LONGEST_KEY)}: yours {mine}, theirs {theirs}"


def _value(text: str, line: int) -> str:
    """A value and its line; without a line that side lacks the key."""
    return f"{clip(text, LONGEST_VALUE) or 'empty'} (line {line})" if line else "not set"


def _changed(one: KeyChange) -> str:
    now, then = (clip(value, LONGEST_VALUE) or "not set" for value in (one.now, one.then))
    return f"{clip(one.key, LONGEST_KEY)}: {then}; it was {now}"


def _more(count: int, width: int) -> list[str]:
    return hanging("  ", f"and {count - SHOWN} more", width) if count > SHOWN else []
