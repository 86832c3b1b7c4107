"""The day, the minutes and the numbers of a line, and which of its words they take."""

from __future__ import annotations

from datetime import date

from pmpath.domain.words.draft import Doubt
from pmpath.domain.words.found import AGREED, DONE, RANGE, SPENT

try:
    from pmpath.domain.words.day import days_in
except ImportError:
    def days_in(words, today): return ()
try:
    from pmpath.domain.words.duration import durations_in
except ImportError:
    def durations_in(words): return ()
try:
    from pmpath.domain.words.number import numbers_in
except ImportError:
    def numbers_in(words): return ()


class Times:
    """What the finders of days and durations found in the words."""

    def __init__(self, words, today) -> None:
        self.words = words
        self.days = days_in(words, today)
        self.durations = durations_in(words)
        done = [one for one in self.days if one.role == DONE and one.value]
        self.day = done[0].value if done else None
        self.day_words = ()
        self.agreed = tuple(one for one in self.days if one.role == AGREED and one.value)
        spent = [one for one in self.durations if one.role in (SPENT, RANGE) and one.value]
        self.minutes = sum(one.value for one in spent) or None
        self.is_range = any(one.role == RANGE for one in spent)
        self._number = None

    def rest(self):
        return tuple(range(len(self.words)))

    def taken(self):
        out = []
        for one in (*self.days, *self.durations, *([self._number] if self._number else ())):
            if one.value is not None:
                out += range(one.first, one.after)
        return out

    def give_day_away(self):
        self.day = None

    def number(self, line, marked):
        for one in numbers_in(self.words):
            if one.value:
                self._number = one
                return one.value
        return None

    def doubts(self):
        return ()
