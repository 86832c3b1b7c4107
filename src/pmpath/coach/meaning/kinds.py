"""Which kind of person somebody is, by the function beside the name."""

from __future__ import annotations

from pmpath.coach.meaning.shown import CONTACT
from pmpath.domain.people import function_of, key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pmpath.domain.entry import Entry

ANYONE = "anyone"
# A log has few people, and each is asked for with every entry: what was found is kept.
_FOUND: dict[tuple[str, str], bool] = {}


def people_in(entry: Entry, labels: Mapping[str, str]) -> list[str]:
    """Everybody whom an entry tells of, the nameless last.

    What somebody does is what the entry says, or else what the label of their key says.
    """
    named = [one if function_of(one) else labels.get(key_of(one), one) for one in entry.people]
    return named + [nameless(one.value) for one in entry.evidence if one.kind == CONTACT]


def nameless(function: str) -> str:
    """The label of somebody of whom only the function is known."""
    return f"somebody ({function})"


def is_any_of(kinds: Iterable[str], people: Collection[str]) -> bool:
    """Whether anybody is of one of the kinds."""
    return any(is_of_kind(kind, person) for kind in kinds for person in people)


def is_of_kind(kind: str, person: str) -> bool:
    """Whether somebody is of a kind that content names; without a function, only `anyone`."""
    found = _FOUND.get((kind, person))
    if found is None:
        found = kind == ANYONE or (function_of(person) != "" and _has_function(kind, person))
        _FOUND[kind, person] = found
    return found


def _has_function(kind: str, person: str) -> bool:
    # Loaded where somebody has one: of many lines nobody does.
    from pmpath.coach.meaning.functions import is_by_function

    return is_by_function(kind, person)
