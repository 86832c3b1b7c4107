"""What happened: the event of a line, and whether it happened at all."""

from __future__ import annotations

from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people import PeopleReader

# Which events say more of a line than others that stand before them.
RANKS = {
    "rejected": 0, "offer": 0, "declined": 0, "applied": 1, "interview": 1,
    "review": 2, "talk": 2, "told": 2, "published": 2,
}  # fmt: skip
BY_MYSELF = ("asked", "told", "promised", "sent", "answered", "applied", "read")
AS_PROMISED = ("as", "how", "like", "i", "than", "had", "i'd", "we")
OF_THE_PLAN = frozenset([
    "plan", "plans", "want", "wants", "move", "switch", "intend", "pm", "product", "goal", "aim",
    "role", "mobility", "transition", "change", "become", "career", "project", "him", "her", "them",
])  # fmt: skip
PASSIVE = ("was", "were", "got", "been", "being", "be", "is", "get", "gets")
WORK_UNDER_REVIEW = frozenset([
    "code", "pr", "prs", "design", "doc", "docs", "rfc", "performance", "architecture", "security",
    "peer", "pull", "product", "book", "app",
])  # fmt: skip
TO_MANY = ("slide", "slides", "pitch", "pitched", "spoke", "talked")
NO_OFFER = ("pricing", "special", "discount", "summer", "new")
PLANS_FOR_ME = ("i", "i'll", "we", "we'll", "")


@record
class Event:
    """What happened, in the words from `first` up to `after`."""

    name: str
    first: int
    after: int


@record
class Happened:
    """The event, if one is told; `undone` when the line tells of what did not happen, or has yet to.

    `planned` says that it has yet to. `denied` are the clauses that tell of such things.
    """

    event: Event | None
    undone: bool = False
    planned: bool = False
    denied: frozenset[int] = frozenset()


def happened(line: Line, lexicon: Lexicon, people: PeopleReader) -> Happened:
    """The event of the line; of several the one that says most, else the first."""
    return _EventReader(line, lexicon, people).read()


