"""What Typer refuses, said as pmpath says it: what happened, and what to type instead."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import typer

from pmpath.cli.commands import example_of
from pmpath.domain.errors import UsageError
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.render.page.text import clean, shell_words

# One word is rather a command that was spelled in another way.
SHORTEST_LINE = 2
# In letters; a longer line is not shown once more.
LONGEST_LINE = 200

if TYPE_CHECKING:
    from collections.abc import Iterable

# The base of what Typer refuses has no public name of its own.
Refusal: type[Exception] = typer.BadParameter.__mro__[1]


def refused(refusal: Any) -> UsageError:
    """The same refusal as an error of ours, its words harmless."""
    names = _names(refusal.ctx)
    option, param = getattr(refusal, "option_name", ""), getattr(refusal, "param", None)
    if hasattr(refusal, "possibilities"):
        # The dashes alike would make --json look like --count.
        bare = {name.lstrip("-"): name for name in _options(refusal.ctx)}
        alike = [bare[one] for one in nearest(option.lstrip("-"), bare)]
        hint = did_you_mean(alike, f"The options: {_help(names)}")
        return UsageError(f"There is no option {clean(option)}.", hint=hint)
    if option:
        is_flag = getattr(_options(refusal.ctx).get(option), "is_flag", False)
        said = f"{option} takes no value." if is_flag else f"{option} needs a value."
        return UsageError(said, hint=f"{_help(names)} shows what it takes.")
    if param is not None and not refusal.message and param.param_type_name == "option":
        said = f"{param.opts[0]} {param.metavar} is missing: {_lower_first(str(param.help))}"
        return UsageError(said, hint=_completed(refusal, names, param.opts[0]))
    if param is not None and not refusal.message:
        missing = str(param.metavar or param.human_readable_name).strip("[]{}.")
        return UsageError(f"{missing} is missing.", hint=example_of(*names) or "")
    return UsageError(clean(str(refusal.format_message())), hint=f"{_help(names)} explains it.")


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _completed(refusal: Any, names: list[str], option: str) -> str:
    """The command as it was typed, with those options of its example that it lacks."""
    example, typed = example_of(*names) or "", list(getattr(refusal, "typed", ()))
    options = [f"--{one}" for one in example.split(" --")[1:]]
    lacking = [one for one in options if one.partition(" ")[0] not in typed]
    if not typed or not any(one.startswith(f"{option} ") for one in lacking):
        return example
    words = ["pmpath", *names, shlex.join(typed), *lacking]
    return f"For example: {clean(' '.join(words))}"


def no_command(words: list[str], known: Iterable[str], ctx: Any) -> UsageError:
    """The first word behind pmpath, or behind a command that has others, is none of them.

    Several words that begin like no command may be a line for `log`.
    """
    names, meant = _names(ctx), nearest(words[0], known)
    hint = did_you_mean(meant, f"All of them: {_help(names)}")
    if not (names or meant) and _is_line(words):
        hint = f"To log it: pmpath log {shell_words(clean(' '.join(words)))}\n{hint}"
    whole = clean(" ".join([*names, words[0]]))
    return UsageError(f'There is no command "{whole}".', hint=hint)


def _is_line(words: list[str]) -> bool:
    """Whether somebody may have forgotten `log`: some words, fewer than a paste, and no option."""
    is_as_long = len(words) >= SHORTEST_LINE and len(" ".join(words)) <= LONGEST_LINE
    return is_as_long and not any(one.startswith("-") for one in words)


def too_many(words: list[str], ctx: Any) -> UsageError:
    """More words than a command takes; mostly a text of an option that was typed without quotes."""
    names = _names(ctx)
    return UsageError(
        f'{" ".join(names)} does not take "{clean(" ".join(words))}".',
        hint=f"A text of several words needs quotes. To see what it takes: {_help(names)}",
    )


def _names(ctx: Any) -> list[str]:
    """The words of the command behind pmpath."""
    return [] if ctx is None else str(ctx.command_path).split()[1:]


def _help(names: list[str]) -> str:
    return " ".join(["pmpath help", *names])


def _options(ctx: Any) -> dict[str, Any]:
    """Each option of the command by its spellings."""
    params = [] if ctx is None else ctx.command.get_params(ctx)
    return {name: one for one in params for name in one.opts if name.startswith("-")}
