"""Leaders who know of the plan, as the roadmap's answers name them.

`Ida (head of sales) since 2026-10-01`: a name with the function, and the day since which they know.
"""

from __future__ import annotations

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.roadmap.roadmap import Roadmap

SINCE = " since "


def leader_of(text: str) -> tuple[str, date | None]:
    """The label and the day of one answer; no day where none is named."""
    label, since, day = text.rpartition(SINCE)
    if not since:
        return text.strip(), None
    try:
        return label.strip(), date.fromisoformat(day.strip())
    except ValueError:
        return text.strip(), None


def leader_from(text: str, today: date) -> str:
    """What a typed leader is kept as: `Ida (head of sales) since oct` gets its day.

    Raises UsageError when what follows `since` is no day, or one to come.
    """
    # Loaded where one is typed: every screen reads those that were.
    from pmpath.domain.when.day_option import past_day

    label, since, typed = text.strip().rpartition(SINCE)
    if not since:
        return text.strip()
    return f"{label.strip()}{SINCE}{past_day(typed, today).isoformat()}"


def people_of_roadmap(roadmap: Roadmap) -> list[str]:
    """The labels of everybody whom the roadmap names: contacts, leaders, those with a circle."""
    found = list(roadmap.people)
    for key in ("contacts", "leaders"):
        names = roadmap.answers.get(key)
        found += [leader_of(str(one))[0] for one in names] if isinstance(names, list) else []
    return [one for one in found if one]
