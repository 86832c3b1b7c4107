"""Late answers to the reality check: `pmpath answer`, and one question a day behind `done`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.options.completion import open_question_ids
from pmpath.cli.options.parameters import Json, Words, session_of
from pmpath.cli.session import Session
from pmpath.cli.start.answer_data import answer_as_data
from pmpath.cli.start.give_answer import (
    answers_of,
    effects_of,
    known_question,
    open_questions,
    store,
)
from pmpath.cli.start.late_answer import change_plan
from pmpath.cli.start.stored_answer import StoredAnswer
from pmpath.cli.start.typed_command import is_surely_a_command
from pmpath.cli.start.wizard import Left, Listener, Wizard
from pmpath.cli.terminal.asking import YES
from pmpath.cli.terminal.output import acknowledge, confirm, show, terminal_width
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.domain.content.questions import Question, answer_text
from pmpath.domain.content.understood import has_no_answer, understand
from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.answers import Answer
from pmpath.render.page.text import clean, hanging, pluralize

if TYPE_CHECKING:
    pass

NOW = "now"


def answer(
    context: typer.Context,
    question: Annotated[
        str,
        typer.Argument(metavar="[QUESTION]", show_default=False, autocompletion=open_question_ids),
    ] = "",
    words: Words = None,
    keep_milestones: Annotated[
        bool,
        typer.Option(
            "--keep-milestones", help="Save the answer; leave the milestones as they are."
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Answer an open question of the reality check."""
    said, session = " ".join(words or ()), session_of(context)
    if json:
        answer_as_data(session, question, said, keeps_milestones=keep_milestones)
        return
    _answer(session, question, said, keeps_milestones=keep_milestones)


def _answer(session: Session, name: str, words: str, *, keeps_milestones: bool) -> None:
    """Answer one question, those that are open, or list these where no terminal can ask.

    `keeps_milestones`: whatever the answer would change of them is left as it is.
    """
    questions = session.content.questions()
    if name:
        question = known_question(questions, name)
        if words and has_no_answer(question, words):
            confirm("", f"Left open: {question.id}. Nothing was changed.")
        elif words:
            given = understand(question, words, session.today, session.vocabulary()).answer
            stored = store(session, question, given)
            given_text = answer_text(question, answers_of(session.roadmap))
            confirm("Saved: ", f"{question.id}: {clean(given_text)}")
            _follow(session, stored, keeps_milestones=keeps_milestones)
        else:
            _ask(session, (question,))
        return
    open_ones = open_questions(session)
    if not open_ones:
        show("Every question of the reality check is answered.")
    elif sys.stdin.isatty():
        _ask(session, open_ones)
    else:
        show("\n".join(line for one in open_ones for line in _listed(one)))


def question_of_the_day(session: Session) -> Question | None:
    """The open question that rides on today's `done`: another one each day, without a memory."""
    questions = open_questions(session)
    return questions[session.today.toordinal() % len(questions)] if questions else None


def ask_one(session: Session) -> None:
    """Ask today's open question on a terminal, one of whatever kind; Enter skips it."""
    from pmpath.cli.start.same_person import ask_same_person

    if ask_same_person(session):
        return
    question = question_of_the_day(session)
    if question is not None and sys.stdin.isatty() and sys.stdout.isatty():
        acknowledge("")
        acknowledge("Question of the day; Enter skips it.")
        _ask(session, (question,))


def offer_the_rest(session: Session) -> None:
    """After `init`: the open questions at once, or one a day behind `done`."""
    questions = open_questions(session)
    if questions:
        count = pluralize(len(questions), "optional question")
        confirm("", f"{count} left. Type {NOW}, or press Enter to get one a day.")
        typed = (typed_line("> ") or "").strip()
        if typed.lower() in (NOW, *YES):
            _ask(session, questions)
        elif is_surely_a_command(typed):
            confirm("", f"{typed} was not run; type it at your shell's prompt.")


class _Storing(Listener):
    """Stores each answer in the roadmap, with what follows from it."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def keep(self, question: Question, answer: Answer) -> None:
        """Write it as soon as it is given."""
        _follow(self.session, store(self.session, question, answer))


def _ask(session: Session, questions: tuple[Question, ...]) -> None:
    if not sys.stdin.isatty():
        raise UsageError(
            "Questions are asked in a terminal.",
            hint=f"Write pmpath answer {questions[0].id} WORDS",
        )
    known = answers_of(session.roadmap)
    wizard = Wizard(questions, known, session.today, session.vocabulary(), _Storing(session))
    wizard.label = "" if len(questions) == 1 else None
    try:
        wizard.run()
    except Left:
        acknowledge("")


def _follow(session: Session, stored: StoredAnswer, *, keeps_milestones: bool = False) -> None:
    """Change of the plan what the answer changes, and say so; all of it is one act."""
    plan_change = change_plan(session, stored, keeps_milestones=keeps_milestones)
    for line in effects_of(session, stored, plan_change):
        acknowledge("\n".join(hanging("  ", line, terminal_width())))


def _listed(question: Question) -> list[str]:
    return hanging(f"{question.id:<11} ", question.text, terminal_width())
