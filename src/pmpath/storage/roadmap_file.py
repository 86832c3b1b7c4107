"""Reading `roadmap.toml`, and creating it once. The file belongs to the person."""

from __future__ import annotations

import os
import tomllib

from pmpath.domain.errors import NotValid
from pmpath.domain.roadmap import SCHEMA, Roadmap
from pmpath.domain.roadmap_table import Refused, roadmap_from
from pmpath.storage.faults import not_stored, stored_or_said
from pmpath.storage.log_file import not_set_up, sync_folder
from pmpath.storage.paths import Folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LARGEST_FILE = 2_000_000
DEEPEST = 50
FAULTS_SHOWN = 20


def load(folder: Folder) -> Roadmap:
    """The roadmap as it stands; raises NotFound without one, NotValid with every fault named."""
    text = read_text(folder)
    table = parsed(text, folder.roadmap)
    try:
        return roadmap_from(table)
    except Refused:
        raise faults_in(table, text, folder.roadmap) from None


def read_text(folder: Folder) -> str:
    """The file as text; a mark at its start that says UTF-8 is allowed."""
    try:
        with open(folder.roadmap, "rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise not_set_up() from None
    except OSError as error:
        raise not_stored(folder.roadmap, error) from error
    if len(content) > LARGEST_FILE:
        raise NotValid("The roadmap is larger than 2 MB.", place=folder.roadmap)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotValid(
            "The roadmap is not UTF-8 here.",
            place=f"{folder.roadmap}:{line}",
            hint="Save it as UTF-8 in your editor.",
        ) from None


def parsed(text: str, path: str) -> dict[str, Any]:
    """The text as a TOML table; raises NotValid for a fault of syntax or a newer schema."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        sentence, _, where = str(error).partition(" (at ")
        line = where.partition("line ")[2].partition(",")[0]
        place = f"{path}:{line}" if line.isdecimal() else path
        raise NotValid(f"{sentence}.", place=place, hint="Mend this line first.") from None
    except (ValueError, RecursionError):
        raise NotValid("A number is too long or a value too deep.", place=path) from None
    if _depth(table) > DEEPEST:
        raise NotValid(f"Values stand more than {DEEPEST} levels deep.", place=path)
    schema = table.get("schema")
    if type(schema) is int and schema > SCHEMA:
        raise NotValid(
            f"The roadmap has schema {schema}; this pmpath knows {SCHEMA}.",
            place=path,
            hint="Upgrade pmpath; nothing was written.",
        )
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
    from pmpath.domain.roadmap_schema import faults
    from pmpath.storage.toml_lines import TomlLines

    lines = TomlLines(text)
    found = [(lines.line_of(fault.path), fault.key, fault.sentence) for fault in faults(table)]
    found.sort(key=lambda one: one[0])
    name = os.path.basename(path)
    # A key or value may hold line breaks of its own; a fault is one line.
    shown = [
        " ".join(f"{name}:{line}: {key} {sentence}".splitlines())
        for line, key, sentence in found[:FAULTS_SHOWN]
    ]
    if len(found) > FAULTS_SHOWN:
        shown.append(f"and {len(found) - FAULTS_SHOWN} more")
    count = "one fault" if len(found) == 1 else f"{len(found)} faults"
    return NotValid(f"The roadmap has {count}.", place=path, hint="\n".join(shown))


def create(folder: Folder, text: str) -> bool:
    """Create the roadmap whole; False, with nothing touched, when there is one already."""
    return create_whole(folder.roadmap, text)


def create_whole(path: str, text: str) -> bool:
    """Create a file that is there whole or not at all; False when the name is taken.

    A link cannot replace a file, so not even two `init` at once overwrite each other. The caller
    holds the lock, so the temporary name is its own.
    """
    temporary = path + ".tmp"
    with stored_or_said(path):
        if os.path.lexists(path):
            return False
        # A killed run's rest may be a second name of a file renamed since: never write into it.
        _remove(temporary)
        try:
            write_durably(temporary, text)
            os.link(temporary, path)
        except FileExistsError:
            return False
        finally:
            _remove(temporary)
        sync_folder(os.path.dirname(path))
    return True


def _remove(path: str) -> None:
    if os.path.lexists(path):
        os.unlink(path)


def write_durably(path: str, text: str) -> None:
    """Write a new or temporary file of the user's folder, readable by the user alone."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags, 0o600)
    with open(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
