"""`Connections.csv` of LinkedIn: who somebody is, and since when one knows them."""

from __future__ import annotations

from datetime import date, datetime

from pmpath.domain.people import label
from pmpath.formats.readers.columns import rows_of
from pmpath.formats.readers.foreign import Foreign, Keys, Skipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

FIRST, LAST, SINCE = "First Name", "Last Name", "Connected On"
ADDRESS, COMPANY, POSITION = "URL", "Company", "Position"
NEEDED = (FIRST, LAST, SINCE)
DAYS = ("%d %b %Y", "%d %B %Y", "%Y-%m-%d")
# Whom the plan counts; anybody else would only be one more name that a line may mean.
COUNTED = frozenset([
    "product", "marketing", "sales", "founder", "founding", "owner", "vp", "ceo", "cmo", "cpo",
    "cro", "coo", "cto", "chief", "head", "director", "president", "partnerships", "pm", "pmm",
    "account",
])  # fmt: skip
SHORTER = (("product marketing manager", "PMM"), ("product manager", "PM"))


def read_linkedin(source: Source, wanted: Wanted) -> Found:
    """Connections whose position the plan counts; the address, or name and day, is the identity."""
    rows = rows_of(source, begins=is_header)
    number, header = next(rows, (1, []))
    names = [name.strip() for name in header]
    if any(name not in names for name in NEEDED):
        raise source.fault(
            number, f"No line has the columns {', '.join(NEEDED)}.",
            "Import Connections.csv exactly as LinkedIn exported it.",
        )  # fmt: skip
    keys = Keys()
    for number, cells in rows:
        if any(cell.strip() for cell in cells):
            row = dict(zip(names, (cell.strip() for cell in cells), strict=False))
            yield _connection(f"line {number}", row, keys)


def is_header(line: str) -> bool:
    """Whether the columns of connections stand on this line, behind whatever notes."""
    return all(name in line for name in NEEDED)


def _connection(place: str, row: dict[str, str], keys: Keys) -> Foreign | Skipped:
    name = person_name(f"{row.get(FIRST, '')} {row.get(LAST, '')}")
    day = _day(row.get(SINCE, ""))
    position, company = row.get(POSITION, ""), row.get(COMPANY, "")
    if not name:
        return Skipped(place, "it has no name")
    if day is None:
        return Skipped(place, f'"{row.get(SINCE, "")[:40]}" is not a day')
    if COUNTED.isdisjoint(_words(position)):
        return Skipped(place, "this position does not count for the plan")
    told = ", ".join(part for part in (position, company) if part)
    key = keys.of(row.get(ADDRESS) or (name, row[SINCE]))
    return Foreign(
        place, key, f"{name}, {told}: connected on LinkedIn", day,
        people=(label(name, _shorter(position)),), is_contact=True,
    )  # fmt: skip


def person_name(text: str) -> str:
    """A name on one line, without what stands in brackets: there our functions stand."""
    return " ".join(text.partition(" (")[0].split())


def _words(position: str) -> set[str]:
    return set("".join(char if char.isalnum() else " " for char in position.lower()).split())


def _shorter(position: str) -> str:
    """`Senior PM` for `Senior Product Manager`, without brackets."""
    plain = " ".join(position.replace("(", " ").replace(")", " ").split())
    for long, short in SHORTER:
        at = plain.casefold().find(long)
        if at >= 0:
            return plain[:at] + short + plain[at + len(long) :]
    return plain


def _day(text: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None
