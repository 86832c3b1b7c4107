"""Where a name begins and ends in a line, and whether it is a firm's."""

from __future__ import annotations

from pmpath.domain.people import key_of, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.vocabulary import Vocabulary
    from pmpath.domain.words.line import Line

LONGEST_NAME = 4
PARTICLES = ("van", "de", "von", "der", "den", "da", "di", "al", "bin", "del", "ter", "la", "le")


class NameReader:
    """Reads one name of a line, with the people and firms that are known."""

    def __init__(self, line: Line, known: Vocabulary) -> None:
        self.line = line
        self.people = known.people
        self.firms = known.firms
        self.nobody = known.lexicon.table("nobody")
        self.functions = known.lexicon.table("function")
        self.leaders = known.lexicon.table("leader")
        self.suffixes = known.lexicon.table("firm")

    def known_as(self, at: int, after: int) -> str:
        """The label of somebody whose name begins at a word; "" where nobody has it."""
        for last in range(after, at, -1):
            found = self.people.get(key_of(" ".join(self.line.bare[at:last]).removesuffix("'s")))
            if found:
                return found
        return ""

    def told(self, at: int, after: int) -> str:
        """The name as the log keeps it."""
        known = self.known_as(at, after)
        if known:
            return name_of(known)
        name = " ".join(self.line.bare[at:after])
        for ending in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"):
            name = name.removesuffix(ending)
        return (
            " ".join(part[:1].upper() + part[1:] for part in name.split())
            if name == name.lower()
            else name
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
        if "." in line.low[at].strip(".") and not line.low[at].startswith("st."):
            return True
        if (
            after < len(line)
            and not line.end[after - 1]
            and self.suffixes.get(line.low[after]) == "suffix"
            and (line.bare[after][:1].isupper() or line.low[at - 1 : at] == ("the",))
        ):
            return True
        return any(self.suffixes.get(low) == "suffix" for low in line.low[at + 1 : after]) or (
            at > 0
            and line.low[at - 1] in self.suffixes
            and self.suffixes[line.low[at - 1]] == "word"
        )
