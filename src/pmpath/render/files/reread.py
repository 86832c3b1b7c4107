"""What a newer reading of an entry's words changes, two lines an entry."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry
from pmpath.domain.record import Frozen
from pmpath.render.page.text import clip, day_beside, duration, hanging, pluralize

WORDS = 70
NOBODY, NOTHING = "nobody", "nothing"


class Change(Frozen):
    """An entry by its handle and words, as it stands and as its words are read now."""

    handle: str
    words: str
    before: Entry
    after: Entry


def change_text(change: Change, today: date, width: int) -> list[str]:
    """The entry, and below it each fact that changes: what it was, what it is."""
    head = f"{change.handle}  {day_beside(change.before.day, today)}: {clip(change.words, WORDS)}"
    was, now = _facts(change.before, today), _facts(change.after, today)
    changes = [_changed(name, was[name], now[name]) for name in was if was[name] != now[name]]
    return [*hanging("  ", head, width), *hanging("        ", "; ".join(changes), width)]


def _changed(name: str, was: str, now: str) -> str:
    return f"{name}: {now}" if was in (NOBODY, NOTHING) else f"{name}: {was} -> {now}"


def counted_changes(count: int) -> str:
    """`1 entry`, `12 entries`."""
    return pluralize(count, "entry", "entries")


def _facts(entry: Entry, today: date) -> dict[str, str]:
    """Every fact of an entry that words give, by its name on the screen."""
    move = entry.next
    promised = f"{move.person} {move.what}, {day_beside(move.day, today)}".strip() if move else ""
    return {
        "day": day_beside(entry.day, today),
        "minutes": duration(entry.minutes) + (" (assumed)" if entry.assumed else ""),
        "people": clip(", ".join(entry.people), WORDS) or NOBODY,
        "what happened": entry.event or NOTHING,
        "opening": clip(entry.opening, WORDS) or NOTHING,
        "stage": entry.stage or NOTHING,
        "book": clip(entry.book, WORDS) or NOTHING,
        "track": entry.track or NOTHING,
        "tags": ", ".join(entry.tags) or NOTHING,
        "next move": clip(promised, WORDS) or NOTHING,
        "numbers": clip(", ".join(one.name for one in entry.metrics), WORDS) or NOTHING,
        "people without a name": ", ".join(f"{one.count or 1} {one.value}" for one in entry.evidence
                                    if one.kind == "contact") or NOTHING,
        "listeners": ", ".join(str(one.count) for one in entry.evidence
                               if one.kind == "audience" and one.count) or NOTHING,
        "asked or met": entry.half or NOTHING,
    }  # fmt: skip
