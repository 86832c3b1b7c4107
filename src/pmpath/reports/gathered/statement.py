"""The facts of `pmpath statement`: the fields, where it is weak, how it came to be."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.results import is_result
from pmpath.coach.situation import Situation
from pmpath.coach.statement.checkers import checker_of
from pmpath.coach.statement.sentence import filled, joined
from pmpath.coach.statement.versions import Version, versions
from pmpath.coach.statement.weak import Weak, weak_spots
from pmpath.domain.metric import Metric, has_changed
from pmpath.domain.record import Frozen, changed
from pmpath.domain.side_kinds import Statement
from pmpath.reports.period.hidden import names_pay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.period.hidden import Hidden

PROOF = "proof"
TESTED, DEFAULT_ROLE = "roadmap.statement-tested", "product manager"


class StatementReport(Frozen):
    """`text` is the whole, `words` its length; `version` counts from 1, 0 before the first.

    `proof` is the newest number of the log where the statement names none of its own. `tested` is
    the day on which two people outside engineering had read it; None before.
    """

    text: str
    words: int
    version: int
    since: date | None
    fields: tuple[tuple[str, str], ...]
    filled: int
    weak: tuple[Weak, ...]
    proof: Metric | None
    tested: date | None
    versions: tuple[Version, ...]
    is_shared: bool = False

    def for_others(self, hidden: Hidden) -> StatementReport:
        """What it says now, without names and companies; no weak spots and earlier versions."""
        proof = self.proof
        if proof is not None and (names_pay(proof.name) or hidden.hide(proof.name) != proof.name):
            proof = None
        fields = tuple(
            (name, hidden.hide(text))
            for name, text in self.fields
            if name != PROOF or not names_pay(text)
        )
        return changed(
            self, text=hidden.hide(self.text), fields=fields, weak=(), proof=proof, versions=(),
            is_shared=True,
        )  # fmt: skip


def statement_report(situation: Situation) -> StatementReport:
    """The statement as it stands; without one, every field is missing."""
    journal, roadmap = situation.journal, situation.roadmap
    every = versions(journal.kept(Statement), roadmap)
    last = every[-1] if every else None
    fields = last.fields if last is not None else {}
    measured = measured_results(situation)
    checker = checker_of(situation, fields.get("audience", ""))
    role = roadmap.target.role or DEFAULT_ROLE
    text = joined(fields)
    return StatementReport(
        text=text,
        words=len(text.split()),
        version=len(every),
        since=last.day if last is not None else None,
        fields=tuple(fields.items()),
        filled=len(filled(fields)),
        weak=weak_spots(fields, checker, role, measured),
        proof=measured[-1] if measured and not fields.get("proof") else None,
        tested=journal.milestones_done.get(TESTED),
        versions=every,
    )


def measured_results(situation: Situation) -> list[Metric]:
    """Every result of the log with both sides, in the order of its days."""
    return [
        metric
        for entry in situation.journal.measured
        for metric in entry.metrics
        if has_changed(metric) and is_result(situation.journal, entry)
    ]
