"""The messages that `prepare` fills in: one for each ask, two that follow, and those to firms.

A line has one or more wordings; the first whose slots are all known is said. A slot is a word in
braces: {name}, {worry}.
"""

from __future__ import annotations

import re

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

SLOT = re.compile(r"\{(\w+)\}")
# Every slot that content may use.
SLOTS = ("name", "worry", "met", "said", "aim", "day", "later", "number", "duty", "cause", "exit",
         "asked", "about", "what", "to_do", "role", "applied", "answered", "interview",
         "written")  # fmt: skip

Lines = tuple[tuple[str, ...], ...]


class Message(Frozen):
    """Lines, each with its wordings. `about` names what is asked for.

    `recalls_last`: what they said last is recalled before them.
    """

    lines: Lines
    about: str = ""
    recalls_last: bool = True


class Messages(Frozen):
    """All of them: `asks` by the id of the action, `firms` by what is sent to one.

    `hello` and `last` begin each.
    """

    hello: tuple[str, ...]
    last: tuple[str, ...]
    follow_up: Message
    promise: Message
    asks: Mapping[str, Message]
    firms: Mapping[str, Message]


def messages_from(table: Mapping[str, Any]) -> Messages:
    """The messages of a parsed `talks.toml`."""
    greeting = table["greeting"]
    asks = {
        action: Message(_lines(one["lines"]), one["about"], one.get("last", True))
        for one in table["message"]
        for action in one["actions"]
    }
    return Messages(
        tuple(greeting["hello"]), tuple(greeting["last"]),
        Message(_lines(table["follow_up"]["lines"])), Message(_lines(table["promise"]["lines"])),
        asks,
        {key: Message(_lines(one["lines"]), recalls_last=False)
         for key, one in table["firm"].items()},
    )  # fmt: skip


def filled_in(messages: Messages, message: Message, known: Mapping[str, str]) -> tuple[str, ...]:
    """The lines of a message, a greeting first; `known` has the words of each slot, "" for none.

    A line of which no wording can be filled is left out.
    """
    wordings = [messages.hello]
    if message.recalls_last:
        wordings.append(messages.last)
    lines = (_first_known(one, known) for one in (*wordings, *message.lines))
    return tuple(filter(None, lines))


def _first_known(wordings: Sequence[str], known: Mapping[str, str]) -> str:
    for one in wordings:
        if all(known.get(slot) for slot in SLOT.findall(one)):
            # In one pass: a word that is filled in may look like a slot itself.
            return SLOT.sub(lambda match: known[match[1]], one)
    return ""


def _lines(lines: Sequence[str | Sequence[str]]) -> Lines:
    return tuple((one,) if isinstance(one, str) else tuple(one) for one in lines)
