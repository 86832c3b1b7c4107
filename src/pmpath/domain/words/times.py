"""The day and the time spent of a line, and which of its words they take from the sentence."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import STARTERS
from pmpath.domain.record import changed
from pmpath.domain.when.day_words import is_iso_day, may_begin_a_day
from pmpath.domain.when.spelling import CLOSERS, OPENERS, is_mark
from pmpath.domain.when.time_words import NUMBERS, may_measure
from pmpath.domain.words.draft import Doubt
from pmpath.domain.words.found import AGREED, DONE, SPENT, TOLD, Spent
from pmpath.domain.words.line import EDGES
from pmpath.domain.words.marks import LONGEST_MARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pmpath.domain.metric import Metric
    from pmpath.domain.words.found import Found

A_WEEK = 7
# The small word that led to what was taken: `read for 1h` says `read`.
LED_BY = ("on", "for", "am", "-", "|", "/", ":", "\N{EN DASH}", "\N{EM DASH}")


class Times:
    """What the words say of the day and the minutes.

    `day` is when it was done, None when none is said; `agreed` are days of something to come.
    `minutes` are those of `spent`, the one time that counts; `days` and `spans` are all that were
    found, read or not; `heads` are the places of the words that open a promise.
    """

    def __init__(
        self,
        words: tuple[str, ...],
        today: date,
        note_keys: frozenset[str],
        plan_start: Callable[[], date | None] | None = None,
    ) -> None:
        self.words = words
        self.today = today
        self.heads, body = _mark_words(words, today, note_keys)
        found = _days(words, today)
        if plan_start and any(_may_be_before_the_plan(one, today) for one in found):
            found = _days(words, today, plan_start())
        days = [one for one in found if one.first not in self.heads]
        self._numbers: tuple[Found[Metric], ...] | None = None
        spans: list[Found[int]] = []
        if any(map(may_measure, words)):
            from pmpath.domain.words.days.duration import durations_in

            spans = [one for one in durations_in(words) if one.first not in self.heads]
        counted_on = [one for one in self.numbers if one.value] if spans else ()
        numbers = {at for one in counted_on for at in range(one.first, one.after)}
        spans = [one for one in spans if one.first not in numbers]
        trailing = self._trailing([*days, *spans])
        counted = tuple(one for one in spans if one.first < body or one.first >= trailing)
        self.spent = Spent()
        if counted:
            from pmpath.domain.words.days.duration import time_spent

            self.spent = time_spent(words, self._with_exact(counted, body))
        self.minutes = self.spent.minutes
        done = [
            one
            for one in days
            if one.role == DONE and one.value and (one.first < body or one.first >= trailing)
        ]
        on_today = (one for one in done if one.said.casefold() == "today")
        self.done = next(on_today, done[-1] if done else None)
        self.day = self.done.value if self.done else None
        self.agreed = tuple(one for one in days if one.role == AGREED and one.value)
        self.days, self.spans = tuple(days), tuple(spans)
        self._left_out: tuple[Doubt, ...] = ()
        self.found: tuple[Found[date] | Found[int], ...] = (*days, *spans)

    @property
    def numbers(self) -> tuple[Found[Metric], ...]:
        """The measured numbers; whoever only tells the words asks for them beside a duration."""
        if self._numbers is None:
            self._numbers = _numbers(self.words)
        return self._numbers

    def _with_exact(self, spans: tuple[Found[int], ...], body: int) -> tuple[Found[int], ...]:
        """A duration of one word right before a note or a promise was spent, whatever leads to it.

        `plan with @lena:manager 30m said: fewer cancellations`
        """
        return tuple(
            changed(one, role=SPENT)
            if one.role == TOLD
            and one.value
            and one.after == body < len(self.words)
            and one.after - one.first == 1
            else one
            for one in spans
        )

    @property
    def day_words(self) -> tuple[str, ...]:
        """The day as typed, in small letters."""
        return tuple(self.done.said.lower().split()) if self.done else ()

    def give_day_away(self) -> None:
        """The day belongs to a promise."""
        self.day = self.done = None

    def leave_out(self, is_other: Callable[[Found[int]], bool]) -> None:
        """Some of the times spent belong to something else; what is left counts, and it is said."""
        other = [one for one in self.spent.found if is_other(one)]
        left = tuple(one for one in self.spent.found if one not in other)
        if not other or not left:
            return
        self.spent = changed(self.spent, found=left, minutes=sum(one.value or 0 for one in left))
        self.minutes, whole = self.spent.minutes, self.minutes
        self._left_out = tuple(
            Doubt("duration", one.said, "time in engineering, not counted", f"--minutes {whole}")
            for one in other
        )

    def day_is_to_come(self, today: date) -> None:
        """`gonna call Aisha on friday`: the day of a plan lies ahead; nothing was done on it."""
        if self.done is None:
            return
        from pmpath.domain.when.calendar import FUTURE
        from pmpath.domain.when.day_option import day_in

        due = day_in(tuple(word for word in self.day_words if word != "on"), today, facing=FUTURE)
        if due is not None and due > today:
            self.agreed = (*self.agreed, changed(self.done, value=due, role=AGREED))
            self.give_day_away()

    def taken(self) -> set[int]:
        """The places of every day and duration, whatever it is to the sentence."""
        return {
            at for one in self.found if one.value is not None for at in range(one.first, one.after)
        }

    def rest(self) -> list[int]:
        """The places of the words without day and time spent, where those stand at an end.

        In the middle of a sentence they stay, unless a mark follows.
        """
        mine = self._mine()
        if len(mine) == len(self.words):
            return []
        gone: set[int] = set()
        for at in self._from_end(mine):
            gone.add(at)
        first = 0
        starts_with_time = 0 in {
            at for one in self.spent.found for at in range(one.first, one.after)
        }
        while (
            not (starts_with_time and not self._is_parted())
            and first < len(self.words)
            and (
                first in mine
                or (first in gone)
                or (first and self.words[first] in LED_BY and first - 1 in gone)
            )
        ):
            gone.add(first)
            first += 1
        for at in range(len(self.words) - 1, -1, -1):
            following = at + 1
            # "40 min: they wait": the colon ends the duration, and is not a mark behind it.
            is_before_mark = following < len(self.words) and (
                following in gone
                or following in self.heads
                or (following not in mine and self._is_mark(following))
            )
            if at in mine and is_before_mark:
                gone.add(at)
        return [at for at in range(len(self.words)) if at not in gone]

    def leading_thing(self) -> tuple[str, ...]:
        """A time at the front that is what was done: `another hour on the mails`, else nothing."""
        front = next((one for one in self.spent.found if one.first == 0), None)
        if front is None or front.after >= len(self.words) or 0 in self.rest():
            return ()
        lead = self.words[front.after]
        return self.words[: front.after + 1] if lead.casefold() in LED_BY and lead.isalpha() else ()

    def _is_parted(self) -> bool:
        """Whether a sign parts the time at the front from the sentence: `45m: read`."""
        after = next(one.after for one in self.spent.found if one.first == 0)
        sign = "".join(self.words[after : after + 1])
        ends = self.words[after - 1][-1:] in ",.:;)" or sign in LED_BY
        return ends or after == len(self.words) or self._is_mark(after)

    def doubts(self) -> tuple[Doubt, ...]:
        """Days and durations that were not read, or may mean something else."""
        days = (_doubt("day", one) for one in self.days if one.doubt)
        spans = (_doubt("duration", one) for one in self.spans if one.doubt)
        return (*days, *spans, *self._left_out)

    def _mine(self) -> set[int]:
        # "a practice interview of half an hour": the length belongs to the thing.
        found: list[Found[date] | Found[int]] = [
            one
            for one in self.spent.found
            if not one.first or self.words[one.first - 1].casefold() != "of"
        ]
        if self.done:
            found.append(self.done)
        return {at for one in found for at in range(one.first, one.after)}

    def _is_mark(self, at: int) -> bool:
        word = self.words[at]
        return is_mark(word) or (
            word.endswith(":") and len(word) > 1 and word[0].isalpha() and at > 0
        )

    def _from_end(self, mine: set[int]) -> list[int]:
        gone: list[int] = []
        at = len(self.words) - 1
        while at > 0 or (at == 0 and 0 in mine):
            if at in mine:
                gone.append(at)
            elif not is_mark(self.words[at]):
                if self.words[at].lower() in LED_BY and at + 1 in mine and at > 0:
                    gone.append(at)
                break
            at -= 1
        return gone

    def _trailing(self, found: list[Found[date] | Found[int]]) -> int:
        """From which place on there are only days, durations and marks."""
        places = {
            at for one in found if one.value is not None for at in range(one.first, one.after)
        }
        at = len(self.words)
        while at and (
            at - 1 in places or is_mark(self.words[at - 1]) or not self.words[at - 1].strip(EDGES)
        ):
            at -= 1
        return at


def _mark_words(
    words: tuple[str, ...], today: date, note_keys: frozenset[str]
) -> tuple[set[int], int]:
    """The places of the heads of moves, and where the first promise or note begins."""
    heads: set[int] = set()
    body = len(words)
    for at, word in enumerate(words):
        if word.lower() in STARTERS:
            from pmpath.domain.next_move import opens_move

            length = opens_move(words[at : at + LONGEST_MARK], today)
            heads |= set(range(at, at + length))
            body = min(body, at) if length else body
        elif word.endswith(":") and word[:-1].casefold() in note_keys:
            body = min(body, at)
    return heads, body


def _doubt(kind: str, one: Found[date] | Found[int]) -> Doubt:
    """A day in doubt offers the first of the days it may be."""
    first = one.doubt.partition(" ")[0].rstrip(",")
    instead = f"--on {first}" if kind == "day" and one.value is None and is_iso_day(first) else ""
    return Doubt(kind, one.said, one.doubt.rstrip("."), instead)


def _may_be_before_the_plan(one: Found[date], today: date) -> bool:
    """A day without its year, long enough ago that the plan may be younger."""
    has_year = any(part.isdecimal() and len(part) == 4 for part in one.said.split())
    is_past = one.role == DONE and one.value is not None and (today - one.value).days > A_WEEK
    return is_past and not has_year


def _days(
    words: tuple[str, ...], today: date, start: date | None = None
) -> tuple[Found[date], ...]:
    """The days of the line; without a word or a figure that may begin one, none is looked for."""
    heads = (word.lstrip(OPENERS).rstrip(CLOSERS).casefold() for word in words)
    if not any(may_begin_a_day(head) for head in heads):
        return ()
    from pmpath.domain.words.days.day import days_in

    return days_in(words, today, start)


def _numbers(words: tuple[str, ...]) -> tuple[Found[Metric], ...]:
    """The numbers of the line; one that holds at most a duration stays quick."""
    figures = [word for word in words if any(char.isdecimal() for char in word)]
    # In words: one alone is not a change.
    spelled = sum(1 for word in words if word.lower().rstrip(",.") in NUMBERS)
    is_duration = len(figures) == 1 and figures[0].rstrip(",.;)")[-1:] in ("m", "h")
    if spelled < 2 and (not figures or is_duration):
        return ()
    from pmpath.domain.words.numbers.number import numbers_in

    return numbers_in(words)
