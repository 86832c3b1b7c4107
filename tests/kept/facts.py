"""What a folded log says, as values to compare, folded on and folded whole."""

from __future__ import annotations

from typing import Any

from pmpath.cli import kept
from pmpath.cli.session import Session
from pmpath.coach.gathered.results import is_result
from pmpath.coach.meaning.kept import CODEC, Folding
from pmpath.domain.log.journal import Journal
from pmpath.domain.period import week_of
from pmpath.domain.plain.codec import state_of
from pmpath.domain.plain.reads_back import ReadsBack

# Not told by these: what is made anew, gathered on the way, or asked of entries that are whole.
OF_A_JOURNAL = (
    "_latest_order", "action_counts", "actions_asked", "actions_done", "count",
    "engineering_minutes", "entries", "last_on_track", "last_tagged", "latest", "measured",
    "part_minutes", "path_actions", "path_minutes", "track_counts", "unnamed_counts", "unread",
)  # fmt: skip
OF_A_CONTACT = (
    "person", "order", "first_met", "last_met", "actions", "asked_for", "has_answered", "told",
    "shown", "worries", "given",
)  # fmt: skip


def facts(journal: Journal) -> dict[str, Any]:
    """All that the coach and the reports may ask of it."""
    observed = state_of(journal.observed)
    whole = {one.id for one in journal.entries}
    days = state_of(journal.days)
    told = {name: getattr(journal, name) for name in OF_A_JOURNAL}
    for name in ("totals", "role_work", "days"):
        observed.pop(name)
    days["asks"] = {key: one for key, one in journal.days.asks.items() if key in whole}
    for name in ("books", "texts"):
        observed[name] = sorted(observed[name], key=repr)  # type: ignore[call-overload]
    for name in ("landmarks", "firsts"):
        observed[name] = _in_some_order(state_of(observed[name]))
    results = {one.id: is_result(journal, one) for one in journal.measured}
    return {
        **told, **observed, **days, "results": results,
        "role_minutes": journal.observed.role_minutes(),
        "openings": journal.openings.all(), "commitments": journal.open_commitments,
        "contacts": {key: tuple(getattr(one, name) for name in OF_A_CONTACT)
                     for key, one in journal.contacts.items()},
        "fulfilled": {key: one for key, one in journal.fulfilled.items()
                      if key in whole or key in results},
        "milestones": journal.milestones, "put_aside": vars(journal.put_aside),
        "kept": {kind.__name__: found for kind, found in journal._kept.items() if found},
        "names": journal.known_names,
    }  # fmt: skip


def _in_some_order(values: dict[str, object]) -> dict[str, object]:
    return {
        name: sorted(one, key=repr) if isinstance(one, list) else one
        for name, one in values.items()
    }


def facts_folded_on(session: Session) -> dict[str, Any] | None:
    """By way of what is kept; None where that reads back."""
    found = kept.taken(session, session.folder.fold, kept.maker_of(session))
    if found is None:
        return None
    reader, plain = found
    folding = Folding(session.catalog, session.roadmap, CODEC.from_plain(plain), session.clues)
    try:
        return facts(folding.fold(reader.records(), week_of(session.today)))
    except ReadsBack:
        return None


def facts_of_all(session: Session) -> dict[str, Any]:
    """From the log alone."""
    return facts(session.journal(week_of(session.today)))
