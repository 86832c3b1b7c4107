"""The latest entries, or those that hold the words, without what only Typer needs."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.domain.entry import Entry
from pmpath.reports.reported_entry import reported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.render.page.page import Page

# As many are shown where nobody says how many.
SHOWN = 20


def show_entries(
    session: Session, words: str, *, count: int = SHOWN, as_json: bool = False
) -> None:
    """Print the latest entries, or those that hold all the words, newest last."""
    look = _holding if words or not count else _latest
    shown, found = look(session, words, count)
    known = session.content.vocabulary()
    rows = [(handle, reported(one, known)) for handle, one in shown]

    def draw(page: Page) -> None:
        from pmpath.render.screens.history import draw_history

        draw_history(page, rows, found, session.today)

    present(
        "history", {"entries": [one for _, one in shown], "found": found}, draw, as_json=as_json
    )


def _latest(session: Session, words: str, count: int) -> tuple[list[tuple[str, Entry]], int]:
    """Each with its handle, and how many there are."""
    from pmpath.cli.kept import latest_entries

    found = latest_entries(session, count)
    return _holding(session, words, count) if found is None else found


def _holding(session: Session, words: str, count: int) -> tuple[list[tuple[str, Entry]], int]:
    """The same of those that hold all the words; 0 stands for all of them."""
    from pmpath.domain.log.acts import handles_of
    from pmpath.domain.log.contact import order_of
    from pmpath.domain.people import folded

    wanted = [folded(word) for word in words.split()]
    ids, found = [], []
    for one in session.log_reader().records():
        ids.append(one.id)
        if isinstance(one, Entry) and all(word in searched(one) for word in wanted):
            found.append(one)
    found.sort(key=order_of)
    shown = found[-count:] if count else found
    handles = handles_of([one.id for one in shown], ids)
    return [(handles[one.id], one) for one in shown], len(found)


def searched(entry: Entry) -> str:
    """All that may be searched in an entry, in one spelling."""
    from pmpath.domain.log.names.spelling import EXPANDED
    from pmpath.domain.people import folded

    parts = [entry.text, entry.track, *entry.people, *entry.tags, *entry.notes.values()]
    text = " ".join([*parts, entry.opening])
    # A name typed with its accents or without them is the same name, in the words as well.
    expanded = text.casefold().translate(EXPANDED)
    return folded(" ".join([text, expanded, entry.day.isoformat()]))
