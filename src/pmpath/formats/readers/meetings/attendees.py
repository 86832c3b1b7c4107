"""Who was invited to a meeting: people alone, by the names that the calendar has for them."""

from __future__ import annotations

from pmpath.domain.record import Frozen
from pmpath.formats.readers.linkedin import person_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from icalendar import Event

MAIL = "mailto:"
# Rooms and things that are booked, and who said no.
NOT_THERE = {"CUTYPE": ("ROOM", "RESOURCE"), "PARTSTAT": ("DECLINED",)}
# With more people than this nobody in particular was met.
MOST = 12


class Guests(Frozen):
    """The people of a meeting: the name by the address of each, in the order of the file."""

    named: tuple[tuple[str, str], ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Everybody's address."""
        return tuple(address for address, _ in self.named)

    def names(self, you: str) -> tuple[str, ...]:
        """The names of the others; nobody's where there are too many."""
        others = [name for address, name in self.named if address != you and name]
        return tuple(dict.fromkeys(others)) if len(others) <= MOST else ()


def guests_of(event: Event) -> Guests:
    """Everybody who was invited and did not decline, and who invited them."""
    found: dict[str, str] = {}
    for name in ("ORGANIZER", "ATTENDEE"):
        given = event.get(name, [])
        for one in given if isinstance(given, list) else [given]:
            parameters = getattr(one, "params", {})
            said = {key: str(parameters.get(key, "")).upper() for key in NOT_THERE}
            if not any(said[key] in values for key, values in NOT_THERE.items()):
                address = str(one).strip().lower().removeprefix(MAIL)
                found[address] = _name(str(parameters.get("CN", "")), address) or found.get(
                    address, ""
                )
    return Guests(tuple(found.items()))


def _name(common: str, address: str) -> str:
    """The name that stands there, or the one that `lena.weber@example.com` tells."""
    plain = person_name(common.strip().strip('"'))
    if plain and "@" not in plain:
        return plain
    parts = address.partition("@")[0].replace("_", ".").split(".")
    is_name = len(parts) > 1 and all(part.isalpha() and len(part) > 1 for part in parts)
    return " ".join(part.capitalize() for part in parts) if is_name else ""
