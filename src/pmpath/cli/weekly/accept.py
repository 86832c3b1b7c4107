"""`pmpath accept`: a concern was taken note of, and is silent until it comes up again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.options.completion import concerns
from pmpath.cli.options.parameters import Json, session_of, words_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm, present
from pmpath.cli.written import written
from pmpath.coach.findings import FINDERS
from pmpath.coach.findings.weekly import raised
from pmpath.domain.errors import UsageError
from pmpath.domain.kinds import Accept
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.period import week_of
from pmpath.domain.when.calendar import FUTURE
from pmpath.domain.when.day_option import read_day
from pmpath.render.page.text import capitalized, clip, day_beside
from pmpath.render.phrases.concern import concern_text
from pmpath.storage.log.encode import new_fields

if TYPE_CHECKING:
    from datetime import date

    from pmpath.coach.findings.weekly import ReportedFinding
    from pmpath.render.page.page import Page

NONE_RAISED = "No concern is raised now."
SNOOZE = "To snooze one:"
HOW = 'pmpath accept {} --because "WHY"'


def accept(
    context: typer.Context,
    concern: Annotated[list[str] | None, words_of("[CONCERN]", concerns)] = None,
    because: Annotated[
        str, typer.Option(help="Your reason.", metavar="TEXT", show_default=False)
    ] = "",
    until: Annotated[
        str, typer.Option(help="Snooze it through this day.", metavar="DAY", show_default=False)
    ] = "",
    json: Json = False,
) -> None:
    """Snooze a concern of the report until it comes up again; without words, list them."""
    session, typed = session_of(context), " ".join(concern or ())
    if not typed:
        _list(session, because or until, as_json=json)
    else:
        with written(session, as_json=json):
            _accept(session, typed, because, until)


def _list(session: Session, more: str, *, as_json: bool) -> None:
    """Print what is raised now; raises UsageError where a reason or a day has no concern."""
    found = _raised(session)
    if more:
        names = ", ".join(_names(found)) or "none"
        raise UsageError(
            "Which concern?", hint=f"Raised now: {names}.\n{SNOOZE} {HOW.format(_example(found))}"
        )
    present(
        "concerns",
        {"concerns": found},
        lambda page: _draw(page, found, session.today),
        as_json=as_json,
    )


def _draw(page: Page, found: tuple[ReportedFinding, ...], today: date) -> None:
    if not found:
        page.line(NONE_RAISED)
        return
    told = [(one.id, f"{capitalized(concern_text(one, today))}.") for one in found]
    page.rows(told, name_width=max(len(name) for name, _ in told) + 1)
    page.line()
    page.offer(SNOOZE, HOW.format(_example(found)))


def _raised(session: Session) -> tuple[ReportedFinding, ...]:
    _ = session.roadmap
    return raised(session.situation(session.journal(week_of(session.today))))


def _names(found: tuple[ReportedFinding, ...]) -> list[str]:
    return list(dict.fromkeys(one.id for one in found))


def _example(found: tuple[ReportedFinding, ...]) -> str:
    return found[0].id if found else "CONCERN"


def _accept(session: Session, typed: str, because: str, until: str) -> None:
    """Record that a concern is known, with the reason; all of its id, whatever their subject.

    Without a day it has to be raised now: it is the one that stands that is taken note of.
    """
    key = _known(session, typed)
    short, reason = session.catalog.concerns[key].short, because.strip()
    if not reason:
        raise UsageError(
            f'Your reason to snooze "{short}" is missing.',
            hint=f'For example: pmpath accept {key} --because "two weeks of exams"',
        )
    day = read_day(until, session.today, facing=FUTURE) if until else None
    if day is not None and day <= session.today:
        raise UsageError(
            f"{day_beside(day, session.today)} is not in the future.",
            hint="Write 1 mar, or in 3 weeks.",
        )
    names = _names(_raised(session))
    if day is None and key not in names:
        raise UsageError(
            f"{key} ({short}) is not raised now.",
            hint=f"Raised now: {', '.join(sorted(names)) or 'none'}. To snooze it before it "
            "comes up, add --until DAY.",
        )
    fields = new_fields(Accept, key, reason=reason, until=day)
    session.append("accept", session.today, fields)
    end = f"until {day_beside(day, session.today)}" if day else "until it comes up again"
    confirm("Snoozed: ", f"{short} ({key}), {end}. Your reason: {clip(reason, 100)}")


def _known(session: Session, typed: str) -> str:
    """The id of a concern that was typed as such, or by the name that reports give it."""
    key = typed.strip().upper().replace("-", "_").replace(" ", "_")
    if key in FINDERS:
        return key
    shorts = {one.short.casefold(): one.id for one in session.catalog.concerns.values()}
    if typed.strip().casefold() in shorts:
        return shorts[typed.strip().casefold()]
    near = nearest(key, FINDERS, most=3)
    hint = did_you_mean(near, "pmpath accept lists what is raised now.")
    raise UsageError(f'There is no concern "{clip(typed, 40)}".', hint=hint)
