"""What is said of a plan that ended: arrived, decided against, or paused, in one voice."""

from __future__ import annotations

from datetime import date

from pmpath.domain.kinds import ARRIVED, DECIDED_AGAINST, Close
from pmpath.render.page.text import clip, day_beside

NOTE_LENGTH = 200
THE_WAY = "The whole way: pmpath report all"
FIRST_90_DAYS = (
    "In week one, agree which number tells after 90 days that it was the right choice. Hear ten "
    "customers before anything changes. In week four, bring what you heard on one page."
)


def closed_rows(close: Close, today: date) -> list[tuple[str, str]]:
    """Rows with their names: how and when it ended, in the person's words; what is open now."""
    note = f": {clip(close.note, NOTE_LENGTH)}" if close.note else ""
    when = day_beside(close.day, today) + note
    if close.because == ARRIVED:
        return [("Arrived", when), ("The way here", THE_WAY), ("First 90 days", FIRST_90_DAYS)]
    if close.because == DECIDED_AGAINST:
        return [
            ("Decided against", when),
            ("What it gave", f"A clear answer is a result of the test. {THE_WAY}"),
            ("If that changes", "pmpath replan"),
        ]
    return [
        ("Paused since", when),
        ("Meanwhile", "Nothing is due. To log what you do anyway: pmpath log WORDS"),
        ("To go on", "pmpath replan"),
    ]
