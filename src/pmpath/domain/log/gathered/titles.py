"""The title that a line names, and the last step of a feature ladder, found by their patterns."""

from __future__ import annotations

import re

QUOTED = re.compile(
    r"[\"\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}]"
    r"([^\"]{6,200}?)"
    r"[\"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]"
)
# What somebody said is not a title.
SAID = re.compile(
    r"\b(?:said|says|saying|asked|told|answered|wrote|quote|words)[^\"]{0,12}$", re.IGNORECASE
)
CALLED = re.compile(r"\b(?:titled|entitled|called|named)\s+(.+)", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:talk|talks|session|presentation|webinar|workshop|keynote|speech|lecture|slides|deck|post|"
    r"piece|article|paper|story|guide|tutorial|presented|presenting|spoke)\b"
    r"[^;:.]{0,40}?(?:\s(?:on|about)\s|\s*[:\N{EN DASH}]\s+)(.+)",
    re.IGNORECASE,
)
PRESENTED = re.compile(r"\bpresented\s+((?:how|why|what|when|our|the)\b.+)", re.IGNORECASE)
# Whoever listened, how long it took and what followed belong to no title.
BEHIND = re.compile(
    r"\s*(?:[,;(]\s*(?:\d|an?\s+hour|half\s+an|by\b|for\b|to\b|with\b|at\b|in\b)"
    r"|\s(?:to|for|before|with|in\s+front\s+of|at)\s+(?:the|our|my|a|some|all|about|\d+|two|three|four|"
    r"five|six|seven|eight|nine|ten|twelve|twenty|thirty)\b"
    r"|\s\d+\s*(?:m|min|mins|minutes|h|hours?|hrs?)\b|\s+is\s+(?:out|live|up)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
SO_WHAT = re.compile(
    r"so[\s-]what\b\s*[?:,]|so[\s-]what\b.*(?:->|=>|\N{RIGHTWARDS ARROW})", re.IGNORECASE
)
STEP = re.compile(r"\s*(?:->|=>|\N{RIGHTWARDS ARROW})\s*|so[\s-]what\b\s*[?:,]+\s*", re.IGNORECASE)
DURATION = re.compile(
    r"[\s,;.(]*\b\d+(?:[.,]\d+)?\s*(?:m|min|mins|minutes|h|hours?|hrs?)\b\)?[\s.]*$", re.IGNORECASE
)


def title_in(text: str) -> str:
    """The title that a line names: in quotes, behind "called", or what it was about; else ""."""
    for quote in QUOTED.finditer(text):
        if not SAID.search(text[: quote.start()]):
            return quote[1].strip()
    for pattern in (CALLED, PRESENTED, ABOUT):
        if found := pattern.search(text):
            return BEHIND.sub("", found[1]).strip()
    return ""


def last_step(text: str) -> str:
    """What stands behind the last "so what?" or arrow; "" where there is neither."""
    steps = [one for one in STEP.split(DURATION.sub("", text)) if one.strip(" ?.,;")]
    return steps[-1] if len(steps) > 1 else ""
