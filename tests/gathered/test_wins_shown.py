"""`pmpath wins`: results whole and ranked, what stands on no resume, what an interview may ask."""

from __future__ import annotations

from typing import Any

import pytest

from pmpath.coach.gathered.stories import stories
from pmpath.coach.gathered.wins import Result, part_of, results
from pmpath.coach.meaning.fold import fold_with_meaning
from pmpath.domain.entry import Entry
from pmpath.domain.metric import Metric
from pmpath.domain.period import EVER
from pmpath.domain.words.telling import tell
from pmpath.storage.content import content
from tests import build
from tests.commands.conftest import SETUP, Terminal
from tests.commands.conftest import empty as empty
from tests.gathered.sixty import LABELS, Sixty
from tests.hostile.texts import is_command, wide

WANTED = LABELS["wins"]


def sides(one: Any) -> str:
    metric = one["metric"]
    return f"{metric['name']}: {metric['before']} to {metric['after']}"


def test_results_are_ranked_as_labelled(sixty: Sixty) -> None:
    """The greatest change first; what is newer than the resume line stands on none."""
    facts = sixty.facts("wins")
    assert [sides(one) for one in facts["results"]] == WANTED["results"]
    assert [sides(one) for one in facts["results"] if not one["on_resume"]] == WANTED["no_resume"]
    assert [one["told"] for one in facts["used"]] == WANTED["used"]
    assert facts["stories"] is None


def test_questions_are_answered_as_labelled(sixty: Sixty) -> None:
    """A situation, an action and a result; else what is missing, with a line to log."""
    found = sixty.facts("wins", "--stories")["stories"]
    assert len(found) == 6
    assert [one["question"] for one in found if not one["missing"]] == WANTED["answered"]
    assert all(one["hint"].startswith("pmpath log ") for one in found)


def test_the_parts_of_a_story_belong_together(sixty: Sixty) -> None:
    """What somebody worried about, what they were given, and that they use it."""
    told = {one["question"]: one for one in sixty.facts("wins", "--stories")["stories"]}
    parts = [told["influence"][key]["told"] for key in ("situation", "action", "result")]
    assert parts == [
        "lunch with Tomas from sales, he worries about discounts",
        "sent Tomas the one-page price comparison", "Tomas used my price comparison in two deals",
    ]  # fmt: skip
    customer = told["customer"]
    assert customer["situation"]["told"].startswith("call with customer Ana Ruiz, she types")
    assert sides(customer["result"]["number"]) == "set-up calls per customer: 5 to 3"


