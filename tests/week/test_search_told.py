"""The search of a report: what comes back after another application is told again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.week.lived import Life

APPLY = "applied to Nordfrakt as product manager 20m"


@pytest.fixture
def life(tmp_path: Path) -> Life:
    """A plan in which Nordfrakt said no once, and was applied to again."""
    lived = Life(tmp_path / "data")
    lived.log(1, APPLY)
    lived.log(8, "no from Nordfrakt because they want sales experience")
    lived.log(9, "Nordfrakt said no again by mail")
    lived.log(15, APPLY)
    return lived


def search(life: Life, week: int) -> dict[str, Any]:
    """The facts of the search in the report of a week."""
    found: dict[str, Any] = json.loads(life.page(week, "--json"))["data"]["search"]
    return found


def test_an_application_after_a_no_waits_again(life: Life) -> None:
    """What was heard before it is no answer to it."""
    assert search(life, 1)["unanswered"] == []
    assert search(life, 2)["unanswered"] == ["Nordfrakt: product manager"]


def test_a_second_no_is_told_in_its_week_with_its_own_reason(life: Life) -> None:
    """One that is told again is the same no; one behind another application is a second."""
    first = search(life, 1)
    assert (first["noes_in_all"], [one["reason"] for one in first["noes"]]) == (
        1, ["they want sales experience"])  # fmt: skip
    life.log(22, "no from Nordfrakt because the team was cut")
    second = search(life, 3)
    assert (second["noes_in_all"], [(one["day"], one["reason"]) for one in second["noes"]]) == (
        2, [("2027-02-02", "the team was cut")])  # fmt: skip
    assert [one["reason"] for one in search(life, 1)["noes"]] == ["they want sales experience"]


def test_a_second_offer_is_dated_and_told_as_one(life: Life) -> None:
    """Turned down in one week, offered anew later: the day of the second is what waits."""
    life.log(22, "offer from Nordfrakt")
    life.log(23, "turned down Nordfrakt")
    life.log(29, APPLY)
    life.log(36, "offer from Nordfrakt")
    page = json.loads(life.page(5, "--json"))["data"]
    assert [(one["day"], one["is_open"]) for one in page["search"]["offers"]] == [
        ("2027-02-16", True)]  # fmt: skip
    assert page["happened"][0]["kind"] == "offer"
    assert page["search"]["offers_in_all"] == 2
