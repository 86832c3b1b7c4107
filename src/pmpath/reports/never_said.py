"""What is left out of whatever is made for others: who is private, and what is never to be said.

This is the one place that knows the words. Exports, shared reports and screens, messages and what
is copied ask it, and so none of them can show more than another.
"""

from __future__ import annotations

from pmpath.coach.gathered.private import PrivateNames, private_names
from pmpath.domain.language.lexicon import EVERYDAY
from pmpath.domain.people import key_of, name_of
from pmpath.reports.replacing import Replacing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.coach.situation import Situation
    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.log.journal import Journal
    from pmpath.domain.roadmap.roadmap import Roadmap

    Said = dict[str, str | None]

COMPANY, SOMEBODY, LEFT_OUT = "a company", "somebody", "..."
SIGNS = ",.;:!?\"'()"
# Parts of a name that are not the name of anybody.
NO_NAMES = frozenset([
    "dr", "prof", "mr", "mrs", "ms", "mx", "sir", "herr", "frau", "van", "von", "der", "den", "de",
    "da", "di", "la", "le", "el", "al", "bin", "ibn", "ten", "ter", "zu", "an", "am", "as", "at",
    "be", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of", "on", "or", "so", "to",
    "up", "us", "we", "and", "the", "jr", "sr",
])  # fmt: skip
SHORTEST_PART = 2
# Those of `LEGAL_FORMS` that are no words of a sentence.
FORMS = ("gmbh", "ag", "inc", "ltd", "llc", "plc", "corp", "kg", "bv", "nv", "limited")


def never_said(
    journal: Journal, roadmap: Roadmap, vocabulary: Vocabulary, *, besides: str = ""
) -> Replacing:
    """Hides every name of whoever is private, and the words of `never_say`.

    `besides` is somebody who hears the words: their own name may stay.
    """
    said: Said = {**private_words(journal, besides=besides)}
    said.update(dict.fromkeys(roadmap.never_say, LEFT_OUT))
    return Replacing(said, everyday(vocabulary))


def not_to_say(situation: Situation, besides: str = "") -> tuple[str, ...]:
    """The own list, and the names of whoever is private but `besides`, to be looked at."""
    private = private_names(situation.journal)
    hears = key_of(situation.journal.names.resolved(besides)) if besides else ""
    people = [name for key, name in private.people.items() if key != hears]
    firms = [name for key, name in private.firms.items() if key != besides]
    return tuple(dict.fromkeys([*situation.roadmap.never_say, *people, *firms]))


def everyday(vocabulary: Vocabulary) -> frozenset[str]:
    """First names that are words of every day as well."""
    return frozenset(one for one, kind in vocabulary.lexicon.names.items() if kind == EVERYDAY)


def private_words(journal: Journal, *, besides: str = "") -> Said:
    """By each name of whoever is private what is said instead; None for names that stay."""
    private = private_names(journal)
    return {**_of_people(journal, private, besides), **_of_firms(journal, private, besides)}


def _of_people(journal: Journal, private: PrivateNames, besides: str) -> Said:
    said: Said = {}
    parts: set[str] = set()
    hears = key_of(journal.names.resolved(besides)) if besides else ""
    for key, marked in private.people.items():
        group = journal.names.person(key)
        if key == hears:
            continue
        for name in {*(group.spellings if group else ()), name_of(marked)}:
            said[name] = SOMEBODY
            own = list(_parts(name))
            parts.update(map(key_of, own))
            said.update(dict.fromkeys(own, SOMEBODY))
            if len(own) > 1:
                # Of a name in two parts the other order as well.
                said[" ".join([own[-1], *own[:-1]])] = SOMEBODY
                said[f"{own[-1]}, {' '.join(own[:-1])}"] = SOMEBODY
    for group in journal.names.everybody() if said else ():
        if group.key not in private.people or group.key == hears:
            said.update(_namesakes(group.spellings, parts))
    return said


def _namesakes(spellings: Iterable[str], parts: set[str]) -> Said:
    """Whole names of others that have a part in common: they stay as they are."""
    return {
        one: None
        for one in spellings
        if " " in one and not parts.isdisjoint(map(key_of, one.split()))
    }


def _parts(name: str) -> Iterable[str]:
    """The first name and the last, each of which stands for the person alone as well."""
    for part in name.split():
        plain = part.strip(SIGNS)
        is_name = plain[:1].isupper() or not plain.isascii()
        if len(plain) >= SHORTEST_PART and is_name and plain.casefold() not in NO_NAMES:
            yield plain


def _of_firms(journal: Journal, private: PrivateNames, besides: str) -> Said:
    said: Said = {}
    labels = {one.key: one.firm for one in journal.openings.all() if one.is_named}
    for key, marked in private.firms.items():
        if key == besides:
            continue
        for name in (key, marked.partition(":")[0].strip(), labels.get(key, marked)):
            said[name] = COMPANY
        said |= {f"{key} {form}": COMPANY for form in FORMS}
    return said
