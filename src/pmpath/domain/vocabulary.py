"""The words that `log` knows: tracks, the words that hint at them, and the keys of notes."""

from __future__ import annotations

from pmpath.domain.entry import ENGINEERING
from pmpath.domain.lexicon import Lexicon
from pmpath.domain.people import function_of
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# A person's function is a weaker hint than any word of the text.
FUNCTION_TRACKS = (
    ("customers", ("customer", "client", "user", "buyer", "prospect")),
    ("sponsors", ("vp", "head", "director", "ceo", "cmo", "cpo", "leader")),
    ("allies", ("pm", "pmm", "po", "sales", "marketing", "product", "ae", "se")),
)
# Calls are made with colleagues, too: beside a named function these say nothing about a customer.
OF_ANYBODY = frozenset(["call", "calls", "caller", "callers", "demo", "demos", "seat", "feedback"])
EDGES = ".,;:!?()[]{}'\"*_-"


@record
class Vocabulary:
    """`hints` maps a lower-case word to its track; ENGINEERING is a hint, but no track.

    `people` and `firms` are those that the log knows, by the key of the name: the label, and the
    opening.
    """

    tracks: tuple[str, ...]
    hints: Mapping[str, str]
    note_keys: frozenset[str]
    lexicon: Lexicon = Lexicon({}, {}, {})
    people: Mapping[str, str] = {}
    firms: Mapping[str, str] = {}


def guess_track(words: Iterable[str], people: Iterable[str], hints: Mapping[str, str]) -> str:
    """The track most words hint at (the earliest on a tie); else engineering; else the people's.

    Returns the empty string when nothing gives a hint.
    """
    of_people = _track_of_people(people)
    votes: dict[str, int] = {}
    for word in words:
        bare = word.strip(EDGES).casefold()
        track = hints.get(bare, "")
        if track and not (of_people and bare in OF_ANYBODY):
            votes[track] = votes.get(track, 0) + 1
    engineering = votes.pop(ENGINEERING, 0)
    if votes:
        return max(votes, key=lambda track: votes[track])
    # Engineering with a product manager beside one is engineering.
    return ENGINEERING if engineering else of_people


def _track_of_people(people: Iterable[str]) -> str:
    for person in people:
        words = function_of(person).split()
        for track, functions in FUNCTION_TRACKS:
            if any(word in functions for word in words):
                return track
    return ""
