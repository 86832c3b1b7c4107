"""What `it` is: `1h on the case study with Ines, she wants it by the 12th`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person

PRONOUNS = ("it", "this", "that", "these", "those", "them", "one", "both", "all")
BEFORE_A_THING = ("on", "about", "at", "with", "worked", "work", "i")
BEFORE_SOMEBODY = ("with", "w/", "for", "mit")


def thing_meant(line: Line, people: Sequence[Person]) -> str:
    """The thing that the first part of a line is about; empty where it names none."""
    found: list[str] = []
    for at in range(len(line)):
        is_somebody = any(one.first <= at < one.after for one in people)
        if line.clause[at] or is_somebody or line.low[at] in BEFORE_SOMEBODY:
            break
        if not line.taken[at] and (found or line.low[at] not in BEFORE_A_THING):
            found.append(line.raw[at])
    return " ".join(found).strip(" ,.;:")
