"""Late answers to the reality check: `pmpath answer`, and one question a day behind `done`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.options.parameters import Words, session_of
from pmpath.cli.session import Session
from pmpath.cli.start.answer_tables import answers_in
from pmpath.cli.start.stored_answer import StoredAnswer
from pmpath.cli.start.typed_command import is_surely_a_command
from pmpath.cli.start.wizard import Left, Listener, Wizard
from pmpath.cli.terminal.asking import YES
from pmpath.cli.terminal.output import acknowledge, confirm, show, terminal_width
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.domain.content.questions import Question, answer_text
from pmpath.domain.content.understood import effect_of, has_no_answer, understand
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.kinds import ANSWER, RoadmapChange
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.roadmap.answers import Answer
from pmpath.domain.roadmap.open_answers import open_answers
from pmpath.domain.roadmap.roadmap import STEP_ROLE_IN_PLAN, STEP_ROLE_TRACK
from pmpath.render.page.text import clean, hanging, pluralize
from pmpath.storage.log.encode import new_fields

if TYPE_CHECKING:
    from pmpath.domain.roadmap.roadmap import Roadmap
    from pmpath.storage.roadmap.edit import Path, Value

STEP_ROLE = "springboard.state"
NOW = "now"


def answer(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="[QUESTION]", show_default=False)] = "",
    words: Words = None,
    keep_milestones: Annotated[
        bool, typer.Option("--keep-milestones", help="Keep the answer, and the plan as it is.")
    ] = False,
) -> None:
    """Answer an open question of the reality check: pmpath answer junior yes."""
    said = " ".join(words or ())
    _answer(session_of(context), question, said, keeps_milestones=keep_milestones)


def _answer(session: Session, name: str, words: str, *, keeps_milestones: bool) -> None:
    """Answer one question, those that are open, or list these where no terminal can ask.

    `keeps_milestones`: whatever the answer would change of them is left as it is.
    """
    questions = session.content.questions()
    if name:
        question = _known(questions, name)
        if words and has_no_answer(question, words):
            confirm("", f"Left open: {question.id}. Nothing was changed.")
        elif words:
            given = understand(question, words, session.today, session.vocabulary()).answer
            stored = store(session, question, given)
            confirm("Kept: ", clean(answer_text(question, answers_of(session.roadmap))))
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


def open_questions(session: Session) -> tuple[Question, ...]:
    """Questions of which the roadmap holds no answer; reports count the same."""
    still_open = open_answers(session.roadmap)
    return tuple(one for one in session.content.questions() if one.id in still_open)


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
            confirm("", f"{typed} was not run; type it where your shell asks for a command.")


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
            "A question needs a terminal.", hint=f"Write pmpath answer {questions[0].id} WORDS"
        )
    known = answers_of(session.roadmap)
    wizard = Wizard(questions, known, session.today, session.vocabulary(), _Storing(session))
    wizard.label = "" if len(questions) == 1 else None
    try:
        wizard.run()
    except Left:
        acknowledge("")


def store(session: Session, question: Question, given: Answer) -> StoredAnswer:
    """Write the answer under its keys in the roadmap, and record that it was given."""
    before = session.roadmap
    session.record_edits()
    session.change_roadmap(_changes(before, question, given))
    changes = session.changes_made()
    fields = {**new_fields(RoadmapChange, ANSWER, question.id), **changes}
    record = session.append("change", session.today, fields) if changes else ""
    return StoredAnswer(question, before, record, given)


def _follow(session: Session, stored: StoredAnswer, *, keeps_milestones: bool = False) -> None:
    """Change of the plan what the answer changes, and say so; all of it is one act."""
    from pmpath.cli.start.late_answer import change_plan

    plan_change = change_plan(session, stored, keeps_milestones=keeps_milestones)
    session.record_plan(session.journal(), stored.reason, stored.record)
    effects = _effects(session, stored.before)
    if not effects and plan_change.is_empty:
        effects = list(filter(None, [effect_of(stored.question, stored.given)]))
    for line in effects:
        acknowledge("\n".join(hanging("  ", line, terminal_width())))


def _changes(before: Roadmap, question: Question, given: Answer) -> dict[Path, Value | None]:
    """The values to set; keys of the question that the new answer leaves out go."""
    known = answers_of(before)
    changes: dict[Path, Value | None] = {}
    for key in question.keys:
        if key in known and key not in given and key.startswith("answers."):
            changes[tuple(key.split("."))] = None
    for key, value in given.items():
        if isinstance(value, dict):
            changes |= {(key, day): minutes for day, minutes in value.items()}
        elif key == "vacation":
            raise UsageError(
                "A vacation is a table of its own.", hint="pmpath roadmap edit adds [[vacation]]."
            )
        else:
            changes[tuple(key.split("."))] = value  # type: ignore[assignment]
    if STEP_ROLE in given:
        wanted = given[STEP_ROLE] in STEP_ROLE_IN_PLAN
        tracks = [one.id for one in before.tracks]
        if STEP_ROLE_TRACK in tracks:
            changes["track", tracks.index(STEP_ROLE_TRACK), "active"] = wanted
    return changes


def _effects(session: Session, before: Roadmap) -> list[str]:
    """What the answer changes beside the milestones: tracks, and the step of today."""
    from pmpath.coach.today.step import todays_step
    from pmpath.render.phrases.steps import sentence

    lines, after = [], session.roadmap
    active = {one.id for one in before.tracks if one.active}
    names = session.content.catalog().tracks
    for track in after.tracks:
        if track.active != (track.id in active):
            where = "joins the plan" if track.active else "is not in the plan"
            lines.append(f"{names[track.id].name} {where}.")
    journal = session.journal()
    old = todays_step(session.situation_of(before, journal))
    new = todays_step(session.situation_of(after, journal))
    if new is not None and (old is None or sentence(old) != sentence(new)):
        lines.append(f"The step of today becomes: {clean(sentence(new))}")
    return lines


def answers_of(roadmap: Roadmap) -> Answer:
    """What the roadmap holds, by dotted key; an empty text or a default is no answer."""
    target, role = roadmap.target, roadmap.springboard
    known = answers_in({"answers": dict(roadmap.answers)})
    known |= {"target.date": target.date, "target.side": target.side}
    known |= {"target.profile": target.profile}
    known |= {"target.role": target.role} if target.role else {}
    known["minutes"] = dict(zip(_weekdays(), roadmap.minutes, strict=True))
    known |= {"target.company": target.company} if target.company else {}
    known |= {STEP_ROLE: role.state} if role.state else {}
    known |= {"springboard.role": role.role} if role.role else {}
    known |= {"springboard.since": role.since} if role.since else {}
    return known


def _weekdays() -> tuple[str, ...]:
    from pmpath.domain.roadmap.roadmap import WEEKDAYS

    return WEEKDAYS


def _known(questions: tuple[Question, ...], name: str) -> Question:
    by_id = {one.id: one for one in questions}
    if name not in by_id:
        hint = did_you_mean(nearest(name, by_id), f"There are: {', '.join(by_id)}.")
        raise NotFound(f"There is no question {name}.", hint=hint)
    return by_id[name]


def _listed(question: Question) -> list[str]:
    return hanging(f"{question.id:<11} ", question.text, terminal_width())
