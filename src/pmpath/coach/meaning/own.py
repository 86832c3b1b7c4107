"""What one entry fulfils by its own facts: said at once by `log`, which knows no other entry."""

from __future__ import annotations

from pmpath.coach.meaning.kinds import is_any_of, people_in
from pmpath.coach.meaning.sentences.several import beside
from pmpath.coach.meaning.sight import Eye
from pmpath.domain.entry import ASK, Entry
from pmpath.domain.people import function_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.coach.meaning.clues import Clues
    from pmpath.coach.meaning.sentences.several import Candidate


def own_actions(entry: Entry, clues: Clues, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the actions that the entry fulfils whatever else the log holds; often none.

    `labels` has the labels of known people by key. Where several actions fit a deed alike, or the
    missing function of a person would decide, only the whole log can tell. A line with several
    deeds may fulfil several actions.
    """
    if entry.action or entry.did or entry.step:
        return ()
    sight = Eye(clues).see(entry)
    whole = _best(entry, sight.candidates, labels)
    named = whole.action if whole else ""
    deeds = [
        _best(changed(entry, people=one.people), one.candidates, labels) for one in sight.parts
    ]
    found = [(part, one) for part, one in zip(sight.parts, deeds, strict=True) if one is not None]
    several = beside(named, [(part, one.action) for part, one in found])
    best = [whole] if several is None else [found[at][1] for at in several]
    return tuple(
        one.action
        for one in best
        if one is not None and (one.way.half != ASK or one.action in clues.sent)
    )


def _best(
    entry: Entry, candidates: Iterable[Candidate], labels: Mapping[str, str]
) -> Candidate | None:
    people = people_in(entry, labels)
    is_open = not all(map(function_of, people))
    fitting = [
        one
        for one in candidates
        if one.action not in entry.not_did and (is_open or _is_there(one, people))
    ]
    top = max((one.rank for one in fitting), default=None)
    best = [one for one in fitting if one.rank == top]
    if len({(one.action, one.way.half) for one in best}) != 1 or not _is_there(best[0], people):
        return None
    return best[0]


def _is_there(one: Candidate, people: list[str]) -> bool:
    """Whether somebody is there of the kinds that the way asks for, if it asks for any."""
    return not one.way.who or is_any_of(one.way.who, people)
