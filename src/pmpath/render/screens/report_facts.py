"""The facts of a report: what happened, changes of the plan, what is owed, passed, searched."""

from __future__ import annotations

from pmpath.domain.log.gathered.openings import opening_told
from pmpath.domain.people import name_of
from pmpath.domain.record import Frozen
from pmpath.render.page.page import Page
from pmpath.render.page.text import (
    capitalized,
    clip,
    day_beside,
    duration,
    listed,
    long_day,
    pluralize,
)
from pmpath.render.phrases.commitments import OWED, TO_MEET, by_side, theirs, yours
from pmpath.render.phrases.concern import whole_command
from pmpath.render.phrases.happened import happened_text
from pmpath.render.phrases.target import move_row
from pmpath.reports.period.happened import DONE
from pmpath.reports.period.passed import DEADLINE, GONE, LET_GO, PULLS_AWAY, UNUSED, Passed
from pmpath.reports.period.plan_changes import HOURS, SCOPE, SIDE, PlanChange
from pmpath.reports.period.report import PeriodReport
from pmpath.reports.period.search_facts import Ended, SearchFacts

HAPPENED_SHOWN_LONG = 8
# What was simply done is told where nothing better was.
DONE_SHOWN = 2
NOES_SHOWN = 3
UNANSWERED_SHOWN = 4
NAME_SHOWN, REASON_SHOWN = 60, 80
NO_REASON = "no reason given"
CHANGED = {SIDE: "side of the search", SCOPE: "scope of the plan"}


class Room(Frozen):
    """How many lines each part of a week may have; `tight`: without empty lines.

    `happened` counts what is best, `running` other concerns that last, `owed` what I owe and what I
    wait for, each, `steps` those of the next days. What is above it is counted or named.
    """

    happened: int
    running: int
    owed: int
    steps: int
    tight: bool = True


SCREEN_LINES = 24
# From the most to the least: a week has the first with which it fits one screen.
ROOMS = (
    Room(4, 3, 3, 3, tight=False), Room(4, 3, 3, 3), Room(4, 3, 3, 2), Room(4, 2, 3, 1),
    Room(3, 2, 2, 1), Room(3, 1, 2, 1), Room(2, 1, 2, 1),
)  # fmt: skip
# Of a week that fits with none of them.
MOST = ROOMS[1]


def draw_happened(page: Page, report: PeriodReport, room: Room, *, whole: bool) -> None:
    """The best of the period, each once; how much more there was."""
    limit = room.happened if report.period.kind == "week" else HAPPENED_SHOWN_LONG
    best = [one for one in report.happened if one.kind != DONE]
    rest = [one for one in report.happened if one.kind == DONE]
    shown = report.happened if whole else [*best[:limit], *rest[: max(DONE_SHOWN - len(best), 0)]]
    lines = list(dict.fromkeys(happened_text(one, report.as_of) for one in shown))
    more = len(report.happened) - len(shown)
    if lines:
        if more > 0:
            lines[-1] += f"; and {more} more: {whole_command(report)}"
        page.title("What happened, best first")
        page.rows([("", line) for line in lines], name_width=0)


def draw_changes(page: Page, report: PeriodReport) -> None:
    """Every date there was, where one was moved in the period; then hours and scope."""
    rows = [move_row(one) for one in report.all_date_moves]
    rows += [_change_row(one) for one in report.plan_changes]
    if rows:
        page.title("Changes to the plan")
        page.rows(rows)


def _change_row(one: PlanChange) -> tuple[str, str]:
    if one.what == HOURS and isinstance(one.was, int) and isinstance(one.now, int):
        text = f"from {duration(one.was)} to {duration(one.now)} a week"
    elif one.what in (SCOPE, SIDE):
        text = f"{CHANGED[one.what]} from {one.was or 'open'} to {one.now or 'open'}"
    else:
        text = "counting started again from this day"
    return long_day(one.on), f"{text}: {clip(one.reason, REASON_SHOWN) or NO_REASON}"


