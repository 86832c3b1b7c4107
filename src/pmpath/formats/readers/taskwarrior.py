"""Tasks that Taskwarrior exported: `task export`. What is completed was done; the rest was not."""

from __future__ import annotations

from datetime import UTC, datetime

from pmpath.domain.errors import NotValid
from pmpath.formats.readers.foreign import Foreign, Skipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

# Tags of tasks that pmpath exported.
OURS, MILESTONE = "pmpath", "milestone"
BASIC = "%Y%m%dT%H%M%SZ"
NOT_DONE = {
    "pending": "it is still to be done",
    "waiting": "it is still to be done",
    "recurring": "it is the pattern of a recurring task",
    "deleted": "it was deleted",
}


def read_taskwarrior(source: Source, wanted: Wanted) -> Found:
    """The completed tasks, each on the day it was completed; `uuid` is the identity."""
    try:
        for line, item in source.json_items():
            place = f"line {line}"
            if isinstance(item, dict):
                yield _task(place, item)
            else:
                yield Skipped(place, "it is not a task")
    except NotValid as error:
        hint = (
            "Export it again, whole. A number field of your own that holds text is written "
            "without quotes; put them there, or leave the field out."
        )
        raise NotValid(error.sentence, place=error.place, hint=hint) from None


def instant_in(text: object) -> datetime | None:
    """`20261120T080000Z` as an instant; None for anything else, whatever it looks like."""
    try:
        return datetime.strptime(str(text), BASIC).replace(tzinfo=UTC)
    except ValueError:
        return None


def texts_in(found: object) -> tuple[str, ...]:
    """The texts of a list; none where it is something else."""
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def tag_of(text: str) -> str:
    """A foreign tag as ours are: small letters, one word."""
    return "-".join(text.lower().split())


def _task(place: str, item: dict[str, Any]) -> Foreign | Skipped:
    key, status, description = (item.get(one) for one in ("uuid", "status", "description"))
    if not isinstance(key, str) or not isinstance(description, str):
        return Skipped(place, "it has no uuid or no description")
    if status != "completed":
        return Skipped(place, NOT_DONE.get(str(status), f"its status is {status}"))
    ended = instant_in(item.get("end"))
    if ended is None:
        return Skipped(place, f"its end is {str(item.get('end'))[:30]!r}, which is not an instant")
    noted = item.get("annotations")
    notes = [one.get("description") for one in noted] if isinstance(noted, list) else []
    text = "\n".join(one for one in (description, *notes) if isinstance(one, str))
    tags = tuple(tag_of(one) for one in texts_in(item.get("tags")))
    project = item.get("project")
    topics = (tag_of(project),) if isinstance(project, str) else ()
    if OURS not in tags:
        return Foreign(place, key.lower(), text, ended, tags=tags, topics=topics)
    if MILESTONE in tags:
        return Skipped(place, "it is a milestone of a plan")
    return Foreign(place, key.lower(), description, ended, topics=_own(topics), ours=key.lower())


def _own(topics: tuple[str, ...]) -> tuple[str, ...]:
    """The track of a task that pmpath wrote: `allies` of its project `pmpath.allies`."""
    return tuple(topic.removeprefix(f"{OURS}.") for topic in topics)
