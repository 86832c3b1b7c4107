"""What an export leaves out: for oneself who is private, for others every name and note.

Both are done to the values before a format sees them, so that no format can show more than another.
"""

from __future__ import annotations

from typing import Any

from pmpath.domain.entry import Entry, Evidence, Next
from pmpath.domain.metric import Metric
from pmpath.domain.pages.entries import EntryPages
from pmpath.domain.people import label, name_of
from pmpath.domain.record import changed
from pmpath.formats.values import Commitment, Facts, Milestone, OtherRecord, Person
from pmpath.reports.never_said import COMPANY
from pmpath.reports.period.hidden import SOME_WORK, Hidden, names_pay
from pmpath.reports.period.share import AN_ANSWER, MY_WORD, OWN_MILESTONE
from pmpath.reports.replacing import Replacing

# The record that somebody is private.
PRIVATE = "private"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Unsaid:
    """For oneself: who is private or never to be said is left out, and is hidden within a text."""

    def __init__(self, never: Replacing | None) -> None:
        """`never` hides them; None for an export that has everything."""
        self._has_marks = never is None
        self._words = never or Replacing({})
        self._hides = self._words.is_in

    def entry(self, entry: Entry) -> Entry:
        """The entry; one of which nothing is to be hidden is returned as it is."""
        if not self._hides(_all_texts(entry)):
            return entry
        hide, hides = self._words.hide, self._hides
        return changed(
            entry,
            text=hide(entry.text),
            people=_without(entry.people, self._words),
            tags=_without(entry.tags, self._words),
            notes={key: hide(text) for key, text in entry.notes.items()},
            metrics=tuple(_hidden_number(one, self._words) for one in entry.metrics),
            evidence=tuple(one for one in entry.evidence if not hides(one.value)),
            milestone="" if hides(entry.milestone) else entry.milestone,
            opening="" if hides(entry.opening) else entry.opening,
            book="" if hides(entry.book) else entry.book,
            next=self._next(entry.next),
            step=entry.step_parts[0] if hides(entry.step) else entry.step,
            origin="" if hides(entry.origin) else entry.origin,
        )

    def other(self, found: OtherRecord) -> OtherRecord | None:
        """A record that is not an entry, with texts hidden; never that somebody is private."""
        if found.kind == PRIVATE and not self._has_marks:
            return None
        return changed(found, fields=_searched(dict(found.fields), self._words))

    def facts(self, facts: Facts) -> Facts:
        """The facts without people and openings that are never to be said."""
        hide, hides = self._words.hide, self._hides
        return changed(
            facts,
            roadmap=_searched_roadmap(facts, self._words),
            people=tuple(
                changed(one, worries=tuple(map(hide, one.worries)))
                for one in facts.people
                if not hides(one.name)
            ),
            commitments=tuple(
                changed(one, what=hide(one.what))
                for one in facts.commitments
                if not hides(one.person)
            ),
            milestones=tuple(
                changed(
                    _hidden_title(one, self._words),
                    id=f"{OWN_MILESTONE}.{number}" if hides(one.id) else one.id,
                )
                for number, one in enumerate(facts.milestones)
            ),
            openings=tuple(
                changed(one, reason=hide(one.reason))
                for one in facts.openings
                if not hides(one.label)
            ),
            results=EntryPages(map(self.entry, facts.results)),
            pieces=EntryPages(map(self.entry, facts.pieces)),
            volunteering=EntryPages(map(self.entry, facts.volunteering)),
            books=_without(facts.books, self._words),
        )

    def _next(self, move: Next | None) -> Next | None:
        if move is None or self._hides(move.person):
            return None
        return changed(move, what=self._words.hide(move.what))


