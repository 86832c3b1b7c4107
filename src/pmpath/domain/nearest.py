"""The known names that a mistyped word most likely means: one answer for every "did you mean"."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# How alike two words are, from 0 to 1, before one is offered for the other.
ALIKE = 0.6


def nearest(
    word: str, known: Iterable[str], most: int = 1, likeness: float = ALIKE
) -> tuple[str, ...]:
    """Up to so many known names that look like the word, the likest first; empty without any."""
    # Loaded here: a word that is known needs none of it.
    from difflib import get_close_matches

    return tuple(get_close_matches(word, list(known), n=most, cutoff=likeness))


def did_you_mean(names: Sequence[str], otherwise: str) -> str:
    """The hint that offers the nearest names, or the other hint where there are none."""
    return f"Did you mean {_either(names)}?" if names else otherwise


def _either(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
