"""Whether a length stands in a title or a quote, and is no time of anybody's."""

from __future__ import annotations

from pmpath.domain.when.spelling import pieces, turns_after

LONGEST_QUOTE = 24


def is_title(words: tuple[str, ...], first: int, after: int) -> bool:
    """`The 4-Hour Workweek`, and whatever stands between quotation marks."""
    unit = "".join(pieces((words[after - 1],))).strip(".,;:)")
    is_capital = any(word in unit for word in ("Hour", "Minute")) and not turns_after(
        words[after - 1]
    )
    follows = words[after : after + 1]
    if is_capital and follows and follows[0][:1].isupper():
        return True
    return _in_quotes(words, first, after)


def _in_quotes(words: tuple[str, ...], first: int, after: int) -> bool:
    opened = ""
    for word in words[max(first - LONGEST_QUOTE, 0) : first]:
        if not opened and word[0] in "\"'«‘“„":
            opened = word[0]
        if opened and len(word) > 1 and word.rstrip(".,;:!?)")[-1:] in "\"'»’”“":
            opened = ""
    if not opened and words[first][0] in "\"'«‘“„":
        opened = words[first][0]
    closing = {"«": "»", "‘": "’", "“": "”", "„": "“"}.get(opened, opened)
    return bool(opened) and any(
        closing in word for word in words[after - 1 : after + LONGEST_QUOTE]
    )
