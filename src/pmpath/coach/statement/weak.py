"""Where a statement is weak: what a reader outside engineering would stumble over."""

from __future__ import annotations

from pmpath.coach.statement.check import Checked, Checker
from pmpath.coach.statement.evidence import PRAISE, STRATEGY
from pmpath.coach.statement.sentence import joined
from pmpath.coach.statement.words import words_of
from pmpath.domain.content.late import late_pattern
from pmpath.domain.record import Frozen
from pmpath.domain.side_kinds import LEADS_WITH_TECHNOLOGY, SIX_FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pmpath.domain.metric import Metric

# The order in which the fields are best worked out: against whom first.
WORK_ORDER = ("alternative", "difference", "value", "audience", "need", "category")
MISSING, TOO_WIDE, TECHNOLOGY, NOT_THE_ROLE, LIST_OF_SKILLS, NOBODY_NAMED, SAME, VAGUE = (
    "missing", "too wide", "technology", "not the role", "list of skills", "nobody named",
    "same", "vague",
)  # fmt: skip
NO_PROOF, NOT_IN_LOG, TOO_LONG = "no proof", "not in the log", "too long"
MOST_WORDS = 60
# Whoever is meant by these alone is nobody in particular.
EVERYBODY = frozenset(
    [
        "companies",
        "company",
        "teams",
        "team",
        "anyone",
        "anybody",
        "everyone",
        "everybody",
        "startups",
        "startup",
        "businesses",
        "business",
        "organizations",
        "organisations",
        "people",
        "customers",
        "users",
        "all",
        "any",
        "every",
        "many",
        "some",
        "other",
        "others",
        "firms",
        "enterprises",
        "the",
        "a",
        "who",
        "of",
        "and",
        "in",
        "that",
        "tech",
        "technology",
        "software",
        "modern",
        "big",
        "small",
    ]
)
OTHERS = frozenset(
    [
        "others",
        "other",
        "else",
        "anyone",
        "anybody",
        "everyone",
        "everybody",
        "candidates",
        "applicants",
        "people",
        "the",
        "all",
        "any",
        "rest",
        "of",
    ]
)
LITTLE = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "and",
        "in",
        "for",
        "with",
        "who",
        "that",
        "is",
        "are",
        "i",
        "my",
        "from",
        "at",
        "on",
        "as",
        "by",
    ]
)
SKILLS = 3
SHARED_PERCENT = 60
PARTING = late_pattern(r",|;|\band\b")
NUMBER = late_pattern(r"\d[\d.,]*")
VERBS_OF_GAIN = late_pattern(r"\b(?:so|because|instead|until|before|without|from|by)\b")


class Weak(Frozen):
    """A weak spot: in which field ("" for the whole), of which kind, by which words."""

    field: str
    kind: str
    words: tuple[str, ...] = ()


def weak_spots(
    fields: Mapping[str, str], checker: Checker, role: str, measured: Sequence[Metric]
) -> tuple[Weak, ...]:
    """Everything that is weak, in the order in which the fields are best worked out.

    `role` is the job aimed at, `measured` the numbers of the log with both sides.
    """
    found = []
    for name in WORK_ORDER:
        text = fields.get(name, "")
        found += list(_of_field(name, text, checker, role)) if text else [Weak(name, MISSING)]
    if _is_same(fields.get("value", ""), fields.get("difference", "")):
        found.append(Weak("difference", SAME))
    found += _of_proof(fields.get("proof", ""), measured)
    whole = " ".join(fields.get(name, "") for name in SIX_FIELDS)
    found += [Weak("", one.kind, one.words) for one in checker.check(whole).remarks
              if one.kind in (STRATEGY, PRAISE)]  # fmt: skip
    length = len(words_of(joined(fields)))
    return (*found, *([Weak("", TOO_LONG, (str(length),))] if length > MOST_WORDS else []))


def _of_field(name: str, text: str, checker: Checker, role: str) -> Iterator[Weak]:
    low = {one.low for one in words_of(text)}
    checked = checker.check(text)
    if name == "audience" and low <= EVERYBODY:
        yield Weak(name, TOO_WIDE, (text,))
    elif name == "alternative" and low <= OTHERS:
        yield Weak(name, NOBODY_NAMED, (text,))
    elif name == "category" and not _names_role(text, role):
        yield Weak(name, NOT_THE_ROLE, (role,))
    elif name == "need" and checked.technology and checked.verdict == LEADS_WITH_TECHNOLOGY:
        yield Weak(name, TECHNOLOGY, checked.technology)
    elif name == "value":
        yield from _of_value(text, checked)


def _of_value(text: str, checked: Checked) -> Iterator[Weak]:
    parts = [one for one in PARTING.split(text) if one.strip()]
    if checked.verdict == LEADS_WITH_TECHNOLOGY:
        yield Weak("value", TECHNOLOGY, checked.technology)
    elif len(parts) >= SKILLS and not checked.value:
        yield Weak("value", LIST_OF_SKILLS, tuple(one.strip() for one in parts))
    elif not checked.value and not VERBS_OF_GAIN.search(text.casefold()):
        yield Weak("value", VAGUE)


def _names_role(category: str, role: str) -> bool:
    """Whether the category has every word of the job aimed at, in any spelling of case."""
    wanted = {one.low for one in words_of(role)} - LITTLE
    found = {one.low for one in words_of(category)}
    short = "".join(one[:1] for one in role.casefold().split())
    return wanted <= found or short in found


def _is_same(value: str, difference: str) -> bool:
    """Whether most words of the shorter one stand in the other."""
    one = {word.low for word in words_of(value)} - LITTLE
    other = {word.low for word in words_of(difference)} - LITTLE
    least = min(len(one), len(other))
    return bool(least) and len(one & other) * 100 > SHARED_PERCENT * least


def _of_proof(proof: str, measured: Sequence[Metric]) -> Iterator[Weak]:
    if not proof and not measured:
        yield Weak("proof", NO_PROOF)
    said = {_digits(one) for one in NUMBER.findall(proof)}
    known = {_digits(str(side)) for one in measured for side in (one.before, one.after)}
    if proof and not said & known:
        yield Weak("proof", NOT_IN_LOG, tuple(sorted(said)))


def _digits(text: str) -> str:
    return text.strip(".,").replace(",", "")
