"""Findings about the search: none begun, aims above the level, a no, one side alone."""

from __future__ import annotations

from datetime import timedelta

from pmpath.coach.findings.finding import WEEK, Finding, View
from pmpath.coach.gathered.openings import (
    INSIDE,
    OUTSIDE,
    applications_by_side,
    first_application,
    openings,
)
from pmpath.coach.plan.arrival import accepted_on
from pmpath.domain.entry import ME, STAGES
from pmpath.domain.log.gathered.openings import opening_told
from pmpath.domain.log.landmarks import SEARCH
from pmpath.domain.log.names.spelling import firm_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.coach.findings.finding import Finders

# An aim is spoken of for four weeks.
AIMED_FOR = timedelta(28)
# A title with none of the words stands on the second rung: that of a product manager.
PLAIN_RUNG = 1
SIDE_BOTH = "both"
# The case of an offer that was accepted while the plan is still open.
ACCEPTED = "accepted"


def offer_open(view: View) -> Iterator[Finding]:
    """An offer that was neither answered nor taken back, the latest first; one that was accepted.

    Once one is accepted, what is left is to close the plan, and to answer the others.
    """
    known = openings(view.journal, view.roadmap)
    found = [(one.open_offer, one) for one in known]
    offers = [(day, one) for day, one in found if day is not None]
    offers.sort(key=lambda one: one[0], reverse=True)
    accepted = accepted_on(view.journal, view.today)
    if accepted is not None:
        name = next((one.name for one in known if one.accepted is not None), "")
        said = {"what": _company(name), "day": accepted,
                "accepted_ago": (view.today - accepted).days}  # fmt: skip
        yield Finding("OFFER_OPEN", accepted, said, subject=name, case=ACCEPTED)
    for day, one in offers:
        figures = {"what": _company(one.name), "day": day,
                   "offered_ago": (view.today - day).days}  # fmt: skip
        yield Finding("OFFER_OPEN", day, figures, subject=one.name)


def _company(name: str) -> str:
    return opening_told(name) or "a company"


def no_search(view: View) -> Iterator[Finding]:
    """Half of the plan gone, or fewer than so many weeks left, and no application."""
    if not view.is_planned(SEARCH) or _applied(view):
        return
    target = view.roadmap.target
    half = target.start + (target.date - target.start + timedelta(1)) // 2
    late = target.date - view.limit("NO_SEARCH") * WEEK + timedelta(1)
    first = max(min(half, late), target.start)
    left = (target.date - view.today).days
    known = openings(view.journal, view.roadmap)
    figures = {
        "weeks": max(left // 7, 0), "days_left": max(left, 0), "past_ago": max(-left, 0),
        "openings": sum(one.is_named or one.applied is not None for one in known),
    }  # fmt: skip
    case = "past" if left < 0 else "" if left else "today"
    yield Finding("NO_SEARCH", first if view.today >= first else None, figures, case=case)


def _applied(view: View) -> bool:
    """Whether any opening has reached an application; a tag may say so where no firm is named."""
    stages = [STAGES[one] for one in ("applied", "interview", "rejected", "offer")]
    by_tag = any(one in view.journal.last_tagged for one in stages)
    return by_tag or first_application(openings(view.journal, view.roadmap)) is not None


def level_mismatch(view: View) -> Iterator[Finding]:
    """An application or interview for a title above the start level of the plan."""
    level = view.roadmap.target.level or "product manager"
    rung = _rung(view, level)
    since = view.today - AIMED_FOR
    aims = [one for one in view.observed.landmarks.aims if one.day > since]
    for aim in sorted(aims, key=lambda one: one.order, reverse=True):
        if _rung(view, aim.text) > rung:
            ago = (view.today - aim.day).days
            figures = {"title": aim.text, "day": aim.day, "aimed_ago": ago, "level": level}
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
    marks = view.observed.landmarks
    no = marks.rejection
    if no is None or view.ages.since(no.day) > view.limit("AFTER_NO"):
        return
    taken = marks.searched is not None and marks.searched > no.order
    booked = any(one.move.who == ME and one.order >= no.order and one.track == SEARCH
                 for one in view.journal.open_commitments)  # fmt: skip
    figures: dict[str, object] = {
        "what": _as_opening(view, no.text),
        "day": no.day, "no_ago": (view.today - no.day).days,
    }  # fmt: skip
    if marks.rejection_reason:
        figures["reason"] = marks.rejection_reason
    case = "reason" if marks.rejection_reason else ""
    since = None if taken or booked else no.day
    yield Finding("AFTER_NO", since, figures, subject=no.text, case=case)


def _as_opening(view: View, text: str) -> str:
    """The opening of that firm with its role, or the words of an entry as they are."""
    key = firm_key(text)
    found = (one for one in view.journal.openings.all() if one.is_named and one.key == key)
    return next((opening_told(one.name) for one in found), text)


def one_sided_search(view: View) -> Iterator[Finding]:
    """So many weeks from the first step on a side: all applications on one, the plan says both."""
    marks = view.observed.landmarks
    if view.roadmap.target.side != SIDE_BOTH or marks.side_since is None:
        return
    figures = applications_by_side(openings(view.journal, view.roadmap))
    since = view.since(marks.side_since, view.limit("ONE_SIDED_SEARCH") * 7)
    inside, outside = figures[INSIDE], figures[OUTSIDE]
    weeks = view.ages.ago(marks.side_since) // 7
    # An opening may come to its side by the firm alone, which no single step says.
    is_one_sided = bool(inside) != bool(outside)
    # The case is the side that is missing.
    case = "" if not is_one_sided else OUTSIDE if inside else INSIDE
    yield Finding(
        "ONE_SIDED_SEARCH", since if is_one_sided else None, {**figures, "search_weeks": weeks},
        case=case,
    )  # fmt: skip


# By the ids of data/findings.toml.
FINDERS: Finders = {
    "OFFER_OPEN": offer_open,
    "NO_SEARCH": no_search,
    "LEVEL_MISMATCH": level_mismatch,
    "AFTER_NO": after_no,
    "ONE_SIDED_SEARCH": one_sided_search,
}
