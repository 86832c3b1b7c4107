"""The text of a new `roadmap.toml`: a commented template from the content, with values put in."""

from __future__ import annotations

import tomllib

from pmpath.domain.record import TYPE_CHECKING
from pmpath.domain.roadmap.roadmap import WEEKDAYS, Milestone, Roadmap, TrackPlan
from pmpath.domain.roadmap.table import roadmap_from
from pmpath.storage.toml.values import toml_block, toml_table, toml_value

if TYPE_CHECKING:
    from typing import Any


def roadmap_text(roadmap: Roadmap, template: str) -> str:
    """The template with every value of the roadmap, read back before anybody writes it."""
    minutes = dict(zip(WEEKDAYS, roadmap.minutes, strict=True))
    slots = {
        "day_ends": toml_value(roadmap.day_ends.isoformat("minutes")),
        "target": toml_table("target", _target(roadmap)),
        "minutes": toml_table("minutes", {**minutes, "daily_cap": roadmap.daily_cap}),
        "vacation": _blocks(
            "vacation", [{"from": off.first, "to": off.last} for off in roadmap.vacations]
        ),
        "answers": toml_table("answers", dict(roadmap.answers)),
        "springboard": toml_table("springboard", _step_role(roadmap)),
        "tracks": _blocks("track", [_track(one) for one in roadmap.tracks]),
        "milestones": _blocks("milestone", [milestone_fields(one) for one in roadmap.milestones]),
    }
    # All slots at once: a value may itself be spelled like one.
    text = template.format_map(slots)
    if roadmap_from(tomllib.loads(text)) != roadmap:
        raise AssertionError("the template does not say what the roadmap does")
    return text


def _target(roadmap: Roadmap) -> dict[str, Any]:
    target = roadmap.target
    role = {"role": target.role} if target.role else {}
    return {
        **role, "company": target.company, "date": target.date,
        "start": target.start, "decided": target.decided, "profile": target.profile,
        "level": target.level, "side": target.side, "scope": target.scope, "mode": target.mode,
    }  # fmt: skip


def _step_role(roadmap: Roadmap) -> dict[str, Any]:
    role = roadmap.springboard
    fields: dict[str, Any] = {"state": role.state} if role.state else {}
    fields |= {"role": role.role} if role.role else {}
    fields |= {"since": role.since} if role.since else {}
    fields |= {"limit_months": role.limit_months}
    return fields | ({"exit_date": role.exit_date} if role.exit_date else {})


def _track(track: TrackPlan) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": track.id, "active": track.active}
    return fields | ({"from": track.live_from} if track.live_from else {})


def milestone_fields(one: Milestone) -> dict[str, Any]:
    """The keys of one `[[milestone]]` block."""
    hours = one.minutes / 60
    due = {"due": one.due} if one.due else {"weeks_before": one.weeks_before or 0}
    return {
        "id": one.id, "track": one.track, "title": one.title, "done_when": one.done_when,
        "hours": int(hours) if hours == int(hours) else hours, "tier": one.tier,
        **due, "depends_on": list(one.depends_on),
    }  # fmt: skip


def _blocks(name: str, items: list[dict[str, Any]]) -> str:
    return "".join(toml_block(name, item) + "\n" for item in items)
