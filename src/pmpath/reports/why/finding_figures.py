"""The person's own figures behind a finding, for `why`: as it stands, raised or not."""

from __future__ import annotations

from datetime import date

from pmpath.coach.findings import findings_of, is_accepted
from pmpath.coach.findings.finding import Finding, View, own_figures
from pmpath.coach.situation import Situation
from pmpath.domain.content.concerns import Concern
from pmpath.reports.why.figure import Figure

SHOWN = 3


def of_concern(concern: Concern, situation: Situation) -> tuple[Figure, ...]:
    """What the roadmap says about it, whether it is raised and since when, and its figures."""
    settings = situation.roadmap.findings.get(concern.id, {})
    own = [
        Figure(f"set_{key}", value)
        for key, value in settings.items()
        if isinstance(value, date | int | str)
    ]
    view = View(situation)
    raised = findings_of(view, concern.id)
    unit = concern.threshold.rpartition(".")[2]
    limit = [Figure(f"limit_{unit}", view.limit(concern.id))] if concern.limit else []
    rows = [row for one in raised[:SHOWN] for row in _rows(situation, one)]
    return (*own, *limit, *(rows or [Figure("not_raised", True)]))


def _rows(situation: Situation, finding: Finding) -> list[Figure]:
    figures = Figure("finding_figures", own_figures(finding))
    if finding.since is None:
        return [Figure("not_raised", True), figures]
    key = "accepted_since" if is_accepted(situation, finding) else "raised_since"
    return [Figure(key, finding.since), figures]
