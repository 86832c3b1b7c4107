"""An answer that the roadmap holds, and what it was before: what the plan is changed by."""

from __future__ import annotations

from pmpath.domain.content.questions import Question
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.answers import Answer
from pmpath.domain.roadmap.roadmap import Roadmap


class StoredAnswer(Frozen):
    """The question, the roadmap before its answer, and the id of the record that it was given.

    The id is "" where the answer stood there already.
    """

    question: Question
    before: Roadmap
    record: str
    given: Answer

    @property
    def reason(self) -> str:
        """What records of the plan give as the reason of what follows from it."""
        return f"the answer to {self.question.id}"
