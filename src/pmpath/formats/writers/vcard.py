"""vCards of the people of the log, a card each, in the version that a reader needs."""

from __future__ import annotations

from pmpath.formats.text import one_line, stable_id
from pmpath.formats.values import Facts, Person
from pmpath.formats.writers.content_lines import content_line, escaped, long_text_line, text_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NEWEST, OLDER = "4.0", "3.0"
VERSIONS = (NEWEST, OLDER)


def vcards(facts: Facts, version: str = NEWEST) -> Iterator[str]:
    """A card for everybody who has a name."""
    for person in facts.people:
        yield "".join(_card(person, version))


def _card(person: Person, version: str) -> Iterator[str]:
    name = one_line(person.name)
    uid = stable_id("person", person.key)
    yield content_line("BEGIN", "VCARD")
    yield content_line("VERSION", version)
    yield content_line("UID", uid.urn if version == NEWEST else str(uid))
    yield text_line("FN", name)
    yield content_line("N", _parts(name))
    if person.function:
        yield text_line("TITLE", person.function)
    yield text_line("CATEGORIES", "pmpath")
    if note := _note(person):
        yield long_text_line("NOTE", note)
    yield content_line("END", "VCARD")


def _parts(name: str) -> str:
    """Family name and given name; the last word is the family name unless a comma says so."""
    family, comma, given = name.partition(",")
    if not comma:
        given, _, family = name.rpartition(" ")
        if not given:
            given, family = family, ""
    return f"{escaped(family.strip())};{escaped(given.strip())};;;"


def _note(person: Person) -> str:
    lines = []
    if person.first is not None and person.last is not None:
        lines.append(f"First contact {person.first}, last {person.last}")
    lines += [f"Worry: {one_line(worry)}" for worry in person.worries]
    return "\n".join(lines)
