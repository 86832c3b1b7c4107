"""Further signs that a sentence tells of no deed of one's own, each by the places of its words."""

from __future__ import annotations

from pmpath.coach.meaning.phrases import words_of
from pmpath.coach.meaning.sentences.theirs import is_done_by
from pmpath.domain.content.fulfilment import NO_EVENT
from pmpath.domain.people import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.coach.meaning.phrases import Hit
    from pmpath.coach.meaning.sentences.sentence import Sentence

# A verb by which somebody turns to somebody else: `Lena told Vera about my plan`.
TURNS_TO = frozenset(["told", "tells", "asked", "asks", "informed", "taught", "showed", "sent"])
TALKS_WITH = frozenset(["talked", "spoke", "spoken", "chatted"])
ME = frozenset(["me", "us", "my", "our"])
# `Moved the call to Thursday` is a new day for it; `moved the letter to Tuesday, 18 to 27` is not.
PUTS_OFF = frozenset(["moved", "pushed", "shifted", "postponed", "rescheduled", "delayed"])
# `Moved my date to June` changes the plan, and puts nothing off.
OWN_DATES = frozenset(["date", "target"])
DAYS = frozenset([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "next", "another", "later", "tomorrow",
])  # fmt: skip
COMMA = ","
WITH = frozenset(["with", "w"])
THIRD = frozenset(["he", "she", "they"])
# What somebody tells of or hands on, and where it was told: `told me over lunch`.
TALES = frozenset([
    "told", "mentioned", "described", "reported", "says", "said", "explained", "showed", "taught",
    "lent", "gave", "sent", "brought", "handed", "forwarded", "mailed", "returned",
])  # fmt: skip
OVER = frozenset(["over", "during"])
DONE = frozenset(["minutes", "number", "two figures", "said", "link", "public", "audience"])
IS_DONE = frozenset([
    "done", "ready", "written", "drawn", "complete", "made", "up", "out", "live", "online", "now",
    "list", "new", "first", "my", "i",
])  # fmt: skip
# At the front: what follows was only wished for, dreamt of, or came close.
UNREAL = frozenset(["wish", "wished", "dreamt", "dreamed", "imagined", "pretended", "never"])
NEARLY = frozenset(["almost", "nearly"])
# Behind "never": no denial of a deed.
THOUGHT = frozenset(["thought", "knew", "expected", "imagined", "had"])
CALLED_OFF = frozenset(["cancelled", "canceled", "postponed", "rescheduled"])
HAPPENED = frozenset(["happen", "happened"])
NOT = frozenset(["not", "t", "never"])
ASKS = frozenset(["asked", "asks", "told", "tells", "wants", "wanted", "invited", "invites"])
HEARD = frozenset(["heard", "read", "saw", "noticed"])
MYSELF = frozenset(["i", "we", "me", "myself"])
# What a number or a thing does as well: `volunteers went from 18 to 26`.
OF_THINGS = frozenset([
    "went", "got", "has", "had", "did", "goes", "going", "go", "ran", "runs", "made", "gave", "won",
    "lost", "started", "changed", "takes", "took", "needs", "used", "worked", "counted",
])  # fmt: skip
# Farther on than this stands no verb of a subject at the front.
LONGEST_SUBJECT = 4
# `the customer`, `our old customer`: where the noun itself begins at the latest.
LAST_OF_NAME = 2


def is_unreal(said: Sentence) -> bool:
    """Whether it is a wish or a dream, was called off, or belongs to another time of one's life."""
    words = said.words
    front = words[1:3] if words[:1] == ("i",) else words[:2]
    if front and front[0] in UNREAL and front[1:2] not in {(one,) for one in THOUGHT}:
        return True
    if front and front[0] in NEARLY and front[-1] not in ("all", "every", "everybody", "a", "an"):
        return True
    if words[-1:] and words[-1] in CALLED_OFF:
        return True
    # `almost told Tom`: whatever verb stands behind it.
    denied = said.phrases & said.cautions["not_done"]
    if any(one.startswith(("almost ", "nearly ")) for one in denied):
        return True
    if not HAPPENED.isdisjoint(words) and _did_not_happen(words):
        return True
    if "me" in words and COMMA not in words and _is_asked_of_me(words):
        return True
    return is_told(said, "long_ago")


