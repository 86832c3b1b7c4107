"""Reading `roadmap.toml`, creating it once, replacing it whole. It belongs to the person."""

from __future__ import annotations

import os

from pmpath.domain.errors import (
    FileFault,
    NotStored,
    NotValid,
    UsageError,
    refuse_newer_schema,
)
from pmpath.domain.roadmap.roadmap import SCHEMA, Roadmap
from pmpath.domain.roadmap.table import Refused, roadmap_from
from pmpath.storage.disk.data_folder import nothing_set_up, refuse_dangling
from pmpath.storage.disk.os_errors import not_stored, raises_not_stored, size_of
from pmpath.storage.disk.paths import Folder
from pmpath.storage.roadmap.kept_table import keep_table, kept_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from pmpath.storage.disk.reading import Seen

BYTE_ORDER_MARK = "\ufeff"
LARGEST_FILE = 2_000_000
DEEPEST = 50
FAULTS_SHOWN = 20


def load_roadmap(folder: Folder) -> Roadmap:
    """The roadmap as it stands; raises NotFound without one, NotValid with every fault named."""
    return kept_roadmap(folder, read_text(folder))


def kept_roadmap(folder: Folder, text: str) -> Roadmap:
    """The roadmap that this text of its file means, without parsing where it is kept parsed."""
    table = kept_table(folder, text)
    if table is None:
        return roadmap_of(text, folder.roadmap)
    # A newer pmpath may have kept it.
    refuse_newer_schema("roadmap", table.get("schema"), SCHEMA, folder.roadmap)
    return _roadmap_in(table, text, folder.roadmap)


def keep_parsed(folder: Folder, text: str) -> None:
    """Keep this text of the roadmap parsed, unless it is; raises OSError, and NotValid."""
    if kept_table(folder, text) is None:
        keep_table(folder, text, parsed(text, folder.roadmap))


def roadmap_of(text: str, path: str) -> Roadmap:
    """The roadmap that a text means; raises NotValid, with `path` as the place, for all faults."""
    return _roadmap_in(parsed(text, path), text, path)


def _roadmap_in(table: dict[str, Any], text: str, path: str) -> Roadmap:
    try:
        return roadmap_from(table, findings_named(table))
    except Refused:
        raise faults_in(table, text, path) from None


def findings_named(table: dict[str, Any]) -> dict[str, str]:
    """The findings that a roadmap may name, with the units of their limits.

    Read for a roadmap that names one; most name none.
    """
    if "findings" not in table:
        return {}
    from pmpath.storage.content import content

    return content().finding_units()


def read_text(folder: Folder) -> str:
    """The file as text, byte for byte; a mark at its start that says UTF-8 is allowed."""
    try:
        with open(folder.roadmap, "rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        refuse_dangling(folder.roadmap)
        raise nothing_set_up(folder) from None
    except OSError as error:
        raise not_stored(folder.roadmap, error) from error
    if len(content) > LARGEST_FILE:
        raise NotValid("The roadmap is larger than 2 MB.", place=folder.roadmap)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotValid(
            "The roadmap is not UTF-8 here.",
            place=f"{folder.roadmap}:{line}",
            hint="Save it as UTF-8 in your editor.",
        ) from None


def parsed(text: str, path: str) -> dict[str, Any]:
    """The text as a TOML table; raises NotValid for a fault of syntax or a newer schema."""
    import tomllib

    content = text.removeprefix(BYTE_ORDER_MARK)
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        from pmpath.domain.roadmap.faults import REPEATED_TABLES
        from pmpath.storage.toml.syntax import syntax_fault

        found = syntax_fault(content, error, REPEATED_TABLES)
        fault = FileFault(found.line, None, found.sentence.removesuffix("."))
        raise NotValid(
            found.sentence, place=f"{path}:{found.line}", hint=found.hint, faults=(fault,)
        ) from None
    except (ValueError, RecursionError):
        raise NotValid(
            "A number is too long, or a value is nested too deeply.", place=path
        ) from None
    if _depth(table) > DEEPEST:
        raise NotValid(f"Values are nested more than {DEEPEST} levels deep.", place=path)
    refuse_newer_schema("roadmap", table.get("schema"), SCHEMA, path)
    return table


def _depth(value: object) -> int:
    """How many tables and lists stand inside one another; stops counting beyond the limit."""
    depth, level = 0, [value]
    while level and depth <= DEEPEST:
        inner = [one for one in level if isinstance(one, dict | list)]
        level = [item for one in inner for item in (one.values() if isinstance(one, dict) else one)]
        depth += 1 if inner else 0
    return depth


def faults_in(table: dict[str, Any], text: str, path: str) -> NotValid:
    """All faults as one error, each on its own line in the order of the file."""
    # Loaded only now: pydantic takes longer than everything else a report does.
    from pmpath.domain.roadmap.schema import faults
    from pmpath.storage.toml.lines import TomlLines

    lines = TomlLines(text.removeprefix(BYTE_ORDER_MARK))
    found = [
        FileFault(lines.line_of(one.path), one.key, one.sentence)
        for one in faults(table, findings_named(table))
    ]
    found.sort(key=lambda one: one.line)
    name = os.path.basename(path)
    shown = [f"{name}:{one.line}: {one.text}" for one in found[:FAULTS_SHOWN]]
    if len(found) > FAULTS_SHOWN:
        shown.append(f"and {len(found) - FAULTS_SHOWN} more")
    count = "one error" if len(found) == 1 else f"{len(found)} errors"
    hint = "\n".join(shown)
    return NotValid(f"The roadmap has {count}.", place=path, hint=hint, faults=tuple(found))


def create_roadmap(folder: Folder, text: str) -> bool:
    """Create the roadmap whole; False, with nothing touched, when there is one already."""
    from pmpath.storage.disk.atomic import atomic_create

    return atomic_create(folder.roadmap, text.encode())


def replace_roadmap(
    folder: Folder, before: str, after: str, now: datetime, seen: Seen | None = None
) -> None:
    """Put a changed roadmap in the place of the one that was read, after a dated copy of that.

    Raises NotStored when somebody changed the file meanwhile or the system refuses, LogChanged when
    the log is not the one that was `seen`, UsageError for words that are not UTF-8; the file is as
    it was then.
    """
    # Loaded where something is written: every screen reads the roadmap.
    from pmpath.storage.backups import back_up
    from pmpath.storage.disk.atomic import atomic_replace
    from pmpath.storage.disk.lock import Locked

    content = _encoded(after)
    with Locked(folder):
        if seen is not None:
            seen.refuse_other(size_of(folder.log))
        if read_text(folder) != before:
            raise NotStored(
                "The roadmap changed in the meantime; nothing was written.",
                place=folder.roadmap,
                hint="Save what your editor has open, then try again.",
            )
        with raises_not_stored(folder.backups):
            back_up(folder, before.encode(), now)
        atomic_replace(folder.roadmap, content)


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise UsageError(
            "The words are not valid UTF-8, so they cannot be kept exactly.",
            hint="Type them again.",
        ) from None
