"""One thing that happened, in a line: the fact itself, no praise."""

from __future__ import annotations

from datetime import date

from pmpath.domain.log.firsts import (
    APPLIED,
    CUSTOMER,
    HELPER,
    INTERVIEW,
    OFFER,
    PUBLISHED,
    RESULT,
    TALK,
    TOLD,
    TRIAL,
    USED,
    VOLUNTEER,
)
from pmpath.domain.log.gathered.openings import opening_told
from pmpath.domain.metric import Change, Metric, with_unit
from pmpath.domain.people import name_of
from pmpath.render.page.text import (
    capitalized,
    clip,
    day_beside,
    duration,
    listed,
    pluralize,
    signed_percent,
)
from pmpath.reports.period.happened import HEARD, MET, MILESTONE, Happening

WORDS_SHOWN = 100
WORRY = "worry"
FIRSTS = {
    CUSTOMER: "First talk with a customer", PUBLISHED: "First piece published",
    TALK: "First talk given", VOLUNTEER: "First volunteer hour", APPLIED: "First application",
    INTERVIEW: "First interview", TOLD: "First leader told", TRIAL: "First trial asked for",
    HELPER: "First thing made for somebody", USED: "First thing of yours in use",
    RESULT: "First result",
}  # fmt: skip


def happened_text(one: Happening, as_of: date) -> str:
    """The line of one thing that happened."""
    if one.number is not None and one.change is not None:
        return _result(one, one.number, one.change, as_of)
    if one.kind == MILESTONE:
        return f"Milestone: {one.what}"
    if one.kind == HEARD:
        return _quote(one)
    words = capitalized(clip(one.what, WORDS_SHOWN))
    if one.entries:
        return f"{words}: {pluralize(one.entries, 'entry', 'entries')}, {duration(one.minutes)}"
    if one.kind == OFFER:
        return _offer(one, words)
    if one.first in FIRSTS:
        return f"{FIRSTS[one.first]}: {clip(one.what, WORDS_SHOWN)}"
    if one.since is not None:
        return f"First step since {day_beside(one.since, as_of)}: {clip(one.what, WORDS_SHOWN)}"
    if one.kind == MET:
        names = [name_of(who) for who in one.people]
        known = all(name.casefold() in words.casefold() for name in names)
        return f"{words} (new)" if known else f"{words} (new: {listed(names)})"
    return words


def _offer(one: Happening, words: str) -> str:
    """Its own words where they name the firm: they may tell of role, pay and start."""
    firm = one.opening.partition(":")[0].strip().casefold()
    if one.opening and (not one.what or firm not in one.what.casefold()):
        behind = f": {words}" if words else ""
        words = f"Offer from {clip(opening_told(one.opening), WORDS_SHOWN)}{behind}"
    if one.first != OFFER:
        return words
    _, is_from, firm_and_more = words.partition("Offer from ")
    return f"First offer, from {firm_and_more}" if is_from else f"First offer: {words}"


def result_text(number: Metric, change: Change) -> str:
    """`Set-up calls: 5 to 3, 2 fewer (-40%)`: both sides, difference, factor or points, period."""
    unit = f"{number.unit} a {number.period}" if number.unit and number.period else number.unit
    unit = unit or (f"a {number.period}" if number.period else "")
    sides = with_unit(f"{number.before} to {number.after}", unit)
    more = _difference(change, counts=not unit)
    return f"{capitalized(clip(number.name, WORDS_SHOWN))}: {sides}, {more}"


def _difference(change: Change, *, counts: bool) -> str:
    """`2 fewer (-40%)`, `3700 more`, `6 points up`; `counts`: single things, not an amount."""
    amount = str(change.difference)
    if amount == "0":
        return "unchanged"
    is_less, size = amount.startswith("-"), amount.lstrip("-")
    if change.points:
        points = pluralize(1, "point") if size == "1" else f"{size} points"
        return f"{points} {'down' if is_less else 'up'}"
    less = "fewer" if counts and size.isdigit() else "less"
    said = f"{size} {less if is_less else 'more'}"
    if change.tenths is not None and not is_less:
        whole, rest = divmod(change.tenths, 10)
        return f"{said} ({f'{whole}.{rest}' if rest else whole} times as much)"
    return said if change.percent is None else f"{said} ({signed_percent(change.percent)})"


def _result(one: Happening, number: Metric, change: Change, as_of: date) -> str:
    """The result whole, what I did for it, and whoever asked to see such a number."""
    first = "First result: " if one.first == RESULT else ""
    text = result_text(number, change)
    part = _part(one.what, number)
    text = f"{first}{text}; {part}" if part else f"{first}{text}"
    if one.asker and one.asked is not None:
        wish = f': "{clip(one.wish, WORDS_SHOWN)}"' if one.wish else ""
        text += (
            f". Show it to {name_of(one.asker)}, who asked on {day_beside(one.asked, as_of)}{wish}"
        )
    return text


def _part(words: str, number: Metric) -> str:
    """What the words say beside the number: what stands before its name."""
    said = words.casefold().replace("_", " ")
    at = said.find(number.name.casefold().replace("_", " "))
    if said.startswith("number"):
        return ""
    return clip((words if at < 0 else words[:at]).rstrip(" ,;:"), WORDS_SHOWN)


def _quote(one: Happening) -> str:
    who = name_of(one.people[0]) if one.people else ""
    who = f"{who}, {one.key}" if who and one.key == WORRY else who or capitalized(one.key)
    return f'{who}: "{clip(one.what, WORDS_SHOWN)}"'
