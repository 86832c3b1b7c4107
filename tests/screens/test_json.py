from __future__ import annotations

import json
import pkgutil
from datetime import date
from importlib import import_module

import pmpath
from pmpath.domain.period import week_of
from pmpath.render.page.as_json import as_json, plain
from pmpath.render.page.json_names import NEW_NAMES
from tests.build import day
from tests.screens.test_report_screen import busy_week, report
from tests.screens.test_today_screen import report as today_report

TODAY_KEYS = {
    "today", "target", "is_rest_day", "off_until", "off_reason", "step", "done", "yours",
    "theirs", "next", "last_step", "step_role", "reminders", "bad_lines",
    "declined", "pace", "still_yours", "verdict", "names_report", "then", "open_minutes",
    "stood", "counted", "counted_by", "comes_again", "overdue", "looks",
    "you_owe", "waiting_on", "what_you_keep", "stepping_stone_role", "accepted",
}  # fmt: skip
REPORT_KEYS = {
    "period", "as_of", "target", "first_week", "off_reason", "main_track", "logged", "this_period",
    "since_start", "tracks",
    "done", "met", "wins", "heard", "milestones", "last_met", "last_customer", "moves",
    "before_start", "date_moves", "step_role", "step_role_minutes",
    "open_answers", "reminders", "next_days", "next_minutes", "next_steps", "bad_lines",
    "newer_records", "numbers", "concerns", "still_yours", "strips", "burn_up", "shared",
    "copies", "statement", "said",
    "commitments", "what_you_keep", "stepping_stone_role", "stepping_stone_role_minutes",
}  # fmt: skip


def test_the_envelope_names_version_and_kind() -> None:
    """Whoever reads the JSON can tell what it is before looking inside."""
    read = json.loads(as_json("today", today_report([], day(1))))
    assert (read["pmpath"], read["kind"], set(read)) == (2, "today", {"pmpath", "kind", "data"})


def test_the_keys_of_today_are_pinned() -> None:
    """A key may be added on purpose, here too; none disappears unnoticed."""
    assert set(json.loads(as_json("today", today_report([], day(1))))["data"]) == TODAY_KEYS


def test_the_keys_of_the_report_are_pinned() -> None:
    """None disappears, whatever is derived anew; one that is added stands in the shipped schema."""
    shown = report(busy_week(), week_of(day(7)))
    assert set(json.loads(as_json("report", shown))["data"]) >= REPORT_KEYS


def test_the_report_in_json_holds_the_figures_of_the_screen() -> None:
    """150 of 240 minutes and a change of -40%, as on the screen."""
    data = json.loads(as_json("report", report(busy_week(), week_of(day(7)))))["data"]
    assert (data["this_period"]["minutes"], data["this_period"]["promised"]) == (150, 240)
    assert [win["percent"] for win in data["wins"]] == [-40]
    assert data["period"] == {"start": "2027-01-18", "end": "2027-01-25", "kind": "week"}


def test_names_of_the_first_version_stand_beside_those_of_now() -> None:
    """Each with the same value, wherever it is; what was written for version 1 still reads."""
    data = json.loads(as_json("report", report(busy_week(), week_of(day(7)))))["data"]
    assert data["this_period"]["planned"] == data["this_period"]["promised"] == 240
    assert data["commitments"] == data["moves"]
    assert data["commitments"]["you_owe"] == data["moves"]["yours"]
    assert data["stepping_stone_role"] == data["step_role"]


def test_every_name_that_was_changed_is_a_field_of_its_record() -> None:
    """A record or field that is called otherwise some day changes in the table as well."""
    for module in pkgutil.walk_packages(pmpath.__path__, "pmpath."):
        if module.name.startswith(("pmpath.coach.", "pmpath.reports.")):
            import_module(module.name)
    kinds: list[type] = [tuple]
    fields: dict[str, set[str]] = {}
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        fields[kind.__name__] = set(getattr(kind, "_fields", ()))
    for kind_name, names in NEW_NAMES.items():
        assert set(names) <= fields[kind_name], kind_name
        assert not set(names.values()) & fields[kind_name], kind_name


def test_json_is_ascii_and_without_floats() -> None:
    """Every control character and every letter beyond ASCII is escaped."""
    text = as_json("x", {"name": "Jörg \x1b[31m", "day": date(2027, 1, 1), "count": 3})
    assert text.isascii()
    assert "\x1b" not in text
    assert json.loads(text)["data"] == {"name": "Jörg \x1b[31m", "day": "2027-01-01", "count": 3}


def test_a_record_becomes_a_dictionary_of_its_fields() -> None:
    """Nothing of the tuple it is at run time shows."""
    assert plain(week_of(day(0))) == {"start": "2027-01-11", "end": "2027-01-18", "kind": "week"}
