"""Which opening a line is about: the firm, and the role there."""

from __future__ import annotations

from pmpath.domain.people import key_of
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.words.event import Happened
    from pmpath.domain.words.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people import PeopleReader

LONGEST_FIRM = 4
LONGEST_ROLE = 6
BEHIND_APPLIED = ("to", "at", "for", "with", "as", "bei", "chez", "a", "als", "in")
BETWEEN = (
    "today", "yesterday", "online", "again", "finally", "internally", "also", "just", "this",
    "week", "morning", "my", "application", "cv", "resume", "the", "form", "directly", "formally",
    "late", "early", "letter", "and", "cover", "off", "an", "a", "through", "linkedin", "last",
)  # fmt: skip
LEADS = (
    "to",
    "at",
    "for",
    "as",
    "with",
    "from",
    "of",
    "bei",
    "von",
    "chez",
    "de",
    "by",
    "called",
    "in",
    "via",
    "through",
)
PERSONAL = ("via", "through")
SKIPPED = (
    "hr",
    "rh",
    "phone",
    "video",
    "first",
    "technical",
    "final",
    "onsite",
    "round",
    "call",
    "screen",
    "written",
    "pm",
    "again",
    "#1",
    "#2",
    "1",
    "2",
    "3",
)
NO_FIRM = frozenset([
    "three", "two", "four", "five", "six", "ten", "several", "some", "many", "my", "our", "their",
    "a", "an", "another", "one", "more", "it", "them", "him", "her", "that", "this", "these",
    "jobs", "job", "roles", "role", "firms", "companies", "openings", "hr", "rh", "phone", "me",
    "us", "visa", "grant", "course", "no", "reason", "reasons", "pay", "today", "yesterday",
    "interview", "interviews", "video", "manager", "product", "team", "panel", "and", "but", "they",
    "he", "she", "is", "was", "will", "i", "we", "who", "which", "not", "still", "home", "all",
    "recruiter", "headhunter", "agency", "friend", "first", "second", "round", "call", "screen",
    "deadline", "start", "salary", "tomorrow", "monday", "friday", "customer", "customers", "what",
    "how", "least", "last", "work", "present", "home", "noon", "different", "inside", "outside",
    "the", "prep", "preparation", "practice", "tech", "technical", "final", "they", "it", "answer",
    "after", "before", "because", "went", "well", "ok", "good", "bad", "great", "fine", "today",
    "applied", "apply", "rejected", "again", "also", "for", "to", "with", "at", "as", "an", "email",
])  # fmt: skip
# Before the name of a firm that stands at the front.
FIRM_VERBS = (
    "call",
    "calls",
    "says",
    "say",
    "wants",
    "writes",
    "invites",
    "take",
    "took",
    "rejects",
    "refuses",
    "wrote",
    "said",
    "rejected",
    "turned",
    "refused",
    "answered",
    "called",
    "offered",
    "replied",
    "invited",
    "passed",
    "told",
    "decided",
    "hired",
    "went",
    "made",
    "chose",
    "has",
    "have",
    "will",
    "sent",
    "regret",
    "closed",
)
STAGES = {
    "applied": "applied",
    "interview": "interview",
    "offer": "offer",
    "rejected": "rejected",
    "declined": "declined",
}
ROLE_BEFORE = (
    "junior",
    "senior",
    "associate",
    "lead",
    "principal",
    "staff",
    "group",
    "technical",
    "platform",
    "growth",
    "data",
    "head",
)
ROLE_ENDS = (
    "via",
    "with",
    "at",
    "from",
    "by",
    "but",
    "because",
    "start",
    "deadline",
    "and",
    "to",
    "vacancy",
    "position",
    "role",
    "job",
    "opening",
    "after",
    "on",
    "near",
    "in",
    "was",
    "is",
    "today",
    "yesterday",
    "through",
    "inside",
    "under",
    "paid",
    "who",
    "they",
    "for",
    "referred",
    "salary",
    "thanks",
    "using",
    "got",
    "yet",
    "before",
    "that",
    "which",
    "stelle",
    "post",
)


@record
class Opening:
    """`Firm: role`, or the firm alone, and how far it has come; both empty when none is named."""

    name: str = ""
    stage: str = ""
    firm: str = ""


