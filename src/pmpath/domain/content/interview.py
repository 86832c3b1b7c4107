"""The questions of an interview, and what in a log can be a part of an answer, as light values."""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

# What the parts of one story share.
PERSON, WORDS, OPENING, TRACK, ORDER = "person", "words", "opening", "track", ""
# What an entry may be to serve as a part, by itself or behind a colon with its name.
PLAIN = ("number", "part", "before", "worry", "customer", "reason", "reaction")
NAMED = ("action", "event", "tag", "stage")


class InterviewQuestion(Frozen):
    """One question. `situation`, `action` and `result` list what may be that part of a story.

    `link` is what the parts share; `hint` a line to log where one is missing.
    """

    id: str
    asks: str
    link: str
    situation: tuple[str, ...]
    action: tuple[str, ...]
    result: tuple[str, ...]
    hint: str


def interview_from(table: Mapping[str, Any]) -> tuple[InterviewQuestion, ...]:
    """The questions of a parsed `interview.toml`, in its order."""
    return tuple(
        InterviewQuestion(
            one["id"], one["asks"], one["link"], tuple(one["situation"]), tuple(one["action"]),
            tuple(one["result"]), one["hint"],
        )
        for one in table["question"]
    )  # fmt: skip
