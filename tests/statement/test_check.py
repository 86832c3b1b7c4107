"""What a text leads with, and by which words."""

from __future__ import annotations

import pytest

from pmpath.coach.statement.check import (
    DROPPED,
    HEARD,
    ONLY_PRAISE,
    ONLY_VAGUE,
    OTHER_LANGUAGE,
    Checker,
)
from pmpath.coach.statement.evidence import PRAISE, STRATEGY
from pmpath.domain.side_kinds import CANNOT_TELL, LEADS_WITH_TECHNOLOGY, LEADS_WITH_VALUE
from tests.statement.measured import (
    CHECKER,
    LISTS,
    PAGE,
    TECHNOLOGY,
    VALUE,
    flagged_by_list,
    pairs,
    sets,
    statement_page,
    verdicts,
)


def verdict(text: str) -> str:
    """What it leads with."""
    return CHECKER.check(text).verdict


def remarks(text: str) -> dict[str, tuple[str, ...]]:
    """What is said beside the verdict, each with its words."""
    return {one.kind: one.words for one in CHECKER.check(text).remarks}


def test_the_twenty_pairs_are_told_apart() -> None:
    """At least 18 sentences of technology are flagged, and at most 2 of value."""
    assert verdicts(pairs()[TECHNOLOGY])[LEADS_WITH_TECHNOLOGY] >= 18
    assert verdicts(pairs()[VALUE])[LEADS_WITH_TECHNOLOGY] <= 2


@pytest.mark.parametrize("sentences", sets(), ids=lambda one: one["title"])
def test_the_check_is_better_than_a_plain_word_list(sentences: dict[str, list[str]]) -> None:
    """It flags more technology, and no more value, than the list at its best threshold."""
    flagged = {
        side: verdicts(sentences[side])[LEADS_WITH_TECHNOLOGY] for side in (TECHNOLOGY, VALUE)
    }
    assert flagged[TECHNOLOGY] > flagged_by_list(sentences, TECHNOLOGY)
    assert flagged[VALUE] <= flagged_by_list(sentences, VALUE)


def test_the_published_figures_are_those_of_the_lists() -> None:
    """docs/statement.md has the table that `python3 dev.py fix` would write."""
    assert PAGE.read_text(encoding="utf-8") == statement_page()


def test_every_verdict_names_words_of_the_text() -> None:
    """Whatever is told of a sentence, words in it said so; what cannot be told says why."""
    every = [
        one for group in (pairs(), *sets()) for side in (TECHNOLOGY, VALUE) for one in group[side]
    ]
    for text in every:
        found = CHECKER.check(text)
        low = text.casefold()
        assert all(word.casefold().split()[0] in low for word in found.words), text
        assert found.words if found.verdict != CANNOT_TELL else found.remarks, text


@pytest.mark.parametrize(("text", "kind"), [
    ("Our revolutionary platform empowers teams to win more with less.", ONLY_PRAISE),
    ("Teams save time and money with our powerful solution.", ONLY_PRAISE),
    ("The model saves users time.", ONLY_VAGUE),
    ("We listened to nine dispatchers and learned that they re-type every address.", HEARD),
    ("Kirjanpitäjä säästää kaksi tuntia viikossa.", OTHER_LANGUAGE),
    ("Unser Team hat den Dienst mit Kafka auf Kubernetes gebracht.", OTHER_LANGUAGE),
])  # fmt: skip
def test_what_cannot_be_told_says_why(text: str, kind: str) -> None:
    """Praise, promises, something heard and other languages are no verdict on either side."""
    assert verdict(text) == CANNOT_TELL
    assert kind in remarks(text)


def test_a_readers_own_trade_is_free() -> None:
    """For administrators of databases a database is not technology; for nurses it is."""
    text = "Restore a lost database in 4 minutes instead of 6 hours"
    assert verdict(f"For database administrators: {text}.") == LEADS_WITH_VALUE
    admins = Checker(LISTS, audience="database administrators")
    assert "database" not in admins.check(text).technology
    assert "database" in Checker(LISTS, audience="nurses").check(text).technology
    assert (
        verdict("Security teams pass the SOC 2 audit without hiring a consultant.")
        == LEADS_WITH_VALUE
    )


def test_an_allowed_word_never_counts() -> None:
    """Whatever is allowed stands among no words, in any spelling of case."""
    text = "Our Kafka pipeline runs on Kubernetes."
    found = Checker(LISTS, allow=("kafka", "Kubernetes", "pipeline")).check(text)
    assert not {"kafka", "kubernetes", "pipeline"} & {*found.technology, *found.value}


def test_technology_that_is_dropped_does_not_count_and_is_named() -> None:
    """What the queue at the counter is said against; a brag of having none is still technology."""
    text = "Latency matters to nobody; the queue at the counter does."
    assert verdict(text) == LEADS_WITH_VALUE
    assert remarks(text)[DROPPED] == ("latency",)
    assert verdict("Zero-copy reads, no garbage collection.") == LEADS_WITH_TECHNOLOGY


def test_praise_and_strategy_are_remarks() -> None:
    """Neither is a verdict; each is named with its word."""
    assert remarks("A seamless way for nurses to stop typing results twice.")[PRAISE] == (
        "seamless",
    )
    assert STRATEGY in remarks("I want to own product strategy")


@pytest.mark.parametrize(("text", "wanted"), [
    ("How our cache works", LEADS_WITH_TECHNOLOGY),
    ("Pages open before buyers leave", LEADS_WITH_VALUE),
    ("It has twelve buttons, two screens and a metal case.", LEADS_WITH_TECHNOLOGY),
    ("I am a senior engineer with ten years of distributed systems who wants to define strategy.",
     LEADS_WITH_TECHNOLOGY),
    ("", CANNOT_TELL), ("...", CANNOT_TELL), ("\u200b", CANNOT_TELL),
    ("THE API USES GRPC", LEADS_WITH_TECHNOLOGY),
    ("Nurses\u2019 handover takes 5 minutes instead of 20.", LEADS_WITH_VALUE),
])  # fmt: skip
def test_titles_fragments_and_odd_texts(text: str, wanted: str) -> None:
    """A title is enough; nothing at all, signs and capitals are read as well."""
    assert verdict(text) == wanted


def test_a_long_text_is_told_as_a_whole_and_by_sentences() -> None:
    """Lists and headings lose their marks; each sentence has a verdict of its own."""
    text = "# How our cache works\n\n- We rewrote it in Rust.\n- Nurses go home on time.\n"
    found = CHECKER.sentences(text)
    assert [one.text for one in found] == [
        "How our cache works", "We rewrote it in Rust.", "Nurses go home on time.",
    ]  # fmt: skip
    assert [one.verdict for one in found] == [LEADS_WITH_TECHNOLOGY] * 2 + [LEADS_WITH_VALUE]
