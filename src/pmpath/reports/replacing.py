"""Words of a person with something else said in their place, wherever they stand in a text."""

from __future__ import annotations

from unicodedata import combining, normalize

from pmpath.domain.content.late import late_pattern
from pmpath.domain.log.names.spelling import EXPANDED
from pmpath.domain.people import APOSTROPHES, LETTERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterator, Mapping

    Reading = Mapping[str, str]

# One letter would take itself out of every word that has it.
SHORTEST = 2
# A name ends where its letters end; an underscore joins the words of a handle.
BEFORE, BETWEEN, AFTER = r"(?<![^\W_])", r"[\s_-]+", r"(?=s?(?![^\W_]))"
# Words of so many letters in all may be written as one, as in an address: `bluemill.com`.
LONG_AS_ONE = 7
CAPITALS = {ord(chr(key).upper()): str(value).upper() for key, value in LETTERS.items()
            if len(chr(key).upper()) == 1 and chr(key).upper() != chr(key)}  # fmt: skip
PLAIN = {**LETTERS, **CAPITALS, **dict.fromkeys(map(ord, APOSTROPHES), "'")}
# How `ö` and the like are typed where the keyboard lacks them.
UMLAUTS = {chr(key): two for key, two in EXPANDED.items()}
UMLAUTS |= {one.upper(): two.capitalize() for one, two in UMLAUTS.items()}
ARTICLE = late_pattern(r"(?i)\b(?:the|a|an)\s+\Z")
# In small letters an everyday word is a name behind these alone.
NAMED_BEHIND = ("with ", "met ", "told ", "asked ", "from ", "called ", "thanked ", "emailed ",
                "messaged ", "pinged ", "by ", "@")  # fmt: skip


class Replacing:
    """`said` has what is said instead of each word or words; None where they stay as they are.

    Letters count without their accents, and `ä` may be typed as `ae`. What is in `careful` is an
    everyday word as well: it counts with a capital, or behind a word such as `with`.
    """

    def __init__(
        self, said: Mapping[str, str | None], careful: Container[str] = frozenset()
    ) -> None:
        self._instead: list[str | None] = []
        self._careful = careful
        self._pattern = self._compiled(said)

    def hide(self, text: str) -> str:
        """The text with each of the words replaced, whatever its capitals; the longest first."""
        if self._pattern is None:
            return text
        text = normalize("NFC", text)
        for reading in _readings(text):
            parts, done = [], 0
            for start, end, instead in self._found(text, reading):
                before = text[done:start]
                # `the Nordfrakt deck` is `a company deck`.
                parts += [ARTICLE.sub("", before) if instead[:2] == "a " else before, instead]
                done = end
            text = "".join([*parts, text[done:]])
        return text

    def is_in(self, text: str) -> bool:
        """Whether any of the words stands in the text."""
        if self._pattern is None:
            return False
        text = normalize("NFC", text)
        return any(any(self._found(text, one)) for one in _readings(text))

    def _found(self, text: str, reading: Reading) -> Iterator[tuple[int, int, str]]:
        """Where each stands, and what is said instead."""
        assert self._pattern is not None
        plain, places = _plain(text, reading)
        for one in self._pattern.finditer(plain):
            instead = self._instead[(one.lastindex or 1) - 1]
            if instead is not None:
                yield places[one.start()], _end(text, places[one.end() - 1]), instead

    def _compiled(self, said: Mapping[str, str | None]) -> re.Pattern[str] | None:
        """One pattern with a group for each word, longest first."""
        import re

        groups = []
        for text in sorted(said, key=len, reverse=True):
            words = text.replace("_", " ").split()
            if len("".join(words)) >= SHORTEST:
                groups.append(f"({self._written(words)})")
                self._instead.append(said[text])
        if not groups:
            return None
        return re.compile(f"{BEFORE}(?:{'|'.join(groups)}){AFTER}", re.IGNORECASE)

    def _written(self, words: list[str]) -> str:
        """The pattern of one name."""
        whole = " ".join(words)
        if len(words) == 1 and whole.casefold() in self._careful:
            return _everyday(_plain(whole, {})[0])
        between = BETWEEN.replace("+", "*") if len("".join(words)) >= LONG_AS_ONE else BETWEEN
        several = dict.fromkeys(_plain(whole, one)[0].casefold() for one in _readings(whole))
        return "|".join(between.join(map(_letters, one.split())) for one in several)


def _letters(word: str) -> str:
    """A word with the apostrophe that may be left out, or stand behind its first letter."""
    from re import escape

    escaped = [f"{sign}?" if sign == "'" else escape(sign) for sign in word]
    if len(word) > SHORTEST and word[:1].isalpha() and word[1] != "'":
        escaped[0] += "'?"
    return "".join(escaped)


def _everyday(word: str) -> str:
    from re import escape

    low, capital = escape(word.lower()), escape(word[:1].upper() + word[1:].lower())
    behind = "|".join(f"(?<={escape(one)})" for one in NAMED_BEHIND)
    return f"(?-i:{capital})|(?-i:{escape(word.upper())})|(?:{behind}){low}|{low}(?='s)"


def _readings(text: str) -> tuple[Reading, ...]:
    """In which ways the letters of a text are taken: `ö` as `o`, and as `oe`."""
    if text.isascii() or not any(one in UMLAUTS for one in text):
        return ({},)
    return {}, UMLAUTS


def _plain(text: str, reading: Reading) -> tuple[str, range | list[int]]:
    """The text without accents, apostrophes all alike; and where each of its letters stood."""
    if text.isascii() and "`" not in text:
        return text, range(len(text))
    letters, places = [], []
    for at, sign in enumerate(text):
        for one in reading.get(sign) or _without_accent(sign):
            letters.append(one)
            places.append(at)
    return "".join(letters), places


def _without_accent(sign: str) -> str:
    if sign.isascii() and sign != "`":
        return sign
    apart = sign if sign.isspace() else normalize("NFD", sign)
    plain = "".join(one for one in apart if not combining(one)).translate(PLAIN)
    return {"\N{LATIN SMALL LETTER SHARP S}": "ss"}.get(plain, plain)


def _end(text: str, last: int) -> int:
    """Where a match ends whose last letter stands there: accents of its own belong to it."""
    end = last + 1
    while end < len(text) and combining(text[end]):
        end += 1
    return end
