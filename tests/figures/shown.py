"""What steps, the things that happened and the stories say, held against the lines of the log."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.figures.checks import Asked
from tests.figures.reference import Reference, day_of, name

Fields = dict[str, Any]


def of_steps(asked: Asked) -> int:
    """Each step that may be chosen today: why it stands there, since when, and not done today."""
    titles = {one["id"]: one["title"] for one in asked.ask("milestones")["milestones"]}
    choices = asked.ask("today", "--list")["choices"]
    for step in choices:
        reason = step["reason"]
        since = reason["day"] and day_of(reason["day"])
        assert reason["days"] == (max((asked.today - since).days, 0) if since else 0), step
        assert not step["action"] or step["action"] not in _done_on(asked.anew, asked.today), step
        expected = WHY.get(reason["kind"])
        if expected is not None:
            expected(asked, step, since)
        if reason["kind"] == "milestone":
            due = asked.anew.milestones()["open"] | asked.anew.milestones()["coming"]
            mine = [key for key, title in titles.items() if title == reason["subject"]]
            shown = {one["id"]: one["due"] for one in asked.ask("milestones")["milestones"]}
            assert [key for key in mine if shown[key] == reason["day"]], step
            assert set(mine) & set(due) or since, step
    return len(choices)


def _done_on(anew: Reference, day: date) -> set[str]:
    """What was done in full on a day; an ask goes on with another person."""
    here = anew.path(day)
    whole = [one for one in here if one.get("half") != "ask" and "part" not in one.get("tags", [])]
    return {one["action"] for one in whole if one.get("action")}


def _promise(asked: Asked, step: Fields, since: date | None) -> None:
    """It is owed, its day has come, and it was promised in the entry that it settles."""
    (entry,) = [one for one in asked.anew.entries if one["id"] == step["settles"]]
    move = entry["next"]
    assert (move["who"], move["what"]) == ("me", step["what"] or step["sentence"])
    assert move["day"] <= asked.today.isoformat()
    assert since == day_of(entry["day"])
    assert (move["what"], move["day"]) in asked.anew.owed()[0]


def _late_answer(asked: Asked, step: Fields, since: date | None) -> None:
    """It is awaited, its day has gone by, and no later line with them speaks of it."""
    (entry,) = [one for one in asked.anew.entries if one["id"] == step["settles"]]
    move = entry["next"]
    assert (move["who"], move["what"], day_of(move["day"])) == ("them", step["sentence"], since)
    assert move["day"] < asked.today.isoformat()
    later = [one for one in asked.anew.entries if one["id"] > entry["id"]]
    with_them = [one for one in later if name(move["person"]) in map(name, one.get("people", []))]
    assert not any(move["what"] in one["text"] for one in with_them)


def _customer(asked: Asked, step: Fields, since: date | None) -> None:
    assert since == asked.anew.last_customer(), step


def _anybody(asked: Asked, step: Fields, since: date | None) -> None:
    assert since == max(max(on) for on in asked.anew.met_on().values()), step


def _quiet(asked: Asked, step: Fields, since: date | None) -> None:
    """The day on which the person was met last."""
    assert since == max(asked.anew.met_on()[name(step["person"])]), step


def _track(asked: Asked, step: Fields, since: date | None) -> None:
    """The last day with an entry on the track of the step."""
    on = [day for day in asked.anew.by_day
          if any(one.get("track") == step["track"] for one in asked.anew.path(day))]  # fmt: skip
    assert since == max(on, default=None), step


WHY = {
    "promise": _promise, "nudge": _late_answer, "customer": _customer, "person": _anybody,
    "clock": _quiet, "track": _track,
}  # fmt: skip


def of_what_happened(asked: Asked, report: Fields) -> int:
    """Each is an entry of the period with its day, people and minutes, or a milestone reached."""
    first, after = day_of(report["period"]["start"]), day_of(report["period"]["end"])
    entries = {one["id"]: one for one in asked.anew.entries}
    for one in report["happened"]:
        if one["kind"] == "milestone":
            reached = {each["id"]: each["done"] for each in report["milestones"]["reached"]}
            assert one["day"] in reached.values(), one
            continue
        entry = entries[one["entry_id"]]
        assert one["day"] == entry["day"], one
        assert first <= day_of(one["day"]) < after, one
        assert {name(who) for who in one["people"]} <= {
            name(who) for who in entry.get("people", [])
        }, one
        assert one["minutes"] in (0, entry["minutes"]), one
        number = one["number"]
        if number:
            assert _change(number) == one["change"]["difference"], one
    return len(report["happened"])


def of_stories(asked: Asked) -> int:
    """Each part of a story is an entry of the log with its day; its numbers are those of it."""
    entries = {one["id"]: one for one in asked.anew.entries}
    parts = [
        story[part]
        for story in asked.ask("wins", "--stories")["stories"]
        for part in ("situation", "action", "result")
        if story[part]
    ]
    for one in parts:
        entry = entries[one["entry_id"]]
        assert (one["day"], one["track"]) == (entry["day"], entry.get("track", "")), one
        if one["number"]:
            metric, change = one["number"]["metric"], one["number"]["change"]
            assert change is None or _change(metric) == change["difference"], one
    return len(parts)


def _change(metric: Fields) -> Any:
    return None if metric["before"] is None else metric["after"] - metric["before"]
