"""How long something took: the durations of a line, and the one time that was spent.

    coffee with lena 45m     45m + 15m     read for half an hour     9:00-9:45 call with tom

Always whole minutes. What a sentence tells of other times ("saved 4 hours a month") is found, too,
and is not time spent.
"""

from __future__ import annotations

from pmpath.domain.errors import UsageError
from pmpath.domain.when.amounts import number_at
from pmpath.domain.when.calendar import MINUTES_A_DAY
from pmpath.domain.when.duration_forms import BETWEEN, EACH, ODD, TWICE, duration_at, may_begin
from pmpath.domain.when.spelling import (
    CLOSERS,
    DIGITS,
    OPENERS,
    bare,
    is_mark,
    listed,
    pieces,
    turns_after,
)
from pmpath.domain.when.time_words import may_measure
from pmpath.domain.words.days.duration_context import (
    DETERMINERS,
    LOOK_BACK,
    PLANS,
    is_told,
    start_with_softeners,
    words_before,
    words_behind,
)
from pmpath.domain.words.found import RANGE, SPENT, TOLD, Found, Spent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.when.duration_forms import DurationForm

# More of one kind in a day would be another number.
MOST_OF_A_KIND = 12
PARTED_BY = frozenset(["and", "then", "plus", "+", "&", "|", "/", "also", "und", "et"])
NUMBERED = listed(
    "chapter chapters ch page pages p pp part section week wk lesson module round unit day"
    " step level"
)
PUT = frozenset(["put", "sank", "poured", "invested", "sunk"])
TOTALS = frozenset(["total", "altogether", "overall", "="])


def durations_in(words: tuple[str, ...]) -> tuple[Found[int], ...]:
    """Every duration of a line, with what it is to it: SPENT, RANGE or TOLD."""
    # Behind the last word that may measure nothing begins a duration.
    last = max((at for at, word in enumerate(words) if may_measure(word)), default=-1)
    found: list[Found[int]] = []
    at = 0
    while at <= last:
        begins = may_begin(words[at]) and not _tells_how_often(words, at)
        match = duration_at(words, at) if begins else None
        if match is None or _is_a_moment(words, at, match[1]) or _is_numbered(words, at, match[0]):
            at += 1
            continue
        found.append(_judged(words, at, at + match[1], match[0]))
        at += match[1]
    return tuple(found)


def _is_put_into(words: tuple[str, ...], first: int, after: int) -> bool:
    """`put another 75 minutes into the flyer`."""
    near = words_before(words, first)[:3]
    return words_behind(words, after)[:1] == ["into"] and any(one in PUT for one in near)


def _tells_how_often(words: tuple[str, ...], at: int) -> bool:
    """`nobody types it twice 30m` is half an hour; only in front `twice 30m` makes one of two."""
    return at > 0 and bare(words[at]) in TWICE and not turns_after(words[at - 1])


def time_spent(words: tuple[str, ...], found: tuple[Found[int], ...] | None = None) -> Spent:
    """The one time that counts; raises UsageError when two of them contradict each other.

    The end of the sentence wins; times of several things are added, as a guess.
    """
    durations = durations_in(words) if found is None else found
    spent = [one for one in durations if one.value is not None and one.role != TOLD]
    spent = _total(words, spent) or _without_attributes(words, spent)
    if len(spent) < 2:
        return _spent(spent)
    from itertools import pairwise

    by_clause = [_parted(words, left, right) for left, right in pairwise(spent)]
    if all(by_clause):
        return _spent(spent, is_guess=True)
    last = spent[-1]
    if len({one.value for one in spent}) == 1:
        return _spent([last])
    if _at_end(words, last) and not any(_contradicts(words, one, last) for one in spent[:-1]):
        return _spent([last])
    raise UsageError(
        f"The line has more than one duration: {' and '.join(one.said for one in spent)}.",
        hint="Keep the one that counts, or join them with a plus sign.",
    )


def _is_a_moment(words: tuple[str, ...], at: int, taken: int) -> bool:
    """`in a minute` and `one minute` are figures of speech."""
    return (
        taken == 2 and bare(words[at]) in ("a", "one") and bare(words[at + 1]) in ("minute", "min")
    )


def _is_numbered(words: tuple[str, ...], at: int, form: DurationForm) -> bool:
    """`chapter 2 - 35m`: the first number is that of a chapter, and no end of a range."""
    return form.kind == BETWEEN and at > 0 and bare(words[at - 1]) in NUMBERED


