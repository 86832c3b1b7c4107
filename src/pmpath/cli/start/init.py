"""`pmpath init`: from questions on a terminal, from options, from an answers file, or all three."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from pmpath.cli.options.init import InitOptions
from pmpath.cli.options.parameters import session_of, spread
from pmpath.cli.session import Session
from pmpath.cli.start.answer_tables import TABLES, WHOLE
from pmpath.cli.start.plan_limits import check_length, check_minutes, refuse_past
from pmpath.cli.terminal.output import acknowledge, confirm
from pmpath.cli.terminal.screens import text_on_page
from pmpath.cli.written import writes
from pmpath.coach.plan.answered import ABSENT, with_talk_placed, without_unwanted
from pmpath.coach.plan.first_plan import milestones_for, tracks_for
from pmpath.coach.plan.fit import Fit, available_minutes, best_fit, fit_of, uncrowded
from pmpath.domain.errors import NotStored, UsageError
from pmpath.domain.log.journal import Journal
from pmpath.domain.period import weeks_between
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import SCHEMA, Roadmap
from pmpath.render.page.text import clean
from pmpath.render.screens.start import draw_start
from pmpath.reports.start import start_report
from pmpath.storage.disk.data_folder import refuse_closed, refuse_dangling
from pmpath.storage.roadmap.answers_file import AnswersFile, read_answers, roadmap_from_answers
from pmpath.storage.roadmap.draft import answers_draft
from pmpath.storage.roadmap.template import roadmap_text
from pmpath.storage.setup import create_folder, refuse_existing

# Customer talks rated so low, of 5.
LITTLE_LOVE = 2
NEEDS_DATE = 'pmpath init --target 2027-09-01 --role "product manager" --hours 4'


@writes
@spread(InitOptions)
def init(
    context: typer.Context,
    options: InitOptions,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Make your roadmap: a date, a role, hours a week. Never overwrites one."""
    asks = sys.stdin is not None and sys.stdin.isatty() and not yes
    _init(session_of(context), options, asks=asks)


def _init(session: Session, options: InitOptions, *, asks: bool) -> None:
    """Show what the answers amount to and, once confirmed, write the roadmap and the first plan.

    `asks`: the first seven questions are asked, less those that options or a file answer. Raises
    UsageError when there is a roadmap, the date is missing, past or too near, or the week has too
    few minutes; NotValid with every fault of an answers file.
    """
    refuse_closed(session.folder)
    refuse_dangling(session.folder.roadmap)
    refuse_dangling(session.folder.log)
    refuse_existing(session.folder)
    answers = read_answers(options.answers) if options.answers else None
    given = options.tables(session.today)
    if asks:
        _ask(session, options, answers, given)
        return
    roadmap, fit = _planned(session, given, answers, options)
    acknowledge(_amounts_to(session, roadmap, fit))
    _write(session, roadmap)


def _ask(
    session: Session, options: InitOptions, answers: AnswersFile | None, given: dict[str, Any]
) -> None:
    """Ask, show the plan, and ask again until it is saved or left."""
    from pmpath.cli.start.answer import offer_the_rest
    from pmpath.cli.start.interview import SAVE, STOP, Interview

    interview = Interview(session, _merged(answers.table if answers else {}, given))
    interview.run()
    while True:
        roadmap, fit = _planned(session, interview.tables, answers, options)
        acknowledge("\n" + _amounts_to(session, roadmap, fit))
        choice = interview.confirm()
        if choice == STOP:
            confirm("", "The roadmap was not saved, but your answers are. To continue: pmpath init")
            return
        if choice == SAVE:
            break
    _write(session, roadmap)
    offer_the_rest(session)


def _write(session: Session, roadmap: Roadmap) -> None:
    """The roadmap first, then its plan in the log; the draft of the answers is done with."""
    from pmpath.domain.roadmap.schema import json_schema

    text = roadmap_text(roadmap, session.content.text("roadmap.template.toml"))
    with session.writing():
        create_folder(session.folder, text, json_schema())
    try:
        # Read before it is recorded: what cannot be read is not passed over here.
        _ = session.roadmap
        session.record_plan(_journal(session))
    except NotStored as error:
        raise NotStored(
            "The roadmap was written, but it could not be recorded in the log.",
            place=error.place,
            hint=f"{error.hint}\nThe next command that writes records the plan.",
        ) from error
    answers_draft(session.folder).discard()
    acknowledge(f"Saved: {clean(session.folder.roadmap)}")
    confirm("", "Next: pmpath shows your first step, and pmpath done records it.")


