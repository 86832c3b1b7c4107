"""The talks that `prepare` has words for."""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class Talk(Frozen):
    """Words with {person}, {worry} and {number} to fill in; `who` is the kind of person.

    `opening_without` is said while no worry or number is known; empty when `opening` needs none.
    """

    id: str
    title: str
    who: str
    aim: str
    opening: str
    opening_without: str
    questions: tuple[str, ...]
    ask: str
    avoid: str
    log_line: str


def talks_from(table: Mapping[str, Any]) -> tuple[Talk, ...]:
    """The talks of `talks.toml`, in its order."""
    return tuple(
        Talk(
            one["id"], one["title"], one["who"], one["aim"], one["opening"],
            one.get("opening_without", ""), tuple(one["questions"]), one["ask"], one["avoid"],
            one["log_line"],
        )
        for one in table["talk"]
    )  # fmt: skip


def talk_called(words: str, talks: tuple[Talk, ...]) -> Talk | None:
    """The talk of that id, or the one whose id the words begin or are in; None for several."""
    wanted = "-".join(words.casefold().replace("_", "-").split())
    found = [one for one in talks if one.id == wanted]
    found = found or [one for one in talks if one.id.startswith(f"{wanted}-")]
    found = found or [one for one in talks if wanted in one.id.split("-")]
    return found[0] if len(found) == 1 else None
