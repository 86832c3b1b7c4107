"""Events that no fixed phrase tells: `gave my little talk`, `Acme: no`, `Offer! Acme, PM`."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed
from pmpath.domain.words.found import Event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line

# Between the first and the last word of a pattern stand at most this many others.
LONGEST_GAP, LONGEST_TELLING = 5, 8
# What is at hand may be offered, put and sent as well; these words say that it is for a job.
FOR_ME = ("me", "us")
FREE = listed(
    "a an my the another new first second great good very nice this our whole past of on in"
    " back at online job for last little short quick full formal written firm"
)
BEHIND_AN_APPLICATION = ("to", "for", "at", "with", "in", "off", "via", "as", "today", "online")
# `the application to Acme is sent`
APPLICATIONS = ("application", "candidature", "candidacy")
# What a firm is named beside when it offers, and what nobody offers who sells.
OF_AN_OFFER = listed(
    "answer ans accept accepted deadline base salary equity decide pay contract joining start"
    " starting reply ctc gross brutto fte bonus"
)
NO = ("no", "nope", "nah", "absage", "refusal")
ROUNDS = ("screen", "screener", "screening", "onsite", "on-site", "panel", "round", "loop")
KINDS_OF_ROUND = listed(
    "hm hr phone recruiter video first second third final 1st 2nd 3rd tech technical initial"
    " virtual last"
)
HIRES = ("recruiter", "recruiters", "hr", "talent", "hm", "hiring", "ta")
BEHIND_A_ROUND = ("with", "w/", "w", "done", "went", "was", "today", "over", "by")
# Signs and words at the front of a line that begin no sentence.
CALLS = ("call", "chat", "phone", "zoom", "video", "spoke", "talk", "talked", "coffee")
OF_MINE = listed("my an another online job our first second in off")
OWNS = ("'s", "s'", "\N{RIGHT SINGLE QUOTATION MARK}s", "s\N{RIGHT SINGLE QUOTATION MARK}")
SOMEONE = ("another", "other", "someone", "somebody", "else")
CHOSEN = listed(
    "candidate candidates person applicant one with from who internal internally else instead"
    " more for profile pm"
)
DENIALS = frozenset(["not", "never", "no"])
WISHES = ("wish", "ambition", "intention", "ambitions")
# `found the courage to tell her`
DARED_TO = ("tell", "told", "mention")
OF_MY_PLAN = (
    "my",
    "pm",
    "product",
    "career",
    "whole",
    "own",
    "new",
    "big",
    "secret",
    "next",
    "move",
)
OF_THEIRS = (
    "their_recruiter",
    "their_talent",
    "their_hr",
    "talent_team",
    "their_hiring",
    "their_ta",
)
# Beside what moved: a look back.
AVOIDED = frozenset(["avoided", "dodged", "ducked", "skipped", "dodge", "avoid", "avoiding"])
WEEKS = frozenset(["week", "wk", "weekly", "next", "week's"])
KEYS = frozenset(
    ["recruiter", "their", "talent", *NO, *ROUNDS, "offer", "offered", "want", "wants", "declined"]
)
# Beside a firm that declined: it was an applicant whom it declined.
OF_A_REFUSAL = listed(
    "senior junior experience experienced band role candidate candidates application applied cv"
    " interview interviews profile position seniority background hire hiring internal applicants"
)


TAKING = ("accepted", "accept", "took", "taken", "signed")
OF_THEM = ("the", "their", "its", "this", "that")


def patterns_in(line: Line, lexicon: Lexicon) -> tuple[Event, ...]:
    """The events of the line that its shape tells; of each kind the first."""
    words = frozenset(line.low)
    found = list(_gapped(line, lexicon, words))
    if "moved" in words and words & AVOIDED and words & WEEKS:
        # "wk 11: moved 3, avoided 1, next wk 3"
        at = line.low.index("moved")
        found.append(Event("review", at, at + 1))
    if words & KEYS:
        found += _Shapes(line, lexicon).read()
    return tuple(found)


def _gapped(line: Line, lexicon: Lexicon, words: frozenset[str]) -> Iterator[Event]:
    """`gap.talk: gave|held..talk|session`: both words in one clause, few others between them."""
    for form, name in lexicon.tables.get("gap", {}).items():
        firsts, _, lasts = form.partition("..")
        heads = words.intersection(firsts.split("|"))
        tails = words.intersection(lasts.split("|")) if heads else heads
        event = _first_gap(line, name, heads, tails) if tails else None
        if event:
            yield event


def _first_gap(line: Line, name: str, heads: frozenset[str], tails: frozenset[str]) -> Event | None:
    for at, low in enumerate(line.low):
        if low not in heads or line.taken[at]:
            continue
        gap = LONGEST_TELLING if name in ("told", "talk") else LONGEST_GAP
        last = min(at + gap + 2, len(line))
        for end in range(at + 1, last):
            if line.end[end - 1] or line.clause[end] != line.clause[at]:
                break
            if line.low[end] in DENIALS:
                break  # "did not talk about the role"
            if line.low[end] in tails and _holds(line, name, at, end):
                return Event(name, at, end + 1)
    return None


def _holds(line: Line, name: str, first: int, last: int) -> bool:
    """Whether what stands between the two words, and behind them, lets them tell of the event."""
    between, behind = line.low[first + 1 : last], line.low[last + 1 : last + 2]
    ends = bool(line.end[last]) or not behind
    if name == "offer" and line.low[first] in TAKING:
        return _is_taken(line, first, last) and (
            ends or behind[0] in ("from", "at", "as", "with", "by")
        )
    if name == "offer":
        leads = bool(set(between) & set(FOR_ME)) or set(between) <= set(FREE)
        return leads and (
            ends or behind[0] in ("from", "of", "by", "at", "to", "as", "for", "with")
        )
    if name == "applied" and line.low[first] in APPLICATIONS:
        return between[:1] != () and between[0] in BEHIND_AN_APPLICATION
    if name == "applied":
        mine = bool(set(between) & OF_MINE) or line.is_capital(min(last + 2, len(line) - 1))
        return ends or (mine and behind[0] in BEHIND_AN_APPLICATION)
    if name == "talk":
        # "marketing gave us a talk"
        return between[-1:] not in (("his",), ("her",), ("their",)) and between[:1] not in (
            ("us",),
            ("me",),
        )
    if name == "rejected":
        return is_their_choice(line, first, last)
    if name == "told":
        return _tells(line, first, last, between)
    if name == "declined":
        return {"me", "us", "my"}.isdisjoint((*between, *behind)) and bool(between)
    if name == "review":
        return set(between) <= set(FREE) and (ends or behind[0] not in ("of", "in"))
    return True


def _tells(line: Line, first: int, last: int, between: tuple[str, ...]) -> bool:
    """`found the courage to tell her`, `shared my plan`, `spoke of my wish`."""
    if line.low[last] in DARED_TO:
        is_there = line.word(first - 1) not in ("no", "not", "any", "without", "lacked", "lack")
        return is_there and between[-1:] in (("to",), ("and",))
    if line.low[last] in WISHES:
        return True
    start = between.index("my") if "my" in between else len(between)
    return start < len(between) and set(between[start:]) <= set(OF_MY_PLAN)


def _is_taken(line: Line, first: int, last: int) -> bool:
    """`accepted the offer`, `took the Acme job`, `signed the contract with Acme`.

    A role, a job or a contract is an opening's only where a firm stands beside it.
    """
    names_a_firm = any(line.is_capital(at) for at in range(first + 1, last)) or (
        last + 2 < len(line) and not line.end[last] and line.is_capital(last + 2)
    )
    is_offer = line.low[last] == "offer" and line.low[first + 1] in OF_THEM
    return first + 1 < last and (names_a_firm or is_offer)


def is_their_choice(line: Line, first: int, last: int) -> bool:
    """`Acme chose another candidate`, `they hired someone`; not `we chose another tool`."""
    subject = line.low[first - 1] if first else ""
    behind = line.low[last + 1] if last + 1 < len(line) and not line.end[last] else ""
    if subject in ("i", "we", "i've", "we've") or line.low[last] not in SOMEONE:
        return subject not in ("i", "we", "i've", "we've")
    theirs = subject in ("they", "they're", "theyre", "they've", "has", "have", "are", "is") or (
        first > 0 and line.bare[first - 1][:1].isupper()
    )
    return theirs and (not behind or behind in CHOSEN)


class _Shapes:
    """A name at the front of the line, and what a search says of it."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self.line = line
        from pmpath.domain.words.shapes.fronts import FrontReader

        self.fronts = FrontReader(line, lexicon)
        self.roles = lexicon.words("role", "role")

    def read(self) -> Iterator[Event]:
        """Each event that the line has the shape of."""
        for at, low in enumerate(self.line.low):
            if self.line.taken[at] or not (low in KEYS or low in CALLS):
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
