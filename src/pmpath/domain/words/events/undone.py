"""Not done is not done: what did not happen, and what has yet to."""

from __future__ import annotations

from pmpath.domain.words.events.happened import RANKS
from pmpath.domain.words.shapes.theirs import ARE, leaves_them_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.found import Event
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

CALLED_OFF = ("skipped", "postponed", "cancelled", "canceled", "off", "through", "apart", "flat")
WILL = ("she'll", "he'll", "they'll")
# So many words belong to the front of a line.
AT_THE_FRONT = 3
# Behind one of these it is told which one is meant: `the customer who cancelled`.
WHICH = frozenset(["that", "which", "who"])
# Whom one asks, and no word at all, is not what one asks for.
NOT_THE_THING = ("", "her", "him", "them")
# What was said already, whatever becomes of the thing: `asked Ben for the video tomorrow`.
SAYING = ("asked", "promised", "answered")
IN_THE_PAST = (
    "told",
    "sent",
    "let",
    "wrote",
    "said",
    "gave",
    "lent",
    "rang",
    "put",
    "got",
    "began",
)
TOMORROW = "tomorrow"
FUTURE_VERBS = ("will", "should", "must", "need", "needs", "has", "have", "would", "going")


def asks_for_nothing(line: Line, people: PeopleReader, after: int) -> bool:
    """`sent Basia a survey and ask for nothing`, `asked Ben nothing`: no answer is awaited.

    `after` is the place behind the verb.
    """
    inside = {at for one in people.found for at in range(one.first, one.after)}
    behind = [
        line.low[at]
        for at in range(after, len(line))
        if line.low[at] not in NOT_THE_THING and at not in inside
    ]
    return (behind[1:2] if behind[:1] == ["for"] else behind[:1]) == ["nothing"]


