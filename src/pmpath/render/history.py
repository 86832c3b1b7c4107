"""The screen of `pmpath history`."""

from __future__ import annotations

from datetime import date

from pmpath.render.screen import FAINT, Page
from pmpath.render.text import clip, counted, day_beside, duration
from pmpath.reports.told import ToldEntry


def draw_history(page: Page, shown: list[tuple[str, ToldEntry]], found: int, today: date) -> None:
    """One line for each entry: day, minutes, track, words, and the handle for amend and undo."""
    if not shown:
        page.line("Nothing was logged that holds these words.")
        return
    for handle, entry in shown:
        minutes = f"{duration(entry.minutes):>8}"
        name = f"{day_beside(entry.day, today):<11} {minutes}"
        track = f"{entry.track}: " if entry.track else ""
        page.rows([(name, f"{track}{clip(entry.told, 160)}  [{handle}]")], first=20)
    page.line()
    more = f" of {found}" if found > len(shown) else ""
    page.line(
        f"{counted(len(shown), 'entry', 'entries')}{more}. pmpath amend --entry HANDLE", FAINT
    )
