"""The target date in words: what is aimed at, how far it is, whether it was ever moved."""

from __future__ import annotations

from pmpath.coach.numbers.target_date import DateMove, TargetDate, given_reason
from pmpath.domain.people import ABBREVIATIONS
from pmpath.render.page.text import clip, long_day, often, pluralize

REASON_SHOWN = 100


def aim(target: TargetDate) -> str:
    """`Product manager by 10 Jan 2028`; every screen begins with it."""
    short = target.role.lower() in ABBREVIATIONS
    role = target.role.upper() if short else target.role[:1].upper() + target.role[1:]
    return f"{clip(role, 60)} by {long_day(target.date)}"


def weeks_left(target: TargetDate) -> str:
    """`50 weeks left`, how long the date has passed, or the day the plan was closed."""
    if target.closed is not None:
        return f"closed {long_day(target.closed.day)}"
    if target.days_left == 0:
        return "the date is today"
    days = pluralize(abs(target.days_left), "day")
    length = pluralize(target.weeks_left, "week") if target.weeks_left else days
    return f"{length} left" if target.days_left > 0 else f"the date was {length} ago"


def date_history(target: TargetDate) -> str:
    """Whether the date was moved; the first date and the slip stay visible for ever."""
    if not target.moves:
        return "date unchanged"
    side = "later" if target.slip_days > 0 else "earlier"
    moved = f"moved {often(target.moves)}"
    where = f"{slip(target.slip_days)} {side} than" if target.slip_days else "back to"
    return f"{moved}, {where} {long_day(target.first)}"


def move_row(one: DateMove) -> tuple[str, str]:
    """When the date was moved, and where to, by how much, and why."""
    side = "later" if one.days > 0 else "earlier"
    text = f"{long_day(one.was)} to {long_day(one.now)}, {slip(one.days)} {side}"
    if one.on is None:
        return "By hand", f"{text}, not yet recorded"
    reason = clip(given_reason(one.reason), REASON_SHOWN)
    return long_day(one.on), f"{text}: {reason or 'no reason given'}"


def slip(days: int) -> str:
    """How far one date lies from another: `8 weeks`, `20 weeks and 3 days`, without the side."""
    weeks, rest = divmod(abs(days), 7)
    parts = [pluralize(weeks, "week")] if weeks else []
    return " and ".join([*parts, pluralize(rest, "day")] if rest or not weeks else parts)


def unrecorded_text(bad_lines: int, *, is_plan_logged: bool) -> str:
    """What is known of a roadmap that the log does not hold as it is."""
    if not is_plan_logged:
        return "log.jsonl has no record of this plan; records may be lost. To look: pmpath doctor"
    if bad_lines:
        return (
            "The log does not hold the roadmap as it is: it was edited by hand, or the record of"
            " the change cannot be read. To look: pmpath doctor"
        )
    return (
        "The roadmap was edited by hand; the change is not yet recorded. The next pmpath done,"
        " rest or replan records it."
    )


def unreadable_text(count: int) -> str:
    """How many lines of the log were passed over, and what shows them."""
    one = "1 line of log.jsonl cannot be read. It stays as it is and does not count"
    many = f"{count} lines of log.jsonl cannot be read. They stay as they are and do not count"
    return f"{one if count == 1 else many}; pmpath doctor shows {'it' if count == 1 else 'them'}."
