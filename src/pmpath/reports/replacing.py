"""Words of a person with something else said in their place, wherever they stand in a text."""

from __future__ import annotations

import re
from unicodedata import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

# One letter would take itself out of every word that has it.
SHORTEST = 2
# A name ends where its letters end; an underscore joins the words of a handle.
BEFORE, BETWEEN, AFTER = r"(?<![^\W_])", r"[\s_-]+", r"(?=s?(?![^\W_]))"


class Replacing:
    """`said` has what is said instead of each word or words."""

    def __init__(self, said: Mapping[str, str]) -> None:
        self._instead: list[str] = []
        self._pattern = self._compiled(said)

    def hide(self, text: str) -> str:
        """The text with each of the words replaced, whatever its capitals; the longest first."""
        if self._pattern is None:
            return text
        return self._pattern.sub(
            lambda found: self._instead[(found.lastindex or 1) - 1], normalize("NFC", text)
        )

    def is_in(self, text: str) -> bool:
        """Whether any of the words stands in the text."""
        return self._pattern is not None and bool(self._pattern.search(normalize("NFC", text)))

    def _compiled(self, said: Mapping[str, str]) -> re.Pattern[str] | None:
        """One pattern with a group for each word, longest first."""
        groups = []
        for text in sorted(said, key=len, reverse=True):
            words = normalize("NFC", text).replace("_", " ").split()
            if len("".join(words)) >= SHORTEST:
                groups.append(f"({BETWEEN.join(map(re.escape, words))})")
                self._instead.append(said[text])
        if not groups:
            return None
        return re.compile(f"{BEFORE}(?:{'|'.join(groups)}){AFTER}", re.IGNORECASE)
