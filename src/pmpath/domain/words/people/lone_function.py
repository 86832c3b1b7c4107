"""A function that stands apart from the one name of its line, and is said of it all the same."""

from __future__ import annotations

from pmpath.domain.words.meeting_nouns import CUSTOMERS_OWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person, Somebody

# `met Stadtwerke as a customer`, `met Stadtwerke, they are a customer`.
TELLS = ("as", "is", "are", "was", "were", "als", "ist", "sind")
COMPARES = ("as", "als")
# Who is a customer in `met Stadtwerke, they are a customer`; nobody else in `Stadtwerke is one`.
SUBJECTS = frozenset(["they", "she", "he", "who", "which", "now", "it", "sie", "er"])
# `the customer story`: a thing that is named after somebody, and nobody who was there.
OF_A_THING = frozenset([
    "story", "stories", "page", "pages", "portal", "data", "import", "export", "api", "table",
    "record", "records", "db", "database", "journey", "segment", "segments", "base", "id", "ids",
    "survey", "surveys", "satisfaction", "churn", "schema", "object", "model", "service", "module",
    "settings", "profile", "profiles", "dashboard", "field", "fields", "flag", "flags", "file",
    "files", "list", "note", "notes", "faq", "guide", "email", "emails", "ticket", "tickets", "bug",
    "bugs", "problem", "problems", "question", "questions", "quote", "quotes", "value",
])  # fmt: skip
LEADS = ("with", "at", "to", "mit", "bei")
# `Marlene, she's in sales`: what somebody does, said later.
SHE_IS = (
    "she's",
    "he's",
    "they're",
    "she\N{RIGHT SINGLE QUOTATION MARK}s",
    "he\N{RIGHT SINGLE QUOTATION MARK}s",
)
SHE = ("she", "he", "they", "who")
DOES = ("is", "works", "work", "are", "sits")
ARTICLES = ("a", "an", "our", "my", "their", "new", "eine", "ein", "unser", "unsere")


def is_said_of(line: Line, somebody: Somebody, person: Person) -> bool:
    """Whether the function of somebody without a name is what the line says of this person."""
    if somebody.count != 1:
        return False
    if somebody.first >= person.after:
        between = line.low[person.after : somebody.first]
        words = [word for word in between if word not in ARTICLES]
        ends = somebody.after == len(line) or line.end[somebody.after - 1]
        told = words[-1:] in ([one] for one in TELLS)
        # "told Ines that my goal is PM": said of the goal
        is_hers = words[-1:] in ([one] for one in COMPARES) or SUBJECTS.issuperset(words[-2:-1])
        return bool(ends) and told and is_hers
    between = line.low[somebody.after : person.first]
    meets = bool(between) and between[0] in CUSTOMERS_OWN
    return meets and all(word in (*CUSTOMERS_OWN, *LEADS) for word in between)


def field_of(line: Line, person: Person, functions: Mapping[str, str]) -> str:
    """The function that the line says later of the one it names: `she's in sales`, `he is a PM`."""
    for at in range(person.after, len(line) - 1):
        if line.low[at] in SHE_IS:
            start = at + 1
        elif line.low[at] in SHE and line.low[at + 1] in DOES:
            start = at + 2
        else:
            continue
        words = range(start, len(line))
        start = next((one for one in words if line.low[one] not in (*ARTICLES, "in")), start)
        said, length = line.hit(start, functions) if start < len(line) else ("", 0)
        after = start + length
        if said and (after == len(line) or line.end[after - 1] or line.taken[after]):
            return said
    return ""
