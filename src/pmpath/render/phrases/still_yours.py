"""What stays, in one line of counts."""

from __future__ import annotations

from pmpath.render.page.text import pluralize
from pmpath.render.phrases.confirmation import metric_text
from pmpath.reports.still_yours import StillYours


def still_yours_text(found: StillYours) -> str:
    """`9 people met, customers on 5 days, 2 pieces published, set-up calls: 5 to 3 (-40%)`."""
    parts = [
        f"{pluralize(found.people, 'person', 'people')} met" if found.people else "",
        f"customers on {pluralize(found.customer_days, 'day')}" if found.customer_days else "",
        f"{pluralize(found.pieces, 'piece')} published" if found.pieces else "",
        metric_text(found.number) if found.number else "",
    ]
    return ", ".join(filter(None, parts))
