"""Findings about what was made: pieces for managers, numbers before and after, the resume."""

from __future__ import annotations

from datetime import date

from pmpath.coach.findings.finding import Finding, View
from pmpath.coach.gathered.results import is_result, last_resume_line
from pmpath.domain.entry import Entry
from pmpath.domain.log.gathered.texts import PIECE, TALK, SaidText
from pmpath.domain.log.landmarks import VOLUNTEER
from pmpath.domain.metric import Metric, has_changed, with_unit
from pmpath.domain.record import Frozen
from pmpath.domain.side_kinds import LEADS_WITH_TECHNOLOGY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.coach.findings.finding import Finders

MANAGER_VERSION = "writing.manager-version"
BASELINE_TAG = "baseline"
# So many texts have to be checked in so many days before most of them say anything.
LEAST_CHECKS, CHECKED_DAYS = 3, 28
WORDS_NAMED = 4
TITLES = (TALK, PIECE)


class Verdict(Frozen):
    """What a text led with that was checked, or said, on a day."""

    day: date
    verdict: str
    words: tuple[str, ...]


def no_manager_version(view: View) -> Iterator[Finding]:
    """More than so many days after a piece for engineers, and no version for managers since."""
    marks = view.observed.landmarks
    versions = [view.journal.actions_done.get(MANAGER_VERSION), marks.version]
    last = max((day for day in versions if day), default=date.min)
    pieces = [one for one in marks.pieces if one.day > last]
    if pieces:
        piece = min(pieces, key=lambda one: one.order)
        # Full days: the first one is over on the day after.
        since = view.since(piece.day, view.limit("NO_MANAGER_VERSION") + 1)
        ago = (view.today - piece.day).days
        figures = {"what": piece.text, "day": piece.day, "piece_ago": ago}
        yield Finding("NO_MANAGER_VERSION", since, figures, subject=piece.text)


def no_baseline(view: View) -> Iterator[Finding]:
    """Volunteer work for so many days, and no number from before it."""
    first = view.observed.landmarks.volunteer_since
    if first is not None and not _measured(view):
        since = view.since(first, view.limit("NO_BASELINE"))
        days = {"days": view.ages.ago(first), "gone_days": (view.today - first).days}
        yield Finding("NO_BASELINE", since, {"first": first, **days})


def no_result(view: View) -> Iterator[Finding]:
    """A number from before the volunteer work, and so many weeks later none from after it."""
    measured = _measured(view)
    if not measured or any(metric.after is not None for _, metric in measured):
        return
    entry, metric = measured[0]
    since = view.since(entry.day, view.limit("NO_RESULT") * 7)
    figures = {
        "metric": metric.name, "day": entry.day, "weeks": view.ages.ago(entry.day) // 7,
        "measured_days": (view.today - entry.day).days,
        "before": with_unit(str(metric.before), metric.unit),
    }  # fmt: skip
    yield Finding("NO_RESULT", since, figures, subject=metric.name)


def _measured(view: View) -> list[tuple[Entry, Metric]]:
    """The numbers of the volunteer work, earliest first."""
    return [
        (entry, metric)
        for entry in view.journal.measured
        if entry.track == VOLUNTEER or BASELINE_TAG in entry.tags
        for metric in entry.metrics
        if metric.before is not None
    ]


def resume_stale(view: View) -> Iterator[Finding]:
    """A number with both sides, more than so many days old, and no line on the resume since."""
    last = last_resume_line(view.journal) or date.min
    waiting = [
        (entry.day, metric.name)
        for entry in view.journal.measured
        for metric in entry.metrics
        if has_changed(metric) and entry.day > last and is_result(view.journal, entry)
    ]
    if waiting:
        day, name = min(waiting)
        # Full days, as above.
        since = view.since(day, view.limit("RESUME_STALE") + 1)
        figures = {"metric": name, "day": day, "measured_ago": (view.today - day).days}
        yield Finding("RESUME_STALE", since, figures, subject=name)


def tech_talk(view: View) -> Iterator[Finding]:
    """At least three texts checked in four weeks, most of which lead with technology."""
    texts = _Texts(view)

    def checks(end: date) -> list[Verdict]:
        first, _ = view.window(CHECKED_DAYS, end)
        return texts.between(first, end)

    def holds(end: date) -> bool:
        found = checks(end)
        return len(found) >= LEAST_CHECKS and len(_leading(found)) * 2 > len(found)

    checked = checks(view.today)
    leading = _leading(checked)
    if not leading:
        return
    words = dict.fromkeys(word for one in leading for word in one.words)
    figures = {
        "count": len(leading), "checked": len(checked),
        "words": ", ".join(list(words)[:WORDS_NAMED]),
        "span": view.window(CHECKED_DAYS, view.today)[1],
    }  # fmt: skip
    since = view.unbroken(holds)
    yield Finding("TECH_TALK", since, figures)


class _Texts:
    """Checks that were asked for, a draft once, and the titles of talks and pieces.

    Titles are checked when they are asked for, and where there are enough of them: a long log has
    many, and today has no time for them.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._asked = _asked_for(view)
        titles = (one for one in view.observed.texts if one.kind in TITLES)
        self._titles = sorted(titles, key=lambda one: one.order)
        self._seen: dict[str, Verdict] = {}

    def between(self, first: date, last: date) -> list[Verdict]:
        """Those of the days; no titles where all are too few to say anything."""
        asked = [one for one in self._asked if first <= one.day <= last]
        titles = [one for one in self._titles if first <= one.day <= last]
        if len(asked) + len(titles) < LEAST_CHECKS:
            return asked
        return asked + [self._verdict(one) for one in titles]

    def _verdict(self, text: SaidText) -> Verdict:
        if text.entry not in self._seen:
            from pmpath.coach.statement.checkers import checker_of

            found = checker_of(self._view.situation).check(text.text)
            self._seen[text.entry] = Verdict(text.day, found.verdict, found.words)
        return self._seen[text.entry]


def _asked_for(view: View) -> list[Verdict]:
    if not view.journal.checks:
        return []
    # Loaded for whoever has a text checked: patterns take long to load.
    from pmpath.coach.statement.drafts import last_drafts

    drafts = last_drafts(view.journal.checks)
    return [Verdict(one.day, one.verdict, one.words) for one in drafts]


def _leading(checked: list[Verdict]) -> list[Verdict]:
    return [one for one in checked if one.verdict == LEADS_WITH_TECHNOLOGY]


# By the ids of data/findings.toml.
FINDERS: Finders = {
    "TECH_TALK": tech_talk,
    "NO_MANAGER_VERSION": no_manager_version,
    "NO_BASELINE": no_baseline,
    "NO_RESULT": no_result,
    "RESUME_STALE": resume_stale,
}
