"""What the signatures of commands share: common parameters, the session, options as one value.

A command takes a dataclass of options, and Typer sees each of its fields: so the same options stand
in one place, whichever commands share them.
"""

from __future__ import annotations

import inspect
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from pmpath.cli.finish import finish
from pmpath.cli.options.completion import marks
from pmpath.cli.options.plain_words import SHIELD
from pmpath.cli.session import Session
from pmpath.storage.disk.reading import Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _unshielded(words: list[str] | None) -> list[str]:
    return [word.removeprefix(SHIELD) for word in words or ()]


SESSION = "pmpath.session"
Json = Annotated[bool, typer.Option("--json", help="The same facts as JSON.")]


def words_of(metavar: str, completion: Callable[[str], list[str]] | None = None) -> Any:
    """The argument that takes all words of a command; `completion` lists those a shell offers."""
    return typer.Argument(
        metavar=metavar, show_default=False, callback=_unshielded, autocompletion=completion
    )


Words = Annotated[list[str] | None, words_of("[WORDS]")]
# Where people and tracks may be marked.
MarkedWords = Annotated[list[str] | None, words_of("[WORDS]", marks)]


def either(choices: Sequence[str]) -> str:
    """The words that an option takes, as its help says them: `ic, senior or step`."""
    return f"{', '.join(choices[:-1])} or {choices[-1]}"


def session_of(context: typer.Context) -> Session:
    """What one call works with, in the environment that was given to `app.run`; made once."""
    if SESSION not in context.meta:
        session = context.meta[SESSION] = Session(context.find_root().obj)
        session.writes.seen = Seen(session.folder)
        context.call_on_close(lambda: finish(session))
    found: Session = context.meta[SESSION]
    return found


def begin_again(context: typer.Context) -> None:
    """Forget the session, so that the next one reads all files anew."""
    context.meta.pop(SESSION, None)


def spread(options: type[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Replace the parameter `options` of a command by one option for each field of the class."""

    def wrap(command: Callable[..., None]) -> Callable[..., None]:
        names = [field.name for field in fields(options)]

        def call(**values: Any) -> None:
            chosen = options(**{name: values.pop(name) for name in names})
            command(**values, options=chosen)

        own = parameters_of(command)
        own.pop("options")
        parameters = [*own.values(), *_option_parameters(options)]
        call.__name__, call.__doc__ = command.__name__, command.__doc__
        call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return call

    return wrap


def parameters_of(command: Callable[..., None]) -> dict[str, inspect.Parameter]:
    """The parameters of a command by name, with types in place of their texts."""
    hints = get_type_hints(command, include_extras=True)
    return {
        name: parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in inspect.signature(command).parameters.items()
    }


def _option_parameters(options: type[Any]) -> list[inspect.Parameter]:
    hints = get_type_hints(options, include_extras=True)
    return [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if field.default is MISSING else field.default,
            annotation=hints[field.name],
        )
        for field in fields(options)
    ]
