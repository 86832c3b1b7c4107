"""The one line for what looked like a fact and was not read, with the command that mends it."""

from __future__ import annotations

from pmpath.domain.compose import Composed
from pmpath.render.text import clip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.draft import Doubt

LONGEST = 40
# What costs most when it is wrong comes first.
COSTS = ("day", "duration", "person", "opening")
OPTIONS = {
    "day": "--on DAY",
    "duration": "--minutes 45m",
    "person": "--with NAME",
    "opening": '--opening "FIRM: ROLE"',
}
NAMES = {
    "day": "the day",
    "duration": "the time spent",
    "person": "a person",
    "opening": "the opening",
}


def doubt_text(composed: Composed, handle: str) -> str:
    """`"13/10/2026" read as words. If it is the day: pmpath amend --on 2026-10-13`; "" for none."""
    doubts = sorted(composed.doubts, key=lambda one: COSTS.index(one.kind))
    if not doubts:
        return ""
    one = doubts[0]
    return (
        f'"{clip(one.words, LONGEST)}" was read as words. {_otherwise(one)}: {mending(one, handle)}'
    )


def _otherwise(one: Doubt) -> str:
    return f"If it is {NAMES[one.kind]}"


def mending(one: Doubt, handle: str) -> str:
    """The command that says what was meant; `handle` names the entry."""
    entry = f" --entry {handle}" if handle else ""
    return f"pmpath amend{entry} {one.instead or OPTIONS[one.kind]}"
