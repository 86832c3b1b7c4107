"""The day and the duration among the last words of a line."""

from __future__ import annotations

from datetime import date

from pmpath.domain.days import KEEPS_ITS_DAY, LONGEST_DAY, NEVER_DAYS, PAST, day_in
from pmpath.domain.duration import LONGEST_IN_WORDS, minutes_in
from pmpath.domain.errors import UsageError
from pmpath.domain.next_move import STARTERS

# A duration behind one of these is what the sentence is about.
KEEPS_ITS_DURATION = ("from", "to", "than", "under", "below", "within", "every", "per")
# "the call is on friday" tells of a day; "met her on friday" says when it was.
TELLS_OF_A_DAY = ("is", "are", "be", "was", "were", "moved", "planned", "agreed")
TOMORROW = "tomorrow"
# These may also begin a line.
LEADING_DAYS = ("yesterday", "today")


class LineEnd:
    """The day and the duration among the last words, and the words without them."""

    def __init__(self, words: tuple[str, ...], today: date) -> None:
        self.day: date | None = None
        self.day_words: tuple[str, ...] = ()
        self.minutes: int | None = None
        kept: list[str] = []
        rest = list(words)
        while rest:
            if not (self._take_day(rest, today) or self._take_minutes(rest)):
                if rest[-1][0] not in "@+#" or len(rest[-1]) == 1:
                    break
                kept.append(rest.pop())
        if rest and self.day is None:
            self._take_leading_day(rest, today)
        self.words = (*rest, *reversed(kept))

    def _take_day(self, rest: list[str], today: date) -> bool:
        if self.day:
            return False
        for length in range(LONGEST_DAY, 0, -1):
            words = tuple(word.lower().rstrip(",.;") for word in rest[-length:])
            before = rest[-length - 1].lower() if len(rest) > length else ""
            if len(words) < length or (length == 1 and words[0] in NEVER_DAYS):
                continue
            if before in KEEPS_ITS_DAY or _tells_of_a_day(rest[:-length]):
                continue
            day = day_in(words, today, facing=PAST)
            if day is None:
                continue
            if words == (TOMORROW,) and not _is_promise(rest):
                raise _not_yet()
            # "a call next wednesday" speaks of a day to come; a date with its year is a mistake.
            if day > today and not words[0][:4].isdecimal():
                return False
            self.day, self.day_words = day, words
            del rest[-length:]
            _drop(rest, "on")
            return True
        return False

    def _take_leading_day(self, rest: list[str], today: date) -> None:
        """`yesterday read 30m`; a line that begins with tomorrow tells of nothing done."""
        first = rest[0].lower().rstrip(",:")
        if first == TOMORROW and not _is_promise(rest):
            raise _not_yet()
        if first in LEADING_DAYS and len(rest) > 1:
            self.day, self.day_words = day_in((first,), today, facing=PAST), (first,)
            del rest[0]

    def _take_minutes(self, rest: list[str]) -> bool:
        if self.minutes is not None:
            return False
        for length in range(LONGEST_IN_WORDS, 0, -1):
            words = tuple(word.rstrip(",.;)").lstrip("(") for word in rest[-length:])
            before = rest[-length - 1].lower() if len(rest) > length else ""
            if len(words) < length:
                continue
            if before in KEEPS_ITS_DURATION:
                if length > 1 and _is_duration(words):
                    # The last words of `to 1 h 15 min` are no duration of their own.
                    return False
                continue
            self.minutes = minutes_in(words)
            if self.minutes is not None:
                del rest[-length:]
                _drop(rest, "for")
                return True
        return False


def _is_duration(words: tuple[str, ...]) -> bool:
    try:
        return minutes_in(words) is not None
    except UsageError:
        return True


def _tells_of_a_day(before: list[str]) -> bool:
    return len(before) > 1 and before[-1].lower() == "on" and before[-2].lower() in TELLS_OF_A_DAY


def _drop(rest: list[str], word: str) -> None:
    """The small word that led to what was taken: `read for 1h` says `read`."""
    if len(rest) > 1 and rest[-1].lower() == word:
        rest.pop()


def _is_promise(words: list[str]) -> bool:
    return any(word.lower() in STARTERS for word in words)


def _not_yet() -> UsageError:
    return UsageError(
        "tomorrow has not come yet.", hint="Log it then; plan it with next tomorrow: ..."
    )
