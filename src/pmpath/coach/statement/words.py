"""The words of a text as they are looked at: where each stands, and in which clause."""

from __future__ import annotations

from pmpath.domain.content.late import late_pattern
from pmpath.domain.record import Frozen

# A word keeps the signs within it: "event-driven", "c++", "users'", "99.9%", "$40".
WORD = late_pattern(r"[#$€£]?[^\W_][\w.,+#/&'%:-]*[+#%]*|[.][A-Za-z]\w+|[;,:.\x21?()–—-]")
SIGNS = frozenset(";,:.\x21?()\N{EN DASH}\N{EM DASH}-")
SENTENCE_END = late_pattern(r"(?<=[.\x21?])[\"'\N{RIGHT DOUBLE QUOTATION MARK})]*\s+|\s*\n\s*")
APOSTROPHES = {0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'}
MARKUP = late_pattern(r"^\s*(?:[#>*+-]+|\d+[.)])\s+")


class Word(Frozen):
    """A word as it was typed and in lower case; `clause` counts the signs before it."""

    raw: str
    low: str
    clause: int


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences and lines of a text, without the marks of a list or a heading."""
    found = SENTENCE_END.split(text.translate(APOSTROPHES))
    cleaned = (MARKUP.sub("", one).strip() for one in found)
    return tuple(one for one in cleaned if any(sign.isalnum() for sign in one))


def words_of(sentence: str) -> tuple[Word, ...]:
    """The words of one sentence in their order."""
    words, clause = [], 0
    shouts = sentence.isupper()
    for raw in WORD.findall(sentence.translate(APOSTROPHES)):
        if raw in SIGNS:
            clause += 1
            continue
        bare = raw.rstrip(".,:'/-") or raw
        words.append(Word(bare.lower() if shouts else bare, bare.casefold(), clause))
        if raw[-1:] in ".,:":
            clause += 1
    return tuple(words)
