"""What I said I will do for somebody: `told Ana I'd send it`, `will send Lena the deck`."""

from __future__ import annotations

from pmpath.domain.words.meeting_nouns import DATED
from pmpath.domain.words.shapes.theirs import FOR_OTHERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person
    from pmpath.domain.words.people.people import PeopleReader

# Behind one of these stands what I said; `my word` is what one gives.
SAID = frozenset([
    "told", "said", "assured", "agreed", "texted", "wrote", "messaged", "mailed", "emailed",
    "pinged", "replied", "answered", "confirmed", "offered", "word", "know",
])  # fmt: skip
# Whoever does one of these does it to somebody, named or not.
TELLING = frozenset(["told", "said", "assured"])
GIVEN_OR_LET = {"word": ("gave", "give"), "know": ("let",)}
LONGEST_TELLING, LONGEST_GIVING = 9, 4
QUESTIONS = frozenset(["what", "how", "why", "which", "who", "whom", "when", "where", "if"])
NOT = frozenset([
    "not", "didn't", "didnt", "never", "haven't", "hasn't", "don't", "forgot", "wanted", "nobody",
])  # fmt: skip
HELD = DATED | {"standup", "planning", "retro", "review"}
READY = frozenset(["ready", "done", "finished", "sorted"])
# `I'd`, and the two or more words that say the same.
I_WILL = frozenset(["i'd", "i'll"])
I_WILL_APART = (("i", "would"), ("i", "will"), ("i'm", "going", "to"), ("i", "am", "going", "to"))
TO_AN_OTHER = frozenset(["me", "us"])
# What is mine to do, without a day and without anybody whom I said it to.
MODALS = frozenset(["will", "i'll", "we'll", "shall", "must", "gonna", "gotta"])
MODALS_APART = (("need", "to"), ("have", "to"), ("going", "to"), ("got", "to"))
BEFORE_MINE = frozenset(["", "i", "i'm", "i've", "we", "and", "then", "but", "so", "also", "am"])
PASSED_OVER = frozenset([
    "also", "then", "just", "gladly", "happily", "still", "now", "to", "finally", "soon", "later",
    "quickly", "try", "remember", "definitely", "certainly", "surely",
])  # fmt: skip
# More of what one does for somebody.
OF_HANDS = frozenset([
    "draft", "finish", "deliver", "schedule", "chase", "print", "compile", "collect", "post",
    "upload", "hand", "fix", "file", "record", "revise", "translate", "sketch", "summarize",
    "summarise",
])  # fmt: skip
# These are done for somebody only where it is said right behind: `get her the numbers`.
NEEDS_SOMEBODY = frozenset([
    "talk", "speak", "get", "tell", "walk", "meet", "visit", "let", "ask", "call", "teach", "train",
    "coach", "join", "attend", "return", "follow", "pass", "help", "thank", "remind", "nudge",
    "congratulate",
])  # fmt: skip
# And these say too little of what.
TOO_LITTLE = frozenset([
    "come", "see", "make", "have", "keep", "set", "read", "decide", "put", "sends",
])  # fmt: skip
# What is handed to somebody, said right behind it.
GIVEN = frozenset(["send", "share", "give", "show", "bring", "lend", "forward", "mail", "email"])
SOMEBODY = frozenset(["her", "him", "them", "back"])
LEADS_TO_SOMEBODY = frozenset([
    "to", "with", "for", "up", "into", "over", "the", "a", "an", "out", "at", "it", "through",
])  # fmt: skip


def said_i_will(line: Line, people: PeopleReader) -> tuple[int, int] | None:
    """Where I say to somebody that I will do something for them, and the verb of it."""
    for at, low in enumerate(line.low):
        if low not in SAID or line.taken[at] or line.word(at + 1) in TO_AN_OTHER:
            continue
        for begin in range(at + 1, min(at + LONGEST_TELLING, len(line))):
            if line.clause[begin] != line.clause[at] or line.low[begin] in QUESTIONS:
                break
            verb = _behind_will(line, begin) or _agreed(line, at, begin)
            if verb and _is_said_to(line, at, begin, people) and _is_promise(line, verb, people):
                return _giving(line, at), verb
    return None


def _is_said_to(line: Line, said: int, i: int, people: PeopleReader) -> bool:
    """Whether somebody hears it; what one wrote down, nobody does."""
    if line.low[said] in GIVEN_OR_LET:
        return _giving(line, said) < said
    between = line.low[said + 1 : i]
    is_named = any(said < one.after and one.first < i for one in people.found)
    return line.low[said] in TELLING or is_named or not SOMEBODY.isdisjoint(between)


def _giving(line: Line, said: int) -> int:
    """`gave Ines my word` and `let Ines know` begin with the giving and the letting."""
    verbs = GIVEN_OR_LET.get(line.low[said], ())
    first = max(said - LONGEST_GIVING, 0) if verbs else said
    return next((at for at in range(first, said) if line.low[at] in verbs), said)


