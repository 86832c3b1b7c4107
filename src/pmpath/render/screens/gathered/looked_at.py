"""What a look at a text says: its verdict, what is beside it, where a statement is weak."""

from __future__ import annotations

from pmpath.coach.statement import weak as weak_kinds
from pmpath.coach.statement.check import (
    DROPPED,
    HEARD,
    NO_NUMBER,
    NO_PERSON,
    NO_WORDS,
    ONLY_PRAISE,
    ONLY_VAGUE,
    OTHER_LANGUAGE,
    Remark,
)
from pmpath.coach.statement.evidence import PRAISE, STRATEGY
from pmpath.coach.statement.looks import CLIMB, ENGINEERING, Look
from pmpath.coach.statement.weak import Weak
from pmpath.domain.log.gathered.texts import PIECE, TALK
from pmpath.render.page.text import clip

SHOWN, WORDS_SHOWN = 60, 8
KIND = {TALK: "The talk", PIECE: "The piece"}
# Each field: how it is called, and the question that fills it.
ASKED = {
    "audience": "Which hiring manager, in what kind of company?",
    "need": "Which problem do they have that makes them hire?",
    "category": "Which role do you want them to see you in?",
    "value": "What do they get once you are there?",
    "alternative": "Who would they hire instead of you, or would the job stay open?",
    "difference": "What do you bring that the alternative does not?",
    "proof": "Which number, before and after, shows it?",
    "why_now": "Why is this the right moment?",
}  # fmt: skip
REMARKS = {
    NO_WORDS: "Too few of its words are on the lists of technology and of value.",
    OTHER_LANGUAGE: "It is not in English, and the word lists are.",
    ONLY_PRAISE: "Praise without substance ({words}): who gains, and how much?",
    ONLY_VAGUE: "Everybody promises this ({words}): who gains, and how much?",
    HEARD: "This is something you heard. What will the person who said it gain?",
    NO_PERSON: "It does not say who gains.",
    NO_NUMBER: "It has no number from their work: time, money, how many.",
    DROPPED: "Named to rule it out, so it does not count: {words}.",
    PRAISE: "Praise says nothing by itself: {words}.",
    STRATEGY: '"{words}" promises influence. Which concrete result do you bring?',
}
WEAK = {
    weak_kinds.TOO_WIDE: (
        'The audience is everybody ("{words}"). Which manager, in what kind of company?'
    ),
    weak_kinds.TECHNOLOGY: "The {field} talks about technology: {words}.",
    weak_kinds.NOT_THE_ROLE: "The category does not name the role you aim at: {words}.",
    weak_kinds.LIST_OF_SKILLS: "The value is a list of skills ({words}). What do they get?",
    weak_kinds.NOBODY_NAMED: (
        'The alternative names nobody ("{words}"). Another engineer, a PM from outside, nobody?'
    ),
    weak_kinds.SAME: "The difference says the same as the value.",
    weak_kinds.VAGUE: "The value shows no change: who does what differently, and by how much?",
    weak_kinds.NO_PROOF: "No proof yet: the log has no number before and after.",
    weak_kinds.NOT_IN_LOG: "The proof is not in your log. Log it: pmpath log calls: 5 to 2 a week",
    weak_kinds.TOO_LONG: "It has {words} words; 60 are enough.",
    PRAISE: REMARKS[PRAISE],
    STRATEGY: REMARKS[STRATEGY],
}


def field_name(name: str) -> str:
    """`why now` for why_now."""
    return name.replace("_", " ")


def remark_text(one: Remark) -> str:
    """A remark as a sentence with its words."""
    return REMARKS[one.kind].format(words=words_text(one.words))


def weak_text(one: Weak) -> str:
    """A weak spot as a sentence; a missing field is asked for."""
    if one.kind == weak_kinds.MISSING:
        return f"The {field_name(one.field)} is missing. {ASKED[one.field]}"
    return WEAK[one.kind].format(field=field_name(one.field), words=words_text(one.words))


def words_text(words: tuple[str, ...]) -> str:
    """The first of the words, as they stand in a sentence."""
    shown = ", ".join(clip(one, SHOWN) for one in words[:WORDS_SHOWN])
    return f"{shown}, and {len(words) - WORDS_SHOWN} more" if len(words) > WORDS_SHOWN else shown


def look_text(one: Look) -> str:
    """What is said of a title, a ladder or a volunteer hour that was logged."""
    said = clip(one.text, SHOWN)
    words = f" ({words_text(one.words)})" if one.words else ""
    if one.why == ENGINEERING:
        return (
            f'"{said}" is engineering{words}. What counts here is marketing or business '
            "development for them, with a number before and after."
        )
    if one.why == CLIMB:
        return (
            f'The ladder ends with "{said}"{words}. So what? '
            "Climb on to money, time, risk, growth or a person."
        )
    return (
        f'{KIND[one.kind]} "{said}" leads with technology{words}. Begin with what the reader gains.'
    )
