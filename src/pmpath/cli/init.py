"""`pmpath init` without questions: from options, from an answers file, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmpath.cli.init_options import InitOptions
from pmpath.cli.output import acknowledge
from pmpath.cli.plan_limits import check_length, check_minutes, refuse_past
from pmpath.cli.session import Session
from pmpath.coach.pace import current_plan
from pmpath.coach.plan import (
    Fit,
    available_minutes,
    best_fit,
    fit_of,
    milestones_for,
    tracks_for,
)
from pmpath.domain.errors import UsageError
from pmpath.domain.record import changed
from pmpath.domain.roadmap import SCHEMA, Roadmap
from pmpath.render.text import clean
from pmpath.storage.answers_file import read_answers, roadmap_from_answers
from pmpath.storage.fields import plan_fields
from pmpath.storage.roadmap_text import roadmap_text
from pmpath.storage.setup import create_folder, refuse_existing

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmpath.render.screen import Page

STEP_ROLE_DECIDED = "springboard.decided"
NEEDS_DATE = 'pmpath init --target 2027-09-01 --role "product manager" --hours 4'


def init(session: Session, options: InitOptions, *, confirmed: Callable[[], bool]) -> None:
    """Show what the answers amount to and, once confirmed, write the roadmap and the first plan.

    Raises UsageError when there is a roadmap, the date is missing, past or too near, or the week
    has too few minutes; NotValid with every fault of an answers file.
    """
    from pmpath.domain.roadmap_schema import json_schema

    refuse_existing(session.folder)
    roadmap, fit = _planned(session, options)
    text = roadmap_text(roadmap, session.content.text("roadmap.template.toml"))
    page = _result(session, roadmap, fit)
    acknowledge(page.text())
    if not confirmed():
        acknowledge("Nothing was written.")
        return
    create_folder(session.folder, text, json_schema())
    plan = changed(current_plan(roadmap), reason="init")
    session.append("plan", session.today, plan_fields(plan))
    if roadmap.springboard.state:
        # The answer given here is the decision that this milestone asks for.
        session.append("milestone", session.today, {"of": STEP_ROLE_DECIDED})
    acknowledge(f"Written: {clean(session.folder.roadmap)}")


def _planned(session: Session, options: InitOptions) -> tuple[Roadmap, Fit]:
    """The roadmap that the answers lead to, and how its hours fit."""
    answers = read_answers(options.answers) if options.answers else None
    table = _with_defaults(answers.table if answers else {}, options.tables(session.today), session)
    roadmap = roadmap_from_answers(table, answers, named=options.names())
    check_length(roadmap.target, session.today)
    check_minutes(roadmap.minutes)
    catalog = session.content.catalog()
    milestones = milestones_for(roadmap.target, catalog)
    available = available_minutes(roadmap.target, roadmap.minutes, roadmap.vacations)
    scope = table["target"].get("scope")
    fit = (
        fit_of(scope, milestones, catalog, available)
        if scope
        else best_fit(milestones, catalog, available)
    )
    target = changed(roadmap.target, scope=fit.scope)
    tracks = tracks_for(target, catalog, roadmap.springboard.state)
    return changed(roadmap, target=target, milestones=milestones, tracks=tracks), fit


def _with_defaults(
    answers: dict[str, Any], options: dict[str, Any], session: Session
) -> dict[str, Any]:
    """Options over answers over defaults, table by table."""
    target = {**_table(answers, "target"), **options["target"]}
    if "date" not in target:
        raise UsageError(
            "The target date is missing: everything is counted back from it.", hint=NEEDS_DATE
        )
    refuse_past(target["date"], session.today)
    minutes = options["minutes"] or _table(answers, "minutes")
    if not minutes:
        raise UsageError("The hours a week are missing.", hint=NEEDS_DATE)
    merged = {key: {**_table(answers, key), **options[key]} for key in ("answers", "springboard")}
    if target.get("start", session.today) != session.today:
        raise UsageError(
            "target.start is the day of init, today.", hint="Leave it out of the answers."
        )
    return {
        **answers,
        "schema": answers.get("schema", SCHEMA),
        "target": {"role": "product manager", "start": session.today, **target},
        "minutes": minutes,
        "vacation": options["vacation"] or answers.get("vacation", []),
        **merged,
    }


def _table(tables: dict[str, Any], key: str) -> dict[str, Any]:
    """The table at this key, or an empty one; anything else is left for the check of all faults."""
    found = tables.get(key, {})
    return found if isinstance(found, dict) else {"": found}


def _result(session: Session, roadmap: Roadmap, fit: Fit) -> Page:
    from pmpath.cli.screens import new_page
    from pmpath.domain.journal import Journal
    from pmpath.render.start import draw_start
    from pmpath.reports.start import start_report

    page = new_page()
    here = session.situation_of(roadmap, Journal())
    draw_start(page, start_report(here, fit))
    return page
