"""Our parts in a resume that is there: every byte that is not ours stays where it is.

The text is edited at the places of our parts alone, one after the other, and read again between
them: a resume is short, and its owner may have laid it out by hand.
"""

from __future__ import annotations

import json
import re

from pmpath.domain.errors import FileFault, NotValid
from pmpath.domain.record import Frozen
from pmpath.formats.writers.json_resume import MARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from pmpath.formats.writers.json_resume import Part, Sections

BYTE_ORDER_MARK = "\ufeff"
# Behind the mark of a part that its owner has taken over: it is neither changed nor added again.
TAKEN_OVER = " mine"
DECODER = json.JSONDecoder()
BLANKS = re.compile(r"[ \t\r\n]*")
INDENT = re.compile(r"\n([ \t]+)")
COMMENT = re.compile(r"\s*(//|/\*|#)")


class Member(Frozen):
    """A member of an object or an item of an array: where its value begins and ends.

    `key` and `begins` are those of the key; an item has the place of its value there.
    """

    key: str
    begins: int
    start: int
    end: int


def with_parts(content: bytes, sections: Sections, place: str) -> bytes:
    """The bytes of a resume with these parts in it, as `merged` makes them."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refusal(place, line, "is not UTF-8") from None
    return merged(text, sections, place).encode("utf-8")


def merged(text: str, sections: Sections, place: str) -> str:
    """The text of a resume with these parts in it, in place of those of an earlier export.

    Raises NotValid, naming the line, for what is no JSON object or has a section of another kind.
    """
    head = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    text = text.removeprefix(head)
    before = _read(text, place)
    _refuse_other_sections(before, sections, place)
    names = [*sections, *(name for name, parts in before.items() if _has_ours(parts))]
    for name in dict.fromkeys(names):
        text = _with_section(text, name, sections.get(name, []))
    assert _theirs(_read(text, place)) == _theirs(before), "the merge touched what is not ours"
    return head + text


def _read(text: str, place: str) -> dict[str, Any]:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise _refusal(place, 1, f"has {twice} twice")
        return found

    try:
        found = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        rest = text[error.pos :].lstrip()
        is_comment = COMMENT.match(rest) is not None
        told = "has a comment, which is not JSON" if is_comment else "is not JSON"
        raise _refusal(place, error.lineno, told) from None
    except RecursionError:
        raise _refusal(place, 1, "is nested too deeply") from None
    if not isinstance(found, dict):
        raise _refusal(place, 1, "is not one JSON object")
    return found


def _refusal(place: str, line: int, told: str) -> NotValid:
    return NotValid(
        f"The resume {told} (line {line}); nothing was written.",
        place=place,
        hint="Fix that line, or export to a file of its own: pmpath export jsonresume --out FILE",
        faults=(FileFault(line, None, told),),
    )


def _refuse_other_sections(before: dict[str, Any], sections: Sections, place: str) -> None:
    for name in sections:
        if name in before and not isinstance(before[name], list):
            raise _refusal(place, 1, f'has a "{name}" that is not a list')


def _is_ours(part: object) -> bool:
    mark = part.get(MARK) if isinstance(part, dict) else None
    return isinstance(mark, str) and not mark.endswith(TAKEN_OVER)


def _has_ours(parts: object) -> bool:
    return isinstance(parts, list) and any(map(_is_ours, parts))


def _theirs(resume: dict[str, Any]) -> dict[str, Any]:
    """The resume without our parts, and without sections that are empty then."""
    found = {
        name: [one for one in value if not _is_ours(one)] if isinstance(value, list) else value
        for name, value in resume.items()
    }
    return {name: value for name, value in found.items() if value != []}


def _with_section(text: str, name: str, parts: list[Part]) -> str:
    """The text with these parts of ours in a section: changed, taken out, or added at its end."""
    wanted = {str(one[MARK]): one for one in parts}
    section = _section(text, name)
    if section is not None:
        # From the end on, so that the places before stay what they are.
        for item in reversed(list(_items(text, section.start))):
            part = json.loads(text[item.start : item.end])
            mark = part.get(MARK) if isinstance(part, dict) else None
            if isinstance(mark, str) and mark.endswith(TAKEN_OVER):
                wanted.pop(mark.removesuffix(TAKEN_OVER), None)
            elif isinstance(mark, str):
                text = _replaced(text, name, item, part, wanted.pop(mark, None))
    for part in wanted.values():
        text = _added(text, name, part)
    return text


def _replaced(text: str, name: str, item: Member, there: Part, part: Part | None) -> str:
    """The text with a part of ours as it is now, or without it."""
    if part == there:
        return text
    if part is not None:
        shown = _shown(part, text, _indent_at(text, item.start))
        return text[: item.start] + shown + text[item.end :]
    section = _section(text, name)
    assert section is not None
    every = list(_items(text, section.start))
    at = every.index(item)
    if at + 1 < len(every):
        return text[: item.start] + text[every[at + 1].start :]
    if at:
        return text[: every[at - 1].end] + text[item.end :]
    return text[: section.start] + "[]" + text[section.end :]


def _added(text: str, name: str, part: Part) -> str:
    """The text with one part more at the end of a section, which is made where it is missing."""
    section = _section(text, name)
    if section is None:
        text = _with_empty_section(text, name)
        section = _section(text, name)
    assert section is not None
    items = list(_items(text, section.start))
    if items:
        indent = _indent_at(text, items[-1].start)
        shown = _shown(part, text, indent)
        return text[: items[-1].end] + "," + _break(text, indent) + shown + text[items[-1].end :]
    outer = _indent_at(text, section.begins)
    inner = outer + _unit(text)
    shown = _break(text, inner) + _shown(part, text, inner) + _break(text, outer, blank="")
    return text[: section.start] + f"[{shown}]" + text[section.end :]


def _with_empty_section(text: str, name: str) -> str:
    root = _after_blanks(text, 0)
    members = list(_members(text, root))
    added = f"{json.dumps(name)}: []"
    if members:
        indent = _indent_at(text, members[-1].begins)
        end = members[-1].end
        return text[:end] + "," + _break(text, indent) + added + text[end:]
    inner, close = _break(text, _unit(text), blank=""), _break(text, "", blank="")
    return text[:root] + "{" + inner + added + close + text[text.index("}", root) :]


def _section(text: str, name: str) -> Member | None:
    members = _members(text, _after_blanks(text, 0))
    return next((one for one in members if one.key == name), None)


def _members(text: str, start: int) -> Iterator[Member]:
    """The members of the object that begins here."""
    at = _after_blanks(text, start + 1)
    while text[at] != "}":
        key, end = DECODER.raw_decode(text, at)
        value = _after_blanks(text, _after_blanks(text, end) + 1)
        _, after = DECODER.raw_decode(text, value)
        yield Member(key, at, value, after)
        at = _after_comma(text, after)


def _items(text: str, start: int) -> Iterator[Member]:
    """The items of the array that begins here."""
    at = _after_blanks(text, start + 1)
    while text[at] != "]":
        _, end = DECODER.raw_decode(text, at)
        yield Member("", at, at, end)
        at = _after_comma(text, end)


def _after_comma(text: str, at: int) -> int:
    at = _after_blanks(text, at)
    return _after_blanks(text, at + 1) if text[at] == "," else at


def _after_blanks(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    return found.end() if found else at


def _unit(text: str) -> str:
    """By how much the resume is indented; two blanks where nothing is."""
    found = INDENT.search(text)
    return found[1] if found else "  "


def _indent_at(text: str, at: int) -> str:
    """The blanks that begin the line of this place."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _break(text: str, indent: str, blank: str = " ") -> str:
    """A line break as the resume has them, and the blanks behind it; one blank in a single line."""
    if "\n" not in text.strip():
        return blank
    return ("\r\n" if "\r\n" in text else "\n") + indent


def _shown(part: Part, text: str, indent: str) -> str:
    """A part as JSON, laid out as the rest is."""
    if "\n" not in text.strip():
        return json.dumps(part, ensure_ascii=False)
    shown = json.dumps(part, ensure_ascii=False, indent=_unit(text))
    return shown.replace("\n", _break(text, indent))
