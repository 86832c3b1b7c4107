"""People and firms that were marked private."""

from __future__ import annotations

from pmpath.domain.log.journal import Journal
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen
from pmpath.domain.side_kinds import PERSON, Private


class PrivateNames(Frozen):
    """By key, who and which firm is private; each with the name as it was marked."""

    people: dict[str, str]
    firms: dict[str, str]

    def has_person(self, name: str) -> bool:
        """Whether a person is, by the label or the name of the fold."""
        return key_of(name) in self.people

    def has_firm(self, opening: str) -> bool:
        """Whether the firm of an opening is."""
        return firm_key(opening) in self.firms


def private_names(journal: Journal) -> PrivateNames:
    """Who is private by the log; the last word on each counts, whatever the name was spelled."""
    people: dict[str, str] = {}
    firms: dict[str, str] = {}
    for one in journal.kept(Private):
        if one.what == PERSON:
            key, marked = key_of(journal.names.resolved(one.name)), people
        else:
            key, marked = firm_key(one.name), firms
        if one.ended:
            marked.pop(key, None)
        else:
            marked[key] = one.name
    return PrivateNames(people, firms)
