"""What was snoozed is silent and says so; hours to spare are said once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sample.lived import flat
from tests.week.lived import INIT, Life, beginner

LENA = "Lena (PM)"


@pytest.fixture
def life(tmp_path: Path) -> Life:
    made = Life(tmp_path / "home")
    beginner(made)
    return made


def test_a_snoozed_leader_is_one_plain_fact_and_comes_back_on_the_day(life: Life) -> None:
    """Ida was told on 4 Feb; without an update she is a concern from 11 March on, or later."""
    said = "Ida (head of sales) has known of your plan"
    assert said in flat(life.page(9, "--all"))
    life.say(70, "snooze ida until 5 apr")
    for week in (10, 11):
        page = flat(life.page(week, "--all"))
        assert said not in page
        assert "Snoozed: Ida (head of sales) until Mon 5 Apr." in page
        assert "Snoozed: Ida (head of sales) until Mon 5 Apr." in flat(life.page(week))
    back = flat(life.page(12, "--all"))
    assert said in back
    assert "Snoozed" not in back


def test_a_noted_concern_is_named_with_its_last_silent_day(life: Life) -> None:
    """Until 1 April, whether it is raised or not; after it the number goes on."""
    life.say(56, "accept NO_CUSTOMER --because fair --until '1 apr'")
    quiet = flat(life.page(10))
    assert "No customer contact for" not in quiet
    assert "Snoozed: no customer until Thu 1 Apr." in quiet
    back = flat(life.page(11, "--all"))
    assert "No customer contact for" in back
    assert "Snoozed" not in back


def test_a_concern_noted_as_it_stands_is_named_until_it_comes_up_again(life: Life) -> None:
    """Without a day: silent while it lasts, and gone from the page once it is mended."""
    life.say(70, "accept NO_CUSTOMER --because fair")
    assert "Snoozed: no customer until it comes up again." in flat(life.page(10))
    life.log(78, "listened in on a customer call with Nordfrakt 1h")
    assert "Snoozed" not in flat(life.page(11))


def test_the_facts_are_in_the_json_and_hide_names_when_shared(life: Life) -> None:
    """A person by name in the owner's report, by initial in a shared one."""
    life.say(70, "snooze ida until 5 apr")
    facts = json.loads(life.say(77, "report last --json", 8))["data"]
    assert facts["silent"] == [
        {"kind": "person", "what": "Ida (head of sales)", "until": "2027-04-05"}
    ]
    assert "Snoozed: I. (head of sales) until" in flat(life.say(77, "report last --share", 8))


RICH = INIT.replace("--hours 4", "--hours 8")
SPARE = "more than needed"


def test_hours_to_spare_are_said_by_init_and_by_the_first_report(tmp_path: Path) -> None:
    """The same two ways in both, and no word of it in the week after."""
    life = Life.__new__(Life)
    life.home = tmp_path / "home"
    said = flat(life.say(0, RICH))
    ways = said[said.index(SPARE) :].partition(" Open")[0].partition(" Odds")[0]
    assert "a week is enough (pmpath replan), or" in ways
    life.log(1, "coffee with Lena, our PM, 30m")
    assert ways in flat(life.page(0))
    assert "Spare hours" not in flat(life.page(1))


def test_hours_to_spare_come_up_again_with_a_changed_plan(tmp_path: Path) -> None:
    """A later date in week 3: that report says what would do, the next one is silent."""
    life = Life(tmp_path / "home")
    life.log(1, "coffee with Lena, our PM, 30m")
    assert "Spare hours" not in flat(life.page(1))
    life.say(15, "roadmap move 2028-03-06 --because sabbatical")
    assert f"Spare hours {SPARE}" in flat(life.page(2))
    assert "Spare hours" not in flat(life.page(3))
