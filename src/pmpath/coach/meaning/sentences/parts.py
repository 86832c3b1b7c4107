"""The deeds of a line that tells of several: `coffee with Ben, and sent Lena the one-pager`."""

from __future__ import annotations

from pmpath.coach.meaning.clues import CAUTIONS
from pmpath.coach.meaning.phrases import words_of
from pmpath.coach.meaning.sentences.several import JOINS
from pmpath.domain.content.fulfilment import NO_EVENT
from pmpath.domain.entry import Entry
from pmpath.domain.people import name_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from pmpath.coach.meaning.sentences.sentence import Sentence

SIGNS = (",", ";", ".", "!", "+", "&")
# Behind a join: what leads to the deed.
LEADS = frozenset(["and", "then", "i", "also", "later", "afterwards", "plus", "&", "+", "that"])
# `and told me about it`, `and he showed me`: nothing of mine.
TO_ME = frozenset(["me", "us"])
# Whom the part before names.
PRONOUNS = frozenset(["her", "him", "them", "she", "he", "they"])
# Where the event of a part stands, which content says of each verb: `tells_met`.
TELLS = "tells_"
PARTED = (";", ".", "+", "&", "!")
# Behind a comma these rather tell how, or whom, of the same deed.
GOES_ON = ("met", "told", "listened", "read", "published", "talk")
# The first deed has to be told as fully as another.
SHORTEST = 2


def parts_of(said: Sentence) -> list[Entry]:
    """An entry of each deed, with the people and numbers of its own words.

    None where there are fewer than two, or where one of them is not told as a deed of mine.
    """
    if said.has_another_subject or said.is_hearsay:
        return []
    events = {
        verb: key.removeprefix(TELLS)
        for key in CAUTIONS
        if key.startswith(TELLS)
        for verb in said.cautions[key]
    }
    texts = _texts(said.entry.text, said.cautions["own_deeds"] | events.keys(), events)
    if len(texts) < SHORTEST:
        return []
    told = [_event_of(words_of(text), events) for text in texts]
    if said.event != NO_EVENT and said.event not in told:
        return []
    return _entries(said.entry, texts, told)


def _texts(text: str, verbs: Set[str], events: Mapping[str, str]) -> list[str]:
    """The words of each deed; what begins with none belongs to the one before."""
    words = text.split()
    starts = [0]
    at = 1
    while at < len(words):
        joined = words[at].casefold() in JOINS or words[at] in PARTED
        if not (joined or words[at - 1].endswith(SIGNS)):
            at += 1
            continue
        first = at
        while first < len(words) and words[first].casefold().strip(",") in LEADS:
            first += 1
        # "a meetup, met Ole there": a comma alone may go on with the same
        is_parted = first > at or words[at - 1].endswith(PARTED)
        if _is_deed(words, first, verbs, None if is_parted else events):
            starts.append(first)
        at = max(first, at + 1)
    ends = [*starts[1:], len(words)]
    return [" ".join(words[first:end]) for first, end in zip(starts, ends, strict=True)]


def _is_deed(words: list[str], at: int, verbs: Set[str], goes_on: Mapping[str, str] | None) -> bool:
    """Whether a verb of mine begins here, and goes on with more."""
    low = [word.casefold().strip(",.;:!?") for word in words[at : at + 2]]
    if len(low) < SHORTEST or low[1] in TO_ME or low == ["had", "to"]:
        return False
    return low[0] in verbs and not (goes_on and goes_on.get(low[0]) in GOES_ON)


def _event_of(words: tuple[str, ...], events: Mapping[str, str]) -> str:
    """The event that the first words of a part tell."""
    return next((events[word] for word in words[:3] if word in events), NO_EVENT)


def _entries(entry: Entry, texts: list[str], told: list[str]) -> list[Entry]:
    found: list[Entry] = []
    for text, event in zip(texts, told, strict=True):
        words = words_of(text)
        people = tuple(one for one in entry.people if _is_named(one, words))
        if not people and found and not PRONOUNS.isdisjoint(words):
            people = found[-1].people
        found.append(
            changed(
                entry,
                text=text,
                event="" if event == NO_EVENT else event,
                half="",
                stage="",
                people=people,
                metrics=tuple(one for one in entry.metrics if _has_its_number(one, text)),
                evidence=() if people else entry.evidence,
                notes={},
                tags=(),
                next=None,
                book=entry.book if event == "read" else "",
                opening=entry.opening if event == "applied" else "",
            )
        )
    return found


def _is_named(person: str, words: tuple[str, ...]) -> bool:
    name = words_of(name_of(person))
    return any(words[at : at + 1] == name[:1] for at in range(len(words))) if name else False


def _has_its_number(metric: object, text: str) -> bool:
    sides = (getattr(metric, "before", None), getattr(metric, "after", None))
    return any(side is not None and str(side) in text for side in sides)
