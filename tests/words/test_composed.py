"""Lines put together of common parts: what was done, with whom, how long and when.

Each part has several usual forms, and each line is what its parts say. Ambiguous ones are left out:
`asked Ben for a call on monday` may be about Monday's call.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

import pytest

from pmpath.domain.words.reading import read
from pmpath.storage.content import content

TODAY = date(2027, 1, 13)
NAMES = ("Anna", "Ben", "Cem", "Dov", "Lena", "Tomas", "Ruth", "Priya", "Jörg", "Marek", "Ida")
# As it is typed in brackets, as somebody is called, and as the log keeps it.
FUNCTIONS = (
    ("PM", "PM", "PM"), ("product manager", "PM", "PM"), ("sales", "seller", "sales"),
    ("CMO", "CMO", "CMO"), ("head of sales", "head of sales", "head of sales"),
    ("VP marketing", "VP marketing", "VP marketing"), ("support", "support agent", "support"),
    ("customer", "customer", "customer"), ("designer", "designer", "design"),
)  # fmt: skip
JOINS = (" and ", " & ", ", and ", " + ", ", ")
MINUTES = (
    ("", None), (", 30 min", 30), (" 45m", 45), (" for 20 minutes", 20), (" (25 min)", 25),
    (" - 1h", 60), (", 1.5 hours", 90), (", half an hour", 30), (" 1h15", 75),
)  # fmt: skip
FIRST = (
    ("", 0), ("yesterday ", 1), ("on monday ", 2), ("last friday ", 5), ("mon: ", 2),
    ("11 jan ", 2), ("two days ago ", 2),
)  # fmt: skip
LAST = (
    ("", 0), (" yesterday", 1), (" on monday", 2), (" last friday", 5), (" on jan 11", 2),
    (", two days ago", 2),
)  # fmt: skip
DEEDS = (
    ("coffee with {}", "met"), ("met {}", "met"), ("had lunch with {}", "met"),
    ("call with {} about pricing", "met"), ("talked to {} about churn", "met"),
    ("had a chat with {}", "met"), ("grabbed a coffee with {}", "met"),
    ("told {} about my plan", "told"), ("sent {} the one-pager", "sent"),
    ("asked {} for a seat on a customer call", "asked"),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A line and what its parts say."""

    text: str
    people: tuple[str, ...]
    minutes: int | None
    day: date
    event: str


def person(random: Random, name: str) -> tuple[str, str]:
    """A form of a name with its function, and the label it means."""
    typed, noun, kept = random.choice(FUNCTIONS)
    forms = [
        (name, name), (f"{name} ({typed})", f"{name} ({kept})"),
        (f"{name} ({typed})", f"{name} ({kept})"), (f"our {noun} {name}", f"{name} ({kept})"),
        (f"{name}, our {noun},", f"{name} ({kept})"),
        (f"@{name.lower()}:{typed.replace(' ', '_')}", f"{name} ({typed})"),
    ]  # fmt: skip
    if typed in ("sales", "support"):
        forms.append((f"{name} from {typed}", f"{name} ({kept})"))
    return random.choice(forms)


def line(random: Random) -> Line:
    """Some of the parts, at random."""
    found = [person(random, name) for name in random.sample(NAMES, random.choice((1, 1, 2, 2, 3)))]
    *others, last = [text for text, _ in found]
    who = f"{', '.join(others)}{random.choice(JOINS)}{last}" if others else last
    deed, event = random.choice(DEEDS)
    length, minutes = random.choice(MINUTES)
    ends = [ending for ending in LAST if event in ("met", "sent") or not ending[1]]
    (before, back), (behind, ago) = random.choice(((FIRST[0], random.choice(ends)),
                                                   (random.choice(FIRST), LAST[0])))  # fmt: skip
    told = deed.format(who.replace(",,", ","))
    for word in ("about", "for", "the"):
        told = told.replace(f", {word} ", f" {word} ")
    tail = random.choice((behind + length, length + behind))
    return Line(
        before + told.rstrip(",") + tail, tuple(label for _, label in found), minutes,
        TODAY - timedelta(back + ago), event,
    )  # fmt: skip


def lines(seed: int, count: int) -> list[Line]:
    """So many lines, the same for a seed on every machine."""
    random = Random(seed)
    return list(islice(iter(lambda: line(random), None), count))


@pytest.mark.parametrize("seed", range(8))
def test_a_line_says_what_its_parts_say(seed: int) -> None:
    """Everybody with their own function, the minutes, the day, and what was done."""
    vocabulary = content().vocabulary()
    for one in lines(seed, 250):
        draft = read(one.text, TODAY, vocabulary)
        assert sorted(draft.people) == sorted(one.people), one
        assert (draft.minutes, draft.day or TODAY, draft.event) == (
            one.minutes, one.day, one.event
        ), one  # fmt: skip


THINGS = ("deck", "slides", "one-pager", "list of lost deals", "pricing sheet", "notes")
DUE = (
    ("by friday", 2), ("by monday", 5), ("by jan 20", 7), ("by 20 jan", 7), ("until friday", 2),
    ("by the 20th", 7), ("by next monday", 5), ("by 2027-01-20", 7),
)  # fmt: skip
PROMISES = (
    ("promised {} the {}", "me"), ("I owe {} the {}", "me"), ("will send {} the {}", "me"),
    ("I'll send {} the {}", "me"), ("coffee with {} 30m, I owe the {}", "me"),
    ("{} will send me the {}", "them"), ("{} promised me the {}", "them"),
    ("{} owes me the {}", "them"), ("{} is going to send me the {}", "them"),
    ("asked {} for the {}", "them"),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_a_promise_says_who_owes_what_by_when(seed: int) -> None:
    """Whether it is mine or theirs, to whom, the thing in the words of the line, and its day."""
    vocabulary, random = content().vocabulary(), Random(seed)
    for _ in range(250):
        (form, who), (due, days) = random.choice(PROMISES), random.choice(DUE)
        name, thing = random.choice(NAMES), random.choice(THINGS)
        typed, kept = person(random, name)
        # Behind `N, our F,` no promise goes on.
        typed, kept = (name, name) if typed.endswith(",") else (typed, kept)
        text = f"{form.format(typed, thing)} {due}"
        found = read(text, TODAY, vocabulary).next
        assert found is not None, text
        assert (found.who, found.day) == (who, TODAY + timedelta(days)), text
        assert found.person in (kept, name), text
        assert found.what in (thing, f"send the {thing}", f"send me the {thing}"), text
