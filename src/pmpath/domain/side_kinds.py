"""Flat records of what stands beside the steps: a snooze, what is private, texts and statement."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import Frozen

# What a checked text leads with.
LEADS_WITH_TECHNOLOGY, LEADS_WITH_VALUE = "leads with technology", "leads with value"
MIXED, CANNOT_TELL = "mixed", "cannot tell"
# What may be private.
PRIVATE_KINDS = PERSON, FIRM = "person", "firm"
# The six fields of the statement of oneself, in the order in which they are said, and two more.
SIX_FIELDS = ("audience", "need", "category", "value", "alternative", "difference")
STATEMENT_FIELDS = (*SIX_FIELDS, "proof", "why_now")


class Snooze(Frozen):
    """Until a day nobody is reminded of this person: no follow-up, no news due, no new ask.

    One until the day of the record, or an earlier one, ends an older one.
    """

    id: str
    at: str
    day: date
    person: str
    until: date


class Offered(Frozen):
    """A day had no more than so many minutes of useful steps, so that is its plan."""

    id: str
    at: str
    day: date
    minutes: int


class Private(Frozen):
    """A person or a firm is private from here on, or no longer where it `ended`: the last counts.

    Whatever is made for others leaves them out. `what` is person or firm, `name` as it was known.
    """

    id: str
    at: str
    day: date
    what: str
    name: str
    ended: bool = False


class Check(Frozen):
    """A text was held against the words of the trade: what it leads with, and which words said so.

    `verdict` is one of the verdicts above.
    """

    id: str
    at: str
    day: date
    text: str
    verdict: str
    words: tuple[str, ...] = ()


class Statement(Frozen):
    """What was said anew of the statement of oneself on a day: each version, one record.

    A field that is empty stays as it was in the version before, but for those in `without`, which
    are empty from here on. So two machines that change different fields lose neither.
    """

    id: str
    at: str
    day: date
    audience: str = ""
    need: str = ""
    category: str = ""
    value: str = ""
    alternative: str = ""
    difference: str = ""
    proof: str = ""
    why_now: str = ""
    without: tuple[str, ...] = ()


def private_told(found: Private) -> str:
    """Whether somebody or a firm was marked, or the mark taken away."""
    return f"{{name}} {'no longer' if found.ended else 'marked'} private, {{day}}"


def statement_told(found: Statement) -> str:
    """Which fields of it were said or taken away; no version has all of them empty."""
    said = [name for name in STATEMENT_FIELDS if getattr(found, name)]
    taken = [name for name in found.without if name in STATEMENT_FIELDS]
    told = [", ".join(said), f"without {', '.join(taken)}" if taken else ""]
    fields = "; ".join(filter(None, told)).replace("_", " ")
    return f"the statement{f' ({fields})' if fields else ''}, {{day}}"