def _journal(session: Session) -> Journal:
    """What was logged before the set-up was finished; an earlier plan in the log is over."""
    journal = session.journal()
    return Journal() if journal.plans else journal


def _merged(answers: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """The tables of an answers file below what options say."""
    tables = {key: {**_table(answers, key), **options[key]} for key in TABLES}
    whole = {key: options.get(key) or answers.get(key, []) for key in WHOLE}
    return {**tables, **whole}


def _planned(
    session: Session, given: dict[str, Any], answers: AnswersFile | None, options: InitOptions
) -> tuple[Roadmap, Fit]:
    """The roadmap that the answers lead to, and how its hours fit."""
    table = _with_defaults(answers.table if answers else {}, given, session)
    roadmap = roadmap_from_answers(table, answers, named=options.by_key())
    check_length(roadmap.target.date, session.today, roadmap.target.mode)
    check_minutes(roadmap.minutes)
    catalog = session.content.catalog()
    weeks = weeks_between(roadmap.target.start, roadmap.target.date)
    milestones = with_talk_placed(
        milestones_for(roadmap.target, catalog, roadmap.answers), roadmap.answers, weeks
    )
    tracks = tracks_for(roadmap.target, catalog, roadmap.springboard.state)
    roadmap = changed(roadmap, milestones=milestones, tracks=tracks)
    roadmap = without_unwanted(roadmap, _absent(options))
    milestones = roadmap.milestones
    available = available_minutes(roadmap.target, roadmap.minutes, roadmap.vacations)
    scope = table["target"].get("scope")
    fit = (
        fit_of(scope, milestones, catalog, available)
        if scope
        else best_fit(milestones, catalog, available)
    )
    plan = changed(roadmap, target=changed(roadmap.target, scope=fit.scope))
    return uncrowded(plan, catalog), fit


def _absent(options: InitOptions) -> tuple[str, ...]:
    """What is to be left out of the plan; raises UsageError for what cannot be left out so."""
    names = tuple(options.without or ())
    for name in names:
        if name not in ABSENT:
            raise UsageError(
                f'--without does not know "{name}".',
                hint=f"Allowed: {', '.join(ABSENT)}; a stepping-stone role: --springboard skip",
            )
    return names


def _with_defaults(
    answers: dict[str, Any], options: dict[str, Any], session: Session
) -> dict[str, Any]:
    """Options over answers over defaults, table by table."""
    merged = _merged(answers, options)
    target, minutes = merged["target"], merged["minutes"]
    if "date" not in target:
        raise UsageError(
            "The target date is missing: everything is counted back from it.", hint=NEEDS_DATE
        )
    refuse_past(target["date"], session.today)
    if not minutes:
        raise UsageError("The hours a week are missing.", hint=NEEDS_DATE)
    if target.get("start", session.today) != session.today:
        raise UsageError(
            "target.start is the day of init, today.", hint="Leave it out of the answers."
        )
    return {
        **answers,
        "schema": answers.get("schema", SCHEMA),
        **merged,
        "target": {
            "start": session.today,
            **_test_plan(merged["answers"]),
            **target,
        },
    }


def _test_plan(answers: dict[str, Any]) -> dict[str, str]:
    """Little love for customer talks makes the plan a test, unless the person says otherwise."""
    love = answers.get("customer_love")
    return {"mode": "test"} if isinstance(love, int) and love <= LITTLE_LOVE else {}


def _table(tables: dict[str, Any], key: str) -> dict[str, Any]:
    """The table at this key, or an empty one; anything else is left for the check of all faults."""
    table = tables.get(key, {})
    return table if isinstance(table, dict) else {"": table}


def _amounts_to(session: Session, roadmap: Roadmap, fit: Fit) -> str:
    """The screen that says what the answers amount to, before anything is written."""
    report = start_report(session.situation_of(roadmap, Journal()), fit)
    return text_on_page(lambda page: draw_start(page, report))
