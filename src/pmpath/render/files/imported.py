"""What an import took and left, file by file."""

from __future__ import annotations

from datetime import date

from pmpath.domain.people import name_of
from pmpath.render.page.text import clip, duration, hanging, listed, long_day, pluralize
from pmpath.reports.imported import Imported, ImportedEntry, ImportedFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS, REASON = 100, 200
# So many places are named for one reason.
MOST_PLACES = 4


def entry_lines(entry: ImportedEntry, width: int) -> list[str]:
    """Its day, minutes, words, and what they were read as."""
    facts = [entry.track, *(clip(name_of(one), WORDS) for one in entry.people)]
    read_as = f" ({', '.join(filter(None, facts))})" if any(facts) else ""
    text = f"{duration(entry.minutes)}: {clip(entry.text, WORDS)}{read_as}"
    return hanging(f"  {entry.day.isoformat()}  ", text, width)


def imported_lines(imported: Imported, told: dict[str, str], width: int) -> list[str]:
    """What came of each file; `told` has what a format is called by its name."""
    return [
        line
        for one in imported.files
        for line in _file(one, told[one.format], width, written=imported.written)
    ]


def _file(one: ImportedFile, told: str, width: int, *, written: bool) -> list[str]:
    source = f"{clip(base_name(one.file), WORDS)} ({told})"
    if not one.added:
        lines = hanging("", f"Nothing new in {source}.", width)
    else:
        count = pluralize(one.added, "entry", "entries")
        verb = "Imported" if written else "Would import"
        text = f"{count} from {source}{_days(one.first, one.last)}."
        lines = hanging(f"{verb}: ", text, width)
    if one.known:
        lines += hanging("  ", f"{one.known} already in your log.", width)
    for reason, places in _by_reason(one).items():
        text = f"{len(places)} left out: {reason} ({listed(places, MOST_PLACES)})."
        lines += hanging("  ", clip(text, REASON), width)
    return lines


def base_name(path: str) -> str:
    """The name of a file without its folder, on any system."""
    return path.replace("\\", "/").rpartition("/")[2]


def _days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    if first == last:
        return f", dated {long_day(first)}"
    return f", dated {long_day(first)} to {long_day(last)}"


def _by_reason(one: ImportedFile) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for left in one.left_out:
        found.setdefault(left.reason, []).append(left.place)
    return found


def people_asked(file: str, names: Iterable[str], *, are_contacts: bool) -> str:
    """The question before people come in whom no words name."""
    every = list(names)
    told = f"{clip(base_name(file), WORDS)} names {pluralize(len(every), 'person', 'people')}"
    shown = listed([clip(name_of(one), WORDS) for one in every], MOST_PLACES)
    what = "Add them as people you know?" if are_contacts else "Count them as met there?"
    return f"{told}: {shown}. {what}"
