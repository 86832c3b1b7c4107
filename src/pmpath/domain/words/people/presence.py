"""Whether somebody without a name was there, or was only spoken of."""

from __future__ import annotations

from itertools import pairwise

from pmpath.domain.entry import Evidence
from pmpath.domain.words.meeting_nouns import CUSTOMERS_OWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Somebody
    from pmpath.domain.words.people.people import PeopleReader

# Behind these comes what was said, or what it was about.
SPOKEN_OF = frozenset([
    "as", "while", "when", "about", "regarding", "re", "on", "that", "where", "whether", "how",
    "why", "because",
    "said", "says", "saying", "told", "tells", "thinks", "thought", "wants", "advised", "advises",
    "suggested", "suggests", "recommended", "recommends", "mentioned", "mentions", "advice", "tip",
])  # fmt: skip
# What may stand between two who were there, once a sign has ended the first part of the sentence.
LISTED = frozenset([
    "and", "&", "+", "plus", "with", "w/", "a", "an", "the", "one", "another", "our", "their",
    "its", "his", "her", "my", "then", "later", "also", "some", "few", "several", "und", "ein",
    "eine",
])  # fmt: skip
DASHES = ("-", "--", "–", "—", "|", ":")
# What may follow somebody of whom no more is told.
PLACED = frozenset(["at", "from", "in", "of", "about", "on", "over", "for", "und", "and", "&", "+"])


def contacts_of(people: PeopleReader, event: int, lexicon: Lexicon) -> tuple[Evidence, ...]:
    """Whoever has no name and was at the meeting that word `event` tells of, by function."""
    there = were_there(people, event, lexicon)
    return tuple(Evidence("contact", one.function, one.count) for one in there)


def were_there(people: PeopleReader, event: int, lexicon: Lexicon) -> list[Somebody]:
    """Those without a name who were at the meeting that word `event` tells of."""
    ends = [event + 1, *(one.after for one in people.found)]
    ends += [one.after for one in people.unnamed]
    return [one for one in people.unnamed if _was_there(one, ends, people.line, lexicon)]


def _was_there(somebody: Somebody, ends: list[int], line: Line, lexicon: Lexicon) -> bool:
    """Whether somebody was met, as in `met Lena, Tom and two customers`.

    Who is told of was not there: `coffee with Lena; she said to call a customer`. `ends` are the
    words behind the meeting and behind everybody else.
    """
    start = max((end for end in ends if end <= somebody.first), default=0)
    if not start:
        return line.clause[somebody.first] == line.clause[ends[0] - 1]
    between = [at for at in range(start, somebody.first) if not line.taken[at]]
    words = [line.low[at].strip(".") for at in between if line.raw[at] not in DASHES]
    subjects = lexicon.table("others")
    if any(word in SPOKEN_OF or subjects.get(word) == "subject" for word in words):
        return False
    counts = lexicon.table("count")
    if any(
        word == "to" and not (behind in LISTED or behind in counts or behind.isdecimal())
        for word, behind in pairwise(words)
    ):
        # "got Ana to promise a list of users"
        return False
    is_parted = len(words) < len(between) or line.clause[start - 1] != line.clause[somebody.first]
    return not is_parted or (_ends(somebody, line) and _is_list(words, lexicon))


def _is_list(words: list[str], lexicon: Lexicon) -> bool:
    """Whether these only lead from one person to the next: `, then lunch with two`."""
    counts, events = lexicon.table("count"), lexicon.table("event")
    return all(
        word in LISTED or word in counts or word in events or word.isdecimal() for word in words
    )


def _ends(somebody: Somebody, line: Line) -> bool:
    """Whether no more is told of them: not so in `met Ines: a customer had called her`."""
    behind = somebody.after
    is_last = behind == len(line) or line.end[behind - 1] or line.taken[behind]
    return bool(is_last) or line.low[behind] in PLACED or line.low[behind] in CUSTOMERS_OWN
