"""The facts of an export: what the log and the roadmap add up to, as the formats take them."""

from __future__ import annotations

from datetime import datetime

from pmpath.coach.contacts.people import commitments
from pmpath.coach.gathered.openings import openings
from pmpath.coach.gathered.people import KnownPerson, people
from pmpath.coach.gathered.results import is_result
from pmpath.coach.plan.milestones import dated
from pmpath.coach.situation import Situation
from pmpath.domain.entry import Entry
from pmpath.domain.pages.entries import EntryPages
from pmpath.domain.record import changed
from pmpath.formats.values import Commitment, Facts, Milestone, Person
from pmpath.reports.exported.shelf import Shelf
from pmpath.reports.period.hidden import names_pay


def facts_of(situation: Situation, shelf: Shelf, now: datetime) -> Facts:
    """Everything but the entries, as of the situation's day; `now` is the instant of the export."""
    journal, roadmap = situation.journal, situation.roadmap
    results = (one for one in journal.measured if is_result(journal, one))
    return Facts(
        now=now,
        roadmap=roadmap,
        people=tuple(map(_person, people(journal, roadmap, situation.today))),
        commitments=_commitments(situation),
        milestones=_milestones(situation),
        openings=openings(journal, roadmap),
        results=EntryPages(filter(None, map(_without_pay, results))),
        pieces=shelf.pieces,
        volunteering=shelf.volunteering,
        books=shelf.books,
    )


def _without_pay(entry: Entry) -> Entry | None:
    """The entry without its numbers about pay, which are nobody's result; None without others."""
    kept = tuple(one for one in entry.metrics if not names_pay(one.name))
    return changed(entry, metrics=kept) if kept else None


def _person(one: KnownPerson) -> Person:
    worries = tuple(words.text for words in one.worries)
    return Person(one.key, one.name, one.function, one.first, one.last, worries)


def _commitments(situation: Situation) -> tuple[Commitment, ...]:
    found = commitments(situation.journal, situation.today)
    sides = ((found.yours, True), (found.theirs, False))
    every = [
        Commitment(one.entry_id, one.person, one.what, one.day, one.made, is_mine)
        for side, is_mine in sides
        for one in side
    ]
    return tuple(sorted(every, key=lambda one: (one.day, one.entry_id)))


def _milestones(situation: Situation) -> tuple[Milestone, ...]:
    planned = {one.id: one for one in situation.roadmap.milestones}
    return tuple(
        Milestone(
            one.id, planned[one.id].track, one.title, planned[one.id].done_when, one.due, one.done
        )
        for one in dated(situation.roadmap, situation.journal)
    )
