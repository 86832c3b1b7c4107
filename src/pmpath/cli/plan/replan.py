"""`pmpath replan`: one Enter starts the line today; or another date, other hours, less scope."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.options.parameters import Json, either, session_of, spread
from pmpath.cli.recorded_change import change_and_record, reason_or_asked
from pmpath.cli.session import Session
from pmpath.cli.start.plan_limits import check_length, check_minutes, refuse_past
from pmpath.cli.terminal.failures import complain
from pmpath.cli.terminal.output import acknowledge, confirm, present, terminal_width
from pmpath.cli.terminal.screens import text_on_page
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.cli.written import written
from pmpath.coach.numbers.pace import current_plan
from pmpath.coach.outlook.replan import Outlook, outlook
from pmpath.domain.errors import UsageError
from pmpath.domain.record import changed
from pmpath.domain.roadmap.answers import target_meant
from pmpath.domain.roadmap.hours import scaled_week, week_text
from pmpath.domain.roadmap.roadmap import SCOPES, WEEKDAYS, Roadmap
from pmpath.domain.roadmap.week_words import minutes_by_day, weekly_minutes
from pmpath.domain.when.calendar import FUTURE
from pmpath.domain.when.day_option import read_day
from pmpath.domain.when.rough_days import day_meant
from pmpath.render.screens.replan import (
    LATER,
    LEAVE,
    MORE,
    SAME,
    SMALLER,
    draw_outlook,
    replanned_text,
)
from pmpath.storage.log.encode import plan_fields

if TYPE_CHECKING:
    from datetime import date

    from pmpath.storage.roadmap.edit import Path, Value

WHICH_WAY = "What would you like to change? "
# What people type in place of a key.
WORDS = {
    "same": SAME, "y": SAME, "yes": SAME, "date": LATER, "later": LATER, "hours": MORE,
    "more": MORE, "time": MORE, "scope": SMALLER, "smaller": SMALLER, "quit": LEAVE, "exit": LEAVE,
    "leave": LEAVE, "n": LEAVE, "no": LEAVE, "nothing": LEAVE, "cancel": LEAVE,
}  # fmt: skip


@dataclass(frozen=True)
class NewPlan:
    """What the plan is to be from today on, as typed; what is empty stays as it is."""

    restart: Annotated[
        bool, typer.Option("--restart", help="Same date; start counting again from today.")
    ] = False
    date: Annotated[str, typer.Option(help="Another target date.", metavar="DATE")] = ""
    hours: Annotated[str, typer.Option(help="Hours a week.", metavar="HOURS")] = ""
    scope: Annotated[str, typer.Option(help=f"{either(SCOPES)}.", metavar="SCOPE")] = ""
    because: Annotated[str, typer.Option(help="Your reason, for the log.", metavar="TEXT")] = ""

    @property
    def says_nothing(self) -> bool:
        """Whether none of them was given, so that a terminal asks."""
        return not (self.restart or self.date or self.hours or self.scope)


@spread(NewPlan)
def replan(context: typer.Context, options: NewPlan, json: Json = False) -> None:
    """Start counting again from today: same date, another one, other hours or a smaller scope."""
    _replan(session_of(context), options, as_json=json)


def _replan(session: Session, typed: NewPlan, *, as_json: bool) -> None:
    """Start the line today with what was typed, or with what is chosen on one screen."""
    if not typed.says_nothing:
        with written(session, as_json=as_json):
            _write(session, typed, _changes(session, typed))
    elif as_json:
        # The screen is a question; JSON asks nothing.
        found = _outlook(session)
        present("replan", found, lambda page: draw_outlook(page, found), as_json=True)
    elif sys.stdin.isatty():
        _choose(session, typed.because)
    else:
        raise UsageError(
            "This command asks questions, which needs a terminal.",
            hint="Without one: --restart, --date 2028-03-06, --hours 3 or --scope core.",
        )


def _outlook(session: Session) -> Outlook:
    _ = session.roadmap
    return outlook(session.situation(session.journal()))


def _choose(session: Session, because: str) -> None:
    """Show every way with its arithmetic, and ask until one is taken or left."""
    found = _outlook(session)
    acknowledge(text_on_page(lambda page: draw_outlook(page, found)))
    while True:
        typed = _chosen(found, because)
        if typed is None:
            confirm("", "Nothing was changed.")
            return
        try:
            changes = _changes(session, typed)
        except UsageError as error:
            complain(error)
            continue
        _write(session, typed, changes)
        return


def _chosen(found: Outlook, because: str) -> NewPlan | None:
    """What one key, and the value it asks for, mean; None to leave the plan as it is."""
    way = _way(found)
    plan = NewPlan(because=because)
    if way == SAME:
        return replace(plan, restart=True)
    if way == LATER:
        plan = replace(plan, date=_value("The date: ", _later_day(found)))
    elif way == MORE:
        plan = replace(plan, hours=_value("Hours a week: ", _more_hours(found)))
    elif way == SMALLER:
        plan = replace(plan, scope=_value("Scope: ", found.smaller[0].scope))
    return None if plan.says_nothing else plan


def _way(found: Outlook) -> str:
    """The key of a way that is open, asked until there is one; other words are said back."""
    keys = [SAME] if found.target.days_left > 0 else []
    keys += [LATER, MORE, *([SMALLER] if found.smaller else []), LEAVE]
    while True:
        typed = typed_line(WHICH_WAY)
        if typed is None:
            return LEAVE
        said = typed.strip().lower()
        way = WORDS.get(said, said)
        if way in keys:
            return way
        named = ", ".join(key for key in keys if key)
        enter = "press Enter, or " if SAME in keys else ""
        hint = f"To choose from the list above, {enter}type one of {named}."
        what = (
            f'"{typed.strip()}" was not understood.'
            if said
            else "Enter can no longer keep the date."
        )
        complain(UsageError(what, hint=hint))


def _value(prompt: str, offered: str) -> str:
    """What is typed at the prompt, where Enter takes what is offered; "" to leave it."""
    return (typed_line(prompt, offered) or "").strip()


def _later_day(found: Outlook) -> str:
    """The day that the last weeks' pace would need, if it is a later one."""
    end = found.end_at_pace or found.end_at_promise
    return end.isoformat() if end and end > found.target.date else ""


