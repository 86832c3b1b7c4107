"""What must stand beside a word before it tells of an event: `call` is no meeting in `on call`."""

from __future__ import annotations

from pmpath.domain.words.events.search_checks import SearchChecks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.lexicon import Lexicon
    from pmpath.domain.words.events.happened import Event
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

AS_PROMISED = ("as", "how", "like", "i", "than", "had", "i'd", "we")
PASSIVE = ("was", "were", "got", "been", "being", "be", "is", "get", "gets")
BY_MYSELF = ("asked", "told", "promised", "sent", "answered", "applied", "read")

NOT_MY_ASKING = (
    "to", "they", "an", "the", "my", "of", "for", "keep", "keeps", "kept", "customers", "clients",
    "users", "buyers", "always", "often",
)  # fmt: skip


class EventChecks(SearchChecks):
    """Judges the words of one line that may tell of an event."""

    def __init__(self, line: Line, lexicon: Lexicon, people: PeopleReader) -> None:
        super().__init__(line, lexicon, people)
        self.audience = lexicon.table("audience")

    def hold(self, event: Event) -> bool:
        """Whether the words tell of this event, done by whoever writes."""
        check = getattr(self, f"_check_{event.name}", None)
        if check and not check(event):
            return False
        return event.name not in BY_MYSELF or not self.is_by_others(event)

    def is_by_others(self, event: Event) -> bool:
        """Whether somebody else did it: `she told me`, `was asked`."""
        line = self.line
        before = self._word(event.first - 1)
        two = self._word(event.first - 2)
        same = event.first and not line.end[event.first - 1]
        if line.low[event.first] in ("know", "knows", "aware"):
            return False
        if same and (
            self.subjects.get(before) == "subject"
            or (self.subjects.get(two) == "subject" and not line.end[event.first - 2])
        ):
            return True
        if same and before in PASSIVE:
            return True
        if self.subjects.get(self._word(event.after)) == "object" and not line.end[event.after - 1]:
            return True
        if event.name in ("told", "asked", "promised", "sent", "answered", "read"):
            # "Wanda has read it"
            first = event.first - (before in ("has", "had"))
            return any(
                one.after == first and not one.lead and not line.end[one.after - 1]
                for one in self.people.found
            )
        return False

    def _check_met(self, event: Event) -> bool:
        line = self.line
        low = line.low[event.first]
        if line.forms[event.first][-1:] and self._word(event.first - 1) == "on" and low == "call":
            return False
        if (
            low in ("call", "called", "calls")
            and self._word(event.first - 1) in ("a", "pm")
            and self._word(event.first - 2) == "called"
        ):
            return False
        if low == "called" and self._word(event.first - 1) in (
            *PASSIVE,
            "pm",
            "someone",
            "man",
            "woman",
        ):
            return False
        if low in ("saw", "visited", "visit", "observed") and (
            self.people.is_search or not (self.people.found or self.people.unnamed)
        ):
            return False
        if low in ("spoke", "talked") and not self.people.found and self.has_audience():
            return False
        ahead = self.line.low[event.after : event.after + 3]
        if low == "listened" and any(
            word in ("audiobook", "podcast", "talk", "webinar", "episode") for word in ahead
        ):
            return False
        names_next = any(one.first == event.after for one in self.people.found)
        if (
            low == "call"
            and event.first == 0
            and names_next
            and line.has(("by", "until", "tomorrow"))
        ):
            return False
        return not self._is_part_of_a_thing(event)

    def _check_told(self, event: Event) -> bool:
        if self.line.low[event.first] == "let":
            return "know" in self.line.low[event.after : event.after + 6]
        before = self._word(event.first - 1)
        return before not in ("to", "not") or self._word(event.first - 2) == "able"

    def _check_review(self, event: Event) -> bool:
        """`Sunday review` and `looked back at the week`; no review of code or of a plan."""
        words = self.line.low[event.first : event.after]
        if words == ("looked", "back"):
            ahead = self.line.low[event.after : event.after + 4]
            return "week" in ahead or "month" in ahead
        return words not in (("review",), ("reviewing",)) or self._stands_alone(event)

    def _stands_alone(self, event: Event) -> bool:
        line = self.line
        before, after = event.first - 1, event.after
        starts = (
            before < 0 or line.taken[before] or line.low[before] in ("a", "my", "the", "did", "")
        )
        ends = after >= len(line) or line.taken[after] or bool(line.end[after - 1])
        return starts and ends

    def _check_asked(self, event: Event) -> bool:
        low = self.line.low[event.first]
        after = self._word(event.after)
        before = self._word(event.first - 1)
        if self.people.nobody.get(after) == "tool":
            return False
        if low in ("ask", "asking") and before in NOT_MY_ASKING:
            return before == "to" and self._word(event.first - 2) in ("wrote", "emailed", "mailed")
        if (
            low == "ask"
            and event.first
            and self.line.end[event.first - 1] in (",", "")
            and before not in ("i", "and", "")
        ):
            return False
        if low in ("requested", "reminded", "invited") and not after:
            return False
        return low != "asked" or after != "about" or bool(self.people.found)

    def _check_promised(self, event: Event) -> bool:
        before = self._word(event.first - 1)
        if (
            before in AS_PROMISED
            and self._word(event.first - 2)
            in ("as", "how", "like", "what", "that", "than", "which")
        ) or before in ("as", "how", "like"):
            return False
        low = self.line.low[event.first]
        return low != "promise" or self.line.end[event.first] == ":" or before in ("", "i", "my")

    def _check_sent(self, event: Event) -> bool:
        low = self.line.low[event.first]
        if low == "gave" and self._word(event.after) in ("a", "my", "the", "up", "talk"):
            return (
                bool(self.people.found)
                and "talk" not in self.line.low[event.after : event.after + 4]
            )
        return low != "shared" or self._word(event.first - 1) not in ("a", "the", "our")

    def _check_answered(self, event: Event) -> bool:
        return self._word(event.first - 1) not in ("have", "has", "they")

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
                )
            )
        return low != "publish" or self._word(event.first - 1) not in ("to", "not")

    def _check_read(self, event: Event) -> bool:
        from pmpath.domain.words.book import reads_work

        return not reads_work(self.line, event.first, event.after)

    def _check_talk(self, event: Event) -> bool:
        line = self.line
        low = line.low[event.first]
        words = line.low[event.first : event.after]
        if (
            self._word(event.first - 1)
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
            and self._word(event.first - 1) != "to"
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
            return self._word(event.first - 1) in ("did", "to", "i")
        if low == "demo":
            return bool(self.has_audience())
        return words != ("talk", "to", "the")

    def _check_volunteered(self, event: Event) -> bool:
        return (
            self.line.low[event.first] != "volunteering" or self._word(event.first - 1) != "about"
        )

    def _is_part_of_a_thing(self, event: Event) -> bool:
        """`meeting notes`, `call script`, `for the next call`: what was met is something else."""
        after = self._word(event.after) if not self.line.end[event.after - 1] else ""
        return after in (
            "notes",
            "script",
            "guide",
            "minutes",
            "agenda",
            "invite",
            "prep",
            "recording",
            "summary",
            "centre",
            "center",
        )

    def has_audience(self) -> bool:
        """Whether a number of listeners stands in the line."""
        line = self.line
        return any(
            line.hit(at + 1, self.audience)[0] == "audience"
            for at in range(len(line))
            if line.low[at].isdecimal() or line.low[at] in self.people.counts
        )
