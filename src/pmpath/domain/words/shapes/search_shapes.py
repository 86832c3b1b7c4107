"""What a search says in its own shapes: `Acme: no`, `Offer! Acme, PM`, `Acme HM round done`."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed
from pmpath.domain.words.found import NO, OF_A_SEARCH, ROUNDS, Event
from pmpath.domain.words.shapes.fronts import FrontReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line

# What a firm is named beside when it offers, and what nobody offers who sells.
OF_AN_OFFER = listed(
    "answer ans accept accepted deadline base salary equity decide pay contract joining start"
    " starting reply ctc gross brutto fte bonus"
)
KINDS_OF_ROUND = listed(
    "hm hr phone recruiter video first second third final 1st 2nd 3rd tech technical initial"
    " virtual last"
)
HIRES = ("recruiter", "recruiters", "hr", "talent", "hm", "hiring", "ta")
BEHIND_A_ROUND = ("with", "w/", "w", "done", "went", "was", "today", "over", "by")
# Signs and words at the front of a line that begin no sentence.
CALLS = ("call", "chat", "phone", "zoom", "video", "spoke", "talk", "talked", "coffee")
OWNS = ("'s", "s'", "\N{RIGHT SINGLE QUOTATION MARK}s", "s\N{RIGHT SINGLE QUOTATION MARK}")
OF_THEIRS = (
    "their_recruiter",
    "their_talent",
    "their_hr",
    "talent_team",
    "their_hiring",
    "their_ta",
)
# Beside a firm that declined: it was an applicant whom it declined.
OF_A_REFUSAL = listed(
    "senior junior experience experienced band role candidate candidates application applied cv"
    " interview interviews profile position seniority background hire hiring internal applicants"
)


class SearchShapes:
    """A name at the front of the line, and what a search says of it."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self.line = line
        self.fronts = FrontReader(line, lexicon)
        self.roles = lexicon.words("role", "role")

    def read(self) -> Iterator[Event]:
        """Each event that the line has the shape of."""
        for at, low in enumerate(self.line.low):
            if self.line.taken[at] or not (low in OF_A_SEARCH or low in CALLS):
                continue
            name = self._name(at, low)
            if name:
                yield Event(name, at, at + 1 + (low in ("want", "wants")))

    def _name(self, at: int, low: str) -> str:
        if low in CALLS:
            return "interview" if self.line.has(OF_THEIRS) else ""
        if low in HIRES:
            return "interview" if self._is_of_a_firm(at) else ""
        if low in NO:
            return "rejected" if self._is_plain_no(at) else ""
        if low in ROUNDS:
            return "interview" if self._is_round(at) else ""
        if low == "offered":
            return "offer" if self._is_offered(at) else ""
        if low == "offer":
            return "offer" if self._is_offer(at) else ""
        if low == "declined":
            return "rejected" if self._is_refusal(at) else ""
        wants_me = self.line.low[at + 1 : at + 2] == ("me",) and (
            self.line.end[at + 1] or self.line.low[at + 2 : at + 3] in ((), ("as",), ("for",))
        )
        return "offer" if wants_me and self.fronts.is_name(at) else ""

    def _is_of_a_firm(self, at: int) -> bool:
        """`30 min with the recruiter of Acme Labs`."""
        line = self.line
        owned = at > 0 and line.raw[at - 1].endswith(OWNS) and line.is_capital(at - 1)
        if owned and any(line.taken):
            return any(word in CALLS for word in line.low)
        led = line.low[at + 1 : at + 2] in (("from",), ("of",), ("at",)) and at + 2 < len(line)
        return led and line.is_capital(at + 2) and any(line.taken)

    def _is_plain_no(self, at: int) -> bool:
        """`Acme: no.`, `Acme = no`, `Acme - nope`."""
        line = self.line
        ends = line.raw[at][-1:] in ".!,;" or at + 1 == len(line)
        led = at > 0 and (line.end[at - 1] == ":" or line.raw[at - 1] in ("=", "-", "->", "=>"))
        return ends and led and self.fronts.is_name(at, small=True)

    def _is_refusal(self, at: int) -> bool:
        """`Acme declined; reason given: too senior for the band`."""
        line = self.line
        ends = at + 1 == len(line) or line.end[at] or line.low[at + 1] in ("me", "my")
        said = not set(OF_A_REFUSAL).isdisjoint(line.low)
        return bool(ends) and said and self.fronts.is_name(at)

    def _is_round(self, at: int) -> bool:
        """`Acme onsite, 4h`, `Acme HM round done`, `Cobalt Freight screen Tue`."""
        line, first = self.line, at
        while first and line.low[first - 1] in KINDS_OF_ROUND:
            first -= 1
        behind = line.low[at + 1] if at + 1 < len(line) else ""
        ends = line.end[at] or not behind or line.taken[at + 1] or behind in BEHIND_A_ROUND
        if not ends or not self.fronts.is_name(first, small=first < at):
            return False
        plain = line.low[at] in ("screen", "round", "panel", "loop", "screening") and first == at
        return not plain or first > 1 + self.fronts.begin or bool(set(line.low) & set(HIRES))

    def _is_offered(self, at: int) -> bool:
        """`Offered the junior product role at Acme`: by them, to me."""
        line = self.line
        before = line.low[at - 1] if at else ""
        passive = not before or before in ("was", "am", "been", "got", "being", "i've")
        ahead = line.low[at + 1 : at + 7]
        jobs = ("role", "job", "post", "position", "place")
        return passive and any(word in jobs or word in self.roles for word in ahead)

    def _is_offer(self, at: int) -> bool:
        """`Offer: Acme, PM`, `Acme offer!!! PM`; an offer on a page of the shop is none."""
        line = self.line
        named = at == self.fronts.begin and (
            line.end[at] in (":", "!") or line.is_capital(at + 1 if at + 1 < len(line) else at)
        )
        if not named and not (self.fronts.is_name(at) and (line.end[at] or at + 1 < len(line))):
            return False
        words = set(line.low)
        is_job = any(form in self.roles for forms in line.forms for form in forms)
        return is_job or bool(words & set(OF_AN_OFFER))
