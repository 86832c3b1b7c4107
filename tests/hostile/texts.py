"""Texts that break programs, and what no output may hold."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len

ESC = "\x1b"
# What is typed as one argument; pmpath keeps it to the letter.
BY_ARGUMENT = {
    "closing markup": "read [/x] today",
    "opening markup": "[red]alarm[/red] [bold]now",
    "markup link": "[link=https://example.org]press[/link]",
    "markup escape": r"\[red] and \\[/] ",
    "emoji code": ":smile: :warning: coffee",
    "color": f"{ESC}[31mred{ESC}[0m coffee",
    "clear screen": f"{ESC}[2J{ESC}[H coffee",
    "cursor up": f"coffee{ESC}[1A{ESC}[2K gone",
    "hyperlink": f"{ESC}]8;;https://example.org{ESC}\\press{ESC}]8;;{ESC}\\",
    "title": f"{ESC}]0;owned\x07 coffee",
    "clipboard": f"{ESC}]52;c;cm0gLXJm\x07 coffee",
    "C1 sequence": "\x9b31m coffee \x9d0;owned\x9c",
    "next line": "one\x85two",
    "bell and backspace": "pass\x07word\x08\x08\x08",
    "delete": "coffee\x7f\x7f",
    "carriage return": "good\rbad",
    "form feed": "one\x0ctwo\x0bthree",
    "bidi override": "user\u202etxt.exe\u202c",
    "bidi isolate": "\u2066a\u2067b\u2068c\u2069",
    "bidi marks": "\u200ea\u200fb\u061cc",
    "line separator": "one\u2028two\u2029three",
    "zero width": "cof\u200bfee\ufeff\u2060",
    "soft hyphen": "cof\xadfee",
    "tag characters": "coffee\U000e0063\U000e0061\U000e0074",
    "300 characters": "coffee " * 43,
    "one long word": "x" * 10_000,
    "long wide word": "\u6f22" * 500,
    "tab": "one\ttwo\t\tthree",
    "line breaks": "one\ntwo\n\nthree",
    "combining": "Z\u0351\u0363a\u0316\u0355l\u0327\u0336g\u0320o\u031a" + "\u0301" * 80,
    "joined emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 lunch",
    "flag and tone": "\U0001f1e9\U0001f1ea \U0001f44d\U0001f3fd \u2764\ufe0f",
    "right to left": "\u05e9\u05d9\u05d7\u05d4 \u05e2\u05dd \u05d3\u05df",
    "arabic name": "\u0642\u0647\u0648\u0629 \u0645\u0639 \u0645\u062d\u0645\u062f",
    "person with marks": "coffee @j\xf6rg_m\xfcller:pm",
    "quoted person": '"J\xf6rg M\xfcller (PM)"',
    "person in markup": "coffee @[red]lena[/red]:pm",
    "wide person": "\u5496\u5561 @\u5c0f\u6797:pm",
    "formula": "=1+1",
    "formula call": '=HYPERLINK("https://example.org")',
    "script": "<script>alert(1)</script>",
    "entity": "&lt;b&gt; &amp; &#27;",
    "single quotes": "it's '; DROP TABLE log; --",
    "double quotes": '"a" \\"b\\" ""',
    "backslashes": r"C:\temp\new \x1b[31m \u202e",
    "trailing backslash": "coffee\\",
    "braces": "{0} {name} %s %(x)s ${HOME} `id`",
    "json": '{"id":"1","kind":"retract","of":"x"}',
    "header": '{"kind":"log","schema":99}',
    "conflict": "<<<<<<< HEAD",
    "toml": "[target]\nrole = 1",
    "note in markup": "coffee worry: [/x]\x1b[31m",
    "promise in markup": "coffee next fri lena: [/x]\u202e deck",
    "odd spaces": "a\xa0b\u3000c\u2009d",
    "private use": "\ue000\uf8ff\U000f0000",
    "no character": "\ufffe\uffff\ufdd0",
}
MORE = ("again [/x] " + ESC + "[31m", "\u202eagain")
JOINERS = "\u200c\u200d"
ACTIVE = ("Cc", "Cf", "Cs", "Zl", "Zp")


def active_in(text: str) -> list[str]:
    """The characters of a text that could act on a terminal; line breaks and joiners cannot."""
    return [
        hex(ord(char))
        for char in dict.fromkeys(text)
        if unicodedata.category(char) in ACTIVE and char != "\n" and char not in JOINERS
    ]


def widest(text: str) -> int:
    """The cells of the widest line."""
    return max((cell_len(line) for line in text.split("\n")), default=0)


def wide(text: str, columns: int) -> list[str]:
    """The lines that are wider than a terminal of so many columns."""
    return [line for line in text.splitlines() if cell_len(line) > columns]


def is_command(line: str) -> bool:
    """Whether it is a command or a path to copy, which stands whole on its line, however narrow."""
    return line.lstrip().startswith(("pmpath ", "backups/", "roadmap-", "log-"))
