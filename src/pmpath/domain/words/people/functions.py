"""What somebody does at work, as it stands before or behind a name."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line

# Fields of work: behind a name they say where somebody works, before one they are often a firm's.
AREAS = ("product_marketing", "sales", "marketing", "support", "engineer", "design", "finance",
         "legal", "operations")  # fmt: skip
# Words for a field, and not for somebody who works in it: `our designer Milo` is a person.
DEPARTMENTS = frozenset([
    "sales", "marketing", "support", "engineering", "design", "finance", "legal", "operations",
    "ops", "product", "vertrieb", "ventas", "vente", "ventes", "mktg", "mkt", "comms", "accounting",
    "logistics", "customer_success", "commercial",
])  # fmt: skip
FROM = ("from", "in", "of", "du", "de", "aus", "at", "vom", "van")
# `over in sales`, `down in support`.
# How one calls somebody with respect: `Anjali ma'am from sales`.
BEHIND_A_NAME = ("ma'am", "sir", "ji", "san", "madam")
# `Renata she's a product manager`
IS_ONE = ("who's", "she's", "he's", "whos", "shes", "hes")
PLACES = ("over", "down", "up", "out", "back", "here")
# The field of a leader does not end with these: `head of sales and Ben`.
NO_FIELD = ("i", "and", "&", "+", "or", "of", "for")
# Between a name and a function that stands behind a sign.
BETWEEN = (
    "our", "my", "the", "a", "an", "their", "its", "his", "her", "who", "runs", "leads", "heads",
    "works", "is", "does", "in", "from", "new", "he's", "she's", "they're", "he", "she", "both",
    "all", "who's", "whos", "shes", "hes",
)  # fmt: skip


class FunctionReader:
    """Finds functions in one line; `is_search` says that it tells of an opening."""

    def __init__(self, line: Line, lexicon: Lexicon, *, is_search: bool) -> None:
        self.line = line
        self.functions = lexicon.table("function")
        self.leaders = lexicon.table("leader")
        self.is_search = is_search

    def ending(self, at: int) -> tuple[str, int]:
        """The function whose last word is this one, and its length."""
        # "the finance director of a customer"
        for length in (4, 3):
            first = at + 1 - length
            if (
                first >= 0
                and self.line.low[first + 1] == "of"
                and self.functions.get(self.line.low[at]) == "customer"
                and self.line.low[first] in (*self.leaders, *self.functions)
            ):
                return "customer", length
        return self._leading(at) or self._plain(at)

    def _leading(self, at: int) -> tuple[str, int] | None:
        # "VP of Marketing", "head of sales"
        for length in (5, 4, 3, 2):
            first = at + 1 - length
            if (
                first >= 0
                and self.line.low[first] in self.leaders
                and self.line.low[first + 1] in ("of", "for")
                and (self.line.low[at] in self.functions or not self.line.is_capital(at))
                and self.line.low[at] not in NO_FIELD
                and not any(self.line.end[one] or self._closes(one) for one in range(first, at))
            ):
                return self.line.text(first, at + 1), length
        # "VP Sales"
        for length in (3, 2):
            first = at + 1 - length
            field = "_".join(self.line.low[first + 1 : at + 1]) if first >= 0 else ""
            if field in self.functions and self.line.low[first] in self.leaders:
                return self.line.text(first, at + 1), length
        return None

    def _plain(self, at: int) -> tuple[str, int]:
        for length in (4, 3, 2, 1):
            first = at + 1 - length
            if first < 0:
                continue
            form = "_".join(self.line.low[first : at + 1])
            if form in self.functions:
                return self.functions[form], length
            if form in self.leaders:
                return self.line.text(first, at + 1), length
        return "", 0

    def beside(self, after: int) -> tuple[str, int]:
        """The function said behind a name, and the word after it."""
        line = self.line
        if after < len(line) and line.low[after] in BEHIND_A_NAME:
            after += 1
        if after >= len(line):
            return "", after
        if line.raw[after][:1] in "([":
            return self._in_brackets(after)
        parted = line.raw[after] in ("-", "|", "/")
        if line.end[after - 1] == "," or (parted and not self.is_search):
            return self._apposition(after + parted, after)
        if line.end[after - 1]:
            return "", after
        is_question = line.low[after] in ("whos", "who's") and "asked" in line.low[:after]
        if line.low[after] in ("who", "the", "our", "my", *IS_ONE) and not is_question:
            return self._apposition(after, after)
        # "Marlene over in sales"
        step = after + (line.low[after] in PLACES)
        if step < len(line) and line.low[step] in FROM:
            return self._from_a_field(step, after)
        said, length = self.starting(after)
        # In "Tomas's customer call" the customer is somebody else.
        is_said = said and line.low[after] != "product" and not line.low[after - 1].endswith("'s")
        return (said, after + length) if is_said else ("", after)

    def _is_of_the_next(self, behind: int) -> bool:
        """`Ben, our PM Marek`: no sign ends the function before another name."""
        line = self.line
        if behind >= len(line) or line.end[behind - 1] or line.taken[behind]:
            return False
        return line.is_capital(behind) and line.low[behind] not in ("i", "i'm", "i've", "i'd")

    def _in_brackets(self, after: int) -> tuple[str, int]:
        ends = (at for at in range(after, min(after + 6, len(self.line))) if self._closes(at))
        close = next(ends, after)
        said = self.within(after, close + 1)
        return (said, close + 1) if said else ("", after)

    def _closes(self, at: int) -> bool:
        return self.line.raw[at].rstrip(",.;:")[-1:] in (")", "]")

    def _from_a_field(self, first: int, after: int) -> tuple[str, int]:
        """`Tomas from sales`; `from` a customer says where from, and not who."""
        line, at = self.line, first + 1
        while at < len(line) and line.low[at] in ("our", "the", "dem", "der", "la", "le", "het"):
            at += 1
        said, length = line.hit(at, self.functions) if at < len(line) else ("", 0)
        if not said or said == "customer" or line.taken[at]:
            return "", after
        return said, at + length

    def _apposition(self, first: int, after: int) -> tuple[str, int]:
        """`, our VP of Marketing,` and `, who runs our partner sales`."""
        line = self.line
        step, article = first, False
        if line.low[first : first + 2] == ("one", "of"):
            # "Imogen, one of our product managers"
            step = first + 2
        while step < len(line) and line.low[step] in BETWEEN:
            step, article = step + 1, True
            if line.end[step - 1]:
                return "", after
        # "Ben, he says buyers are lost": what he says, and not who he is
        if step >= len(line) or line.taken[step]:
            return "", after
        if line.low[step - 1] in ("he", "she") and line.low[step] != "sells":
            return "", after
        # "told Ines my goal: PM": a sign ends what is hers
        for at in (step, step + 1) if article and not line.end[step] else (step,):
            said, length = self.starting(at)
            if said and self._is_of_the_next(at + length):
                continue
            if said and (
                article
                or line.raw[after] in ("|", "/", "-")
                or at + length == len(line)
                or line.end[at + length - 1]
                or line.taken[at + length]
                or self._is_with_its_field(said, at + length)
                or (
                    said not in AREAS
                    and line.low[at + length] in ("for", "of", "at", "in", "from", "on", "over")
                )
            ):
                return said, at + length
        return "", after

    def _is_with_its_field(self, said: str, at: int) -> bool:
        """`Mirela, PM payments`: one word more, and the piece is over."""
        line = self.line
        ends = bool(line.end[at]) or at + 1 == len(line) or line.taken[at + 1]
        is_title = said not in AREAS and said not in ("customer", "manager")
        return is_title and ends and not line.is_capital(at) and line.low[at] not in self.leaders

    def starting(self, at: int) -> tuple[str, int]:
        """The function that begins at a word, and its length: `VP of Marketing`."""
        line = self.line
        if at >= len(line) or line.taken[at]:
            return "", 0
        if line.low[at] in self.leaders:
            after = at + 1
            if after < len(line) and line.low[after] in ("of", "for") and not line.end[at]:
                after += 1
                while (
                    after < len(line)
                    and not line.end[after - 1]
                    and (
                        line.hit(after, self.functions)[1]
                        or line.low[after]
                        in ("and", "product", "business", "development", "payments")
                    )
                ):
                    after += line.hit(after, self.functions)[1] or 1
                if after == at + 2 and line.low[at + 1] == "of":
                    # "head of growth": a field that no list has is one word.
                    after += (
                        after < len(line) and not line.end[at + 1] and line.low[after].isalpha()
                    )
                # "our CMO for a seat", "head of sales and Ben": no field ends with these.
                while after > at + 1 and line.low[after - 1] in ("for", "and"):
                    after -= 1
            elif after < len(line) and not line.end[at]:
                after += line.hit(after, self.functions)[1]
            return line.text(at, after), after - at
        said, length = line.hit(at, self.functions)
        # "product director", "marketing lead"
        further = at + length
        if (
            said
            and further < len(line)
            and not line.end[further - 1]
            and line.low[further] in (*self.leaders, "lead")
        ):
            return line.text(at, further + 1), length + 1
        return said, length

    def within(self, first: int, after: int) -> str:
        """The first function in a bracket."""
        for at in range(first, after):
            said, _ = self.starting(at)
            if said:
                return said
        return ""
