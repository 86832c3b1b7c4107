"""What happened: the event of a line, and whether it happened at all."""

from __future__ import annotations

from pmpath.domain.words.events.absent import absent
from pmpath.domain.words.events.event_checks import EventChecks
from pmpath.domain.words.events.happened import OF_THE_PLAN, RANKS, Happened
from pmpath.domain.words.events.talk_checks import A_CROWD
from pmpath.domain.words.events.undone import UndoneReader
from pmpath.domain.words.found import Event
from pmpath.domain.words.line import own_part
from pmpath.domain.words.people.judge import is_told_me

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person
    from pmpath.domain.words.people.people import PeopleReader

# `I'd`, `I will`: what I said may be a promise.
MY_WILL = frozenset(["i'd", "i'll", "would", "will", "going"])
OF_PLANS = OF_THE_PLAN - {"him", "her", "them"}
WISHES = ("want", "wish", "intend", "hope", "aim")
OF_A_JOB = frozenset(["pm", "product", "role", "transition", "career", "switch"])
# `Lena and I`, and what somebody does who meets me; the last are so only where a time is said.
# Whoever does one of these does it with others, unless a word of me stands beside it.
USES = (("used",), ("uses",), ("showed",), ("sent",), ("shared",), ("presented",), ("took",))
ME_IN_IT = frozenset(["me", "i", "us", "we", "myself", "i'm", "i've"])
JOINS_ME, ME = (("and",), ("&",), ("+",)), (("i",), ("me",), ("myself",))
ME_AND = (("me", "and"), ("i", "and"), ("me", "+"), ("me", "&"), ("myself", "and"))
GIVES_TIME = (("gave",), ("gives",), ("found",), ("spared",), ("made",), ("had",), ("has",))
OPENS_UP = frozenset((one,) for one in (
    "walked", "walks", "taught", "teaches", "filled", "fills", "explained", "explains", "showed",
    "shows", "coached", "briefed", "guided", "heard", "hears", "quizzed", "grilled",
))  # fmt: skip
WITH_ME = frozenset((one,) for one in (
    "took", "takes", "had", "has", "gave", "gives", "spared", "joined", "sat", "ran", "caught",
    "hosted", "treated", "bought", "lent", "let",
))  # fmt: skip
PRAISED = frozenset([
    "great", "helpful", "lovely", "kind", "generous", "nice", "super", "amazing", "brilliant",
    "awesome", "open", "friendly", "candid", "honest", "encouraging", "patient", "wonderful",
])  # fmt: skip
CHAPTERS = ("chapter", "chapters", "ch", "chap", "pages", "pp")
SPEAKS = (
    "gave",
    "give",
    "told",
    "tell",
    "showed",
    "show",
    "shared",
    "share",
    "explained",
    "explain",
)
EVERY, LONGEST_TELLING = frozenset(["each", "every"]), 8
# It took its time to agree on something.
AGREEING = frozenset(["agreed", "booked", "arranged", "scheduled", "fixed", "confirmed"])
# Before a gathering these say whence somebody is known, or what came after it.
WHENCE = frozenset(["from", "since", "before", "about", "for"])
TOPICS = ("on", "about", "why", "how", "what")
LISTENERS = ("listeners", "listening", "in_the_room", "in_the_audience")
TO_MANY = ("slide", "slides", "pitch", "pitched", "spoke", "talked", "showed")


def happened(line: Line, lexicon: Lexicon, people: PeopleReader) -> Happened:
    """The event of the line; of several the one that says most, else the first."""
    return _EventReader(line, lexicon, people).read()


