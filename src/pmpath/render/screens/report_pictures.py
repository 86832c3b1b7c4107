"""Which pictures a report has: on a terminal one, on a page all that there are."""

from __future__ import annotations

from pmpath.render.page.blocks import TrackBars
from pmpath.render.page.page import Page
from pmpath.reports.period.report import PeriodReport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.roadmap import RoadmapReport

LONG = ("quarter", "all")


def draw_pictures(
    page: Page, report: PeriodReport, *, on_terminal: bool, plan: RoadmapReport | None = None
) -> None:
    """On a terminal at most one of them: the strips, over a quarter or more the burn-up.

    The `plan` is there for a page, which has all of them.
    """
    is_long = report.period.kind in LONG
    if report.strips is not None:
        page.drawn(report.strips, on_terminal=on_terminal and not is_long)
    if report.burn_up is not None:
        page.drawn(report.burn_up, on_terminal=on_terminal and is_long)
    if report.track_strips is not None:
        page.drawn(report.track_strips, on_terminal=False)
    if len(report.tracks) > 1:
        page.drawn(TrackBars(report.tracks), on_terminal=False)
    if plan is not None:
        page.drawn(plan, on_terminal=False)
