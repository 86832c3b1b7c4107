"""Which pictures a report has: on a terminal one, on a page all that there are."""

from __future__ import annotations

from pmpath.render.page.blocks import TrackBars
from pmpath.render.page.page import Page
from pmpath.reports.period.report import PeriodReport

LONG = ("quarter", "all")


def draw_pictures(page: Page, report: PeriodReport, *, on_terminal: bool) -> None:
    """On a terminal at most one of them: the strips, over a quarter or more the burn-up."""
    is_long = report.period.kind in LONG
    if report.strips is not None:
        page.drawn(report.strips, on_terminal=on_terminal and not is_long)
    if report.burn_up is not None:
        page.drawn(report.burn_up, on_terminal=on_terminal and is_long)
    if len(report.tracks) > 1:
        page.drawn(TrackBars(report.tracks), on_terminal=False)
