"""The pieces behind a verb of the search: `to FIRM as ROLE`, `for ROLE at FIRM`, `FIRM, ROLE`."""

from __future__ import annotations

from pmpath.domain.words.openings.firms import SKIPPED
from pmpath.domain.words.openings.roles import LEADS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.openings.firms import FirmReader
    from pmpath.domain.words.openings.roles import RoleReader

PERSONAL = ("via", "through")
TO_A_FIRM = ("in", "to", "at", "with", "from", "for", "of", "bei", "von", "chez", "by", "de", "w/",
             "w", "con", "@")  # fmt: skip
PARTED_BY = (",", ":", "/", "|", "-", ";")
# Between two signs.
SIGN = "sign"
FARTHEST = 24


class PiecesReader:
    """Goes through the words behind a verb once; holds what leads to the next piece."""

    def __init__(self, line: Line, roles: RoleReader, firm_reader: FirmReader) -> None:
        self.line = line
        self.roles = roles
        self.firm_reader = firm_reader
        # `firm_lead` is what leads to the firm.
        self.firm = self.role = self.lead = self.firm_lead = ""
        # Where a piece without a word before it may stand.
        self.front = 0
        self.name = ""

    def read(self, start: int, name: str) -> tuple[str, str]:
        """The firm and the role behind the event `name`, each empty when it is not named."""
        self.front, self.name = start, name
        if start and self.line.low[start - 1] in TO_A_FIRM and name:
            self.lead = self.line.low[start - 1]
        at = start
        end = min(len(self.line), start + FARTHEST)
        while at < end and not (self.firm and self.role):
            at = self._step(at, start)
        return self.firm, self.role

    def _step(self, at: int, start: int) -> int:
        """Read the piece at a word; the place of the next."""
        line, low = self.line, self.line.low[at]
        if low in LEADS:
            self.lead = low
            return at + 1
        if not low or not self.roles.is_free(at):
            is_person = bool(low) and not line.taken[at]
            self.lead = "" if is_person else self.lead or ("" if low else SIGN)
            return at + 1
        if self.roles.begins(at) and not (low == "pm" and at == start):
            return self._role(at)
        if low in SKIPPED and not self.firm:
            self.front += at == self.front
            return at + 1
        return self._firm(at) or self._pass(at, is_end=line.end[at] in (".", "!", "?", ";"))

    def _role(self, at: int) -> int:
        said, after = self.roles.at(at)
        self.role, self.lead = self.role or said, ""
        return max(after, at + 1)

    def _pass(self, at: int, *, is_end: bool) -> int:
        if self.lead != SIGN:
            self.lead = ""
        return len(self.line) if is_end and self.firm else at + 1

    def _firm(self, at: int) -> int:
        """Read the firm here; the word after, or 0 when there is none."""
        if self.lead in PERSONAL or not self._may_stand(at):
            return 0
        is_first = at == self.front and not self.lead
        after_sign = is_first and self.line.end[at - 1] in (":", "/", "|")
        firm, after = self.firm_reader.at(
            at, led=after_sign or self._may_be_small(at, is_first=is_first)
        )
        if not firm:
            return 0
        self.firm, self.firm_lead, self.lead = firm, self.lead, ""
        return after

    def _may_stand(self, at: int) -> bool:
        """The first firm counts; one behind `at` wins over one behind another word."""
        if self.firm:
            return self.lead == "at" and self.firm_lead != "at"
        if self.lead == "in":
            is_place = self.firm_reader.nobody.get(self.line.low[at]) == "place"
            return self.name == "applied" and self.line.bare[at][:1].isupper() and not is_place
        parted = at > 0 and self.line.end[at - 1] in PARTED_BY
        return self.lead in (*TO_A_FIRM, SIGN) or at == self.front or parted

    def _may_be_small(self, at: int, *, is_first: bool) -> bool:
        """Whether a firm without a capital may stand here: `applied to acme`, `screen acme thu`."""
        if self.name == "applied" and is_first:
            return self.line.word(at - 1) == "applied" and self.line.end[at] == ","
        if self.name == "applied":
            return self.lead in ("to", "at", "with", SIGN, "from", "@")
        if self.name in ("interview", "rejected", "declined") and is_first:
            return self.line.low[at - 1] != "to"
        return self.lead in ("at", "with", "from", "by") and self.name != ""
