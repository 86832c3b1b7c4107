"""What an eye looks for in entries, as plain values: the build keeps them compiled for `log`.

A table holds one text for each word, which is parted when the word is met: of thousands of phrases
a sentence has few.
"""

from __future__ import annotations

from pmpath.coach.meaning.phrases import ANY_ENDING, words_of
from pmpath.domain.content.fulfilment import BETWEEN, GROUP, Way, way_in
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.domain.content.catalog import Catalog
    from pmpath.domain.content.parted import Texts

    Table = Mapping[str, str]
    Cautions = Mapping[str, frozenset[str]]

CAUTIONS = (
    "not_done", "to_come", "harmless", "others", "by_others", "deeds", "starters", "said", "worry",
    "used", "engineering", "in_passing", "questions", "long_ago", "came_to_nothing", "hearsay",
    "software", "outward", "cut_short", "makers", "outsiders", "tells_met", "tells_listened",
    "tells_sent", "tells_asked", "tells_told", "tells_read", "tells_applied", "tells_published",
    "tells_talk", "tells_volunteered", "own_deeds", "meetings", "meets",
    "shortened", "compounds", "leisure", "past",
)  # fmt: skip
# What was not done and what is to come, together.
DOUBTS = "doubts"
# These and the present job, which a longer phrase may cover.
COVERED = "covered"


@record
class Clues:
    """The words and ways of one catalog.

    `ways` are actions, each with a `Way` as a text; `by_object` and `by_event` hold their places.
    `words` and `beginnings` hold the phrases by their first word; `groups` the names that stand
    for a phrase of a group. `deeds` says of each action what doing it is called; `sent` are those
    that are done by asking. `refusals` are phrases that ways only refuse: they excuse no doubt.
    `verbs` has the kinds of each verb, `done_by` the kinds by which an action is done, `understood`
    the words that leave a thing as it is, by track, and `own` the words of each action itself.
    `topics` are actions about anything, `mine` those with a thing of one's own.
    """

    cautions: Table
    ways: tuple[tuple[str, str], ...]
    by_object: Texts
    by_event: Table
    shelves: Table
    words: Texts
    beginnings: Table
    groups: Texts
    deeds: Table
    sent: tuple[str, ...]
    refusals: str
    verbs: Texts
    done_by: Table
    understood: Table
    own: Texts
    topics: tuple[str, ...]
    mine: tuple[str, ...]


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
        tuple(texts),
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


def cautions_by(table: Mapping[str, Iterable[str]]) -> Cautions:
    """What a sentence asks for by name, of the cautions of content."""
    found = {key: frozenset(table.get(key, ())) for key in CAUTIONS}
    doubts = found["not_done"] | found["to_come"]
    return {**found, DOUBTS: doubts, COVERED: doubts | found["engineering"]}


def title_key(title: str) -> str:
    """The words of a title without its article and what stands behind a colon."""
    words = words_of(title.partition(":")[0])
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a") else words)


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: BETWEEN.join(values) for key, values in found.items()}
