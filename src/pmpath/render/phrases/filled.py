"""Words of the content with a person's own figures in the place of their names."""

from __future__ import annotations

from datetime import date

from pmpath.render.page.text import clip, day_beside, duration, pluralize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT_SHOWN = 80
# A span of days that count is longer on the calendar where it holds days off.
OFF, OFF_DAYS = " (days off left out)", "off_days"
MINUTES, AGO, LEFT, SPAN, WEEK = "minutes", "_ago", "_left", "span", 7
# Figures that are said with their unit, by the end of their names.
UNITS = {"_days": "day", "_weeks": "week", "_milestones": "more milestone"}


def filled(text: str, figures: Mapping[str, object], as_of: date) -> str:
    """The text with each `{name}` replaced: days as said beside `as_of`, minutes as durations."""
    for name, value in figures.items():
        off = OFF if name == SPAN and OFF_DAYS in figures else ""
        text = text.replace(f"{{{name}}}", figure_text(name, value, as_of) + off)
    return text


def figure_text(name: str, value: object, as_of: date) -> str:
    """One figure: a day, minutes or a span of days where the name ends so, else as it is."""
    if isinstance(value, date):
        return day_beside(value, as_of)
    if isinstance(value, int):
        return _with_unit(name, value)
    return clip(str(value), TEXT_SHOWN)


def _with_unit(name: str, value: int) -> str:
    """`2 h 15`, `3 weeks`, `today`, `12 days ago`, or the bare number."""
    if name.endswith(MINUTES):
        return duration(value)
    if name.endswith(SPAN):
        weeks, rest = divmod(value, WEEK)
        return pluralize(value, "day") if rest else pluralize(weeks, "week")
    if name.endswith(LEFT):
        # As the header says it: whole weeks, days in the last one.
        return pluralize(value // WEEK, "week") if value >= WEEK else pluralize(value, "day")
    if name.endswith(AGO):
        return f"{pluralize(value, 'day')} ago" if value else "today"
    unit = next((one for end, one in UNITS.items() if name.endswith(end)), "")
    return pluralize(value, unit) if unit else str(value)
