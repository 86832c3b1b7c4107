from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.cli.start.answer_tables import answers_in, tables_of
from pmpath.domain.content.questions import answer_text, is_open, read_answer
from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.hours import read_week, spread_over_week, week_text
from pmpath.storage.content import content

TODAY = date(2027, 1, 11)
QUESTIONS = {one.id: one for one in content().questions()}


@pytest.mark.parametrize(
    ("name", "typed", "answer"),
    [
        ("role", "product manager", {"target.role": "product manager"}),
        ("role", "PMM, tools for farmers",
         {"target.role": "PMM", "target.company": "tools for farmers"}),
        ("role", "product manager at a freight company",
         {"target.role": "product manager", "target.company": "a freight company"}),
        ("date", "10 jan 2028", {"target.date": date(2028, 1, 10)}),
        ("date", "in 12 months", {"target.date": date(2028, 1, 11)}),
        ("minutes", "4", {"minutes": spread_over_week(240)}),
        ("minutes", "4h30 2027-07-05..2027-07-18",
         {"minutes": spread_over_week(270),
          "vacation": [{"from": date(2027, 7, 5), "to": date(2027, 7, 18)}]}),
        ("minutes", "mon=30, sat=90",
         {"minutes": {"mon": 30, "tue": 0, "wed": 0, "thu": 0, "fri": 0, "sat": 90, "sun": 0}}),
        ("profile", "ic", {"target.profile": "ic"}),
        ("profile", "software engineer", {"target.profile": "ic"}),
        ("profile", "Senior engineer", {"target.profile": "senior"}),
        ("profile", "director of engineering", {"target.profile": "senior"}),
        ("profile", "sales engineer since 2026-09-01",
         {"target.profile": "step", "springboard.state": "in",
          "springboard.role": "sales engineer", "springboard.since": date(2026, 9, 1)}),
        ("customer", "never", {"answers.customer_last": "never"}),
        ("customer", "never 3", {"answers.customer_last": "never", "answers.customer_love": 3}),
        ("customer", "mar 2026, 4",
         {"answers.customer_last": date(2026, 3, 1), "answers.customer_love": 4}),
        ("customer", "last march 4",
         {"answers.customer_last": date(2026, 3, 1), "answers.customer_love": 4}),
        ("customer", "2026-03-10 5",
         {"answers.customer_last": date(2026, 3, 10), "answers.customer_love": 5}),
        ("customer", "4 mar 4",
         {"answers.customer_last": date(2026, 3, 4), "answers.customer_love": 4}),
        ("customer", "4", {"answers.customer_love": 4}),
        ("customer", "yesterday", {"answers.customer_last": date(2027, 1, 10)}),
        ("contacts", "Lena (PM), Jörg Müller (head of sales, DACH), @tomas:sales",
         {"answers.contacts": ["Lena (PM)", "Jörg Müller (head of sales, DACH)",
                               "Tomas (sales)"]}),
        ("contacts", "none", {"answers.contacts": []}),
        ("manager", "y", {"answers.manager_safe": "yes"}),
        ("manager", "don't know", {"answers.manager_safe": "unknown"}),
        ("why", "strategy, money", {"answers.why": ["strategy", "money"]}),
        ("junior", "unsure", {"answers.junior": "unsure"}),
        ("pay", "15%, 8 months",
         {"answers.pay_cut_percent": 15, "answers.savings_months": 8}),
        ("pay", "0", {"answers.pay_cut_percent": 0}),
        ("pay", "private", {"answers.pay_floor_set": True}),
        ("side", "in", {"target.side": "inside"}),
        ("counts", "150 engineers, 5 PMs",
         {"answers.engineers": 150, "answers.product_managers": 5}),
        ("step-role", "take", {"springboard.state": "take"}),
        ("leaders", "Ida (head of sales)", {"answers.leaders": ["Ida (head of sales)"]}),
        ("last-piece", "none", {"answers.last_piece": "none"}),
        ("cause", "the food bank", {"answers.cause": "the food bank"}),
        ("duty", "the review queue", {"answers.duty": "the review queue"}),
    ],
)  # fmt: skip
def test_what_people_type_is_understood(name: str, typed: str, answer: dict[str, object]) -> None:
    """Each question takes the words one would use, and fills its own keys alone."""
    found = read_answer(QUESTIONS[name], typed, TODAY)
    assert found == answer
    known = set(QUESTIONS[name].keys)
    assert set(found) <= known | {"springboard.state"}
    assert not is_open(QUESTIONS[name], found)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("role", "2028-01-10", '"2028-01-10" is not a role.'),
        ("role", "10 jan 2028", '"10 jan 2028" is not a role.'),
        ("date", "soon", '"soon" was not understood as a day.'),
        ("date", "yesterday", '"yesterday" is not in the future.'),
        ("date", "2027-02-30", "2027-02-30 is not in the calendar."),
        ("minutes", "many", '"many" was not understood as hours a week.'),
        ("minutes", "70", "70 is not between 1.5 and 60 hours a week."),
        ("minutes", "moon=30", '"moon=30" was not understood as hours a week.'),
        ("minutes", "4 2027-07-18..2027-07-05", "2027-07-05 is before 2027-07-18."),
        ("profile", "astronaut", '"astronaut" was not understood as a job.'),
        ("customer", "soon 4", '"soon" was not understood as a day that is over.'),
        ("customer", "2028-01-01", '"2028-01-01" was not understood as a day that is over.'),
        ("contacts", "@", "@ has no name in it."),
        ("manager", "yes no 2028-05-01", '"yes no 2028-05-01" is not one of the choices.'),
        ("manager", "soon", '"soon" is not one of the choices.'),
        ("why", "fame", '"fame" is not one of the choices.'),
        ("pay", "a lot", '"a lot" was not understood.'),
        ("pay", "150 percent", '"150 percent" was not understood.'),
        ("counts", "150", '"150" was not understood.'),
        ("step-role", "left", '"left" is not one of the choices.'),
    ],
)
def test_what_cannot_be_meant_is_refused_with_an_example(
    name: str, typed: str, sentence: str
) -> None:
    """One sentence says what is wrong, and a hint what would be right."""
    with pytest.raises(UsageError) as caught:
        read_answer(QUESTIONS[name], typed, TODAY)
    assert caught.value.sentence == sentence
    assert caught.value.hint


def test_every_question_of_the_content_can_be_read() -> None:
    """All seventeen have a reader, seven come first, and each is open until something is known."""
    assert len(QUESTIONS) == 17
    assert sum(one.first for one in QUESTIONS.values()) == 7
    for question in QUESTIONS.values():
        assert is_open(question, {})
        assert answer_text(question, {}) == ""
        with pytest.raises(UsageError):
            read_answer(question, "\0", TODAY) if question.choices else read_answer(
                QUESTIONS["date"], "\0", TODAY
            )


@given(st.integers(90, 3600))
def test_a_spread_is_read_back_as_it_was_said(total: int) -> None:
    """Any number of minutes a week is spread whole, and its days can be typed again."""
    week = spread_over_week(total)
    assert sum(week.values()) == total
    assert read_week(" ".join(f"{day}={minutes}" for day, minutes in week.items())) == week
    assert week_text(week).startswith("mon")


@given(st.dictionaries(
    st.sampled_from(["target.role", "answers.duty", "answers.cause", "springboard.role"]),
    st.text(max_size=30),
))  # fmt: skip
def test_answers_survive_the_way_through_the_tables(answers: dict[str, object]) -> None:
    """Dotted keys become the tables of a roadmap and come back as they were."""
    assert answers_in(tables_of(answers)) == answers
