"""The look at what was logged: titles of talks and pieces, ladders, technical volunteer work."""

from __future__ import annotations

from datetime import date

from pmpath.coach.situation import Situation
from pmpath.coach.statement.check import Checker
from pmpath.coach.statement.checkers import checker_of
from pmpath.coach.statement.evidence import BUILT, HARD, SOFT, marks_in
from pmpath.coach.statement.words import sentences_of, words_of
from pmpath.domain.log.gathered.texts import LADDER, VOLUNTEERING, SaidText
from pmpath.domain.record import Frozen
from pmpath.domain.side_kinds import LEADS_WITH_TECHNOLOGY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

# What a look has to say: begin with what somebody gains; climb on; that is engineering.
TITLE, CLIMB, ENGINEERING = "title", "climb", "engineering"


class Look(Frozen):
    """A text that was logged, and why it is named; `words` are what the verdict rests on."""

    entry: str
    day: date
    kind: str
    text: str
    why: str
    words: tuple[str, ...]


def looks(texts: Iterable[SaidText], checker: Checker) -> tuple[Look, ...]:
    """What is to be said of the texts, in their order; of most nothing."""
    found = (_look(one, checker) for one in sorted(texts, key=lambda text: text.order))
    return tuple(one for one in found if one is not None)


def looks_at(situation: Situation, days: Container[date]) -> tuple[Look, ...]:
    """What is to be said of the texts of these days; without any, no list is made."""
    texts = [one for one in situation.journal.observed.texts if one.day in days]
    return looks(texts, checker_of(situation)) if texts else ()


def _look(one: SaidText, checker: Checker) -> Look | None:
    if one.kind == VOLUNTEERING:
        words = _engineering_in(one.text, checker)
        return _of(one, ENGINEERING, words) if words else None
    checked = checker.check(one.text)
    if one.kind == LADDER:
        ends = bool(checked.value) and checked.verdict != LEADS_WITH_TECHNOLOGY
        return None if ends else _of(one, CLIMB, checked.technology)
    return _of(one, TITLE, checked.words) if checked.verdict == LEADS_WITH_TECHNOLOGY else None


def _of(one: SaidText, why: str, words: tuple[str, ...]) -> Look:
    return Look(one.entry, one.day, one.kind, one.text, why, words)


def _engineering_in(text: str, checker: Checker) -> tuple[str, ...]:
    """The words by which volunteer work is engineering; none where it is marketing as well."""
    lists = checker.lists
    low = [one.low for said in sentences_of(text) for one in words_of(said)]
    if any(lists["volunteer_marketing"].length_at(low, at) for at in range(len(low))):
        return ()
    marks = [
        one
        for said in sentences_of(text)
        for one in marks_in(words_of(said), lists, lambda _: False).of(HARD, SOFT, BUILT)
    ]
    built = [low[at] for at in range(len(low)) for name in ("technical_builder", "builder")
             if lists[name].length_at(low, at)]  # fmt: skip
    made = [one.text for one in marks if one.kind == SOFT
            and lists["volunteer_engineering"].has(one.text)]  # fmt: skip
    hard = [one.text for one in marks if one.kind == HARD]
    return tuple(dict.fromkeys([*hard, *made])) if hard or (built and made) else ()
