"""What a terminal sends: letters, keys, and what was pasted between two marks."""

from __future__ import annotations

import re
from typing import NamedTuple

TEXT, KEY, ENTER, PASTE = "text", "key", "enter", "paste"
# A terminal that was told so puts these around what is pasted.
PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

LEFT, RIGHT, HOME, END, WORD_LEFT, WORD_RIGHT = (
    "left", "right", "home", "end", "word left", "word right",
)  # fmt: skip
BACKSPACE, DELETE = "backspace", "delete"
CUT_TO_START, CUT_TO_END, CUT_WORD, CUT_WORD_RIGHT, PUT_BACK = (
    "cut to start", "cut to end", "cut word", "cut word right", "put back",
)  # fmt: skip
END_OF_INPUT, INTERRUPT, SUSPEND, QUIT, REDRAW = (
    "end of input", "interrupt", "suspend", "quit", "redraw",
)  # fmt: skip

KEYS_BY_SEQUENCE = {
    "\x01": HOME, "\x02": LEFT, "\x03": INTERRUPT, "\x04": END_OF_INPUT, "\x05": END,
    "\x06": RIGHT, "\x08": BACKSPACE, "\x0b": CUT_TO_END, "\x0c": REDRAW, "\x15": CUT_TO_START,
    "\x17": CUT_WORD, "\x19": PUT_BACK, "\x1a": SUSPEND, "\x1c": QUIT, "\x7f": BACKSPACE,
    "\x1b[D": LEFT, "\x1bOD": LEFT, "\x1b[C": RIGHT, "\x1bOC": RIGHT,
    "\x1b[H": HOME, "\x1bOH": HOME, "\x1b[1~": HOME, "\x1b[7~": HOME,
    "\x1b[F": END, "\x1bOF": END, "\x1b[4~": END, "\x1b[8~": END, "\x1b[3~": DELETE,
    "\x1b[1;5D": WORD_LEFT, "\x1b[1;3D": WORD_LEFT, "\x1bb": WORD_LEFT,
    "\x1b[1;5C": WORD_RIGHT, "\x1b[1;3C": WORD_RIGHT, "\x1bf": WORD_RIGHT,
    "\x1b\x7f": CUT_WORD, "\x1b\x08": CUT_WORD, "\x1bd": CUT_WORD_RIGHT,
}  # fmt: skip
# One thing at a time: letters, the end of a line, the sequence of a key, one control character.
PIECE = re.compile(
    r"(?P<text>[^\x00-\x08\x0a-\x1f\x7f]+)"
    r"|(?P<enter>[\r\n])"
    r"|(?P<key>\x1b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[ -~]|[ -NP-Z\\-~\x7f\x08])|[\x00-\x1f\x7f])"
)
# The beginning of a sequence of which the rest has not arrived.
BEGUN = re.compile(r"\x1b(?:\[\[|\[[0-?]*[ -/]*|O)?\Z")


class Event(NamedTuple):
    """One thing that was typed or pasted: `value` is the text, or the name of the key."""

    kind: str
    value: str = ""


class Keys:
    """Takes what a terminal sends, in pieces of any size, and tells what was pressed."""

    def __init__(self) -> None:
        self._rest = ""
        self._is_behind_return = False

    @property
    def is_in_the_middle(self) -> bool:
        """Whether a sequence or a paste has begun and not ended."""
        return bool(self._rest)

    def feed(self, sent: str) -> list[Event]:
        """The events that are complete by now; keys without a meaning here are left out."""
        # The end of a long paste is looked for behind what was searched before.
        searched = max(len(self._rest) - len(PASTE_ENDS), 0)
        rest, events = self._rest + sent, list[Event]()
        while rest and not BEGUN.match(rest):
            if rest.startswith(PASTE_BEGINS):
                end = rest.find(PASTE_ENDS, max(searched, len(PASTE_BEGINS)))
                if end < 0:
                    break
                events.append(Event(PASTE, rest[len(PASTE_BEGINS) : end]))
                rest, searched = rest[end + len(PASTE_ENDS) :], 0
                continue
            searched = 0
            # A return with a line feed behind it is one Enter, even when they arrive apart.
            is_same_enter = self._is_behind_return and rest[0] == "\n"
            self._is_behind_return = rest[0] == "\r"
            event, rest = _first(rest)
            if event is not None and not is_same_enter:
                events.append(event)
        self._rest = rest
        return events

    def give_up(self) -> list[Event]:
        """What has begun will not end: a paste counts as far as it came, a lone Escape does not."""
        rest, self._rest = self._rest, ""
        if rest.startswith(PASTE_BEGINS):
            return [Event(PASTE, rest[len(PASTE_BEGINS) :])]
        return []


def _first(sent: str) -> tuple[Event | None, str]:
    """The first event, if it has a meaning, and what was sent behind it."""
    piece = PIECE.match(sent)
    assert piece is not None, "every character is text, an end of line or a control character"
    rest = sent[piece.end() :]
    if piece["text"]:
        return Event(TEXT, piece["text"]), rest
    if piece["enter"]:
        return Event(ENTER), rest
    name = KEYS_BY_SEQUENCE.get(piece["key"], "")
    return (Event(KEY, name) if name else None), rest
