"""The confirmation of an entry: read back, so that what a shell swallowed or a guess is seen."""

from __future__ import annotations

from datetime import date

from pmpath.domain.compose import Composed
from pmpath.domain.entry import ASK, ENGINEERING, ME, Entry, Evidence, Next
from pmpath.domain.metric import Metric, percent_change
from pmpath.render.page.text import clip, day_beside, duration, hanging, signed_percent

ECHO = 200
DOT = " \N{MIDDLE DOT} "  # the same as on screens, without loading Rich
UNSEEN_TAGS = ("backfill",)


def kept_text(
    composed: Composed, today: date, width: int, *, verb: str = "Kept", step: str = ""
) -> str:
    """What was kept: the words; track, minutes and day; then all else, each on its own line.

    `step` is today's proposal, where the words say something else.
    """
    entry = composed.entry
    what = clip(composed.plain, ECHO) or clip(entry.text, ECHO)
    facts = [_track(composed), _minutes(composed), day_beside(entry.day, today)]
    lines = hanging(f"{verb}: ", what, width) + hanging("  ", DOT.join(facts), width)
    for name, value in [("step", step)] * bool(step) + _rows(entry, today):
        lines += hanging(f"  {clip(name, 12):<9} ", clip(value, ECHO), width)
    return "\n".join(lines)


def _rows(entry: Entry, today: date) -> list[tuple[str, str]]:
    # Asking somebody is not meeting them, and the word says so.
    rows = [("to" if entry.half == ASK else "with", ", ".join(entry.people))]
    rows = rows if entry.people else []
    rows += list(entry.notes.items())
    rows += [("number", metric_text(metric)) for metric in entry.metrics]
    rows += [(item.kind, _evidence_text(item)) for item in entry.evidence]
    named = (("opening", entry.opening), ("action", entry.action), ("toward", entry.milestone))
    rows += [(name, value) for name, value in named if value]
    rows += [("energy", f"{entry.energy} of 5")] if entry.energy else []
    rows += [move_row(entry.next, today)] if entry.next else []
    tags = [tag for tag in entry.tags if tag not in (*UNSEEN_TAGS, ENGINEERING)]
    return rows + ([("tags", ", ".join(tags))] if tags else [])


def _evidence_text(item: Evidence) -> str:
    return item.value if item.count is None else f"{item.value}: {item.count}"


def _track(composed: Composed) -> str:
    entry = composed.entry
    guessed = " (guessed)" if composed.guessed else ""
    if ENGINEERING in entry.tags:
        return f"engineering{guessed}, kept apart from the path"
    return f"{clip(entry.track, ECHO)}{guessed}" if entry.track else "no track"


def _minutes(composed: Composed) -> str:
    assumed = " (assumed)" if composed.entry.assumed else ""
    return duration(composed.entry.minutes) + assumed


def move_row(move: Next, today: date) -> tuple[str, str]:
    """A promise as a name and a sentence: `yours`, `to Lena (PM), by Fri 20 Nov: slides`."""
    by = f"by {day_beside(move.day, today)}: {move.what}"
    if move.who == ME:
        return "yours", f"to {move.person}, {by}" if move.person else by
    return "theirs", f"{move.person}, {by}" if move.person else by


def metric_text(metric: Metric) -> str:
    """`donations: 4200 to 7900 USD/month (+88 %)`; a baseline has one number."""
    unit = f"{metric.unit}/{metric.period}" if metric.period else metric.unit
    numbers = f"{metric.before}" if metric.after is None else f"{metric.before} to {metric.after}"
    percent = percent_change(metric)
    change = "" if percent is None else f" ({signed_percent(percent)})"
    return " ".join(filter(None, [f"{metric.name}: {numbers}", unit])) + change
