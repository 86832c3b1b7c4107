"""People, milestones, numbers and open moves of the sample journey, counted a second time."""

from __future__ import annotations

import tomllib
from datetime import date

from tests.sample.lived import DAY, MONDAY, START, SUNDAY, Sample, name, typed

TARGET = date(2028, 1, 10)


def test_people_met_in_week_12(sample: Sample) -> None:
    """Tomas, Noor, Marit and Lena were met in week 12; only Noor for the first time."""
    before = {
        name(person)
        for entry in sample.entries(START, MONDAY - DAY)
        for person in entry.get("people", [])
    }
    met: dict[str, bool] = {}
    for entry in sample.entries(MONDAY):
        for person in entry.get("people", []):
            met.setdefault(name(person), name(person) not in before)
    assert met == {"Tomas": False, "Noor": True, "Marit": False, "Lena": False}
    report = sample.facts("report", "last")
    assert {name(one["person"]): one["new"] for one in report["met"]} == met


def test_people_met_since_the_start(sample: Sample) -> None:
    """Fourteen people carry the journey, no firm among them; spelling variants are one person."""
    # by hand, in the order of the lines
    names = (
        "Lena Tomas Marit Jörg_Müller Petra Sigrid Anton Hannes Marek Agnes Karim Ida Sofia Noor"
    )
    expected = {one.replace("_", " ") for one in names.split()}
    found = {name(person) for entry in sample.entries() for person in entry.get("people", [])}
    assert found == expected
    assert {name(one["person"]) for one in sample.facts("report", "all")["met"]} == expected


def test_milestones_done(sample: Sample) -> None:
    """Twelve are recorded as done, eleven by hand, one by init; the log reaches another.

    The application that was sent is the first outside.
    """
    marked = [words.split()[2] for _, words in typed() if words.startswith("milestones done ")]
    expected = {*marked, "springboard.decided"}
    assert len(expected) == 12
    assert {line["of"] for line in sample.of_kind("milestone")} == expected
    reached = sample.facts("report", "all")["milestones"]["reached"]
    assert {one["id"] for one in reached} == {*expected, "search.outside-step"}


def test_milestones_due(sample: Sample) -> None:
    """Nine of the eleven milestones due by 4 April are done; two talks are open."""
    roadmap = tomllib.loads((sample.home / "roadmap.toml").read_text(encoding="utf-8"))
    assert roadmap["target"]["date"] == TARGET
    due = {
        one["id"]
        for one in roadmap["milestone"]
        if one["tier"] in ("core", "standard")
        and TARGET - one["weeks_before"] * 7 * DAY <= SUNDAY
    }  # fmt: skip
    done = {line["of"] for line in sample.of_kind("milestone")}
    assert (len(due), len(due & done)) == (7, 6)
    assert due - done == {"sponsors.two-told"}
    found = sample.facts("report", "last")["milestones"]
    assert (found["due_count"], found["due_done"]) == (7, 6)
    assert {one["id"] for one in found["open"]} == due - done
    assert {one["id"] for one in found["reached"]} == {
        "allies.helper-used", "customers.five-heard",
    }  # fmt: skip


def test_five_customer_conversations(sample: Sample) -> None:
    """The milestone of five customer conversations rests on five entries with a customer."""
    customers = {"Marit", "Sigrid", "Hannes"}
    days = [
        entry["day"]
        for entry in sample.entries()
        if customers & {name(person) for person in entry.get("people", [])}
    ]
    assert days == ["2027-01-20", "2027-02-02", "2027-02-16", "2027-03-16", "2027-04-01"]


def test_numbers(sample: Sample) -> None:
    """Three baselines and one result are kept; the result is 5 to 3, which is 40% less."""
    found = [
        (one["name"], one["before"], one.get("after"))
        for entry in sample.entries()
        for one in entry.get("evidence", [])
        if one["kind"] == "metric"
    ]
    assert sorted(found, key=str) == [
        ("addresses typed twice in 40 orders", 31, None),
        ("donations", 4200, None),
        ("set-up calls per new customer", 5, 3),
        ("set-up calls per new customer", 5, None),
    ]
    (win,) = sample.facts("report", "last")["wins"]
    assert (win["metric"]["before"], win["metric"]["after"], win["percent"]) == (5, 3, -40)


def test_whose_move(sample: Sample) -> None:
    """Two moves are open on the last evening: slides to Noor, and Lena's answer about the trial."""
    moves = sample.facts("report", "last")["moves"]
    (mine,) = moves["yours"]
    assert (name(mine["person"]), mine["what"], mine["day"], mine["late"]) == (
        "Noor", "slides on the six checks", "2027-04-07", False,
    )  # fmt: skip
    (theirs,) = moves["theirs"]
    assert (name(theirs["person"]), theirs["what"], theirs["day"], theirs["late"]) == (
        "Lena", "yes or no to the address trial", "2027-04-09", False,
    )  # fmt: skip
