"""The way through `init`: back, skip, change, leave, come back, and where one is told to be."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest

from pmpath.domain.roadmap.open_answers import MAY_BE_OPEN
from pmpath.storage.content import content
from tests.commands.conftest import Terminal
from tests.wizard.conftest import CTRL_C, CTRL_D, Typist

SEVEN = ("product manager, freight", "10 jan 2028", "mon-fri 30, sat 90", "senior", "mar 2026 4",
         "Lena (PM), Tomas (sales)", "unknown")  # fmt: skip
PLAN = "Product manager by 10 Jan 2028"
LATER = ""


def roadmap(terminal: Terminal) -> dict[str, Any]:
    return tomllib.loads((terminal.home / "roadmap.toml").read_text(encoding="utf-8"))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_seven_answers_and_one_enter_make_a_plan(empty: Terminal, typist: Typist) -> None:
    """The named contact is the first step, and the draft is gone."""
    shown = typist("init", *SEVEN, "", LATER)
    assert PLAN in shown
    assert "Ask Lena (PM) for half an hour" in flat(shown)
    assert "9 optional questions left. Type now, or press Enter to get one a day." in flat(shown)
    assert roadmap(empty)["answers"]["contacts"] == ["Lena (PM)", "Tomas (sales)"]
    assert not (empty.home / "init.draft.toml").exists()


def test_back_works_to_the_end(empty: Terminal, typist: Typist) -> None:
    """From the summary to the last question, from there to any before, and on again."""
    shown = typist("init", *SEVEN, "back", "back", "Ida (PM)", "no", "", LATER)
    assert "So far: Lena (PM), Tomas (sales). Enter keeps it." in shown
    answers = roadmap(empty)["answers"]
    assert (answers["contacts"], answers["manager_safe"]) == (["Ida (PM)"], "no")


def test_back_at_the_first_question_says_so(typist: Typist) -> None:
    """There is nothing before it."""
    assert "This is the first question." in typist("init", "back", CTRL_D)


@pytest.mark.parametrize("name", ["2", "date", "change date"])
def test_one_answer_can_be_changed_at_the_summary(
    name: str, empty: Terminal, typist: Typist
) -> None:
    """By its number or its name; the plan is shown anew, and nothing else is asked."""
    shown = typist("init", *SEVEN, name, "june 2028", "", "", LATER)
    assert "Product manager by 1 Jun 2028" in shown
    assert shown.count("1 of 7") == 1
    assert roadmap(empty)["target"]["date"].isoformat() == "2028-06-01"


def test_anything_else_at_the_summary_lists_the_answers(typist: Typist) -> None:
    """With the numbers by which each can be changed."""
    shown = flat(typist("init", *SEVEN, "?", "", LATER))
    assert "1 role: product manager, freight 2 date: Mon 10 Jan 2028" in shown
    assert "6 contacts: Lena (PM), Tomas (sales) 7 manager: unknown" in shown


def test_no_at_the_summary_keeps_the_answers(empty: Terminal, typist: Typist) -> None:
    """The next call shows the plan again; one Enter each, and it is saved."""
    shown = typist("init", *SEVEN, "n")
    assert "The roadmap was not saved, but your answers are. To continue: pmpath init" in flat(
        shown
    )
    assert "shows the plan that your answers make; one Enter saves it" in flat(typist(""))
    shown = typist("init", "", "", LATER)
    assert "Enter shows the plan; 1-7 changes an answer; new starts over." in flat(shown)
    assert roadmap(empty)["target"]["company"] == "freight"


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 0), ("exit", 0), ("q", 0)])
def test_whoever_leaves_is_told_where_it_goes_on(
    key: str, code: int, empty: Terminal, typist: Typist
) -> None:
    """So are bare pmpath, the errors of other commands, and the call that goes on."""
    where = "goes on at question 4 of 7: What is your job now?"
    shown = typist("init", *SEVEN[:3], key, code=code)
    assert f"Your answers are kept; pmpath init {where}" in flat(shown)
    assert where in flat(typist(""))
    typist("report", code=3)
    assert "To continue your set-up: pmpath init" in empty.err
    shown = typist("init", "", *SEVEN[3:], "", LATER)
    assert "Enter goes on at question 4 of 7; 1-7 changes an answer; new starts over." in flat(
        shown
    )
    assert roadmap(empty)["target"]["role"] == "product manager"


def test_a_question_that_was_skipped_is_not_the_one_to_go_on_with(typist: Typist) -> None:
    """Whoever left the role open and stopped at the third goes on there."""
    typist("init", "", "10 jan 2028", CTRL_C, code=130)
    assert "goes on at question 3 of 7" in flat(typist(""))


def test_one_answer_can_be_changed_without_beginning_anew(empty: Terminal, typist: Typist) -> None:
    """On the way back in."""
    typist("init", *SEVEN[:4], CTRL_C, code=130)
    shown = typist("init", "1", "APM, tools", "", *SEVEN[4:], "", LATER)
    assert "So far: product manager, freight. Enter keeps it." in shown
    target = roadmap(empty)["target"]
    assert (target["role"], target["company"], target["profile"]) == ("APM", "tools", "senior")


def test_new_begins_anew(empty: Terminal, typist: Typist) -> None:
    """And forgets all of it."""
    typist("init", "wrong", "june 2029", "", CTRL_C, code=130)
    typist("init", "new", *SEVEN, "", LATER)
    assert roadmap(empty)["target"]["role"] == "product manager"


def test_too_near_a_date_is_offered_for_the_search_alone(empty: Terminal, typist: Typist) -> None:
    """No is the default, and asks for another day; yes plans the search."""
    rest = (*SEVEN[2:], "", LATER)
    shown = typist("init", "pm", "1 feb 2027", "", "in 3 weeks", "", "y", *rest)
    said = flat(shown)
    assert "1 Feb 2027 is 3 weeks away, too soon for a whole plan." in said
    assert "Plan just the job search? [y/N]" in said
    assert "Then write 5 Apr 2027 or a later day." in said
    assert roadmap(empty)["target"]["mode"] == "search"


def test_a_later_date_is_a_whole_plan_again(empty: Terminal, typist: Typist) -> None:
    """Though the near one was to be the search alone."""
    typist("init", "pm", "1 feb 2027", "y", *SEVEN[2:], "2", "10 jan 2028", "", LATER)
    assert roadmap(empty)["target"].get("mode", "full") == "full"


def test_a_date_more_than_ten_years_away_is_refused(typist: Typist) -> None:
    """Whatever the plan is."""
    assert "more than ten years away" in typist("init", "pm", "2045-01-01", CTRL_D)


def test_what_is_skipped_is_said_with_the_way_back(empty: Terminal, typist: Typist) -> None:
    """idk, later and not yet leave it open; the list of open answers has them."""
    shown = typist("init", "idk", "10 jan 2028", "4", "", "later", "not yet", "later", "skip", "",
                   LATER)  # fmt: skip
    assert flat(shown).count("Left open. To answer it later: pmpath answer") == 4
    assert "13 optional questions left." in flat(shown)
    assert "1 of 13" in typist("answer", CTRL_D)


def test_hours_and_people_are_agreed_to_with_enter(empty: Terminal, typist: Typist) -> None:
    """The spread can be written as days, the functions one after the other."""
    shown = typist("init", "pm", "june 2028", "yes", "3-5 hours", "mon-thu 45", "ic", "never",
                   "anna and ben", "pm, sales", "no", "", LATER)  # fmt: skip
    assert "Thu 1 Jun 2028: press Enter to accept, or write another day." in flat(shown)
    assert "In minutes: mon-fri 30, sat 90, sun off. Press Enter to accept" in flat(shown)
    found = roadmap(empty)
    assert found["answers"]["contacts"] == ["Anna (PM)", "Ben (sales)"]
    assert found["minutes"]["thu"] == 45
    assert found["minutes"]["sat"] == 0


THREE = "Anna and Ben, Lena (PM)"


THE_SAME = [
    "maybe", "dunno", "both", "Anna", "?", "none", "not PMs", "pm, maybe", "hmm, hard to say",
    "friends", "pm", "yes", "2", "Anna or Ben",
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        *((typed, ["Anna", "Ben", "Lena (PM)"]) for typed in THE_SAME),
        ("Anna is a PM", ["Anna (PM)", "Ben", "Lena (PM)"]),
        ("ben: sales", ["Anna", "Ben (sales)", "Lena (PM)"]),
        ("Anna (PM), Ben (sales)", ["Anna (PM)", "Ben (sales)", "Lena (PM)"]),
        ("Anna (PM), Carl (sales)", ["Anna (PM)", "Carl (sales)"]),
    ],
)
def test_what_says_nothing_of_people_takes_nobodys_place(
    typed: str, people: list[str], empty: Terminal, typist: Typist
) -> None:
    """Behind `What do Anna and Ben do?`, only a list that names somebody new replaces the three."""
    is_settled = typed in ("dunno", "yes") or all(" (" in one for one in people)
    typist("init", *SEVEN[:5], THREE, typed, *([] if is_settled else [""]), "no", "", LATER)
    assert roadmap(empty)["answers"]["contacts"] == people


@pytest.mark.parametrize("typed", ["pmpath report", "$ pmpath log coffee with Lena 30m"])
def test_a_typed_command_is_no_answer(typed: str, empty: Terminal, typist: Typist) -> None:
    """It is not run, and the question is asked again."""
    shown = typist("init", typed, *SEVEN, "", LATER)
    assert "was not run. Enter skips the question, Ctrl-D leaves it." in flat(shown)
    assert roadmap(empty)["target"]["role"] == "product manager"


def test_what_may_be_a_command_is_asked_about(empty: Terminal, typist: Typist) -> None:
    """A duty may begin as a command does."""
    typist("init", *SEVEN, "", LATER)
    shown = typist("answer duty", "rest api reviews", "n", "rest api reviews", "y")
    assert "pmpath rest api reviews is a command." in flat(shown)
    assert roadmap(empty)["answers"]["duty"] == "rest api reviews"


def test_the_first_day_can_be_logged_before_the_set_up_is_finished(
    empty: Terminal, typist: Typist
) -> None:
    """The entry is kept, and counts once the roadmap is saved."""
    typist("init", *SEVEN[:3], CTRL_C, code=130)
    shown = empty.type("log", "asked", "@lena:pm", "for", "a", "coffee", "5m")
    assert (
        "It counts as soon as your roadmap is saved. To continue the set-up: pmpath init" in shown
    )
    typist("init", "", *SEVEN[3:], "", LATER)
    shown = flat(empty.type("today"))
    assert "Done today 5 min: asked Lena for a coffee" in shown
    assert "Ask Lena (PM) for half an hour" not in shown
    assert "Lena" in empty.type("history")


def test_before_any_set_up_log_says_how_to_begin(empty: Terminal) -> None:
    """Nothing is made in a folder that may be the wrong one."""
    empty.type("log", "coffee", code=3)
    assert "pmpath init makes one" in empty.err
    assert not empty.home.exists()


def test_a_broken_draft_is_said(empty: Terminal, typist: Typist) -> None:
    """Bare pmpath still works."""
    typist("init", *SEVEN[:3], CTRL_C, code=130)
    (empty.home / "init.draft.toml").write_text("= no toml", encoding="utf-8")
    assert "delete that file, and pmpath init starts again" in flat(empty.type())


def test_a_plan_that_begins_on_a_day_off_names_its_first_day(typist: Typist) -> None:
    """Sunday rests: the first step is Monday's."""
    shown = flat(typist("init", *SEVEN, "", LATER, today="2027-01-17"))
    assert "First step, Mon 18 Jan, 5 min Ask Lena (PM)" in shown