def draw_open(page: Page, report: PeriodReport, room: Room, *, whole: bool) -> None:
    """Who is waiting for whom, chances that passed with one step each, the search."""
    shown = None if whole else room.owed
    mine = [
        ": ".join(filter(None, [
            clip(opening_told(one.opening), NAME_SHOWN),
            f"your answer to the offer of {day_beside(one.day, report.as_of)}",
        ]))
        for one in (report.search.offers if report.search else ())
        if one.is_open
    ]  # fmt: skip
    owed, agreed = by_side(report.moves.yours)
    mine += [yours(one, report.as_of) for one in owed]
    meetings = [yours(one, report.as_of) for one in agreed]
    others = [theirs(one, report.as_of) for one in report.moves.theirs]
    rows = [(OWED, text) for text in _some(mine, shown, report)]
    rows += [(TO_MEET, text) for text in _some(meetings, shown, report)]
    rows += [("Waiting on", text) for text in _some(others, shown, report)]
    rows += [("Passed", _passed(one, report)) for one in report.passed]
    if report.search is not None:
        ends = _ends(report.search, report)
        rows.append(("The search", ". ".join([search_text(report.search), *ends])))
    if rows:
        page.title("Between you and others")
        page.rows(rows)


def _some(texts: list[str], shown: int | None, report: PeriodReport) -> list[str]:
    """The first of them, and behind the last one how many more there are."""
    if shown is None or len(texts) <= shown:
        return texts
    more = f"; and {len(texts) - shown} more: {whole_command(report)}"
    return [*texts[: shown - 1], f"{texts[shown - 1]}{more}"]


def search_text(found: SearchFacts) -> str:
    """`5 applications (2 inside, 3 outside), 1 new; 2 answers, 1 interview`."""
    parts = [
        f"{found.inside} inside" if found.inside else "",
        f"{found.outside} outside" if found.outside else "",
        f"{found.sides_unsaid} on a side that was not logged" if found.sides_unsaid else "",
    ]
    count = found.inside + found.outside + found.sides_unsaid
    has_side = found.inside or found.outside
    sides = f" ({', '.join(filter(None, parts))})" if has_side else ""
    new = f", {found.new} new" if found.new else ""
    came = [
        pluralize(found.answers, "answer"),
        pluralize(found.rounds, "interview") if found.rounds else "",
        pluralize(found.noes_in_all, "no", "noes") if found.noes_in_all else "",
        pluralize(found.offers_in_all, "offer") if found.offers_in_all else "",
        f"accepted on {long_day(found.accepted)}" if found.accepted else "",
    ]
    return f"{pluralize(count, 'application')}{sides}{new}; {', '.join(filter(None, came))}"


def _ends(found: SearchFacts, report: PeriodReport) -> list[str]:
    """The noes of the period with their reasons, and its offers."""
    lines = [f"No from {_named(one)}: {_why(one)}" for one in found.noes[:NOES_SHOWN]]
    more = len(found.noes) - NOES_SHOWN
    lines += [f"and {pluralize(more, 'more rejection')}"] if more > 0 else []
    if found.unanswered and any(one.is_open for one in found.offers):
        # Whoever decides on an offer wants to know what else may come.
        still = [opening_told(one.partition(":")[0]) for one in found.unanswered]
        lines.append(f"No answer yet from {listed(still, UNANSWERED_SHOWN)}")
    return lines + [
        f"Offer from {_named(one)}, {day_beside(one.day, report.as_of)}"
        for one in found.offers
        if one.day in report.period and not one.is_open
    ]


def _named(one: Ended) -> str:
    return clip(opening_told(one.opening), NAME_SHOWN) or "an opening without a name"


def _why(one: Ended) -> str:
    return f'"{clip(one.reason, REASON_SHOWN)}"' if one.reason else "reason not logged"


def _passed(one: Passed, report: PeriodReport) -> str:
    """What passed, and the one step that is left."""
    name = one.what if one.kind == DEADLINE else opening_told(one.what)
    what, day = clip(name, NAME_SHOWN) or "an opening", day_beside(one.day, report.as_of)
    why = f", because {clip(one.reason, REASON_SHOWN)}" if one.reason else ""
    return {
        DEADLINE: f"{capitalized(what)}, due {day}. Step: ask whether it is still possible",
        LET_GO: f"{what}, let go on {day}{why}. Step: thank them, and ask about the next one",
        GONE: f"{what}, closed on {day}{why}. Step: ask who got it, and what decided",
        UNUSED: f"{what}, seen {day}, no application. Step: ask whether it is open; apply that day",
        PULLS_AWAY: f"{what}, offered {day}, leads away from {name_of(report.target.role)}. "
        "Step: tell them by when you answer, and compare it with your date",
    }[one.kind]
