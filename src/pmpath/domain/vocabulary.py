"""The words that `log` knows: tracks, the words that hint at them, and the keys of notes."""

from __future__ import annotations

from datetime import date

from pmpath.domain.lexicon import Lexicon
from pmpath.domain.record import record

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


@record
class Vocabulary:
    """`hints` maps a lower-case word to its track; ENGINEERING is a hint, but no track.

    `people` and `firms` are those that the log knows, by the key of the name: the label, and the
    opening. `plan_start` gives the first day of the plan, and is asked only where an old day needs
    it.
    """

    tracks: tuple[str, ...]
    hints: Mapping[str, str]
    note_keys: frozenset[str]
    lexicon: Lexicon = Lexicon({}, {}, {})
    people: Mapping[str, str] = {}
    firms: Mapping[str, str] = {}
    plan_start: Callable[[], date | None] | None = None
