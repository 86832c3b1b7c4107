"""A name at the front of a line that is nobody's: `Acme Labs said nah`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line

LONGEST = 4
OTHERS = ("nobody", "function", "leader", "event", "undone", "engineering", "lead", "gathering")


class FrontReader:
    """Judges the first words of one line; `begin` is the first that is not a bullet."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self.line = line
        self.tables = [lexicon.table(section) for section in OTHERS]
        self.suffixes = lexicon.words("firm", "suffix")
        self.names = lexicon.names
        self.begin = next((at for at, low in enumerate(line.low) if low), 0)

    def is_name(self, after: int, *, small: bool = False) -> bool:
        """Whether all words before `after` are the name of a firm.

        `small`: one word without a capital that no list knows is one as well.
        """
        line, begin = self.line, self.begin
        words = [at for at in range(begin, after) if line.low[at]]
        if not words or len(words) > LONGEST or any(line.taken[at] for at in words):
            return False
        if line.low[begin] in self.names or self._is_word(line.low[begin]):
            return False
        if any(line.end[at] for at in words[:-1]):
            return False
        if line.low[begin].endswith(("ed", "ing")) and len(words) == 1:
            return False
        if small and len(words) == 1 and line.low[begin].isalpha():
            return True
        return all(self._is_part(at) for at in words)

    def _is_part(self, at: int) -> bool:
        low = self.line.low[at]
        return self.line.bare[at][:1].isupper() or low in self.suffixes or low in ("&", "of")

    def _is_word(self, low: str) -> bool:
        return any(low in table for table in self.tables)
