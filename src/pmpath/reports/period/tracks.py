"""What the minutes of a period went into: one track beside the other."""

from __future__ import annotations

from pmpath.coach.numbers.burn_up import WHOLE
from pmpath.coach.situation import Situation
from pmpath.domain.entry import Entry
from pmpath.domain.record import Frozen


class TrackMinutes(Frozen):
    """Path minutes of the period on one track; "" is the track of entries without one.

    `permille` is what they are of the minutes of the greatest track.
    """

    track: str
    name: str
    minutes: int
    permille: int


def main_track_of(tracks: tuple[TrackMinutes, ...]) -> TrackMinutes | None:
    """The track that has more than half of the minutes."""
    total = sum(one.minutes for one in tracks)
    return next((one for one in tracks if one.track and one.minutes * 2 > total), None)


def by_track_of(situation: Situation, entries: tuple[Entry, ...]) -> tuple[TrackMinutes, ...]:
    """Path minutes by track, most first."""
    minutes: dict[str, int] = {}
    for entry in entries:
        if entry.is_path_action:
            minutes[entry.track] = minutes.get(entry.track, 0) + entry.minutes
    tracks, most = situation.catalog.tracks, max(minutes.values(), default=1)
    return tuple(
        TrackMinutes(
            key, tracks[key].name if key in tracks else key, amount, amount * WHOLE // most
        )
        for key, amount in sorted(minutes.items(), key=lambda item: (-item[1], item[0]))
    )
