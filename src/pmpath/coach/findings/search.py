"""Findings about the search: none begun, aims above the level, a no, one side alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pmpath.coach.findings.finding import WEEK, Finding, View
from pmpath.coach.gathered.openings import applications_by_side, first_application, openings
from pmpath.domain.entry import ME, STAGES
from pmpath.domain.log.landmarks import SEARCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.findings.finding import Finders

# An aim is spoken of for four weeks.
AIMED_FOR = timedelta(28)
# A title with none of the words stands on the second rung: that of a product manager.
PLAIN_RUNG = 1
SIDE_BOTH = "both"


def no_search(view: View) -> Iterator[Finding]:
    """Half of the plan gone, or fewer than so many weeks left, and no application."""
    if not view.is_planned(SEARCH) or _applied(view):
        return
    target = view.roadmap.target
    half = target.start + (target.date - target.start + timedelta(1)) // 2
    late = target.date - view.limit("NO_SEARCH") * WEEK + timedelta(1)
    first = max(min(half, late), target.start)
    figures = {
        "weeks": max((target.date - view.today).days // 7, 0),
        "openings": len(openings(view.journal, view.roadmap)),
    }
    yield Finding("NO_SEARCH", first if view.today >= first else None, figures)


def _applied(view: View) -> bool:
    """Whether any opening has reached an application; a tag may say so where no firm is named."""
    stages = [STAGES[one] for one in ("applied", "interview", "rejected", "offer")]
    by_tag = any(one in view.journal.last_tagged for one in stages)
    return by_tag or first_application(view.journal.openings.all()) is not None


def level_mismatch(view: View) -> Iterator[Finding]:
    """An application or interview for a title above the start level of the plan."""
    level = view.roadmap.target.level or "product manager"
    rung = _rung(view, level)
    since = view.today - AIMED_FOR
    aims = [one for one in view.observed.landmarks.aims if one.day > since]
    for aim in sorted(aims, key=lambda one: one.order, reverse=True):
        if _rung(view, aim.text) > rung:
            figures = {"title": aim.text, "day": aim.day, "level": level}
            yield Finding("LEVEL_MISMATCH", aim.day, figures, subject=aim.text)
            return


def _rung(view: View, title: str) -> int:
    """How high on the ladder of titles, 0 the lowest: its highest word counts."""
    words = f" {' '.join(title.casefold().replace(',', ' ').replace(':', ' ').split())} "
    ladder = view.situation.catalog.concerns["LEVEL_MISMATCH"].ladder
    found = [n for n, names in enumerate(ladder) if any(f" {one} " in words for one in names)]
    return max(found, default=PLAIN_RUNG)


def after_no(view: View) -> Iterator[Finding]:
    """A no in the last days, and no step taken or promised after it."""
    no, marks = view.observed.landmarks.rejection, view.observed.landmarks
    if no is None or view.ages.since(no.day) > view.limit("AFTER_NO"):
        return
    taken = marks.searched is not None and marks.searched > no.order
    booked = any(one.move.who == ME and one.order >= no.order and one.track == SEARCH
                 for one in view.journal.open_commitments)  # fmt: skip
    figures = {"what": no.text, "day": no.day}
    yield Finding("AFTER_NO", None if taken or booked else no.day, figures, subject=no.text)


def one_sided_search(view: View) -> Iterator[Finding]:
    """So many weeks from the first step on a side: all applications on one, the plan says both."""
    marks = view.observed.landmarks
    if view.roadmap.target.side != SIDE_BOTH or marks.side_since is None:
        return
    figures = applications_by_side(openings(view.journal, view.roadmap))
    since = view.since(marks.side_since, view.limit("ONE_SIDED_SEARCH") * 7)
    is_one_sided = len(marks.sides) == 1 and any(figures.values())
    yield Finding("ONE_SIDED_SEARCH", since if is_one_sided else None, {**figures})


# By the ids of data/findings.toml.
FINDERS: Finders = {
    "NO_SEARCH": no_search,
    "LEVEL_MISMATCH": level_mismatch,
    "AFTER_NO": after_no,
    "ONE_SIDED_SEARCH": one_sided_search,
}
