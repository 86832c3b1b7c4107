"""`pmpath why`: the reason behind what a screen shows; before `init` without own figures."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.options.completion import reasons
from pmpath.cli.options.parameters import Json, session_of, words_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.coach.situation import Situation
from pmpath.domain.content.reasons import TODAY
from pmpath.domain.errors import NotFound
from pmpath.domain.nearest import did_you_mean
from pmpath.domain.period import week_of
from pmpath.render.screens.why import draw_topics, draw_why
from pmpath.reports.why.explanation import Ground
from pmpath.reports.why.report import WhyReport, topics, why_report, why_today


def why(
    context: typer.Context,
    word: Annotated[list[str] | None, words_of("[WORD]", reasons)] = None,
    json: Json = False,
) -> None:
    """The reason behind a step, number, concern, track, milestone or point of advice."""
    _show_why(session_of(context), " ".join(word or ()), as_json=json)


def _show_why(session: Session, word: str, *, as_json: bool) -> None:
    """Explain a word, or list what can be asked; raises NotFound for a word that nothing bears."""
    word = word.strip()
    # Today's step is nobody's before `init`, and the error says how to set up.
    situation = _situation(session) if word.casefold() in TODAY else _situation_if_any(session)
    ground = Ground(session.content.catalog(), session.content.reasons(), situation)
    if not word:
        found = topics(ground)
        present("why", {"topics": found}, lambda page: draw_topics(page, found), as_json=as_json)
    elif situation is not None and word.casefold() in TODAY:
        _present(why_today(ground, situation), as_json=as_json)
    else:
        report = why_report(word, ground, session.today)
        if not report.explanations and not report.matches:
            raise _unknown(report)
        _present(report, as_json=as_json)


def _situation(session: Session) -> Situation:
    # The roadmap first: without one there is nothing to fold the log for.
    _ = session.roadmap
    return session.situation(session.journal(week_of(session.today)))


def _situation_if_any(session: Session) -> Situation | None:
    try:
        return _situation(session)
    except NotFound:
        return None


def _unknown(report: WhyReport) -> NotFound:
    hint = did_you_mean(report.nearest, "pmpath why lists what can be asked.")
    return NotFound(f"There is nothing called {report.asked}.", hint=hint)


def _present(report: WhyReport, *, as_json: bool) -> None:
    present("why", report, lambda page: draw_why(page, report), as_json=as_json)
