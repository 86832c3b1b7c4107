"""`pmpath people`: everybody once, whose turn it is, one person whole, two names that are one."""

from __future__ import annotations

from typing import Any

import pytest

from pmpath.coach.contacts.leaders import informed_leaders, updates_due
from pmpath.coach.gathered.clocks import Clocks, due_day
from pmpath.coach.gathered.people import people
from pmpath.coach.situation import Situation
from pmpath.coach.today.candidates import steps
from pmpath.coach.today.proposal import CLOCK
from pmpath.domain.record import changed
from tests import build
from tests.commands.conftest import Terminal
from tests.gathered.sixty import LABELS, Sixty, day

WANTED = LABELS["people"]


def people_of(sixty: Sixty) -> dict[str, Any]:
    """By label, the facts of everybody."""
    return {one["person"]: one for one in sixty.facts("people")["people"]}


def test_the_sixty_sentences_name_whom_the_labels_name(sixty: Sixty) -> None:
    """Eleven people, each once, counted by function; nobody ill, nameless or a firm."""
    facts = sixty.facts("people")
    assert facts["by_function"] == WANTED["by_function"]
    assert facts["met"] == sum(WANTED["by_function"].values())
    assert {one["person"] for one in facts["people"]} == set(WANTED["each"])


@pytest.mark.parametrize("person", WANTED["each"])
def test_contact_worries_and_clock_are_as_labelled(sixty: Sixty, person: str) -> None:
    """First and last two-way contact, worries in their words, the day the next one is due."""
    one, label = people_of(sixty)[person], WANTED["each"][person]
    assert (day(one["first"]), day(one["last"])) == (label["first"], label["last"])
    assert day(one["clock"]["due"]) == label["due"]
    assert one["clock"]["is_due"] == (label["due"] <= LABELS["today"])
    assert [said["text"] for said in one["worries"]] == label.get("worries", [])


def test_told_and_shown_are_as_labelled(sixty: Sixty) -> None:
    """Since when somebody knows, and when they last saw something; nobody else does."""
    found = people_of(sixty)
    told = {key: day(one["told"]) for key, one in found.items() if one["told"]}
    shown = {key: day(one["shown"]) for key, one in found.items() if one["shown"]}
    assert (told, shown) == (WANTED["told"], WANTED["shown"])


@pytest.mark.parametrize("columns", ["80", "40"])
def test_the_screens_fit(sixty: Sixty, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """No line is wider than the terminal, be it of all people or of one."""
    monkeypatch.setattr("tests.journeys.program.SCREEN", {"COLUMNS": columns, "NO_COLOR": "1"})
    for words in (("people",), ("people", "lena"), ("people", "jörg", "müller")):
        out = sixty.program.type(*words)
        assert max(map(len, out.splitlines())) <= int(columns), out


def test_one_page_has_all_that_passed(sixty: Sixty) -> None:
    """By any spelling, with both names, the worry, the clock and the lines of the log."""
    out = sixty.screen("people", "lena")
    assert out == sixty.screen("people", "@lena_krause")
    for part in ("Lena Krause (PM)", "also Lena", "Mon 1 Feb: churn", "Due since Wed 12 May",
                 "every 2 months with a PM or seller", "coffee with our PM Lena"):  # fmt: skip
        assert part in out


def test_whoever_is_due_longest_stands_first(sixty: Sixty) -> None:
    """Then those whose turn comes later, by the day."""
    dues = [day(one["clock"]["due"]) for one in sixty.facts("people")["people"]]
    assert dues == sorted(dues, key=str)


def situation(*entries: Any, **changes: Any) -> Situation:
    """Entries on the plan of the tests, seen half a year later."""
    return build.situation(entries, build.day(180), on=changed(build.roadmap(), **changes))


def clocks_of(found: Situation) -> dict[str, Any]:
    """By key of a person, the clock."""
    clocks = Clocks(found)
    everybody = people(found.journal, found.roadmap, found.today)
    return {one.key: clocks.of(one) for one in everybody}


@pytest.mark.parametrize(
    ("function", "circle"),
    [("PM", "ally"), ("product owner", "ally"), ("sales", "ally"), ("AE", "ally"),
     ("head of sales", "leader"), ("CMO", "leader"), ("VP product", "leader"),
     ("VP engineering", "wider"), ("marketing", "wider"), ("customer", "wider"), ("", "wider")],
)  # fmt: skip
def test_a_circle_follows_from_the_function(function: str, circle: str) -> None:
    """Leaders, PMs and sellers, and everybody else; who leads engineers opens no such door."""
    label = f"Lena ({function})" if function else "Lena"
    clock = clocks_of(situation(build.entry(build.day(1), people=(label,), event="met")))["lena"]
    assert clock.circle == circle


def test_the_roadmap_may_say_another_circle() -> None:
    """`[people]` wins, under any spelling of the name."""
    met = build.entry(build.day(1), people=("Jörg (support)",), event="met")
    said = clocks_of(situation(met, people={"Joerg": "leader"}))
    assert said["jorg"].circle == "leader"
    assert said["jorg"].due == build.day(36)


def test_a_vacation_brings_no_contact_nearer() -> None:
    """Two weeks off are two weeks more."""
    met = build.entry(build.day(1), people=("Ida (CMO)",), event="met")
    off = build.vacation(build.day(10), build.day(23))
    found = situation(met, vacations=(off,))
    assert clocks_of(found)["ida"].due == build.day(1 + 35 + 14)
    assert due_day("leader", build.day(1), situation().ages) == build.day(36)


def test_asking_and_sending_start_no_clock() -> None:
    """Nobody was met: no contact is due."""
    asked = build.entry(build.day(1), people=("Ida (CMO)",), event="asked", half="ask")
    assert clocks_of(situation(asked))["ida"] is None


def test_a_snoozed_person_is_not_due(terminal: Terminal) -> None:
    """Their turn is said to rest, and they stand below those who are due."""
    terminal.type("log", "coffee", "with", "Ida", "(CMO)", today="2027-01-12")
    terminal.type("snooze", "ida", "until", "1", "may", today="2027-03-01")
    out = terminal.type("people")
    assert "snoozed until Sat 1 May" in out
    assert "Due now" not in out


def test_nobody_yet_says_how_somebody_counts(terminal: Terminal) -> None:
    """The screen of the first day has an example to type."""
    assert "pmpath log coffee with" in terminal.type("people")


def test_two_names_become_one_person_and_two_again(terminal: Terminal) -> None:
    """`merge` counts them once, `split` and `undo` twice; without a terminal `--yes` is needed."""
    terminal.type("log", "coffee with Tomas from sales", today="2027-01-12")
    terminal.type("log", "lunch with Thomas from sales", today="2027-01-13")
    assert terminal.type("people").startswith("2 people met")
    terminal.type("people", "merge", "tomas", "thomas", code=2)
    assert "pmpath people merge tomas thomas --yes" in terminal.err
    terminal.type("people", "merge", "tomas", "thomas", "--yes")
    assert "Same person: Thomas (sales)." in terminal.out
    assert terminal.type("people").startswith("1 person met")
    assert "already" in terminal.type("people", "merge", "thomas", "tomas", "--yes")
    terminal.type("people", "split", "tomas", "and", "thomas", "--yes")
    assert terminal.type("people").startswith("2 people met")
    terminal.type("undo")
    assert terminal.type("people").startswith("1 person met")
    terminal.type("undo", "--back")
    assert terminal.type("people").startswith("2 people met")


def test_names_of_two_words_are_found_where_the_first_ends(terminal: Terminal) -> None:
    """`merge anna meier anne meyer` are two names of two words."""
    terminal.type("log", "coffee with Anna Meier (PM)", today="2027-01-12")
    terminal.type("log", "coffee with Anne Meyer (PM)", today="2027-01-13")
    out = terminal.type("people", "merge", "anna", "meier", "anne", "meyer", "--yes")
    assert out.startswith("Same person: Anne Meyer (PM)")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [(("zoe", "lena"), 3, 'called "zoe"'), (("lena",), 2, "Two names"), ((), 2, "Two names"),
     (("lena", "lena"), 2, "Both names are Lena")],
)  # fmt: skip
def test_names_that_cannot_be_merged_are_refused(
    terminal: Terminal, words: tuple[str, ...], code: int, said: str
) -> None:
    """With what was typed, and what to type instead."""
    terminal.type("log", "coffee with Lena (PM)", today="2027-01-12")
    terminal.type("people", "merge", *words, "--yes", code=code)
    assert said in terminal.err