@pytest.mark.parametrize(
    "words",
    [[], ["customer", "4"], ["pay", "private"], ["counts", "150", "5"], ["step-role", "skip"],
     ["role", "pm"]],
)  # fmt: skip
def test_reports_and_answer_agree_on_what_is_open(
    words: list[str], empty: Terminal, typist: Typist
) -> None:
    """After a set-up that was left, finished later, and after each answer."""
    typist("init", "idk", "10 jan 2028", CTRL_C, code=130)
    typist("init", "", "4", "", "idk", "later", "later", "later", "", LATER)
    if words:
        empty.type("answer", *words)
    questions = {one.id: one for one in content().questions()}
    counted = json.loads(empty.type("report", "--json"))["data"]["open_answers"]
    shown = flat(empty.type("report"))
    assert re.search(rf"\b{len(counted)} answers? (open|still missing)", shown)
    count = len(counted)
    assert f"1 of {count} " in typist("answer", CTRL_D)
    assert set(counted) <= set(questions)
    for key in words[:1]:
        assert key not in counted


def test_each_question_that_may_be_open_has_its_keys() -> None:
    """As the content has them; the others have a value in every roadmap."""
    questions = {one.id: one.keys for one in content().questions()}
    assert {one.id: one.keys for one in MAY_BE_OPEN} == {
        key: keys
        for key, keys in questions.items()
        if key not in ("date", "minutes", "profile", "side")
    }