def _did_not_happen(words: tuple[str, ...]) -> bool:
    return any(one in HAPPENED and words[at - 1] in NOT for at, one in enumerate(words))


def _is_asked_of_me(words: tuple[str, ...]) -> bool:
    """`Lena asked me to shadow the new hire`: and nothing says that I did."""
    at = words.index("me")
    return at > 0 and words[at - 1] in ASKS and words[at + 1 : at + 2] == ("to",)


def is_work_together(said: Sentence) -> bool:
    """`cleaned up the backlog with Lena`, `user stories with Lena`: something was done, by two.

    A meeting is told by its noun, or by a verb of being together; or only who and how long it was.
    """
    words = said.words
    front = 1 if words[:1] in (("i",), ("we",), ("today",)) else 0
    verb = words[front] if front < len(words) else ""
    known = said.cautions["meetings"]
    is_together = verb in said.cautions["meets"] or any(
        one.first == front for one in said.hits if one.phrase in known
    )
    if verb == "for" or _is_their_meeting(said):
        return True
    if is_together or begins_with_one(said) or not verb.isalpha():
        return False
    if verb in said.cautions["deeds"] or verb.endswith("ed"):
        return True
    with_them = next((at for at, one in enumerate(words) if one in WITH), 0)
    return bool(with_them) and not any(
        one.first < with_them for one in said.hits if one.phrase in known
    )


def _is_their_meeting(said: Sentence) -> bool:
    """`a page for Rashid; he took it into a call`: every meeting is one that somebody else had."""
    words, known = said.words, said.cautions["meetings"]
    places = [one.first for one in said.hits if one.phrase in known]
    if not places:
        return False
    starts = (at - words[:at][::-1].index(COMMA) if COMMA in words[:at] else 0 for at in places)
    return all(words[at] in THIRD for at in starts)


def is_only_told_of(said: Sentence) -> bool:
    """`Marco told me about the call he had`: what he tells of is no meeting with him.

    Where a time spent is said, he told it in that time.
    """
    words = said.words
    if not said.entry.assumed:
        return False
    at = next((at for at, one in enumerate(words[:4]) if one in TALES), 0)
    is_his = (
        at > 0
        and begins_with_one(said)
        and words[at + 1 : at + 2] in (("me",), ("us",), ("about",), ("that",))
    )
    return is_his and not any(one in OVER for one in words[at:])


def is_told(said: Sentence, caution: str) -> bool:
    """Whether a phrase of the caution stands there, and not in the words of somebody else."""
    known = said.cautions[caution]
    if said.phrases.isdisjoint(known):
        return False
    quoted = (one.first for one in said.hits if one.phrase in said.cautions["said"])
    first = min(quoted, default=len(said.words))
    return any(one.first < first for one in said.hits if one.phrase in known)


def is_heard_of(said: Sentence) -> bool:
    """`heard that Ana met the board`: told of others."""
    words = said.words
    front = words[1:3] if words[:1] == ("i",) else words[:2]
    return front[:1] != () and front[0] in HEARD and front[1:] == ("that",)


def begins_with_one(said: Sentence) -> bool:
    """Whether somebody whom the entry names begins the sentence."""
    names = [words_of(name_of(one)) for one in said.entry.people]
    return any(one and said.words[: len(one)] == one for one in names)


def shows_a_deed(said: Sentence) -> bool:
    """Whether anything tells that something was done: an event, time spent, a verb, a number.

    `five charities share the building` names what an action is about, and no deed. Notes in short
    do without a verb: `flyer for the shelter, next the mailing`.
    """
    if said.event != NO_EVENT or COMMA in said.words or not DONE.isdisjoint(said.has):
        return True
    deeds = said.cautions["deeds"]
    return any(one in deeds or one in IS_DONE or one.endswith("ed") for one in said.words)


