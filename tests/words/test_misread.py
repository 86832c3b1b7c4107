"""Five kinds of lines that were once read wrong, ten of each."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.record import changed
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

MONDAY = date(2027, 3, 15)
KNOWN = content().vocabulary()


def read_on_monday(line: str) -> Draft:
    """The line, typed on a Monday."""
    return read(line, MONDAY, KNOWN)


@pytest.mark.parametrize(
    "line",
    [
        "baseline: conversion 44 %",
        "baseline: churn 5.2 %",
        "baseline: activation 31 %",
        "baseline for retention: 62 %",
        "baseline: NPS 22",
        "trial baseline: activation 31 %",
        "noted the baseline: checkout conversion 3 %",
        "baseline: onboarding conversion 12 %",
        "our baseline: logins 900 a week",
        "baseline: funnel conversion 8 %",
    ],
)
def test_the_first_value_of_a_product_is_no_volunteer_work(line: str) -> None:
    """Its number is a baseline, and its track is not that of a charity."""
    assert read_on_monday(line).track != "volunteer"


@pytest.mark.parametrize(
    "line", ["baseline: 4200 USD a month", "baseline: no-shows 18 a week", "baseline: donors 12"]
)
def test_a_baseline_of_no_product_is_for_the_volunteer_role(line: str) -> None:
    """As it was."""
    assert read_on_monday(line).track == "volunteer"


@pytest.mark.parametrize(
    ("line", "what", "due"),
    [
        ("Ben promised me an intro by FRIDAY", "intro", 19),
        ("Ben (sales) promised me an intro by FRIDAY", "intro", 19),
        ("Ben promised me an intro, by FRIDAY", "intro", 19),
        ("coffee with Ben, promised me an intro by FRI", "intro", 19),
        ("Ben promised me a seat in a customer call for THURSDAY", "seat in a customer call", 18),
        ("met Ben, he promised me the numbers by WEDNESDAY", "numbers", 17),
        ("Ben promised us the list by 22 MARCH", "list", 22),
        ("lunch with Ben (PM), promises me feedback until TUESDAY", "feedback", 16),
        ("Ben, our PM, promised me the deck by Friday", "deck", 19),
        ("Ben promised me by FRIDAY an intro", "intro", 19),
    ],
)
def test_what_was_promised_to_me_is_theirs_to_do(line: str, what: str, due: int) -> None:
    """Whatever stands between the name and the promise, and however the day is spelled."""
    following = read_on_monday(line).next
    assert following is not None
    assert (following.who, following.person[:3], following.what, following.day.day) == (
        "them",
        "Ben",
        what,
        due,
    )


@pytest.mark.parametrize(
    "line",
    [
        "On Friday I meet Ana",
        "on friday I meet Ana (sales)",
        "Friday I have lunch with Ana",
        "I meet Ana on Friday",
        "On Friday we talk with Ana (customer)",
        "On Fri I visit Ana (customer)",
        "on friday i call Ana",
        "On Friday I have coffee with Ana (PM)",
        "On Friday I shadow Ana (support)",
        "On Friday I join Ana in a call",
    ],
)
def test_the_present_tense_beside_a_weekday_is_a_plan(line: str) -> None:
    """Nothing has happened yet, least of all last week."""
    draft = read_on_monday(line)
    assert draft.event == ""
    assert draft.day is None


@pytest.mark.parametrize(
    "line",
    [
        "On Friday I met Ana",
        "last Friday I meet Ana",
        "On Friday I meet Ana 30m",
        "On Friday I meet Ana, she said the churn is high",
    ],
)
def test_what_was_done_on_a_weekday_is_done(line: str) -> None:
    """By its tense, its time or what came of it."""
    draft = read_on_monday(line)
    assert (draft.event, draft.day) == ("met", date(2027, 3, 12))


@pytest.mark.parametrize(
    "line",
    [
        "lunch with Nuria",
        "coffee with Nuria",
        "met Nuria",
        "call with Nuria 30m",
        "talked to Nuria about exports",
        "breakfast with Nuria",
        "visit at Nuria",
        "chat with nuria",
        "long talk with Nuria yesterday",
        "demo with Nuria",
    ],
)
def test_a_known_customer_is_no_ally(line: str) -> None:
    """The function that the log knows says which track a meeting is on."""
    known = changed(KNOWN, people={"nuria": "Nuria (customer)"})
    assert read(line, MONDAY, known).track == "customers"


@pytest.mark.parametrize(
    ("line", "name", "before"),
    [
        ("shelter: no-shows 18 a week", "no-shows", 18),
        ("shelter: sign-ups 18 a week", "sign-ups", 18),
        ("food bank: meals 240 per week", "meals", 240),
        ("library: visitors 90 a day", "visitors", 90),
        ("choir: donors 12 a month", "donors", 12),
        ("shelter: volunteers 31 each month", "volunteers", 31),
        ("food bank: late pickups 9 a week", "late pickups", 9),
        ("clinic: missed visits 14 a month", "missed visits", 14),
        ("youth club: members 55 a month", "members", 55),
        ("school: returns 7 per month", "returns", 7),
    ],
)
def test_a_count_for_each_week_behind_a_name_is_a_number(line: str, name: str, before: int) -> None:
    """With its period; it is where one begins."""
    metrics = read_on_monday(line).metrics
    assert [(one.name, one.before) for one in metrics] == [(name, before)]
    assert metrics[0].period


def test_a_count_that_is_read_again_is_the_one_after() -> None:
    """A word says so."""
    metrics = read_on_monday("shelter again: no-shows 11 a week").metrics
    assert [(one.before, one.after) for one in metrics] == [(None, 11)]


@pytest.mark.parametrize(
    "line",
    ["standup: bugs 18 a week", "gym: push-ups 30 a day", "on-call: pages 12 a week",
     "shelter: no-shows 18"],
)  # fmt: skip
def test_other_counts_are_no_result(line: str) -> None:
    """In doubt there is none."""
    assert read_on_monday(line).metrics == ()
