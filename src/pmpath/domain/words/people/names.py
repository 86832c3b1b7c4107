"""Where a name begins and ends in a line, and whether it is a firm's."""

from __future__ import annotations

from pmpath.domain.language.lexicon import EVERYDAY
from pmpath.domain.people import as_a_name, key_of, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.words.line import Line

LONGEST_NAME = 4
# Around an everyday word in small letters that is somebody's name as well.
BEFORE_A_NAME = ("with", "met", "told", "asked", "called")
BEFORE_TO = ("thanks", "talked", "spoke", "listened")
BEHIND_A_NAME = (
    "about", "again", "and", "at", "for", "from", "in", "on", "over", "that", "to", "today", "i",
    "if", "who", "whether", "why", "how", "what", "yesterday",
)  # fmt: skip
# Before a capital inside a name: DeVries, MacKay, VanDam.
OF_NAMES = ("de", "mac", "van", "la", "le", "di", "du", "fitz", "del", "von", "al", "el", "st")
PARTICLES = ("van", "de", "von", "der", "den", "da", "di", "al", "bin", "del", "ter", "la", "le")


class NameReader:
    """Reads one name of a line, with the people and firms that are known."""

    def __init__(self, line: Line, known: Vocabulary) -> None:
        self.line = line
        self.people = known.people
        self.firms = known.firms
        self.names = known.lexicon.names
        # Names that the user said are nobody, and words of the language that are nobody's name.
        self.no_people = known.nobody
        self.nobody = known.lexicon.table("nobody")
        self.functions = known.lexicon.table("function")
        self.leaders = known.lexicon.table("leader")
        self.suffixes = known.lexicon.table("firm")

    def known_as(self, at: int, after: int) -> str:
        """The label of somebody whose name begins at a word; "" where nobody has it."""
        for last in range(after, at, -1):
            found = self.people.get(key_of(" ".join(self.line.bare[at:last]).removesuffix("'s")))
            if found and not self._is_everyday_word(at, last):
                return found
        return ""

    def _is_everyday_word(self, at: int, after: int) -> bool:
        """Whether small letters are not a name here: `to mark the tickets`, `and will send it`."""
        line = self.line
        if line.is_capital(at) or self.names.get(line.low[at]) != EVERYDAY:
            return False
        before = line.low[at - 1] if at else ""
        is_led = before in BEFORE_A_NAME or (before == "to" and line.low[at - 2] in BEFORE_TO)
        goes_on = after == len(line) or bool(line.end[after - 1]) or line.taken[after]
        return not (is_led and (goes_on or line.low[after] in BEHIND_A_NAME))

    def is_nobody(self, at: int, after: int) -> bool:
        """Whether somebody said twice that this name is not a person."""
        if not self.no_people:
            return False
        return key_of(" ".join(self.line.bare[at:after]).removesuffix("'s")) in self.no_people

    def told(self, at: int, after: int) -> str:
        """The name as the log keeps it."""
        known = self.known_as(at, after)
        if known and not self._is_another(at, after):
            return name_of(known)
        name = " ".join(self.line.bare[at:after])
        for ending in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"):
            name = name.removesuffix(ending)
        return as_a_name(name)

    def _is_another(self, at: int, after: int) -> bool:
        """Whether a known name goes on: `Lena Krause` says more than the Lena who is known."""
        if key_of(" ".join(self.line.bare[at:after]).removesuffix("'s")) in self.people:
            return False
        further = range(at + 1, after)
        return all(self.line.is_capital(one) for one in further) and not any(
            self.line.low[one] in self.firms for one in further
        )

    def end(self, at: int) -> int:
        """Behind which word the name that begins here ends."""
        line = self.line
        after = at + 1
        if not line.is_capital(at):
            return after
        while after < len(line) and after - at < LONGEST_NAME and not line.end[after - 1]:
            if line.raw[after][:1] in "(\"'[" or line.taken[after]:
                break
            particle = line.low[after] in PARTICLES
            if particle:
                if not self._leads_on(after):
                    break
            elif self._is_no_name(after):
                break
            after += 1
        while after - at > 1 and line.low[after - 1] in PARTICLES:
            after -= 1
        return after

    def _leads_on(self, at: int) -> bool:
        """Whether a name goes on behind a particle: `van der Berg`."""
        near = range(at, min(at + 3, len(self.line)))
        ahead = next((one for one in near if self.line.low[one] not in PARTICLES), at)
        return self.line.is_capital(ahead) and self.line.low[ahead] not in self.nobody

    def _is_no_name(self, at: int) -> bool:
        line, low = self.line, self.line.low[at]
        is_job = bool(line.hit(at, self.functions)[1]) or low in self.leaders
        return not line.is_capital(at) or low in self.nobody or is_job

    def is_firm(self, at: int, after: int) -> bool:
        """Whether these words are the name of a firm, and of nobody."""
        line = self.line
        key = key_of(" ".join(line.bare[at:after]))
        if key in self.firms or line.low[at] in self.firms:
            return key not in self.people
        if is_camel_case(line.bare[at]):
            return True
        if "." in line.low[at].strip(".") and not line.low[at].startswith("st."):
            return True
        if (
            after < len(line)
            and not line.end[after - 1]
            and self.suffixes.get(line.low[after]) == "suffix"
            and (line.bare[after][:1].isupper() or line.low[at - 1 : at] == ("the",))
        ):
            return True
        parts = [low.removesuffix("'s") for low in line.low[at + 1 : after]]
        return any(self.suffixes.get(low) == "suffix" for low in parts) or (
            at > 0
            and line.low[at - 1] in self.suffixes
            and self.suffixes[line.low[at - 1]] == "word"
        )


def is_camel_case(word: str) -> bool:
    """`OpenTelemetry` is a thing; `McKay`, `DeVries` and `O'Brien` are people."""
    inner = word[1:].lstrip("ce") if word[:1] == "M" else word[1:]
    capital = next((at for at, char in enumerate(inner) if char.isupper()), 0)
    is_part = word[: capital + 1].casefold() in OF_NAMES or not word[1:2].isalpha()
    return capital > 0 and word != word.upper() and "-" not in word and not is_part