class _EventReader:
    def __init__(self, line: Line, lexicon: Lexicon, people: PeopleReader) -> None:
        self.line = line
        self.events = lexicon.table("event")
        self.undone = lexicon.table("undone")
        self.subjects = lexicon.table("others")
        self.interviews = lexicon.table("interview")
        self.stages = lexicon.table("stage")
        self.gathering = lexicon.table("gathering")
        self.engineering = lexicon.words("engineering", "work")
        self.audience = lexicon.table("audience")
        self.people = people
        self.denials = [hit for hit in line.hits(self.undone, taken=True) if self._denies(*hit)]

    def read(self) -> Happened:
        best: Event | None = None
        rank = 9
        undone = ""
        if self._audience() and self.line.has(TO_MANY) and not self.people.found:
            best, rank = Event("talk", 0, 1), RANKS["talk"]
        for found in self._candidates():
            why = self._why_undone(found)
            if why:
                undone = undone or why
                continue
            own = self._rank(found)
            if own < rank:
                best, rank = found, own
        if best is None:
            best = self._implied()
        if best is None and not undone:
            undone = self._denied_whole()
        denied = frozenset(
            self.line.clause[first] for first, _, kind in self.denials if kind != "besides"
        )
        return Happened(
            best, bool(undone) and best is None, undone == "plan" and best is None, denied
        )

    def _candidates(self) -> list[Event]:
        line = self.line
        found: list[Event] = []
        at = 0
        while at < len(line):
            name, length = ("", 0) if line.taken[at] else line.hit(at, self.events)
            if name and not self._is_in_name(at):
                event = Event(name, at, at + length)
                checked = self._checked(event)
                if checked:
                    found.append(checked)
                elif length > 1:
                    length = 1
            at += length or 1
        return found

    def _is_in_name(self, at: int) -> bool:
        for one in self.people.found:
            if one.first <= at < one.after:
                return True
        return False

    def _checked(self, event: Event) -> Event | None:
        check = getattr(self, f"_check_{event.name}", None)
        if check and not check(event):
            return None
        if event.name in BY_MYSELF and self._is_by_others(event):
            return None
        return event

    def _word(self, at: int) -> str:
        return self.line.low[at] if 0 <= at < len(self.line) else ""

    def _is_by_others(self, event: Event) -> bool:
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
        if event.name in ("told", "asked", "promised", "sent", "answered"):
            return any(
                one.after == event.first and not one.lead and not line.end[one.after - 1]
                for one in self.people.found
            )
        return False

    # What the words of each event must have beside them.

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
            line.has(self.stages) or not (self.people.found or self.people.unnamed)
        ):
            return False
        if low in ("spoke", "talked") and not self.people.found and self._audience():
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
        if self._is_part_of_a_thing(event):
            return False
        return True

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

    def _check_told(self, event: Event) -> bool:
        before = self._word(event.first - 1)
        return before not in ("to", "not") or self._word(event.first - 2) == "able"

    def _check_asked(self, event: Event) -> bool:
        low = self.line.low[event.first]
        after = self._word(event.after)
        before = self._word(event.first - 1)
        if low in ("ask", "asking") and before in ("to", "they", "an", "the", "my", "of", "for"):
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
            or before in ("as", "how", "like")
        ):
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
        if low == "shared" and self._word(event.first - 1) in ("a", "the", "our"):
            return False
        return True

    def _check_answered(self, event: Event) -> bool:
        return self._word(event.first - 1) not in ("have", "has", "they", "lena")

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

    def _check_review(self, event: Event) -> bool:
        return True

    def _check_applied(self, event: Event) -> bool:
        from pmpath.domain.words.opening import is_an_application

        words = self.line.low[event.first : event.after]
        if any(word in ("cv", "resume") for word in words) and any(
            one.first >= event.after - 1 for one in self.people.found
        ):
            return False
        return is_an_application(self.line, event.first, event.after)

    def _check_interview(self, event: Event) -> bool:
        line = self.line
        low = line.low[event.first]
        before, after = self._word(event.first - 1), self._word(event.after)
        if after.removesuffix("s") in self.interviews or after in self.interviews:
            if not line.end[event.after - 1]:
                return False
        if before in self.interviews and low.startswith(("interview", "screen")):
            return False
        if low == "interviewed":
            return after in ("at", "with", "for", "by")
        if low in ("screening", "onsite") and event.after - event.first == 1:
            return bool(after in ("with", "at", "by", "call"))
        if low in ("first", "second", "third", "1st", "2nd", "3rd", "final", "round"):
            return not line.has(("feedback_round", "customers", "users"))
        return not line.has(
            (
                "mock_interview",
                "mock_interviews",
                "user_interview",
                "user_interviews",
                "customer_interview",
                "customer_interviews",
            )
        )

    def _check_rejected(self, event: Event) -> bool:
        line = self.line
        words = line.low[event.first : event.after]
        if words[:2] in (("said", "no"), ("says", "no"), ("say", "no")):
            after = self._word(event.after)
            subject = self._word(event.first - 1)
            is_person = (
                any(one.after == event.first for one in self.people.found)
                or self.subjects.get(subject) == "subject"
                or subject in self.people.names
            )
            return (
                after not in ("to", "thanks")
                and not is_person
                and event.first > 0
                and subject not in ("i", "and")
            )
        if words == ("no", "from") or words[:1] == ("a",):
            at = event.after
            if words[:1] == ("a",):
                return (
                    self._word(at) in ("from", "after")
                    or line.end[at - 1] != ""
                    or self._word(event.first - 1) in ("got", "received", "with")
                )
            return self._word(at) not in ("the", "my", "our") and not any(
                one.first <= at < one.after for one in self.people.found
            )
        if words == ("no", "after"):
            return line.has(self.interviews) or line.has(
                ("interview", "round", "screen", "application", "final")
            )
        if words[0] in ("rejected", "rejection"):
            after = self._word(event.after)
            if after == "my":
                return self._word(event.after + 1) in (
                    "profile",
                    "application",
                    "cv",
                    "resume",
                    "candidacy",
                )
            return after not in ("the", "their", "our", "a", "an", "that", "this")
        return True

    def _check_offer(self, event: Event) -> bool:
        return self._word(event.first - 1) not in NO_OFFER

    def _check_declined(self, event: Event) -> bool:
        words = self.line.low[event.first : event.after]
        if words == ("turned", "down") and self._word(event.after) in ("me", "my"):
            return False
        subject = self._word(event.first - 1)
        if self.subjects.get(subject) == "subject" or any(
            one.after == event.first for one in self.people.found
        ):
            return False
        return words != ("decline",) or subject in ("i", "to", "")

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
            return line.end[event.first] == ":" or bool(self._audience())
        if low == "present":
            return self._word(event.first - 1) in ("did", "to", "i")
        if low == "demo":
            return bool(self._audience())
        if words == ("talk", "to", "the"):
            return False
        return True

    def _audience(self) -> bool:
        line = self.line
        return any(
            line.hit(at + 1, self.audience)[0] == "audience"
            for at in range(len(line))
            if line.low[at].isdecimal() or line.low[at] in self.people.counts
        )

    def _check_volunteered(self, event: Event) -> bool:
        return (
            self.line.low[event.first] != "volunteering" or self._word(event.first - 1) != "about"
        )

    def _rank(self, event: Event) -> int:
        rank = RANKS.get(event.name, 3)
        words = self.line.low
        if event.name == "told":
            to_a_leader = any("(" in one.person for one in self.people.found if one.lead == "told")
            about_it = any(word in OF_THE_PLAN for word in words[event.after :])
            rank = 2 if to_a_leader or about_it else 3
        if event.name == "read" and words[event.first] in ("book", "audiobook", "reading"):
            rank = 4
        return rank

    # Not done is not done.

    def _denies(self, first: int, after: int, kind: str) -> bool:
        line = self.line
        low = line.low[first]
        before = self._word(first - 1)
        if low == "not" and self._word(after) in ("only", "bad", "just", "so"):
            return False
        if low == "nothing" and self._word(after) not in (
            "came",
            "done",
            "for",
            "today",
            "happened",
            "",
        ):
            return False
        if kind == "plan" and low in ("will", "should", "must", "need", "to", "going"):
            if low == "will" and (
                line.is_capital(first) and first or before in ("with", "met", "w/", "+", "and")
            ):
                return False
            if (
                self.subjects.get(before) == "subject"
                or before == "that"
                or any(one.after == first for one in self.people.found)
            ):
                return False
        return not (
            low in ("planned", "booked", "arranged", "scheduled")
            and self._word(after) in ("the", "my", "next")
            and self._word(after + 1) in ("week", "weeks", "month", "quarter")
        )

    def _why_undone(self, event: Event) -> str:
        line = self.line
        clause = line.clause[event.first]
        for first, after, kind in self.denials:
            if first < event.after and event.first < after:
                continue
            is_before = after <= event.first
            reaches = line.clause[first] == clause or (
                is_before and line.end[after - 1] == ":" and kind == "not"
            )
            if (
                kind == "besides"
                or not reaches
                and not (is_before and self._heads_a_list(first, after))
            ):
                continue
            if self._is_parted(after, event.first):
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
                    )
                )
                and RANKS.get(event.name, 3)
            ):
                return (
                    "plan"
                    if line.low[first] in ("planned", "scheduled", "booked", "tomorrow")
                    else "not"
                )
        return ""

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
        return any(self._word(at) in ("because", "since", "although") for at in range(first, after))

    def _denied_whole(self) -> str:
        """Whether the words begin by denying or planning something that no event is known for."""
        for first, _, kind in self.denials:
            if self.line.clause[first] == 0 and kind != "besides":
                return "plan" if kind == "plan" else "not"
        return ""

    # Events that no verb tells.

    def _implied(self) -> Event | None:
        """`50 min with Lucas (sales)`, `Jan (support) 20 min`: time with somebody is a meeting."""
        line = self.line
        if self._audience() and line.has(TO_MANY):
            return Event("talk", 0, 1)
        works = line.has(self.engineering)
        at_a_gathering = next((first for first, _, _ in line.hits(self.gathering)), None)
        for one in self.people.found:
            is_with = one.lead in ("with", "met", "names") or (
                at_a_gathering is not None and not one.lead
            )
            alone = one.first == 0 and one.after < len(line) and line.taken[one.after]
            event = Event("met", one.first, one.after)
            with_a_colleague = works and ("(" not in one.person or line.low[0] in self.engineering)
            if (is_with or alone) and not with_a_colleague and not self._why_undone(event):
                return event
        if at_a_gathering is not None and line.has(("contacts", "cards", "people")):
            event = Event("met", at_a_gathering, at_a_gathering + 1)
            return None if self._why_undone(event) else event
        return None
