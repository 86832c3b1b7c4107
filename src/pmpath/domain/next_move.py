"""The next move in words: `next fri tomas: deck` is mine, `theirs fri lena: answer` is theirs."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.entry import ME, STARTERS, Next
from pmpath.domain.errors import UsageError
from pmpath.domain.people import person_from

DAYS_UNLESS_SAID = 7
LONGEST_NAME = 3
# "next steps: send the deck" is a move, and Steps is nobody's name.
NOBODY = ("step", "steps", "action", "actions", "move", "moves", "up", "week")
# "next month: the budget" tells of a time, and promises nothing.
TIMES = ("month", "quarter", "year", "time", "sprint", "release")
# Behind one of these the last words of a promise say when it is due.
BEFORE_DUE = ("by", "on", "before", "until", "till")
LONGEST_DAY = 4  # Fri 20 Nov 2026
# In running text these are not days: Saturday, Sunday, March and May are everyday words.
NEVER_DAYS = ("sat", "sun", "mar", "may")
# Behind one of these a day belongs to the sentence ("by fri"), not to the move.
KEEPS_ITS_DAY = ("by", "until", "till", "before", "after", "since", "every", "from", "this", "for")
EXAMPLE = "Write next fri tomas: deck, or theirs fri lena: her answer."


def opens_move(words: tuple[str, ...], today: date) -> int:
    """How many words at the start make the head of a move (`next fri tomas:`); 0 if they do not.

    Plain English such as "next steps were clear" has no colon behind a day or a name, and is none.
    """
    if not words or words[0].lower() not in STARTERS:
        return 0
    _, used = _leading_day(words[1:], today)
    start = 1 + used
    if used and words[used].endswith(":"):
        return start
    for length in range(1, LONGEST_NAME + 1):
        head = words[start : start + length]
        if len(head) == length and head[-1].endswith(":") and len(head[-1]) > 1:
            # "next 3 months:" is not a name; behind a day it is refused by move_from.
            told = head[0][0].isdecimal() or head[-1].lower().removesuffix(":") in TIMES
            return start + length if used or not told else 0
    return 0


def read_move(who: str, text: str, today: date) -> Next:
    """The move in the value of `--next` or `--theirs`: `fri tomas: deck`.

    Raises UsageError when it has no colon, nothing behind it, or a day that is over.
    """
    words = tuple(text.split())
    starter = "next" if who == ME else "theirs"
    head = opens_move((starter, *words), today)
    if not head:
        raise UsageError(
            f'"{text}" does not say what comes next, with whom and when.', hint=EXAMPLE
        )
    return move_from((starter, *words[: head - 1]), words[head - 1 :], today)


def move_from(head: tuple[str, ...], what: tuple[str, ...], today: date) -> Next:
    """The move made of its head (as measured by `opens_move`) and the words behind the colon."""
    # The grammar of days is loaded where a move is read: `log` is quick.
    from pmpath.domain.when.calendar import day_after

    *inner, last = head[1:]
    words = (*inner, last.removesuffix(":"))
    day, used = _leading_day(words, today)
    times = [word for word in words[used:] if _is_a_time(word)]
    # "next fri at 15:00 lena: demo" is about three o'clock, and Lena.
    named = [word for word in words[used:] if not (times and word.lower() == "at")]
    name = "_".join(word for word in named if word.lower() not in NOBODY and word not in times)
    if day is None:
        what, day = _due_at_end(what, today)
    if not what:
        raise UsageError(f"{' '.join(head)} does not say what is promised.", hint=EXAMPLE)
    if name[:1].isdecimal():
        raise UsageError(f'"{name.replace("_", " ")}" is not a name.', hint=EXAMPLE)
    due = day or day_after(today, DAYS_UNLESS_SAID)
    if due < today:
        raise UsageError(f"{due} is in the past, so nothing can be promised for it.", hint=EXAMPLE)
    person = person_from("@" + name.lstrip("@")) if name else ""
    said = " ".join([*what, *(["at", *times] if times else [])])
    return Next(STARTERS[head[0].lower()], person, said.rstrip(",;"), due)


def _is_a_time(word: str) -> bool:
    """`15:00`, `9.30`, `3pm`: when on the day, and nobody's name."""
    return word[:1].isdecimal() and (":" in word or word.lower().endswith(("am", "pm")))


def has_own_day(head: tuple[str, ...], today: date) -> bool:
    """Whether the head names the day itself, so that a day at the end belongs to the entry."""
    words = (*head[1:-1], head[-1].removesuffix(":"))
    return _leading_day(words, today)[0] is not None


def _due_at_end(what: tuple[str, ...], today: date) -> tuple[tuple[str, ...], date | None]:
    """`deck tomorrow` and `deck by fri` say when it is due: the words without the day, the day."""
    from pmpath.domain.when.calendar import FUTURE
    from pmpath.domain.when.day_option import day_in

    for length in range(LONGEST_DAY, 0, -1):
        words = tuple(word.lower().rstrip(",.;") for word in what[-length:])
        before = what[-length - 1].lower() if len(what) > length else ""
        led = before in BEFORE_DUE
        if len(words) < length or (not led and (words[0] in NEVER_DAYS or before in KEEPS_ITS_DAY)):
            continue
        day = day_in(words, today, facing=FUTURE)
        if day is not None:
            return what[: -length - led], day
    return what, None


def _leading_day(words: tuple[str, ...], today: date) -> tuple[date | None, int]:
    """The longest day at the start of the words (`3 dec`, `fri`), and how many words it takes.

    `next week` is the Friday of it.
    """
    from pmpath.domain.when.calendar import FUTURE
    from pmpath.domain.when.day_option import day_in

    if tuple(word.lower().removesuffix(":") for word in words[:2]) == ("next", "week"):
        return today + timedelta(7 - today.weekday() + 4), 2
    for length in range(LONGEST_DAY, 0, -1):
        # A colon ends the head, so a day never reaches across one.
        if len(words) >= length and not any(word.endswith(":") for word in words[: length - 1]):
            form = tuple(word.lower().removesuffix(":").rstrip(",") for word in words[:length])
            day = day_in(form, today, facing=FUTURE)
            if day is not None:
                return day, length
    return None, 0
