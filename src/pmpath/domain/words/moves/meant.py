"""What `it` is: `1h on the case study with Ines, she wants it by the 12th`."""

from __future__ import annotations

from pmpath.domain.words.events.my_word import GIVEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import date

    from pmpath.domain.words.found import Found
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person
    from pmpath.domain.words.times import Times

PRONOUNS = ("it", "this", "that", "these", "those", "them", "one", "both", "all")
BEFORE_A_THING = ("on", "about", "at", "with", "worked", "work", "i")
WANTED = ("asked", "asks", "wants", "wanted", "needs", "needed", "requested")
BEFORE_SOMEBODY = ("with", "w/", "for", "mit")

THEM = ("her", "him", "them")
OF_IT = ("the", "a", "an", "my", "our", "some", "it", "this", "that")
BETWEEN_NAMES = ("and", "&", "+", "or", "both", "plus", "")

# What stands around a thing and is not part of it: `for the deck by`, `coffee moved to`.
LEADING = (
    "the", "a", "an", "for", "to", "that", "about", "re", "her", "him", "them", "and", "by",
    "until", "due", "on", "before", "till", "gets", "i", "of", "with", "i'll", "will", "shall",
    "must", "should", "need", "wants", "needs",
)  # fmt: skip
MOVED = frozenset(["moved", "pushed", "postponed", "shifted", "rescheduled"])
INVITED = frozenset(["invited", "invite", "invites", "invitation"])
# A meeting that stands before one of these and a day is still to come.
SET = frozenset([
    "is", "booked", "scheduled", "planned", "confirmed", "set", "moved", "fixed", "pencilled",
    "penciled", "arranged", "agreed", "pushed", "postponed", "shifted", "rescheduled",
])  # fmt: skip
QUOTES = ('"', "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")
OWES = ("owes", "owe", "owed")
BEHIND_A_THING = frozenset(
    [*LEADING, *MOVED, *SET, "from", "got", "was", "been", "rebooked", "rearranged", "promised"]
)
# When it is wanted is not what is wanted.
SOON = ("next week", "this week", "next month", "tomorrow", "today", "soon")


def what_is_meant(
    line: Line,
    places: range,
    person: Person | None,
    people: Sequence[Person],
    lengths: Container[int] = (),
) -> str:
    """What a move is about, by the words at these places; empty where they do not say it.

    `lengths` are the places of the words that tell how long it will be: half an hour of somebody.
    """
    named = _named_together(line, places, person, people)
    if person is not None:
        named |= _named_again(line, places)
    if person is not None and places.start < person.first < places.stop:
        # "get back to Priya about the demo"
        named.update([person.first - 1] if line.low[person.first - 1] in ("to", "with") else ())
    kept = (at for at in places if at in lengths or not line.taken[at])
    words = [line.raw[at] for at in kept if at not in named]
    if len(words) > 1 and words[-1].casefold() in PRONOUNS:
        words = [*words[:-1], _thing_asked_for(line, places.start) or words[-1]]
    words = without_edges(_without_when(words))
    what = "" if " ".join(words).casefold() in SOON else " ".join(words).strip(" ,.;:")
    return thing_meant(line, people) if what.casefold() in PRONOUNS else what


def _named_again(line: Line, places: range) -> set[int]:
    """The pronoun of `send her the numbers`, where the name is said beside it."""
    for verb in range(places.start, min(places.start + 3, places.stop - 2)):
        if line.low[verb] in GIVEN and line.low[verb + 1] in THEM and line.low[verb + 2] in OF_IT:
            return {verb + 1}
    return set()


def _only_leads(line: Line, places: range) -> bool:
    """Whether no verb stands there: `for Lena's reply`."""
    return all(line.low[at] in LEADING for at in places)


def _owns(line: Line, person: Person) -> bool:
    """Whether something of theirs is named: `Lena's mail`."""
    return line.low[person.after - 1].endswith("'s") and not line.end[person.after - 1]


def _without_when(words: list[str]) -> list[str]:
    """`one-pager` of `one-pager next week`."""
    for when in SOON:
        length = len(when.split())
        said = " ".join(words[-length:]).casefold().strip(" ,.;:")
        if said == when and len(words) > length:
            return words[:-length]
    return words


def _named_together(
    line: Line, places: range, person: Person | None, people: Sequence[Person]
) -> set[int]:
    """The places of whom it is about: `Tom (sales) and Ida (PM)` of `asked Tom and Ida for a seat`.

    All who lead the words, and who stand behind the first of them with `and`.
    """
    inside = {at for one in people for at in range(one.first, one.after)}
    named = set(range(person.first, person.after)) if person else set()
    if person and _owns(line, person) and not _only_leads(line, range(places.start, person.first)):
        named.clear()  # "answer Lena's mail"; what "Lena's reply" is, who waits for it knows
    for first in (places.start, *((person.after,) if person else ())):
        joined: list[int] = []
        for at in range(first, places.stop):
            joined.append(at)
            if at in inside:
                named.update(joined)
            elif line.low[at] not in BETWEEN_NAMES:
                break
    return named


def days_ahead(line: Line, times: Times) -> tuple[Found[date], ...]:
    """The days that were agreed, from today on, and that stand in no quote.

    A pasted page is longer than the line that is read.
    """
    here = (one for one in times.agreed if one.after <= len(line))
    ahead = (one for one in here if one.value and one.value >= times.today)
    return tuple(one for one in ahead if not _is_quoted(line, one.first))


def _is_quoted(line: Line, place: int) -> bool:
    """`wrote down "I want to see tomorrow at a glance"`: what somebody said is no plan of mine.

    A quote that is not closed behind the place is none.
    """
    begins = [line.raw[at].lstrip("([").startswith(QUOTES) for at in range(place + 1)]
    ends = [raw.rstrip(",.;:!?)]").endswith(QUOTES) for raw in line.raw]
    opened = next((at for at in range(place, -1, -1) if begins[at]), None)
    return opened is not None and not any(ends[opened:place]) and any(ends[place:])


def without_edges(words: list[str]) -> list[str]:
    """The words of a thing without those that lead to it or tell when it is."""
    first, last = 0, len(words)
    while first < last and words[first].casefold().strip(",:;") in LEADING:
        first += 1
    if first < last and words[first].casefold() in OWES:
        first += 1 + (words[first + 1 : first + 2] in (["me"], ["us"]))
        first += words[first : first + 1] in (["the"], ["a"], ["an"])
    while last > first and words[last - 1].casefold().strip(",.:;") in BEHIND_A_THING:
        last -= 1
    return words[first:last]


def thing_meant(line: Line, people: Sequence[Person]) -> str:
    """The thing that the first part of a line is about; empty where it names none."""
    found: list[str] = []
    for at in range(len(line)):
        is_somebody = any(one.first <= at < one.after for one in people)
        if line.clause[at] or is_somebody or line.low[at] in BEFORE_SOMEBODY:
            break
        if not line.taken[at] and (found or line.low[at] not in BEFORE_A_THING):
            found.append(line.raw[at])
    return " ".join(found).strip(" ,.;:")


def _thing_asked_for(line: Line, before: int) -> str:
    """What `them` is in `Marcus asked for the churn numbers, promised to send them`; or empty."""
    asked = next((at for at in range(before) if line.low[at] in WANTED), None)
    if asked is None or line.clause[asked] == line.clause[before]:
        return ""
    same = range(asked + 1, before)
    found = [line.raw[at] for at in same if line.clause[at] == line.clause[asked]]
    return " ".join(without_edges(found)).strip(" ,.;:")
