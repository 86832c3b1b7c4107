"""How often the check of statements is right, beside a plain word list: the table of its page."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from pmpath.coach.statement.check import Checker
from pmpath.coach.statement.words import words_of
from pmpath.domain.content.statement_lists import lists_from
from pmpath.domain.side_kinds import CANNOT_TELL, LEADS_WITH_TECHNOLOGY, LEADS_WITH_VALUE, MIXED
from tests.build import CATALOG

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "statement.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
TECHNOLOGY, VALUE = "technology", "value"
VERDICTS = (LEADS_WITH_TECHNOLOGY, MIXED, CANNOT_TELL, LEADS_WITH_VALUE)
THRESHOLDS = (1, 2, 3)

LISTS = lists_from(CATALOG.statement)
CHECKER = Checker(LISTS)

Sentences = dict[str, list[str]]


def sets() -> list[dict[str, Any]]:
    """The labelled sentences that were written after the lists were frozen, set by set."""
    text = Path(__file__).with_name("fresh.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["set"]
    return found


def pairs() -> Sentences:
    """The twenty pairs of the content."""
    text = (ROOT / "data" / "pairs.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)["pair"]
    return {side: [one[side] for one in found] for side in (TECHNOLOGY, VALUE)}


def verdicts(sentences: list[str]) -> Counter[str]:
    """How often each verdict was given."""
    return Counter(CHECKER.check(one).verdict for one in sentences)


def technical_words(sentence: str) -> int:
    """What a plain word list counts: the words and phrases of technology, each time."""
    low = [one.low for one in words_of(sentence)]
    found = at = 0
    while at < len(low):
        length = LISTS["technology"].length_at(low, at)
        found += bool(length)
        at += length or 1
    return found


def best_threshold(sentences: Sentences) -> int:
    """From how many words on a plain list would flag, chosen on these very sentences."""

    def right(least: int) -> int:
        hits = sum(technical_words(one) >= least for one in sentences[TECHNOLOGY])
        return hits + sum(technical_words(one) < least for one in sentences[VALUE])

    return max(THRESHOLDS, key=right)


def flagged_by_list(sentences: Sentences, side: str) -> int:
    """How many of one side the plain list flags, at its best."""
    least = best_threshold(sentences)
    return sum(technical_words(one) >= least for one in sentences[side])


def table() -> str:
    """The confusion table in Markdown."""
    rows = ["| sentences | a human hears | " + " | ".join(VERDICTS) + " | a plain list flags |",
            "| --- | --- |" + " ---: |" * (len(VERDICTS) + 1)]  # fmt: skip
    named = [("the twenty pairs", pairs()), *((one["title"], one) for one in sets())]
    for title, sentences in named:
        for side in (TECHNOLOGY, VALUE):
            counts, total = verdicts(sentences[side]), len(sentences[side])
            cells = [str(counts[one]) for one in VERDICTS]
            flagged = flagged_by_list(sentences, side)
            rows.append(
                f"| {title} | {side}, {total} | {' | '.join(cells)} | {flagged} of {total} |"
            )
    return "\n".join(rows)


def statement_page() -> str:
    """The page with its table as it has to be now."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"
