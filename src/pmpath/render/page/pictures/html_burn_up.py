"""The burn-up for the page: curves with a title, a sentence, a table, and the forecast's band."""

from __future__ import annotations

from collections.abc import Iterator

from pmpath.coach.numbers.burn_up import WHOLE, Band, BurnUp
from pmpath.render.page.pictures.burn_up import band_text, planned_text
from pmpath.render.page.text import capitalized, duration, long_day


def burn_up(burn: BurnUp) -> Iterator[str]:
    """The lines of the figure."""
    first, last = burn.points[0], burn.points[-1]
    done = duration(last.done)
    planned = planned_text(burn)
    top = burn.top if burn.band is None else burn.band.top
    yield '<figure class="burn">'
    yield f"<figcaption>Done and planned; the top is {duration(top)}</figcaption>"
    # Turned over, so that a place is a height; stretched to the room there is.
    yield (
        f'<svg class="plot" role="img" aria-labelledby="burn-title burn-said" '
        f'viewBox="0 0 {WHOLE} {WHOLE}" preserveAspectRatio="none">'
    )
    yield '<title id="burn-title">Done against the plan</title>'
    yield f'<desc id="burn-said">{_said(burn)}</desc>'
    yield f'<g transform="translate(0 {WHOLE}) scale(1 -1)">{_drawn(burn)}</g></svg>'
    end = last.day if burn.band is None else burn.band.end
    yield f'<div class="axis"><span>{long_day(first.day)}</span><span>{long_day(end)}</span></div>'
    yield (
        f'<ul class="legend"><li>{_sample("done")}done {done}</li>'
        f"<li>{_sample('promised')}planned {planned}</li>{_band_legend(burn.band)}</ul>"
    )
    yield from _table(burn)
    yield "</figure>"


def _said(burn: BurnUp) -> str:
    """The picture in words, for whoever does not see it."""
    first, last = burn.points[0], burn.points[-1]
    said = (
        f"From {long_day(first.day)} to {long_day(last.day)}: "
        f"{duration(last.done)} done, {duration(last.promised)} planned."
    )
    return said if burn.band is None else f"{said} {capitalized(band_text(burn.band))}."


def _drawn(burn: BurnUp) -> str:
    if burn.band is None:
        return _curves(burn)
    band = burn.band
    # The curves as they are, on the part of the longer and higher picture that is theirs.
    return (
        f"{_band(band)}"
        f'<svg width="{band.now_at}" height="{band.top_at}" viewBox="0 0 {WHOLE} {WHOLE}" '
        f'preserveAspectRatio="none">{_curves(burn)}</svg>'
    )


def _band(band: Band) -> str:
    there = " ".join(f"{one.at} {one.high_at}" for one in band.points)
    back = " ".join(f"{one.at} {one.low_at}" for one in reversed(band.points))
    at = band.target_at
    return (
        f'<path class="band" d="M{there} L{back} Z"/>'
        f'<path class="target" d="M{at} 0 L{at} {WHOLE}"/>'
    )


def _band_legend(band: Band | None) -> str:
    if band is None:
        return ""
    return (
        f"<li>{_sample('band')}{band_text(band)}</li>"
        f"<li>{_sample('target')}your date, {long_day(band.target)}</li>"
    )


def _curves(burn: BurnUp) -> str:
    done = " ".join(f"{point.at} {point.done_at}" for point in burn.points)
    promised = " ".join(f"{point.at} {point.promised_at}" for point in burn.points)
    return (
        f'<path class="area" d="M0 0 L{done} L{WHOLE} 0 Z"/>'
        f'<path class="done" d="M{done}"/><path class="promised" d="M{promised}"/>'
    )


def _sample(name: str) -> str:
    shape = (
        '<rect class="band" width="26" height="8"/>'
        if name == "band"
        else f'<line class="{name}" x1="0" y1="4" x2="26" y2="4"/>'
    )
    return f'<svg class="sample" viewBox="0 0 26 8" aria-hidden="true">{shape}</svg>'


def _table(burn: BurnUp) -> Iterator[str]:
    yield "<details><summary>The same as a table</summary><table>"
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Through", "Done", "Planned"))
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for point in burn.points:
        yield (
            f'<tr><th scope="row">{long_day(point.day)}</th><td>{duration(point.done)}</td>'
            f"<td>{duration(point.promised)}</td></tr>"
        )
    yield "</tbody></table></details>"
