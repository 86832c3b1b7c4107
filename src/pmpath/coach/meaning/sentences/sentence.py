"""One entry as a sentence: its words, the phrases that stand in it, and what cautions say of it."""

from __future__ import annotations

from pmpath.coach.meaning.clues import COVERED
from pmpath.coach.meaning.phrases import Hit, Phrases, without_covered, words_of
from pmpath.coach.meaning.sentences.event import MEETINGS, MET, event_of, is_question
from pmpath.coach.meaning.sentences.owed import words_said
from pmpath.coach.meaning.sentences.theirs import (
    BECAUSE,
    OF_MINE,
    RECEIVES,
    TALKED,
    WAS,
    is_a_reason,
    is_for_kin,
    is_made_by,
    is_part_of_a_name,
    is_passive,
    is_used_by_me,
    subject_of,
)
from pmpath.coach.meaning.shown import facts_of
from pmpath.domain.content.fulfilment import NO_EVENT
from pmpath.domain.entry import ASKED, Entry
from pmpath.domain.people import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.coach.meaning.clues import Cautions

DENIED = ("no",)
BY_ME = frozenset(["by me"])
TO_ME = OF_MINE - {"my"}
BEFORE_A_VERB = frozenset(
    ["also", "just", "already", "has", "have", "had", "then", "once", "now", "is", "was"]
)
# A day to come, and how a clause begins that tells what becomes of the deed then.
LATER = ("tomorrow", "next ")
AND_THEN = frozenset(["it", "she", "he", "they", "and", "then", "which", "goes", "reads"])
OF_MY_OWN = (("of", "mine"), ("of", "me"), ("of", "ours"))
# Somebody was in a call, and nobody says who else.
ARTICLES = frozenset(["a", "an", "the"])
AMONG = frozenset(["in", "on", "at"])
SAYS = frozenset(["says", "said", "tells", "told", "mentions", "mentioned", "claims", "described"])
GOES_ON = frozenset([",", BECAUSE, "while", "whereas"])
BEFORE = "before"
FIELDS = frozenset(["product"])
HANDS_ON = frozenset([
    "sent", "mailed", "emailed", "gave", "handed", "forwarded", "passed", "lent", "made", "wrote",
])  # fmt: skip
OF_THEM = frozenset(["he", "she", "they", "that", "how"])
# A book may be named without being read; any other event is a verb of its own.
UNSURE = (NO_EVENT, "read")
MAY_END = (*MEETINGS, "read", "volunteered", "told", "published", "sent", "answered")
USED = "used"


