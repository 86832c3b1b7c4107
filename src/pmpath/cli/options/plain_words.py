"""Telling words from options before Typer is loaded: `->` and `-3` begin like options."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Stands before a word that begins like an option and is none; no argument can hold this character.
SHIELD = "\0"


def shielded(words: Sequence[str]) -> list[str]:
    """The words as Typer may see them, which would take `->` and `-3` for options.

    Behind an option a word is its value and needs no shield.
    """
    before = ["", *words]
    return [
        SHIELD + word if is_sign_or_number(word) and not last.startswith("-") else word
        for last, word in zip(before, words, strict=False)
    ]


def is_plain(words: Sequence[str]) -> bool:
    """Words without an option among them; `->` and `-3` are words, `-` alone asks for stdin."""
    return bool(words) and all(
        not word.startswith("-") or is_sign_or_number(word) for word in words
    )


def is_sign_or_number(word: str) -> bool:
    """`->` and `-3` begin like options and are words."""
    return word.startswith("-") and (word[1:2] == ">" or word[1:2].isdecimal())
