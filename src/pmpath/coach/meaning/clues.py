"""What an eye looks for in entries, as plain values: the build keeps them compiled for `log`."""

from __future__ import annotations

from pmpath.coach.meaning.phrases import ANY_ENDING, words_of
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.coach.meaning.phrases import Opened, Openings
    from pmpath.domain.content.catalog import Catalog


@record
class Clues:
    """The words and ways of one catalog.

    `ways` are actions, each with the values of a `Way`, which `by_object` and `by_event` find by
    their places. `words` and `beginnings` open the phrases. `deeds` says of each action what doing
    it is called; `sent` are those that are done by asking.
    """

    cautions: Mapping[str, tuple[str, ...]]
    ways: tuple[tuple[str, tuple[object, ...]], ...]
    by_object: Mapping[str, tuple[int, ...]]
    by_event: Mapping[str, tuple[int, ...]]
    shelves: Mapping[tuple[str, ...], str]
    words: Openings
    beginnings: Openings
    deeds: Mapping[str, str]
    sent: tuple[str, ...]


def clues_from(catalog: Catalog) -> Clues:
    """The clues of a catalog."""
    ways = [(key, way) for key, one in catalog.actions.items() for way in one.fulfilled_by]
    facts = [one for template in catalog.milestones.values() for one in template.reached]
    words, beginnings = openings([
        *(phrase for words in catalog.cautions.values() for phrase in words),
        *(phrase for _, way in ways for phrase in way.objects + way.beside + way.without),
        *(phrase for one in facts for phrase in one.objects + one.beside),
    ])  # fmt: skip
    return Clues(
        dict(catalog.cautions),
        tuple((key, tuple(way)) for key, way in ways),  # type: ignore[arg-type]
        _places((phrase, at) for at, (_, way) in enumerate(ways) for phrase in way.objects),
        _places(
            (event, at)
            for at, (_, way) in enumerate(ways)
            for event in (() if way.objects else way.events)
        ),
        {title_key(title): shelf for title, shelf in catalog.shelves.items()},
        words,
        beginnings,
        {key: one.deed for key, one in catalog.actions.items()},
        tuple(key for key, one in catalog.actions.items() if one.sends),
    )


def openings(phrases: Iterable[str]) -> tuple[Openings, Openings]:
    """Phrases as content spells them, by the first word; apart those where a `*` ends that word."""
    by_word: dict[str, list[Opened]] = {}
    by_beginning: dict[str, list[Opened]] = {}
    for phrase in dict.fromkeys(phrases):
        first, *rest = phrase.split()
        table = by_beginning if first.endswith(ANY_ENDING) else by_word
        is_exact = not any(word.endswith(ANY_ENDING) for word in rest)
        opened = (phrase, tuple(rest), is_exact)
        table.setdefault(first.rstrip(ANY_ENDING), []).append(opened)
    return _fixed(by_word), _fixed(by_beginning)


def title_key(title: str) -> tuple[str, ...]:
    """The words of a title without its article and what stands behind a colon."""
    words = words_of(title.partition(":")[0])
    return words[1:] if len(words) > 1 and words[0] in ("the", "a") else words


def _fixed(table: Mapping[str, list[Opened]]) -> Openings:
    return {key: tuple(found) for key, found in table.items()}


def _places(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for key, at in pairs:
        found.setdefault(key, []).append(at)
    return {key: tuple(several) for key, several in found.items()}
