"""The confirmation of an entry: read back, so that what a shell swallowed or a guess is seen."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ASK, ENGINEERING, EVENT_TAGS, ME, PART, Entry, Evidence, Next
from pmpath.render.page.text import (
    clip,
    day_beside,
    duration,
    hanging,
    offering,
    signed_percent,
    signed_points,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.compose import Composed
    from pmpath.domain.metric import Metric

ECHO = 200
DOT = " \N{MIDDLE DOT} "  # the same as on screens, without loading Rich
# What a line tells in words of its own.
UNSEEN_TAGS = ("backfill", ENGINEERING, PART, *EVENT_TAGS.values())
# What is said of the people of an entry, by what happened.
BESIDE_PEOPLE = {
    "met": "met", "listened": "listened to", "asked": "asked", "told": "told",
    "promised": "promised", "sent": "sent to", "answered": "answered",
}  # fmt: skip
# These are done to somebody, and another may stand in the line for another reason.
TOLD_TO_SOMEBODY = ("asked", "told", "promised", "sent", "answered")
# What happened, where no person or opening beside it says so.
ALONE = {
    "published": "published", "talk": "gave a talk", "review": "weekly review", "met": "met",
    "volunteered": "volunteered", "declined": "declined", "rejected": "rejected", "offer": "offer",
    "interview": "interview", "applied": "applied", "listened": "listened", "read": "read",
    "asked": "asked", "told": "told", "promised": "promised", "sent": "sent",
    "answered": "answered",
}  # fmt: skip

LOGGED = "Logged"
WRONG = "If that is wrong:"
ONE_OF_THEM_WRONG = "If any of that is wrong, type this without what is right:"


def confirmation_text(
    composed: Composed, today: date, width: int, *, verb: str = LOGGED, handle: str = ""
) -> str:
    """What was read: the words and every fact; then, on a line of its own, what was not read.

    Where all was read that line says how to take back what the entry counts as. `handle` is the
    entry's; without one nothing was written, and there is nothing to take back.
    """
    entry = composed.entry
    what = clip(composed.plain, ECHO) or clip(entry.text, ECHO)
    lines = hanging(f"{verb}: ", DOT.join([what, *_facts(composed, today)]), width)
    if composed.doubts:
        from pmpath.render.phrases.doubt import doubt_lines

        lines += doubt_lines(composed, handle, width)
    elif handle and composed.fulfils:
        gone = "".join(f" --not-did {one}" for one in composed.fulfils)
        wrong = WRONG if len(composed.fulfils) == 1 else ONE_OF_THEM_WRONG
        lines += offering("", wrong, f"pmpath amend --entry {handle}{gone}", width)
    elif handle and not entry.minutes and verb == LOGGED:
        mend = f"pmpath amend --entry {handle} --minutes 15"
        lines += offering("", "If it took time:", mend, width)
    if handle and not composed.doubts and _is_result(composed):
        lines += offering("", "Among your results:", "pmpath wins", width)
    return "\n".join(lines)


def _is_result(composed: Composed) -> bool:
    """Whether a number of the entry changed from one side to the other, and no exercise counts."""
    entry = composed.entry
    if not entry.metrics:
        return False
    from pmpath.domain.metric import EXERCISES, has_changed

    did = {entry.action, *composed.fulfils, *entry.did} - {""}
    changes = any(map(has_changed, entry.metrics))
    return changes and entry.is_path_action and (not did or bool(did - EXERCISES))


def _facts(composed: Composed, today: date) -> list[str]:
    entry = composed.entry
    said = [_happened(entry), _track(composed), _minutes(composed), day_beside(entry.day, today)]
    step = [("step", composed.step)] if composed.step else []
    step += [("counts as", composed.deed)] if composed.deed else []
    return [
        *filter(None, said),
        *(clip(f"{name}: {value}", ECHO) for name, value in [*_rows(composed, today), *step]),
    ]


def _happened(entry: Entry) -> str:
    """`met Lena (PM)`, `applied to Nordfrakt: product manager`, `read Inspired`."""
    event, people = entry.event, entry.people
    others: tuple[str, ...] = ()
    if len(people) > 1 and event in TOLD_TO_SOMEBODY:
        people, others = _told_apart(entry)
    parts = []
    if people:
        parts.append(f"{_beside_people(entry)} {', '.join(people)}")
    if others:
        parts.append(f"also named {', '.join(others)}")
    if event and not (people and event in BESIDE_PEOPLE) and not entry.opening:
        parts.append(
            f"read {entry.book}" if event == "read" and entry.book else ALONE.get(event, event)
        )
    if entry.opening:
        parts.append(f"{entry.stage or 'opening'}: {entry.opening}")
    return clip(DOT.join(parts), ECHO)


def _told_apart(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom the event is about, and who else is named: `asked Tom`, `also named Ida`.

    Whoever is named in one breath with the first is asked, told or promised as well.
    """
    # Most entries name one person, and need none of it.
    from pmpath.domain.words.people.one_breath import in_one_breath

    people = entry.people
    first = entry.next.person if entry.next else ""
    first = first if first in people else people[0]
    same = tuple(one for one in people if in_one_breath(entry.text, people, first, one))
    return same, tuple(one for one in people if one not in same)


