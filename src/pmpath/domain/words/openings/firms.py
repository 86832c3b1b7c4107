"""The firm that a line names, with or without a capital."""

from __future__ import annotations

from pmpath.domain.people import key_of
from pmpath.domain.when.spelling import listed
from pmpath.domain.words.openings.roles import LEADS, ROLE_ENDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.openings.roles import RoleReader

LONGEST_FIRM = 4
JOINING = ("&", "of", "and", "de")
NO_FIRM = listed(
    "says said it's its that's there's three two four five six ten several some many my our"
    " their a an another one more it them"
    " him her that this these jobs job roles role firms companies openings hr rh phone me us"
    " visa grant course no reason reasons pay today yesterday interview interviews video"
    " manager product team panel and but they he she is was will i we who which not still home"
    " all recruiter headhunter agency friend first second round call screen deadline start"
    " salary tomorrow monday friday customer customers what how least last work present home"
    " noon different inside outside the prep preparation practice tech technical final they it"
    " answer after before because went well ok good bad great fine today confirmed got been"
    " cad kes usd eur gbp chf inr aud sek nok pln rs ctc lpa had too telefonica news update"
    " applied apply rejected again also for to with at as an email practiced practised"
    " evidence proof source sources result results goal status summary topic wk week"
    " rehearsed trained drilled thanks thank booked arranged confirmed scheduled planned todo"
)
# Before the name of a firm that stands at the front.
FIRM_VERBS = listed(
    "call calls says say wants writes invites take took rejects refuses wrote said rejected"
    " turned refused answered called offered replied invited passed told decided hired went"
    " made chose has have will sent regret closed rang phoned emailed shortlisted regretted"
    " regrets got were was is are want gave offers came reached moved asked extended finally"
    " just also already"
)
SKIPPED = listed(
    "hr rh phone video first technical final onsite round call screen written pm again #1 #2 1 2 3"
)

BEHIND_A_FIRM = frozenset([*FIRM_VERBS, *SKIPPED, "recruiter"])


# Shorter first words are too much like other words.
SHORTEST_ALIAS = 4


def by_first_word(firms: Mapping[str, str]) -> dict[str, str]:
    """Openings by the first word of a firm, `kestrel` of Kestrel Labs, where only one has it."""
    found: dict[str, set[str]] = {}
    for key, opening in firms.items():
        first, blank, _ = key.partition(" ")
        if blank and len(first) >= SHORTEST_ALIAS:
            found.setdefault(first, set()).add(opening)
    return {key: min(several) for key, several in found.items()
            if len(several) == 1 and key not in firms}  # fmt: skip


