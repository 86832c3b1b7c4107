"""One number with its unit: `4 200 USD`, `4.2k`, `31 %`, `11/wk`, `7,9 k€ per month`, `48m`.

Numbers stay exact: a whole number is an int, any other a string such as "0.5"; never a float.
"""

from __future__ import annotations

from pmpath.domain.metric import Number
from pmpath.domain.record import Frozen
from pmpath.domain.when.amounts import skip, word_at
from pmpath.domain.when.duration_forms import PLAIN, duration_at, ends_a_word
from pmpath.domain.when.spelling import BLANK, DIGITS, bare, listed, pieces
from pmpath.domain.when.time_words import PERIODS, minutes_of_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.when.duration_forms import DurationForm

CURRENCY = (
    "$\N{EURO SIGN}\N{POUND SIGN}\N{YEN SIGN}\N{NAIRA SIGN}\N{INDIAN RUPEE SIGN}\N{WON SIGN}"
    "\N{NEW SHEQEL SIGN}\N{DONG SIGN}\N{CEDI SIGN}\N{HRYVNIA SIGN}\N{TURKISH LIRA SIGN}"
    "\N{PESO SIGN}\N{TENGE SIGN}\N{RUBLE SIGN}\N{COLON SIGN}\N{GUARANI SIGN}\N{RUPEE SIGN}"
)
CODES = listed("usd eur gbp chf pln sek nok dkk czk jpy inr rs kes ngn zar sgd hkd nzd mxn thb"
               " try aed sar huf ron cad aud brl euro euros dollar dollars"
               " pounds pound francs bucks zł kr")  # fmt: skip
# A small m is a minute or a meter, never a million, unless money stands beside it.
FACTORS = {"k": 1_000, "M": 1_000_000, "tsd": 1_000, "thousand": 1_000, "mio": 1_000_000}
FACTORS |= {"million": 1_000_000, "millions": 1_000_000, "bn": 10**9, "billion": 10**9, "mn": 10**6}
PERCENT = ("%", "percent", "pct")
TIME_UNITS = ("seconds", "minutes", "hours", "days", "weeks", "months")
SHORT_UNITS = (
    "ms",
    "s",
    "sec",
    "secs",
    "gb",
    "mb",
    "kb",
    "km",
    "kg",
    "kwh",
    "pts",
    "points",
    "rps",
)
LONGEST_NUMBER = 15
LONGEST_IN_WORDS = 8
LONGEST_TIME = 4  # 1 h 30 min


