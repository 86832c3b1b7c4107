"""What leaves a deed in doubt: it was only made ready, it is denied, or no verb tells of it."""

from __future__ import annotations

from pmpath.coach.meaning.doer import AND, MET, clause_end, is_done_by, is_past
from pmpath.domain.content.fulfilment import NO_EVENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.meaning.phrases import Said

# `not a page read`, `no words yet`: what is missing, and where that is said.
MISSING = frozenset(["no", "not", "zero"])
COUNTED = frozenset(["a", "one", "single", "any"])
# Nothing of a deed is there without one of these.
PIECES = frozenset([
    "page", "pages", "line", "lines", "sentence", "sentences", "paragraph", "number", "numbers",
    "chapter", "section", "slide", "slides", "ticket", "tickets", "result", "draft", "figure", "ad",
    "ads", "answer", "date", "call", "talk", "conversation", "chat", "coffee", "lunch", "review",
    "interview", "session", "shift", "visit", "demo", "meeting", "introduction", "application",
])  # fmt: skip
# What may stand behind them all the same.
MEETINGS = frozenset([
    "call", "talk", "conversation", "chat", "coffee", "lunch", "visit", "demo", "meeting",
])  # fmt: skip
# And behind all of them.
FURTHER = frozenset([
    "today", "tonight", "yet", "again", "either", "further", "at", "this", "so", "after", "then",
    "anymore", "left", "came", "happened", "from", "yesterday",
])  # fmt: skip
# `no talk about my move`.
OVER_WHICH = frozenset(["about", "with", "on", "of", "for"])
# What was not done to them.
LEFT_UNDONE = frozenset([
    "read", "written", "done", "sent", "typed", "opened", "answered", "made", "found", "drafted",
    "finished", "held", "given", "published", "started", "touched",
])  # fmt: skip
# A book is named, and one of these says that it was read, or how far: `put Inspired on the shelf`.
READS = frozenset([
    "read", "reread", "finished", "skimmed", "devoured", "studied", "started", "continued", "began",
    "learned", "tried", "used", "reviewed", "compared", "listened", "got", "did", "spent", "made",
    "wrote", "noted", "cut", "summed", "worked", "plowed", "ploughed", "dipped", "absorbed",
])  # fmt: skip
HOW_FAR = frozenset([
    "page", "pages", "chapter", "chapters", "ch", "part", "half", "section", "through",
    "lines", "%",
])  # fmt: skip
NOBODY = "nobody"
# So short a clause may end with what became of it: `mock with Lena scrapped`.
LEAST_FAILED = 3
NOT_HELD = frozenset([
    "off", "scrapped", "cancelled", "canceled", "dropped", "axed", "postponed", "shelved", "binned",
    "nixed", "aborted", "delayed", "pushed", "overdue", "pending", "missing", "deferred", "stalled",
])  # fmt: skip
TIME = frozenset(["hour", "hours", "minutes", "morning", "afternoon", "evening", "night", "day"])
BESIDE = frozenset(["with", "by", "to"])
# Phrases that name no deed.
EVERY_CAUTION = "all"
YET, MOST_TO_YET = "yet", 4
# `wrote two lines and threw them out`.
ALL_OF_IT = frozenset(["it", "them", "both", "all", "everything", "again"])
# `Applied? No, the form kept crashing`.
REFUSED = ("? no,", "? no.", "? nope", "? not ", "? no ", "? nah")
I_MYSELF = "i"
# Of any other event the verb itself says what happened: `declined an invitation to the board`.
OF_THINGS = (NO_EVENT, "met", "listened", "read", "interview", "review")
# What may come to nothing.
MAY_FAIL = (
    NO_EVENT, "met", "listened", "read", "told", "talk", "interview", "sent", "published", "review",
    "applied", "volunteered",
)  # fmt: skip


def is_only_readied(said: Said) -> bool:
    """`booked a room for the mock interview`, `questions for Mara about the last time`.

    Whatever was done later in the sentence counts: `printed the sheet and gave it to Ana`.
    """
    if said.event not in OF_THINGS:
        return False
    readied, means = said.cautions["readied"], said.cautions["readied_for"]
    start = _behind_starters(said)
    end = clause_end(said.words, start)
    found = [
        one
        for one in said.hits
        if (one.phrase in readied and one.first == start)
        or (one.phrase in means and start <= one.first < end)
    ]
    return bool(found) and not _goes_on(said, max(one.after for one in found))


