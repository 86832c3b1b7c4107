"""By which verb the thing of a step is governed: `proofread Lena's post` writes none."""

from __future__ import annotations

from pmpath.coach.meaning.understanding import ANYTHING, NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence, Set
    from typing import Protocol

    Kinds = frozenset[str]
    # Where a clause with a verb of mine begins, where the verb stands, and its kinds.
    Clause = tuple[int, int, Kinds]

    class Verbs(Protocol):
        """The kinds of each verb."""

        def get(self, verb: str, /) -> Kinds | None:
            """Those of a verb; None for what is none."""


COMMA = ","
# Behind one of these a clause of mine may begin with its verb.
JOINS = frozenset(["and", "then", "but", "so", "plus", "afterwards", "after", "or"])
# What stands before the verb of such a clause.
LEADS = frozenset([
    "i", "we", "ve", "have", "has", "had", "finally", "just", "also", "then", "and", "so", "today",
    "yesterday", "quickly", "already", "this", "last", "morning", "afternoon", "evening", "night",
    "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
    "tue", "wed", "thu", "fri", "sun", "min", "mins", "minutes", "minute", "m", "h", "hr",
    "hrs", "hour", "hours", "ok", "okay", "well", "now", "first", "only", "again", "really",
    "actually", "even", "both", "quietly", "silently", "on", "at", "am", "pm", "next", "later",
    "plus", "ca", "approx", "about", "done", "still", "once", "together", "myself", "kind", "of",
])  # fmt: skip
# No verbs, though they end like one.
NO_VERBS = frozenset([
    "need", "feed", "seed", "speed", "weed", "deed", "red", "bed", "breed", "embed", "shed", "sled",
    "wed", "ted", "fred", "ned", "indeed", "hundred", "unified", "detailed", "related", "unused",
    "med", "united", "limited", "advanced", "unplanned", "unexpected", "mixed", "tired", "alfred",
    "ahmed", "inspired", "talented", "sacred", "biased", "naked", "shared",
])  # fmt: skip
# `Ana and I waited`: a verb of mine as well.
AND_ME = (("and", "i"), ("and", "me"))
# Behind the verb of somebody else: it does something, and is no `tickets read`.
ARTICLES = frozenset([
    "a", "an", "the", "his", "her", "their", "its", "some", "every", "each", "why", "whether", "if",
    "that",
])  # fmt: skip
LONGEST_SUBJECT = 3
NO_SUBJECT = frozenset([
    "of", "with", "for", "from", "to", "in", "on", "at", "by", "about", "and", "or", "but", "so",
    "who", "which", "that", "what", "how", "why", "when", "where", "while", "because", "if", "not",
])  # fmt: skip
MYSELF = frozenset(["i", "me", "my", "we", "us", "our", "mine", "myself"])
# What somebody tells may be what counts, and a light verb is of a thing as well.
NOT_ALONE = frozenset([ANYTHING, "tell"])
OF_ANOTHER = frozenset(["of another"])
ENDING = "ed"
SHORTEST = 3
SHORTEST_VERB = 4
# `waded through ten tickets`: by the word behind it, whatever the verb.
ANY_VERB = "*"
UNKNOWN = frozenset(["unknown"])
# `Rita, a solutions engineer, told me`: no verb of mine.
TO_ME = frozenset(["me", "us"])


def clauses_of(words: Sequence[str], verbs: Verbs, people: Set[str] = frozenset()) -> list[Clause]:
    """The clauses that begin with a verb, in their order; of one behind `and` its own verb."""
    found: list[Clause] = []
    for at in range(len(words)):
        if at == 0 or words[at - 1] == COMMA:
            first = at
        elif words[at] in JOINS:
            first = at + 1
        else:
            continue
        place = _behind_leads(words, first, people)
        kinds = kinds_at(words, place, verbs)
        beside = words[place + 1 : place + 2]
        if kinds is not None and beside != (COMMA,) and TO_ME.isdisjoint(beside):
            found.append((at, place, kinds))
        elif kinds is None and _is_of_another(words, place, verbs):
            found.append((at, place, OF_ANOTHER))
    return found


def _is_of_another(words: Sequence[str], at: int, verbs: Verbs) -> bool:
    """`security watched a customer`: a short subject, then a verb that does something."""
    for place in range(at + 1, min(at + LONGEST_SUBJECT + 1, len(words) - 1)):
        if len(words[place - 1]) < SHORTEST or words[place - 1] in NO_SUBJECT:
            return False
        kinds = verbs.get(words[place])
        if kinds is not None and kinds.isdisjoint(NOT_ALONE):
            end = next((one for one in range(place, len(words)) if words[one] == COMMA), len(words))
            return words[place + 1] in ARTICLES and MYSELF.isdisjoint(words[at:end])
    return False


def kinds_at(words: Sequence[str], at: int, verbs: Verbs) -> Kinds | None:
    """The kinds of the verb that stands there; None where no verb does."""
    if at >= len(words):
        return None
    one = words[at]
    longer, found = verbs.get(" ".join(words[at : at + 2])), verbs.get(one)
    if longer is not None:
        return longer if found is None or NOTHING in longer else longer | found
    if found is None and one.endswith(ENDING) and len(one) >= SHORTEST_VERB and one not in NO_VERBS:
        return verbs.get(" ".join([ANY_VERB, *words[at + 1 : at + 2]])) or UNKNOWN
    return found


def _behind_leads(words: Sequence[str], at: int, people: Set[str]) -> int:
    if words[at : at + 1] and words[at] in people and words[at + 1 : at + 3] in AND_ME:
        at += 3
    while at < len(words) and (words[at] in LEADS or words[at][0].isdigit()):
        at += 1
    return at
