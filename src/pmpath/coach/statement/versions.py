"""The statement of oneself as it stands, and the versions that led there."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import Frozen
from pmpath.domain.side_kinds import STATEMENT_FIELDS, Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.domain.roadmap.roadmap import Roadmap


class Version(Frozen):
    """The statement from a day on; `changed` are the fields that this version said anew.

    `entry` is the id of its record; "" for what stands in the roadmap, before any version.
    """

    entry: str
    day: date
    fields: Mapping[str, str]
    changed: tuple[str, ...]


def versions(records: Iterable[Statement], roadmap: Roadmap) -> tuple[Version, ...]:
    """Every version, in the order of writing; they begin from the fields of the roadmap."""
    fields = {name: str(text) for name, text in roadmap.statement.items()
              if name in STATEMENT_FIELDS and str(text).strip()}  # fmt: skip
    found = [Version("", roadmap.target.start, dict(fields), tuple(fields))] if fields else []
    for one in records:
        said = {name: getattr(one, name) for name in STATEMENT_FIELDS if getattr(one, name)}
        fields = {**{key: text for key, text in fields.items() if key not in one.without}, **said}
        found.append(Version(one.id, one.day, dict(fields), (*said, *one.without)))
    return tuple(found)


def current(records: Iterable[Statement], roadmap: Roadmap) -> Version | None:
    """The version that holds now; None while none was written."""
    found = versions(records, roadmap)
    return found[-1] if found and found[-1].fields else None
