"""`pmpath prepare FIRM`: what is sent about an opening next, filled from the log."""

from __future__ import annotations

import json

import pytest

from pmpath.cli.options.completion import talks_and_people
from tests.commands.conftest import SETUP, Terminal
from tests.commands.conftest import empty as empty

FIRM = "caledon"


@pytest.fixture
def applied(empty: Terminal) -> Terminal:
    """An application of 2 March, a measured result, and another firm."""
    empty.type(*SETUP)
    say(empty, "2027-03-02", "applied to Caledon as product manager, 40 min")
    say(empty, "2027-03-02", "sign-ups: 10 to 25 a month after the new form, 10m")
    say(empty, "2027-03-02", "saw an opening at Blue Mill as product manager, 5m")
    return empty


def say(terminal: Terminal, day: str, words: str) -> None:
    terminal.type("log", words, today=day)


def test_a_week_of_silence_is_followed_up(applied: Terminal) -> None:
    """The step of the day names the words; they name the day, the role and the best number."""
    assert "Words to send      pmpath prepare caledon" in applied.type(today="2027-03-09").replace(
        "caledon", "caledon"
    )
    shown = applied.type("prepare", FIRM, today="2027-03-09")
    assert applied.type("prepare", today="2027-03-09") == shown
    assert shown.splitlines()[:7] == [
        "Follow-up · Caledon (product manager)",
        "",
        "Hi,",
        "On Tue 2 Mar I applied to you as product manager.",
        "I am still interested and would be glad to hear how things stand.",
        "A number of mine that may help you decide: sign-ups from 10 to 25 a month.",
        "If you need anything else from me, please tell me.",
    ]
    assert "Due           since Tue 9 Mar" in shown
    assert "When sent     pmpath done" in shown


def test_the_second_names_the_first_and_ends_it(applied: Terminal) -> None:
    """After it there is no third."""
    say(applied, "2027-03-09", "followed up with Caledon, 5m")
    shown = applied.type("prepare", FIRM, today="2027-03-16")
    assert shown.startswith("Second follow-up")
    assert "I wrote to you on Tue 9 Mar and have not heard back." in shown
    say(applied, "2027-03-16", "followed up with Caledon, 5m")
    assert "no more: both reminders are sent" in applied.type("prepare", FIRM, today="2027-03-17")
    assert "no more: cold since Tue 23 Mar" in applied.type("prepare", FIRM, today="2027-03-24")


def test_an_answer_is_answered_and_a_round_thanked_for(applied: Terminal) -> None:
    """Each the next day; whoever was in the round is greeted by name."""
    say(applied, "2027-03-04", "Caledon answered, 5m")
    shown = applied.type("prepare", FIRM, today="2027-03-05")
    assert shown.startswith("Answer")
    assert "Thank you for your answer of Thu 4 Mar." in shown
    assert "When sent     pmpath done" in shown
    say(applied, "2027-03-08", "interview at Caledon with Rosa Vidal (recruiter), 60m")
    shown = applied.type("prepare", FIRM, today="2027-03-09")
    assert shown.startswith("Thanks")
    assert "Hi Rosa,\nThank you for the time on Mon 8 Mar." in shown
    say(applied, "2027-03-09", "thanked Caledon for the interview, 5m")
    shown = applied.type("prepare", FIRM, today="2027-03-16")
    assert "On Mon 8 Mar we talked about the work as product manager." in shown


@pytest.mark.parametrize("line", ["followed up with", "thanked", "wrote to"])
def test_the_line_to_log_counts_as_sent(line: str, applied: Terminal) -> None:
    """What the screen offers to type starts the week anew."""
    if line != "followed up with":
        stage = "Caledon answered" if line == "wrote to" else "interview at Caledon"
        say(applied, "2027-03-08", f"{stage}, 30m")
    shown = applied.type("prepare", FIRM, today="2027-03-08")
    offered = next(one for one in shown.splitlines() if "pmpath log" in one)
    assert f"pmpath log {line} Caledon" in offered
    say(applied, "2027-03-09", offered.partition("pmpath log ")[2])
    data = json.loads(applied.type("openings", FIRM, "--json", today="2027-03-09"))["data"]
    assert data["opening"]["next"]["sent"] == 1


def test_a_measured_number_that_names_somebody_private_is_left_out(applied: Terminal) -> None:
    """And pay; the firm itself may be private and has its own name."""
    say(applied, "2027-03-03", "coffee with Rosa Vidal (PM), 20m")
    say(applied, "2027-03-03", "calls to rosa: 9 to 4 a week, 10m")
    applied.type("people", "rosa", "--private", today="2027-03-03")
    applied.type("openings", FIRM, "--private", today="2027-03-03")
    shown = applied.type("prepare", FIRM, today="2027-03-09")
    assert "rosa" not in shown.partition("Due")[0].casefold()
    assert "A number of mine" not in shown


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        ("", "You have not applied to Blue Mill yet", "pmpath log applied to Blue Mill"),
        ("offer from Blue Mill", "An offer of Blue Mill is open", "pmpath prepare pay-and-level"),
        ("no from Blue Mill because budget", "Blue Mill said no", "pmpath prepare after-no"),
        ("the opening at Blue Mill was closed", "The opening at Blue Mill is over", "openings"),
    ],
)  # fmt: skip
def test_where_nothing_is_to_be_written_that_is_said(
    words: str, said: str, hint: str, applied: Terminal
) -> None:
    """With the words that fit, to paste."""
    if words:
        say(applied, "2027-03-03", f"{words}, 5m")
    applied.type("prepare", "blue", "mill", today="2027-03-09", code=3)
    assert said in applied.err
    assert hint in applied.err


def test_a_firm_is_found_by_its_beginning_and_by_tab(
    applied: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several are listed; TAB offers firms beside talks and people; people come first."""
    monkeypatch.setenv("PMPATH_HOME", str(applied.home))
    monkeypatch.setenv("PMPATH_TODAY", "2027-03-03")
    assert talks_and_people("blue") == ["blue_mill"]
    assert "caledon" in talks_and_people("")
    say(applied, "2027-03-03", "applied to Calend as product manager, 5m")
    applied.type("prepare", "cale", today="2027-03-04", code=3)
    assert "cale may be Calend, Caledon." in applied.err
    say(applied, "2027-03-03", "coffee with Carla from sales, 5m")
    assert "Carla" in applied.type("prepare", "carl", today="2027-03-04")


def test_json_has_the_message(applied: Terminal) -> None:
    """Lines, kind and what it waits for."""
    data = json.loads(applied.type("prepare", FIRM, "--json", today="2027-03-09"))["data"]
    assert (data["kind"], data["firm"], data["is_step"]) == ("follow-up", "Caledon", True)
    assert len(data["lines"]) == 5


def test_a_firm_is_known_without_its_legal_form(empty: Terminal) -> None:
    """`Caledon` is the firm that was applied to as `Caledon GmbH`, on the next line already."""
    empty.type(*SETUP)
    empty.type("log", "applied to Caledon GmbH as product manager, 40m")
    shown = empty.type("log", "followed up with Caledon, 5m")
    assert "opening: Caledon GmbH: product manager" in " ".join(shown.split())
