"""The clues of a catalog: made by the build, and without one by the process that needs them."""

from __future__ import annotations

from pmpath.coach.meaning.clues import Clues, title_key
from pmpath.coach.meaning.phrases import ANY_ENDING, words_of
from pmpath.domain.content.fulfilment import BETWEEN, FIELD, GROUP, Way, way_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.coach.meaning.clues import Table
    from pmpath.domain.content.catalog import Catalog


def clues_from(catalog: Catalog) -> Clues:
    """The clues of a catalog."""
    texts = [(key, way) for key, one in catalog.actions.items() for way in one.ways]
    ways = [(key, way_in(way)) for key, way in texts]
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
        tuple(f"{key}{FIELD}{way}" for key, way in texts),
        _joined((phrase, str(at)) for at, way in placed for phrase in way.objects),
        _joined((one, str(at)) for at, way in placed if not way.objects for one in way.events),
        {title_key(title): shelf for title, shelf in catalog.shelves.items()},
        words,
        beginnings,
        # A phrase that content names by itself as well is one of its own names.
        _joined([*grouped, *((one, one) for one in {*named} & {one for one, _ in grouped})]),
        {key: one.deed for key, one in catalog.actions.items()},
        tuple(key for key, one in catalog.actions.items() if one.sends),
        BETWEEN.join(_refusals(catalog, [way for _, way in ways], grouped)),
        _joined((verb, kind) for kind, verbs in catalog.verbs.items() for verb in verbs),
        {key: BETWEEN.join(one.done_by) for key, one in catalog.actions.items()},
        {track: BETWEEN.join(words) for track, words in catalog.understood.items()},
        _own_words(catalog, ways, grouped),
        tuple(key for key, one in catalog.actions.items() if one.topic),
        tuple(key for key, one in catalog.actions.items() if one.mine),
    )


def _own_words(
    catalog: Catalog, ways: Iterable[tuple[str, Way]], grouped: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """By action, the words by which content tells of it and of what belongs to it."""
    phrases: dict[str, list[str]] = {}
    for phrase, group in grouped:
        phrases.setdefault(group, []).append(phrase)
    found = {
        key: dict.fromkeys(words_of(f"{one.title} , {one.done_when} , {one.deed}"))
        for key, one in catalog.actions.items()
    }
    for key, way in ways:
        for name in way.objects + way.beside:
            for phrase in phrases.get(name, [name]):
                found[key].update(dict.fromkeys(phrase.split()))
    return {key: BETWEEN.join(sorted(words)) for key, words in found.items()}


def _refusals(
    catalog: Catalog, ways: Iterable[Way], grouped: Iterable[tuple[str, str]]
) -> Iterable[str]:
    """Phrases that only `without` names: `will send` does not say that it was sent."""
    wanted = {one for words in catalog.cautions.values() for one in words}
    refused: set[str] = set()
    for way in ways:
        wanted.update(way.objects, way.beside)
        refused.update(way.without)
    for phrase, group in grouped:
        (wanted if group in wanted else refused).add(phrase)
    return sorted(one for one in refused - wanted if " " in one)


def by_first_word(phrases: Iterable[str]) -> tuple[Table, Table]:
    """Phrases as content spells them, by the first word; apart those where a `*` ends that word."""
    first = [(phrase.split(" ", 1)[0], phrase) for phrase in dict.fromkeys(phrases)]
    return (
        _joined((word, phrase) for word, phrase in first if not word.endswith(ANY_ENDING)),
        _joined((word[:-1], phrase) for word, phrase in first if word.endswith(ANY_ENDING)),
    )


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: BETWEEN.join(values) for key, values in found.items()}
