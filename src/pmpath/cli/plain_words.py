"""Telling words from options before Typer is loaded: `->` and `-3` begin like options."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def is_plain(words: Sequence[str]) -> bool:
    """Words without an option among them; `->` and `-3` are words, `-` alone asks for stdin."""
    return bool(words) and all(
        not word.startswith("-") or is_sign_or_number(word) for word in words
    )


def is_sign_or_number(word: str) -> bool:
    """`->` and `-3` begin like options and are words."""
    return word.startswith("-") and (word[1:2] == ">" or word[1:2].isdecimal())
