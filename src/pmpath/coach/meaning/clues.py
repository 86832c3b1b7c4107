"""What an eye looks for in entries, as plain values: the build keeps them compiled for `log`.

A table holds one text for each word, which is parted when the word is met: of thousands of phrases
a sentence has few.
"""

from __future__ import annotations

from pmpath.coach.meaning.phrases import words_of
from pmpath.domain.content.fulfilment import BETWEEN
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.language.parted import Parts, Texts

    Table = Mapping[str, str]

CAUTIONS = (
    "not_done", "to_come", "harmless", "others", "by_others", "deeds", "starters", "said", "worry",
    "used", "engineering", "in_passing", "questions", "long_ago", "came_to_nothing", "hearsay",
    "software", "outward", "cut_short", "makers", "outsiders", "tells_met", "tells_listened",
    "tells_sent", "tells_asked", "tells_told", "tells_read", "tells_applied", "tells_published",
    "tells_talk", "tells_volunteered", "own_deeds", "meetings", "meets",
    "shortened", "compounds", "leisure", "past",
)  # fmt: skip
# What was not done and what is to come, together; these and the present job, which a longer phrase
# may cover.
DOUBTS, COVERED = "doubts", "covered"
TOGETHER = {DOUBTS: ("not_done", "to_come"), COVERED: (DOUBTS, "engineering")}


class Clues(Frozen):
    """The words and ways of one catalog.

    `ways` are actions, each with a `Way` behind it as a text; `by_object` and `by_event` hold their
    places.
    `words` and `beginnings` hold the phrases by their first word; `groups` the names that stand
    for a phrase of a group. `deeds` says of each action what doing it is called; `sent` are those
    that are done by asking. `refusals` are phrases that ways only refuse: they excuse no doubt.
    `verbs` has the kinds of each verb, `done_by` the kinds by which an action is done, `understood`
    the words that leave a thing as it is, by track, and `own` the words of each action itself.
    `topics` are actions about anything, `mine` those with a thing of one's own.
    """

    cautions: Table
    ways: Parts
    by_object: Texts
    by_event: Table
    shelves: Table
    words: Texts
    beginnings: Table
    groups: Texts
    deeds: Table
    sent: tuple[str, ...]
    refusals: str
    verbs: Texts
    done_by: Table
    understood: Table
    own: Texts
    topics: tuple[str, ...]
    mine: tuple[str, ...]


class Cautions(dict[str, frozenset[str]]):
    """What a sentence asks for by name, of the cautions of content; each parted when asked for."""

    def __init__(self, texts: Table) -> None:
        self._texts = texts

    def __missing__(self, key: str) -> frozenset[str]:
        if key in TOGETHER:
            found = frozenset().union(*(self[one] for one in TOGETHER[key]))
        elif key in CAUTIONS:
            text = self._texts.get(key, "")
            found = frozenset(text.split(BETWEEN)) if text else frozenset()
        else:
            raise KeyError(key)
        self[key] = found
        return found


def title_key(title: str) -> str:
    """The words of a title without its article and what stands behind a colon."""
    words = words_of(title.partition(":")[0])
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a") else words)
