"""The pictures of the page: tables with signs, and curves with a title, a sentence and a table."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pmpath.coach.numbers.burn_up import WHOLE, BurnUp
from pmpath.render.page.blocks import TrackBars
from pmpath.render.page.text import clean, duration, pluralize
from pmpath.reports.period.strips import NONE, REST, SOME, Strips

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.render.page.blocks import Picture

SHAPES = {
    SOME: '<rect class="some" x="1" y="1" width="14" height="14" rx="2.5"/>',
    NONE: '<circle class="none" cx="8" cy="8" r="2.5"/>',
    REST: '<line class="rest" x1="3" y1="8" x2="13" y2="8"/>',
}
OTHER_WORK = "without a track"


def figure(picture: Picture) -> Iterator[str]:
    """The lines of one figure."""
    if isinstance(picture, Strips):
        yield from _strips(picture)
    elif isinstance(picture, BurnUp):
        from pmpath.render.page.pictures.html_burn_up import burn_up

        yield from burn_up(picture)
    elif isinstance(picture, TrackBars):
        yield from _tracks(picture)
    else:
        # Loaded for the roadmap: a report has no such picture.
        from pmpath.render.page.pictures.html_timeline import timeline

        yield from timeline(picture)


def _sign(kind: str) -> str:
    return f'<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">{SHAPES[kind]}</svg>'


def _strips(strips: Strips) -> Iterator[str]:
    """A table, so that a screen reader names week and row of each cell."""
    of = " by track" if strips.by_track else ""
    weeks = f"{pluralize(len(strips.weeks), 'week')}{of}"
    so_far = f"; week {strips.weeks[-1].number} so far" if strips.runs else ""
    yield f'<figure class="strips{" by-track" if strips.by_track else ""}">'
    yield f"<figcaption>{weeks}{so_far}</figcaption>"
    numbers = "".join(f'<th scope="col">{week.number}</th>' for week in strips.weeks)
    yield f'<table><thead><tr><th scope="col"><span class="unseen">Week</span></th>{numbers}</tr>'
    yield "</thead><tbody>"
    for row in strips.rows:
        cells = "".join(
            f'<td>{_sign(cell)}<span class="unseen">{cell}</span></td>' for cell in row.cells
        )
        yield f'<tr><th scope="row">{escape(clean(row.name))}</th>{cells}</tr>'
    yield "</tbody></table>"
    signs = "".join(f"<li>{_sign(kind)}{kind}</li>" for kind in (SOME, NONE, REST))
    yield f'<ul class="legend">{signs}</ul>'
    yield "</figure>"


def _tracks(bars: TrackBars) -> Iterator[str]:
    yield '<figure class="tracks"><figcaption>Time by track</figcaption><table>'
    yield (
        '<thead class="unseen"><tr><th scope="col">Track</th><th scope="col">Share</th>'
        '<th scope="col">Time</th></tr></thead><tbody>'
    )
    for one in bars.tracks:
        bar = (
            f'<svg viewBox="0 0 {WHOLE} 10" preserveAspectRatio="none" aria-hidden="true">'
            f'<rect width="{one.permille}" height="10"/></svg>'
        )
        name = escape(clean(one.name)) or OTHER_WORK
        yield (
            f'<tr><th scope="row">{name}</th><td>{bar}</td><td>{duration(one.minutes)}</td></tr>'
        )
    yield "</tbody></table></figure>"
