"""Words of the content with a person's own figures in the place of their names."""

from __future__ import annotations

from datetime import date

from pmpath.render.page.text import clip, day_beside, duration, pluralize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT_SHOWN = 80
MINUTES, SPAN, WEEK = "minutes", "span", 7


def filled(text: str, figures: Mapping[str, object], as_of: date) -> str:
    """The text with each `{name}` replaced: days as said beside `as_of`, minutes as durations."""
    for name, value in figures.items():
        text = text.replace(f"{{{name}}}", figure_text(name, value, as_of))
    return text


def figure_text(name: str, value: object, as_of: date) -> str:
    """One figure: a day, minutes or a span of days where the name ends so, else as it is."""
    if isinstance(value, date):
        return day_beside(value, as_of)
    if isinstance(value, int):
        if name.endswith(SPAN):
            weeks, rest = divmod(value, WEEK)
            return pluralize(value, "day") if rest else pluralize(weeks, "week")
        return duration(value) if name.endswith(MINUTES) else str(value)
    return clip(str(value), TEXT_SHOWN)
