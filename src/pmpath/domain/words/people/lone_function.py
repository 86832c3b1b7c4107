"""A function that stands apart from the one name of its line, and is said of it all the same."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person, Somebody

# `met Stadtwerke as a customer`, `met Stadtwerke, they are a customer`.
TELLS = ("as", "is", "are", "was", "were", "als", "ist", "sind")
# `a customer call with Stadtwerke`.
MEETINGS = (
    "call", "calls", "meeting", "interview", "chat", "talk", "coffee", "lunch", "visit", "demo",
    "session", "conversation", "workshop", "gespräch", "termin",
)  # fmt: skip
LEADS = ("with", "at", "to", "mit", "bei")
ARTICLES = ("a", "an", "our", "my", "their", "new", "eine", "ein", "unser", "unsere")


def is_said_of(line: Line, somebody: Somebody, person: Person) -> bool:
    """Whether the function of somebody without a name is what the line says of this person."""
    if somebody.count != 1:
        return False
    if somebody.first >= person.after:
        between = line.low[person.after : somebody.first]
        words = [word for word in between if word not in ARTICLES]
        ends = somebody.after == len(line) or line.end[somebody.after - 1]
        return bool(ends) and words[-1:] in ([one] for one in TELLS)
    between = line.low[somebody.after : person.first]
    meets = bool(between) and between[0] in MEETINGS
    return meets and all(word in (*MEETINGS, *LEADS) for word in between)
