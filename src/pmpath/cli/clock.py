"""The one door through which time enters."""

from __future__ import annotations

from datetime import datetime

from pmpath.domain.errors import UsageError
from pmpath.domain.when.calendar import EARLIEST_YEAR, LATEST_YEAR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def now(environment: Mapping[str, str]) -> datetime:
    """The present instant with the local offset.

    `PMPATH_TODAY` replaces it: a date means noon of that day, a date-time needs its offset.
    """
    pinned = environment.get("PMPATH_TODAY")
    if not pinned:
        return datetime.now().astimezone()
    try:
        instant = datetime.fromisoformat(pinned)
    except ValueError:
        raise UsageError(
            f'PMPATH_TODAY is "{pinned}", which is not a date.', hint="Write 2027-03-05."
        ) from None
    if not EARLIEST_YEAR <= instant.year <= LATEST_YEAR:
        raise UsageError(
            f'PMPATH_TODAY is "{pinned}"; years from {EARLIEST_YEAR} to {LATEST_YEAR} are allowed.',
            hint="Write 2027-03-05.",
        )
    if len(pinned) == len("2027-03-05"):
        return instant.replace(hour=12).astimezone()
    if instant.tzinfo is None:
        raise UsageError("The time in PMPATH_TODAY has no UTC offset.", hint="Add +01:00 or Z.")
    return instant
