"""Guesses that were corrected twice, and are not made again.

A name that is twice no person is none from then on. A track is guessed from the words: what two
corrected entries have in common led to it, and a line with all of that is not guessed so again.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import combinations

from pmpath.domain.entry import Entry
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.words.taken_back import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TWICE = 2
TRACK, PEOPLE = "track=", "people="
# So many corrections of one track are looked at, the latest: each is held against each other.
MOST_CORRECTIONS = 60


class StruckGuess(Frozen):
    """A track that a line with all of these words is not guessed to be on, from an instant on."""

    track: str
    words: frozenset[str]
    since: datetime


class Struck(Frozen):
    """Guesses not to be made: `nobody` has keys of names, each with the instant of its second no.

    Entries that were written before keep what was guessed then.
    """

    nobody: Mapping[str, datetime] = {}
    tracks: tuple[StruckGuess, ...] = ()

    def without(self, entry: Entry) -> Entry:
        """The entry as it would be had this machine known of the corrections when it was written.

        What a person amended stays.
        """
        if not (self.nobody or self.tracks):
            return entry
        fixed = entry.amended.fields if entry.amended else ()
        at = datetime.fromisoformat(entry.at)
        people = entry.people
        if self.nobody and "people" in entry.guessed and "people" not in fixed:
            late = {key for key, since in self.nobody.items() if since < at}
            people = tuple(one for one in people if key_of(one) not in late)
        is_guess = "track" in entry.guessed and "track" not in fixed
        words = words_of(entry.text.split()) if self.tracks and is_guess else frozenset()
        is_struck = any(
            one.track == entry.track and one.since < at and one.words <= words
            for one in self.tracks
        )
        if people == entry.people and not (is_guess and is_struck):
            return entry
        return changed(entry, people=people, track="" if is_struck else entry.track)


class Corrections:
    """Add entries in any order; `struck` says what they amount to."""

    def __init__(self) -> None:
        self._nobody: dict[str, list[tuple[datetime, str]]] = {}
        self._tracks: dict[str, list[tuple[datetime, str, frozenset[str]]]] = {}

    def add(self, entry: Entry) -> None:
        """Whatever a person took back of what the words of this entry were guessed to mean."""
        if entry.amended is None or not entry.amended.lost:
            return
        at = datetime.fromisoformat(entry.amended.at)
        for lost in entry.amended.lost:
            if lost.startswith(PEOPLE):
                self._nobody.setdefault(lost.removeprefix(PEOPLE), []).append((at, entry.id))
            elif lost.startswith(TRACK):
                one = (at, entry.id, words_of(entry.text.split()))
                self._tracks.setdefault(lost.removeprefix(TRACK), []).append(one)

    def struck(self) -> Struck:
        """The guesses that were taken back twice."""
        nobody = {
            key: sorted(several)[TWICE - 1][0]
            for key, several in sorted(self._nobody.items())
            if len(several) >= TWICE
        }
        found: dict[tuple[str, frozenset[str]], datetime] = {}
        for track, several in self._tracks.items():
            latest = sorted(several, key=lambda one: one[:2])[-MOST_CORRECTIONS:]
            for (_, _, mine), (at, _, theirs) in combinations(latest, 2):
                words = mine & theirs
                if words:
                    known = found.get((track, words), datetime.max.replace(tzinfo=UTC))
                    found[track, words] = min(at, known)
        return Struck(nobody, _fewest(found))


def _fewest(found: Mapping[tuple[str, frozenset[str]], datetime]) -> tuple[StruckGuess, ...]:
    """Without those that another of the same track covers, by fewer words and no later."""
    ordered: Iterable[tuple[tuple[str, frozenset[str]], datetime]] = sorted(
        found.items(), key=lambda item: (item[0][0], len(item[0][1]), sorted(item[0][1]), item[1])
    )
    kept: list[StruckGuess] = []
    for (track, words), since in ordered:
        if not any(
            one.track == track and one.words <= words and one.since <= since for one in kept
        ):
            kept.append(StruckGuess(track, words, since))
    return tuple(kept)