def is_denied(said: Said) -> bool:
    """`mock interview with Lena got dropped`, `not a page read`, `no words yet`.

    What somebody said was dropped is theirs; behind the first comma a time spent speaks against it.
    """
    if said.event not in MAY_FAIL:
        return False
    if _ends_in_failure(said):
        return True
    text = f"{said.entry.text.casefold()} "
    if any(one in text for one in REFUSED) and said.entry.assumed:
        return True
    end = min(
        (one.first for one in said.hits if one.phrase in said.cautions["said"]),
        default=len(said.words),
    )
    if not said.entry.assumed:
        end = min(end, clause_end(said.words, 0))
    if any(one.phrase in said.cautions["undone"] and one.first < end for one in said.hits):
        return True
    if any(
        one.phrase in said.cautions["undid"] and said.at(one.after) in ALL_OF_IT
        for one in said.hits
    ):
        return True
    if any(said.words[at] == NOBODY and _begins(said, at) for at in range(end)):
        return True
    return any(
        said.words[at] in MISSING and _is_missing(said, at) and not _goes_on(said, at)
        for at in range(end)
    )


def _begins(said: Said, at: int) -> bool:
    """Whether a clause with a verb of doing begins there: `customer call: nobody dialed in`."""
    return (at == 0 or said.words[at - 1] in AND) and is_done_by(said, at + 1)


def _ends_in_failure(said: Said) -> bool:
    """`mock with Lena scrapped`: no verb but the one at the end of the first clause."""
    end = clause_end(said.words, 0)
    if end < LEAST_FAILED or said.at(end - 1) not in NOT_HELD or not said.entry.assumed:
        return False
    return not any(is_done_by(said, at) for at in range(end - 1)) and said.event in OF_THINGS


def _behind_starters(said: Said) -> int:
    start = 0
    while said.at(start) in said.cautions["starters"]:
        start += 1
    return start


def _goes_on(said: Said, after: int) -> bool:
    """Whether the user did something else further on, which made nothing ready."""
    for at in range(after, len(said.words)):
        if said.words[at] not in AND:
            continue
        next_one = at + 1 + (said.at(at + 1) in (I_MYSELF, "then", "and"))
        ready = any(
            one.first == next_one and one.phrase in said.cautions["readied"] for one in said.hits
        )
        if is_done_by(said, next_one) and not ready:
            return True
    return False


def _is_missing(said: Said, at: int) -> bool:
    """Whether a page, a number or a meeting is not there: `no number`, `not a page read`."""
    behind = said.words[at + 1 : clause_end(said.words, at)]
    if said.words[at] in ("no", "zero") and YET in behind[1 : MOST_TO_YET + 1]:
        return True
    is_counted = behind[:1] and behind[0] in COUNTED
    behind = behind[1:] if is_counted else behind
    if not behind or behind[0] not in PIECES or (said.words[at] == "not" and not is_counted):
        return False
    after = behind[1] if len(behind) > 1 else ""
    is_met = behind[0] in MEETINGS and after in OVER_WHICH
    return not after or after in LEFT_UNDONE or after in FURTHER or is_met


def has_unknown_verb(said: Said) -> bool:
    """`subscribed to three job boards`: a verb that no phrase knows, and nothing for it.

    Time spent, somebody who was there, or a further clause does.
    """
    start = _behind_starters(said)
    if said.event == "read" and said.entry.assumed and is_done_by(said, start):
        return said.at(start) not in READS and HOW_FAR.isdisjoint(said.words)
    if said.event in MET and said.entry.assumed and is_past(said.at(start)):
        # `poured coffee, Lena was gone`: coffee alone names the meeting.
        is_known = said.at(start) in said.cautions["does"] or _is_of_an_action(said, start)
        return not is_known and BESIDE.isdisjoint(said.words) and TIME.isdisjoint(said.words)
    if said.event != NO_EVENT or not said.entry.assumed or not is_past(said.at(start)):
        return False
    if said.entry.people or "person" in said.has or "," in said.words:
        return False
    if said.at(start) in said.cautions["does"]:
        return False
    return TIME.isdisjoint(said.words) and not _is_of_an_action(said, start)


def _is_of_an_action(said: Said, at: int) -> bool:
    """Whether a phrase of an action begins there, not one of the cautions."""
    return any(
        one.first == at and one.phrase not in said.cautions[EVERY_CAUTION] for one in said.hits
    )
