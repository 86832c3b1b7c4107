"""`pmpath roadmap check`: every fault of the file, and days that cannot be."""

from __future__ import annotations

from datetime import date

import typer

from pmpath.cli.options.parameters import Json, session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present, terminal_width
from pmpath.coach.numbers.pace import is_recorded
from pmpath.coach.plan.milestones import Clash, clashes
from pmpath.domain.errors import FileFault, NotFound, NotValid
from pmpath.domain.log.journal import Journal
from pmpath.domain.record import Frozen
from pmpath.render.page.text import clean, hanging, long_day, pluralize
from pmpath.render.phrases.target import unrecorded_text


class RoadmapCheck(Frozen):
    """What is wrong with the file: its faults; where it has none, milestones on odd days.

    `target` is None, and the plan is not compared, while there are faults. `sentence` says what
    cannot be used about a file that has no single fault.
    """

    valid: bool
    target: date | None = None
    milestones: int = 0
    in_scope: int = 0
    clashes: tuple[Clash, ...] = ()
    is_recorded: bool = True
    faults: tuple[FileFault, ...] = ()
    sentence: str = ""
    is_plan_logged: bool = True


def check(context: typer.Context, json: Json = False) -> None:
    """List every error of the file with its line, and milestones out of order."""
    session = session_of(context)
    try:
        found = _checked(session)
    except NotValid as error:
        if not json:
            raise
        faults = RoadmapCheck(valid=False, faults=error.faults, sentence=error.sentence)
        present("check", faults, "", as_json=True)
        raise SystemExit(error.exit_code) from None
    present("check", found, _text(found), as_json=json)


def _checked(session: Session) -> RoadmapCheck:
    """The plan held against itself and the log; raises NotValid with every fault of the file."""
    roadmap = session.roadmap
    try:
        journal = session.journal()
    except NotFound:
        journal = Journal()
    return RoadmapCheck(
        valid=True,
        target=roadmap.target.date,
        milestones=len(roadmap.milestones),
        in_scope=len(list(roadmap.milestones_in_scope)),
        clashes=tuple(clashes(roadmap, journal)),
        is_recorded=is_recorded(roadmap, journal),
        is_plan_logged=bool(journal.plans),
    )


def _text(found: RoadmapCheck) -> str:
    count, width = pluralize(found.in_scope, "milestone"), terminal_width()
    beyond = found.milestones - found.in_scope
    beyond_text = f" in your plan and {beyond} outside it" if beyond else ""
    day = f", for {long_day(found.target)}" if found.target else ""
    lines = hanging("", f"The roadmap is valid: {count}{beyond_text}{day}.", width)
    for clash in found.clashes:
        lines += hanging("  ", _clash_text(clash), width)
    if not found.is_recorded:
        lines += hanging(
            "  ",
            unrecorded_text(0, is_plan_logged=found.is_plan_logged),
            width,
        )
    return "\n".join(lines)


def _clash_text(clash: Clash) -> str:
    here = f"{clean(clash.title)} [{clash.id}], {long_day(clash.due)}"
    return f"{here}, is {clash.side} {clean(clash.other)}, {long_day(clash.day)}."
