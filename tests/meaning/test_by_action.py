"""Lines by action, told in many ways: most deeds count, and hardly anything else does."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from pmpath.coach.meaning.credit import Ledger, Wanted
from pmpath.coach.meaning.sight import Eye
from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import Entry
from pmpath.domain.people import key_of
from pmpath.domain.record import changed
from pmpath.domain.words.reading import read
from pmpath.storage.content import content
from tests import build
from tests.meaning.own_clues import CLUES

TODAY = date(2027, 3, 17)
CAST = (
    "Nadia (PM)", "Tove (PM)", "Marco (sales)", "Rashid (sales)", "Ines (marketing)",
    "Gunnar (support)", "Petra (customer)", "Jonas (customer)", "Viktor (manager)", "Ruth (CMO)",
    "Oleg (VP sales)", "Dana (director partnerships)", "Bent (GM)", "Hanne (nonprofit)",
    "Sven (engineer)",
)  # fmt: skip
LABELS = {key_of(one): one for one in CAST}
KNOWN = changed(content().vocabulary(), people=LABELS)
EYE = Eye(CLUES)
WANTED = Wanted(build.roadmap(), build.CATALOG)


def lines(sign: str) -> list[tuple[str, str]]:
    """Each line with that sign, with the action above it."""
    action, found = "", []
    for name in ("by_action.txt", "by_action_2.txt"):
        for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                action = line[3:]
            elif line.startswith(f"{sign} "):
                found.append((action, line[2:]))
    return found


@cache
def composed(line: str) -> Entry:
    """The entry of a line; two tests ask for each near miss."""
    return compose(read(line, TODAY, KNOWN), Options(), TODAY, None).entry


def counts_for(line: str, step: str = "") -> set[str]:
    """The actions that a line fulfils or asks for, in a log that knows everybody in it."""
    entry = composed(line)
    told = {key_of(one): one for one in entry.people if "(" in one}
    ledger = Ledger(build.CATALOG, LABELS | told, WANTED)
    return {one.action for one in ledger.book(EYE.see(changed(entry, step=step)))}


def test_nine_of_ten_plain_deeds_count() -> None:
    """As the action that they are, without a step to help."""
    deeds = lines("+")
    right = [line for action, line in deeds if counts_for(line) == {action}]
    assert len(deeds) > 950
    assert len(right) >= 0.9 * len(deeds)


def test_hardly_a_near_miss_counts() -> None:
    """As the action that it comes close to, read on a day with that step: one of a hundred."""
    near = lines("-")
    wrong = [line for action, line in near if action in counts_for(line, action)]
    assert len(near) > 1150
    assert len(wrong) <= 0.01 * len(near), wrong


def test_a_near_miss_seldom_counts_for_anything() -> None:
    """For another action either."""
    near = lines("-")
    wrong = [line for action, line in near if counts_for(line, action)]
    assert len(wrong) <= 0.02 * len(near), wrong
