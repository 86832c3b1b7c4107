"""The role that a line names: `junior product manager`, `PM for integrations`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

LONGEST_ROLE = 6
# Behind one of these the role is over; a bracket belongs to it.
SIGNS = (",", ".", ";", ":", "!", "?", "-", "/", "|", ")")
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
    "w/",
    "w",
    "con",
    "@",
)
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
    "@",
    "w/",
)


# What firms say somebody lacks, behind the name of the role.
MISSED = frozenset([
    "experience", "exp", "background", "skills", "exposure", "work", "knowledge", "training",
    "certificate", "course", "practice", "background", "track", "portfolio",
])  # fmt: skip


class RoleReader:
    """Finds roles among the words of one line that name nobody."""

    def __init__(self, line: Line, lexicon: Lexicon, people: PeopleReader) -> None:
        self.line = line
        self.people = people
        self.roles = lexicon.words("role", "role")
        self.firm_words = lexicon.words("firm", "word")

    def is_free(self, at: int) -> bool:
        """Whether the word belongs to no fact and to nobody yet."""
        return not self.line.taken[at] and not any(
            one.first <= at < one.after for one in self.people.found
        )

    def begins(self, at: int) -> bool:
        """Whether a role begins here: one of its words, after up to three that belong to it."""
        line = self.line
        for ahead in range(4):
            step = at + ahead
            if step >= len(line) or (ahead and line.end[step - 1]) or not self.is_free(step):
                return False
            if line.low[step] in LEADS or line.low[step] in self.firm_words:
                return False
            if any(form in self.roles for form in line.forms[step]):
                return not self._is_asked_of_me(step) and (
                    ahead == 0
                    or line.low[at] in (*ROLE_BEFORE, "the", "a", "an", "their")
                    or (not line.bare[at][:1].isupper())
                )
        return False

    def _is_asked_of_me(self, at: int) -> bool:
        """`not enough PM experience`, `too little product work`: what was missed, and no role."""
        after = at + max(self.line.hit(at, dict.fromkeys(self.roles, ""))[1], 1)
        return not self.line.end[after - 1] and self.line.word(after) in MISSED

    def at(self, at: int) -> tuple[str, int]:
        """The role that begins here, and the word after it."""
        line = self.line
        while line.low[at] in ("the", "a", "an", "their", "this"):
            at += 1
        end = at
        while end < len(line) and end - at < LONGEST_ROLE and self.is_free(end):
            low = line.low[end]
            if end > at and (low in ROLE_ENDS or not low):
                break
            end += 1
            if line.end[end - 1] in SIGNS:
                break
        role = " ".join(line.raw[at:end]).strip(" " + "".join(SIGNS[:-1]))
        if (role.endswith(")") and "(" not in role) or role.startswith("("):
            role = role.strip("()")
        return role, end

    def anywhere(self) -> str:
        """The role named anywhere in the line; empty when there is none."""
        line = self.line
        for at in range(len(line)):
            if (
                self.is_free(at)
                and any(form in self.roles for form in line.forms[at])
                and line.low[at] not in ("product", "presales")
                and not self._is_asked_of_me(at)
            ):
                first = at
                while first and line.low[first - 1] in ROLE_BEFORE and not line.end[first - 1]:
                    first -= 1
                return self.at(first)[0]
        return ""
