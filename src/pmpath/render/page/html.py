"""A page as one HTML file: no script, no request, every text escaped; good on screen and paper.

A policy in the page itself forbids all but its own style, which is named by its hash.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby

from pmpath.render.page.blocks import (
    FAINT,
    Block,
    Copied,
    Drawn,
    Head,
    Line,
    Rows,
    Steps,
    Timed,
    Title,
)
from pmpath.render.page.html_style import STYLE
from pmpath.render.page.pictures.html import figure

POLICY = "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"


def html(blocks: Sequence[Block]) -> str:
    """The whole document in ASCII: any other letter stands as a character reference."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(hash=digest)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        f"<title>{escape(_title(blocks))}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        *_body(blocks),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode("ascii", "xmlcharrefreplace").decode("ascii")


def _title(blocks: Sequence[Block]) -> str:
    """What the tab says: the aim, then which report it is, where the head says one."""
    head = blocks[: _below(blocks)]
    named = [one.left for one in head if isinstance(one, Head)]
    spans = [one.text for one in head if isinstance(one, Line)]
    return ", ".join([*named[:1], *spans[:1]])


def _below(blocks: Sequence[Block]) -> int:
    """Where the head ends: at the first empty line or picture."""
    is_below = (one == Line("") or isinstance(one, Drawn) for one in blocks)
    return next((at for at, below in enumerate(is_below) if below), len(blocks))


def _body(blocks: Sequence[Block]) -> Iterator[str]:
    """The head, then what is said before the first heading, then a section for each."""
    first = _below(blocks)
    yield "<header>"
    for block in blocks[:first]:
        yield from _head(block)
    yield "</header>"
    yield "<main>"
    for number, part in enumerate(_parts(blocks[first:])):
        yield from _section(number, part)
    yield "</main>"


def _head(block: Block) -> Iterator[str]:
    if isinstance(block, Head):
        yield f"<h1>{escape(block.left)}</h1>"
        yield f"<p>{escape(block.right)}</p>"
    elif isinstance(block, Line):
        yield f"<p>{escape(block.text)}</p>"


def _parts(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that belong together: a heading with what follows, or paragraphs on their own.

    What stands below an empty line is on its own, but for paragraphs of a section.
    """
    parts: list[list[Block]] = [[]]
    ended = False
    for block in blocks:
        if block == Line(""):
            ended = True
            continue
        if isinstance(block, Title) or (ended and not _goes_on(parts[-1], block)):
            parts.append([])
        ended = False
        parts[-1].append(block)
    return [part for part in parts if part]


def _goes_on(part: list[Block], block: Block) -> bool:
    """A paragraph of a section belongs to the one before, whatever empty lines are between."""
    return isinstance(block, Line) and [type(one) for one in part[:1] + part[-1:]] == [Title, Line]


def _section(number: int, part: list[Block]) -> Iterator[str]:
    """A section with its heading; without one, paragraphs: the very first says it in a sentence."""
    first, *rest = part
    if isinstance(first, Title):
        yield f'<section aria-labelledby="part-{number}">'
        yield f'<h2 id="part-{number}">{escape(first.text)}</h2>'
        yield from _content(rest, "")
        yield "</section>"
    else:
        yield from _content([first], "alone" if number else "lede")
        yield from _content(rest, "alone")


def _content(blocks: Sequence[Block], style: str) -> Iterator[str]:
    """Each block; pictures that follow one another stand side by side."""
    for are_drawn, group in groupby(blocks, key=lambda one: isinstance(one, Drawn)):
        if are_drawn:
            yield '<div class="figures">'
        for block in group:
            yield from _block(block, style)
        if are_drawn:
            yield "</div>"


def _block(block: Block, style: str) -> Iterator[str]:
    if isinstance(block, Line):
        names = [style, "faint" if block.style == FAINT else ""]
        yield f"<p{_class(' '.join(filter(None, names)))}>{escape(block.text)}</p>"
    elif isinstance(block, Copied):
        yield f"<p><code>{escape(block.text)}</code></p>"
    elif isinstance(block, Rows):
        yield from _rows(block, style)
    elif isinstance(block, Steps):
        yield from _steps(block)
    elif isinstance(block, Drawn):
        yield from figure(block.picture)


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _rows(block: Rows, style: str) -> Iterator[str]:
    """A list of terms; of texts alone where one has no name."""
    if not all(name.strip() for name, _ in block.rows):
        yield f"<ul{_class(style)}>"
        yield from (
            f"<li>{escape(f'{name}: {text}' if name.strip() else text)}</li>"
            for name, text in block.rows
        )
        yield "</ul>"
        return
    yield f"<dl{_class(style)}>"
    for name, rows in groupby(block.rows, key=lambda row: row[0]):
        texts = "".join(f"<dd>{escape(text)}</dd>" for _, text in rows)
        yield f"<div><dt>{escape(name)}</dt>{texts}</div>"
    yield "</dl>"


def _steps(block: Steps) -> Iterator[str]:
    """A table. Its roles are named, because some browsers drop those of rows that are a grid."""
    yield '<table class="steps" role="table">'
    names = ("Day", "Time", "What")
    heads = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    yield f'<thead class="unseen"><tr role="row">{heads}</tr></thead>'
    yield "<tbody>"
    yield from (_step(one) for one in block.rows)
    yield "</tbody>"
    yield "</table>"


def _step(step: Timed) -> str:
    command = f" <code>pmpath {escape(step.command)}</code>" if step.command else ""
    return (
        f'<tr role="row"><th scope="row" role="rowheader">{escape(step.day)}</th>'
        f'<td role="cell">{escape(step.duration)}</td>'
        f'<td role="cell">{escape(step.text)}{command}</td></tr>'
    )