def _is_promise(line: Line, verb: int, people: PeopleReader) -> bool:
    """`I'd have the summary ready` is one as well; `I'd like to have a chat` is none."""
    if line.low[verb] == "have":
        ahead = range(verb, len(line))
        return any(line.low[at] in READY and line.clause[at] == line.clause[verb] for at in ahead)
    return _is_for_somebody(line, verb, people)


def meant_for_somebody(line: Line, people: PeopleReader) -> tuple[int, Person] | None:
    """The verb of what I have yet to do, with no day, and whom it is for.

    `will send Lena the deck`, `coffee with Lena, I'll send her the deck`.
    """
    for at in range(len(line)):
        verb = _behind_modal(line, at)
        if verb and not _is_supposed(line, verb) and _is_for_somebody(line, verb, people):
            person = _for_whom(line, verb, people)
            if person is not None:
                return verb, person
    return None


def is_denied(line: Line, verb: int) -> bool:
    """`did not tell Ana that I'd send it`: no promise was made."""
    before = (line.low[at] for at in range(verb) if line.clause[at] == line.clause[verb])
    return not NOT.isdisjoint(before)


def told_whom(people: PeopleReader, said: int, verb: int) -> Person | None:
    """To whom I said it: named between, else the last before, else the first behind."""
    between = [one for one in people.found if said < one.after and one.first < verb]
    before = [one for one in people.found if one.after <= said]
    return next(iter([*between[:1], *before[-1:], *people.found[:1]]), None)


def _behind_will(line: Line, at: int) -> int:
    """The verb behind `I'd`, `I will`; 0 where none stands there."""
    if line.low[at] in I_WILL:
        return _verb(line, at + 1)
    for words in I_WILL_APART:
        if line.low[at : at + len(words)] == words:
            return _verb(line, at + len(words))
    return 0


def _agreed(line: Line, said: int, at: int) -> int:
    """`agreed with Tom that I draft the page`: the verb; else 0."""
    is_agreed = line.low[said] == "agreed" and line.low[at - 1 : at + 1] == ("that", "i")
    return _verb(line, at + 1) if is_agreed else 0


def _behind_modal(line: Line, at: int) -> int:
    """The verb behind `will`, `need to`, where it is I who will or need; else 0."""
    low = line.low[at]
    is_apart = line.low[at : at + 2] in MODALS_APART
    if not (low in MODALS or is_apart) or line.taken[at]:
        return 0
    before = line.word(at - 1) if at and line.clause[at - 1] == line.clause[at] else ""
    is_mine = low in ("i'll", "we'll") or before in BEFORE_MINE
    if line.word(at - 1 - (before == "i")) in QUESTIONS:
        return 0  # "wrote down what I will tell Tom"
    return _verb(line, at + 1 + is_apart) if is_mine else 0


def _verb(line: Line, at: int) -> int:
    """The verb at a place, or behind the small words there; 0 where a sign stands between."""
    while at < len(line) and line.low[at] in PASSED_OVER and not line.end[at]:
        at += 1
    return at if at < len(line) and not line.end[at - 1] and not line.taken[at] else 0


def _is_for_somebody(line: Line, verb: int, people: PeopleReader) -> bool:
    low = line.low[verb]
    if low == "look":
        return line.word(verb + 1) in ("at", "into", "over", "through", "up")
    if low in ("join", "attend") and not HELD.isdisjoint(line.low[verb : verb + 5]):
        return True
    if low in NEEDS_SOMEBODY:
        return _somebody_behind(line, verb, people) is not None
    return low in OF_HANDS or (low in FOR_OTHERS and low not in TOO_LITTLE)


def _is_supposed(line: Line, verb: int) -> bool:
    """`if Lena agrees, I'll send her the deck`: nothing is promised yet."""
    return "if" in line.low[:verb]


def _somebody_behind(line: Line, verb: int, people: PeopleReader) -> int | None:
    """Where somebody is named, by name or pronoun, right behind a verb."""
    starts = {one.first for one in people.found}
    at = verb + 1
    while at < len(line) and line.low[at] in LEADS_TO_SOMEBODY and not line.end[at - 1]:
        at += 1
    if at >= len(line) or line.end[at - 1]:
        return None
    return at if at in starts or line.low[at] in SOMEBODY else None


def _for_whom(line: Line, verb: int, people: PeopleReader) -> Person | None:
    """Whoever is named in the same part of the sentence, or whom a pronoun there means.

    What is handed over without a word of whom is for the one person that the line names.
    """
    clause = line.clause[verb]
    same = [one for one in people.found if line.clause[one.first] == clause]
    behind = [one for one in same if one.first > verb]
    before = [one for one in people.found if one.after <= verb]
    ahead = [line.low[at] for at in range(verb, len(line)) if line.clause[at] == clause]
    if behind:
        # "will tell Ben what Lena said"
        return behind[0]
    is_meant = (
        not SOMEBODY.isdisjoint(ahead) or line.low[verb] in GIVEN or line.low[verb] in OF_HANDS
    )
    return before[-1] if before and is_meant else None
