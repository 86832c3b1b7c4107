from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.errors import UsageError
from pmpath.domain.metric import Metric, Number, percent_change
from pmpath.domain.words.numbers.metric_mark import read_metric
from pmpath.domain.words.numbers.values import number_in
from pmpath.render.phrases.confirmation import metric_text
from tests.language.known import read


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("4200", 4200),
        ("4,200", 4200),
        ("1,234,567", 1234567),
        ("2,5", "2.5"),
        ("0,125", "0.125"),
        ("0.10", "0.1"),
        ("3.0", 3),
        ("-5", -5),
        ("\N{MINUS SIGN}0.5", "-0.5"),
        ("+7", 7),
        ("$10K", 10000),
        ("€4.2k", 4200),
        ("1.25M", 1250000),
        ("31%", 31),
        ("12€", 12),
        ("007", 7),
        ("123456789012345", 123456789012345),
    ],
)
def test_numbers_are_exact(word: str, number: Number) -> None:
    """A number is a whole one or a decimal text, never a float."""
    assert number_in(word) == number
    assert type(number_in(word)) is type(number)


@pytest.mark.parametrize(
    "word", ["", "-", "k", "%", "1,2,3", "1.2.3", "v2", "14:00", "½", "²", "4-5", "1" * 16, "ten"]
)
def test_what_is_no_number(word: str) -> None:
    """Lists, versions, times and words are not numbers."""
    assert number_in(word) is None


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("donations: 4200 to 7900 USD/month", Metric("donations", 4200, 7900, "USD", "month")),
        ("donations: 4200 -> 7900", Metric("donations", 4200, 7900)),
        ("donations: 4200 → 7900", Metric("donations", 4200, 7900)),
        ("donations: 4200->7900 USD", Metric("donations", 4200, 7900, "USD")),
        ("donations: 4200 ->7900", Metric("donations", 4200, 7900)),
        ("set-up calls: 5 to 3 calls", Metric("set-up calls", 5, 3, "calls")),
        ("conversion: 2.5% to 4%", Metric("conversion", "2.5", 4, "%")),
        ("revenue: $10K to $12.5K", Metric("revenue", 10000, 12500, "$")),
        ("set-up: 45 to 20 minutes", Metric("set-up", 45, 20, "minutes")),
        ("balance: -5 to 5", Metric("balance", -5, 5)),
        ("sign-ups: 12 /week", Metric("sign-ups", 12, None, "", "week")),
        ("sign-ups: 12", Metric("sign-ups", 12, None)),
        ("ratio: 3:1 4", None),
        ("sign-ups: many", None),
        ("sign-ups:", None),
        (": 4 to 5", None),
        ("4 to 5", None),
        ("a: 4 to 5 USD and more", None),
    ],
)
def test_the_value_of_the_option(text: str, metric: Metric | None) -> None:
    """The option takes a name and one or two numbers with a unit, and nothing besides."""
    if metric is None:
        with pytest.raises(UsageError):
            read_metric(text)
    else:
        assert read_metric(text) == metric


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("donations: 4200 to", "The metric donations has no number after the change."),
        ("donations: 4200 -> lots", "The metric donations has no number after the change."),
        ("donations: -> 7900", "The metric donations has no number before the change."),
        ("donations: to 7900", "The metric donations has no number before the change."),
        (
            "donations: 4200 -",
            "The metric donations has no number after the change."
            " The shell takes > and what follows for itself.",
        ),
        (
            "donations: 4200- USD/month",
            "The metric donations has no number after the change."
            " The shell takes > and what follows for itself.",
        ),
    ],
)
def test_an_empty_side_is_named(line: str, sentence: str) -> None:
    """Half a change is refused, with the side that is missing and what a shell does to `->`."""
    with pytest.raises(UsageError) as caught:
        read(line)
    assert caught.value.sentence == sentence
    assert caught.value.hint == "Write donations: 4200 to 7900 USD/month."


@pytest.mark.parametrize(
    ("line", "unit", "rest"),
    [
        ("calls: 5 to 3 after the new guide", "", "after the new guide"),
        ("calls: 5 to 3, EUR came later", "", "EUR came later"),
        ("calls: 5 to 3 weeks earlier", "weeks", "earlier"),
        ("cost: 5 to 3 EUR less", "EUR", "less"),
        ("cost: 5->3 EUR less", "EUR", "less"),
        ("cost: 5 to 3 eur/month less", "eur", "less"),
    ],
)
def test_in_a_sentence_only_what_looks_like_a_unit_is_one(line: str, unit: str, rest: str) -> None:
    """Behind a metric in running text the next word stays a word unless it is a unit."""
    found = read(line)
    assert (found.metrics[0].unit, found.plain) == (unit, rest)


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [
        (4200, 7900, 88),
        (5, 3, -40),
        ("0.5", "0.25", -50),
        (200, 201, 1),
        (1000, 1004, 0),
        (-5, 5, 200),
        (0, 5, None),
        (5, None, None),
    ],
)
def test_a_change_in_percent(before: Number, after: Number | None, percent: int | None) -> None:
    """The change is said in whole percent of the number before, and not from nothing."""
    assert percent_change(Metric("x", before, after)) == percent


@given(
    st.integers(-(10**9), 10**9),
    st.decimals(-1000, 1000, places=3).filter(lambda number: not f"{number:f}".endswith("0")),
    st.sampled_from(["to", "->", "→", "-"]),
)
def test_both_numbers_are_read_back(before: int, after: object, arrow: str) -> None:
    """Whatever is written as a change, its confirmation holds both numbers exactly."""
    metric = read_metric(f"sign-ups: {before} {arrow} {after:f}")
    told = metric_text(metric)
    assert told.startswith(f"sign-ups: {before} to {metric.after}")
    assert float(str(metric.after)) == float(f"{after:f}")


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("revenue: 4.200,50 to 8000", "4200.5", 8000),
        ("donations: 4200 to 7.900", 4200, 7900),
        ("donations: 4.200 to 7.900", 4200, 7900),
        ("donations: 4.213 to 7.951 EUR", 4213, 7951),
        ("donations: 4 200 to 7 900 USD", 4200, 7900),
        ("donations: 4'200 to 7'900 CHF", 4200, 7900),
        ("load: 1.234 to 1.311", "1.234", "1.311"),
    ],
)
def test_thousands_are_grouped_in_every_way(text: str, before: Number, after: Number) -> None:
    """`7.900` is 7900, as nobody writes 7.9 so; without a 0 at its end or money it is a decimal."""
    metric = read_metric(text)
    assert (metric.before, metric.after) == (before, after)


def test_durations_are_measured_in_minutes() -> None:
    """`45m to 30m` are minutes, not millions; hours become minutes."""
    assert read_metric("build: 45m to 30m") == Metric("build", 45, 30, "minutes")
    assert read_metric("close: 2h to 1h30") == Metric("close", 120, 90, "minutes")
    assert read_metric("users: 1M to 2M") == Metric("users", 1_000_000, 2_000_000)
