"""What `milestones ID` shows: the facts that are there, and those that are lacking."""

from __future__ import annotations

from datetime import date

from pmpath.coach.plan.milestones import milestone_of
from pmpath.domain.entry import Entry
from pmpath.domain.record import Frozen
from pmpath.reports.reported_entry import words_for_report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.meaning.facts import Count, Fact
    from pmpath.coach.meaning.fold import Meaning
    from pmpath.coach.situation import Situation


class FactLine(Frozen):
    """One fact: its day, who or what it is, and the words of its entry ("" for an answer)."""

    day: date
    name: str
    told: str
    entry: str


class FactCount(Frozen):
    """So many of `wanted` facts are there; `tells` names them in the plural."""

    tells: str
    wanted: int
    there: int
    facts: tuple[FactLine, ...]


class MilestoneReport(Frozen):
    """One milestone with its facts. `marked`: a record marks it as done.

    `judged`: content names no fact, so only the person can tell. `outcome`: another decides.
    """

    id: str
    title: str
    due: date
    done_when: str
    done: date | None
    marked: bool
    outcome: bool
    judged: bool
    counts: tuple[FactCount, ...]


def milestone_report(situation: Situation, meaning: Meaning, key: str) -> MilestoneReport:
    """The report of a milestone that the roadmap has."""
    roadmap, journal = situation.roadmap, situation.journal
    one = milestone_of(roadmap, key)
    assert one is not None, key
    template = situation.catalog.milestones.get(key)
    there = meaning.counts(key)
    entries = meaning.seen.with_ids({fact.entry for one in there for fact in one.there})
    counts = tuple(_count(found, entries, situation) for found in there)
    return MilestoneReport(
        key, one.title, roadmap.due_day(one), one.done_when, journal.milestones_done.get(key),
        key in journal.milestones.by_hand, template is not None and template.outcome,
        not counts, counts,
    )  # fmt: skip


def _count(found: Count, entries: dict[str, Entry], situation: Situation) -> FactCount:
    lines = tuple(_line(fact, entries, situation) for fact in found.there)
    return FactCount(found.wanted.tells, found.wanted.at_least, len(lines), lines)


def _line(fact: Fact, entries: dict[str, Entry], situation: Situation) -> FactLine:
    entry = entries.get(fact.entry)
    words = words_for_report(entry, situation.vocabulary) if entry is not None else ""
    return FactLine(fact.day, fact.name, words, fact.entry)
