"""What the plan is checked for, as content: when it is raised and what a report says of it.

Content is checked by the tests (`tests/content`); at run time it is trusted.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class Words(Frozen):
    """What a report says of a concern, as one line or in full, with figures in braces.

    `answers` are the actions that answer it, `do` what to do where none of them is open.
    """

    line: str = ""
    full: str = ""
    answers: tuple[str, ...] = ()
    do: str = ""


class Concern(Frozen):
    """What the plan is checked for: when it is raised, what it names, when it goes.

    `threshold` is the value of the roadmap that moves the condition, "" when there is none; `limit`
    is that value where the roadmap names none. `cases` are other words for a case of the same,
    `ladder` the words of titles by rung, the lowest first, `step` the action that answers it. One
    that has no words in full never takes the place of the one thing. `short` names it among others.
    With `at_once` nothing that usually comes before an answer holds it back.
    """

    id: str
    condition: str
    names: str
    clears: str
    advice: tuple[int, ...]
    threshold: str = ""
    limit: int = 0
    words: Words = Words()
    cases: Mapping[str, Words] = {}
    ladder: tuple[tuple[str, ...], ...] = ()
    step: str = ""
    short: str = ""
    at_once: bool = False

    def words_of(self, case: str) -> Words:
        """The words of a case; those it has in common with the others where it has none.

        One that says itself what to do has the answers of the others no more.
        """
        own = self.cases.get(case, self.words)
        of_all = self.words
        return Words(
            own.line or of_all.line, own.full or of_all.full,
            own.answers or (() if own.do else of_all.answers), own.do or of_all.do,
        )  # fmt: skip


def concerns_from(table: Mapping[str, Any]) -> dict[str, Concern]:
    """The concerns of the parsed `findings.toml` by id, in order of cost."""
    return {
        item["id"]: Concern(
            item["id"], item["condition"], item["names"], item["clears"],
            tuple(item["advice"]), item.get("threshold", ""), item.get("limit", 0),
            _words(item), {key: _words(case) for key, case in item.get("cases", {}).items()},
            tuple(tuple(names) for names in item.get("ladder", ())), item.get("step", ""),
            item.get("short", item["id"]), item.get("at_once", False),
        )
        for item in table["finding"]
    }  # fmt: skip


def _words(item: Mapping[str, Any]) -> Words:
    return Words(
        item.get("line", ""),
        item.get("full", ""),
        tuple(item.get("answers", ())),
        item.get("do", ""),
    )