@pytest.mark.parametrize("columns", ["80", "40"])
def test_the_screens_fit(sixty: Sixty, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """No line is wider than the terminal but a command, which is never broken."""
    monkeypatch.setattr("tests.journeys.program.SCREEN", {"COLUMNS": columns, "NO_COLOR": "1"})
    for words in (("wins",), ("wins", "--stories")):
        out = sixty.program.type(*words)
        assert [line for line in wide(out, int(columns)) if not is_command(line)] == [], out


def measured(number: int, text: str, **values: Any) -> Entry:
    """An entry of that day with one number."""
    metric = Metric(values.pop("name", "sign-ups"), values.pop("before", None),
                    values.pop("after", None), values.pop("unit", ""),
                    values.pop("period", ""))  # fmt: skip
    return build.entry(build.day(number), text=text, metrics=(metric,), **values)


def told(entry: Entry) -> str:
    """The words of an entry without marks and lengths."""
    return tell(entry.text, build.VOCABULARY, entry.day)


def found(*entries: Entry) -> list[Result]:
    """The results of these entries."""
    journal = fold_with_meaning(entries, build.CATALOG, build.roadmap(), EVER)[0]
    return list(results(journal, told))


def said(one: Result) -> str:
    metric = one.metric
    return f"{metric.name}: {metric.before} to {metric.after}"


def test_a_number_after_takes_the_one_before_from_an_earlier_line() -> None:
    """A baseline, then the value alone: one result, with both days, unit and period."""
    base = measured(1, "baseline: sign-ups 12 a month", before=12, period="month")
    (one,) = found(base, measured(40, "31 sign-ups after the form", after=31, name="Sign-ups"))
    assert (said(one), one.metric.period) == ("Sign-ups: 12 to 31", "month")
    assert (one.since, one.day) == (build.day(1), build.day(40))
    assert one.cautions == ()


def test_a_value_alone_goes_on_with_unit_and_period_of_the_one_before() -> None:
    """From 12 to 31 a month, later `45 sign-ups`: that is a month as well."""
    first = measured(1, "form: sign-ups", before=12, after=31, period="month", unit="USD")
    (one,) = found(first, measured(40, "45 sign-ups after the second form", after=45))
    assert (said(one), one.metric.period, one.metric.unit) == ("sign-ups: 12 to 45", "month", "USD")
    assert (one.cautions, one.part) == ((), "after the second form")


def test_a_number_that_went_on_is_one_result() -> None:
    """From 5 to 4, then from 4 to 3, is from 5 to 3; a number of another start is another."""
    steps = [measured(1, "a", before=5, after=4), measured(30, "b", before=4, after=3)]
    assert [said(one) for one in found(*steps)] == ["sign-ups: 5 to 3"]
    apart = [measured(1, "a", before=5, after=4), measured(30, "b", before=9, after=3)]
    assert [said(one) for one in found(*apart)] == ["sign-ups: 9 to 3", "sign-ups: 5 to 4"]


@pytest.mark.parametrize(
    "entry",
    [measured(1, "no change", before=5, after=5), measured(1, "alone", after=5),
     measured(1, "baseline", before=5),
     measured(1, "cut words", before=90, after=40, action="positioning.word-diet"),
     measured(1, "tuning", before=90, after=40, tags=("engineering",))],
)  # fmt: skip
def test_what_is_no_result(entry: Entry) -> None:
    """Nothing changed, one side is missing, an exercise, or engineering."""
    assert found(entry) == []


def test_the_greatest_change_stands_first_whichever_way_it_went() -> None:
    """By how many times the larger side is of the smaller, exactly; percents as well."""
    names = found(
        measured(1, "a", name="a", before=10, after=15),
        measured(2, "b", name="b", before=9, after=3),
        measured(3, "c", name="c", before="0.2", after="0.25"),
        measured(4, "d", name="d", before=20, after=50, unit="%"),
    )
    assert [one.metric.name for one in names] == ["b", "d", "a", "c"]


@pytest.mark.parametrize(
    ("entry", "cautions"),
    [
        (measured(1, "new form: sign-ups", before=12, after=31, period="month"), {"same day"}),
        (measured(1, "new form: sign-ups", before=2, after=3, period="week"),
         {"small", "same day"}),
        (measured(1, "new form: sign-ups", before=0, after=30, period="week"),
         {"from zero", "same day"}),
        (measured(1, "new form: sign-ups", before=12, after=31), {"no period", "same day"}),
        (measured(1, "new form: opened", name="opened", before=4, after=8, unit="%"),
         {"same day"}),
        (measured(1, "sign-ups from 12 to 31 a month", before=12, after=31, period="month"),
         {"same day", "no part"}),
    ],
)  # fmt: skip
def test_what_to_mind_is_said(entry: Entry, cautions: set[str]) -> None:
    """Whoever hears the number may ask for these."""
    assert set(found(entry)[0].cautions) == cautions


def test_two_measurements_close_together_are_told() -> None:
    """Less than two weeks may be chance."""
    base = measured(1, "sign-ups 12", before=12, period="month")
    (one,) = found(base, measured(9, "new form: 31 sign-ups", after=31))
    assert one.cautions == ("short",)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("rewrote the form, sign-ups from 12 to 31", "rewrote the form"),
        ("sign-ups from 12 to 31 a month after the new form", "after the new form"),
        (
            "sign-ups: 12 to 31 by asking for the mail address alone.",
            "by asking for the mail address alone",
        ),
        ("31 sign-ups after the new form", "after the new form"),
        ("number sign-ups: 12 to 31", ""),
        ("sign-ups from 12 to 31", ""),
        ("from sign-ups 12 to 31", ""),
        ("Formular neu gemacht: sign-ups 12 -> 31", "Formular neu gemacht"),
    ],
)
def test_ones_own_part_is_in_the_words(text: str, part: str) -> None:
    """Before the name of the number, or behind it where they say how it came."""
    assert part_of(text, Metric("sign-ups", 12, 31)) == part


