"""What must stand beside a word before it tells of a talk to many, or of something published."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed
from pmpath.domain.words.meeting_nouns import SPOKEN_OF
from pmpath.domain.words.shapes.theirs import is_by_a_team

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.found import Event
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

# Behind a meeting these are something else than the meeting.
OF_A_MEETING = listed(
    "notes script guide minutes agenda invite prep recording summary centre center log logs"
    " corner machine room queue recordings volume volumes shop beans budget transcript"
)
# What is held, and what is made ready for it.
HELD = ("call", "calls", "meeting", "visit", "demo", "session")
MADE_READY = listed(
    "looked booked prepared prepped prep room slot agenda questions script slides checklist invite"
)
I_DID = ("i", "we", "i've", "have", "just", "finally", "also", "and", "then", "")
OF_SOMEBODY = frozenset(["her", "his", "their"])
# Somebody goes along to what is another's.
GOES_ALONG = frozenset([
    "joined", "join", "in", "on", "with", "shadowed", "along", "listened", "sat", "attended",
    "after", "during", "at", "over", "into",
])  # fmt: skip
OF_ONE = ("customer's", "client's", "today's", "yesterday's", "week's", "let's", "it's")
HEARSAY = frozenset(["heard", "hear", "read", "learned"])
ME = frozenset(["i", "me", "us", "we", "myself"])
# Behind a name these begin no deed of hers.
NO_VERB = frozenset([
    "and", "&", "+", "with", "for", "from", "at", "over", "in", "on", "the", "a", "to", "about",
    "product", "sales", "marketing", "pm", "first", "second", "quick", "short", "long", "by",
])  # fmt: skip
SAYS = frozenset(["says", "said", "thinks", "thought", "mentioned", "told", "tells", "claims"])
# What is made while somebody sits with others is not part of the meeting either.
MAKES = frozenset([
    "wrote", "written", "built", "coded", "fixed", "drafted", "added", "computed", "counted",
    "count", "listed", "worked", "finished", "started", "designed", "automated", "updated", "made",
    "sheet", "page", "code", "dashboard", "price", "cost", "script", "one-pager", "card", "costs",
    "value",
])  # fmt: skip
AROUND = frozenset([
    "a", "an", "the", "my", "our", "one", "two", "three", "first", "second", "third", "next",
    "last", "customer", "client", "sales", "discovery", "support", "user", "renewal", "long",
    "short", "good", "quick", "down", "notes", "with", "from",
])  # fmt: skip
ABOUT = frozenset(["about", "per", "regarding", "what"])
COSTS = frozenset(["cost", "costs", "takes"])
HABITS = frozenset(["every", "always", "usually", "weekly", "monthly", "often", "daily"])
# What the weekly review is of.
OF_A_WEEK = frozenset(
    ["week", "weeks", "month", "plan", "roadmap", "goals", "path", "my", "progress"]
)
# `Lena should look back on her week`.
STILL_TO_DO = ("should", "must", "could", "would", "will", "to")
# `looked back on the last seven days`.
SEVEN = frozenset(["seven", "7"])
REVIEWS = (("review",), ("reviewing",), ("look-back",), ("lookback",))
IN_ONE = (("in", "a"), ("in", "another"), ("on", "a"), ("on", "another"), ("in", "the"))
QUESTIONS = ("questions", "question")
SOME = listed("a the my some many few lots of only just good open her him them his two three four"
              " five six ten")  # fmt: skip
# Fewer one talks with; more one talks to.
A_CROWD = 8


class TalkChecks:
    """Judges the words of one line that may tell of a meeting, or of something given to many."""

    def __init__(self, line: Line, lexicon: Lexicon, people: PeopleReader) -> None:
        self.line, self.lexicon, self.people = line, lexicon, people
        self.subjects = lexicon.table("others")
        self.audience = lexicon.table("audience")

    def _check_published(self, event: Event) -> bool:
        line = self.line
        low = line.low[event.first]
        if any(one.first == event.after and not one.lead for one in self.people.found):
            return False  # "posted Tove my notes"
        if low in ("went", "is") or "_" in "_".join(line.low[event.first : event.after]):
            return line.has(
                (
                    "paper",
                    "white_paper",
                    "whitepaper",
                    "post",
                    "article",
                    "story",
                    "blog",
                    "guide",
                    "case_study",
                    "piece",
                    "newsletter",
                    "video",
                    "essay",
                    "faq",
                    "note",
                    "report",
                )
            )
        return low != "publish" or self.line.word(event.first - 1) not in ("to", "not")

    def _check_talk(self, event: Event) -> bool:
        line = self.line
        low = line.low[event.first]
        words = line.low[event.first : event.after]
        if is_by_a_team(line, event.first) or not OF_SOMEBODY.isdisjoint(
            line.low[max(event.first - 1, 0) : event.after]
        ):
            return False  # "gave Ben notes on his presentation"
        if (
            self.line.word(event.first - 1)
            in (
                "watched",
                "attended",
                "heard",
                "saw",
                "prepared",
                "prepare",
                "for",
                "about",
                "to",
                "at",
                "rehearsed",
                "practiced",
                "wrote",
                "drafted",
            )
            and self.line.word(event.first - 1) != "to"
        ):
            return False
        if line.has(
            (
                "watched",
                "attended",
                "listened_to_a",
                "went_to",
                "rehearsed",
                "prepared",
                "draft_of",
                "slides_for",
            )
        ) and low in ("presentation", "keynote", "talk", "demo", "lightning"):
            return False
        if words == ("talk",):
            return line.end[event.first] == ":" or bool(self.has_audience())
        if low == "present":
            may = self.line.word(event.first - 2) in (
                "can",
                "could",
                "may",
                "should",
                "would",
                "will",
            )
            return self.line.word(event.first - 1) in ("did", "to", "i") and not may
        if low == "demo":
            return bool(self.has_audience())
        return words != ("talk", "to", "the")

    def has_audience(self) -> bool:
        """Whether a number of listeners stands in the line."""
        return self.crowd() > 0

    def crowd(self) -> int:
        """How many listeners the line counts; 0 for none."""
        line, counts = self.line, self.people.counts
        for at, low in enumerate(line.low):
            number = low if low.isdecimal() else counts.get(low, "")
            if number and line.hit(at + 1, self.audience)[0] == "audience":
                return int(number[:6])
        return 0

    def _is_part_of_a_thing(self, event: Event) -> bool:
        """`meeting notes`, `call script`, `for the next call`: what was met is something else."""
        if "seat" in self.line.low[max(event.first - 5, 0) : event.first]:
            # "a seat on the Acme call"
            return True
        before = self.line.low[max(event.first - 4, 0) : event.first]
        if "for" in before and self.line.low[event.first] in HELD and self.line.has(MADE_READY):
            # "a quiet room for the customer call"
            return True
        after = self.line.word(event.after) if not self.line.end[event.after - 1] else ""
        return after in OF_A_MEETING or (
            not SPOKEN_OF.isdisjoint(self.line.low[event.first : event.after])
            and (self._is_asked(event) or self._is_of_others(event) or self._is_spoken_of(event))
        )

    def _asks_in_a_meeting(self, event: Event) -> bool:
        """`40 mins over lunch, I just asked questions and listened`: a meeting, and no request."""
        line = self.line
        ahead = line.low[event.after : event.after + 4]
        asks = next((at for at, low in enumerate(ahead) if low in QUESTIONS), -1)
        return (
            asks >= 0
            and any(line.taken)
            and all(low in SOME for low in ahead[:asks])
            and line.word(event.after + asks + 1) not in ("to", "by")
        )

    def _check_review(self, event: Event) -> bool:
        """`Sunday review` and `looked back at the week`; no review of code or of a plan."""
        words = self.line.low[event.first : event.after]
        if self.line.word(event.first - 1) in STILL_TO_DO:
            return False
        if words[1:2] == ("back",):
            ahead = self.line.low[event.after - 1 : event.after + 4]
            return "week" in ahead or "month" in ahead or not SEVEN.isdisjoint(ahead)
        if self.line.word(event.after) == "of":
            # "the weekly review of the on-call log"
            return not OF_A_WEEK.isdisjoint(self.line.low[event.after : event.after + 4])
        return words not in REVIEWS or self._stands_alone(event)

    def _stands_alone(self, event: Event) -> bool:
        line = self.line
        before, after = event.first - 1, event.after
        starts = (
            before < 0
            or line.taken[before]
            or (line.low[before].isdecimal() and self.line.word(before - 1) in ("week", "wk"))
            or line.low[before] in ("a", "my", "the", "did", "")
        )
        ends = after >= len(line) or line.taken[after] or bool(line.end[after - 1])
        # "stuck in a review"
        return starts and ends and line.word(before - 1) not in ("in", "from", "during", "for")

    def _is_asked(self, event: Event) -> bool:
        """`coffee with Lena?`: a question, before anything else is told."""
        ends = (self.line.end[at] for at in range(event.after - 1, len(self.line)))
        return next((sign for sign in ends if sign), "") == "?"

    def _is_of_others(self, event: Event) -> bool:
        """`Ana told me about her call`, `Ana says the call went well`: it was without me."""
        line, before = self.line, self._before(event)
        if "that" in before and not HEARSAY.isdisjoint(before):
            return True
        if self._keeps_her_away(event, before) or _is_used_by_another(before):
            return True
        is_habit = not HABITS.isdisjoint(line.low)
        if (is_habit or not any(line.taken)) and self._is_her_deed(
            event.first - len(before), before
        ):
            return True
        if not GOES_ALONG.isdisjoint(before):
            return False
        first = next((one for one in self.people.found if one.first == 0), None)
        verb = line.low[first.after : first.after + 1] if first else ()
        is_said = not SAYS.isdisjoint(verb) and len(before) > 1
        near = before[-3:]
        is_owned = any(low.endswith("'s") and low not in OF_ONE for low in near)
        is_theirs = not OF_SOMEBODY.isdisjoint(near) or (is_owned and not any(line.taken))
        return is_said or is_theirs

    def _keeps_her_away(self, event: Event, before: tuple[str, ...]) -> bool:
        """`she was in a meeting`, `Tom is on a call`: where somebody is who was not met."""
        if self.line.low[event.first] not in ("meeting", "meetings", "call", "calls"):
            return False
        return before[-2:] in IN_ONE and self.subjects.get(before[0]) == "subject"

    def _is_her_deed(self, first: int, before: tuple[str, ...]) -> bool:
        """`Lena is having lunch with the new CTO`: she, her verb, and no word of me."""
        one = next((one for one in self.people.found if one.first == first), None)
        if one is None or one.lead or self.line.end[one.after - 1]:
            return False
        behind = before[one.after - first :]
        return bool(behind) and behind[0] not in NO_VERB and ME.isdisjoint(behind)

    def _is_spoken_of(self, event: Event) -> bool:
        """`what five calls cost a customer`, `the code that records calls`: a thing made of it."""
        before = self._before(event)
        behind = self.line.low[event.after : event.after + 5]
        if ABOUT & {*before[-3:]} or (behind[:1] == ("per",)) or COSTS & {*behind}:
            return True
        made = next((at for at, low in enumerate(before) if low in MAKES), len(before))
        between = before[made + 1 :]
        return GOES_ALONG.isdisjoint(between) and any(low not in AROUND for low in between)

    def _before(self, event: Event) -> tuple[str, ...]:
        """The words of the same clause before an event."""
        line, first = self.line, event.first
        while first and line.clause[first - 1] == line.clause[event.first]:
            first -= 1
        return line.low[first : event.first]


def _is_used_by_another(before: tuple[str, ...]) -> bool:
    """`Nikolai used my FAQ in a call`: theirs, and not the one who writes."""
    used = next((at for at, low in enumerate(before) if low in ("used", "uses")), 0)
    return used > 0 and before[used + 1 : used + 2] == ("my",) and before[used - 1] not in I_DID
