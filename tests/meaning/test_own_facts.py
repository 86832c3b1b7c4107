"""What `log` says at once that a line counts as, which the whole log then says as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.coach.meaning.credit import Ledger, Wanted
from pmpath.coach.meaning.credit import counted as counted_whole
from pmpath.coach.meaning.own import own_actions
from pmpath.coach.meaning.sight import Eye
from pmpath.domain.content.fulfilment import way_in, way_text, ways_from
from pmpath.domain.people import key_of
from pmpath.storage.content import content
from tests import build
from tests.meaning.every_action import EVERY
from tests.meaning.lines import entry_of
from tests.meaning.own_clues import CLUES

EYE, WANTED = Eye(CLUES), Wanted(build.roadmap(), build.CATALOG)
VOICES = Path(__file__).with_name("voices.txt").read_text(encoding="utf-8").splitlines()
LINES = [
    *(line for pair in EVERY.values() for line in pair),
    *(line.partition("  =>")[0] for line in VOICES if not line.startswith("#")),
]


def test_what_is_said_at_once_is_what_the_fold_counts() -> None:
    """Of some four hundred lines none is told another action, and most that count are told."""
    told = counted = 0
    for line in LINES:
        entry = entry_of(line)
        said = own_actions(entry, CLUES, {})
        labels = {key_of(one): one for one in entry.people}
        ledger = Ledger(build.CATALOG, labels, WANTED)
        meant = counted_whole(ledger.book(EYE.see(entry)), build.CATALOG)
        assert {*said} <= {*meant}, line
        told += bool(said)
        counted += bool(meant)
    assert told >= 0.9 * counted


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("read: chose a textbook: Inspired", "reading.textbook-pick"),
        ("met Lena (PM): coffee with Lena", "allies.coffee"),
        ("review: review of the week", "roadmap.review"),
        # A person without a function, and no other entry to tell it.
        ("met Lena: coffee with Lena", ""),
        # Asked for, not held.
        ("asked Lena (PM): asked Lena for a coffee", ""),
        # Sending is the deed.
        ("asked Tomek: asked Tomek to introduce me to a PM at his firm", "allies.intro"),
        ("none: debugged the pipeline", ""),
        ("none Lena (PM): will have coffee with Lena tomorrow", ""),
    ],
)
def test_own_facts(line: str, action: str) -> None:
    """Told where the line alone decides; in doubt nothing."""
    assert own_actions(entry_of(line), CLUES, {}) == ((action,) if action else ())


def test_a_known_function_decides() -> None:
    """The log knows Lena as a PM."""
    entry = entry_of("met Lena: coffee with Lena")
    assert own_actions(entry, CLUES, {"lena": "Lena (PM)"}) == ("allies.coffee",)
    assert "allies.coffee" not in own_actions(entry, CLUES, {"lena": "Lena (customer)"})


def test_what_is_said_not_to_be_is_not_told() -> None:
    """As `amend --not-did` keeps it."""
    entry = entry_of("met Lena (PM): coffee with Lena", not_did=("allies.coffee",))
    assert own_actions(entry, CLUES, {}) == ()


def test_every_way_is_read_back_from_its_text() -> None:
    """Catalog and clues hold ways as texts."""
    for track in build.CATALOG.tracks:
        for action in content().table("actions", f"{track}.toml")["action"]:
            ways = ways_from(action["fulfilled_by"])
            assert tuple(map(way_in, map(way_text, ways))) == ways
            assert build.CATALOG.actions[action["id"]].fulfilled_by == ways
