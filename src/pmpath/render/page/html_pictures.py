"""The pictures of the page: tables with signs, and curves with a title, a sentence and a table."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pmpath.coach.numbers.burn_up import WHOLE, BurnUp
from pmpath.render.page.blocks import TrackBars
from pmpath.render.page.text import clean, duration, long_day, pluralize
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
        yield from _burn_up(picture)
    elif isinstance(picture, TrackBars):
        yield from _tracks(picture)
    else:
        # Loaded for the roadmap: a report has no such picture.
        from pmpath.render.page.html_timeline import timeline

        yield from timeline(picture)


def _sign(kind: str) -> str:
    return f'<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">{SHAPES[kind]}</svg>'


def _strips(strips: Strips) -> Iterator[str]:
    """A table, so that a screen reader names week and row of each cell."""
    weeks = pluralize(len(strips.weeks), "week")
    so_far = f"; week {strips.weeks[-1].number} so far" if strips.runs else ""
    yield '<figure class="strips">'
    yield f"<figcaption>{weeks}{so_far}</figcaption>"
    numbers = "".join(f'<th scope="col">{week.number}</th>' for week in strips.weeks)
    yield f'<table><thead><tr><th scope="col"><span class="unseen">Week</span></th>{numbers}</tr>'
    yield "</thead><tbody>"
    for row in strips.rows:
        cells = "".join(
            f'<td>{_sign(cell)}<span class="unseen">{cell}</span></td>' for cell in row.cells
        )
        yield f'<tr><th scope="row">{row.name}</th>{cells}</tr>'
    yield "</tbody></table>"
    signs = "".join(f"<li>{_sign(kind)}{kind}</li>" for kind in (SOME, NONE, REST))
    yield f'<ul class="legend">{signs}</ul>'
    yield "</figure>"


def _burn_up(burn: BurnUp) -> Iterator[str]:
    first, last = burn.points[0], burn.points[-1]
    done, promised = duration(last.done), duration(last.promised)
    start, end = long_day(first.day), long_day(last.day)
    yield '<figure class="burn">'
    yield f"<figcaption>Done and promised, up to {duration(burn.top)}</figcaption>"
    # Turned over, so that a place is a height; stretched to the room there is.
    yield (
        f'<svg class="plot" role="img" aria-labelledby="burn-title burn-said" '
        f'viewBox="0 0 {WHOLE} {WHOLE}" preserveAspectRatio="none">'
    )
    yield '<title id="burn-title">Done against the promise</title>'
    yield f'<desc id="burn-said">From {start} to {end}: {done} done, {promised} promised.</desc>'
    yield f'<g transform="translate(0 {WHOLE}) scale(1 -1)">{_curves(burn)}</g></svg>'
    yield f'<div class="axis"><span>{start}</span><span>{end}</span></div>'
    yield (
        f'<ul class="legend"><li>{_sample("done")}done {done}</li>'
        f"<li>{_sample('promised')}promised {promised}</li></ul>"
    )
    yield from _burn_table(burn)
    yield "</figure>"


def _curves(burn: BurnUp) -> str:
    done = " ".join(f"{point.at} {point.done_at}" for point in burn.points)
    promised = " ".join(f"{point.at} {point.promised_at}" for point in burn.points)
    return (
        f'<path class="area" d="M0 0 L{done} L{WHOLE} 0 Z"/>'
        f'<path class="done" d="M{done}"/><path class="promised" d="M{promised}"/>'
    )


def _sample(name: str) -> str:
    return (
        f'<svg class="sample" viewBox="0 0 26 8" aria-hidden="true">'
        f'<line class="{name}" x1="0" y1="4" x2="26" y2="4"/></svg>'
    )


def _burn_table(burn: BurnUp) -> Iterator[str]:
    yield "<details><summary>The same as a table</summary><table>"
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Through", "Done", "Promised"))
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for point in burn.points:
        yield (
            f'<tr><th scope="row">{long_day(point.day)}</th><td>{duration(point.done)}</td>'
            f"<td>{duration(point.promised)}</td></tr>"
        )
    yield "</tbody></table></details>"


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
