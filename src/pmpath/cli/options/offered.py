"""TAB behind a command, answered without Typer: most words that a shell asks about are values.

Whatever is not plainly such a word (an option, a quoted word, the name of a command) is left to
Typer, which gives the same answer to the rest as well; a test compares both.
"""

from __future__ import annotations

from pmpath.cli.options import completion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Offers = Callable[[str], list[str]]

# What our scripts set for every shell.
SHELL, LINE, ACTION = "complete_fish", "_TYPER_COMPLETE_ARGS", "_TYPER_COMPLETE_FISH_ACTION"
GET = "get-args"
OPTION, EQUALS = "-", "="
# A shell takes these for itself: the words of a line that has one are not those between blanks.
QUOTING = frozenset("'\"\\")
# Of each command whose words all mean the same: what they may be.
OF_EVERY_WORD: Mapping[str, Offers] = {
    "done": completion.marks,
    "log": completion.marks,
    "amend": completion.marks,
    "prepare": completion.talks_and_people,
    "report": completion.periods,
    "accept": completion.concerns,
    "snooze": completion.people,
    "why": completion.reasons,
    "openings": completion.firms,
    "milestones done": completion.open_milestone_ids,
    "milestones drop": completion.open_milestone_ids,
    "milestones restore": completion.dropped_milestone_ids,
    "milestones reopen": completion.reached_milestone_ids,
    "milestones show": completion.milestone_ids,
    "people show": completion.people,
    "people merge": completion.people,
    "people split": completion.people,
}
# Of each command that takes one word of this kind: what the first may be.
OF_FIRST_WORD: Mapping[str, Offers] = {
    "undo": completion.handles,
    "answer": completion.open_question_ids,
    "export": completion.export_formats,
}


def values_offered(instruction: str, environment: Mapping[str, str]) -> str | None:
    """What a shell offers for the word it completes, one value a line; None where Typer says it."""
    if instruction != SHELL or environment.get(ACTION) != GET:
        return None
    words = _plain_words(environment.get(LINE, ""))
    if not words:
        return None
    *before, begun = words
    offers = _offers(before)
    if offers is None or begun == EQUALS or any(one.startswith(OPTION) for one in words):
        return None
    return "\n".join(one for one in offers(begun) if one.startswith(begun))


def command_completed(environment: Mapping[str, str]) -> str:
    """The first word of the line whose last one is completed; "" where that is the first."""
    words = _plain_words(environment.get(LINE, ""))
    return words[0] if words and len(words) > 1 else ""


def _offers(before: list[str]) -> Offers | None:
    """What may follow these words; None where Typer knows."""
    for count in (1, 2):
        offers = OF_EVERY_WORD.get(" ".join(before[:count]))
        if offers is not None and len(before) >= count:
            return offers
    return OF_FIRST_WORD.get(before[0]) if len(before) == 1 else None


def _plain_words(line: str) -> list[str] | None:
    """The words behind the program's name, the last one as far as it is typed.

    None where a shell parts them in another way.
    """
    words = line.split()
    if not QUOTING.isdisjoint(line) or words != list(filter(None, line.split(" "))):
        return None
    return [*words[1:], ""] if line.endswith(" ") else words[1:]
