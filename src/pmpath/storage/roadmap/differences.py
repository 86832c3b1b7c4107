"""Where two texts of a roadmap differ, line by line, whether they are TOML or not."""

from __future__ import annotations

from pmpath.domain.files.copies import Difference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Roadmaps have hundreds of lines; comparing takes time by the product of both.
MOST_PAIRS = 4_000_000


def differences(mine: str, other: str) -> list[Difference]:
    """Where two texts differ, in their order; line ends and blanks at the end do not count."""
    first = [line.rstrip() for line in mine.split("\n")]
    second = [line.rstrip() for line in other.split("\n")]
    return [
        Difference(
            start + (start < end),
            tuple(first[start:end]),
            other_start + (other_start < other_end),
            tuple(second[other_start:other_end]),
        )
        for start, end, other_start, other_end in _stretches(first, second)
    ]


def _stretches(first: list[str], second: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Half-open stretches of both that differ; one for all where a comparison would not end."""
    head = 0
    while head < min(len(first), len(second)) and first[head] == second[head]:
        head += 1
    if len(first) * len(second) > MOST_PAIRS:
        yield from [(head, len(first), head, len(second))] if first != second else []
        return
    # Loaded for a comparison only: reports list copies too.
    import difflib

    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            yield start, end, other_start, other_end
