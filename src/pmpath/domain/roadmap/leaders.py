"""Leaders who know of the plan, as the roadmap's answers name them.

`Ida (head of sales) since 2026-10-01`: a name with the function, and the day since which they know.
"""

from __future__ import annotations

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

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

    Raises UsageError when what follows `since` is not a day, or one to come.
    """
    # Loaded where one is typed: every screen reads those that were.
    from pmpath.domain.when.day_option import past_day

    label, since, typed = text.strip().rpartition(SINCE)
    if not since:
        return text.strip()
    return f"{label.strip()}{SINCE}{past_day(typed, today).isoformat()}"


def people_of_roadmap(roadmap: Roadmap) -> list[str]:
    """The labels of everybody whom the roadmap names: contacts, leaders, those with a circle."""
    return [one for one in (*roadmap.people, *people_of_answers(roadmap.answers)) if one]


def people_of_answers(answers: Mapping[str, object]) -> list[str]:
    """The labels of the contacts, then of the leaders, that answers name."""
    return [leader_of(one)[0] for key in ("contacts", "leaders") for one in _names(answers, key)]


def leaders_of_answers(answers: Mapping[str, object]) -> list[tuple[str, date | None]]:
    """The leaders who know, by their labels, and since when; no day where none is named."""
    return [leader_of(one) for one in _names(answers, "leaders")]


def _names(answers: Mapping[str, object], key: str) -> list[str]:
    """The names under one key; none where it has no list of them."""
    found = answers.get(key)
    return [str(one) for one in found] if isinstance(found, list) else []
