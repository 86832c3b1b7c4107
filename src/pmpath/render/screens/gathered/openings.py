"""The screens of `pmpath openings`: all of them, and one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pmpath.coach.gathered.follow_up import (
    AGREED,
    APPLY,
    ASKED_FOR,
    COLD,
    DECIDE,
    FOLLOW_UP,
    REPLY,
    THANK,
    WAIT,
    FollowUp,
)
from pmpath.domain.log.gathered.openings import (
    ANSWERED,
    APPLIED,
    CLOSED,
    DECLINED,
    INTERVIEW,
    OFFER,
    REJECTED,
    SEEN,
    opening_told,
)
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import capitalized, clip, day_beside, often, pluralize
from pmpath.render.screens.gathered.private import PRIVATE, draw_shared
from pmpath.reports.gathered.openings import OpeningFacts, OpeningsReport

NAME, NAME_WIDTH, FACT_WIDTH, WORDS_SHOWN = 34, 34, 13, 120
SIDES = {"outside": "outside", "inside": "inside", "unsaid": "with no side given"}
# How a stage is told with its day, and how a number of them.
STAGES = {
    SEEN: "seen", APPLIED: "applied", ANSWERED: "answered", INTERVIEW: "interview", OFFER: "offer",
    REJECTED: "no", DECLINED: "declined by you", CLOSED: "closed",
}  # fmt: skip
MEDIANS = {ANSWERED: "first answer", INTERVIEW: "interview", OFFER: "offer", REJECTED: "no"}
SHARES = {ANSWERED: "of the applications were answered",
          INTERVIEW: "of the applications led to an interview",
          OFFER: "of the openings with an interview made an offer"}  # fmt: skip
NEXT = {REPLY: "answer them", THANK: "send thanks", FOLLOW_UP: "follow up"}
GROUPS = (
    ("Your move", (DECIDE, AGREED, APPLY, *ASKED_FOR)), ("Waiting for them", (WAIT,)),
    ("Cold", (COLD,)),
)  # fmt: skip


def draw_openings(page: Page, report: OpeningsReport) -> None:
    """How far they came in all; then those that wait for you, for them, and those that are over."""
    if not report.openings and not report.is_shared:
        page.line("No opening in your log yet.")
        page.line("To log the first: pmpath log saw an opening at Nordfrakt as product manager")
        return
    applied = pluralize(report.funnel[APPLIED], "application")
    page.head_line([applied, day_beside(report.today, report.today)])
    page.rows(_in_all(report), name_width=FACT_WIDTH)
    for title, kinds in GROUPS:
        found = [one for one in report.openings if one.next and one.next.kind in kinds]
        _draw_group(page, title, sorted(found, key=_by_day), report.today)
    others = [one for one in report.openings if one.next is None]
    _draw_group(page, "Closed", [one for one in others if _is_over(one)], report.today)
    _draw_group(
        page, "No company named", [one for one in others if not _is_over(one)], report.today
    )
    if report.is_shared:
        draw_shared(page)
        return
    page.line()
    page.line("One opening: pmpath openings FIRM", FAINT)


def _in_all(report: OpeningsReport) -> list[tuple[str, str]]:
    funnel = report.funnel
    came = f"{funnel[APPLIED]} applied, {funnel[ANSWERED]} answered, {funnel[INTERVIEW]} with an "
    rows = [("So far", f"{funnel[SEEN]} seen, {came}interview, {funnel[OFFER]} with an offer")]
    sides = [
        f"{one.applied} {SIDES[side]} ({one.answered or 'none'} answered)"
        for side, one in report.sides.items()
        if one.applied
    ]
    if sides:
        rows.append(("Applied", "; ".join(sides)))
    ends = [f"{count} {STAGES[end]}" for end, count in report.ends.items() if count]
    if ends:
        rows.append(("Ended", ", ".join(ends)))
    medians = [f"{pluralize(days, 'day')} to {_article(stage)}"
               for stage, days in report.medians.items()]  # fmt: skip
    if medians:
        rows.append(("Median", f"{', '.join(medians)}, from applying"))
    rows += [("", f"{percent}% {SHARES[stage]}") for stage, percent in report.shares.items()]
    return rows


def _article(stage: str) -> str:
    return {ANSWERED: "the first answer", INTERVIEW: "an interview", OFFER: "an offer"}.get(
        stage, "a no"
    )


def _draw_group(page: Page, title: str, found: Sequence[OpeningFacts], today: date) -> None:
    if found:
        page.title(title)
        rows = [(_name(one), _line(one, today) + ("; private" if one.is_private else ""))
                for one in found]  # fmt: skip
        page.rows(rows, name_width=NAME_WIDTH)


def _is_over(one: OpeningFacts) -> bool:
    return one.stage in (REJECTED, DECLINED, CLOSED) or one.accepted is not None


def _by_day(one: OpeningFacts) -> tuple[bool, date]:
    day = one.next.day if one.next else None
    return day is None, day or one.last


def _name(one: OpeningFacts) -> str:
    inside = ", inside" if one.side == "inside" else ""
    return f"{clip(opening_told(one.name), NAME - len(inside))}{inside}"


def _line(one: OpeningFacts, today: date) -> str:
    return _ended(one, today) if one.next is None else next_text(one.next, one, today)


def next_text(following: FollowUp, one: OpeningFacts, today: date) -> str:
    """What is next and since when: `follow up by Mon 2 Aug; applied Mon 26 Jul`."""
    day = day_beside(following.day, today) if following.day else ""
    if following.kind == APPLY:
        return f"seen {day_beside(following.since, today)}, not applied yet"
    if following.kind == DECIDE:
        return f"offer of {day}: decide"
    if following.kind == AGREED:
        return f"something is agreed for {day}"
    state = _state(one, following, today)
    if following.kind == COLD:
        return f"cold since {day}; {state}"
    if following.kind == WAIT:
        return f"no further reminder; {state}"
    when = f"by {day}" if following.day and following.day > today else f"since {day}"
    return f"{NEXT[following.kind]} {when}; {state}"


def _state(one: OpeningFacts, following: FollowUp, today: date) -> str:
    """`applied Mon 26 Jul`, `2 interviews, you wrote twice, last Mon 10 May`."""
    days = [stage.day for stage in one.stages if stage.stage == following.state]
    rounds = f" {len(one.interviews)}" if following.state == INTERVIEW else ""
    state = f"{STAGES.get(following.state, following.state)}{rounds}"
    came = f"{state} {day_beside(max(days), today)}"
    if not following.sent:
        return came
    times = often(following.sent)
    return f"{came}, you wrote {times}, last {day_beside(following.since, today)}"


def _ended(one: OpeningFacts, today: date) -> str:
    if one.accepted is not None:
        return f"offer accepted {day_beside(one.accepted, today)}"
    day = day_beside(max(stage.day for stage in one.stages), today)
    came = [_came(one)] if _came(one) else []
    reason = [f"reason: {clip(one.reason, WORDS_SHOWN)}"] if one.reason else []
    return "; ".join([f"{STAGES.get(one.stage, one.stage)} {day}", *came, *reason])


def _came(one: OpeningFacts) -> str:
    """How far one that is over had come."""
    if OFFER in one.reached:
        return "after an offer"
    count = len(one.interviews)
    return f"after {pluralize(count, 'interview')}" if count else ""


def draw_opening(page: Page, one: OpeningFacts, today: date, *, is_shared: bool = False) -> None:
    """One opening: what is next, then every entry about it."""
    page.head_line([clip(opening_told(one.name), 60), *filter(None, [one.side])])
    rows = [("Next" if one.next else "State", _line(one, today))]
    if one.is_private:
        rows.append(("Private", PRIVATE))
    if one.reason:
        rows.append(("Reason", clip(one.reason, WORDS_SHOWN)))
    page.rows(rows, name_width=FACT_WIDTH)
    page.title("In your log")
    page.rows([(day_beside(stage.day, today), _stage(one, at)) for at, stage in
               enumerate(one.stages)], name_width=FACT_WIDTH)  # fmt: skip
    if is_shared:
        draw_shared(page)
    if one.next is None or is_shared:
        return
    page.line()
    firm = clip(one.name.partition(":")[0].strip(), NAME)
    page.line(f"When it ends: pmpath log no from {firm} because REASON", FAINT)


def _stage(one: OpeningFacts, at: int) -> str:
    """What a line of the log told of it; rounds are numbered."""
    stage = one.stages[at]
    if stage.stage == INTERVIEW:
        return f"Interview {one.interviews.index(stage.day) + 1}"
    if stage.stage != SEEN:
        reason = f": {clip(stage.reason, WORDS_SHOWN)}" if stage.reason else ""
        return f"{capitalized(STAGES.get(stage.stage, stage.stage))}{reason}"
    if stage.wrote:
        return "You wrote to them"
    return "Mentioned" if at else "Seen"