class Sentence:
    """Made once for each entry; `has` are the facts beside its words."""

    __slots__ = (
        "_end", "_is_a_person", "_known", "_places", "cautions", "entry", "event", "has",
        "has_another_subject", "hits", "leaves_me_out", "phrases", "wish", "words",
    )  # fmt: skip

    def __init__(
        self,
        entry: Entry,
        known: Phrases,
        cautions: Cautions,
        spelled: Mapping[str, str],
    ) -> None:
        self.entry = entry
        self.cautions = cautions
        # By phrase, where it stands; only made when asked for.
        self._places: dict[str, list[Hit]] | None = None
        self.event = event_of(entry)
        self.words = words_said(entry, spelled, cautions)
        self.hits = without_covered(known.hits(self.words), cautions[COVERED], known.is_refused)
        self._known = known
        self.phrases = known.names_in(self.hits)
        self.has = facts_of(entry, self.event, self.phrases, cautions)
        # Behind the words that name somebody else at the front; 0 where none are.
        self._end, self._is_a_person = subject_of(
            entry, self.words, self.hits, cautions, self.event
        )
        # Whether somebody and a verb of doing begin the sentence: `Finn applied`; and whether it
        # only tells what somebody else did: `Ana had a customer call today`.
        self.has_another_subject = self._has_another_subject()
        self.leaves_me_out = self.has_another_subject and self._is_not_of_me()
        if self.leaves_me_out or self._is_for_me():
            self.has -= BY_ME
        if USED in self.has and is_used_by_me(self.words, self.hits, cautions[USED]):
            self.has -= {USED}
        # Where a plan or a wish begins; behind the words where none does.
        self.wish = len(self.words)
        if not self.phrases.isdisjoint(cautions["to_come"]):
            self.wish = min(one.first for one in self.hits if one.phrase in cautions["to_come"])

    def _is_for_me(self) -> bool:
        """`Rashid mailed me a sheet`: it came from somebody."""
        end = self._end
        return end > 0 and self._at(end) in HANDS_ON and self._at(end + 1) in ("me", "us")

    @property
    def has_happened(self) -> bool:
        """Whether it tells of something that is done; an event is, unless it is an order.

        `ask Tom for a seat` may as well be a note of what is to come.
        """
        if is_question(self.entry, self.event, self.words, self._first(), self.cautions):
            return False
        if self._is_no_meeting or self._came_to_nothing:
            return False
        if self.words[:1] == DENIED and self.event in MEETINGS:
            return False
        if self.event != NO_EVENT:
            return self.event != ASKED or self.words[:1] != ("ask",)
        denied = self.cautions["not_done"]
        return all(
            one.phrase not in denied or self._is_afterward(one) or is_a_reason(self.words, one)
            for one in self.hits
        )

    def _is_afterward(self, hit: Hit) -> bool:
        """`two pages for customers, it goes out tomorrow`: what becomes of it is to come."""
        if not hit.phrase.startswith(LATER) or "," not in self.words[: hit.first]:
            return False
        first = hit.first - self.words[: hit.first][::-1].index(",")
        return self._at(first) in AND_THEN and hit.first - first > 1

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
        if not self.phrases.isdisjoint(self.cautions["hearsay"]) and self.event != ASKED:
            return True
        end = self._end
        theirs = not OF_THEM.isdisjoint(self.words[end + 1 : end + 3])
        return end > 0 and self._at(end) in SAYS and theirs

    @property
    def is_private(self) -> bool:
        """`the case study of my flatmate`, `rivals in the league`: done at home, or for fun."""
        if not self.phrases.isdisjoint(self.cautions["leisure"]):
            return self.phrases.isdisjoint(self.cautions["outward"])
        return is_for_kin(self.hits, self.words, self.cautions["others"])

    @property
    def is_of_a_system(self) -> bool:
        """Whether it speaks of software, and of nobody to whom it matters outside."""
        is_software = not self.phrases.isdisjoint(self.cautions["software"])
        return is_software and self.phrases.isdisjoint(self.cautions["outward"])

    @property
    def _is_no_meeting(self) -> bool:
        """`saw Vera in the lift and said hello`, `Lena and Tom had lunch without me`.

        Nor is it mine that there was a call next door.
        """
        if self.words[:1] == ("there",) and self.event == "met" and not self.entry.people:
            return True
        return self.event in MET and not self.phrases.isdisjoint(self.cautions["in_passing"])

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

    def _has_another_subject(self) -> bool:
        end = self._end
        deeds = self.cautions["deeds"]
        if is_passive(self.words, end, deeds):
            return False  # "Hanne was asked for two sentences"
        while end and self._at(end) in BEFORE_A_VERB and self._at(end + 1) in deeds:
            end += 1
        return end > 0 and (
            self._at(end) in deeds or self._is_their_deed(end) or self._is_there(end)
        )

    def _is_their_deed(self, end: int) -> bool:
        """`Lena printed`, not `flyers printed`: the words up to there name a person."""
        verb = self._at(end)
        if not verb.endswith("ed"):
            return False
        if self._is_a_person and self.event == NO_EVENT:
            return True
        is_one = self._is_a_person or not self._first().isdisjoint(self.cautions["others"])
        return is_one and verb not in TALKED

    @property
    def is_theirs_alone(self) -> bool:
        """`Ben's mock interview went well`, `Lena redid the deck`: and nothing of me."""
        end = self._end
        is_their_own = self._is_a_person and self._at(end) == "s"
        told = self.words[: self.words.index(BECAUSE)] if BECAUSE in self.words else self.words
        return (is_their_own or self.has_another_subject) and OF_MINE.isdisjoint(told)

    def _is_there(self, at: int) -> bool:
        """`a colleague of mine was in a call`, `Ana is reading`: the verb tells where, or when."""
        if self._at(at) in WAS and (
            (self._is_a_person and self._at(at + 1).endswith("ing"))
            or (self.event == NO_EVENT and self._at(at + 1) in ARTICLES)
        ):
            return True
        if self.words[at : at + 2] in OF_MY_OWN:
            at += 2
        return self.event in MET and self._at(at) in WAS and self._at(at + 1) in AMONG

    def _at(self, place: int) -> str:
        return self.words[place] if place < len(self.words) else ""

    def _is_not_of_me(self) -> bool:
        end = next((at for at, one in enumerate(self.words) if one in GOES_ON), len(self.words))
        start = int(self.words[:1] == ("my",))
        start = 3 if self.words[1:3] in OF_MY_OWN else start
        told = self.words[start:end]
        reached = any(
            told[at : at + 1] == ("my",) for at in range(1, len(told)) if told[at - 1] in RECEIVES
        )
        return TO_ME.isdisjoint(told) and not reached

    @property
    def only_seems_of_others(self) -> bool:
        """`product teardown done`: the word at the front is part of what was done."""
        if self.has_another_subject or is_made_by(self.entry, self.words, self.cautions):
            return False
        is_mine = self.phrases.isdisjoint(self.cautions["by_others"])
        return is_mine and is_part_of_a_name(self.hits, self.cautions["others"])

    @property
    def is_of_others(self) -> bool:
        """Whether the sentence begins with somebody else who did it: `my boss rewrote the page`."""
        if self.has_another_subject or is_made_by(self.entry, self.words, self.cautions):
            return True
        if self.event == NO_EVENT and not self.phrases.isdisjoint(self.cautions["by_others"]):
            return True
        if self.event != NO_EVENT:
            # `my wife reads Inspired`; of other events the reader has seen to it.
            return (
                self.event == "read"
                and self.words[:1] in (("my",), ("she",), ("he",))
                and (not self._first().isdisjoint(self.cautions["others"]))
            )
        names = {words_of(name_of(one))[:1] for one in self.entry.people}
        known = self.words[:1] in names and "i" not in self.words
        if known or self._first().isdisjoint(self.cautions["others"]):
            return known
        # "product meetup, two names": the field that it was about
        is_field = self.words[0] in FIELDS and self._end == 1
        verb = self._at(1)
        return not is_field or verb in self.cautions["deeds"] or verb.endswith(("ed", "s"))

    def objects_among(self, phrases: tuple[str, ...]) -> list[Hit]:
        """Where those of the phrases stand that are not denied, nor behind a plan or a wish."""
        end = self.wish if self.event in UNSURE else len(self.words)
        if self._places is None:
            self._places = self._known.places(self.hits)
        return [
            one
            for name in self.phrases.intersection(phrases)
            for one in self._places[name]
            if one.first < end
            and self.words[one.first - 1 : one.first] != DENIED
            and self._at(one.after) not in self.cautions["compounds"]
            and BEFORE not in self.words[max(one.first - 2, 0) : one.first]
        ]

    def names_before(self, end: int) -> frozenset[str]:
        """What counts of the phrases that end before a word."""
        return self._known.names_in(one for one in self.hits if one.after <= end)

    def _first(self) -> set[str]:
        """The phrases that begin the sentence."""
        return {one.phrase for one in self.hits if one.first == 0}
