"""What is known of editors: how each opens a file at a line, and how it is told to wait."""

from __future__ import annotations

# Editors that open a file at `+LINE FILE`; to those in no list the line is said, not given.
TAKES_PLUS_LINE = ("vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "joe", "ne", "kak")
# Those that take `FILE:LINE`, and those that want a word before it.
TAKES_COLON_LINE = ("hx", "helix", "subl", "zed")
TAKES_GOTO = ("code", "codium", "code-insiders", "cursor")
# Editors in the terminal, which end when the person has ended.
IN_TERMINAL = (*TAKES_PLUS_LINE, "hx", "helix", "ed", "ex", "mg", "mcedit", "pico", "jed", "view")
# Editors with windows of their own, which would return at once, and the words that make each wait.
WAIT_OPTIONS = {
    **dict.fromkeys((*TAKES_GOTO, "windsurf", "subl", "zed", "atom", "mate", "bbedit"), "--wait"),
    **dict.fromkeys(("gedit", "pluma", "xed", "idea", "pycharm", "webstorm"), "--wait"),
    **dict.fromkeys(("gvim", "mvim", "vimr"), "--nofork"),
    **dict.fromkeys(("kate", "kwrite"), "--block"),
    "gnome-text-editor": "--standalone",
    "open": "-W",
}
SHORT_FORMS = {"--wait": "-w", "--nofork": "-f", "--block": "-b", "--standalone": "-s", "-W": "-nW"}
# They return at once whatever they are told.
NEVER_WAITS = ("xdg-open", "start", "explorer")


def name_of(editor: list[str]) -> str:
    """The name of the program, without its folder and ending."""
    return editor[0].replace("\\", "/").rpartition("/")[2].removesuffix(".exe").lower()


def opened_at(editor: list[str], path: str, line: int) -> list[str]:
    """The call that opens a file, at a line (from 1) where this editor is known to take one.

    Editors with windows of their own are told to wait.
    """
    name = name_of(editor)
    wait = WAIT_OPTIONS.get(name, "")
    call = [*editor, wait] if wait and not {wait, SHORT_FORMS[wait]} & set(editor) else editor
    if not line:
        return [*call, path]
    if name in TAKES_PLUS_LINE:
        return [*call, f"+{line}", path]
    if name in TAKES_GOTO:
        return [*call, "--goto", f"{path}:{line}"]
    return [*call, f"{path}:{line}" if name in TAKES_COLON_LINE else path]


def may_be_open(editor: list[str]) -> bool:
    """Whether the file may still be open somewhere although the program has ended."""
    is_detached = name_of(editor) == "emacsclient" and bool({"-n", "--no-wait"} & set(editor))
    return name_of(editor) not in IN_TERMINAL or is_detached


def how_to_wait(editor: list[str]) -> str:
    """How to make this editor wait, for the person to set; what is known of it, no more."""
    name = name_of(editor)
    if name == "emacsclient":
        return "To make it wait, leave -n out of EDITOR."
    if name in WAIT_OPTIONS:
        return f"To make it wait: export EDITOR='{editor[0]} {WAIT_OPTIONS[name]}'"
    if name in NEVER_WAITS:
        return "It cannot wait; name the editor itself, as in: export EDITOR='gedit --wait'"
    return "If it does not wait, its option for that is often --wait: export EDITOR='code --wait'"
