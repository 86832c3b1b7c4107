"""One entry as a sentence: its words, the phrases that stand in it, and what cautions say of it."""

from __future__ import annotations

from pmpath.coach.meaning.doer import OF_MINE, subject_of
from pmpath.coach.meaning.doubt import has_unknown_verb, is_denied, is_only_readied
from pmpath.coach.meaning.event import event_of
from pmpath.coach.meaning.phrases import Hit, Phrases, Said, without_covered, words_of
from pmpath.coach.meaning.shown import facts_of
from pmpath.coach.meaning.void import void_words
from pmpath.domain.content.fulfilment import NO_EVENT
from pmpath.domain.entry import ASKED, Entry
from pmpath.domain.people import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Cautions = Mapping[str, frozenset[str]]

CAUTIONS = (
    "not_done", "to_come", "harmless", "others", "by_others", "deeds", "starters", "said", "worry",
    "used", "engineering", "in_passing", "questions", "long_ago", "came_to_nothing", "hearsay",
    "software", "outward", "cut_short", "persons", "readied", "readied_for", "carriers",
    "undone", "in_my_place", "past", "fails", "undid", "does",
)  # fmt: skip
# What was not done and what is to come, together.
DOUBTS = "doubts"
DENIED = ("no",)
# "no coffee with Lena" is none; "no from Nordfrakt" is an answer.
MEETINGS = (NO_EVENT, "met", "listened", "talk")
MET = ("met", "listened")
BY_ME = frozenset(["by me"])
# A day to come, and how a clause begins that tells what becomes of the deed then.
LATER = ("tomorrow", "next ")
AND_THEN = frozenset(["it", "she", "he", "they", "and", "then", "which", "goes", "reads"])
# Of a feature; it answers itself.
SO_WHAT = ("so", "what")
WAS = frozenset(["was", "were", "is", "are"])
# Whatever follows is only supposed.
SUPPOSED = frozenset(["if", "suppose", "supposing", "imagine", "imagining", "assuming", "were"])
# `a note needs a headline`: what is so in general; behind one of these it is said of somebody.
IN_GENERAL = frozenset(["is", "are", "has", "have", "needs", "need", "means", "helps", "takes"])
WHO = frozenset(["who", "that", "which", "she", "he", "they", "it", "there", ","])
SAYS = frozenset(["says", "said", "tells", "told", "mentions", "mentioned", "claims", "described"])
OF_THEM = frozenset(["he", "she", "they", "that", "how"])
# A book may be named without being read; any other event is a verb of its own.
UNSURE = (NO_EVENT, "read")
MAY_END = (*MEETINGS, "read", "volunteered", "told", "published", "sent")
FOR_KIN = (("of",), ("for",), ("helped",), ("help",), ("helping",))
AT_WORK = frozenset(["boss", "manager", "colleague", "teammate", "coworker"])
SOMEBODYS = frozenset(["said", "worry", "used"])


def cautions_by(table: Mapping[str, Iterable[str]]) -> Cautions:
    """What a sentence asks for by name, of the cautions of content."""
    found = {key: frozenset(table.get(key, ())) for key in CAUTIONS}
    found["all"] = frozenset().union(*found.values())
    return {**found, DOUBTS: found["not_done"] | found["to_come"]}


