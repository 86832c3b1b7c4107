"""Every command with what may stand behind it: what a shell asks about, known without Typer.

The table stands in `data/commands.txt` and is made of Typer's own answers: `python3 dev.py fix`
writes it, and a test says when it is stale. Each command has a block, and each line of a block is
a `Row`.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen
from pmpath.storage.content import content

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FILE = "commands.txt"
# What a row is: a command behind this one, the command that is meant where no other is named, a
# word or all words that are left, and options without a value, with one, and with several.
COMMAND, MEANT, WORD, WORDS = "command", "meant", "word", "words"
SWITCH, ONCE, OFTEN = "switch", "once", "often"
OPTION = "-"
END_OF_OPTIONS = "--"


class Row(Frozen):
    """One thing that may stand behind a command.

    `name` has all spellings of an option, with blanks between. `offers` names the function of
    `completion` that lists the values, and behind a blank the option without which there are none;
    of the command that is MEANT these are the values of its word. `told` is the help of one line.
    """

    kind: str
    name: str
    offers: str = ""
    told: str = ""

    @property
    def takes_value(self) -> bool:
        """Whether the word behind the option is its value."""
        return self.kind in (ONCE, OFTEN)


class Command(Frozen):
    """A command by its whole name, such as `milestones done`; "" is the program itself."""

    name: str
    rows: tuple[Row, ...]

    def option(self, spelling: str) -> Row | None:
        """The option of this spelling; of two the last, as Typer reads them."""
        found = self.options(spelling, SWITCH, ONCE, OFTEN)
        return found[-1] if found else None

    def options(self, spelling: str, *kinds: str) -> list[Row]:
        """All options of these kinds and this spelling."""
        return [one for one in self.of(*kinds) if spelling in one.name.split()]

    def of(self, *kinds: str) -> Iterator[Row]:
        """The rows of these kinds, in their order."""
        return (one for one in self.rows if one.kind in kinds)

    def behind(self, word: str) -> str:
        """The name of the command behind this one that a word begins; "" for none."""
        found = next((one for one in self.of(COMMAND) if one.name == word), None)
        found = found or next(self.of(MEANT), None)
        return f"{self.name} {found.name}".strip() if found else ""

    @property
    def is_group(self) -> bool:
        """Whether commands stand behind it."""
        return next(self.of(COMMAND), None) is not None


class Place(Frozen):
    """Where the next word stands: its command, the options that were given, and how many words."""

    command: Command
    given: tuple[Row, ...]
    words: int

    def value_of(self, last: str) -> Row | None:
        """The option or word whose value comes next, when `last` is the word before it."""
        if options := self.command.options(last, ONCE, OFTEN):
            return options[0]
        free = enumerate(self.command.of(WORD, WORDS))
        return next((one for at, one in free if one.kind == WORDS or at >= self.words), None)


def place_behind(words: Sequence[str]) -> Place | None:
    """Where one stands behind these words; None for what Typer alone makes out.

    Raises NotStored when the content is missing.
    """
    if END_OF_OPTIONS in words or (words and words[0].startswith(OPTION)):
        return None
    name = ""
    while True:
        found = _read(command_named(name), words)
        if found is None:
            return None
        place, rest = found
        name = place.command.behind(rest[0]) if rest else ""
        if not name:
            return place
        is_named = name.split()[-1] == rest[0]
        words = rest[1:] if is_named else rest


def _read(command: Command, words: Sequence[str]) -> tuple[Place, Sequence[str]] | None:
    """The place behind these words of a command, and those that are of a command behind it."""
    given: list[Row] = []
    free = at = 0
    while at < len(words):
        word = words[at]
        at += 1
        if not word.startswith(OPTION):
            if command.is_group:
                return Place(command, tuple(given), 0), words[at - 1 :]
            free += 1
            continue
        name, equals, _ = word.partition("=")
        option = command.option(name)
        if option is None or (equals and not option.takes_value):
            return None
        if option.takes_value and not equals:
            if at == len(words):
                break
            at += 1
        given.append(option)
    return Place(command, tuple(given), free), ()


def command_named(name: str) -> Command:
    """The command of this name."""
    blocks = content().text(FILE)
    _, _, block = blocks.partition(f"\n[{name}]\n")
    lines = block.partition("\n\n")[0].splitlines()
    return Command(name, tuple(Row(*line.split("\t")) for line in lines))
