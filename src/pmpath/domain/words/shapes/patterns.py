"""Events that no fixed phrase tells: `gave my little talk`, `wk 11: moved 3, avoided 1`."""

from __future__ import annotations

from pmpath.domain.words.found import OF_A_SEARCH, Event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line

# Beside what moved: a look back.
AVOIDED = frozenset(["avoided", "dodged", "ducked", "skipped", "dodge", "avoid", "avoiding"])
WEEKS = frozenset(["week", "wk", "weekly", "next", "week's"])


def patterns_in(line: Line, lexicon: Lexicon) -> tuple[Event, ...]:
    """The events of the line that its shape tells; of each kind the first."""
    words = frozenset(line.low)
    found = list(_gapped(line, lexicon, words))
    if "moved" in words and words & AVOIDED and words & WEEKS:
        # "wk 11: moved 3, avoided 1, next wk 3"
        at = line.low.index("moved")
        found.append(Event("review", at, at + 1))
    if words & OF_A_SEARCH:
        from pmpath.domain.words.shapes.search_shapes import SearchShapes

        found += SearchShapes(line, lexicon).read()
    return tuple(found)


def _gapped(line: Line, lexicon: Lexicon, words: frozenset[str]) -> Iterator[Event]:
    """`gap.talk: gave|held..talk|session`: both words in one clause, few others between them."""
    for form, name in lexicon.tables.get("gap", {}).items():
        firsts, _, lasts = form.partition("..")
        heads = words.intersection(firsts.split("|"))
        tails = words.intersection(lasts.split("|")) if heads else heads
        if tails:
            from pmpath.domain.words.shapes.gaps import first_gap

            event = first_gap(line, name, heads, tails)
            if event:
                yield event
