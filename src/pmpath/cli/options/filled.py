"""An option that is given has something in it: one rule for every option of every command.

An empty value is mostly a shell variable that is not set; it is never taken for no option at all.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand

from pmpath.cli.options.parameters import begin_again
from pmpath.cli.options.plain_words import SHIELD
from pmpath.cli.options.refusals import Refusal, too_many
from pmpath.domain.errors import LogChanged, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Of several that decide at once each time one is through; `log` in a loop may be faster than they.
TIMES_AGAIN = 20


class FilledCommand(TyperCommand):
    """A command that refuses empty and blank values of its options, and words it has no use for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; raises UsageError, naming the option, for one without a value."""
        if not ctx.resilient_parsing:
            names = list(self._taking_values(ctx))
            for name, value in _given(args, names):
                if is_blank(value):
                    raise UsageError(f"{name} is empty.", hint="Leave it out, or give it a value.")
            ctx.allow_extra_args = True
        typed = [word.removeprefix(SHIELD) for word in args]
        try:
            left = super().parse_args(ctx, args)
        except Refusal as refusal:
            # The parser of options does not say whose they are, nor what was typed.
            refusal.typed = typed  # type: ignore[attr-defined]
            refusal.ctx = getattr(refusal, "ctx", None) or ctx  # type: ignore[attr-defined]
            raise
        if left and not ctx.resilient_parsing:
            raise too_many(left, ctx)
        return left

    def invoke(self, ctx: Any) -> Any:
        """Run it; once more from the start where another process wrote to the log meanwhile."""
        for _ in range(TIMES_AGAIN):
            try:
                return super().invoke(ctx)
            except LogChanged:
                begin_again(ctx)
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Say what it does as every other screen does, its example first."""
        from pmpath.cli.terminal.help_screen import command_help

        formatter.write(command_help(self, ctx))

    def _taking_values(self, ctx: Any) -> Iterator[str]:
        for one in self.get_params(ctx):
            if one.param_type_name == "option" and not getattr(one, "is_flag", False):
                yield from one.opts


def _given(args: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each option among the words that takes a value, with it."""
    words = iter(args)
    for word in words:
        if word == "--":
            return
        name, equals, value = word.partition("=")
        if name in names:
            yield name, value if equals else next(words, name)


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen: blanks of any kind, and invisible characters."""
    return all(unicodedata.category(sign)[0] in "ZC" for sign in text)
