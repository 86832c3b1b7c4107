"""How much of something: `2`, `1,5`, `1½`, `3/4`, `twenty five`, `two and a half`, `half a`.

An amount is a pair of whole numbers, over and under the line of a fraction, so that it stays exact.
The texts are pieces as `spelling.pieces` makes them.
"""

from __future__ import annotations

from pmpath.domain.when.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from pmpath.domain.when.spelling import BLANK, DIGITS, FRACTIONS, listed
from pmpath.domain.when.time_words import LARGE, SMALL, TENS

Amount = tuple[int, int]

LONGEST_NUMBER = 12
# "one hour forty"
MINUTES_IN_WORDS = {name: number for name, number in (SMALL | TENS).items() if number > 9}
ARTICLES = ("a", "an", "another")
# "a full hour"
FILLERS = ("full", "good", "whole", "solid", "long", "short", "mere")
PARTS = {"half": (1, 2), "quarter": (1, 4), "quarters": (1, 4), "third": (1, 3), "thirds": (1, 3)}
# "1 h 30 with lena"; before any other word 30 is a number of its own.
BEHIND_MINUTES = listed("for with on at about in of to and from by yesterday today last this per")
# Words that begin an amount; a cheap look decides whether to read on.
STARTS = frozenset([*SMALL, *TENS, *ARTICLES, "half", "quarter"])


def skip(texts: tuple[str, ...], at: int) -> int:
    """Behind one blank, when there is one."""
    return at + 1 if texts[at : at + 1] == (BLANK,) else at


def word_at(texts: tuple[str, ...], at: int) -> str:
    """The piece in small letters; empty before the first and behind the last."""
    return texts[at].casefold() if 0 <= at < len(texts) else ""


def ends_minutes(texts: tuple[str, ...], at: int) -> bool:
    """Whether the line ends here, or what follows is a sign, a mark, a day or a small word."""
    behind = skip(texts, at)
    follows = word_at(texts, behind)
    if follows.isdecimal():
        return len(follows) == 4 or word_at(texts, behind + 2) in MONTH_NUMBERS
    if texts[at : at + 1] != (BLANK,) or not follows[:1].isalnum():
        return True
    goes_on = follows in BEHIND_MINUTES or (len(follows) > 5 and follows.endswith("ing"))
    return goes_on or follows in WEEKDAY_NUMBERS


def amount_at(texts: tuple[str, ...], at: int) -> tuple[Amount, int] | None:
    """The amount that begins at a piece, and the piece behind it."""
    digits = _digits(texts, at)
    found = _part_of_one(texts, at, digits) or digits or _spelled(texts, at)
    if found is None:
        return None
    amount, end = found
    added = _and_a_half(texts, end)
    return (_sum(amount, added[0]), added[1]) if added else found


def number_at(texts: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """A whole number in digits or words, and the piece behind it."""
    found = amount_at(texts, at)
    return (found[0][0], found[1]) if found and found[0][1] == 1 else None


def _digits(texts: tuple[str, ...], at: int) -> tuple[Amount, int] | None:
    text = texts[at] if at < len(texts) else ""
    if text in FRACTIONS:
        return FRACTIONS[text], at + 1
    if text in (".", ",") and texts[at + 1 : at + 2] and texts[at + 1].isdecimal():
        text, at = f"0.{texts[at + 1]}", at + 1
    if text[:1] not in tuple(DIGITS) or len(text) > LONGEST_NUMBER:
        return None
    whole, _, part = text.replace(",", ".").partition(".")
    if not (whole + part).isdecimal():
        return None
    amount, end = (int(whole + part), 10 ** len(part)), at + 1
    if part:
        return amount, end
    return _with_fraction(texts, amount, end)


def _with_fraction(texts: tuple[str, ...], amount: Amount, end: int) -> tuple[Amount, int]:
    """`1½`, `1 ½`, `1 1/2`, or the `3/4` whose upper number has been read."""
    if texts[end : end + 1] == ("/",):
        under = word_at(texts, end + 1)
        is_fraction = under in ("2", "3", "4") and amount[0] < int(under)
        return ((amount[0], int(under)), end + 2) if is_fraction else (amount, end)
    behind = skip(texts, end)
    if word_at(texts, behind) in FRACTIONS:
        return _sum(amount, FRACTIONS[texts[behind]]), behind + 1
    if behind > end and texts[behind + 1 : behind + 2] == ("/",):
        found = _digits(texts, behind)
        if found and found[0][1] != 1:
            return _sum(amount, found[0]), found[1]
    return amount, end


def _spelled(texts: tuple[str, ...], at: int) -> tuple[Amount, int] | None:
    """`twenty`, `twenty-five`, `a`, `a couple of`, `a dozen`, `a hundred`."""
    word = word_at(texts, at)
    if word in TENS:
        unit = at + 2 if texts[at + 1 : at + 2] in ((BLANK,), ("-",)) else len(texts)
        ones = SMALL.get(word_at(texts, unit), 10)
        return ((TENS[word] + ones, 1), unit + 1) if ones < 10 else ((TENS[word], 1), at + 1)
    number = 1 if word in ARTICLES else SMALL.get(word)
    if number is None:
        return None
    behind = skip(texts, at + 1)
    if word in ARTICLES and word_at(texts, behind) in FILLERS:
        return (1, 1), behind + 1
    if word_at(texts, behind) == "more":
        # "one more hour"
        return (number, 1), behind + 1
    if word in ARTICLES and word_at(texts, behind) == "couple":
        end = behind + 1
        return (2, 1), end + 2 if word_at(texts, end + 1) == "of" else end
    if word_at(texts, behind) in LARGE:
        return (number * LARGE[word_at(texts, behind)], 1), behind + 1
    return (number, 1), at + 1


def _part_of_one(
    texts: tuple[str, ...], at: int, digits: tuple[Amount, int] | None
) -> tuple[Amount, int] | None:
    """`half`, `half a`, `half-`, `a quarter of an`, `three quarters of an`, `3/4 of an`."""
    found = _count_of_parts(texts, at, digits)
    if found is None:
        return None
    amount, end = found
    behind = skip(texts, end)
    if word_at(texts, behind) == "of":
        behind = skip(texts, behind + 1)
    if word_at(texts, behind) in ARTICLES:
        return amount, behind + 1
    return amount, end


def _count_of_parts(
    texts: tuple[str, ...], at: int, digits: tuple[Amount, int] | None
) -> tuple[Amount, int] | None:
    if digits and digits[0][1] in (2, 3, 4):
        return digits
    word = word_at(texts, at)
    count = 1 if word in ARTICLES else SMALL.get(word)
    start = skip(texts, at + 1) if count else at
    if texts[start : start + 1] == ("-",):
        start += 1
    part = PARTS.get(word_at(texts, start))
    return None if part is None else (((count or 1) * part[0], part[1]), start + 1)


def _and_a_half(texts: tuple[str, ...], end: int) -> tuple[Amount, int] | None:
    """The part behind `two`: `and a half`, `and three quarters`."""
    at = skip(texts, end)
    if at == end or word_at(texts, at) != "and":
        return None
    start = skip(texts, at + 1)
    return _count_of_parts(texts, start, _digits(texts, start)) if texts[at + 1 :] else None


def _sum(left: Amount, right: Amount) -> Amount:
    return left[0] * right[1] + right[0] * left[1], left[1] * right[1]
