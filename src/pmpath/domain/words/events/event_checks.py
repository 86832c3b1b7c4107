"""What must stand beside a word before it tells of an event: `on call` is not a meeting."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed
from pmpath.domain.words.events.talk_checks import A_CROWD, TalkChecks
from pmpath.domain.words.events.undone import asks_for_nothing
from pmpath.domain.words.shapes.theirs import BUSY_WITH, is_busy, is_by_a_team

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.found import Event

AS_PROMISED = ("as", "how", "like", "i", "than", "had", "i'd", "we")
PASSIVE = ("am", "i'm", "are", "was", "were", "got", "been", "being", "be", "is", "get", "gets")
OFFERED = ("offered", "offers", "proposed", "proposes")
ANYBODY = ("one", "some", "several", "somebody", "someone", "two", "three", "many")
WROTE = frozenset(["wrote", "emailed", "mailed", "messaged", "texted", "called", "rang", "phoned"])
# `from their own book`: where something is written down.
OTHER_BOOKS = ("own", "order", "guest", "address", "cash", "log", "visitors", "can", "to", "phone")
HANDED = listed(
    "suggested suggests recommended recommends lent lends gave gives ordered bought borrowed"
    " mentioned mentions praised returned owes"
)
GROUPS = listed(
    "team board group others rest whole leadership committee family kids folks guys people"
    " department boss bosses managers office company"
)
GIVING = ("gave", "held", "delivered", "did")
SPEECHES = ("talk", "presentation", "keynote", "lecture", "speech", "pitch")
BY_MYSELF = ("asked", "told", "promised", "sent", "answered", "applied", "read")
ARTICLES = ("a", "an", "the", "one", "another", "some", "two", "three")
# Who or what is called something, and by nobody.
NAMED_SO = (*PASSIVE, "pm", "someone", "man", "woman")
# `plucked up the courage to tell him`: it was told.
DARED = ("able", "courage", "nerve", "guts", "dared", "managed", "chance", "occasion")
NOT_MY_ASKING = (
    "to", "they", "an", "the", "my", "of", "for", "keep", "keeps", "kept", "customers", "clients",
    "users", "buyers", "always", "often",
)  # fmt: skip


class EventChecks(TalkChecks):
    """Judges the words of one line that may tell of an event.

    The check of an event is the method `_check_EVENT`, here, in the class that it extends or, for
    what a search brings, in `SearchChecks`; an event without one needs nothing beside it.
    """

    def hold(self, event: Event) -> bool:
        """Whether the words tell of this event, done by whoever writes."""
        check = getattr(self, f"_check_{event.name}", self._is_of_a_search)
        if not check(event):
            return False
        if event.name == "interview" and self._is_by_kin(event):
            return False
        return event.name not in BY_MYSELF or not self.is_by_others(event)

    def hold_shape(self, event: Event) -> bool:
        """Whether an event told by its shape was done by whoever writes, and heard by somebody."""
        words = self.line.low[event.first : event.after]
        if event.name == "talk":
            is_speech = words[0] in GIVING and words[-1] in SPEECHES
            is_theirs = self.is_by_others(event) or is_by_a_team(self.line, event.first)
            return (is_speech or self.has_audience()) and not is_theirs
        if event.name == "offer":
            return self._is_of_a_search(event)
        if event.name == "read":
            return self._check_read(event) and not self.is_by_others(event)
        return event.name not in BY_MYSELF or not self.is_by_others(event)

    def _is_of_a_search(self, event: Event) -> bool:
        """Whether the words tell of an event that only a search brings, or an answer to it."""
        from pmpath.domain.words.events.search_checks import SearchChecks

        return SearchChecks(self.line, self.lexicon, self.people).hold(event)

    def is_by_others(self, event: Event) -> bool:
        """Whether somebody else did it: `she told me`, `was asked`."""
        line = self.line
        before, two = self.line.word(event.first - 1), self.line.word(event.first - 2)
        same = event.first and not line.end[event.first - 1]
        if line.low[event.first] in ("know", "knows", "aware"):
            return False
        if same and (
            self.subjects.get(before) == "subject"
            or (self.subjects.get(two) == "subject" and not line.end[event.first - 2])
        ):
            return True
        if same and (before in PASSIVE or (before in ANYBODY and event.name == "asked")):
            return True
        if same and event.name == "read" and before in ("can", "could", "may", "might"):
            # "so a director can read it"
            return True
        if (
            self.subjects.get(self.line.word(event.after)) == "object"
            and not line.end[event.after - 1]
        ):
            return True
        if self._is_by_kin(event):
            return True
        if event.name in BY_MYSELF:
            # "Wanda has read it"
            first = event.first - (before in ("has", "had"))
            return (
                self._is_by_a_name(event)
                or any(
                    one.after == first and not one.lead and not line.end[one.after - 1]
                    for one in self.people.found
                )
                or any(self._is_subject(one.first, one.after, first) for one in self.people.unnamed)
            )
        return False

    def _is_by_kin(self, event: Event) -> bool:
        """`My cousin June read it`, `a colleague applied`: nobody whom the path knows."""
        line, first = self.line, event.first
        while first and not line.end[first - 1] and line.clause[first - 1] == line.clause[first]:
            first -= 1
        subject = [low for low in line.low[first : event.first] if low]
        step = subject[:1] and self.subjects.get(subject[0]) == "owner"
        kin = subject[1:2] if step else subject[:1]
        return len(subject) < 5 and [self.subjects.get(one) for one in kin] == ["kin"]

    def _is_subject(self, first: int, after: int, verb: int) -> bool:
        """`a prospect at Kestrel asked`: who begins the sentence, and where they are from."""
        line = self.line
        starts = first == 0 or bool(line.end[first - 1]) or line.low[first - 1] in ARTICLES
        between = range(after, verb)
        return (
            starts
            and after <= verb
            and line.clause[first] == line.clause[verb]
            and all(line.low[at] in ("at", "from", "of") or line.is_capital(at) for at in between)
        )

    def _is_by_a_name(self, event: Event) -> bool:
        """`Grit asked for a page`: a name at the front that no list knows."""
        line, at = self.line, event.first - 1
        if at < 0 or not line.is_capital(at) or line.taken[at] or line.end[at]:
            return False
        low = line.low[at]
        starts = not at or bool(line.end[at - 1])
        return starts and not (
            low in self.people.nobody or low.endswith("ly") or low in ("i", "i've")
        )

    def _is_in_an_answer(self, event: Event) -> bool:
        """`Priya answered about the call: yes`: what somebody answered is not what happened."""
        line = self.line
        if line.word(event.first - 1) == "to" and line.word(event.first - 2) in OFFERED:
            return True  # "Sanna offered to meet for 20 minutes"
        first = next((one for one in self.people.found if one.first == 0), None)
        if first is None or first.after >= event.first or line.end[first.after - 1]:
            return False
        if line.hit(first.after, self.people.events)[0] == "answered":
            return True
        if line.word(first.after) not in ("said", "says"):
            return False
        # "Tomas said yes, call on Thursday": what is to come.
        from pmpath.domain.words.days.day_context import YES

        return not YES.isdisjoint(line.low[first.after : event.first])

    def _check_met(self, event: Event) -> bool:
        line = self.line
        low = line.low[event.first]
        if self._is_in_an_answer(event) or (low in BUSY_WITH and is_busy(line, event.first)):
            return False
        if low == "call" and line.word(event.first - 1) == "on" and line.forms[event.first][-1:]:
            return False
        if (
            low in ("call", "called", "calls")
            and self.line.word(event.first - 1) in ("a", "pm")
            and self.line.word(event.first - 2) == "called"
        ):
            return False
        if low == "called" and self.line.word(event.first - 1) in NAMED_SO:
            return False
        if low in ("saw", "visited", "visit", "observed") and (
            self.people.is_search or not (self.people.found or self.people.unnamed)
        ):
            return False
        if low in ("spoke", "talked") and not self.people.found and self.crowd() >= A_CROWD:
            return False
        ahead = self.line.low[event.after : event.after + 3]
        if low == "listened" and any(
            word in ("audiobook", "podcast", "talk", "webinar", "episode") for word in ahead
        ):
            return False
        if self.line.word(event.after) in ("is", "are") and not line.has(("with",)):
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
        before = self.line.word(event.first - 1)
        if self.line.low[event.first : event.after] == ("knows",):
            return self._knows_of_it(event)
        if self.line.word(event.after) == "the" and not self._is_to_people(event.after):
            return False
        return before not in ("to", "not", "all") or self.line.word(event.first - 2) in DARED

    def _knows_of_it(self, event: Event) -> bool:
        """`Piet (boss) knows`: a manager or a leader, and nothing else that is known."""
        line = self.line
        ends_at = [one.after for one in self.people.found if "(" in one.person]
        ends_at += [one.after for one in self.people.unnamed if one.function == "manager"]
        ends = bool(line.end[event.after - 1]) or event.after == len(line)
        is_of_it = ends or line.word(event.after) in ("now", "about", "of", "everything", "it")
        return is_of_it and event.first in ends_at

    def _is_to_people(self, at: int) -> bool:
        """`told the CMO`, `told the whole team`; `told the build to stop` tells nobody."""
        near = range(at, at + 4)
        starts = [one.first for one in self.people.found]
        starts += [one.first for one in self.people.unnamed]
        return any(first in near for first in starts) or any(
            self.line.word(one) in GROUPS for one in near
        )

    def _check_asked(self, event: Event) -> bool:
        line = self.line
        low = line.low[event.first]
        after = self.line.word(event.after)
        before = self.line.word(event.first - 1)
        if self.people.nobody.get(after) == "tool" or asks_for_nothing(
            line, self.people, event.after
        ):
            return False
        if low in ("ask", "asking") and before in NOT_MY_ASKING:
            return before == "to" and bool(
                set(line.low[max(event.first - 5, 0) : event.first]) & WROTE
            )
        if (
            low == "ask"
            and event.first
            and self.line.end[event.first - 1] in (",", "")
            and before not in ("i", "and", "")
        ):
            return False
        if low in ("requested", "reminded", "invited") and not after:
            return False
        if low in ("asked", "asking") and self._asks_in_a_meeting(event):
            return False
        return low != "asked" or after != "about" or bool(self.people.found)

    def _check_promised(self, event: Event) -> bool:
        after = self.line.word(event.after)
        by = event.after + 2 * (after == "to")
        if after == "myself" or (
            self.line.word(by) == "by" and any(one.first == by + 1 for one in self.people.found)
        ):
            return False  # "an intro promised by Ben"
        before = self.line.word(event.first - 1)
        if (
            before in AS_PROMISED
            and self.line.word(event.first - 2)
            in ("as", "how", "like", "what", "that", "than", "which")
        ) or before in ("as", "how", "like"):
            return False
        low = self.line.low[event.first]
        return low != "promise" or self.line.end[event.first] == ":" or before in ("", "i", "my")

    def _check_sent(self, event: Event) -> bool:
        low = self.line.low[event.first]
        if low == "gave" and self.line.word(event.after) in ("a", "my", "the", "up", "talk"):
            return (
                bool(self.people.found)
                and "talk" not in self.line.low[event.after : event.after + 4]
            )
        if self.line.low[event.first : event.after] == ("handed",):
            return any(one.first == event.after for one in self.people.found)
        if low in ("sent", "gave") and self.line.word(event.after) in ("home", "away", "it"):
            # "sent home again", "gave it a name"
            return low == "gave" and self.line.word(event.after + 1) == "to"
        return low != "shared" or self.line.word(event.first - 1) not in ("a", "the", "our")

    def _check_read(self, event: Event) -> bool:
        from pmpath.domain.words.book import reads_work

        if self.line.low[max(event.first - 2, 0) : event.first] == ("how", "to"):
            # "a post on how to read a statement"
            return False
        if self.line.low[event.first] == "book" and self.line.word(event.first - 1) in OTHER_BOOKS:
            return False
        if not HANDED.isdisjoint(self.line.low[max(event.first - 4, 0) : event.first]):
            # "Maya suggested a book", "ordered the book": not read yet
            return False
        return not reads_work(self.line, event.first, event.after)