def _beside_people(entry: Entry) -> str:
    """Asking somebody is not meeting them, nor is an answer of theirs, and the word says so."""
    if entry.event == "answered":
        from pmpath.domain.words.people.answer_heard import is_answer_heard

        if is_answer_heard(entry.event, entry.text, entry.people):
            return "answer from"
    return BESIDE_PEOPLE.get(entry.event) or ("to" if entry.half == ASK else "with")


def _rows(composed: Composed, today: date) -> list[tuple[str, str]]:
    entry = composed.entry
    rows = list(entry.notes.items())
    rows += [("number", metric_text(metric)) for metric in entry.metrics]
    rows += [(item.kind, _evidence_text(item)) for item in entry.evidence]
    named = (("toward", entry.milestone),)
    rows += [(name, value) for name, value in named if value]
    rows += [("energy", f"{entry.energy} of 5")] if entry.energy else []
    if entry.next:
        rows.append(move_row(entry.next, today, assumed=composed.due_assumed))
    tags = [tag for tag in entry.tags if tag not in UNSEEN_TAGS]
    return rows + ([("tags", ", ".join(tags))] if tags else [])


def _evidence_text(item: Evidence) -> str:
    if item.kind == "contact":
        return item.value if item.count in (None, 1) else f"{item.count} in {item.value}"
    return item.value if item.count is None else f"{item.value}: {item.count}"


def _track(composed: Composed) -> str:
    entry = composed.entry
    guessed = " (guessed)" if composed.guessed else ""
    if ENGINEERING in entry.tags:
        return f"engineering{guessed}, which does not count toward the plan"
    return f"{clip(entry.track, ECHO)}{guessed}" if entry.track else "no track"


def _minutes(composed: Composed) -> str:
    if not composed.entry.minutes:
        return "no minutes, as nothing was done"
    assumed = " (assumed)" if composed.entry.assumed else ""
    return duration(composed.entry.minutes) + assumed


def move_row(move: Next, today: date, *, assumed: bool = False) -> tuple[str, str]:
    """A commitment as a name and a sentence: `you owe`, `Lena (PM), by Fri 20 Nov: slides`.

    Of a meeting `you meet`, `Lena (PM), Fri 20 Nov: coffee`. `assumed`: nobody said the day.
    """
    # Loaded with the first move: most lines have none.
    from pmpath.domain.promise import is_meeting

    day = day_beside(move.day, today) + (" (assumed)" if assumed else "")
    if move.who == ME and is_meeting(move.what):
        name, by = "you meet", f"{day}: {move.what}"
    else:
        name, by = "you owe" if move.who == ME else "waiting on", f"by {day}: {move.what}"
    return name, f"{move.person}, {by}" if move.person else by


def metric_text(metric: Metric) -> str:
    """`donations: 4200 to 7900 USD/month (+88%)`; a baseline has one number, a share points."""
    from pmpath.domain.metric import with_unit

    unit = f"{metric.unit}/{metric.period}" if metric.period else metric.unit
    if metric.before is None:
        numbers = f"{metric.after}"
    elif metric.after is None:
        numbers = f"{metric.before}"
    else:
        numbers = f"{metric.before} to {metric.after}"
    return f"{metric.name}: {with_unit(numbers, unit)}{_change(metric)}"


def _change(metric: Metric) -> str:
    from pmpath.domain.metric import percent_change, point_change

    percent, points = percent_change(metric), point_change(metric)
    if points is not None:
        return f" ({signed_points(points)})"
    return "" if percent is None else f" ({signed_percent(percent)})"
