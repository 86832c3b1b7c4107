"""What `log` and `status` need of the roadmap, by a look at its lines: no TOML parser, no fault.

What was done today is worth keeping before a broken roadmap is mended, and a shell prompt is no
place for its faults.
"""

from __future__ import annotations

from datetime import date, time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.disk.paths import Folder

DAY_ENDS = time(4)
PEOPLE, ANSWERS = "[people]", "[answers]"
# The answers that are names.
NAMING = ("contacts", "leaders")
SINCE = " since "


def day_ends_of(folder: Folder) -> time:
    """The time until which it is still the day before; the default where none can be read."""
    for line in _lines(folder):
        key, equals, value = line.partition("=")
        if equals and key.strip() == "day_ends":
            return _half_day_time(value)
        if line.lstrip().startswith("["):
            break
    return DAY_ENDS


def start_of(folder: Folder) -> date | None:
    """The first day of the plan; None where none can be read."""
    section = ""
    for line in _lines(folder):
        if line.lstrip().startswith("["):
            section = line.strip()
        key, equals, value = line.partition("=")
        if equals and key.strip() == "start" and section == "[target]":
            try:
                return date.fromisoformat(value.partition("#")[0].strip().strip("\"'"))
            except ValueError:
                return None
    return None


def people_named(folder: Folder) -> list[str]:
    """Everybody whom the roadmap names, as `Lena (PM)`; whatever cannot be read names nobody.

    They are the contacts and leaders of its answers and those of `[people]`.
    """
    found: list[str] = []
    # Of fifty tables two have names: the others are not looked at line by line.
    for table in f"\n{_text(folder)}".split("\n[")[1:]:
        head, _, rest = table.partition("\n")
        section = "[" + head.partition("#")[0].strip()
        if section == PEOPLE:
            found += _keys(rest)
        elif section == ANSWERS:
            found += _names_answered(rest)
    # `Ida (head of sales) since 2026-10-01` tells since when she knows.
    return [one.partition(SINCE)[0].strip() for one in found]


def _keys(table: str) -> list[str]:
    """The keys of a table, whatever is set for them."""
    keys = (line.partition("=")[0].strip() for line in table.splitlines() if "=" in line)
    return [key.strip("\"'") for key in keys if key[:1] != "#"]


def _names_answered(table: str) -> list[str]:
    """The names among the answers; a list of them may go on for several lines."""
    open_list = ""
    found: list[str] = []
    for line in table.splitlines():
        if open_list or line.partition("=")[0].strip() in NAMING:
            open_list += line + "\n"
            if "]" in line:
                found += _strings(open_list)
                open_list = ""
    return found


def _strings(assignment: str) -> list[str]:
    """The strings of one list; only one that is written in an unusual way is parsed."""
    if not {"\\", "'", "#"}.intersection(assignment):
        return assignment.split('"')[1::2]
    import tomllib

    try:
        (found,) = tomllib.loads(assignment).values()
    except ValueError:
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def has_vacations(folder: Folder) -> bool:
    """Whether a vacation is declared, so that reading the whole roadmap is worth its time."""
    return any(line.lstrip().startswith("[[vacation]]") for line in _lines(folder))


def _lines(folder: Folder) -> list[str]:
    """The lines of the roadmap; none where it cannot be read."""
    return _text(folder).splitlines()


def _text(folder: Folder) -> str:
    """The text of the roadmap; none where it cannot be read."""
    try:
        # Decoded by hand: the codec that knows a byte order mark would be loaded for it alone.
        with open(folder.roadmap, "rb") as file:
            text = file.read().decode(errors="replace")
    except OSError:
        return ""
    return text.removeprefix("\N{BYTE ORDER MARK}")


def _half_day_time(value: str) -> time:
    text = value.partition("#")[0].strip().strip("\"'")
    try:
        found = time.fromisoformat(text)
    except ValueError:
        return DAY_ENDS
    # Other spellings of a time, some with an offset, are faults that the roadmap's reader names.
    return found if found.hour < 12 and found.isoformat("minutes") == text else DAY_ENDS