def _judged(words: tuple[str, ...], first: int, after: int, form: DurationForm) -> Found[int]:
    said = " ".join(words[first:after]).lstrip(OPENERS).rstrip(CLOSERS.replace("'", ""))
    is_told_of = is_told(words, first, after, form) and not _is_put_into(words, first, after)
    if is_told_of or _is_planned(words, first, after):
        return Found(first, after, form.minutes, said, "", TOLD)
    start = start_with_softeners(words, first)
    if not 0 < form.minutes <= MINUTES_A_DAY:
        why = "more than a day" if form.minutes else "not a length of time"
        why = "not a duration" if form.kind == ODD else why
        return Found(start, after, None, said, f"{said} is {why}", TOLD)
    count = _count_before(words, first) if form.kind == EACH else _count_of(words, first, after)
    minutes = form.minutes * count
    role = RANGE if form.kind == BETWEEN else SPENT
    return Found(start, after, minutes, said, "", role)


def _is_planned(words: tuple[str, ...], first: int, after: int) -> bool:
    """A duration in the middle of what was agreed; at the end of the clause it was spent."""
    before = words_before(words, first)
    # "told Ruth about my plan 45m yesterday" tells of the plan, and plans nothing.
    own = [at for at, word in enumerate(before[1:]) if word in DETERMINERS and before[at] == "plan"]
    planned = any(word in PLANS for at, word in enumerate(before) if at not in own)
    return planned and bool(words_behind(words, after))


def _count_before(words: tuple[str, ...], first: int) -> int:
    """The last count before `an hour each`: `Two interviews at Caledon Bank, an hour each`."""
    for at in range(first - 1, max(first - LOOK_BACK, -1), -1):
        found = number_at(pieces((words[at],)), 0)
        word = bare(words[at])
        if (
            found
            and word not in ("a", "an")
            and found[0] <= MOST_OF_A_KIND
            and found[1] == len(pieces((word,)))
        ):
            return found[0]
    return 1


def _count_of(words: tuple[str, ...], first: int, after: int) -> int:
    """`Two 30-minute interviews`; 1 where nothing is counted."""
    behind = words_behind(words, after)[:1]
    if first == 0 or "-" not in words[first] or not behind or not behind[0].endswith("s"):
        return 1
    texts = pieces((bare(words[first - 1]),))
    found = number_at(texts, 0)
    return found[0] if found and found[1] == len(texts) and found[0] <= MOST_OF_A_KIND else 1


def _total(words: tuple[str, ...], spent: list[Found[int]]) -> list[Found[int]]:
    """`1h + 30m = 90m` and `2h in total` say what counts."""
    for one in reversed(spent):
        before = words[one.first - 1] if one.first else ""
        behind = words_behind(words, one.after)
        if bare(before) in TOTALS or before in TOTALS:
            return [one]
        if set(behind[:1]) & TOTALS or behind[:2] in (["in", "total"], ["in", "all"]):
            return [one]
    return []


def _without_attributes(words: tuple[str, ...], spent: list[Found[int]]) -> list[Found[int]]:
    """`a 20-min demo` gives way to a duration of the whole."""
    main = [one for one in spent if not _is_attribute(words, one)]
    return main or spent


def _is_attribute(words: tuple[str, ...], one: Found[int]) -> bool:
    if turns_after(words[one.after - 1]) or one.after == len(words) or is_mark(words[one.after]):
        return False
    hyphened = "-" in words[one.first] and words[one.first][0] in DIGITS
    led = one.first > 0 and bare(words[one.first - 1]) in ("a", "an", "the", "my", "our", "their")
    return hyphened or led


def _parted(words: tuple[str, ...], left: Found[int], right: Found[int]) -> bool:
    """Whether two durations belong to two things."""
    between = words[left.after : right.first]
    if not between:
        return False
    turn = any(turns_after(word) or bare(word) in PARTED_BY for word in between)
    return turn or turns_after(words[left.after - 1])


def _contradicts(words: tuple[str, ...], one: Found[int], last: Found[int]) -> bool:
    """Two times for one thing: side by side, or at both ends of a sentence."""
    adjacent = not words[one.after : last.first]
    return adjacent or all(is_mark(word) for word in words[: one.first])


def _at_end(words: tuple[str, ...], one: Found[int]) -> bool:
    rest = words[one.after :]
    return turns_after(words[one.after - 1]) or not rest or all(is_mark(word) for word in rest)


def _spent(found: list[Found[int]], *, is_guess: bool = False) -> Spent:
    if not found:
        return Spent()
    minutes = sum(one.value or 0 for one in found)
    is_range = any(one.role == RANGE for one in found)
    return Spent(min(minutes, MINUTES_A_DAY), tuple(found), is_range, is_guess)