def is_put_off(said: Sentence) -> bool:
    """Whether it begins by naming a new day for something: `Moved the visit to May`."""
    words = said.words
    if not words or words[0] not in PUTS_OFF or "two figures" in said.has:
        return False
    if words[1:2] == ("my",) and not OWN_DATES.isdisjoint(words[2:4]):
        return False
    return any(one == "to" and words[at + 1] in DAYS for at, one in enumerate(words[:-1]))


def turns_to_others(said: Sentence) -> bool:
    """Whether somebody else turns to somebody who is not me: `Marco asked Oleg what he needs`."""
    words = said.words
    others = said.cautions["others"]
    named = begins_with_one(said) or any(
        one.first == 0 and one.phrase in others for one in said.hits
    )
    if not (named or said.has_another_subject):
        return False
    verbs = TURNS_TO | TALKS_WITH
    at = next((place for place, one in enumerate(words[:4]) if one in verbs), 0)
    if ME.isdisjoint(words) and "i" not in words and _is_with_another(said):
        return True
    if words[at] in TALKS_WITH:
        is_with = words[at + 1 : at + 2] in (("with",), ("to",))
        # `Lena talked to my manager about her move`
        is_mine = any(one.first == at + 2 and one.phrase in others for one in said.hits)
        return is_with and (is_mine or ME.isdisjoint(words[at + 2 : at + 3]))
    if not at:
        # `Lena sat in on a call and told me about it`: what reaches me is the telling.
        return any(words[one : one + 3] == ("and", "told", "me") for one in range(len(words)))
    return ME.isdisjoint(words[at + 1 : at + 2])


def _is_with_another(said: Sentence) -> bool:
    """`Ana talked about the book at lunch with Ben`: they met, and nobody says that I did."""
    words = said.words
    if not begins_with_one(said):
        return False
    names = [words_of(name_of(one))[:1] for one in said.entry.people]
    others = [one for one in names if one and one != words[:1]]
    return any(
        words[at] in WITH and words[at + 1 : at + 2] in others for at in range(2, len(words) - 1)
    )


def is_theirs(said: Sentence) -> bool:
    """Whether it tells of a deed of somebody else that did not reach me."""
    return (
        turns_to_others(said)
        or is_of_outsiders(said)
        or is_heard_of(said)
        or is_done_by(said.entry, said.words, said.cautions)
    )


def is_of_outsiders(said: Sentence) -> bool:
    """Whether somebody outside begins the sentence and does what it tells.

    `the customer asked for a seat`, `Petra watched our demo`: nothing was done to me, and no other
    clause begins with a deed of mine.
    """
    words = said.words
    if not words or not MYSELF.isdisjoint(words):
        return False
    deeds, outsiders = said.cautions["deeds"], said.cautions["outsiders"]
    named = any(one.first <= LAST_OF_NAME and one.phrase in outsiders for one in said.hits)
    begins_with_a_deed = words[0] in deeds or words[0].endswith("ed")
    if not named or (begins_with_a_deed and words[0] not in outsiders):
        return False
    end = next((at for at in range(1, len(words)) if words[at] == COMMA), len(words))
    front = words[1 : min(end, LONGEST_SUBJECT + 1)]
    verb = next((at for at, one in enumerate(front) if one in deeds and one not in OF_THINGS), -1)
    # `shelter 90m sat` is a day behind a length.
    is_verb = verb >= 0 and not (verb and front[verb - 1][0].isdigit())
    return is_verb and not any(
        words[at] == COMMA and (words[at + 1] in deeds or words[at + 1].endswith("ed"))
        for at in range(end, len(words) - 1)
    )


def is_of_the_job(said: Sentence, objects: Sequence[Hit]) -> bool:
    """Whether words of the present job stand in the same clause as one of the objects.

    Without an object they may stand anywhere.
    """
    if not objects:
        return True
    words, known = said.words, said.cautions["engineering"]
    work = [one.first for one in said.hits if one.phrase in known]
    return any(
        COMMA not in words[min(one, other.first) : max(one, other.first)]
        for one in work
        for other in objects
    )
