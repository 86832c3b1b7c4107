"""People as the log names them: `Lena (PM)`, and the shell-safe `@lena:pm` that becomes it."""

from __future__ import annotations

from pmpath.domain.errors import UsageError

# Written in capitals wherever they stand for a function; everything else stays as typed.
ABBREVIATIONS = frozenset([
    "pm", "pmm", "po", "ceo", "cto", "cmo", "cpo", "cro", "coo", "cfo", "vp", "svp", "evp",
    "se", "ae", "cs", "csm", "hr", "ux", "ui", "qa", "gm", "md", "cio", "cso", "cdo", "ciso",
    "sdr", "bdr",
])  # fmt: skip

APOSTROPHES = ("'", "\N{RIGHT SINGLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}", "`")
# Letters that are no other letter with an accent.
LETTERS = str.maketrans({
    "\N{LATIN SMALL LETTER O WITH STROKE}": "o", "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
    "\N{LATIN SMALL LETTER D WITH STROKE}": "d", "\N{LATIN SMALL LETTER AE}": "ae",
    "\N{LATIN SMALL LIGATURE OE}": "oe", "\N{LATIN SMALL LETTER DOTLESS I}": "i",
})  # fmt: skip
# A log names few people, each with many entries: a key that was made is kept.
_KEYS: dict[str, str] = {}
# Without one of these no line tells of somebody's answer: a cheap look.
OF_AN_ANSWER = frozenset([
    "answer", "answered", "answers", "accepted", "agreed", "confirmed", "declined", "refused",
    "replied", "replies", "reply", "responded", "responds", "response", "said", "says", "back",
    "word", "yes", "no", "ok", "okay", "sure", "fine", "maybe", "nope", "yep", "gladly", "can",
    "could", "free", "available", "suggested", "suggests", "proposed", "proposes", "has", "have",
    "offered", "offers", "she's", "he's", "they're",
])  # fmt: skip
# Behind these a part of a name begins: `Mary-Jane`, `O'Brien`.
PARTS_OF_A_NAME = " -'\N{RIGHT SINGLE QUOTATION MARK}"
SENTENCE_SIGNS = ",.;!?\"'\N{HORIZONTAL ELLIPSIS}\N{RIGHT DOUBLE QUOTATION MARK}"


def person_from(token: str) -> str:
    """The label that one `@` word means: `@jörg_müller:pm` or `@lena(PM)`; `_` is a space.

    Raises UsageError when no name follows the sign, or a bracket is not closed.
    """
    body = bare(token)[1:].replace("_", " ")
    name, opening, function = body.partition("(")
    if opening:
        function, closing, _ = function.partition(")")
        if not closing:
            raise UsageError(f"{token} has no closing bracket.", hint="Write @lena(PM).")
    else:
        name, _, function = body.partition(":")
    name = _without_genitive(name.strip())
    if not name:
        raise UsageError(
            f"{token} has no name in it.", hint="Write @lena or @lena:pm; _ is a space."
        )
    return label(as_a_name(name), in_capitals(function.strip().rstrip(":")))


def bare(token: str) -> str:
    """The `@` word without the signs of the sentence around it: `@lena` of `@lena),`."""
    body = token.rstrip(SENTENCE_SIGNS)
    return body if "(" in body else body.rstrip(SENTENCE_SIGNS + ")")


def label(name: str, function: str) -> str:
    """`Lena (PM)`, or the bare name when the function is not known."""
    return f"{name} ({spaced(function)})" if function else name


def spaced(text: str) -> str:
    """The words of a handle: `product marketing` for `product_marketing`."""
    return text.replace("_", " ")


def name_of(person: str) -> str:
    """The name without the function: `Lena` of `Lena (PM)`."""
    return person.partition(" (")[0].strip() or person


def function_of(person: str) -> str:
    """The function without the name, lower case: `pm` of `Lena (PM)`; empty when not known."""
    return person.partition(" (")[2].rstrip(") ").lower()


def may_tell_answer(text: str) -> bool:
    """Whether a line may tell that somebody answered; `answer_heard` tells whether it does."""
    words = (word.strip(".,;:!?()") for word in text.casefold().split())
    return not OF_AN_ANSWER.isdisjoint(words)


def handle(person: str) -> str:
    """The name as one word of a shell, `jörg_müller` of `Jörg Müller (PM)`; read back as typed.

    Signs that a shell takes for itself stay: `is_shell_safe` tells.
    """
    name = "_".join(name_of(person).split())
    return name.lower() if as_a_name(name.replace("_", " ").lower()) == name_of(person) else name


def typed(person: str) -> str:
    """The handle without the signs that a shell takes for itself: `obrien` of `O'Brien`."""
    word = handle(person)
    return word if is_shell_safe(word) else "".join(filter(is_shell_safe, word))


def is_shell_safe(word: str) -> bool:
    """Whether bash, zsh and fish hand the word on as it stands."""
    # Nearly every word is of letters: at TAB those of everybody are looked at.
    letters = word.replace("_", "")
    return letters.isalnum() or all(char.isalnum() or char in "-.:@" for char in letters)


def key_of(person: str) -> str:
    """By which key one person is counted: the name, whatever its capitals, accents or function.

    `O'Brien` and `OBrien` are one, and so are `Ann-Marie` and `Ann Marie`.
    """
    known = _KEYS.get(person)
    if known is None:
        known = _KEYS[person] = " ".join(folded(name_of(person)).split())
    return known


def as_a_name(name: str) -> str:
    """Capitals for a name typed without any; a name typed with one stays as it is."""
    if name != name.lower():
        return name
    begins = True
    letters = []
    for char in name:
        letters.append(char.upper() if begins else char)
        begins = char in PARTS_OF_A_NAME
    return "".join(letters)


def _without_accents(text: str) -> str:
    # An accent may come as a letter of its own, or be left out; it is the same name.
    from unicodedata import combining, normalize

    plain = "".join(char for char in normalize("NFKD", text) if not combining(char))
    return plain.translate(LETTERS)


def in_capitals(function: str) -> str:
    """A function as it is written in a label: `VP product` for `vp product`."""
    return " ".join(
        word.upper() if word.lower() in ABBREVIATIONS else word for word in function.split()
    )


def _without_genitive(name: str) -> str:
    for ending in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"):
        name = name.removesuffix(ending)
    return name


def folded(text: str) -> str:
    """A text for searching, without capitals, accents, apostrophes and hyphens, as `key_of`."""
    low = text.casefold()
    if not low.isascii():
        low = _without_accents(low)
    for sign in APOSTROPHES:
        low = low.replace(sign, "")
    return low.replace("-", " ")
