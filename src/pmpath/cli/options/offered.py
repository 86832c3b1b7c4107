"""What a shell offers for the word it completes, told without Typer.

A line that a shell parts in another way than at blanks, and one that Typer would refuse, are left
to Typer. To all others it gives the same answer; a test compares both.
"""

from __future__ import annotations

from pmpath.cli.options import completion
from pmpath.cli.options.command_table import (
    COMMAND,
    MEANT,
    OFTEN,
    ONCE,
    OPTION,
    SWITCH,
    place_behind,
)
from pmpath.domain.errors import PmpathError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pmpath.cli.options.command_table import Place, Row

# What our scripts set for every shell.
SHELL, LINE, ACTION = "complete_fish", "_TYPER_COMPLETE_ARGS", "_TYPER_COMPLETE_FISH_ACTION"
GET = "get-args"
EQUALS = "="
# A shell takes these for itself: the words of a line that has one are not those between blanks.
QUOTING = frozenset("'\"\\")


def values_offered(instruction: str, environment: Mapping[str, str]) -> str | None:
    """What a shell offers for the word it completes, each on a line; None where Typer says it.

    Behind a tab stands the help, if there is any.
    """
    if instruction != SHELL or environment.get(ACTION) != GET:
        return None
    words = _plain_words(environment.get(LINE, ""))
    if not words:
        return None
    *before, begun = words
    try:
        place = place_behind(before)
    except PmpathError:
        return None
    return None if place is None else "\n".join(_offered(place, "".join(before[-1:]), begun))


def command_completed(environment: Mapping[str, str]) -> str:
    """The first word of the line whose last one is completed; "" where that is the first."""
    words = _plain_words(environment.get(LINE, ""))
    return words[0] if words and len(words) > 1 else ""


def _offered(place: Place, last: str, begun: str) -> Iterator[str]:
    """What may stand there, as far as it is begun; `last` is the word before it."""
    if begun == EQUALS:
        # Some shells part an option and its value there.
        begun = ""
    elif begun.startswith(OPTION) and EQUALS in begun:
        last, _, begun = begun.partition(EQUALS)
    if not begun.startswith(OPTION) and (value := place.value_of(last)) is not None:
        yield from _values(place, value, begun)
        return
    yield from _of_command(place, begun)


def _of_command(place: Place, begun: str) -> Iterator[str]:
    """The commands behind a command and its options, each with its help; first what it can show."""
    for one in place.command.of(MEANT):
        yield from _values(place, one, begun)
    for one in place.command.of(COMMAND):
        yield from _told(one, begun)
    if begun.startswith(OPTION):
        for one in place.command.of(SWITCH, ONCE, OFTEN):
            if one.kind == OFTEN or one not in place.given:
                yield from _told(one, begun)


def _told(row: Row, begun: str) -> Iterator[str]:
    return (f"{one}\t{row.told}" for one in row.name.split() if one.startswith(begun))


def _values(place: Place, row: Row, begun: str) -> list[str]:
    """The values of a row that are begun so."""
    name, _, option = row.offers.partition(" ")
    if not name or (option and place.command.option(option) not in place.given):
        return []
    offers: Callable[[str], list[str]] = getattr(completion, name)
    return [one for one in offers(begun) if one.startswith(begun)]


def _plain_words(line: str) -> list[str] | None:
    """The words behind the program's name, the last one as far as it is typed.

    None where a shell parts them in another way.
    """
    words = line.split()
    if not QUOTING.isdisjoint(line) or words != list(filter(None, line.split(" "))):
        return None
    return [*words[1:], ""] if line.endswith(" ") else words[1:]