class ForOthers:
    """For somebody else, as `report --share`: initials, no companies, notes, typed words, pay."""

    def __init__(self, hidden: Hidden) -> None:
        self._hidden = hidden

    def entry(self, entry: Entry) -> Entry:
        """Its day, minutes, track, kind and numbers; who was there by initials."""
        hidden = self._hidden
        words = hidden.told_of(entry) or SOME_WORK
        return Entry(
            entry.id, entry.at, entry.day, words, entry.minutes, entry.track, entry.assumed,
            people=tuple(
                hidden.label(one) for one in entry.people if not hidden.is_private(one)
            ),
            metrics=tuple(
                _hidden_number(one, hidden)
                for one in entry.metrics
                if not names_pay(one.name)
            ),
            evidence=tuple(_count_alone(one) for one in entry.evidence if one.count is not None),
            action="" if entry.action in hidden.private else entry.action,
            half=entry.half,
            milestone=entry.milestone if entry.milestone in hidden.ids else "",
            event=entry.event,
            stage=entry.stage,
            book=hidden.hide(entry.book),
            minutes_from=entry.minutes_from,
        )  # fmt: skip

    def other(self, found: OtherRecord) -> OtherRecord | None:
        """Nothing: plans, reasons, answers and names are its owner's."""
        return None

    def facts(self, facts: Facts) -> Facts:
        """The facts by initials, without companies, reasons and worries."""
        hidden = self._hidden
        own = ForOthers.entry
        return changed(
            facts,
            roadmap=_searched_roadmap(facts, hidden, company=""),
            people=tuple(
                _initials(one, hidden) for one in facts.people if not hidden.is_private(one.name)
            ),
            commitments=tuple(
                self._commitment(one)
                for one in facts.commitments
                if not hidden.is_private(one.person)
            ),
            milestones=tuple(
                changed(
                    _hidden_title(one, hidden),
                    id=one.id if one.id in hidden.ids else f"{OWN_MILESTONE}.{number}",
                )
                for number, one in enumerate(facts.milestones)
            ),
            openings=tuple(
                changed(one, label=f"{COMPANY}: {hidden.hide(one.role)}".rstrip(": "), reason="")
                for one in facts.openings
                if not hidden.is_private(one.label)
            ),
            results=EntryPages(own(self, one) for one in facts.results),
            pieces=EntryPages(own(self, one) for one in facts.pieces),
            volunteering=EntryPages(own(self, one) for one in facts.volunteering),
            books=tuple(map(hidden.hide, facts.books)),
        )

    def _commitment(self, one: Commitment) -> Commitment:
        person = self._hidden.label(one.person) if one.person else ""
        return changed(one, person=person, what=MY_WORD if one.is_mine else AN_ANSWER)


def _all_texts(entry: Entry) -> str:
    parts = [entry.text, *entry.people, *entry.tags, *entry.notes.values(), entry.opening,
             entry.book, entry.step, entry.milestone, entry.origin,
             *(text for one in entry.metrics for text in (one.name, one.unit, one.period)),
             *(one.value for one in entry.evidence)]  # fmt: skip
    if entry.next is not None:
        parts += [entry.next.person, entry.next.what]
    return "\n".join(parts)


def _without(texts: Iterable[str], words: Replacing) -> tuple[str, ...]:
    return tuple(one for one in texts if not words.is_in(one))


def _count_alone(one: Evidence) -> Evidence:
    return changed(one, value="")


def _hidden_number(one: Metric, words: Replacing | Hidden) -> Metric:
    hide = words.hide
    return changed(one, name=hide(one.name), unit=hide(one.unit), period=hide(one.period))


def _hidden_title(one: Milestone, words: Replacing | Hidden) -> Milestone:
    return changed(one, title=words.hide(one.title), done_when=words.hide(one.done_when))


def _initials(one: Person, hidden: Hidden) -> Person:
    shown = hidden.label(label(one.name, one.function))
    function = shown.partition(" (")[2].rstrip(")")
    name = name_of(shown)
    # An id that is made of the key would tell the name to whoever guesses it.
    return changed(one, key=name.casefold(), name=name, function=function, worries=())


def _searched_roadmap(facts: Facts, words: Replacing | Hidden, company: str | None = None) -> Any:
    """The roadmap with names hidden in the few texts of it that a format shows."""
    roadmap = facts.roadmap
    target, job = roadmap.target, roadmap.springboard
    cause = str(roadmap.answers.get("cause") or "")
    hides = words.hide(target.company) != target.company
    shown = ("" if hides else target.company) if company is None else company
    return changed(
        roadmap,
        target=changed(target, company=shown, role=words.hide(target.role)),
        springboard=changed(job, role=words.hide(job.role)),
        answers={**roadmap.answers, "cause": "" if words.hide(cause) != cause else cause},
    )


def _searched(value: Any, words: Replacing) -> Any:
    """The same JSON value with the words hidden in every text, however deep."""
    if isinstance(value, str):
        return words.hide(value)
    if isinstance(value, list | tuple):
        return [_searched(one, words) for one in value]
    if isinstance(value, dict):
        return {key: _searched(one, words) for key, one in value.items()}
    return value
