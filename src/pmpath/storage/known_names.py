"""Which people and openings the log knows, for the reading of the next line.

The names stand in an index beside the log. Where that is missing or older than the log, the end of
the log is looked at: what is known from there costs little and loses nothing but old names.
"""

from __future__ import annotations

import os

from pmpath.domain.people import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.paths import Folder

LAST_BYTES = 65_536
PEOPLE, OPENING = b'"people":[', b'"opening":"'


def names_in_log(folder: Folder) -> tuple[dict[str, str], dict[str, str]]:
    """People by the key of their name, and openings by the key of the firm; none on any fault."""
    content = _end_of(folder.log)
    people: dict[str, str] = {}
    for label in _people(content):
        key = key_of(label)
        if "(" in label or key not in people:
            people[key] = label
    firms: dict[str, str] = {}
    for opening in _openings(content):
        key = key_of(opening.partition(":")[0])
        if key and (":" in opening or key not in firms):
            firms[key] = opening
    return people, firms


def _end_of(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - LAST_BYTES))
            return file.read(LAST_BYTES)
    except OSError:
        return b""


def _people(content: bytes) -> Iterator[str]:
    """The labels of all people, oldest first; each list of them is read once."""
    lists = dict.fromkeys(part.partition(b"]")[0] for part in content.split(PEOPLE)[1:])
    for piece in lists:
        yield from _texts(piece)


def _openings(content: bytes) -> Iterator[str]:
    for piece in dict.fromkeys(part.partition(b'"')[0] for part in content.split(OPENING)[1:]):
        yield from _texts(b'"' + piece + b'"')


def _texts(piece: bytes) -> list[str]:
    """The texts of a list without its brackets; none where it is damaged."""
    if b"\\" not in piece:
        inside = piece.decode(errors="replace")
        return [
            one for one in inside.removeprefix('"').removesuffix('"').split('","') if one.strip()
        ]
    import json

    try:
        found = json.loads(b"[" + piece + b"]")
    except ValueError:
        return []
    return [one for one in found if isinstance(one, str) and one.strip()]
