"""What one entry fulfils by its own facts: said at once by `log`, which knows no other entry."""

from __future__ import annotations

from pmpath.coach.meaning.kinds import is_any_of, people_in
from pmpath.coach.meaning.sight import Eye
from pmpath.domain.entry import ASK, Entry
from pmpath.domain.people import function_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.coach.meaning.clues import Clues
    from pmpath.coach.meaning.sight import Candidate


def own_action(entry: Entry, clues: Clues, labels: Mapping[str, str]) -> str:
    """The id of the action that the entry fulfils whatever else the log holds; "" for none.

    `labels` has the labels of known people by key. Where several actions fit alike, or the missing
    function of a person would decide, only the whole log can tell.
    """
    if entry.action or entry.did or entry.step:
        return ""
    people = people_in(entry, labels)
    is_open = not all(map(function_of, people))
    candidates = [
        one
        for one in Eye(clues).see(entry).candidates
        if one.action not in entry.not_did and (is_open or _is_there(one, people))
    ]
    top = max((one.rank for one in candidates), default=None)
    best = [one for one in candidates if one.rank == top]
    if len({(one.action, one.way.half) for one in best}) != 1 or not _is_there(best[0], people):
        return ""
    found = best[0].action
    return "" if best[0].way.half == ASK and found not in clues.sent else found


def _is_there(one: Candidate, people: list[str]) -> bool:
    """Whether somebody is there of the kinds that the way asks for, if it asks for any."""
    return not one.way.who or is_any_of(one.way.who, people)
