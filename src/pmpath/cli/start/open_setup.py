"""A set-up that was left before its roadmap was saved: the answers so far, and where it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmpath.cli.session import Session
from pmpath.cli.start.answer_tables import answers_in, tables_of
from pmpath.domain.content.questions import Question, is_open
from pmpath.domain.errors import NotValid
from pmpath.domain.record import Frozen
from pmpath.storage.roadmap.draft import answers_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.roadmap.answers import Answer

# The key of the draft that names the question to go on with, and its value behind the last one.
NEXT, PLAN = "next", "plan"


class OpenSetup(Frozen):
    """`at` is the place of the next of `count` questions, counted from 0; `count` behind the last.

    `question` is its text.
    """

    answers: Answer
    at: int
    count: int
    question: str

    @property
    def place(self) -> str:
        """`question 4 of 7`."""
        return f"question {self.at + 1} of {self.count}"

    @property
    def told(self) -> str:
        """One sentence for whoever leaves, or comes back."""
        if self.at >= self.count:
            return "Your answers are kept; pmpath init shows the plan, and one Enter saves it."
        return f"Your answers are kept; pmpath init goes on at {self.place}: {self.question}"


def first_questions(session: Session) -> tuple[Question, ...]:
    """The seven questions that `init` begins with."""
    return tuple(one for one in session.content.questions() if one.first)


def setup_in(session: Session, asked: Sequence[Question]) -> OpenSetup | None:
    """What an `init` left that asked these questions, or others; None without one.

    Raises NotValid for a draft that somebody edited and that is not TOML any more.
    """
    from pmpath.storage.roadmap.file import parsed

    draft = answers_draft(session.folder)
    text = draft.read()
    if text is None:
        return None
    table = parsed(text, draft.path)
    answers = answers_in(table)
    at = _place(table.get(NEXT), asked, answers)
    question = asked[at].text if at < len(asked) else ""
    return OpenSetup(answers, at, len(asked), question)


def _place(named: Any, asked: Sequence[Question], answers: Answer) -> int:
    """Where the question of that id is asked; else the first that is open."""
    if named == PLAN and "target.date" in answers:
        return len(asked)
    places = [at for at, one in enumerate(asked) if one.id == named]
    places += [at for at, one in enumerate(asked) if is_open(one, answers)]
    return places[0] if places else len(asked)


def draft_text(answers: Answer, asked: Sequence[Question], at: int) -> str:
    """The draft that keeps the answers, and which question comes next."""
    import tomli_w

    following = asked[at].id if at < len(asked) else PLAN
    return tomli_w.dumps({NEXT: following, **tables_of(answers)})


def setup_told(session: Session) -> str:
    """Where the set-up goes on, for bare `pmpath`; "" when none was begun."""
    try:
        kept = setup_in(session, first_questions(session))
    except NotValid as error:
        return f"cannot read {error.place}; delete that file, and pmpath init starts again"
    if kept is None:
        return ""
    if kept.at >= kept.count:
        return "shows the plan that your answers make; one Enter saves it"
    return f"goes on at {kept.place}: {kept.question}"
