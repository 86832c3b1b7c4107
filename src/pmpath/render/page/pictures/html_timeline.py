"""The plan on one line of time for the page: a table with a drawn line for each track."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pmpath.coach.numbers.burn_up import WHOLE
from pmpath.render.page.pictures.timeline import Row, timeline_rows
from pmpath.render.page.text import clean, long_day, short_day
from pmpath.reports.roadmap import COMING, DONE, DUE, Marked, RoadmapReport

HEIGHT = 16
# Told by height and place as well as by color: done is whole, due hangs, to come stands.
ENDS = {DONE: (1, 15), DUE: (1, 9), COMING: (9, 15)}
STATES = {DONE: "done", DUE: "due", COMING: "to come"}


def timeline(report: RoadmapReport) -> Iterator[str]:
    """The lines of the figure; a reader that sees no picture hears the days."""
    start, end = long_day(report.start), long_day(max(report.target.date, report.today))
    yield '<figure class="timeline">'
    yield (
        f"<figcaption>Today is {short_day(report.today)}; the date is "
        f"{long_day(report.target.date)}</figcaption>"
    )
    yield "<table><tbody>"
    for row in timeline_rows(report):
        yield (
            f'<tr><th scope="row">{escape(clean(row.name))}</th><td>{_line(row, report)}'
            f'<span class="unseen">{escape(_said(row))}</span></td></tr>'
        )
    yield (
        f'<tr><th></th><td><div class="axis"><span>{start}</span><span>{end}</span></div></td></tr>'
    )
    yield "</tbody></table>"
    named = "".join(f"<li>{_sample(state)}{name}</li>" for state, name in STATES.items())
    yield f'<ul class="legend">{named}<li>{_sample("today")}today</li></ul>'
    yield "</figure>"


def _line(row: Row, report: RoadmapReport) -> str:
    drawn = "".join(
        f'<rect x="{one.start}" y="4" width="{max(one.end - one.start, 2)}" height="8"/>'
        for one in row.stretches
    )
    today = report.today_at
    drawn += f'<line class="today" x1="{today}" y1="0" x2="{today}" y2="{HEIGHT}"/>'
    drawn += "".join(_mark(one) for one in row.milestones)
    return (
        f'<svg viewBox="0 0 {WHOLE} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true">'
        f"{drawn}</svg>"
    )


def _mark(one: Marked) -> str:
    top, bottom = ENDS[one.state]
    return f'<line class="{one.state}" x1="{one.at}" y1="{top}" x2="{one.at}" y2="{bottom}"/>'


def _said(row: Row) -> str:
    """`from 1 Mar 2027 to 5 Apr 2027; 12 Jan 2027 done: Five people met`."""
    said = [f"from {long_day(one.first)} to {long_day(one.last)}" for one in row.stretches]
    for one in row.milestones:
        own = one.milestone
        day = long_day(own.done or own.due)
        said.append(f"{day} {STATES[one.state]}: {clean(own.title)}")
    return "; ".join(said)


def _sample(state: str) -> str:
    top, bottom = ENDS.get(state, (0, HEIGHT))
    return (
        f'<svg class="mark" viewBox="0 0 8 {HEIGHT}" aria-hidden="true">'
        f'<line class="{state}" x1="4" y1="{top}" x2="4" y2="{bottom}"/></svg>'
    )
