"""All that a line says, on one line: what a table of expectations compares."""

from __future__ import annotations

from pmpath.domain.words.draft import Draft


def said(draft: Draft) -> str:
    """`coffee with Lena | allies? | 45m | @Lena (PM)`; a track with a question mark is guessed."""
    move = draft.next
    facts = [
        draft.plain,
        draft.track + "?" * (draft.guessed and draft.track != ""),
        f"{draft.minutes}m" if draft.minutes else "",
        str(draft.day or ""),
        *(f"@{person}" for person in draft.people),
        *(f"+{tag}" for tag in draft.tags),
        *(f"{key}: {words}" for key, words in draft.notes.items()),
        *(f"{one.name}: {one.before} to {one.after} {one.unit}/{one.period}"
          for one in draft.metrics),
        *(f"<{link.value}>" for link in draft.links),
        f"{move.who} {move.day} {move.person}: {move.what}" if move else "",
    ]  # fmt: skip
    return " | ".join(filter(None, facts))
