"""Changing single values of a roadmap that a person wrote; every other byte stays.

A value is rewritten by a library that keeps the format; a line is put in or taken out here. Then
tomllib reads the result, and a look at the bytes shows that nothing else moved. What fails either
is refused, with the line to edit.
"""

from __future__ import annotations

import copy
import tomllib
from datetime import date

from pmpath.domain.errors import NotValid
from pmpath.domain.record import Frozen
from pmpath.storage.roadmap.file import BYTE_ORDER_MARK
from pmpath.storage.toml.lines import TomlLines
from pmpath.storage.toml.values import toml_block, toml_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    Path = tuple[str | int, ...]
    Value = str | int | float | bool | date | list[str]


class Source(Frozen):
    """A roadmap as it stands in its file: where it lies, and its whole text, any mark included."""

    path: str
    text: str

    @property
    def table(self) -> dict[str, Any]:
        """What tomllib reads from it."""
        return tomllib.loads(self.text.removeprefix(BYTE_ORDER_MARK))


def with_values(source: Source, changes: Mapping[Path, Value | None]) -> str:
    """The text with each value set, or its key removed where the value is None.

    A key that is missing joins its table. Raises NotValid, naming the line, for a place where that
    cannot be done without touching anything else.
    """
    for path, value in changes.items():
        source = Source(source.path, with_value(source, path, value))
    return source.text


def with_block(source: Source, name: str, fields: Mapping[str, Any]) -> str:
    """The text with one more `[[name]]` block at its end; raises NotValid where none can follow."""
    expected = source.table
    end = "\r\n" if source.text.count("\r\n") * 2 > source.text.count("\n") else "\n"
    block = toml_block(name, dict(fields)).replace("\n", end)
    gap = end if source.text.endswith("\n") else end * 2
    text = source.text + gap + block
    items = expected.setdefault(name, [])
    if isinstance(items, list):
        items.append(dict(fields))
    if not isinstance(items, list) or _read(text) != expected:
        line = source.text.count("\n") + 1
        raise _refused(source.path, line, f"a [[{name}]] block of your own")
    return text


def with_value(source: Source, path: Path, value: Value | None) -> str:
    """The text with one value set, or its key removed; raises as `with_values` does."""
    table_now = source.table
    try:
        expected = _table_with(table_now, path, value)
    except (KeyError, IndexError, TypeError):
        table = ".".join(map(str, path[:-1]))
        said = "" if value is None else f" with {path[-1]} = {toml_value(value)}"
        instruction = f"as a table [{table}]{said}"
        raise refused(source, path, instruction) from None
    if expected == table_now:
        return source.text
    for text in _candidates(source, path, value):
        if _read(text) == expected and _is_local(source.text, text):
            return text
    key = path[-1]
    instruction = f"without {key}" if value is None else f"as {key} = {toml_value(value)}"
    raise refused(source, path, instruction)


def without_block(source: Source, path: Path) -> str:
    """The text without the block at `path`, and without the blank line before it at the end.

    Raises NotValid for a block that no command wrote so: it may hold comments of the person.
    """
    name, at = str(path[0]), path[1]
    expected = copy.deepcopy(source.table)
    block = toml_block(name, expected[name].pop(at)).rstrip("\n")
    if not expected[name]:
        del expected[name]
    lines = source.text.split("\n")
    places = TomlLines(source.text.removeprefix(BYTE_ORDER_MARK))
    first, last = places.line_of(path) - 1, places.last_line_in(path) - 1
    rest = lines[last + 1 :]
    # The blank line that parts the last block from the text before it came with the block.
    has_gap = rest == [""] and first > 0 and not lines[first - 1].strip()
    text = "\n".join(lines[: first - has_gap] + rest)
    written = "\n".join(line.removesuffix("\r") for line in lines[first : last + 1])
    if written != block or _read(text) != expected:
        raise refused(source, path, f"without this [[{name}]] block")
    return text


def refused(source: Source, path: Path, instruction: str) -> NotValid:
    """The error for a place that cannot be changed alone; `instruction` says what to write."""
    line = TomlLines(source.text.removeprefix(BYTE_ORDER_MARK)).line_of(path)
    return _refused(source.path, line, instruction)


def _refused(path: str, line: int, instruction: str) -> NotValid:
    return NotValid(
        "This cannot be changed without touching the text around it; nothing was written.",
        place=f"{path}:{line}",
        hint=f"Write it by hand {instruction}.",
    )


def _candidates(source: Source, path: Path, value: Value | None) -> Iterator[str]:
    """Ways to make the change, the best first; whether one is good is seen by its result."""
    lines = source.text.split("\n")
    places = TomlLines(source.text.removeprefix(BYTE_ORDER_MARK))
    if value is None:
        at = places.line_of(path)
        yield "\n".join(lines[: at - 1] + lines[at:])
        return
    if not places.knows(path):
        last = places.last_line_in(path[:-1])
        dotted = ".".join(map(str, path))
        for at, key in ((last, path[-1]), (places.line_of(path[:-1]), path[-1]), (last, dotted)):
            yield _with_line(lines, at, f"{key} = {toml_value(value)}")
    yield from _rewritten(source.text, path, value)


def _with_line(lines: list[str], at: int, line: str) -> str:
    """The lines with one more behind line `at`, set in and ended like that one."""
    model = lines[at - 1]
    indent = model[: len(model) - len(model.lstrip())]
    end = "\r" if model.endswith("\r") or (lines[0].endswith("\r") and at == len(lines)) else ""
    before = [*lines[: at - 1], model.removesuffix("\r") + end]
    return "\n".join([*before, indent + line + (end if at < len(lines) else ""), *lines[at:]])


def _rewritten(text: str, path: Path, value: Value) -> Iterator[str]:
    """The text as the format-keeping library changes it; nothing when it does not see a way."""
    import tomlrt

    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    try:
        document = tomlrt.loads(text.removeprefix(mark))
        table: Any = document
        for part in path[:-1]:
            table = table[part]
        table[path[-1]] = value
        yield mark + tomlrt.dumps(document)
    except (tomlrt.TOMLError, KeyError, TypeError, ValueError, IndexError):
        return


def _table_with(table: dict[str, Any], path: Path, value: Value | None) -> dict[str, Any]:
    """The parsed table with the change made to it; untouched where the path leads nowhere."""
    changed = copy.deepcopy(table)
    inner: Any = changed
    for part in path[:-1]:
        inner = inner[part]
    if value is None:
        inner.pop(path[-1], None)
    else:
        inner[path[-1]] = value
    return changed


def _read(text: str) -> object:
    try:
        return tomllib.loads(text.removeprefix(BYTE_ORDER_MARK))
    except (ValueError, RecursionError):
        return None


def _is_local(before: str, after: str) -> bool:
    """Whether the texts differ within one line, or by one whole line."""
    start = _begin_alike(before, after)
    end = _begin_alike(before[start:][::-1], after[start:][::-1])
    gone, come = before[start : len(before) - end], after[start : len(after) - end]
    within = "\n" not in gone and "\n" not in come
    return within or (not gone and come.count("\n") == 1) or (not come and gone.count("\n") == 1)


def _begin_alike(one: str, other: str) -> int:
    """How many letters at the beginning are the same in both."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
