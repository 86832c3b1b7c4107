"""What is wrong with `fulfilled_by` and `reached`: one sentence for each fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from tests.content.fulfilment_tables import Way
from tests.content.tables import Action, Book, Milestone

# Kinds of verbs by which any action is done, and none.
FOR_ALL = frozenset(["anything", "nothing"])
# Events that say enough alone: whoever applies applies.
ENOUGH = frozenset(["review", "applied"])


def way_faults(
    actions: Iterable[Action], books: Iterable[Book], tracks: Set[str], groups: Set[str]
) -> Iterator[str]:
    """Every action can be fulfilled by a line, and no line fulfils it by its event alone."""
    shelves = {book.shelf for book in books} | {"other"}
    signs = {f"<{group}>" for group in groups}
    for action in actions:
        where = f"actions/{action.id.partition('.')[0]}.toml: {action.id}"
        whole = [way for way in action.fulfilled_by if way.half is None]
        if not whole and not action.sends:
            yield f"{where} is fulfilled by nothing; fulfilled_by needs a way without half"
        if action.sends and action.asks and len(whole) == len(action.fulfilled_by):
            yield f"{where} is done by sending and has no way with half = ask"
        for way in action.fulfilled_by:
            if way.half is not None and not action.people:
                yield f"{where} is asked of nobody and has a way with half = ask"
            yield from (f"{where} {fault}" for fault in _of_way(way, shelves, tracks))
            named = {one for phrases in way.phrases for one in phrases if one.startswith("<")}
            for one in sorted(named - signs):
                yield f"{where} names a group that does not exist: {one}"


def _of_way(way: Way, shelves: Set[str], tracks: Set[str]) -> Iterator[str]:
    named = way.who or way.objects or way.has or way.shelves or way.tracks
    if not named and not ENOUGH.issuperset(way.events):
        yield f"is fulfilled by any entry that is {' or '.join(way.events)}"
    if not {"none", "any"}.isdisjoint(way.events) and not (way.objects or way.has or way.tracks):
        yield "is fulfilled by an entry without an event that names no object"
    for phrases in way.phrases:
        for one in dict.fromkeys(one for one in phrases if phrases.count(one) > 1):
            yield f"has the phrase {one} {phrases.count(one)} times in one list"
    if way.enough > 1 and len(way.beside) < way.enough:
        yield f"wants {way.enough} phrases beside its object and names {len(way.beside)}"
    for one in way.objects:
        if one in way.without:
            yield f"wants the phrase {one} and refuses it"
    yield from (f"names a shelf with no book: {one}" for one in way.shelves if one not in shelves)
    yield from (
        f"names a track that does not exist: {one}" for one in way.tracks if one not in tracks
    )


def verb_faults(actions: Iterable[Action], kinds: Set[str]) -> Iterator[str]:
    """Every action is done by verbs of a kind that there is, and every kind does one.

    Of two kinds one does any action, and one none.
    """
    named = {kind for action in actions for kind in action.done_by}
    for action in actions:
        where = f"actions/{action.id.partition('.')[0]}.toml: {action.id}"
        for kind in action.done_by:
            if kind not in kinds - FOR_ALL:
                yield f"{where} is done by a kind of verbs that does not exist: {kind}"
    for kind in sorted(kinds - FOR_ALL - named):
        yield f"verbs.toml: no action is done by {kind}"


def reached_faults(
    milestones: Iterable[Milestone], actions: Set[str], tracks: Set[str]
) -> Iterator[str]:
    """Every milestone is reached by facts, or says why only judgment can tell."""
    for one in milestones:
        where = f"milestones.toml: {one.id}"
        if bool(one.reached) == (one.judged is not None):
            yield f"{where} needs either reached or judged"
        for facts in one.reached:
            for action in facts.actions:
                if action not in actions:
                    yield f"{where} is reached by an action that does not exist: {action}"
            for track in facts.tracks:
                if track not in tracks:
                    yield f"{where} is reached on a track that does not exist: {track}"
            if not (facts.actions or facts.events or facts.objects or facts.has):
                yield f"{where} is reached by any entry: {facts.tells}"
            if facts.asked and not facts.actions:
                yield f"{where} counts what was asked for and names no action"
