"""The answers that the roadmap holds: which are open, and how one that is given gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmpath.cli.session import Session
from pmpath.cli.start.answer_tables import answers_in
from pmpath.cli.start.stored_answer import StoredAnswer
from pmpath.domain.content.questions import Question
from pmpath.domain.content.understood import effect_of
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.kinds import ANSWER, RoadmapChange
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.roadmap.answers import Answer
from pmpath.domain.roadmap.open_answers import open_answers
from pmpath.domain.roadmap.roadmap import STEP_ROLE_IN_PLAN, STEP_ROLE_TRACK, WEEKDAYS
from pmpath.render.page.text import clean
from pmpath.storage.log.encode import new_fields

if TYPE_CHECKING:
    from pmpath.coach.plan.late_answer import PlanChange
    from pmpath.domain.roadmap.roadmap import Roadmap
    from pmpath.storage.roadmap.edit import Path, Value

STEP_ROLE = "springboard.state"


def open_questions(session: Session) -> tuple[Question, ...]:
    """Questions of which the roadmap holds no answer; reports count the same."""
    still_open = open_answers(session.roadmap)
    return tuple(one for one in session.content.questions() if one.id in still_open)


def known_question(questions: tuple[Question, ...], name: str) -> Question:
    """The question of this id; raises NotFound, naming the nearest."""
    by_id = {one.id: one for one in questions}
    if name not in by_id:
        hint = did_you_mean(nearest(name, by_id), f"The questions: {', '.join(by_id)}.")
        raise NotFound(f"There is no question {name}.", hint=hint)
    return by_id[name]


def answers_of(roadmap: Roadmap) -> Answer:
    """What the roadmap holds, by dotted key; an empty text or a default is not an answer."""
    target, role = roadmap.target, roadmap.springboard
    known = answers_in({"answers": dict(roadmap.answers)})
    known |= {"target.date": target.date, "target.side": target.side}
    known |= {"target.profile": target.profile}
    known |= {"target.role": target.role} if target.role else {}
    known["minutes"] = dict(zip(WEEKDAYS, roadmap.minutes, strict=True))
    known |= {"target.company": target.company} if target.company else {}
    known |= {STEP_ROLE: role.state} if role.state else {}
    known |= {"springboard.role": role.role} if role.role else {}
    known |= {"springboard.since": role.since} if role.since else {}
    return known


def store(session: Session, question: Question, given: Answer) -> StoredAnswer:
    """Write the answer under its keys in the roadmap, and record that it was given."""
    before = session.roadmap
    session.record_edits()
    session.change_roadmap(_changes(before, question, given))
    changes = session.changes_made()
    fields = {**new_fields(RoadmapChange, ANSWER, question.id), **changes}
    record = session.append("change", session.today, fields) if changes else ""
    return StoredAnswer(question, before, record, given)


def effects_of(session: Session, stored: StoredAnswer, plan_change: PlanChange) -> list[str]:
    """Record the plan as it is now; returns in words what else the answer changed."""
    session.record_plan(session.journal(), stored.reason, stored.record)
    effects = _effects(session, stored.before)
    if not effects and plan_change.is_empty:
        effects = list(filter(None, [effect_of(stored.question, stored.given)]))
    return effects


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
                "A vacation cannot be answered here.",
                hint="Add it to the file as [[vacation]]: pmpath roadmap edit",
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
        lines.append(f"Today's step is now: {clean(sentence(new))}")
    return lines