def test_a_name_of_several_is_asked_back(terminal: Terminal) -> None:
    """Two first names alike: both are offered as they are typed."""
    terminal.type("log", "coffee with Ana Ruiz (PM)", today="2027-01-12")
    terminal.type("log", "coffee with Ana Silva (sales)", today="2027-01-13")
    terminal.type("people", "ana", code=3)
    assert "pmpath people ana_ruiz" in terminal.err
    terminal.type("people", "zoe", code=3)
    assert "pmpath people" in terminal.err


def clock_steps(*, on: dict[str, str], last: int, today: int) -> list[str]:
    """Whom the steps of a day send something because the next contact is due."""
    met = [
        build.entry(build.day(1), people=("Ann (PM)",), event="met", action="allies.coffee"),
        build.entry(build.day(last), people=("Lena (PM)",), event="met", action="allies.coffee"),
    ]
    roadmap = changed(build.roadmap(), people=on)
    here = build.situation(met, build.day(today), on=roadmap)
    return [one.person for one in steps(here, 30) if one.reason.kind == CLOCK]


def test_a_clock_that_ran_out_is_a_step_of_the_day() -> None:
    """After two months with an ally; the one who waited longest first."""
    assert clock_steps(on={}, last=20, today=62) == ["Ann (PM)"]
    assert clock_steps(on={}, last=20, today=90) == ["Ann (PM)", "Lena (PM)"]
    assert clock_steps(on={}, last=20, today=50) == []


def test_the_circle_of_the_roadmap_moves_that_step() -> None:
    """A leader waits for five weeks, the wider circle for six months."""
    assert clock_steps(on={"Lena": "wider"}, last=20, today=90) == ["Ann (PM)"]
    assert clock_steps(on={"Lena": "leader"}, last=20, today=56) == ["Lena (PM)"]


@pytest.mark.parametrize(
    ("circle", "days"), [("", 35), ("leader", 35), ("ally", 59), ("wider", 181)]
)
def test_a_leader_who_knows_hears_as_often_as_the_roadmap_says(circle: str, days: int) -> None:
    """The five lines to them, and so the concern that they heard nothing."""
    told = build.entry(
        build.day(14), people=("Ida (head of sales)",), event="told", tags=("told",),
        track="sponsors",
    )  # fmt: skip
    roadmap = changed(build.roadmap(), people={"Ida": circle} if circle else {})
    here = build.situation([told], build.day(14 + days), on=roadmap)
    found = informed_leaders(roadmap, here.journal)
    assert [one.person for one in updates_due(found, here.ages)] == ["Ida (head of sales)"]
    before = build.situation([told], build.day(13 + days), on=roadmap)
    assert updates_due(informed_leaders(roadmap, before.journal), before.ages) == ()
