"""Spellings of one name: which are the same by themselves, and which only look alike."""

from __future__ import annotations

from pmpath.domain.people import key_of

# How a letter with a sign is written where the keyboard lacks it.
EXPANDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"}
)
# Endings of firms that say nothing about which firm it is.
LEGAL_FORMS = frozenset([
    "gmbh", "ag", "inc", "ltd", "llc", "plc", "corp", "co", "kg", "bv", "nv", "sa", "sas", "oy",
    "ab", "as", "se", "limited", "incorporated", "corporation",
])  # fmt: skip
SHORTEST_ALIKE = 4


def spellings_of(name: str) -> frozenset[str]:
    """All keys by which this name may be typed: `Jörg` is jorg and joerg, `Ann-Marie` annmarie."""
    typed = name.casefold()
    keys = {key_of(name), key_of(typed.translate(EXPANDED))}
    return frozenset(keys | {key.replace(" ", "") for key in keys})


def firm_key(opening: str) -> str:
    """By which key a firm is counted: of `Nordfrakt GmbH: product manager` that of the firm alone.

    A firm may be called by its whole name or without its legal form, with or without dots.
    """
    words = key_of(opening.partition(":")[0].replace(".", " ").replace(",", " ")).split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def look_alike(one: str, other: str) -> bool:
    """Whether two keys may be one name misspelled: a letter more, less or another.

    An initial may stand for the first name. Neither says that it is one person.
    """
    if one == other:
        return False
    first, second = one.split(), other.split()
    if len(first) == len(second) == 2 and first[1] == second[1]:
        short, whole = sorted((first[0].strip("."), second[0].strip(".")), key=len)
        if len(short) == 1 and whole.startswith(short):
            return True
    return (
        min(len(one), len(other)) >= SHORTEST_ALIKE
        and one[0] == other[0]
        and _differ_by_a_letter(*sorted((one, other), key=len))
    )


def _differ_by_a_letter(short: str, whole: str) -> bool:
    if len(whole) - len(short) > 1:
        return False
    at = next((n for n, char in enumerate(short) if char != whole[n]), len(short))
    if len(short) == len(whole):
        return short[at + 1 :] == whole[at + 1 :]
    return short[at:] == whole[at + 1 :]
