"""Which firm an entry means that names no opening: somebody known may stand in its place."""

from __future__ import annotations

from pmpath.domain.entry import Entry
from pmpath.domain.people import function_of, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    # What one entry says of an opening.
    Said = TypeVar("Said")

CUSTOMER = "customer"
# What the key of an opening without a name begins with.
UNNAMED = "entry "
# Behind these words stands the firm itself, by the stage that they tell of.
SOURCES = {
    "applied": ("applied to", "applied at", "application to"),
    "interview": ("interview at",),
    "offer": ("offer from", "offer by", "offer at"),
    "rejected": ("no from", "rejection from", "rejected by", "turned down by"),
    "declined": ("offer from", "offer by", "offer at", "offer of"),
}


def firm_called(entry: Entry, stage: str, *, counts_unnamed: bool) -> str:
    """A customer, or the one that the words name as the source; "" where there is neither.

    Somebody whose function is known and is no other than a customer's is a person. A customer is
    taken where the stage counts without a name as well (`counts_unnamed`).
    """
    text = f" {entry.text.casefold()} "
    for one in entry.people:
        name, function = name_of(one), function_of(one)
        is_source = any(f" {words} {name.casefold()}" in text for words in SOURCES.get(stage, ()))
        is_customer = CUSTOMER in function and (counts_unnamed or is_source)
        if is_customer or (is_source and not function):
            return name
    return ""


def maybe_firms(entry: Entry) -> tuple[str, ...]:
    """The names of those in an entry who may be a firm: no function is known but a customer's."""
    return tuple(name_of(one) for one in entry.people if function_of(one) in ("", CUSTOMER))


def unnamed(entry: str) -> str:
    """The key of an opening without a name, of which one entry tells."""
    return f"{UNNAMED}{entry}"


def with_maybe_firms(
    known: dict[str, dict[str, Said]], maybe: Mapping[str, Mapping[str, Said]]
) -> dict[str, dict[str, Said]]:
    """What entries say of each opening, with what was told of its firm as if that were somebody.

    Both are by the key of the opening, then by the id of the entry.
    """
    called = sorted(maybe.keys() & known.keys())
    found = {key: dict(mentions) for key, mentions in known.items()} if called else known
    for key in called:
        for entry, mention in maybe[key].items():
            found[key].setdefault(entry, mention)
            found.pop(unnamed(entry), None)
    return found
