"""What must stand beside a word before it tells of a talk to many, or of something published."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed
from pmpath.domain.words.events.search_checks import SearchChecks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.lexicon import Lexicon
    from pmpath.domain.words.found import Event
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

# Behind a meeting these are something else than the meeting.
OF_A_MEETING = listed(
    "notes script guide minutes agenda invite prep recording summary centre center"
)
# What is held, and what is made ready for it.
HELD = ("call", "calls", "meeting", "visit", "demo", "session")
MADE_READY = listed(
    "looked booked prepared prepped prep room slot agenda questions script slides checklist invite"
)
# Fewer one talks with; more one talks to.
A_CROWD = 8


class TalkChecks(SearchChecks):
    """Judges the words of one line that may tell of a meeting, or of something given to many."""

    def __init__(self, line: Line, lexicon: Lexicon, people: PeopleReader) -> None:
        super().__init__(line, lexicon, people)
        self.audience = lexicon.table("audience")

    def _check_published(self, event: Event) -> bool:
        line = self.line
        low = line.low[event.first]
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
        return after in OF_A_MEETING
