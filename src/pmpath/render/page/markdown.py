"""A page as Markdown, for pasting: every sign that Markdown would take for itself is escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmpath.render.page.blocks import Block, Drawn, Head, Line, Rows, Steps, Timed, Title
from pmpath.render.page.pictures.letters import picture_lines

# Every mail and issue tracker shows so many columns of a code block without scrolling.
PICTURE_WIDTH = 72
ANYWHERE = re.compile(r"[\\`*_{}\[\]<>#|~&!$^]")
# What makes a list, a heading or a line of a text that begins with it.
AT_START = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")


def markdown(blocks: Sequence[Block]) -> str:
    """The page as CommonMark text, ending with a line break."""
    parts = [part for part in (_part(block) for block in blocks) if part]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""The text so that it is read back to the letter: `[/x]` becomes `\[/x\]`."""
    text = ANYWHERE.sub(lambda found: "\\" + found[0], text)
    start = AT_START.match(text)
    if start is None:
        return text.strip()
    sign, rest = start[2], text[start.end() :]
    # A number stays as it is: the sign behind it would make the list.
    return f"{sign}\\{rest}".strip() if sign.isdigit() else f"\\{sign}{rest}".strip()


def _part(block: Block) -> str:
    if isinstance(block, Head):
        return f"# {escaped(block.left)}\n\n{escaped(block.right)}"
    if isinstance(block, Title):
        return f"## {escaped(block.text)}"
    if isinstance(block, Rows):
        return "\n".join(_row(name, text) for name, text in block.rows)
    if isinstance(block, Steps):
        return "\n".join(_step(one) for one in block.rows)
    if isinstance(block, Drawn):
        return _picture(block)
    if isinstance(block, Line):
        return escaped(block.text)
    # A line to copy becomes an indented code block.
    return f"    {block.text}"


def _row(name: str, text: str) -> str:
    return f"- **{escaped(name)}:** {escaped(text)}" if name.strip() else f"- {escaped(text)}"


def _step(step: Timed) -> str:
    command = f" (pmpath {escaped(step.command)})" if step.command else ""
    return f"- {step.day}, {step.duration}: {escaped(step.text)}{command}"


def _picture(block: Drawn) -> str:
    """The picture that a terminal has; names in it are the program's own."""
    if not block.on_terminal:
        return ""
    lines = [line.rstrip() for line in picture_lines(block.picture, PICTURE_WIDTH)]
    return "\n".join(["```text", *lines, "```"])
