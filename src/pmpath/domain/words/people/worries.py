"""What worries somebody, as the sentence tells it: `coffee with Lena, she worries about churn`."""

from __future__ import annotations

from pmpath.domain.language.vocabulary import EDGES

BEGINS = ("worr", "afraid", "concern", "fear")
# Behind one of these the worry itself begins.
LEADS = frozenset(["about", "of", "that", "is", "was", "because", "over"])
MINE = frozenset(["i", "my", "i'm", "we", "not", "no", "never"])
ENDS = (".", ";", "!", "?")


def worry_in(text: str) -> str:
    """The words behind the worry, to the end of the sentence; empty where it is mine, or none."""
    words = text.split()
    for at, word in enumerate(words[:-1]):
        low = word.strip(EDGES).casefold()
        if not low.startswith(BEGINS) or word.endswith(":"):
            continue
        before = {one.strip(EDGES).casefold() for one in words[max(0, at - 2) : at]}
        if words[at + 1].casefold() not in LEADS or before & MINE:
            return ""
        return _sentence(words[at + 2 :])
    return ""


def _sentence(words: list[str]) -> str:
    end = next((at + 1 for at, word in enumerate(words) if word.endswith(ENDS)), len(words))
    return " ".join(words[:end]).rstrip("".join((*ENDS, ",", " ")))
