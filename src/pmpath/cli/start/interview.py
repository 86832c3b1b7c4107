"""The questions of `init` on a terminal, and the draft that keeps their answers meanwhile."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import tomli_w

from pmpath.cli.session import Session
from pmpath.cli.start.answer_tables import answers_in, tables_of
from pmpath.cli.start.plan_limits import check_length, check_minutes
from pmpath.cli.start.wizard import HOW_TO_ANSWER, Left, Wizard
from pmpath.cli.terminal.output import acknowledge, confirm
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.domain.content.questions import is_open
from pmpath.render.page.text import pluralize
from pmpath.storage.roadmap.draft import Draft, answers_draft
from pmpath.storage.roadmap.file import parsed

if TYPE_CHECKING:
    from pmpath.domain.content.questions import Question
    from pmpath.domain.roadmap.answers import Answer

ANEW = "new"


def interview(session: Session, given: dict[str, Any]) -> dict[str, Any]:
    """Ask the first seven questions, less those answered by `given` tables; returns all tables.

    Each answer is kept at once in a draft, and the next `init` goes on from there.
    """
    draft = answers_draft(session.folder)
    given_answers = answers_in(given)
    answers = {**_kept_before(draft), **given_answers}
    questions = tuple(one for one in session.content.questions() if one.first)
    asked = tuple(one for one in questions if is_open(one, given_answers))

    def keep(_: Question, __: Answer) -> None:
        draft.write(tomli_w.dumps(tables_of(answers)))

    def check(question: Question, answer: Answer) -> None:
        day, minutes = answer.get("target.date"), answer.get("minutes")
        if isinstance(day, date):
            check_length(day, session.today, str(given_answers.get("target.mode", "")))
        if isinstance(minutes, dict):
            check_minutes(tuple(minutes.values()))

    wizard = Wizard(asked, answers, session.today, keep, check)
    first = next((at for at, one in enumerate(asked) if is_open(one, answers)), len(asked))
    acknowledge(f"{pluralize(len(asked), 'question')} first, about three minutes.")
    confirm("", HOW_TO_ANSWER)
    try:
        wizard.run(first)
    except Left:
        _say_kept(draft)
        raise SystemExit(0) from None
    except SystemExit:
        _say_kept(draft)
        raise
    return tables_of(answers)


def _say_kept(draft: Draft) -> None:
    if draft.exists:
        confirm("", "Your answers are kept; pmpath init goes on from here.")


def _kept_before(draft: Draft) -> Answer:
    """The answers of an `init` that was left, unless the person wants to begin anew."""
    text = draft.read()
    if text is None:
        return {}
    confirm("", f"Answers of an earlier start are kept. Enter goes on; {ANEW} begins anew.")
    if (typed_line("> ") or "").strip().lower() == ANEW:
        draft.discard()
        return {}
    return answers_in(parsed(text, draft.path))
