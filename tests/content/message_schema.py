"""What is wrong with the messages of `talks.toml`: each is sent as it stands, whatever is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from pmpath.coach.gathered.letter import LETTERS
from pmpath.domain.content.messages import SLOT, SLOTS
from tests.content.fulfilment_tables import DottedId, Text
from tests.content.tables import Table, fitted

# The keys of talks.toml beside the talks.
MESSAGE_KEYS = ("greeting", "follow_up", "promise", "message", "firm")
# These are known of every message; `about` is that of the ask.
ALWAYS = {"day", "later"}
LONGEST, LEAST_LINES, MOST_LINES = 100, 2, 3
Wordings = Text | Annotated[list[Text], Field(min_length=1)]


class Greeting(Table):
    """How each message begins: a greeting, and what they said last."""

    hello: Annotated[list[Text], Field(min_length=2)]
    last: list[Text]


class Body(Table):
    """The lines of a message that no single action asks for."""

    lines: Annotated[list[Wordings], Field(min_length=LEAST_LINES, max_length=MOST_LINES)]


class ToFirm(Table):
    """What is sent to a firm: nothing is recalled before it, so that it has a line more."""

    lines: Annotated[list[Wordings], Field(min_length=LEAST_LINES, max_length=MOST_LINES + 1)]


class Message(Table):
    """The message that asks somebody for one of the actions."""

    actions: Annotated[list[DottedId], Field(min_length=1)]
    about: Text
    last: bool = True
    lines: Annotated[list[Wordings], Field(min_length=LEAST_LINES, max_length=MOST_LINES)]


def message_faults(table: Mapping[str, object], asks: Collection[str]) -> Iterator[str]:
    """Every fault, of the parsed `talks.toml` and the ids of the actions that ask somebody."""
    yield from fitted("talks.toml: greeting", table.get("greeting", {}), Greeting)[1]
    for name in ("follow_up", "promise"):
        body, wrong = fitted(f"talks.toml: {name}", table.get(name, {}), Body)
        yield from wrong or _lines(name, body.lines if body else [])
    firms = table.get("firm", {})
    firms = firms if isinstance(firms, dict) else {}
    for name in sorted({*LETTERS, *firms}):
        to_firm, wrong = fitted(f"talks.toml: firm.{name}", firms.get(name, {}), ToFirm)
        yield from wrong or _lines(f"firm.{name}", to_firm.lines if to_firm else [])
        if name not in LETTERS:
            yield f"talks.toml: firm.{name} is sent by nothing"
    found: list[str] = []
    blocks = table.get("message", [])
    for at, block in enumerate(blocks if isinstance(blocks, list) else [], 1):
        message, wrong = fitted(f"talks.toml: message {at}", block, Message)
        yield from wrong
        if message is not None:
            found += message.actions
            yield from _lines(message.actions[0], message.lines)
    for key in sorted({*found, *asks}):
        if found.count(key) != 1 or key not in asks:
            there = found.count(key)
            yield f"talks.toml: {key} has {there} messages; each action that asks has one"


def _lines(name: str, lines: list[str | list[str]]) -> Iterator[str]:
    said = 0
    for line in lines:
        wordings = [line] if isinstance(line, str) else line
        said += any(set(SLOT.findall(one)) <= ALWAYS for one in wordings)
        for one in wordings:
            unknown = set(SLOT.findall(one)) - set(SLOTS)
            rest = SLOT.sub("", one)
            if unknown or set(rest) & set("{}[]<>()"):
                yield f'talks.toml: {name}: "{one}" has brackets, or a slot that is not filled'
            if len(one) > LONGEST:
                yield f'talks.toml: {name}: "{one}" is longer than {LONGEST} letters'
    if said < LEAST_LINES:
        yield f"talks.toml: {name}: with nothing known it has {said} lines of its own"
