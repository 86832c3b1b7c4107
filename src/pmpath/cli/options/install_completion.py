"""`--install-completion`: a script of its own for each shell, and the line that reads it."""

from __future__ import annotations

from pathlib import Path

import shellingham  # type: ignore[import-untyped]

from pmpath.cli.long_door import BY_HAND
from pmpath.cli.options.completion_scripts import SCRIPTS
from pmpath.cli.terminal.output import acknowledge, show
from pmpath.domain.errors import NotStored
from pmpath.domain.record import Frozen
from pmpath.render.page.text import clean
from pmpath.storage.disk.outside import add_lines, put_script

# zsh brings a completion for a Perl tool of the same name; ours has to come after that.
COMPINIT = "autoload -Uz compinit; compinit"


class Place(Frozen):
    """Where in the home folder a shell's script lies, and which start file has to name it."""

    script: str
    start: str = ""


PLACES = {
    "bash": Place(".bash_completions/pmpath.sh", ".bashrc"),
    "zsh": Place(".zfunc/_pmpath", ".zshrc"),
    # fish looks there by itself.
    "fish": Place(".config/fish/completions/pmpath.fish"),
}


def install_completion() -> bool:
    """Set completion up for the shell around this call and say so; False for other shells.

    The script comes first, so that no start file ever names what is not there. Raises NotStored
    when the system refuses, RuntimeError without a home folder.
    """
    shell = _shell()
    place = PLACES.get(shell)
    if place is None:
        return False
    home = Path.home()
    script = home / place.script
    try:
        put_script(str(script), SCRIPTS[shell])
        if place.start:
            source = f"source {_quoted(str(script))}"
            before = {COMPINIT: "compinit"} if shell == "zsh" else {}
            add_lines(str(home / place.start), {**before, source: source})
    except NotStored as error:
        raise error.with_hint(f"{error.hint}\n{BY_HAND}".strip()) from None
    acknowledge(f"Completion for {shell} is set up: {clean(str(script))}")
    acknowledge("It works in the next terminal that you open.")
    return True


def show_script() -> bool:
    """Print what the shell around this call reads; False for other shells."""
    script = SCRIPTS.get(_shell(), "")
    if script:
        show(script)
    return bool(script)


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "'\\''") + "'"


def _shell() -> str:
    """The name of the shell that runs this, empty where that cannot be told."""
    try:
        return str(shellingham.detect_shell()[0])
    except (shellingham.ShellDetectionFailure, RuntimeError):
        return ""
