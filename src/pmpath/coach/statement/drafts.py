"""Checks that were made of one text while it was improved: only the last of them counts."""

from __future__ import annotations

from pmpath.coach.statement.words import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.side_kinds import Check

# Of the words of both texts so many are in common where one is a draft of the other.
COMMON_PERCENT = 40


def last_drafts(checks: Sequence[Check]) -> list[Check]:
    """The checks without those whose text was checked again, changed a little, on the same day.

    They come in the order of writing and stay in it.
    """
    found: list[Check] = []
    for one in checks:
        found = [old for old in found if not _is_draft(old, one)]
        found.append(one)
    return found


def _is_draft(old: Check, new: Check) -> bool:
    """Whether much of it was checked again on the same day."""
    if old.day != new.day:
        return False
    before = {one.low for one in words_of(old.text)}
    after = {one.low for one in words_of(new.text)}
    return len(before & after) * 100 >= COMMON_PERCENT * len(before | after) > 0
