"""Entries on packed pages: as they were, in the order in which they came, however many."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.entry import Amended, Entry, Evidence, Next
from pmpath.domain.log.contact import order_of
from pmpath.domain.metric import Metric
from pmpath.domain.pages.entries import EntryPages
from pmpath.domain.pages.pages import PageReader
from pmpath.domain.record import fields_of

DAY = date(2027, 1, 11)
TWO_PAGES_AND_SOME = 2 * EntryPages.SIZE + 5
texts = st.text(max_size=6) | st.just("\ud800")
days = st.dates()
entries = st.builds(
    Entry,
    id=texts,
    at=texts,
    day=days,
    text=texts,
    minutes=st.integers(0, 90),
    people=st.lists(texts, max_size=2).map(tuple),
    notes=st.dictionaries(texts, texts, max_size=2),
    metrics=st.lists(
        st.builds(Metric, texts, st.none() | st.integers() | texts, st.none()), max_size=2
    ).map(tuple),
    evidence=st.lists(st.builds(Evidence, texts, texts, st.none() | st.integers()), max_size=2).map(
        tuple
    ),
    energy=st.none() | st.integers(1, 5),
    next=st.none() | st.builds(Next, texts, texts, texts, days),
    amended=st.none() | st.builds(Amended, st.just(("text",)), st.just(()), texts),
)


def _kinds(entry: Entry) -> list[type]:
    return [type(getattr(entry, name)) for name in fields_of(entry)]


def _many(count: int = TWO_PAGES_AND_SOME) -> list[Entry]:
    return [
        Entry(f"n{n}", f"{DAY}T12:00:00+00:00", DAY + timedelta(n % 7), f"did {n}", n)
        for n in range(count)
    ]


@given(several=st.lists(entries, min_size=1, max_size=3))
def test_an_entry_is_read_back_as_it_was_whatever_it_holds(several: list[Entry]) -> None:
    """Days, numbers, promises, corrections and lone surrogates; records within it are records."""
    filled = several * EntryPages.SIZE
    pages = EntryPages(filled)
    assert pages.packed
    found = list(pages)
    assert found == filled
    assert list(map(_kinds, found)) == list(map(_kinds, filled))
    for entry in found:
        assert all(type(one) is Metric for one in entry.metrics)
        assert all(type(one) is Evidence for one in entry.evidence)


@pytest.mark.parametrize("count", [0, 1, EntryPages.SIZE, TWO_PAGES_AND_SOME])
def test_the_order_and_the_number_are_those_in_which_they_came(count: int) -> None:
    """With no page, half a page, a full one, and several."""
    pages = EntryPages(_many(count))
    assert (len(pages), list(pages)) == (count, _many(count))
    assert pages == EntryPages(_many(count))
    assert list(pages.taken_out()) == _many(count)
    assert len(pages) == 0


def test_a_place_is_read_alone_in_any_order_and_after_more_came() -> None:
    """The last page may have grown since it was looked at."""
    pages = EntryPages(_many(3))
    reader = PageReader(pages)
    assert reader[2] == _many()[2]
    for one in _many()[3:]:
        pages.append(one)
    places = [*range(len(pages) - 1, -1, -1), 0, 100, 1]
    assert [reader[place] for place in places] == [_many()[place] for place in places]
    with pytest.raises(IndexError):
        reader[len(pages)]


@pytest.mark.parametrize("count", [5, TWO_PAGES_AND_SOME])
def test_they_are_put_in_order_as_a_list_is(count: int) -> None:
    """Equal ones stay in the order in which they came."""
    backward = _many(count)[::-1]
    pages = EntryPages(backward)
    pages.sort(lambda one: one.day)
    assert list(pages) == sorted(backward, key=lambda one: one.day)
    pages.sort(order_of)
    assert list(pages) == sorted(_many(count), key=order_of)
