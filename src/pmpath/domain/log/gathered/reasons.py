"""Why an opening ended, by the note of an entry or by its words."""

from __future__ import annotations

from pmpath.domain.entry import Entry

REASON, BECAUSE = "reason", " because "
# A colon behind one of these, or behind the firm, opens the reason of a no.
NO_WORDS = ("no", "rejection", "rejected", "declined", "opening", "role", "job", "position")
# So begins a clause that gives the reason, and not what was done next.
GIVING_REASONS = (
    "they ", "he ", "she ", "it was ", "too ", "not enough ", "somebody ", "someone ", "others ",
    "another ",
)  # fmt: skip
# How long it took stands behind the words: a number with one of these, or alone.
UNITS = ("h", "m", "min", "mins", "minutes", "hour", "hours", "")


def reason_of(entry: Entry, *, ended: bool = True) -> str:
    """Why it ended: the note, else what the words give as the reason where it did end."""
    noted = entry.notes.get(REASON, "")
    return noted or (_without_length(_behind(entry)).strip(" .,") if ended else "")


def _behind(entry: Entry) -> str:
    """What stands behind "because", behind the colon of the firm, or begins with "they"."""
    head, because, rest = entry.text.partition(BECAUSE)
    if because:
        return rest
    head, colon, rest = entry.text.partition(": ")
    last = head.casefold().split()[-1:]
    firm, _, role = entry.opening.casefold().partition(":")
    if colon and (last[0:1] and last[0] in (*firm.split(), *NO_WORDS)):
        # What a colon sets off may be the role that the opening is for.
        return "" if role and rest.casefold().startswith(role.strip()) else rest
    head, comma, rest = entry.text.partition(", ")
    return rest if comma and rest.casefold().startswith(GIVING_REASONS) else ""


def _without_length(words: str) -> str:
    """The words without `10m`, `1h30` or `20 min` at their end."""
    rest = words.split()
    while rest and (_is_length(rest[-1]) or (rest[-1] in UNITS and _is_length(rest[-2:][0]))):
        rest.pop()
    return " ".join(rest)


def _is_length(word: str) -> bool:
    number = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = word[len(number) :]
    digits = number.replace("h", "").replace(":", "").replace(".", "").replace(",", "")
    return digits.isdigit() and unit in UNITS
