"""AnswersFile to the reality check as a TOML file.

It holds the tables of a roadmap without tracks and milestones, and is checked by the same rules
with the same messages.
"""

from __future__ import annotations

import os

from pmpath.domain.errors import NotFound, NotValid, UsageError
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.domain.roadmap.table import Refused, roadmap_from
from pmpath.storage.disk.os_errors import not_stored
from pmpath.storage.disk.paths import absolute
from pmpath.storage.roadmap.file import faults_in, findings_named, parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class AnswersFile(Frozen):
    """A parsed answers file with its text, for messages that name the line."""

    path: str
    text: str
    table: dict[str, Any]


def read_answers(path: str) -> AnswersFile:
    """Read an answers file; raises NotFound, NotStored, or NotValid for a syntax error."""
    path = absolute(path)
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except FileNotFoundError:
        raise NotFound("There is no such answers file.", place=path) from None
    except IsADirectoryError:
        raise UsageError(
            "That is a folder, not an answers file.",
            place=path,
            hint=f"Name a file in it: pmpath init --answers {os.path.join(path, 'answers.toml')}",
        ) from None
    except OSError as error:
        raise not_stored(path, error) from error
    except UnicodeDecodeError:
        raise NotValid(
            "The answers file is not UTF-8.", place=path, hint="Save it as UTF-8."
        ) from None
    return AnswersFile(path, text, parsed(text, path))


def roadmap_from_answers(
    table: dict[str, Any], answers: AnswersFile | None, *, named: dict[str, str]
) -> Roadmap:
    """The roadmap that complete answers mean; else an error with every fault.

    `named` gives, by dotted key, the option that set it.
    """
    try:
        return roadmap_from(table, findings_named(table))
    except Refused:
        pass
    if answers is not None:
        completed = {**answers.table, **_needed(table)}
        try:
            roadmap_from(completed, findings_named(completed))
        except Refused:
            raise faults_in(completed, answers.text, answers.path) from None
    from pmpath.domain.roadmap.schema import faults

    sentences = [
        f"{named.get(fault.key, fault.key)} {fault.sentence}"
        for fault in faults(table, findings_named(table))
    ]
    raise UsageError("These answers do not make a valid roadmap.", hint="\n".join(sentences))


def _needed(table: dict[str, Any]) -> dict[str, Any]:
    """The required values that were filled in for the person."""
    return {key: table[key] for key in ("schema", "target", "minutes")}
