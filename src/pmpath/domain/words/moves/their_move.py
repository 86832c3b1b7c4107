"""What somebody else will do: `she answers by Friday`, `Ben will send me the deck`."""

from __future__ import annotations

from datetime import date

from pmpath.domain.words.shapes.theirs import (
    ARE,
    CONTRACTED,
    FOR_OTHERS,
    ME,
    STRONG,
    leaves_them_out,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmpath.domain.words.found import Found
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person
    from pmpath.domain.words.people.people import PeopleReader

THEY = ("she", "he", "they")
# `she's going to send it`, `Ben's going to`.
IS = ("'s", "'re")
WILL = ("she'll", "he'll", "they'll")
GIVING_A_WORD = frozenset(["promised", "promises", "agreed"])
WILL_OR_WOULD = (*CONTRACTED, "will", "would")
# What one person hands on to another.
HANDS_ON = ("send", "share", "forward", "lend")
# Behind "she" these tell of what is still to come.
TO_COME = frozenset([
    "will", "would", "wants", "wanted", "needs", "has", "might", "may", "can", "could", "is", "was",
    "promised", "hopes", "plans", "thinks", "looks", "checks", "asks", "asked", "didn't", "did",
    "doesn't", "won't", "can't", "never", "not",
])  # fmt: skip
PASSED_OVER = (
    "going",
    "to",
    "me",
    "us",
    "also",
    "that",
    "she",
    "he",
    "they",
    "then",
    "gladly",
    "kindly",
)
# What somebody is asked to say at once.
TO_TELL = frozenset(["tell", "say", "repeat", "retell", "explain", "describe", "recap", "sum"])
ASKING_FOR = frozenset(
    ["can", "could", "may", "might", "would", "will", "i", "we", "she'd", "he'd"]
)
OF_THE_PAST = frozenset(
    ["was", "were", "had", "did", "has", "helped", "worked", "liked", "is", "are"]
)
ME_OR_US = frozenset(["me", "us"])
Move = tuple["Person | None", int, "Found[date] | None"]


def promised_to_me(
    line: Line, people: PeopleReader, agreed: tuple[Found[date], ...]
) -> Move | None:
    """`Ben (sales) promised me an intro, by Friday`: their promise, whatever stands between."""
    for at, low in enumerate(line.low[:-1]):
        if low in ("promised", "promises") and line.low[at + 1] in ("me", "us"):
            by_whom = [one for one in people.found if one.after <= at]
            is_denied = at > 0 and line.low[at - 1] in ("never", "i", "we")
            due = next((one for one in agreed if one.first > at), None)
            # "promised me by Friday an intro": what is promised may stand behind the day
            after = due.after if due and due.first <= at + 3 else at + 2
            if by_whom and not is_denied:
                return by_whom[-1], min(after, len(line)), due
    return _promised_by(line, people, agreed)


def _promised_by(line: Line, people: PeopleReader, agreed: tuple[Found[date], ...]) -> Move | None:
    """`an intro promised by Ben`, `intro to Karim was promised to me by Ben`."""
    for one in people.found:
        by = one.first - 1
        if line.word(by) != "by" or one.lead not in ("", "marked"):
            continue
        near = range(max(by - 3, 0), by)
        if any(line.low[at] == "promised" and line.clause[at] == line.clause[by] for at in near):
            return one, 0, next((due for due in agreed if due.first > by), None)
    return None


def their_move(
    line: Line,
    people: PeopleReader,
    agreed: tuple[Found[date], ...],
    words: tuple[frozenset[str], Mapping[str, str]],
) -> Move | None:
    """Who will do something, from which word on it says what, and by when; None for nothing.

    `words` are the verbs that tell of it, and the pronouns.
    """
    theirs, pronouns = words
    for at, verb in _subjects(line, people, pronouns):
        if line.low[verb] in ("wants", "needs") and line.low[verb + 1 : verb + 2] != ("to",):
            continue
        due = next(
            (
                one
                for one in agreed
                if one.first > verb and line.clause[one.first] == line.clause[verb]
            ),
            None,
        )
        does = any(form in theirs for form in line.forms[verb])
        if (
            _is_strong(line, at, verb, has_day=due is not None)
            or (due is not None and (does or _is_to_do(line, at, verb)))
            or _is_agreed_on(line, at, verb)
            or (does and line.low[verb] in ("promised", "promises"))
        ):
            behind = (one for one in people.found if one.after - 1 <= at)
            return next(behind, None), _start(line, at, verb), due
    return None


def is_done_for_me(what: str) -> bool:
    """`send us the numbers`, `call me`: whoever will do it, it is not I."""
    words = what.casefold().split()
    return bool(words) and words[0] in FOR_OTHERS and words[1:2] in (["me"], ["us"])


def _subjects(
    line: Line, people: PeopleReader, pronouns: Mapping[str, str]
) -> Iterator[tuple[int, int]]:
    """Each word that somebody else is named by, and the verb behind it."""
    ends = {one.after - 1 for one in people.found if one.lead in ("", "marked")}
    for at, low in enumerate(line.low):
        if low in CONTRACTED and at + 1 < len(line):
            yield at, at + 1
        is_one = pronouns.get(low) == "subject" and low not in ("it", "who", "hr")
        is_one = is_one or at in ends or low in ARE
        # "Ben (sales) will": the bracket ends no sentence.
        goes_on = not line.end[at] or (at in ends and line.end[at] in (")", "]"))
        if at + 1 < len(line) and ((is_one and goes_on) or leaves_them_out(line, at + 1)):
            yield at, at + 1


def _is_strong(line: Line, at: int, verb: int, *, has_day: bool) -> bool:
    """Whether the words say that something is still to come, even without a day."""
    low = line.low
    if low[verb] == "owes":
        return True
    begin = verb + (low[verb] in ("is", "are"))
    if low[begin : begin + 2] == ("going", "to") and (begin > verb or low[at].endswith(IS)):
        return set(low[begin + 2 : begin + 3]) <= FOR_OTHERS
    doing = line.word(begin) if begin > verb else ""
    if doing.endswith("ing") and doing[:-3] in FOR_OTHERS:
        # "Hank is sending me the recording tomorrow"
        return has_day and not ME_OR_US.isdisjoint(low[begin + 1 : begin + 3])
    if low[verb] == "gonna":
        return set(low[verb + 1 : verb + 2]) <= FOR_OTHERS
    step = verb if low[at] in CONTRACTED else verb + 1
    if step == verb + 1 and low[verb] not in STRONG:
        return False
    while step < len(line) and low[step] in PASSED_OVER and not line.end[step - 1]:
        step += 1
    does = step < len(line) and low[step] in FOR_OTHERS and not line.end[step - 1]
    if not does:
        return False
    if has_day or any(word in ME for word in low[verb : step + 5]):
        return True
    # "Ben will share the sheet once legal is ok": with whom, if not with me
    is_will = low[verb] == "will" or low[at] in WILL
    return is_will and low[step] in HANDS_ON and not _goes_to_another(line, step)


def _goes_to_another(line: Line, verb: int) -> bool:
    """`will send it to the client`, `will share it with the team`."""
    ahead = range(verb + 1, len(line))
    same = [line.low[at] for at in ahead if line.clause[at] == line.clause[verb]]
    return any(
        low in ("to", "with") and same[at + 1 : at + 2] not in (["me"], ["us"])
        for at, low in enumerate(same)
    )


def _is_to_do(line: Line, at: int, verb: int) -> bool:
    """`Brooke to review 5/18`: at the front of its clause."""
    starts = not at or line.clause[at - 1] != line.clause[at]
    return starts and line.low[verb] == "to"


def _is_agreed_on(line: Line, at: int, verb: int) -> bool:
    """`agreed with Casimir that he drafts the brief`: what was agreed is theirs to do."""
    is_agreed = "agreed" in line.low[:at] and line.word(at - 1) == "that"
    return is_agreed and line.clause[at] == line.clause[verb] and line.low[verb].endswith("s")


def _start(line: Line, at: int, verb: int) -> int:
    """From where on it says what: behind `will`, `gonna` and `is going to`."""
    begin = verb + (line.low[verb] in ("is", "are"))
    if line.low[begin : begin + 2] == ("going", "to"):
        return begin + 2
    if line.low[verb] in GIVING_A_WORD:
        return _behind_a_word(line, verb + 1)
    leads = line.low[at] not in CONTRACTED and line.low[verb] in ("will", "shall", "to", "gonna")
    return verb + leads


def _behind_a_word(line: Line, at: int) -> int:
    """Behind `promised to`, `agreed that she will`: what it is, and no word of the promise."""
    if line.word(at) == "to":
        return at + 1
    if line.word(at) in CONTRACTED:
        return at + 1
    if line.word(at) not in ("that", *THEY):
        return at
    will = next(
        (one for one in range(at, min(at + 4, len(line))) if line.low[one] in WILL_OR_WOULD), at
    )
    return will + 1


def is_told_behind(line: Line, start: int) -> bool:
    """`asked Nadine if the sheet gets used; she showed it twice`: what was asked is told."""
    return any(
        line.clause[at] != line.clause[at - 1]
        and line.low[at] in THEY
        and line.low[at + 1] not in TO_COME
        for at in range(start + 1, len(line) - 1)
    )


def is_retold(line: Line, start: int) -> bool:
    """`asked Dot to tell me my pitch back; she remembered the price`: she told it."""
    to_tell = line.word(start) == "to" and line.word(start + 1) in TO_TELL
    return to_tell and is_told_behind(line, start)


def is_question_answered(line: Line, start: int) -> bool:
    """`asked Giulia if the sheet was useful, she says it is`: a question, and its answer."""
    ahead = line.low[start : start + 9]
    of_the_past = ASKING_FOR.isdisjoint(ahead) and not OF_THE_PAST.isdisjoint(ahead)
    return of_the_past or is_told_behind(line, start)


def is_answered_behind(line: Line, start: int) -> bool:
    """`asked Lena for a coffee, she said yes`: the answer stands in the line."""
    they = [at for at in range(start, len(line)) if line.low[at] in THEY]
    if not they:
        return False
    from pmpath.domain.words.people.answer_heard import is_answer_of

    return any(is_answer_of(line.low[at + 1 : at + 9]) for at in they)
