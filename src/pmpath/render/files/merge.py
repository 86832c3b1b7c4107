"""What `pmpath doctor --merge` says of a copy."""

from __future__ import annotations

from pmpath.domain.record import TYPE_CHECKING
from pmpath.render.page.text import clean, clip, hanging, offering, pluralize

if TYPE_CHECKING:
    from pmpath.domain.files.copies import Difference, MissingRecords

LONGEST_QUOTE = 80
LONGEST_ID = 40


def merge_text(found: MissingRecords, name: str, width: int) -> list[str]:
    """What was taken over from a copy of the log, and what was not."""
    name = clean(name)
    if found.lines:
        count = pluralize(len(found.lines), "record")
        lines = hanging("Merged: ", f"{count} from {name} added to the log.", width)
    else:
        lines = hanging("Merged: ", f"the log already has every record of {name}.", width)
    for clash in found.clashes:
        told = f"{clip(clash.id, LONGEST_ID)}: line {clash.line} of the log counts"
        told += f"; line {clash.other_line} of the copy says something else."
        lines += hanging("Other content: ", told, width)
    if found.unreadable:
        count = pluralize(found.unreadable, "line")
        lines += hanging("Not readable: ", f"{count} of the copy; they stay in it.", width)
    return lines + hanging("The copy: ", "unchanged; delete it when you no longer need it.", width)


def roadmap_text(found: list[Difference], name: str, width: int) -> list[str]:
    """Where a copy of the roadmap differs, line by line; nothing was changed."""
    name = clean(name)
    if not found:
        return hanging("Roadmap: ", f"{name} says the same as yours.", width)
    places = pluralize(len(found), "place")
    lines = hanging("Roadmap: ", f"{name} differs in {places}; nothing was changed.", width)
    for one in found:
        lines.append("")
        lines += _side("roadmap", one.number, one.lines, width)
        lines += _side("copy", one.other_number, one.other_lines, width)
    return [
        *lines,
        "",
        *offering("", "To copy what you want by hand:", "pmpath roadmap edit", width),
    ]


def _side(name: str, number: int, texts: tuple[str, ...], width: int) -> list[str]:
    if not texts:
        return hanging(f"{name}:{number}: ", "nothing more here", width)
    lines: list[str] = []
    for at, text in enumerate(texts, number):
        lines += hanging(f"{name}:{at}: ", clip(text, LONGEST_QUOTE), width)
    return lines
