"""Ways to ask for a reason, before `init` and after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pmpath.domain.kinds import Record
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.render.screens.why import draw_why
from pmpath.reports.why.explanation import Ground
from pmpath.reports.why.report import why_report
from pmpath.storage.content import content
from tests.build import CATALOG, START, page, situation

REASONS = content().reasons()
BEFORE_INIT = Ground(CATALOG, REASONS, None)


def ground(
    records: Iterable[Record] = (), today: date = START, on: Roadmap | None = None
) -> Ground:
    """What explanations are made from, once there is a roadmap."""
    return Ground(CATALOG, REASONS, situation(records, today, on=on))


def screen(word: str, here: Ground = BEFORE_INIT, width: int = 80) -> str:
    """The screen about a word."""
    sheet = page(width)
    draw_why(sheet, why_report(word, here, here.situation.today if here.situation else START))
    return sheet.text()


def flat(word: str, here: Ground = BEFORE_INIT) -> str:
    """The same without line breaks and indents."""
    return " ".join(screen(word, here).split())


def yours(word: str, here: Ground) -> dict[str, object]:
    """The figures of the person beside the one thing that the word means."""
    (one,) = why_report(word, here, START).explanations
    return {figure.key: figure.value for figure in one.yours}