def story(question: str, *entries: Entry) -> dict[str, str]:
    """The words of each part that is there, by its name."""
    journal = fold_with_meaning(entries, build.CATALOG, build.roadmap(), EVER)[0]
    known = results(journal, told)
    every = stories(journal, content().interview(), known)
    one = next(one for one in every if one.question == question)
    parts = {"situation": one.situation, "action": one.action, "result": one.result}
    return {key: part.text for key, part in parts.items() if part is not None}


def test_a_story_of_several_people_is_none() -> None:
    """What one worried about and another was given does not belong together."""
    worry = build.entry(build.day(1), text="a", people=("Tomas (sales)",), notes={"worry": "price"})
    gift = build.entry(build.day(5), text="b", people=("Lena (PM)",), action="allies.make-helper")
    used = build.entry(build.day(9), text="c", people=("Lena (PM)",), tags=("used",))
    assert story("influence", worry, gift, used) == {"action": "b", "result": "c"}


def test_what_came_after_is_no_beginning() -> None:
    """A worry that was heard after the gift did not lead to it."""
    gift = build.entry(build.day(1), text="b", people=("Lena",), action="allies.make-helper")
    worry = build.entry(build.day(5), text="a", people=("Lena",), notes={"worry": "churn"})
    assert story("influence", gift, worry) == {"action": "b"}


def test_an_empty_log_answers_nothing() -> None:
    """No part of any question."""
    assert [story(one.id) for one in content().interview()] == [{}] * 6


def test_the_first_day_says_what_a_result_is(terminal: Terminal) -> None:
    """With a line to type; and the six questions with one for each."""
    assert "pmpath log sign-ups from 12 to 31" in terminal.type("wins")
    out = terminal.type("wins", "--stories")
    assert out.startswith("0 of 6 questions")
    assert out.count("Missing") == 6


def test_an_example_line_of_a_hint_is_read(terminal: Terminal) -> None:
    """What the screen offers to type makes a result whose part is known."""
    terminal.type("log", "sign-ups from 12 to 31 a month after the new form", today="2027-01-12")
    out = terminal.type("wins")
    assert "Sign-ups: 12 to 31 a month, 19 more (2.5 times as much)" in out
    assert "After the new form" in out
    assert "Not on your resume yet" in out
    terminal.type("log", "wrote a resume line, 20m", today="2027-01-13")
    assert "Not on your resume yet" not in terminal.type("wins")


def test_no_typed_mark_shows(terminal: Terminal) -> None:
    """People, numbers and quotes that marks gave are told; a coffee is not part of the result."""
    line = "coffee with @tomas:sales 45m +used tickets: 40 to 28 said: I sent your sheet on"
    terminal.type("log", *line.split(), today="2027-01-12")
    out = terminal.type("wins")
    assert 'Coffee with Tomas: "I sent your sheet on"' in out
    assert "Your part" not in out
    assert "your part is missing" in out
    assert "@" not in out + terminal.type("people", "tomas") + terminal.type("wins", "--stories")


@pytest.mark.parametrize(
    ("words", "is_said"),
    [
        ("sign-ups from 12 to 31 a month after the new form", True),
        ("baseline: sign-ups 12 a month", False),
        ("sign-ups: 12 to 12 a month", False),
        ("errors: 5 to 2 a week, refactored the importer +engineering 2h", False),
        ("coffee with Lena from sales", False),
    ],
)
def test_the_confirmation_of_a_result_names_where_it_is_kept(
    words: str, is_said: bool, empty: Terminal
) -> None:
    """Only where the number counts there: both sides, a change, on the path."""
    empty.type(*SETUP)
    shown = empty.type("log", words)
    assert ("Among your results: pmpath wins" in shown.splitlines()) is is_said
    assert ("No result in your log yet." not in empty.type("wins")) is is_said