class UndoneReader:
    """Finds the words of one line that deny or plan."""

    def __init__(self, line: Line, lexicon: Lexicon, people: PeopleReader) -> None:
        self.line = line
        self.undone = lexicon.table("undone")
        self.subjects = lexicon.table("others")
        self.people = people
        self.theirs = tuple(
            at for at, word in enumerate(line.low) if self._is_their_future(at, word)
        )
        self.denials = [hit for hit in line.hits(self.undone, taken=True) if self._denies(*hit)]
        if line.low[:1] == ("to",) and line.word(1) in lexicon.words("move", "mine"):
            # "To follow up Joy regarding the visit"
            self.denials.insert(0, (0, 1, "plan"))

    def clauses(self) -> frozenset[int]:
        """The parts of the line that tell of what did not happen, or has yet to."""
        return frozenset(
            self.line.clause[first] for first, _, kind in self.denials if kind != "besides"
        )

    def begins(self) -> bool:
        """Whether a denial stands at the front: `no time today`, `Anna cancelled our coffee`.

        Not so in `found out which directors might back me`, where something was done.
        """
        places = (first for first, _, kind in self.denials if kind != "besides")
        return self._is_at_the_front(min(places, default=len(self.line)))

    def is_all(self, event: Event) -> bool:
        """Whether this begins the line and did not happen: `tea with Ana fell through`.

        Not so in `prepared the interview that was postponed`.
        """
        line = self.line
        tells_which = any(
            line.low[at] in WHICH and not line.end[at - 1] for at in range(event.after, len(line))
        )
        return not tells_which and self._is_at_the_front(event.first)

    def _is_at_the_front(self, at: int) -> bool:
        """Whether few words stand before, not counting who it was: `Ben from sales cancelled`."""
        who = next((one.after for one in self.people.found if one.first == 0), 0)
        return at - who < AT_THE_FRONT

    def _denies(self, first: int, after: int, kind: str) -> bool:
        line = self.line
        low = line.low[first]
        if low == "to" and line.word(first - 1) in ("offered", "what", "how", "able", "managed"):
            return False  # "offered to do the newsletter"
        if first > 1 and line.word(first - 1) in WHICH and not line.end[first - 2]:
            return False  # "coffee with the customer who did not renew"
        if low == "not" and self.line.word(after) in ("only", "bad", "just", "so"):
            return False
        if (
            low == "not"
            and self.line.word(first - 1) in ("are", "is")
            and self.line.word(first - 2) == "that"
        ):
            # "jobs that are not code"
            return False
        if low == "no-show" and after < len(line) and not line.end[after - 1]:
            # "a sheet on no-show fees"
            return False
        if low == "nothing" and self.line.word(after) not in (
            "came",
            "done",
            "for",
            "today",
            "happened",
            "",
        ):
            return False
        if kind == "plan" and low in FUTURE_VERBS and self._is_of_others(first):
            return False
        return not (
            low in ("planned", "booked", "arranged", "scheduled")
            and self.line.word(after) in ("the", "my", "next")
            and self.line.word(after + 1) in ("week", "weeks", "month", "quarter")
        )

    def _is_their_future(self, at: int, low: str) -> bool:
        """`Petra will talk to Ingrid`: what somebody else has yet to do."""
        if low in WILL or leaves_them_out(self.line, at):
            return True
        if low not in ("will", "going", "gonna"):
            return False
        before = self.line.word(at - 1)
        named = any(one.after == at and not one.lead for one in self.people.found)
        is_pronoun = self.subjects.get(before) == "subject" or before in ARE
        return named or (is_pronoun and (low == "will" or before in ARE))

    def _is_of_others(self, at: int) -> bool:
        """`she will`, `that should`, `Lena will`, and the name Will."""
        low, before = self.line.low[at], self.line.word(at - 1)
        is_name = self.line.is_capital(at) and at > 0
        if low == "will" and (is_name or before in ("with", "met", "w/", "+", "and")):
            return True
        named = any(one.after == at for one in self.people.found)
        return self.subjects.get(before) == "subject" or before == "that" or named

    def why(self, event: Event) -> str:
        """Why an event did not happen: not, or plan; empty when it did."""
        line = self.line
        clause = line.clause[event.first]
        is_their_no = event.name == "rejected"  # "they're going with someone internal"
        if not is_their_no and any(
            at < event.first and line.clause[at] == clause for at in self.theirs
        ):
            return "not"
        for first, after, kind in self.denials:
            if event.first <= first and after <= event.after:
                continue
            is_before = first < event.first
            reaches = (
                line.clause[first] == clause
                or self._is_apart(first, after, kind)
                or (is_before and line.end[after - 1] == ":" and kind == "not")
            )
            if event.name == "rejected" and line.clause[first] != clause:
                # "no luck: Acme said no" says the same twice
                continue
            if kind == "besides" or (
                not reaches and not (is_before and self._heads_a_list(first, after))
            ):
                continue
            if self._is_parted(after, event.first) or (
                not is_before and self._was_said(event, first)
            ):
                continue
            if is_before and kind in ("not", "plan", "after"):
                return "plan" if kind == "plan" else "not"
            if (
                not is_before
                and (
                    kind == "after"
                    or line.low[first]
                    in (
                        "postponed",
                        "cancelled",
                        "canceled",
                        "scheduled",
                        "planned",
                        "booked",
                        "tomorrow",
                        "moved",
                        "confirmed",
                        "pencilled",
                        "set",
                        "fixed",
                        "skipped",
                    )
                )
                and RANKS.get(event.name, 3)
            ):
                is_off = any(low in CALLED_OFF for low in line.low[first:after])
                return "not" if is_off else "plan"
        return ""

    def _was_said(self, event: Event, denial: int) -> bool:
        """Whether the event is words that were said: what stands behind them is their content."""
        verb = self.line.low[event.first]
        is_past = verb.endswith("ed") or verb in IN_THE_PAST
        is_a_day = event.name in ("told", "sent") and self.line.low[denial] == TOMORROW
        return is_past and (event.name in SAYING or is_a_day)

    def _is_apart(self, first: int, after: int, kind: str) -> bool:
        """`interview at Acme, 11/2, confirmed`: a word of its own at the end."""
        line = self.line
        if line.word(first - 1) in WHICH and first > 1 and line.end[first - 2]:
            return True  # "coffee with Tomas, who cancelled"
        own = first > 0 and line.clause[first - 1] != line.clause[first] and after == len(line)
        return kind == "after" and own

    def _heads_a_list(self, first: int, after: int) -> bool:
        """`did NOT: call Sander, read, review`."""
        return self.line.end[after - 1] == ":" and self.line.low[first] in (
            "not",
            "did",
            "no",
            "todo",
            "to",
        )

    def _is_parted(self, first: int, after: int) -> bool:
        return any(
            self.line.word(at) in ("because", "since", "although") for at in range(first, after)
        )

    def whole(self) -> str:
        """Whether the words begin by denying or planning something that no event is known for."""
        for first, _, kind in self.denials:
            if self.line.clause[first] == 0 and kind != "besides":
                return "plan" if kind == "plan" else "not"
        return ""
