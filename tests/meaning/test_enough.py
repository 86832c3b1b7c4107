"""A way that asks for several parts of a deed, and whose work it is."""

from __future__ import annotations

import pytest

from pmpath.coach.meaning.catalog_clues import by_first_word
from pmpath.coach.meaning.phrases import Phrases, without_covered
from pmpath.coach.meaning.sight import Eye
from pmpath.domain.content.fulfilment import FIELD, Way, way_in, way_text
from pmpath.domain.record import changed
from tests import build
from tests.content.fulfilment_schema import way_faults
from tests.content.fulfilment_tables import Way as WayTable
from tests.meaning.lines import entry_of
from tests.meaning.own_clues import CLUES

BRIEF = Way(("any",), (), ("problem*",), ("<page>", "<proof>"), ("ticket*",), enough=2)
GROUPS = {"one page": "<page>", "page": "<page>", "evidence": "<proof>", "proof": "<proof>"}


def eye_for(way: Way) -> Eye:
    """An eye that knows this way alone, with the cautions of content."""
    beside = [one for one in way.beside if not one.startswith("<")]
    named = [*way.objects, *way.without, *beside, *GROUPS]
    cautions = {key: ";".join(words) for key, words in build.CATALOG.cautions.items()}
    known = [*named, *(word for words in build.CATALOG.cautions.values() for word in words)]
    words, beginnings = by_first_word(known)
    found = changed(CLUES, cautions=cautions, words=words, beginnings=beginnings, groups=GROUPS)
    ways = (f"craft.brief{FIELD}{way_text(way)}",)
    return Eye(
        changed(
            found, ways=ways, by_object=dict.fromkeys(way.objects, "0"), by_event={}, refusals=""
        )
    )


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("none: put the problem on one page, with evidence", True),
        ("none: a problem, one page, a page", False),
        ("none: the problem has evidence", False),
        ("none: one page with evidence", False),
        ("sent Ana (sales): problem on a page with proof, sent to Ana", True),
        ("asked Ana (sales): asked Ana for a page on the problem with proof", False),
        ("none: problem of a ticket on a page with proof", False),
    ],
)
def test_so_many_parts_have_to_stand_beside_the_object(line: str, holds: bool) -> None:
    """Two words of one group are one part, and asking is not doing."""
    assert bool(eye_for(BRIEF).see(entry_of(line)).candidates) == holds


def test_three_parts_outweigh_words_of_the_present_job() -> None:
    """What is said so fully is about nothing else."""
    line = entry_of("none: brief of the cluster on one page, with evidence")
    two = changed(BRIEF, objects=("brief*",))
    three = changed(two, beside=("<page>", "<proof>", "cluster"), enough=3)
    assert not eye_for(two).see(line).candidates
    assert eye_for(three).see(line).candidates


def test_a_way_is_kept_as_a_text_and_read_back() -> None:
    """With how many parts are enough."""
    assert way_in(way_text(BRIEF)) == BRIEF


def test_content_cannot_ask_for_more_parts_than_it_names() -> None:
    """The check of content says so."""
    way = WayTable(events=["any"], objects=["problem*"], beside=["page"], enough=2)

    class Action:
        id, sends, people, fulfilled_by = "craft.brief", False, False, [way]

    found = list(way_faults([Action], (), {"craft"}, set()))  # type: ignore[list-item]
    assert any("wants 2 phrases beside its object and names 1" in one for one in found)


def test_what_a_way_only_refuses_excuses_no_doubt() -> None:
    """`will send` in a list of refusals does not say that it was sent."""
    words = ("will", "send", "the", "line")
    tables = by_first_word(["will", "will send", "line"])
    for refusals, stands in (("will send", True), ("", False)):
        known = Phrases(*tables, {}, refusals)
        hits = without_covered(known.hits(words), frozenset(["will"]), known.is_refused)
        assert ("will" in {one.phrase for one in hits}) == stands


@pytest.mark.parametrize(
    ("line", "is_mine"),
    [
        ("none: rebuilt the deck, every slide title says a value", True),
        ("none Lena (PM): Lena rebuilt the deck, every slide title says a value", False),
        ("none Lena (PM): Lena's deck, every slide title says a value", False),
        ("none Lena (PM): Lena and I rebuilt the deck, every slide title says a value", True),
    ],
)
def test_what_somebody_did_alone_is_theirs(line: str, is_mine: bool) -> None:
    """Whoever begins the sentence with a verb or a thing of their own, and says nothing of me."""
    eye = Eye(CLUES)
    found = {one.action for one in eye.see(entry_of(line)).candidates}
    assert ("positioning.value-deck" in found) == is_mine


@pytest.mark.parametrize(
    "line",
    [
        "none Lena (PM): reviewed the release notes for customers Lena wrote, all clear",
        "none: positioning canvas that marketing made, all five parts, alternatives included",
        "none: read the problem brief that design drafted, one page, no solution",
    ],
)
def test_what_somebody_else_made_is_theirs(line: str) -> None:
    """The verb of making stands right behind them."""
    assert eye_for_content().see(entry_of(line)).candidates == ()


def test_a_word_at_the_front_may_be_part_of_the_deed() -> None:
    """`product` is no colleague in `product teardown`."""
    line = "none: product teardown of a scanner done, four answers and links"
    found = {one.action for one in eye_for_content().see(entry_of(line)).candidates}
    assert found == {"craft.teardown"}


def eye_for_content() -> Eye:
    """An eye that knows the whole content."""
    return Eye(CLUES)
