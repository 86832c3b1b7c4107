"""The screen of `pmpath history`."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import Frozen
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import clip, day_beside, duration, pluralize
from pmpath.reports.reported_entry import ReportedEntry


class ToldAct(Frozen):
    """A record of any kind for a screen: `told` names it, `at` is the instant of writing.

    `undone`: it counts nowhere any more, and can be put back.
    """

    id: str
    handle: str
    at: str
    kind: str
    told: str
    undone: bool


def draw_acts(page: Page, shown: list[ToldAct], found: int, today: date) -> None:
    """One line for each record: when it was written, its handle, what it was."""
    if not shown:
        page.line("No record was found.")
        return
    for one in shown:
        undone = " (undone)" if one.undone else ""
        page.rows(
            [(f"{_when(one.at, today):<17}", f"{one.told}{undone}  [{one.handle}]")], name_width=20
        )
    page.line()
    part = f"{len(shown)} of " if found > len(shown) else ""
    page.line(f"{part}{pluralize(found, 'record')}. To undo one: pmpath undo HANDLE", FAINT)
    page.line("To put it back: pmpath undo --back HANDLE", FAINT)


def _when(at: str, today: date) -> str:
    """Day and time as the clock there showed them; "" for a record that has no instant."""
    try:
        day = date.fromisoformat(at[:10])
    except ValueError:
        return ""
    return f"{day_beside(day, today)} {at[11:16]}"


def draw_history(
    page: Page, shown: list[tuple[str, ReportedEntry]], found: int, today: date
) -> None:
    """One line for each entry: day, minutes, track, words, and the handle for amend and undo."""
    if not shown:
        page.line("No entry was found.")
        return
    for handle, entry in shown:
        minutes = f"{duration(entry.minutes):>8}"
        name = f"{day_beside(entry.day, today):<11} {minutes}"
        track = f"{entry.track}: " if entry.track else ""
        page.rows([(name, f"{track}{clip(entry.told, 160)}  [{handle}]")], name_width=20)
    page.line()
    part = f"{len(shown)} of " if found > len(shown) else ""
    page.line(
        f"{part}{pluralize(found, 'entry', 'entries')}. To change one: pmpath amend --entry HANDLE",
        FAINT,
    )
