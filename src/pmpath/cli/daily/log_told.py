"""`log --json`, `log --dry-run` and several lines at once: the doors beside the quick one."""

from __future__ import annotations

from pmpath.cli.daily.log import composed, keep, with_meaning
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm, show, terminal_width
from pmpath.domain.compose import Composed, Options
from pmpath.domain.entry import handle_of
from pmpath.domain.record import Frozen
from pmpath.domain.words.several import separate_lines
from pmpath.render.phrases.confirmation import confirmation_text
from pmpath.storage.log.encode import to_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from pmpath.coach.statement.looks import Look
    from pmpath.domain.log.journal import Journal
    from pmpath.storage.log.encode import Fields

ONE_LINE = "Logged as one entry, because not every line has a day or a duration of its own."


class Meant(Frozen):
    """The ids of the actions that an entry fulfils and of the milestones that it reaches.

    `looks` are its title, ladder or volunteer hour, where that is to be looked at again.
    """

    fulfils: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()


NOTHING_MEANT = Meant()


def log_text(
    session: Session, text: str, options: Options, *, json: bool = False, dry_run: bool = False
) -> None:
    """Keep the text, or only show how it is read; of several lines, each that stands alone."""
    if json and not dry_run:
        # What follows from an entry needs the whole log and the plan.
        _ = session.roadmap
    made = [composed(session, line, options) for line in _entries(session, text)]
    if dry_run:
        _show_reading(session, made, json=json)
    elif json:
        before = session.journal().milestones_done
        keys = [session.append("action", one.entry.day, to_fields(one.entry)) for one in made]
        show(_json(made, keys, _meant(session, before, keys)))
    else:
        for one in made:
            keep(session, one)
        _say_parted(text, made)


def _entries(session: Session, text: str) -> tuple[str, ...]:
    return separate_lines(text, session.today, session.vocabulary().note_keys)


def _say_parted(text: str, made: list[Composed]) -> None:
    lines = sum(1 for line in text.splitlines() if line.strip())
    if len(made) > 1:
        confirm("", f"{len(made)} entries, one for each line.")
    elif lines > 1:
        confirm("", ONE_LINE)


def _show_reading(session: Session, made: list[Composed], *, json: bool) -> None:
    if json:
        show(_json(made, ["" for _ in made], [NOTHING_MEANT for _ in made]))
        return
    for one in made:
        seen = with_meaning(session, one)
        show(confirmation_text(seen, session.today, terminal_width(), verb="Would log"))
    show("Nothing was written.")


def _meant(session: Session, before: Collection[str], keys: list[str]) -> list[Meant]:
    """What each of the entries just written fulfils and reaches; `before` were reached already.

    A milestone belongs to the last of them that holds one of its facts, or else to the last.
    """
    journal = session.journal()
    reached: dict[str, list[str]] = {key: [] for key in keys}
    by_facts = journal.milestones.by_facts
    for one in session.roadmap.milestones_in_scope:
        if one.id in by_facts and one.id not in before:
            by = [key for key in keys if key in by_facts[one.id].entries] or keys
            reached[by[-1]].append(one.id)
    seen = _looks(session, journal, keys)
    return [
        Meant(journal.fulfilled.get(key, ()), tuple(reached[key]), tuple(seen[key])) for key in keys
    ]


def _looks(session: Session, journal: Journal, keys: list[str]) -> dict[str, list[Look]]:
    """By entry, what is to be said of its texts."""
    from pmpath.coach.statement.checkers import checker_for
    from pmpath.coach.statement.looks import looks

    found: dict[str, list[Look]] = {key: [] for key in keys}
    texts = [one for one in journal.observed.texts if one.entry in found]
    if texts:
        for one in looks(texts, checker_for(session.catalog, session.roadmap)):
            found[one.entry].append(one)
    return found


def _json(made: list[Composed], keys: list[str], meant: list[Meant]) -> str:
    from pmpath.render.page.as_json import as_json

    told = [_told(*one) for one in zip(made, keys, meant, strict=True)]
    return as_json("log", told[0] if len(told) == 1 else {"entries": told})


def _told(one: Composed, key: str, meant: Meant) -> Fields:
    """The record, what it fulfils, what it reached, and what was not read of the words."""
    from pmpath.render.page.as_json import plain
    from pmpath.render.phrases.doubt import mending

    handle = handle_of(key)
    written = {"id": key, "day": one.entry.day, "kind": "action", **to_fields(one.entry)}
    not_read = [
        {"kind": doubt.kind, "words": doubt.words, "mend": mending(doubt, handle)}
        for doubt in one.doubts
    ]
    looked = [plain(look) for look in meant.looks]
    found = {"fulfils": list(meant.fulfils), "reached": list(meant.reached), "looks": looked}
    return {"entry": written, **found, "not_read": not_read}
