"""The words that `log` knows: tracks, the words that hint at them, and the keys of notes."""

from __future__ import annotations

from datetime import date

from pmpath.domain.language.lexicon import Lexicon
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# What people are called by what they do, by the track on which one meets them.
FUNCTION_TRACKS = (
    ("customers", ("customer", "client", "user", "buyer", "prospect")),
    ("sponsors", ("vp", "head", "director", "ceo", "cmo", "cpo", "leader")),
    ("allies", ("pm", "pmm", "po", "sales", "marketing", "product", "ae", "se")),
)
EDGES = ".,;:!?()[]{}'\"*_-"


class Vocabulary(Frozen):
    """`hints` maps a lower-case word to its track; ENGINEERING is a hint, but no track.

    `people` and `firms` are those that the log knows, by the key of the name: the label, and the
    opening. Keys in `nobody` were twice said to be no person; `unguessed` are tracks, each with the
    words of a line for which it is not guessed. `plan_start` gives the first day of the plan, and
    is asked only where an old day needs it.
    """

    tracks: tuple[str, ...]
    hints: Mapping[str, str]
    note_keys: frozenset[str]
    lexicon: Lexicon = Lexicon({}, {}, {})
    people: Mapping[str, str] = {}
    firms: Mapping[str, str] = {}
    nobody: frozenset[str] = frozenset()
    unguessed: tuple[tuple[str, frozenset[str]], ...] = ()
    plan_start: Callable[[], date | None] | None = None


class KnownNames(Frozen):
    """What the reading of a next line needs of the log; small enough to be kept in an index.

    `people` has the label by every key that may be typed for somebody, `firms` the opening by the
    key of the firm. Keys in `nobody` were twice no person; `unguessed` are the tracks, each with
    the words of a line that is not guessed to be on it. `is_derived` says that there is more to it
    than the names that stand in the lines themselves.
    """

    people: Mapping[str, str] = {}
    firms: Mapping[str, str] = {}
    nobody: frozenset[str] = frozenset()
    unguessed: tuple[tuple[str, frozenset[str]], ...] = ()
    is_derived: bool = False
