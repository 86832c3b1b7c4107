"""Pictures in letters, for a terminal and for Markdown."""

from __future__ import annotations

from pmpath.coach.numbers.burn_up import BurnUp
from pmpath.render.page.blocks import TrackBars
from pmpath.render.page.pictures.burn_up import burn_up_lines
from pmpath.render.page.pictures.strips import strip_lines
from pmpath.reports.period.strips import Strips

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.render.page.blocks import Picture


def picture_lines(picture: Picture, width: int) -> list[str]:
    """The lines of a picture, none wider than `width`, of which 40 are enough.

    Bars of tracks have none: on a terminal a screen gives their minutes in rows.
    """
    if isinstance(picture, Strips):
        return strip_lines(picture, width)
    if isinstance(picture, BurnUp):
        return burn_up_lines(picture, width)
    if isinstance(picture, TrackBars):
        return []
    # Loaded for the roadmap: a report has no such picture.
    from pmpath.render.page.pictures.timeline import timeline_lines

    return timeline_lines(picture, width)
