"""`log --json`, `log --dry-run` and several lines at once: the doors beside the quick one."""

from __future__ import annotations

from pmpath.cli.daily.log import composed, handle_of, keep
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import acknowledge, confirm, show, terminal_width
from pmpath.domain.compose import Composed, Options
from pmpath.domain.words.several import separate_lines
from pmpath.render.page.as_json import as_json
from pmpath.render.phrases.doubt import mending
from pmpath.render.phrases.kept import kept_text
from pmpath.storage.log.encode import to_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.log.decode import Fields

ONE_LINE = "Kept as one entry: not every line has a day or a duration of its own."


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
        keys = [session.append("action", one.entry.day, to_fields(one.entry)) for one in made]
        show(_json(made, keys))
    else:
        for one in made:
            keep(session, one)
        _say_parted(text, made)


def _entries(session: Session, text: str) -> tuple[str, ...]:
    return separate_lines(text, session.today, session.content.vocabulary().note_keys)


def _say_parted(text: str, made: list[Composed]) -> None:
    lines = sum(1 for line in text.splitlines() if line.strip())
    if len(made) > 1:
        confirm("", f"{len(made)} entries, one for each line.")
    elif lines > 1:
        confirm("", ONE_LINE)


def _show_reading(session: Session, made: list[Composed], *, json: bool) -> None:
    if json:
        show(_json(made, ["" for _ in made]))
        return
    for one in made:
        acknowledge(kept_text(one, session.today, terminal_width(), verb="Would log"))
    confirm("", "Nothing was written.")


def _json(made: list[Composed], keys: list[str]) -> str:
    told = [_told(one, key) for one, key in zip(made, keys, strict=True)]
    return as_json("log", told[0] if len(told) == 1 else {"entries": told})


def _told(one: Composed, key: str) -> Fields:
    """The record, what it fulfils, what it reached, and what was not read of the words."""
    handle = handle_of(key)
    record = {"id": key, "day": one.entry.day, "kind": "action", **to_fields(one.entry)}
    not_read = [
        {"kind": doubt.kind, "words": doubt.words, "mend": mending(doubt, handle)}
        for doubt in one.doubts
    ]
    return {"entry": record, "fulfils": [], "reached": [], "not_read": not_read}