class Sentence(Said):
    """Made once for each entry; `has` are the facts beside its words."""

    __slots__ = ("has_another_subject", "leaves_me_out", "wish")

    def __init__(self, entry: Entry, known: Phrases, cautions: Cautions) -> None:
        self.entry = entry
        self.cautions = cautions
        self.event = event_of(entry)
        self.words = words_of(entry.text)
        self.hits = without_covered(
            known.hits(self.words), cautions[DOUBTS] | cautions["engineering"]
        )
        self.phrases = frozenset(hit.phrase for hit in self.hits)
        self.has = facts_of(entry, self.event, self.phrases, cautions)
        subject = subject_of(self)
        # Whether somebody else and a verb of doing begin the sentence: `Finn applied`.
        self.has_another_subject = subject.does
        # Whether it only tells what somebody else did: `Ana had a customer call today`.
        self.leaves_me_out = subject.does and not subject.names_me
        self.subject_end = subject.end
        self.void = void_words(self)
        if self.leaves_me_out:
            self.has -= BY_ME
        # Where a plan or a wish begins; behind the words where none does.
        self.wish = len(self.words)
        if not self.phrases.isdisjoint(cautions["to_come"]):
            self.wish = min(one.first for one in self.hits if one.phrase in cautions["to_come"])

    @property
    def has_happened(self) -> bool:
        """Whether it tells of something that is done; an event is, unless it is an order.

        `ask Tom for a seat` may as well be a note of what is to come.
        """
        if self._is_supposed or self._is_nearly or self._is_question:
            return False
        if self._is_no_meeting or self._is_long_ago or self._came_to_nothing:
            return False
        if is_only_readied(self) or is_denied(self) or has_unknown_verb(self):
            return False
        if self.words[:1] == DENIED and self.event in MEETINGS:
            return False
        if self.event != NO_EVENT:
            return self.event != ASKED or self.words[:1] != ("ask",)
        denied = self.cautions["not_done"]
        return all(one.phrase not in denied or self._is_afterward(one) for one in self.hits)

    def _is_afterward(self, hit: Hit) -> bool:
        """`two pages for customers, it goes out tomorrow`: what becomes of it is to come."""
        if not hit.phrase.startswith(LATER) or "," not in self.words[: hit.first]:
            return False
        first = hit.first - self.words[: hit.first][::-1].index(",")
        return self.at(first) in AND_THEN and hit.first - first > 1

    @property
    def _is_supposed(self) -> bool:
        """`if Lena says yes, I shadow her`, `a customer note needs a headline`."""
        if not SUPPOSED.isdisjoint(self.words[:1]):
            return True
        if self.event != NO_EVENT and self.event not in MET:
            return False
        if not self.entry.assumed or self.entry.people or self.has & SOMEBODYS:
            return False
        end = self.words.index(",") if "," in self.words else len(self.words)
        said = IN_GENERAL | WAS if self.event == NO_EVENT else IN_GENERAL
        first = next((at for at in range(end) if self.words[at] in said), 0)
        before = self.words[:first]
        tells = any(one.endswith("ed") or one in self.cautions["deeds"] for one in before)
        is_done = any(one.first == first and one.after > first + 1 for one in self.hits)
        return bool(before) and not (
            tells or is_done or before[-1] in WHO or not OF_MINE.isdisjoint(before)
        )

    @property
    def _came_to_nothing(self) -> bool:
        """`the call turned into a status meeting`; what somebody said came to nothing is theirs."""
        cut_short = self.cautions["cut_short"] if self.entry.assumed else frozenset[str]()
        nothing = self.cautions["came_to_nothing"] | cut_short
        if self.event not in MAY_END or self.phrases.isdisjoint(nothing):
            return False
        said = (one.first for one in self.hits if one.phrase in self.cautions["said"])
        first = min(said, default=len(self.words))
        return any(one.first < first for one in self.hits if one.phrase in nothing)

    @property
    def is_hearsay(self) -> bool:
        """`Ivo says he had a coffee with Lena`, `coffee opens doors, a blog says`."""
        if not self.phrases.isdisjoint(self.cautions["hearsay"]):
            return True
        end = self.subject_end
        theirs = not OF_THEM.isdisjoint(self.words[end + 1 : end + 3])
        return end > 0 and self.at(end) in SAYS and theirs

    @property
    def is_private(self) -> bool:
        """`the case study of my flatmate`, `helped my daughter`: done for somebody at home."""
        kin = self.cautions["others"]
        return any(
            one.phrase in kin
            and one.phrase.startswith("my ")
            and self.words[one.after - 1] not in AT_WORK
            and (self.words[one.first - 1 : one.first] in FOR_KIN or self.at(one.after) == "s")
            for one in self.hits
        )

    @property
    def is_of_a_system(self) -> bool:
        """Whether it speaks of software, and of nobody to whom it matters outside."""
        is_software = not self.phrases.isdisjoint(self.cautions["software"])
        return is_software and self.phrases.isdisjoint(self.cautions["outward"])

    @property
    def _is_nearly(self) -> bool:
        """`almost told Tom`: whatever verb stands behind it."""
        denied = self.phrases & self.cautions["not_done"]
        return any(one.startswith(("almost ", "nearly ")) for one in denied)

    @property
    def _is_question(self) -> bool:
        """`should I ask Ana for a seat?`, `coffee with Lena? maybe`: asked of oneself."""
        asked, sign, _ = self.entry.text.partition("?")
        if not sign:
            return False
        is_first = not any(one in asked for one in ".!;:") and self.words[:2] != SO_WHAT
        if is_first and self.event in MEETINGS and self.entry.assumed:
            return True
        is_last = self.entry.text.rstrip().endswith("?")
        return is_last and not self.first().isdisjoint(self.cautions["questions"])

    @property
    def _is_no_meeting(self) -> bool:
        """`saw Vera in the lift and said hello`, `Lena and Tom had lunch without me`."""
        return self.event in MET and not self.phrases.isdisjoint(self.cautions["in_passing"])

    @property
    def _is_long_ago(self) -> bool:
        """`read Inspired years ago`: no deed of these days."""
        if self.event not in UNSURE and not (self.event in MET and not self.entry.people):
            return False
        return not self.phrases.isdisjoint(self.cautions["long_ago"])

    @property
    def is_to_come(self) -> bool:
        """Whether a wish stands in a sentence without an event, or begins one on reading."""
        if self.event == NO_EVENT:
            return self.wish < len(self.words)
        return self.event in UNSURE and self.wish == 0 and bool(self.words)

    @property
    def is_engineering(self) -> bool:
        """Whether it speaks of the present job, and of no worry."""
        return not self.phrases.isdisjoint(self.cautions["engineering"]) and "worry" not in self.has

    @property
    def is_of_others(self) -> bool:
        """Whether the sentence begins with somebody else who did it: `my boss rewrote the page`."""
        if self.has_another_subject:
            return True
        if self.event == NO_EVENT and not self.phrases.isdisjoint(self.cautions["by_others"]):
            return True
        if self.event != NO_EVENT:
            # `my wife reads Inspired`; of other events the reader has seen to it.
            return (
                self.event == "read"
                and self.words[:1] in (("my",), ("she",), ("he",))
                and (not self.first().isdisjoint(self.cautions["others"]))
            )
        names = {words_of(name_of(one))[:1] for one in self.entry.people}
        known = self.words[:1] in names and "i" not in self.words
        return known or not self.first().isdisjoint(self.cautions["others"])

    def objects_among(self, phrases: tuple[str, ...]) -> list[Hit]:
        """Where those of the phrases stand that are not denied, nor behind a plan or a wish."""
        end = self.wish if self.event in UNSURE else len(self.words)
        return [
            one
            for one in self.hits
            if one.phrase in phrases
            and one.first < end
            and self.words[one.first - 1 : one.first] != DENIED
            and one.first not in self.void
        ]
