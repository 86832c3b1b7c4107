"""A figure of `why` as a name and a text, by its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from pmpath.render.page.text import clip, day_beside, duration, long_day, pluralize
from pmpath.render.phrases.filled import figure_text
from pmpath.reports.why.figure import Figure

CADENCES = {"once": "once", "weekly": "at most once a week", "monthly": "at most every four weeks"}
SCOPES = {
    "core": "core", "standard": "core and standard", "extended": "core, standard and extended",
}  # fmt: skip
CONDITIONS_SHOWN = 8


def figure_row(figure: Figure, today: date) -> tuple[str, str]:
    """The row of a figure; a day stands beside `today`."""
    name, said = ROWS[figure.key]
    value = figure.value
    if isinstance(value, date):
        return name, said(day_beside(value, today))
    if isinstance(value, Mapping):
        return name, said("; ".join(_named(key, one, today) for key, one in value.items()))
    if isinstance(value, tuple):
        return name, said(
            "; ".join(_condition(one) for one in value[:CONDITIONS_SHOWN]) + _more(value)
        )
    return name, said(value)


def _named(key: str, value: object, today: date) -> str:
    return f"{key.removesuffix('_minutes').replace('_', ' ')} {figure_text(key, value, today)}"


def _more(values: tuple[str, ...]) -> str:
    return f"; and {len(values) - CONDITIONS_SHOWN} more" if len(values) > CONDITIONS_SHOWN else ""


def _condition(text: str) -> str:
    """A prerequisite in words; a title stays as it is."""
    kind, colon, rest = text.partition(":")
    if not colon or kind not in ("count", "state", "event"):
        return text
    if kind == "count":
        track, _, least = rest.partition(">=")
        return f"{least} entries on {track}"
    if kind == "state":
        return f"the answer {rest.replace('!=', ' other than ').replace('=', ' ')}"
    event, _, days = rest.partition("<=")
    return f"{event} in the log" + (f", at most {days.rstrip('d')} days ago" if days else "")


def _as_is(value: object) -> str:
    return str(value)


def _fixed(text: str) -> Callable[[object], str]:
    """The same text whatever the value is."""
    return lambda _: text


def _with(text: str) -> Callable[[object], str]:
    """The text with the value in the place of `{}`."""
    return lambda value: text.replace("{}", clip(str(value), 500))


def _minutes(value: object) -> str:
    return duration(value) if isinstance(value, int) else str(value)


def _phase_from(value: object) -> str:
    """Of `build 2027-03-01`: a phase and the day on which it begins."""
    phase, _, day = str(value).partition(" ")
    return f"{phase}, from {long_day(date.fromisoformat(day))}"


def _count(one: str, many: str = "") -> Callable[[object], str]:
    return lambda value: pluralize(value, one, many) if isinstance(value, int) else str(value)


# By the key of a figure: its name on the screen, and how its value is said.
ROWS: dict[str, tuple[str, Callable[[object], str]]] = {
    # The thing itself.
    "purpose": ("For", _as_is),
    "actions": ("Actions", _with("{} to choose from")),
    "done_when": ("Done when", _as_is),
    "on_track": ("Track", _as_is),
    "led_to_by": ("Leads there", _as_is),
    "minutes": ("Takes", _minutes),
    "cadence": ("Comes", lambda value: CADENCES.get(str(value), f"{value} while it is live")),
    "phase": ("Phase", _as_is),
    "leads_to": ("Leads to", _as_is),
    "raised_when": ("Raised when", _as_is),
    "names": ("Names", _as_is),
    "made": ("Calculation", _as_is),
    "carried_by": ("Used by", _as_is),
    # The person's own.
    "live_since": ("Live", _with("now, since {}")),
    "live_from": ("Live", _with("from {}")),
    "not_in_plan": ("Plan", _fixed("not in your plan")),
    "passed_to": ("Live", lambda value: f"no; its place is taken by: {value}" if value else "no"),
    "last_entry": ("Last entry", _as_is),
    "no_entry": ("Last entry", _fixed("none logged yet")),
    "due": ("Due", _as_is),
    "weeks_before": ("Counted", lambda value: f"{value} weeks before the date"),
    "done": ("State", _with("done {}")),
    "open": ("State", _fixed("open")),
    "dropped": ("State", _with("not in your plan: {}")),
    "effort_minutes": ("Effort", lambda value: f"{_minutes(value)}, our estimate"),
    "tier": ("Tier", _as_is),
    "beyond_scope": ("Shown", _with("no; the scope is {}")),
    "open_before": ("Open before it", _as_is),
    "last_done": ("Last done", _as_is),
    "last_asked": ("Last asked", _as_is),
    "never_done": ("Last done", _fixed("not yet")),
    "answered": ("Answered", _fixed("your roadmap has the answer, so it is not proposed")),
    "implied": ("Proposed", _fixed("no longer: what you did or reached since implies it")),
    "open_now": ("Opens", _fixed("now")),
    "opens": ("Opens", _with("on {}, with its phase")),
    "waits_for": ("Waits for", _as_is),
    "set_off": ("Off", lambda value: "yes" if value else "no"),
    "set_reason": ("Reason", _with("{}")),
    "set_until": ("Until", _as_is),
    "set_days": ("Set to", _count("day")),
    "set_weeks": ("Set to", _count("week")),
    "set_percent": ("Set to", _with("{}%")),
    "limit_days": ("Limit", _count("day")),
    "limit_weeks": ("Limit", _count("week")),
    "limit_percent": ("Limit", _with("{}%")),
    "raised_since": ("Raised", _with("since {}")),
    "accepted_since": ("Raised", _with("since {}; you snoozed it")),
    "not_raised": ("Raised", _fixed("not now")),
    "finding_figures": ("Now", _with("{}")),
    "line_start": ("Counted since", _as_is),
    "minutes_done": ("Done", _minutes),
    "minutes_promised": ("Planned", _minutes),
    "days_done": ("Days", _with("something was done on {}")),
    "pace_short": ("Behind", lambda value: f"{_minutes(value)} of what was due by yesterday"),
    "pace_due": ("Due today", _minutes),
    "pace_ahead": ("Ahead", _minutes),
    "buffer": ("Days to spare", lambda value: _count("day")(value) + ", starting today"),
    "next_due": ("Next due", _as_is),
    "strength": ("Strength", _as_is),
    "minutes_reached": ("Milestones", lambda value: f"{_minutes(value)} reached"),
    "minutes_credited": ("Open ones", lambda value: f"{_minutes(value)} worked on open milestones"),
    "minutes_in_scope": ("Total", _minutes),
    "minutes_without_progress": (
        "No progress", lambda value: f"{_minutes(value)} that brought no milestone nearer"
    ),
    "share_done_percent": ("Plan done", _with("{}%")),
    "forecast_silent": ("Forecast", _fixed("after five weeks with a step")),
    "sampled_minutes": ("Minutes", _with("{} a week, without review and scan")),
    "minutes_open": ("Open", _minutes),
    "forecast_half": ("An even chance", _with("by {}")),
    "forecast_seventy": ("7 in 10", _with("by {}")),
    "forecast_eighty_five": ("85 in 100", _with("by {}")),
    "forecast_percent": ("By the date", _with("{} in 100, for the plan's work")),
    "scope": ("Scope", lambda value: SCOPES[str(value)]),
    "weeks": ("Length", _count("week")),
    "minutes_needed": ("Needed", _minutes),
    "minutes_available": ("Available", _minutes),
    "fit_percent": ("Share", _with("{}%")),
    "counts_open": ("Counts", _fixed("open: engineers and product_managers under [answers]")),
    "engineers": ("Engineers", _as_is),
    "product_managers": ("PMs", _as_is),
    "engineers_for_each": ("For each PM", _as_is),
    "week_minutes": ("Planned", lambda value: f"{_minutes(value)} a week"),
    "daily_cap_minutes": ("Daily cap", _minutes),
    "rests": ("Rests", _count("rest logged", "rests logged")),
    "vacations": ("Vacations", _as_is),
    "next_vacation": ("Next", _as_is),
    "no_step_role": ("Stepping-stone role", _with("you hold none; your answer: {}")),
    "since": ("Since", _as_is),
    "months": ("Months", _as_is),
    "limit_day": ("Limit", _as_is),
    "exit_date": ("Exit", _as_is),
    "exit_was": ("First exit", _as_is),
    "share_gone_percent": ("Gone", _with("{}% of the time")),
    "phase_from": ("Next", _phase_from),
    "milestones_shown": ("Shown", _count("milestone")),
    "milestones_in_all": ("In the file", _count("milestone")),
    # What changes it.
    "changes": ("", _as_is),
    "clears": ("Cleared when", _as_is),
    "threshold": ("Its limit", _with("{} in roadmap.toml")),
    "finding_key": ("Turn off", _with("[findings.{}] in roadmap.toml: off = true, reason, until")),
    "finding_accept": ("To snooze it", _with("pmpath accept {} --because TEXT")),
    "milestone_done": ("Reached", _with("pmpath milestones done {}")),
    "milestone_move": ("Another day", _with("pmpath roadmap move DATE --milestone {}")),
    "milestone_drop": ("To leave it out", _with("pmpath milestones drop {} --because TEXT")),
    "milestone_restore": ("Bring it back", _with("pmpath milestones restore {}")),
    "milestone_key": ("By hand", _with("[[milestone]] {} in roadmap.toml")),
    "action_done": ("Done", _with("type pmpath done, or pmpath log --did {} WORDS")),
    "other_step": ("Something else", _fixed("pmpath today --other")),
    "track_key": ("In roadmap.toml", _with("[[track]] {}: from, times, days, or active = false")),
}  # fmt: skip