def _more_hours(found: Outlook) -> str:
    """The hours a week that keep the date, if they are more than now."""
    needed = found.left.a_week or 0
    return f"{needed // 60}h{needed % 60:02d}" if needed > found.a_week else ""


def _changes(session: Session, typed: NewPlan) -> dict[Path, Value | None]:
    """The values that change in the roadmap; raises UsageError for what makes no plan."""
    target = session.roadmap.target
    found: dict[Path, Value | None] = {}
    day = _day(typed.date, session.today) if typed.date else target.date
    refuse_past(day, session.today)
    if day != target.date:
        check_length(day, target.start, target.mode)
        found["target", "date"] = day
    if typed.hours:
        week = _week(session.roadmap, typed.hours)
        check_minutes(tuple(week.values()))
        before = dict(zip(WEEKDAYS, session.roadmap.minutes, strict=True))
        found |= {("minutes", one): part for one, part in week.items() if part != before[one]}
    if typed.scope and typed.scope != target.scope:
        if typed.scope not in SCOPES:
            raise UsageError(f'Unknown scope "{typed.scope}".', hint=f"Write {either(SCOPES)}.")
        found["target", "scope"] = typed.scope
    return found


def _day(text: str, today: date) -> date:
    """A day, or the first of a month or year; raises UsageError for what may be two days."""
    meant = day_meant(text, today, FUTURE)
    if meant is not None and meant.first != meant.last:
        return target_meant(text, today).first
    return read_day(text, today, facing=FUTURE) if meant is None or meant.other else meant.first


def _week(roadmap: Roadmap, words: str) -> dict[str, int]:
    """`3` hours keep the shares of the days; `mon-fri 30, sat 90` names them."""
    named = minutes_by_day(words)
    return scaled_week(roadmap.minutes, weekly_minutes(words)) if named is None else named


def _write(session: Session, typed: NewPlan, changes: dict[Path, Value | None]) -> None:
    """Change the roadmap and record the plan as one that starts today; a reason is asked for."""
    reason = reason_or_asked(typed.because)
    after = change_and_record(
        session,
        changes,
        "plan",
        lambda roadmap: plan_fields(changed(current_plan(roadmap), restart=True, reason=reason)),
    )
    week = week_text(dict(zip(WEEKDAYS, after.minutes, strict=True)))
    acknowledge(replanned_text(_outlook(session), week, reason, terminal_width()))
