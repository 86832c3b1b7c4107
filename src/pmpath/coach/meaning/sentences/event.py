"""What an entry says happened: its event, or what a tag or a stage says of it in older records.

And whether it only asks that of oneself.
"""

from __future__ import annotations

from pmpath.coach.meaning.phrases import words_of
from pmpath.domain.content.fulfilment import NO_EVENT
from pmpath.domain.entry import ASK, ASKED, EVENT_TAGS, PROMISED, THEM, Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set

    from pmpath.coach.meaning.clues import Cautions

# "no coffee with Lena" is none; "no from Nordfrakt" is an answer.
MET = ("met", "listened")
MEETINGS = (NO_EVENT, *MET, "talk")
# Of a feature; it answers itself.
SO_WHAT = ("so", "what")
OPEN_QUESTIONS = frozenset(["what", "who", "which", "why", "how", "did", "does", "do", "has"])
SHORTEST_ANSWER = 3
BY_TAG = {tag: event for event, tag in EVENT_TAGS.items()}


def event_of(entry: Entry) -> str:
    """The event; NO_EVENT when nothing names one."""
    if entry.event:
        return entry.event
    if entry.half == ASK and not _spent_time(entry):
        return ASKED
    if entry.stage in EVENT_TAGS:
        return entry.stage
    return next((BY_TAG[tag] for tag in entry.tags if tag in BY_TAG), NO_EVENT)


def is_held(entry: Entry) -> bool:
    """Whether it is more than asking somebody for something, or promising it."""
    return entry.half != ASK and event_of(entry) not in (ASKED, PROMISED)


def _spent_time(entry: Entry) -> bool:
    """`Drafted the brief, 90 min; Brooke to review`: what somebody owes is not what was done."""
    owed = entry.next is not None and entry.next.who == THEM
    return owed and not entry.assumed


def is_question(
    entry: Entry, event: str, words: tuple[str, ...], first: Set[str], cautions: Cautions
) -> bool:
    """`should I ask Ana for a seat?`, `coffee with Lena? maybe`: asked of oneself.

    `first` are the phrases that the words begin with.
    """
    asked, sign, told = entry.text.partition("?")
    if not sign or not cautions["deeds"].isdisjoint(words_of(told)[:1]):
        return False  # "why a step back? wrote three sentences": the deed answers it
    is_first = not any(one in asked for one in ".!;:") and not _is_answered(words, told)
    if is_first and event in MEETINGS and entry.assumed:
        return True
    return entry.text.rstrip().endswith("?") and not first.isdisjoint(cautions["questions"])


def _is_answered(words: tuple[str, ...], told: str) -> bool:
    """`what do customers ask? Wrote down eight`: the answer follows, or it is a feature's."""
    is_open = words[:1] and words[0] in OPEN_QUESTIONS and len(told.split()) >= SHORTEST_ANSWER
    return bool(is_open) or words[:2] == SO_WHAT
