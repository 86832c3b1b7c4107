"""What I have yet to do counts for nothing, beside a deed as well as alone."""

from __future__ import annotations

import pytest

from tests.meaning.test_by_action import counts_for


@pytest.mark.parametrize(
    ("line", "actions"),
    [
        ("coffee with Nadia 30m, will send her the deck", "allies.coffee"),
        ("coffee with Nadia 30m and will send her the deck", "allies.coffee"),
        ("coffee with Nadia, promised her a one-pager by Friday", "allies.coffee"),
        ("coffee with Nadia; she asked for a sheet, told her I'd send it", "allies.coffee"),
        ("told Oleg that I want to move to product, I will send him my plan", "sponsors.tell"),
        ("sent Nadia the one-pager, will send her the deck", "allies.make-helper"),
        ("will send Nadia the one-pager", ""),
        ("told Nadia I'd send the one-pager", ""),
    ],
)
def test_a_promise_counts_for_nothing_beside_a_deed(line: str, actions: str) -> None:
    """It was taken for something made for her, in place of the coffee."""
    assert counts_for(line) == set(actions.split())
