"""Telling words from options before Typer is loaded: `->` and `-3` begin like options."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Stands before a word that begins like an option and is none; no argument can hold this character.
SHIELD = "\0"


def shielded(words: Sequence[str]) -> list[str]:
    """The words as Typer may see them, which would take `->` and `-3` for options.

    Behind an option a word is its value and needs no shield.
    """
    before = ["", *words]
    return [
        SHIELD + word if is_sign_or_number(word) and not last.startswith("-") else word
        for last, word in zip(before, words, strict=False)
    ]


def is_plain(words: Sequence[str]) -> bool:
    """Words without an option among them; `->` and `-3` are words, `-` alone asks for stdin."""
    return bool(words) and all(
        not word.startswith("-") or is_sign_or_number(word) for word in words
    )


def is_sign_or_number(word: str) -> bool:
    """`->` and `-3` begin like options and are words."""
    return word.startswith("-") and (word[1:2] == ">" or word[1:2].isdecimal())


# Options that take a sentence, which needs no quotes; commands that take no word but options, and
# those whose second word is part of their name.
SENTENCES = ("--because", "--text")
WITHOUT_WORDS = (("replan",), ("roadmap", "close"))
OF_TWO_WORDS = ("roadmap", "milestones", "people", "statement")


def joined(words: Sequence[str]) -> list[str]:
    """The words with those of a sentence as one: `--because too many hours`, up to an option.

    A word may also be the command's own, where none of these stands before the option: then
    nothing is joined, and the command refuses what it cannot mean.
    """
    own = 2 if words[:1] and words[0] in OF_TWO_WORDS else 1
    takes_none = tuple(words[:own]) in WITHOUT_WORDS or words[:1] == ["amend"]
    found: list[str] = []
    for at, word in enumerate(words):
        if at > own and _goes_on(words[:at], word) and (takes_none or _is_told(words[own:at])):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _goes_on(before: Sequence[str], word: str) -> bool:
    """Whether a word stands behind the first of a sentence, with words alone between."""
    if _is_option(word):
        return False
    options = [at for at, one in enumerate(before) if _is_option(one)]
    if not options or "--" in before:
        return False
    name, equals, _ = before[options[-1]].partition("=")
    return name in SENTENCES and (bool(equals) or options[-1] < len(before) - 1)


def _is_told(words: Sequence[str]) -> bool:
    """Whether a word of the command stands before its first option."""
    return bool(words) and not _is_option(words[0])


def _is_option(word: str) -> bool:
    return word.startswith("-") and not is_sign_or_number(word)
