"""The words of content by which it is told whether a line is understood, as light values."""

from __future__ import annotations

from pmpath.domain.content.fulfilment import phrases_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def verbs_from(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Of a parsed `verbs.toml`, by kind each form of its verbs."""
    return {
        kind: tuple(dict.fromkeys(one for text in texts for one in phrases_of(text)))
        for kind, texts in table.items()
    }


def understood_from(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Of a parsed `understood.toml`, the words by the track in which alone they are understood."""
    found: dict[str, dict[str, None]] = {}
    for part in table.values():
        for track in part.get("tracks", ("",)):
            found.setdefault(track, {}).update(dict.fromkeys(part["words"]))
    return {track: tuple(words) for track, words in found.items()}


def shelves_from(table: Mapping[str, Any]) -> dict[str, str]:
    """Of a parsed `books.toml`, by title the shelf."""
    return {item["title"]: item["shelf"] for item in table["book"]}
