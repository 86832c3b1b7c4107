"""The words of a line, parted and joined so that each person is one of them."""

from __future__ import annotations

from pmpath.domain.language.vocabulary import FUNCTION_TRACKS
from pmpath.domain.people import ABBREVIATIONS

OPENING = (
    "([{\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
# First and last names, and a function such as (head of sales and marketing).
LONGEST_LABEL = 8
# Behind a blank a bracket may also hold a remark, "(she was late)": it is a function when it holds
# one of the first and none of the second.
FUNCTIONS = frozenset(word for _, words in FUNCTION_TRACKS for word in words) | ABBREVIATIONS | {
    "account", "analyst", "design", "designer", "engineer", "engineering", "finance", "founder",
    "legal", "manager", "mentor", "nonprofit", "owner", "partner", "recruiter", "research",
    "support",
}  # fmt: skip
REMARKS = frozenset(
    ["a", "an", "he", "is", "my", "new", "not", "now", "our", "she", "they", "was", "who"]
)


def tokens(text: str) -> tuple[str, ...]:
    """The words between blanks; `@lena,@tomas` becomes two, `@Jörg Müller (PM)` one."""
    return _joined(_parted(tuple(text.split())))


def _parted(words: tuple[str, ...]) -> tuple[str, ...]:
    """`@lena,@tomas` and `@lena/@tomas` are two people, typed as one word."""
    parted: list[str] = []
    for word in words:
        # A bracket or a quotation mark before a name parts like a blank.
        bare = word.lstrip(OPENING)
        word = bare if bare[:1] == "@" and bare[1:2].isalpha() else word
        if word.startswith("@") and "@" in word[1:]:
            for sign in "/+&":
                word = word.replace(f"{sign}@", " @")
            parted += word.replace(",@", ", @").split()
        else:
            parted.append(word)
    return tuple(parted)


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """`@lena(head of sales)` is typed as three words; pmpath itself writes `Jörg Müller (PM)`."""
    joined: list[str] = []
    at = 0
    while at < len(words):
        length = _length_of_label(words[at : at + LONGEST_LABEL])
        name, opening, function = " ".join(words[at : at + length]).partition(" (")
        # A blank inside the name is written as for a shell.
        joined.append(f"{name.replace(' ', '_')}({function}" if opening else name)
        at += length
    return tuple(joined)


def _length_of_label(words: tuple[str, ...]) -> int:
    """How many of these words make one person; 1 for any other word."""
    if not words[0].startswith("@"):
        return 1
    opening = next((at for at, word in enumerate(words) if "(" in word), len(words))
    closing = next((at for at, word in enumerate(words) if ")" in word), -1)
    if opening == 0:
        # Without its end it stays in one piece, for the sentence that says what is missing.
        return closing + 1 if closing >= 0 else len(_before_a_mark(words))
    is_label = (
        opening <= closing
        and words[opening].startswith("(")
        # "@cem:designer, Ben (support)" are two, and so are "@cem, Ben (support)".
        and ":" not in words[0]
        and not any(word.endswith((",", ";", ".", ":")) for word in words[:opening])
        and all(word[:1].isupper() for word in words[1:opening])
        and _is_function({_bare(word) for word in words[opening : closing + 1]})
    )
    return closing + 1 if is_label else 1


def _before_a_mark(words: tuple[str, ...]) -> tuple[str, ...]:
    end = next((at for at, word in enumerate(words[1:], 1) if word[0] in "@+#"), len(words))
    return words[:end]


def _is_function(words: set[str]) -> bool:
    return bool(words & FUNCTIONS) and not words & REMARKS


def _bare(word: str) -> str:
    return word.strip("(),.;:/").casefold()
