"""The one line for what looked like a fact and was not read, with the command that mends it."""

from __future__ import annotations

from pmpath.domain.compose import Composed
from pmpath.domain.record import changed
from pmpath.domain.words.draft import FIRM, NAMESAKE
from pmpath.render.page.text import clip, offering, shell_words, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.draft import Doubt

LONGEST = 40
# The kinds of doubts: what costs most when it is wrong comes first.
BY_COST = ("day", "duration", "person", NAMESAKE, "opening", FIRM)
OPTIONS = {
    "day": "--on DAY",
    "duration": "--minutes 45m",
    "person": "--with NAME",
    "opening": '--opening "FIRM: ROLE"',
}
NAMES = {
    "day": "To set the day",
    "duration": "To set the time spent",
    "person": "If it is a person",
    "opening": "If it is an opening",
    NAMESAKE: "For another one of that name",
    FIRM: "To log the next",
}


def doubt_lines(composed: Composed, handle: str, width: int) -> list[str]:
    """`? 30 feb is not in the calendar. To set the day: pmpath amend ...`; empty without doubt.

    Without a handle nothing was written: there is nothing to amend, and the option is what to add.
    """
    doubts = sorted(composed.doubts, key=lambda one: BY_COST.index(one.kind))
    if not doubts:
        return []
    one = doubts[0]
    if one.kind == FIRM:
        # All are named in the one line, and the rest is a line of its own, written or not.
        all_firms = ", ".join(doubt.words for doubt in doubts)
        sentence = f"{_said(changed(one, words=all_firms))}. {NAMES[FIRM]}"
        return offering("? ", f"{sentence}:", mending(one, handle), width)
    sentence = f"{_said(one)}. {NAMES[one.kind]}"
    if not handle and one.kind == NAMESAKE:
        return told("? ", f"{_said(one)}.", width)
    if not handle:
        return offering("? ", f"{sentence}, add:", _option(one), width)
    return offering("? ", f"{sentence}:", mending(one, handle), width)


def _said(one: Doubt) -> str:
    words = clip(one.words, LONGEST)
    if not one.reason:
        return f'"{words}" was kept as plain words'
    return one.reason if words in one.reason else f'"{words}": {one.reason}'


def mending(one: Doubt, handle: str) -> str:
    """The command that says what was meant; `handle` names the entry."""
    if one.kind == FIRM:
        return f"pmpath log {one.instead}" if one.words.isalnum() else f'pmpath log "{one.instead}"'
    entry = f" --entry {handle}" if handle else ""
    return f"pmpath amend{entry} {_option(one)}"


def _option(one: Doubt) -> str:
    instead = shell_words(one.instead) if one.kind == "person" else one.instead
    return instead or OPTIONS[one.kind]
