"""`answer --json`: the questions with their answers, or what one answer changed."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.start.give_answer import (
    answers_of,
    effects_of,
    known_question,
    open_questions,
    store,
)
from pmpath.cli.start.late_answer import change_plan
from pmpath.cli.terminal.output import present
from pmpath.coach.plan.late_answer import PlanChange
from pmpath.domain.content.questions import Question, answer_text
from pmpath.domain.content.understood import has_no_answer, understand
from pmpath.domain.record import Frozen


class AnsweredQuestion(Frozen):
    """A question of the reality check and its answer in words, "" while it is open."""

    id: str
    text: str
    answer: str
    is_open: bool


class AnswerReport(Frozen):
    """One answer: the question as it stands now, and the ids of the milestones that it changed.

    `effects` are sentences on what else follows. `stored` is False where the words left it open.
    """

    question: AnsweredQuestion
    stored: bool
    joins: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()


def answer_as_data(session: Session, name: str, words: str, *, keeps_milestones: bool) -> None:
    """Answer a question and print what came of it; without words, print it or all of them.

    Nothing is asked: the plan follows the answer unless its milestones are kept.
    """
    questions = session.content.questions()
    if not name:
        found = [_answered(session, one) for one in questions]
        present("answers", {"questions": found}, "", as_json=True)
        return
    question = known_question(questions, name)
    if not words or has_no_answer(question, words):
        report = AnswerReport(_answered(session, question), stored=False)
    else:
        report = _stored(session, question, words, keeps_milestones=keeps_milestones)
    present("answer", report, "", as_json=True)


def _answered(session: Session, question: Question) -> AnsweredQuestion:
    told = answer_text(question, answers_of(session.roadmap))
    still_open = question.id in {one.id for one in open_questions(session)}
    return AnsweredQuestion(question.id, question.text, told, still_open)


def _stored(
    session: Session, question: Question, words: str, *, keeps_milestones: bool
) -> AnswerReport:
    given = understand(question, words, session.today, session.vocabulary()).answer
    stored = store(session, question, given)
    change = change_plan(session, stored, keeps_milestones=keeps_milestones, says=False)
    effects = effects_of(session, stored, change)
    joins, leaves, revised, reached = _ids(change)
    return AnswerReport(
        _answered(session, question), True, joins, leaves, revised, reached, tuple(effects)
    )


def _ids(change: PlanChange) -> list[tuple[str, ...]]:
    """The milestones that join (or come back), leave, are revised, are reached."""
    groups = ((*change.joins, *change.back), change.leaves, change.revised, change.reached)
    return [tuple(one.id for one in group) for group in groups]