class _EventReader:
    def __init__(self, line: Line, lexicon: Lexicon, people: PeopleReader) -> None:
        self.line = line
        self.events = lexicon.table("event")
        self.gathering = lexicon.table("gathering")
        self.lexicon = lexicon
        self.people = people
        self.checks = EventChecks(line, lexicon, people)
        self.undone = UndoneReader(line, lexicon, people)
        self.by_others = False

    def read(self) -> Happened:
        best: Event | None = None
        rank = 9
        undone, begins_undone = "", self.undone.begins()
        if self._is_a_speech() and not self.people.found:
            best, rank = Event("talk", 0, 1), RANKS["talk"]
        for found in self._candidates():
            why = self.undone.why(found)
            if why:
                undone = undone or why
                begins_undone = begins_undone or (why == "not" and self.undone.is_all(found))
                continue
            own = self._rank(found)
            if own < rank:
                best, rank = found, own
        if best is None and not undone:
            best = self._implied()
        if best is None and not undone:
            undone = self.undone.whole()
        if best and best.name == "met" and self._says_what_i_want(best):
            best = Event("told", best.first, best.after)
        is_undone, planned = bool(undone) and best is None, best is None and undone == "plan"
        denied = self.undone.clauses()
        is_one_clause = len(set(self.line.clause)) == 1 and AGREEING.isdisjoint(self.line.low)
        return Happened(
            best, is_undone, planned, denied, self.undone.theirs, self.by_others,
            is_undone and (begins_undone or (planned and is_one_clause)), self._tellers(),
            absent(self.line, self.people.found, denied, best),
        )  # fmt: skip

    def _tellers(self) -> frozenset[int]:
        line = self.line
        return frozenset(
            one.first
            for one in self.people.found
            if not (one.lead or line.end[one.after - 1])
            and is_told_me(line, line.behind_adverbs(one.after))
        )

    def _is_only_whence(self, at: int) -> bool:
        """`Ines from the meetup accepted my invite`: from where one knows her."""
        before = self.line.low[max(at - 3, 0) : at]
        return not WHENCE.isdisjoint(before)

    def _is_anothers(self) -> bool:
        """`Ben used the one-pager with Hartmann`: what he did with somebody, and no word of me."""
        one = next(iter(self.people.found), None)
        if one is None or one.lead or one.first or self.line.end[one.after - 1]:
            return False
        verb = self.line.low[one.after : one.after + 1]
        return verb in USES and ME_IN_IT.isdisjoint(self.line.low)

    def _is_alone(self, one: Person) -> bool:
        """`Jan (support) 20 min`, `30m Mirela (PM)`: nothing but a person and a time."""
        line = self.line
        if one.first == 0:
            return one.after < len(line) and line.taken[one.after]
        timed = all(line.taken[at] or not line.low[at] for at in range(one.first))
        return timed and any(line.taken[: one.first]) and "(" in one.person

    def _is_with_me(self, one: Person) -> bool:
        """`Marlene and I split a roll`, `Travis had me on about the campaign, 45 min`."""
        line = self.line
        behind = line.low[one.after : one.after + 2]
        before = line.low[max(one.first - 2, 0) : one.first]
        if (behind[:1] in JOINS_ME and behind[1:] in ME) or before in ME_AND:
            return True
        from pmpath.domain.words.people.offered_time import is_time_offered

        ahead = line.low[one.after : one.after + LONGEST_TELLING]
        if is_time_offered(ahead) or not EVERY.isdisjoint(ahead):
            return False  # "Tove gives me thirty minutes each month"
        verb = line.low[one.after : one.after + 1]
        if verb == ("time",) and line.low[one.after - 1].endswith("'s"):
            # "got 20 minutes of Theodora's time"
            return any(line.taken[: one.first])
        if verb in (("finally",), ("kindly",), ("also",), ("just",)):
            verb = line.low[one.after + 1 : one.after + 2]
        if verb in GIVES_TIME and "time" in line.low[one.after : one.after + 6] and any(line.taken):
            # "Chidi finally gave me time, 40 min"
            return "no" not in line.low[one.after : one.after + 6]
        if verb == ("was",) and any(line.taken):
            # "Maya was great, 35 minutes"
            return not PRAISED.isdisjoint(line.low[one.after + 1 : one.after + 4])
        me = "me" in line.low[one.after + 1 : one.after + 4]
        if not me or line.end[one.after - 1] not in ("", ","):
            return False
        return verb in OPENS_UP or (verb in WITH_ME and any(line.taken))

    def _is_a_speech(self) -> bool:
        """`Spoke on pricing, 40 people`; one talks with four, and to forty."""
        crowd = self.checks.crowd()
        if self.line.has(TO_MANY if crowd >= A_CROWD else TO_MANY[:4]) and crowd > 0:
            return True
        return crowd >= A_CROWD and self._says_something()

    def _says_something(self) -> bool:
        """`gave the sales crowd ten minutes on slow search, 16 heads`, `12 listeners, 10 min`."""
        line = self.line
        timed = any(line.taken)
        speaks = line.has(SPEAKS) and line.has(TOPICS)
        heard = timed and (speaks or line.has(LISTENERS))
        return heard and not line.has(self.lexicon.words("engineering", "work"))

    def _is_a_chapter(self) -> bool:
        """`Chapter five, The Art of Pricing, 50 min`: a part of a book, and no verb."""
        line = self.line
        first = next((at for at in range(len(line)) if line.low[at] and not line.taken[at]), -1)
        behind = line.low[first + 1] if 0 <= first < len(line) - 1 else ""
        is_number = behind[:1].isdecimal() or behind in self.people.counts
        return first >= 0 and line.low[first] in CHAPTERS and is_number and any(line.taken)

    def _says_what_i_want(self, event: Event) -> bool:
        """`talk with my manager Jo: I want to be a PM`: the plan was told."""
        low = self.line.low
        mine = (at for at in range(1, len(low)) if low[at] in WISHES and low[at - 1] == "i")
        wish = next(mine, 0)
        leads = any(one.person.endswith(("(manager)", "(boss)")) for one in self.people.found)
        return leads and wish > event.first and not OF_A_JOB.isdisjoint(low[wish:])

    def _candidates(self) -> list[Event]:
        line = self.line
        found: list[Event] = []
        at = 0
        while at < len(line):
            name, length = ("", 0) if line.taken[at] else line.hit(at, self.events)
            if name and not self._is_in_name(at):
                event = Event(name, at, at + length)
                if self.checks.hold(event):
                    found.append(event)
                else:
                    length = 1
                    self.by_others |= name == "read" and self.checks.is_by_others(event)
            at += length or 1
        shaped = (one for one in self.people.patterns if not self._is_in_name(one.first))
        found += [one for one in shaped if self.checks.hold_shape(one)]
        return self._with_my_word(found)

    def _with_my_word(self, found: list[Event]) -> list[Event]:
        """`told Ana I would send it`: a promise, and no more than that was told."""
        if MY_WILL.isdisjoint(self.line.low):
            return found
        from pmpath.domain.words.events.my_word import said_i_will

        said = said_i_will(self.line, self.people)
        if said is None:
            return found
        event = Event("promised", *said)
        if self.checks.is_by_others(event) or self._tells_plan(event):
            return found
        others = (one for one in found if not event.first <= one.first < event.after)
        return sorted([event, *others], key=lambda one: one.first)

    def _tells_plan(self, event: Event) -> bool:
        """`told Ines (VP sales) that I would send my plan`: the plan was told as well."""
        to_a_leader = any("(" in one.person for one in self.people.found if one.lead == "told")
        return to_a_leader and not OF_PLANS.isdisjoint(self.line.low[event.after :])

    def _is_in_name(self, at: int) -> bool:
        return any(one.first <= at < one.after for one in self.people.found)

    def _rank(self, event: Event) -> int:
        rank = RANKS.get(event.name, 3)
        words = self.line.low
        if event.name == "told":
            to_a_leader = any("(" in one.person for one in self.people.found if one.lead == "told")
            about_it = any(word in OF_THE_PLAN for word in words[event.after :])
            rank = 2 if to_a_leader or about_it else 3
        if event.name == "asked" and words[event.after - 1] in ("from", "of"):
            # "a seat in the next call requested from Dunn"
            rank = 2
        if event.name == "met" and not (self.people.found or self.people.unnamed):
            rank = 6
        if event.name == "answered" and "asking" in words[event.after :]:
            # "wrote back to Fernbach asking for one reason"
            rank = 4
        if event.name == "sent" and "ask" in words[event.after :]:
            rank = 4
        if event.name == "read" and words[event.first] in ("book", "audiobook", "reading"):
            rank = 4
        return rank

    # Events that no verb tells.

    def _implied(self) -> Event | None:
        """`50 min with Lucas (sales)`, `Jan (support) 20 min`: time with somebody is a meeting."""
        line = self.line
        if self._is_a_speech():
            return Event("talk", 0, 1)
        if self._is_anothers():
            return None
        work = self.lexicon.words("engineering", "work")
        hits = line.hits(dict.fromkeys(work, "")) if self.people.found else ()
        works = {first for first, _, _ in hits}
        gatherings = (first for first, _, _ in line.hits(self.gathering))
        at_a_gathering = next((at for at in gatherings if not self._is_only_whence(at)), None)
        for one in self.people.found:
            is_with = (
                one.lead in ("with", "met", "names")
                or (at_a_gathering is not None and not one.lead)
                or self._is_with_me(one)
            )
            event = Event("met", one.first, one.after)
            if line.end[one.after - 1] == "?":
                # "coffee with Lena?"
                continue
            at_work = not works.isdisjoint(own_part(line, one.first))
            is_plain = "(" not in one.person or line.low[0] in work
            is_met = (is_with or self._is_alone(one)) and not (at_work and is_plain)
            if is_met and not self.undone.why(event):
                return event
        if self._is_a_chapter():
            return Event("read", 0, 1)
        if at_a_gathering is not None and line.has(("contacts", "cards", "people")):
            event = Event("met", at_a_gathering, at_a_gathering + 1)
            return None if self.undone.why(event) else event
        return None
