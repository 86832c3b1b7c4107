"""The day and the duration among the last words of a line."""

from __future__ import annotations

from datetime import date

from pmpath.domain.days import KEEPS_ITS_DAY, LONGEST_DAY, NEVER_DAYS, PAST, day_in
from pmpath.domain.duration import LONGEST_IN_WORDS, minutes_in

# A duration behind one of these is what the sentence is about.
KEEPS_ITS_DURATION = ("from", "to", "than", "under", "below", "within", "every", "per")


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
        self.words = (*rest, *reversed(kept))

    def _take_day(self, rest: list[str], today: date) -> bool:
        if self.day:
            return False
        for length in range(LONGEST_DAY, 0, -1):
            words = tuple(word.lower().rstrip(",.;") for word in rest[-length:])
            before = rest[-length - 1].lower() if len(rest) > length else ""
            if len(words) < length or (length == 1 and words[0] in NEVER_DAYS):
                continue
            if before in KEEPS_ITS_DAY:
                continue
            day = day_in(words, today, facing=PAST)
            if day is None:
                continue
            # "a call next wednesday" speaks of a day to come; a date with its year is a mistake.
            if day > today and not words[0][:4].isdecimal():
                return False
            self.day, self.day_words = day, words
            del rest[-length:]
            return True
        return False

    def _take_minutes(self, rest: list[str]) -> bool:
        if self.minutes is not None:
            return False
        for length in range(LONGEST_IN_WORDS, 0, -1):
            words = tuple(word.rstrip(",.;)").lstrip("(") for word in rest[-length:])
            before = rest[-length - 1].lower() if len(rest) > length else ""
            if len(words) < length or before in KEEPS_ITS_DURATION:
                continue
            self.minutes = minutes_in(words)
            if self.minutes is not None:
                del rest[-length:]
                return True
        return False
