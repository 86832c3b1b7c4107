"""Which opening a line is about: the firm, and the role there."""

from __future__ import annotations

from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen
from pmpath.domain.words.application import CLOSED, SILENT, seen_opening
from pmpath.domain.words.found import STAGE_EVENTS
from pmpath.domain.words.openings.firms import FirmReader
from pmpath.domain.words.openings.pieces import SIGN, PiecesReader
from pmpath.domain.words.openings.roles import RoleReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.events.happened import Happened
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

SEEN = "seen"
# What firms say; their name stands before it rather than behind.
ANSWERS = ("rejected", "offer", "answered")
BEHIND_A_STAGE = ("at", "with", "for", "by", "from", "of", "to")
PIECES = (
    "faq", "article", "blog", "blog_post", "post", "guide", "whitepaper", "white_paper", "story",
    "case_study", "newsletter", "tutorial", "one-pager", "explainer", "video", "webinar",
)  # fmt: skip
BEHIND_AN_OFFER = ("of", "from", "at", "to", "with", "by")


class ToldOpening(Frozen):
    """What a line says of an opening: `Firm: role` or the firm alone, and how far it has come.

    `firm` is the firm as typed. Each is empty where the line does not say it.
    """

    name: str = ""
    stage: str = ""
    firm: str = ""


class OpeningReader:
    """Finds the opening of one line."""

    def __init__(
        self, line: Line, lexicon: Lexicon, people: PeopleReader, firms: Mapping[str, str]
    ) -> None:
        self.line = line
        self.firms = firms
        self.lexicon = lexicon
        self.events = lexicon.table("event")
        self.roles = RoleReader(line, lexicon, people)
        self.firm_reader = FirmReader(line, lexicon, self.roles, firms)

    def read(self, told: Happened) -> ToldOpening:
        """The opening that the event is about; one that the words name, even where nothing was."""
        event = told.event
        stage = event.name if event and event.name in STAGE_EVENTS else ""
        if stage and event:
            firm, role = self._named(event.after, event.first, event.name)
            if not firm:
                return ToldOpening("", "" if event.name == "declined" else stage)
            return self._opening(firm, role, stage)
        if self._is_unanswered():
            return self._opening(self._known() or self._of_seen(), "", "")
        seen = seen_opening(self.line, self.lexicon)
        return self._seen(*seen) if seen else self._without_an_event(told)

    def _seen(self, first: int, after: int, stage: str) -> ToldOpening:
        """`saw an opening at Firm`: heard of, and nothing sent yet."""
        firm, role = self._named(self._behind_stage(after), first, SEEN)
        if stage == CLOSED:
            # Tickets and queues are closed as well: it takes a firm that is known or a name.
            is_name = firm != firm.lower() or key_of(firm) in self.firms
            firm = firm if firm and is_name else self._known()
            return self._opening(firm, role, stage) if firm else ToldOpening()
        return self._opening(firm, role, stage) if firm else ToldOpening("", stage)

    def _is_unanswered(self) -> bool:
        """`Firm ghosted me`, `never heard back from Firm`: of no stage, whatever else stands there.

        What came at last is an answer: `Firm wrote back, I had heard nothing for weeks`.
        """
        hits = list(self.line.hits(self.lexicon.table("stage"), taken=True))
        silent = {self.line.clause[first] for first, _, kind in hits if kind == SILENT}
        answers = {
            self.line.clause[first] for first, _, kind in hits if kind not in (SILENT, CLOSED)
        }
        return bool(silent) and answers <= silent

    def _of_seen(self) -> str:
        seen = seen_opening(self.line, self.lexicon)
        return self._named(self._behind_stage(seen[1]), seen[0], SEEN)[0] if seen else ""

    def _behind_stage(self, after: int) -> int:
        return after - 1 if self.line.low[after - 1] in BEHIND_A_STAGE else after

    def _opening(self, firm: str, role: str, stage: str) -> ToldOpening:
        known = self.firms.get(key_of(firm), "") or self.firm_reader.by_first.get(key_of(firm), "")
        if known and (not role or ":" in known):
            return ToldOpening(known, stage, firm)
        return ToldOpening(f"{firm}: {role}" if role else firm, stage, firm)

    def _without_an_event(self, told: Happened) -> ToldOpening:
        """`Firm: 2nd interview planned`, `compared the offer of Firm`: it is about that opening."""
        firm = (
            self._of_interview()
            or self._of_offer()
            or ("" if told.undone and not told.planned else self._known())
        )
        return self._opening(firm, "", "") if firm else ToldOpening()

    def _of_interview(self) -> str:
        if self.line.has(("mock_interview", "customer_interview", "user_interview")):
            return ""
        for first, after, name in self.line.hits(self.events):
            counted = self.line.low[first] == "interviews" and self.line.word(first - 1).isdecimal()
            is_evidence = counted and self.line.word(after) not in BEHIND_A_STAGE
            if name == "interview" and not is_evidence:
                firm = self.firm_reader.before(first) or self._behind(after, "")[0]
                if firm:
                    return firm
        return ""

    def _of_offer(self) -> str:
        low = self.line.low
        for at in range(len(low) - 2):
            if low[at] in ("offer", "application") and low[at + 1] in BEHIND_AN_OFFER:
                firm, _ = self.firm_reader.at(at + 2, led=low[at + 1] != "to")
                if firm:
                    return firm
        return ""

    def _known(self) -> str:
        """A firm that the log knows; what is made for readers there is about no opening."""
        if self.line.has(PIECES):
            return ""
        places = (at for at in range(len(self.line)) if self.roles.is_free(at))
        return next(filter(None, (self.firm_reader.known(at)[0] for at in places)), "")

    def _named(self, start: int, event_at: int, name: str) -> tuple[str, str]:
        pieces = PiecesReader(self.line, self.roles, self.firm_reader)
        firm, role = pieces.read(start, name)
        is_led = pieces.firm_lead not in ("", SIGN)
        if not firm or (firm == firm.lower() and not is_led) or (not is_led and name in ANSWERS):
            before = self.firm_reader.before(event_at, name)
            firm = before or firm
        firm = firm or self.firm_reader.between(event_at, start)
        if not firm:
            firm = self.firm_reader.in_brackets() or self.firm_reader.before_the_verb(event_at)
        if not role:
            role = self.roles.anywhere()
        return firm, role

    def _behind(self, start: int, name: str) -> tuple[str, str]:
        """The pieces behind the verb: `to FIRM as ROLE`, `for ROLE at FIRM`, `FIRM, ROLE`."""
        return PiecesReader(self.line, self.roles, self.firm_reader).read(start, name)
