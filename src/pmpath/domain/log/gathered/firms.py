"""Which firm an entry means that names no opening: somebody known may stand in its place."""

from __future__ import annotations

from pmpath.domain.entry import Entry
from pmpath.domain.people import function_of, name_of

CUSTOMER = "customer"
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