class FirmReader:
    """Finds firms in one line; `firms` are those that the log knows."""

    def __init__(
        self, line: Line, lexicon: Lexicon, roles: RoleReader, firms: Mapping[str, str]
    ) -> None:
        self.line = line
        self.roles = roles
        self.firms = firms
        self.by_first = by_first_word(firms)
        self.firm_words = lexicon.words("firm", "word")
        self.suffixes = lexicon.words("firm", "suffix")
        self.nobody = lexicon.table("nobody")
        self.events = lexicon.table("event")

    def known(self, at: int) -> tuple[str, int]:
        """The known firm that begins at a word, and the word after it."""
        for length in range(LONGEST_FIRM, 0, -1):
            words = self.line.bare[at : at + length]
            if len(words) == length and key_of(" ".join(words)) in self.firms:
                return self.line.text(at, at + length), at + length
        line = self.line
        goes_on = at + 1 < len(line) and line.is_capital(at + 1) and not line.end[at]
        if line.is_capital(at) and not goes_on and line.low[at] in self.by_first:
            return line.text(at, at + 1), at + 1
        return "", at

    def at(self, at: int, *, led: bool) -> tuple[str, int]:
        """The firm that begins here and the word after; ("", at) when there is none.

        `led`: a firm may stand here without a capital.
        """
        at = self._behind_fillers(at)
        if at >= len(self.line) or not self.roles.is_free(at):
            return "", at
        known, after = self.known(at)
        if known:
            return known, after
        low = self.line.low[at]
        if low in NO_FIRM or not low[:1].isalpha() or self._is_other(at):
            return "", at
        if self.line.bare[at][:1].isupper():
            return self._capital_firm(at)
        return self._small_firm(at) if led and low not in self.nobody else ("", at)

    def _behind_fillers(self, at: int) -> int:
        """Behind `a company called`, `the firm`; past the end where only a thing follows."""
        line = self.line
        ahead = line.low[at + 1 : at + 2]
        if line.low[at : at + 1] == ("a",) and ahead and ahead[0] in self.firm_words:
            at += 1
        while at < len(line) and line.low[at] in (*self.firm_words, "the", "called", "named"):
            is_thing = at + 1 < len(line) and not (
                line.is_capital(at + 1) or line.low[at + 1] in self.firm_words
            )
            if line.low[at] == "the" and is_thing:
                return len(line)
            if line.is_capital(at) and line.low[at] in self.firm_words and is_thing:
                break
            at += 1
        return at

    def _is_other(self, at: int) -> bool:
        return bool(self.line.hit(at, self.events)[1]) or self.roles.begins(at)

    def _small_firm(self, at: int) -> tuple[str, int]:
        line = self.line
        end = at + 1
        if not line.end[at] and end < len(line) and self._continues(end):
            end += 1
        return line.text(at, end), end

    def _continues(self, at: int) -> bool:
        """Whether a second small word belongs to the name: `kestrel pay`."""
        low = self.line.low[at]
        if not low or not self.roles.is_free(at):
            return False
        if low in self.suffixes:
            return True
        ends = low in NO_FIRM or low in LEADS or low in ROLE_ENDS or low in self.nobody
        return not ends and not self._is_other(at)

    def _capital_firm(self, at: int) -> tuple[str, int]:
        line = self.line
        end = at
        while end < len(line) and end - at < LONGEST_FIRM + 1 and self.roles.is_free(end):
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
            is_suffix = low in self.suffixes and line.bare[end][:1].isupper()
            ends_here = self.roles.begins(end) or (low in NO_FIRM and not is_suffix)
            if not is_part or (end > at and ends_here):
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

    def before(self, event_at: int, name: str = "") -> str:
        """`Rolstra: 1st interview`, `deliverwell said no`, `Caledon Bank wrote to say`."""
        for begin in self._fronts(event_at):
            firm = self._front(begin, event_at, name)
            if firm:
                return firm
        return ""

    def _fronts(self, event_at: int) -> list[int]:
        """Where a sentence begins before the event, the nearest first."""
        line = self.line
        starts = [
            at
            for at in range(min(event_at, len(line)))
            if line.low[at]
            and (not at or not line.low[at - 1] or line.end[at - 1] or ":" in line.low[at - 1])
        ]
        return [at + (line.low[at] == "the") for at in reversed(starts)]

    def _front(self, begin: int, event_at: int, name: str) -> str:
        line = self.line
        end = self._end_of_front(begin, event_at)
        if end == begin or any(self._is_other(at) for at in range(begin, end)):
            return ""
        parted = line.end[end - 1] in (":", ",", "-", "|", "/", "=")
        behind = self._behind_numbers(end)
        follows = behind < len(line) and (behind == event_at or self._is_verb(behind, name))
        if not (parted or follows) or not self._is_named(begin, end, event_at, name):
            return ""
        return line.text(begin, end)

    def _behind_numbers(self, at: int) -> int:
        """Behind `req 20931`, by which a firm numbers what it offers."""
        low = self.line.low
        while at < len(low) and (low[at].isdecimal() or low[at] in ("req", "ref", "id")):
            at += 1
        return at

    def _is_verb(self, at: int, name: str) -> bool:
        low = self.line.low[at]
        return low in BEHIND_A_FIRM or (bool(name) and low.endswith("ed") and len(low) > 4)

    def _end_of_front(self, begin: int, event_at: int) -> int:
        line = self.line
        end = begin
        is_capital = line.bare[begin][:1].isupper()
        while end < min(begin + LONGEST_FIRM, event_at) and self.roles.is_free(end):
            low = line.low[end]
            starts_big = line.bare[end][:1].isupper()
            if not low or (
                (low in FIRM_VERBS or low in NO_FIRM) and not (starts_big and end > begin)
            ):
                break
            if is_capital and not (starts_big or low in self.suffixes or low in JOINING):
                break
            end += 1
            if line.end[end - 1]:
                break
        return end

    def _is_named(self, begin: int, end: int, event_at: int, name: str) -> bool:
        """Whether the words at the front are a name: by a capital, a sign, or what follows."""
        line = self.line
        if key_of(line.text(begin, end)) in self.firms:
            return True
        if line.low[begin].endswith("ly") and end == begin + 1:
            return False
        if line.low[begin].isdecimal() or (line.low[begin] in self.nobody and end == begin + 1):
            return False
        if line.bare[begin][:1].isupper() or line.end[end - 1] in (":", "|", "/", "="):
            return True
        if line.low[begin] in self.nobody:
            return False
        says_no = name == "rejected" and end < len(line) and line.low[end] in FIRM_VERBS
        return says_no or (end == event_at and end == begin + 1)

    def between(self, first: int, after: int) -> str:
        """`sent Acme Labs my application`: a firm inside what tells of the event."""
        capitals = (at for at in range(first + 1, after) if self.line.is_capital(at))
        found = (self.at(at, led=False)[0] for at in capitals if self.roles.is_free(at))
        return next(filter(None, found), "")

    def in_brackets(self) -> str:
        """A firm in brackets: `they refused me (Zielona)`."""
        line = self.line
        for at, raw in enumerate(line.raw):
            if raw.startswith("(") and self.roles.is_free(at) and line.is_capital(at):
                firm, _ = self.at(at, led=True)
                if firm:
                    return firm
        return ""

    def before_the_verb(self, event_at: int) -> str:
        """`at Caledon Bank I interviewed`: a firm before the verb, behind at, with or from."""
        line = self.line
        for at in range(1, event_at):
            if (
                line.low[at - 1] in ("at", "with", "from", "by")
                and self.roles.is_free(at)
                and line.is_capital(at)
            ):
                firm, _ = self.at(at, led=True)
                if firm:
                    return firm
        return ""
