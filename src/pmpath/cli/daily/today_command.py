"""How `pmpath today` is typed, and its options that put another step in the place of this one.

Today's step itself is shown by `today`, which the short door loads.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.daily.numbered import keep_list
from pmpath.cli.daily.today import choices_of, day_of, report_of, show_today
from pmpath.cli.options.parameters import Json, session_of, spread
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm, present
from pmpath.domain.entry import handle_of
from pmpath.domain.errors import UsageError
from pmpath.domain.kinds import MORE, NOT_BEFORE, NOT_IN_PLAN, OTHER, SIZE
from pmpath.domain.when.calendar import FUTURE
from pmpath.domain.when.day_option import read_day
from pmpath.domain.when.duration_option import minutes_of
from pmpath.render.page.text import clean, clip, day_beside
from pmpath.render.phrases.steps import sentence
from pmpath.render.screens.today import draw_choices, draw_week, move_words
from pmpath.reports.today import week_ahead

if TYPE_CHECKING:
    from pmpath.coach.today.proposal import Step

LEAST_MINUTES, MOST_MINUTES = 5, 600


@dataclass(frozen=True)
class OtherStep:
    """Another step than the one proposed, each as typed."""

    other: Annotated[
        bool, typer.Option("--other", help="Put the step aside for today; propose another.")
    ] = False
    minutes: Annotated[
        str,
        typer.Option("--minutes", help="Propose a step of this length for today: 20, 1h30.",
                     metavar="DURATION", show_default=False),
    ] = ""  # fmt: skip
    not_before: Annotated[
        str,
        typer.Option("--not-before", help="Put the step aside until this day.", metavar="DAY",
                     show_default=False),
    ] = ""  # fmt: skip
    not_in_plan: Annotated[
        bool, typer.Option("--not-in-plan", help="Take the step out of the plan.")
    ] = False
    list_choices: Annotated[
        bool, typer.Option("--list", help="List today's choices; pmpath done 2 records line 2.")
    ] = False
    week: Annotated[bool, typer.Option("--week", help="The steps of the next seven days.")] = False


@spread(OtherStep)
def today(context: typer.Context, options: OtherStep, json: Json = False) -> None:
    """Today's step; the same as typing pmpath alone."""
    session = session_of(context)
    if options.not_before or options.not_in_plan:
        _put_aside(session, options.not_before, says=not json)
    if options.minutes:
        _resize(session, minutes_of(options.minutes))
    if options.other:
        _show_other(session, as_json=json)
    elif options.list_choices:
        _show_choices(session, as_json=json)
    elif options.week:
        _show_week(session, as_json=json)
    else:
        show_today(session, as_json=json)


def _show_other(session: Session, *, as_json: bool = False) -> None:
    """Put today's step aside for today, and print the next one; on a done day, print one more."""
    report = report_of(session)
    if report.step is not None:
        session.append("decline", session.today, {"action": report.step.key, "how": OTHER})
    elif report.done:
        session.append("decline", session.today, {"action": "", "how": MORE})
    show_today(session, as_json=as_json)


def _show_choices(session: Session, *, as_json: bool) -> None:
    """Print the candidates of today, numbered."""
    found = choices_of(session)
    keep_list(session, found)
    show = partial(draw_choices, choices=found, today=session.today)
    present("today", {"choices": found}, show, as_json=as_json)


def _show_week(session: Session, *, as_json: bool) -> None:
    """Print the next seven days."""
    found = week_ahead(day_of(session)[1])
    present("today", {"days": found}, partial(draw_week, days=found), as_json=as_json)


def _resize(session: Session, minutes: int) -> None:
    """Let the step of today take so many minutes; on a day off or a done day, propose one."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise UsageError(
            f"A step cannot take {minutes} minutes.",
            hint=f"Write {LEAST_MINUTES} to {MOST_MINUTES}.",
        )
    _ = session.roadmap
    session.append("decline", session.today, {"action": "", "how": SIZE, "minutes": minutes})


def _put_aside(session: Session, until: str, *, says: bool = True) -> None:
    """Put the action of today's step aside until a day, or for good where none is given.

    Raises UsageError for a promise to somebody: its day moves with the person, not with the plan.
    """
    step = _step(session)
    if not until:
        fields = {"action": step.action, "how": NOT_IN_PLAN}
        told = f"To bring it back, log it: pmpath log --did {step.action}"
    else:
        day = read_day(until, session.today, facing=FUTURE)
        if day <= session.today:
            raise UsageError(
                f"{day_beside(day, session.today)} is not in the future.",
                hint="Write 1 mar, or in 3 weeks.",
            )
        fields = {"action": step.action, "how": NOT_BEFORE, "until": day.isoformat()}
        told = f"Not before {day_beside(day, session.today)}."
    session.append("decline", session.today, fields)
    title = clip(sentence(step), 100)
    if says:
        confirm("Put aside: ", clean(f"{title} {told}"))


def _step(session: Session) -> Step:
    step = report_of(session).step
    if step is None:
        raise UsageError("There is no step today.", hint="For one more step: pmpath today --other")
    if step.opening:
        firm = clip(step.opening.partition(":")[0], 40)
        raise UsageError(
            "This step belongs to an opening, so it cannot be put aside.",
            hint="To skip it today: pmpath today --other\n"
            f"If they said no: pmpath log no from {firm}",
        )
    if step.settles or not step.action:
        raise UsageError(
            "This step was promised, so it cannot be put aside.",
            hint="To skip it today: pmpath today --other\n"
            f"To agree on another day: {_new_day(step)}",
        )
    return step


def _new_day(step: Step) -> str:
    """The command that gives the promise another day, in the entry that made it."""
    entry = f"--entry {handle_of(step.settles)} " if step.settles else ""
    return f"pmpath amend {entry}{move_words(step)}"
