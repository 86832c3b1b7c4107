"""Plain lines of six lines of work: the deed by its parts, and what only shares its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmpath.coach.meaning.credit import Ledger, Wanted, counted
from pmpath.coach.meaning.sight import Eye
from pmpath.domain.compose import Options, compose
from pmpath.domain.people import key_of
from pmpath.domain.record import changed
from pmpath.domain.words.reading import read
from pmpath.storage.content import content
from tests import build
from tests.meaning.own_clues import CLUES

TODAY = date(2027, 3, 17)
# Whom the log knows, each with a function.
PEOPLE = {
    key_of(one): one
    for one in (
        "Lena (PM)", "Ida (PM)", "Ana (sales)", "Ines (sales)", "Tomas (sales)",
        "Ben (sales engineer)", "Tom (manager)", "Vera (CMO)", "Mara (customer)",
        "Ruth (hiring manager)", "Ravi (engineer)", "Olu (engineer)", "Dina (engineer)",
        "Sam (engineer)",
    )
}  # fmt: skip
EYE = Eye(CLUES)
WANTED = Wanted(build.roadmap(), build.CATALOG)
KNOWN = changed(content().vocabulary(), people=PEOPLE)


def lines(sign: str) -> list[tuple[tuple[str, ...], str]]:
    """The lines with this sign, each with the actions that it may fulfill."""
    actions: tuple[str, ...] = ()
    found = []
    file = Path(__file__).with_name("parts_of_deeds.txt")
    for line in file.read_text(encoding="utf-8").splitlines()[2:]:
        if line.startswith("# "):
            actions = tuple(line[2:].split())
        elif line.startswith(sign):
            found.append((actions, line[2:]))
    return found


def credited(line: str, step: str = "") -> set[str]:
    """What a line fulfills in an otherwise empty log, with this step as today's."""
    entry = compose(read(line, TODAY, KNOWN), Options(), TODAY, None).entry
    labels = PEOPLE | {key_of(one): one for one in entry.people if "(" in one}
    ledger = Ledger(build.CATALOG, labels, WANTED)
    return set(counted(ledger.book(EYE.see(changed(entry, step=step))), build.CATALOG))


def test_most_plain_deeds_are_credited_and_few_to_another_step() -> None:
    """At least 84 in 100 rightly, at most 4 in 100 to something else."""
    found = [(credited(line), set(actions)) for actions, line in lines("+")]
    right = sum(bool(got) and got <= meant for got, meant in found)
    wrong = sum(not got <= meant for got, meant in found)
    assert len(found) > 300
    assert right >= 0.84 * len(found)
    assert wrong <= 0.04 * len(found)


@pytest.mark.parametrize("is_today", [False, True])
def test_what_only_shares_words_is_hardly_ever_credited(is_today: bool) -> None:
    """At most 3 in 100, also when the step is today's."""
    near = lines("-")
    wrong = [
        line
        for actions, line in near
        if actions[0] in credited(line, actions[0] if is_today else "")
    ]
    assert len(near) > 350
    assert len(wrong) <= 0.03 * len(near), wrong
