"""What is wrong with one value of a TOML line: a sentence, the line as it may be meant, a hint.

The line is "" where nothing can be guessed. Whoever shows it makes sure first that it is TOML; the
hint stands in for one that is not.
"""

from __future__ import annotations

import re
from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    Guess = tuple[str, str, str]

# What people write where they have no value yet.
PLACEHOLDERS = (
    "none", "null", "nil", "undefined", "n/a", "na", "tbd", "?", "~", "-", "...", "todo",
)  # fmt: skip
BEGINS_A_WORD = re.compile(r"[A-Za-z@/~(\\&*`$<!]")
DATE_HINT = "Write the date as 2027-09-01."
QUOTES_HINT = "Put text in quotes."
NAMED_DAY = re.compile(
    r"\d{1,2}\.? ?[A-Za-z]{3,}\.?,? ?\d{4}|[A-Za-z]{3,}\.? \d{1,2}(st|nd|rd|th)?,? \d{4}"
)


def explain_value(key: str, value: str, typed: str) -> Guess:
    """The guess for a value; `typed` is the same with its texts and comment as they were typed."""
    if value[0] not in "\"[{'":
        # A quote within a bare value opens nothing.
        value = typed.partition("#")[0].strip() or value
    simple = _simple(key, value)
    if simple:
        return simple
    if value[0] == "[":
        return _list(key, value, typed)
    if value[0] == "{":
        return "A table in { } has to end on its line.", "", "Write [table], and its keys below."
    if re.match(r'(""|\S+)\s+[\w.-]+\s*=', value):
        return "Two keys are on one line.", "", "Give each a line of its own."
    if re.fullmatch(r'""(\s*,\s*"")+', value):
        return "Several values need brackets.", pair(key, f"[{typed}]"), 'As in ["a", "b"].'
    if value.endswith((",", ";")):
        return (
            f"There is an extra {value[-1]} after the value.",
            pair(key, typed[:-1]),
            "Delete it.",
        )
    if value.startswith('""'):
        return (
            "There is more on the line after the end of a text.", "",
            "Write \\\" for a quote inside a text, or put the text in 'single quotes'.",
        )  # fmt: skip
    return (
        f"{value} is not a number or a date.", "",
        "Write a number such as 30, a date such as 2027-09-01, or text in quotes.",
    )  # fmt: skip


def explain_item_value(item: str) -> tuple[str, str] | None:
    """What is wrong with an item of a list, and what to do; None where it looks sound."""
    guess = _simple("", item) if item and item[0] not in "\"[{]'" else None
    if guess is None:
        return None
    sentence, fixed, hint = guess
    return sentence, f"Write {fixed}" if fixed else hint


def pair(key: str, value: str) -> str:
    """A line of key and value; the value alone without a key, as in a list."""
    return f"{key.strip()} = {value.strip()}" if key else value.strip()


def _simple(key: str, value: str) -> Guess | None:
    """A single value without quotes; None where it looks sound, or is none of these."""
    return _day(key, value) or _number(key, value) or _word(key, value)


def _word(key: str, value: str) -> Guess | None:
    plain = value.casefold()
    if plain in PLACEHOLDERS:
        return f"{value} is not a value.", "", "Delete the line, or put # before it."
    if plain in ("true", "false"):
        return f"{value} has capitals.", pair(key, plain), "Write true or false."
    if plain in ("yes", "no", "on", "off"):
        flag = "true" if plain in ("yes", "on") else "false"
        return f"{value} has no quotes.", "", f'Write {flag} for a switch, "{plain}" for text.'
    if not BEGINS_A_WORD.match(value) or re.fullmatch(r"[+-]?(inf|nan)", plain):
        return None
    if re.search(r"[,;]\s*[\w.-]+\s*=", value):
        return "Two keys are on one line.", "", "Give each a line of its own."
    text = value.strip("`").rstrip(",; ")
    quote = "'" if '"' in text or "\\" in text else '"'
    return "The text has no quotes.", pair(key, f"{quote}{text}{quote}"), QUOTES_HINT


def _day(key: str, value: str) -> Guess | None:
    year_first = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", value)
    year_last = re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", value)
    if year_first:
        day = _iso(year_first[1], year_first[3], year_first[4])
        if not day:
            return f"There is no day {value}.", "", "Write a day of the calendar."
        return f"{value} is not written as a date.", pair(key, day), DATE_HINT
    if year_last:
        # Only of dates with dots it is sure that the day comes first.
        day = _iso(year_last[4], year_last[3], year_last[1]) if year_last[2] == "." else ""
        return f"{value} is not written as a date: the year comes first.", pair(key, day), DATE_HINT
    if re.fullmatch(r"\d{4}-\d{1,2}", value):
        return f"{value} has no day of the month.", "", DATE_HINT
    if NAMED_DAY.fullmatch(value):
        return f"{value} is not written as a date.", "", DATE_HINT
    if re.fullmatch(r"\d{1,2}:\d{2}", value):
        return "The time has no quotes.", pair(key, f'"{value.zfill(5)}"'), QUOTES_HINT
    return None


def _iso(year: str, month: str, day: str) -> str:
    """The date as TOML writes it; "" for a day that is in no calendar."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _number(key: str, value: str) -> Guess | None:
    sentence = plain = ""
    if re.fullmatch(r"[+-]?\d{1,3}([, '.]\d{3})+", value) and not re.fullmatch(r"\d+\.\d+", value):
        sentence, plain = f"{value} has separators.", re.sub(r"[, '.]", "", value)
    elif re.fullmatch(r"[+-]?\d+,\d+", value):
        sentence, plain = "The number has a comma.", value.replace(",", ".")
    elif re.fullmatch(r"[+-]?0\d+(\.\d+)?", value):
        sentence, plain = "The number starts with 0.", re.sub(r"0+(?=\d)", "", value, count=1)
    elif re.fullmatch(r"[+-]?\.\d+", value):
        sentence, plain = "The number starts with a point.", value.replace(".", "0.")
    elif re.fullmatch(r"[+-]?\d+\.", value):
        sentence, plain = "The number ends with a point.", value[:-1]
    if plain:
        return sentence, pair(key, plain), "Write digits and nothing else."
    unit = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)\s*[A-Za-z%$/].*", value)
    if unit and not re.search(r"\s[\w.-]+\s*=|\d[T:]", value):
        return f"{value} is more than a number.", "", f'Write {unit[1]}, or "{value}" for text.'
    return None


def _list(key: str, value: str, typed: str) -> Guess:
    if value.count("]") > value.count("["):
        return "There is an extra ].", "", "Delete it."
    if not value.endswith("]"):
        if "]" in value:
            return "There is more on the line after the end of a list.", "", "Delete it."
        return "The list has no closing ].", pair(key, typed.rstrip(", ") + "]"), "Add it."
    for item in value[1:-1].split(","):
        text = item.strip()
        if text and text[0] not in "\"[{'" and (guess := _simple("", text)):
            return guess[0], _quoted_items(key, typed), guess[2]
    if re.search(r'""\s*;?\s*""', value):
        return "A comma is missing between two items.", "", 'As in ["a", "b"].'
    return "pmpath cannot read this list.", "", 'As in ["a", "b"].'


def _quoted_items(key: str, typed: str) -> str:
    """The list with quotes around its words; right only where no text has a comma."""
    items = [item.strip() for item in typed.strip("[] ").split(",")]
    return pair(key, "[{}]".format(", ".join(
        f'"{item}"' if BEGINS_A_WORD.match(item) and item not in ("true", "false") else item
        for item in items
    )))  # fmt: skip
