"""Whether a weekday beside an interview is still to come: `got an interview at Acme on Friday`."""

from __future__ import annotations

from pmpath.domain.when.duration_forms import duration_at
from pmpath.domain.words.meeting_nouns import OF_A_SEARCH, is_time_of_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.days.day_context import Place

SURE, LIKELY = "sure", "likely"
# Whoever says so has it still before them; of what was one says `had`.
GETS = frozenset([
    "got", "get", "have", "has", "scored", "landed", "secured", "bagged", "snagged", "received",
    "won", "gotten", "given", "granted", "offered",
])  # fmt: skip
# Between one of these and the interview.
OF_AN_INTERVIEW = frozenset([
    "a", "an", "the", "my", "another", "first", "second", "third", "final", "1st", "2nd", "3rd",
    "phone", "video", "zoom", "technical", "onsite", "on-site", "panel", "job", "pm", "recruiter",
    "hr", "next", "hiring", "manager", "screening", "case", "product", "loop", "call",
])  # fmt: skip
OF_OTHERS = frozenset([
    "customer", "customers", "user", "users", "client", "clients", "mock", "practice", "practise",
])  # fmt: skip
MADE_OF_IT = frozenset([
    "feedback", "request", "requests", "invite", "invitation", "result", "results", "notes", "prep",
    "questions", "question", "task", "answer", "offer", "guide", "tips",
])  # fmt: skip
# Beside one of these it was held already.
OVER = frozenset([
    "had", "did", "was", "were", "went", "held", "took", "sat", "gave", "done", "after", "from",
    "felt", "got", "met", "since", "about", "wrote", "told", "said",
])  # fmt: skip


def is_interview_to_come(place: Place) -> str:
    """SURE by the verb before it, LIKELY by its time of day; empty for one that was."""
    before, behind = place.before, place.behind
    noun = next((at for at, word in enumerate(before) if word in OF_A_SEARCH), None)
    if noun is None or not OF_OTHERS.isdisjoint(before[noun : noun + 3]):
        return ""
    if noun and before[noun - 1] in MADE_OF_IT:
        return ""  # "got the interview feedback on Friday"
    at = noun + 1
    while at < len(before) and before[at] in OF_AN_INTERVIEW:
        at += 1
    if before[at : at + 1] and before[at] in GETS:
        return SURE
    hour = behind[1:2] if behind[:1] == ["at"] else behind[:1]
    is_timed = any(is_time_of_day(word) or (len(behind) > 1 and word.isdecimal()) for word in hour)
    is_over = any(word in OVER or word.endswith("ed") for word in (*before, *behind))
    hour_at = place.after + (behind[:1] == ["at"])
    lasted = any(duration_at(place.words, at) for at in range(len(place.words)) if at != hour_at)
    return LIKELY if is_timed and not (is_over or lasted) else ""