class Value(Frozen):
    """A number as typed in `digits`, its `factor` (1000 for k), unit and period.

    `taken` is how many words it takes. `is_time`: it is a duration, in whole minutes.
    """

    digits: str
    factor: int = 1
    unit: str = ""
    period: str = ""
    taken: int = 1
    is_time: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to the number but its digits."""
        return self.factor == 1 and not self.unit and not self.period

    def number(self, *, grouped: bool = False) -> Number:
        """The number; `grouped` reads `4.200` as 4200."""
        whole, part, sign = split_number(self.digits, grouped=grouped)
        return exact(sign, int((whole + part) or 0) * self.factor, len(part))


def number_in(word: str) -> Number | None:
    """The number one word means: `4200`, `4,200`, `$10K`, `31%`, `2,5`; None if it means none."""
    found = value_at((word,), 0)
    if found is None or found.is_time or found.period or (found.unit not in ("", "%", *CURRENCY)):
        return None
    return found.number()


def value_at(words: tuple[str, ...], at: int, *, times: bool = True) -> Value | None:
    """The number at a word; None for a time of day, a date, a version or a word.

    Durations are read as minutes unless `times` is false: `20 minutes` is then 20.
    """
    window = words[at : at + LONGEST_IN_WORDS]
    if not window or not (_has_digit(window[0]) or bare(window[0]) in CODES):
        return None
    timed = _time(words, at) if times else None
    if timed:
        return timed
    texts = pieces(window)
    start = _behind_signs(texts)
    money, start = _currency(texts, start)
    minus = texts[start : start + 1] == ("-",)
    start += texts[start : start + 1] in (("-",), ("+",))
    digits, end = _digits(texts, start)
    if not digits:
        return None
    unit, factor, end = _unit(texts, end, money)
    period, end = _period(texts, end)
    if not ends_a_word(texts, end):
        return None
    taken = texts[:end].count(BLANK) + 1
    return Value(("-" if minus else "") + digits, factor, unit, period, taken)


def split_number(digits: str, *, grouped: bool) -> tuple[str, str, str]:
    """Whole digits, those behind the decimal sign, and the minus sign of `-4.200,5`.

    `4,200` groups thousands, as `4.200` does when told so; `2,5` and `0,125` are decimals.
    """
    sign, body = ("-", digits[1:]) if digits[:1] == "-" else ("", digits)
    last = max(body.rfind("."), body.rfind(","))
    if last < 0:
        return body, "", sign
    mark, part = body[last], body[last + 1 :]
    whole = body[:last]
    if mark in whole:
        return (body.replace(mark, ""), "", sign) if _are_groups(body, mark) else ("", "", sign)
    other = "," if mark == "." else "."
    if other in whole:
        return whole.replace(other, ""), part, sign
    if len(part) == 3 and whole.strip("0") and len(whole) <= 3 and (mark == "," or grouped):
        return whole + part, "", sign
    return whole, part, sign


def exact(sign: str, digits: int, places: int) -> Number:
    """`digits` divided by ten to the `places`, without ever being a float."""
    text = str(digits).rjust(places + 1, "0")
    whole, part = (text[:-places], text[-places:].rstrip("0")) if places else (text, "")
    return f"{sign}{whole}.{part}" if part else int(sign + whole)


def is_ambiguous(value: Value) -> bool:
    """`7.900` is 7.9 to some and 7900 to others."""
    whole, _, part = value.digits.lstrip("-").partition(".")
    return value.factor == 1 and len(part) == 3 and part.isdecimal() and bool(whole.strip("0,"))


def _are_groups(body: str, mark: str) -> bool:
    first, *groups = body.split(mark)
    if mark == "," and len(first) <= 2 and len(groups) > 1 and len(groups[-1]) == 3:
        # `1,42,000` groups by lakhs.
        return all(len(group) == 2 for group in groups[:-1]) or all(
            len(group) == 3 for group in groups
        )
    return len(first) <= 3 and all(len(group) == 3 for group in groups)


def _has_digit(word: str) -> bool:
    return any(char in DIGITS for char in word)


def _time(words: tuple[str, ...], at: int) -> Value | None:
    """A duration in minutes; a large M is a million."""
    found = _plain_duration(words, at)
    if found is None or found[0].unit in ("M", "'"):
        return None
    if not words[at].lstrip("(~")[:1].isdecimal() or found[0].unit in ("u", "ora", "ore"):
        return None
    return Value(str(found[0].minutes), unit="minutes", taken=found[1], is_time=True)


def _plain_duration(words: tuple[str, ...], at: int) -> tuple[DurationForm, int] | None:
    """The longest duration that is not a range: of `45 min to 1 h 30` the first half."""
    behind = words[at + 1 : at + 2]
    units = [text for text in pieces((words[at], *behind)) if text.isalpha() or text == "'"]
    if not units or minutes_of_unit(units[0]) is None:
        return None
    for length in range(LONGEST_TIME, 0, -1):
        found = duration_at(words[: at + length], at)
        if found and found[1] == length and found[0].kind == PLAIN and found[0].minutes:
            return found
    return None


def _behind_signs(texts: tuple[str, ...]) -> int:
    return next((n for n, text in enumerate(texts) if text not in ("(", "~", '"', "'", "[")), 0)


def _currency(texts: tuple[str, ...], at: int) -> tuple[str, int]:
    """The money before a number, and where the number begins."""
    text = word_at(texts, at)
    if text and text in CURRENCY:
        return text, skip(texts, at + 1)
    if text in CODES and texts[at + 1 : at + 2] == (BLANK,):
        return texts[at], at + 2
    return "", at


def _digits(texts: tuple[str, ...], at: int) -> tuple[str, int]:
    """The digits from here on with their groups of thousands; empty for a list or a version."""
    text = texts[at] if at < len(texts) else ""
    if text[:1] not in tuple(DIGITS) or not text.isascii():
        return "", at
    end = at + 1
    if text.isdecimal() and len(text) <= 3:
        while len(group := _group_at(texts, end)[0]) == 3:
            text, end = text + group, _group_at(texts, end)[1]
    if not any(split_number(text, grouped=False)[:2]):
        return "", at
    return (text, end) if sum(char in DIGITS for char in text) <= LONGEST_NUMBER else ("", at)


def _group_at(texts: tuple[str, ...], at: int) -> tuple[str, int]:
    """Three more digits behind a blank, an apostrophe or a low line: `4 200`, `4'200`."""
    group = word_at(texts, at + 1)
    is_group = texts[at : at + 1] in ((BLANK,), ("'",), ("_",)) and group.isdecimal()
    return (group, at + 2) if is_group and group.isascii() and len(group) == 3 else ("", at)


def _unit(texts: tuple[str, ...], at: int, money: str) -> tuple[str, int, int]:
    """What is counted, by how much the number is to be multiplied, and the piece behind."""
    factor, at = _factor(texts, at, money)
    behind = skip(texts, at)
    text = word_at(texts, behind)
    if text in PERCENT:
        return "%", factor, behind + 1
    if text and (text in CURRENCY or (text in CODES and text != money.casefold())):
        return texts[behind], factor, behind + 1
    if text in SHORT_UNITS and texts[behind + 1 : behind + 2] in (
        (),
        (BLANK,),
        (",",),
        (".",),
        (")",),
    ):
        return texts[behind], factor, behind + 1
    return money, factor, at


def _factor(texts: tuple[str, ...], at: int, money: str) -> tuple[int, int]:
    behind = skip(texts, at)
    text = texts[behind] if behind < len(texts) else ""
    factor = FACTORS.get(text if text == "M" else text.casefold())
    follows = texts[behind + 1 : behind + 2]
    if text == "m" and (money or (follows and follows[0] in CURRENCY)):
        factor = 1_000_000
    if factor is None or (text in "kK" and behind > at and not (follows and follows[0] in CURRENCY)
                          and not money):  # fmt: skip
        return 1, at
    if behind > at and text == "M" and not money:
        return 1, at
    return factor, behind + 1


def _period(texts: tuple[str, ...], at: int) -> tuple[str, int]:
    """`/wk`, `per month`, `a week`, `/ month`."""
    behind = skip(texts, at)
    text = word_at(texts, behind)
    word_behind = skip(texts, behind + 1)
    period = word_at(texts, word_behind)
    if not period.isalpha():
        return "", at
    if text == "/" or text in ("per", "pro", "par"):
        return texts[word_behind], word_behind + 1
    if text in ("a", "an", "each", "every") and behind > at and period in PERIODS:
        return texts[word_behind], word_behind + 1
    return "", at