def is_an_application(line: Line, first: int, after: int) -> bool:
    """Whether `applied` speaks of a job: to a firm or for a role, not of what is put to use."""
    low = line.low[first]
    words = line.low[first:after]
    if low == "application" and len(words) == 1:
        return line.end[first] == ":" or (
            after < len(line)
            and line.low[after] in ("to", "at", "with")
            and line.has(("sent", "submitted", "in", "out"))
        )
    if len(words) > 1 or low not in ("applied", "apply"):
        return words[-1] != "for" or _has_role(line, after)
    if line.end[first] in (":", ","):
        return after < len(line)
    at = after
    while at < len(line) and line.low[at] in BETWEEN and not line.end[at]:
        if line.low[at] in ("the", "a", "an", "my") and line.low[at - 1] in ("applied", "apply"):
            return False
        at += 1
    if at >= len(line):
        return True
    return (
        line.low[at] in BEHIND_APPLIED
        or line.end[at - 1] != ""
        or not line.low[at]
        or line.taken[at]
    )


def _has_role(line: Line, at: int) -> bool:
    return at < len(line)


class OpeningReader:
    """Finds the opening of one line."""

    def __init__(
        self, line: Line, lexicon: Lexicon, people: PeopleReader, firms: Mapping[str, str]
    ) -> None:
        self.line = line
        self.people = people
        self.firms = firms
        self.roles = lexicon.words("role", "role")
        self.jobs = lexicon.words("role", "job")
        self.firm_words = lexicon.words("firm", "word")
        self.suffixes = lexicon.words("firm", "suffix")
        self.stages = lexicon.table("stage")
        self.nobody = lexicon.table("nobody")
        self.interviews = lexicon.words("event", "interview")
        self.searching = lexicon.table("event")

    def read(self, told: Happened) -> Opening:
        """The opening that the event is about; one that the words name, even where nothing was."""
        event = told.event
        name = event.name if event else ""
        stage = STAGES.get(name, "")
        seen = next(iter(self.line.hits(self.stages)), None)
        if not stage and seen:
            stage, start = seen[2], seen[1]
            if self.line.low[start - 1] in ("at", "opening_at"):
                start -= 1
        elif stage and event:
            start = event.after
        else:
            return self._without_an_event(told)
        firm, role = self._named(
            start, event.first if event else seen[0] if seen else 0, name or "seen"
        )
        if not firm:
            return Opening("", stage if name != "declined" else "", "")
        return self._opening(firm, role, stage)

    def _opening(self, firm: str, role: str, stage: str) -> Opening:
        known = self.firms.get(key_of(firm), "")
        if known and (not role or ":" in known):
            return Opening(known, stage, firm)
        return Opening(f"{firm}: {role}" if role else firm, stage, firm)

    def _without_an_event(self, told: Happened) -> Opening:
        """`Firm: 2nd interview planned`, `compared the offer of Firm`: it is about that opening."""
        line = self.line
        for first, after, name in line.hits(self.searching):
            if name == "interview" and not line.has(
                ("mock_interview", "customer_interview", "user_interview")
            ):
                firm = self._prefix(first) or self._behind(after)[0]
                if firm:
                    return self._opening(firm, "", "")
        for at, low in enumerate(line.low):
            if (
                low in ("offer", "application")
                and at + 2 < len(line)
                and line.low[at + 1] in ("of", "from", "at", "to", "with", "by")
            ):
                firm, _ = self._firm(at + 2, led=True)
                if firm:
                    return self._opening(firm, "", "")
        for at in range(len(line)):
            if self._is_free(at):
                firm, after = self._known_firm(at)
                if firm and not told.undone:
                    return self._opening(firm, "", "")
        return Opening()

    # Where the firm and the role stand.

    def _named(self, start: int, event_at: int, name: str) -> tuple[str, str]:
        firm, role = self._behind(start, name)
        if not firm or firm == firm.lower():
            before = self._prefix(event_at, name)
            firm = before or firm
        if not firm:
            firm = self._in_brackets() or self._before_role(event_at)
        if not role:
            role = self._role_anywhere()
        return firm, role

    def _may_be_small(self, at: int, lead: str, first: bool, name: str) -> bool:
        """Whether a firm without a capital may stand here: `applied to acme`, `screen acme thu`."""
        if name == "applied":
            return lead in ("to", "at", "with", "sign", "from")
        if name in ("interview", "rejected", "declined") and first:
            return self.line.low[at - 1] != "to"
        return lead in ("at", "with", "from", "by") and name != ""

    def _behind(self, start: int, name: str = "") -> tuple[str, str]:
        """The pieces behind the verb: `to FIRM as ROLE`, `for ROLE at FIRM`, `FIRM, ROLE`."""
        line = self.line
        firm, role, lead, at = "", "", "", start
        led_by_at = ""
        steps = skipped = 0
        while at < len(line) and steps < 24:
            steps += 1
            low = line.low[at]
            if low in LEADS and not (low == "in" and not firm and False):
                lead = low
                at += 1
                continue
            if not low or not self._is_free(at):
                if not low:
                    lead = lead or "sign"
                at += 1
                continue
            if self._is_role(at) and not (low == "pm" and at == start):
                said, after = self._role(at)
                role = role or said
                at, lead = max(after, at + 1), ""
                continue
            if lead == "in" and not (
                name == "applied"
                and not firm
                and line.bare[at][:1].isupper()
                and self.nobody.get(low) != "place"
            ):
                lead = ""
                at += 1
                continue
            sign = at > start and line.end[at - 1] in (",", ":", "/", "|", "-", ";", "(")
            is_led = lead in (
                "in",
                "to",
                "at",
                "with",
                "from",
                "for",
                "of",
                "bei",
                "von",
                "chez",
                "by",
                "sign",
                "de",
            )
            if low in SKIPPED and not firm:
                at += 1
                skipped += 1
                continue
            first = at == start + skipped and not lead
            if (
                lead not in PERSONAL
                and (is_led or first or sign)
                and (not firm or (lead == "at" and led_by_at != "at"))
            ):
                small = self._may_be_small(at, lead, first, name)
                found, after = self._firm(
                    at, led=small or (first and line.end[at - 1] in (":", "/", "|"))
                )
                if found and not (firm and lead != "at"):
                    firm, at, led_by_at, lead = found, after, lead, ""
                    continue
                if found and lead == "at":
                    firm, at, led_by_at, lead = found, after, lead, ""
                    continue
            if line.end[at] in (".", "!", "?", ";") and firm:
                break
            at += 1
            lead = "" if lead != "sign" else lead
            if firm and role:
                break
        return firm, role

    def _prefix(self, event_at: int, name: str = "") -> str:
        """`Rolstra: 1st interview`, `deliverwell said no`, `Caledon Bank wrote to say`."""
        line = self.line
        begin = next((at for at in range(event_at) if line.low[at]), event_at)
        if begin == event_at:
            return ""
        end = begin
        while (
            end < min(begin + LONGEST_FIRM, event_at)
            and self._is_free(end)
            and line.low[end]
            and line.low[end] not in FIRM_VERBS
            and line.low[end] not in NO_FIRM
        ):
            end += 1
            if line.end[end - 1]:
                break
        if end == begin:
            return ""
        ends_well = line.end[end - 1] in (":", ",", "-", "|", "/") or (
            end < len(line)
            and (line.low[end] in (*FIRM_VERBS, *SKIPPED, "recruiter") or end == event_at)
        )
        is_named = (
            line.bare[begin][:1].isupper()
            or (
                end == event_at
                and end == begin + 1
                and line.low[begin] not in self.nobody
                and not line.low[begin].isdecimal()
            )
            or line.end[end - 1] in (":", "|", "/")
            or (
                name == "rejected"
                and end < len(line)
                and line.low[end] in FIRM_VERBS
                and line.low[begin] not in self.nobody
            )
            or key_of(line.text(begin, end)) in self.firms
        )
        if (
            not (ends_well and is_named)
            or any(line.hit(at, self.searching)[1] for at in range(begin, end))
            or any(self._is_role(at) for at in range(begin, end))
        ):
            return ""
        return line.text(begin, end)

    def _in_brackets(self) -> str:
        line = self.line
        for at, raw in enumerate(line.raw):
            if raw.startswith("(") and self._is_free(at) and line.is_capital(at):
                firm, _ = self._firm(at, led=True)
                if firm:
                    return firm
        return ""

    def _before_role(self, event_at: int) -> str:
        """`at Caledon Bank I interviewed`: a firm before the verb, behind at, with or from."""
        line = self.line
        for at in range(1, event_at):
            if (
                line.low[at - 1] in ("at", "with", "from", "by")
                and self._is_free(at)
                and line.is_capital(at)
            ):
                firm, _ = self._firm(at, led=True)
                if firm:
                    return firm
        return ""

    def _is_free(self, at: int) -> bool:
        return not self.line.taken[at] and not any(
            one.first <= at < one.after for one in self.people.found
        )

    def _known_firm(self, at: int) -> tuple[str, int]:
        for length in range(LONGEST_FIRM, 0, -1):
            words = self.line.bare[at : at + length]
            if len(words) == length and key_of(" ".join(words)) in self.firms:
                return self.line.text(at, at + length), at + length
        return "", at

    def _firm(self, at: int, *, led: bool) -> tuple[str, int]:
        """The firm that begins here and the word after; ("", at) when there is none."""
        line = self.line
        if (
            line.low[at : at + 1] == ("a",)
            and line.low[at + 1 : at + 2]
            and line.low[at + 1] in self.firm_words
        ):
            at += 1
        while at < len(line) and line.low[at] in (*self.firm_words, "the", "called", "named"):
            if (
                line.low[at] == "the"
                and at + 1 < len(line)
                and not line.is_capital(at + 1)
                and line.low[at + 1] not in self.firm_words
            ):
                return "", at
            at += 1
        if at >= len(line) or not self._is_free(at):
            return "", at
        known, after = self._known_firm(at)
        if known:
            return known, after
        low = line.low[at]
        capital = line.bare[at][:1].isupper()
        if low in NO_FIRM or not low or not (low[0].isalnum()) or low[0].isdecimal():
            return "", at
        if line.hit(at, self.searching)[1] or self._is_role(at):
            return "", at
        if capital:
            return self._capital_firm(at)
        if not led or low in self.nobody:
            return "", at
        end = at
        while (
            end < len(line)
            and end - at < 2
            and self._is_free(end)
            and line.low[end]
            and (
                line.low[end] not in (*NO_FIRM, *LEADS, *ROLE_ENDS)
                or (end > at and line.low[end] in self.suffixes)
            )
            and not (
                end > at
                and (
                    line.low[end] in self.nobody
                    or line.hit(end, self.searching)[1]
                    or self._is_role(end)
                )
            )
        ):
            end += 1
            if line.end[end - 1]:
                break
        return (line.text(at, end), end) if end > at else ("", at)

    def _capital_firm(self, at: int) -> tuple[str, int]:
        line = self.line
        end = at
        while end < len(line) and end - at < LONGEST_FIRM + 1 and self._is_free(end):
            low = line.low[end]
            is_part = (
                line.bare[end][:1].isupper()
                or low in self.suffixes
                or (
                    low in ("&", "of", "and", "de", "the")
                    and end + 1 < len(line)
                    and line.bare[end + 1][:1].isupper()
                    and end > at
                )
            )
            if not is_part or (end > at and (self._is_role(end) or low in NO_FIRM)):
                break
            end += 1
            if line.end[end - 1]:
                break
        while end > at + 1 and line.low[end - 1] in ("&", "of", "and", "de", "the"):
            end -= 1
        name = line.text(at, end)
        if line.low[end - 1] == "o.o" or line.raw[end - 1].rstrip(",;:").endswith("o.o."):
            name += "."
        return name.removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s"), end

    # The role.

    def _is_role(self, at: int) -> bool:
        """Whether a role begins here: one of its words, after up to three that belong to it."""
        line = self.line
        for ahead in range(4):
            step = at + ahead
            if step >= len(line) or (ahead and line.end[step - 1]) or not self._is_free(step):
                return False
            if line.low[step] in LEADS or line.low[step] in self.firm_words:
                return False
            if any(form in self.roles for form in line.forms[step]):
                return (
                    ahead == 0
                    or line.low[at] in (*ROLE_BEFORE, "the", "a", "an", "their")
                    or (not line.bare[at][:1].isupper())
                )
        return False

    def _role(self, at: int) -> tuple[str, int]:
        line = self.line
        while line.low[at] in ("the", "a", "an", "their", "this"):
            at += 1
        end = at
        while end < len(line) and end - at < LONGEST_ROLE and self._is_free(end):
            low = line.low[end]
            if end > at and (low in ROLE_ENDS or not low):
                break
            end += 1
            if line.end[end - 1] in (",", ".", ";", ":", "!", "?", "-", "/", "|", ")"):
                break
        role = " ".join(line.raw[at:end]).strip(" ,.;:!?/|-")
        if role.endswith(")") and "(" not in role or role.startswith("("):
            role = role.strip("()")
        return role, end

    def _role_anywhere(self) -> str:
        line = self.line
        for at in range(len(line)):
            if (
                self._is_free(at)
                and any(form in self.roles for form in line.forms[at])
                and line.low[at] not in ("product", "presales")
            ):
                first = at
                while first and line.low[first - 1] in ROLE_BEFORE and not line.end[first - 1]:
                    first -= 1
                return self._role(first)[0]
        return ""
