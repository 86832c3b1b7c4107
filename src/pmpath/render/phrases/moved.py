"""The confirmation of a moved target date: nothing about earlier dates is left out."""

from __future__ import annotations

from datetime import date

from pmpath.coach.numbers.target_date import TargetDate
from pmpath.coach.plan.milestones import Slid
from pmpath.render.page.text import clip, hanging, long_day, pluralize
from pmpath.render.phrases.target import date_history

TITLE_SHOWN = 60
MILESTONES_SHOWN = 2


def moved_text(target: TargetDate, old: date, along: list[Slid], reason: str, width: int) -> str:
    """Old and new date, all moves so far, the reason, and what moves along."""
    lines = hanging("Moved: ", f"{long_day(old)} to {long_day(target.date)}.", width)
    rows = [("so far", date_history(target))]
    rows += [("because", clip(reason, 200))] if reason else []
    if along:
        open_ones = pluralize(len(along), "open milestone")
        rows.append(("with it", f"{open_ones}; done ones keep their day"))
        rows += [("", _slid_text(one)) for one in along[:MILESTONES_SHOWN]]
    for name, text in rows:
        lines += hanging(f"  {name:<9} ", text, width)
    return "\n".join(lines)


def _slid_text(one: Slid) -> str:
    return f"{clip(one.title, TITLE_SHOWN)}: {long_day(one.before)} to {long_day(one.after)}"
