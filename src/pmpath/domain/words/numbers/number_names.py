"""What a number is of: the words before it, and whether they name something measured at all."""

from __future__ import annotations

from pmpath.domain.when.spelling import (
    CLOSERS,
    DIGITS,
    OPENERS,
    bare,
    is_mark,
    listed,
    turns_after,
)
from pmpath.domain.when.time_words import PERIODS
from pmpath.domain.words.numbers.values import CODES, TIME_UNITS

LONGEST_NAME = 6
# `has gone up by 7 points, from`
LONGEST_TAIL = 10
# As far back a verb may say that the numbers are versions.
LONGEST_CLAUSE = 16
MOVES = listed(
    "rose rise rises grew grow grows went go goes fell fall falls dropped drop drops drops climbed"
    " increased increase increases decreased decrease improved improve improves jumped up down"
    " passed pass passes moved shrank shrunk sank changed change doubled tripled halved risen grown"
    " gone fallen got brought cut reduced lowered raised pushed lifted took"
    " gestiegen gesunken stieg sank passe passent"
)
SMALL_WORDS = listed(
    "from von de van z by is was are were has have had now at did does to of already used be today"
    " been it we be can before"
)
# A name begins behind one of these.
BEFORE_A_NAME = listed(
    "and with about then but so that because by at from after while which is are was were counted"
    " measured now we i we've i've they he she you my our her his when where since"
)
ARTICLES = listed("the a an our my their its his her this these all")
# Numbers of these are names, places or prices.
OTHER_THINGS = listed(
    "v version versions postgres postgresql python node java kubernetes k8s kernel ubuntu debian"
    " php ruby rails django react angular vue go rust terraform helm redis kafka spring gradle"
    " page pages p pp chapter chapters ch line lines slide slides port ports ticket issue pr level"
    " grade room rooms step steps part parts section sections q sprint sprints week weeks day days"
    " date worked open shift replicas pods nodes instances release releases row rows column columns"
    " mysql id ids phone extension"
)
# With one of these in the clause the numbers are versions, times or places.
OTHER_DOINGS = listed(
    "upgraded upgrade upgrades upgrading bumped bump migrated migrate migration read reread"
    " rescheduled postponed worked available practice mock quiz salary pay shadowed sat accompanied"
    " stayed attended"
)
COUNTED_THINGS = listed("pods replicas nodes instances pages lines chapters slides rows columns")
MEETINGS = listed("coffee call lunch meeting demo chat session standup")
# Pay, and the scores of practice.
NEVER = listed("score scores practice mock quiz exam salary pay floor offer compensation")
SOFTENERS = listed("about around over nearly almost roughly just some only")


def moves(word: str) -> bool:
    """Whether the word says that something rose or fell."""
    return word in MOVES


def name_before(words: tuple[str, ...], at: int) -> tuple[int, str]:
    """Where the name before a number begins, and the name; empty when there is none."""
    end = _behind_name(words, at)
    first = end
    while first > 0 and end - first < LONGEST_NAME and _is_part(words, first - 1, end):
        first -= 1
    while first < end - 1 and bare(words[first]) in ARTICLES | MOVES:
        first += 1
    if first < end and bare(words[first]) in ARTICLES:
        first += 1
    name = " ".join(words[first:end]).lstrip(OPENERS).rstrip(CLOSERS)
    return first, name if any(char.isalpha() for char in name) else ""


def is_about_other_things(
    words: tuple[str, ...], first: int, end: int, name: str, is_plain: bool
) -> bool:
    """Whether the numbers are versions, pages, times, years, pay or a practice score."""
    named = without_period(name, "")[0].casefold().replace("_", " ").split()
    if (is_plain and named[-1] in OTHER_THINGS | MEETINGS) or set(named) & NEVER:
        return True
    if len(named) == 1 and named[0].endswith("ed") and not named[0].endswith("eed"):
        return True
    if words[end : end + 1] and bare(words[end]) in COUNTED_THINGS:
        return True
    start = first
    while start > max(first - LONGEST_CLAUSE, 0) and not turns_after(words[start - 1]):
        start -= 1
    clause = {bare(word) for word in words[start:end]}
    return is_plain and bool(clause & OTHER_DOINGS)


def without_period(name: str, period: str) -> tuple[str, str]:
    """`tickets per week` and `packages/wk` are tickets and packages, and their period."""
    words = name.split()
    if len(words) > 2 and words[-2].casefold() in ("per", "a") and words[-1].casefold() in PERIODS:
        return " ".join(words[:-2]), period or words[-1]
    head, slash, tail = name.rpartition("/")
    return (head, period or tail) if slash and tail.casefold() in PERIODS else (name, period)


def unit_behind(words: tuple[str, ...], at: int) -> tuple[str, str, int]:
    """The unit and the period behind a number, where the next word looks like one, and its end."""
    if at >= len(words) or turns_after(words[at - 1]):
        return "", "", at
    word = words[at].rstrip(",.;)")
    unit, slash, period = word.partition("/")
    looks_like_one = bool(slash and period) or (len(word) > 1 and word.isupper())
    if looks_like_one or word in TIME_UNITS or word.casefold() in CODES:
        return unit, period, at + 1
    return "", "", at


def _behind_name(words: tuple[str, ...], at: int) -> int:
    """Behind the name: without `rose from`, `is`, and a gain such as `7 points, from`."""
    end = at
    crossed = False
    while end > max(at - LONGEST_TAIL, 0):
        word = words[end - 1]
        if turns_after(word) and not word.endswith(":"):
            if crossed or not word.endswith(","):
                break
            crossed = True
        if not _is_passed_over(bare(word), crossed):
            break
        end -= 1
    return end


def _is_passed_over(word: str, crossed: bool) -> bool:
    """Verbs, small words and, behind a comma, by how much it moved: `up 7 points, from`."""
    if word in SMALL_WORDS or word in MOVES or word in SOFTENERS:
        return True
    return crossed and (word == "points" or word.rstrip("%").isdecimal())


def _is_part(words: tuple[str, ...], at: int, end: int) -> bool:
    """Whether a word belongs to the name; it ends at a sign, a mark, a digit and a small word."""
    word = words[at]
    if at < end - 1 and turns_after(word):
        return False
    if turns_after(word) and word[-1:] in ";.!?":
        return False
    if is_mark(word) or word.lstrip(OPENERS)[:1] in tuple(DIGITS):
        return False
    return bare(word) not in BEFORE_A_NAME and any(char.isalpha() for char in word)
