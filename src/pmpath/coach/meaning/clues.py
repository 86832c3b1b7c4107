"""What an eye looks for in entries, as plain values: the build keeps them compiled for `log`.

A table holds one text for each word, which is parted when the word is met: of thousands of phrases
a sentence has few.
"""

from __future__ import annotations

from pmpath.coach.meaning.phrases import ANY_ENDING, BETWEEN, words_of
from pmpath.domain.content.fulfilment import GROUP, Way
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.domain.content.catalog import Catalog

    Table = Mapping[str, str]

# Between phrases of one text (`phrases` parts them), and between the fields of a way: neither
# stands in a phrase.
FIELD = "\n"


@record
class Clues:
    """The words and ways of one catalog.

    `ways` are actions, each with a `Way` as a text; `by_object` and `by_event` hold their places.
    `words` and `beginnings` hold the phrases by their first word; `groups` the names that stand
    for a phrase of a group. `deeds` says of each action what doing it is called; `sent` are those
    that are done by asking.
    """

    cautions: Table
    ways: tuple[tuple[str, str], ...]
    by_object: Table
    by_event: Table
    shelves: Table
    words: Table
    beginnings: Table
    groups: Table
    deeds: Table
    sent: tuple[str, ...]


def clues_from(catalog: Catalog) -> Clues:
    """The clues of a catalog."""
    ways = [(key, way) for key, one in catalog.actions.items() for way in one.fulfilled_by]
    facts = [one for template in catalog.milestones.values() for one in template.reached]
    named = [
        *(phrase for words in catalog.cautions.values() for phrase in words),
        *(phrase for _, way in ways for phrase in way.objects + way.beside + way.without),
        *(phrase for one in facts for phrase in one.objects + one.beside),
    ]
    grouped = list(catalog.grouped())
    words, beginnings = by_first_word(
        [
            *(phrase for phrase in named if not phrase.startswith(GROUP)),
            *(phrase for phrase, _ in grouped),
        ]
    )
    placed = list(enumerate(way for _, way in ways))
    return Clues(
        {key: BETWEEN.join(phrases) for key, phrases in catalog.cautions.items()},
        tuple((key, way_text(way)) for key, way in ways),
        _joined((phrase, str(at)) for at, way in placed for phrase in way.objects),
        _joined((one, str(at)) for at, way in placed if not way.objects for one in way.events),
        {title_key(title): shelf for title, shelf in catalog.shelves.items()},
        words,
        beginnings,
        # A phrase that content names by itself as well is one of its own names.
        _joined([*grouped, *((one, one) for one in {*named} & {one for one, _ in grouped})]),
        {key: one.deed for key, one in catalog.actions.items()},
        tuple(key for key, one in catalog.actions.items() if one.sends),
    )


def by_first_word(phrases: Iterable[str]) -> tuple[Table, Table]:
    """Phrases as content spells them, by the first word; apart those where a `*` ends that word."""
    first = [(phrase.split(" ", 1)[0], phrase) for phrase in dict.fromkeys(phrases)]
    return (
        _joined((word, phrase) for word, phrase in first if not word.endswith(ANY_ENDING)),
        _joined((word[:-1], phrase) for word, phrase in first if word.endswith(ANY_ENDING)),
    )


def way_text(way: Way) -> str:
    """A way as one text: its fields in order, of which the last alone is not a list of phrases."""
    fields: tuple[tuple[str, ...], ...] = tuple(way)[:-1]  # type: ignore[arg-type]
    return FIELD.join([*(BETWEEN.join(one) for one in fields), way.half])


def way_in(text: str) -> Way:
    """The way that a text holds."""
    *fields, half = text.split(FIELD)
    return Way(*map(parts, fields), half)  # type: ignore[call-arg, arg-type]


def parts(text: str) -> tuple[str, ...]:
    """The phrases of a text; none of an empty one."""
    return tuple(text.split(BETWEEN)) if text else ()


def title_key(title: str) -> str:
    """The words of a title without its article and what stands behind a colon."""
    words = words_of(title.partition(":")[0])
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a") else words)


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: BETWEEN.join(values) for key, values in found.items()}
