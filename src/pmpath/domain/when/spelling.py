"""The pieces of words: digits, letters and signs, whatever somebody glued together or apart."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a list, as it is easiest to read and to add to."""
    return frozenset(text.split())


OPENERS = "([{\"'*<>_~«»‘“„"
CLOSERS = ")]}\"'*>_,.;:!?«»’”“…"
# Behind a word that ends in one of these the sentence takes a new turn.
TURNS = ",.;:!?)]}…"
# Signs that stand alone between blanks and part what is on either side.
PARTING = frozenset(["|", "/", "-", "--", "=", "=>", "->", "→", "*", "•", "·", "&", "+", ","])
# A point behind these ends no sentence.
ABBREVIATIONS = listed(
    "incl. ca. approx. vs. dr. mr. mrs. ms. prof. st. fam. no. nr. p. pp. ch. proj. e.g. i.e. resp."
    " hr. fr. aud. z.b. bzw. sp. z o.o."
)
MARKS = "@+#"
DIGITS = "0123456789"
FRACTIONS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}
BLANK = " "
SAME_SIGN = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("’‘′´`", "'") | {"×": "x"})


def bare(word: str) -> str:
    """The word in small letters without the signs around it: `(Monday),` is `monday`."""
    return word.lstrip(OPENERS).rstrip(CLOSERS).casefold()


def turns_after(word: str) -> bool:
    """Whether a sentence takes a new turn behind this word."""
    if word[-1:] == "." and word.lstrip(OPENERS).casefold() in ABBREVIATIONS:
        return False
    return word[-1:] in TURNS or word in PARTING or (word[-1:] in "\"'”’" and word[-2:-1] in TURNS)


def is_mark(word: str) -> bool:
    """Whether the word is one of the exact marks: `@lena`, `+reading`, `#tag`."""
    return word[:1] in MARKS and word[1:2].isalpha()


# Lines are of the same few thousand words.
_PIECES: dict[str, tuple[str, ...]] = {}
MOST_KEPT = 2_000


def pieces(words: tuple[str, ...]) -> tuple[str, ...]:
    """Runs of digits (`1.5`), runs of letters and single signs, with BLANK between the words.

    Dashes, apostrophes and the sign of multiplication come in one spelling each; the letters stay
    as typed.
    """
    found: list[str] = []
    for number, word in enumerate(words):
        if number:
            found.append(BLANK)
        found += _PIECES.get(word) or _pieces_of(word)
    return tuple(found)


def _pieces_of(typed: str) -> tuple[str, ...]:
    word = typed.translate(SAME_SIGN)
    found: list[str] = []
    at = 0
    while at < len(word):
        end = _end_of_piece(word, at)
        found.append(word[at:end])
        at = end
    if len(_PIECES) >= MOST_KEPT:
        _PIECES.clear()
    made = _PIECES[typed] = tuple(found)
    return made


def _end_of_piece(word: str, at: int) -> int:
    end = at + 1
    if word[at] in DIGITS:
        while end < len(word) and (
            word[end] in DIGITS or (word[end] in ".," and word[end + 1 : end + 2] in tuple(DIGITS))
        ):
            end += 1
    elif word[at].isalpha():
        while end < len(word) and word[end].isalpha():
            end += 1
    return end
