"""`pmpath roadmap check`: every fault of the file, and days that cannot be."""

from __future__ import annotations

import typer

from pmpath.cli.options.parameters import session_of
from pmpath.cli.terminal.output import show, terminal_width
from pmpath.coach.numbers.pace import is_recorded
from pmpath.coach.plan.milestones import Clash, clashes
from pmpath.domain.errors import NotFound
from pmpath.domain.log.journal import Journal
from pmpath.render.page.text import clean, hanging, long_day, pluralize


def check(context: typer.Context) -> None:
    """Name every fault of the file with its line, and milestones on odd days."""
    session = session_of(context)
    # Raises NotValid with every fault of the file.
    roadmap = session.roadmap
    try:
        journal = session.journal()
    except NotFound:
        journal = Journal()
    count = pluralize(len(roadmap.milestones), "milestone")
    width = terminal_width()
    lines = hanging("", f"The roadmap is valid: {count}, {long_day(roadmap.target.date)}.", width)
    for clash in clashes(roadmap, journal):
        lines += hanging("  ", _clash_text(clash), width)
    if not is_recorded(roadmap, journal):
        lines += hanging(
            "  ", "Date, minutes or scope were edited by hand; not yet recorded.", width
        )
    show("\n".join(lines))


def _clash_text(clash: Clash) -> str:
    here = f"{clean(clash.title)} [{clash.id}], {long_day(clash.due)}"
    return f"{here}, lies {clash.side} {clean(clash.other)}, {long_day(clash.day)}."
