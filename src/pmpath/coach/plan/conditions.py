"""Whether an answer of the roadmap is the one that content asks for."""

from __future__ import annotations

from pmpath.domain.content.catalog import Condition
from pmpath.domain.roadmap.roadmap import Target

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

NONE, SOME = "none", "some"


def holds(condition: Condition, target: Target, answers: Mapping[str, object]) -> bool:
    """Whether the answer at a dotted key fits: a word, one of a list, at most a number, none, some.

    `none` is an empty list or text, or the word; an open answer fits nothing.
    """
    table, _, name = condition.key.partition(".")
    found = answers.get(name) if table == "answers" else getattr(target, name)
    if found is None:
        return False
    if condition.sign == "<=":
        return isinstance(found, int) and found <= int(condition.value)
    absent = found in ([], "", NONE)
    if condition.value in (NONE, SOME):
        return absent is (condition.value == NONE)
    words = found if isinstance(found, list) else str(found).casefold().split()
    return condition.value in words
