"""The lists of `data/statement.toml`, by which a text is looked at, ready to be searched."""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FREE = "free"
ANY_ENDING = "*"
# By so many first letters a word finds the beginnings it may have; each has as many.
LETTERS = 2


class Phrases(Frozen):
    """Phrases of one or more words, by their first word, or by the letters it begins with."""

    whole: Mapping[str, tuple[tuple[str, ...], ...]]
    beginnings: Mapping[str, tuple[tuple[str, ...], ...]]

    def length_at(self, words: Sequence[str], at: int) -> int:
        """How many words from here on are one of the phrases; 0 for none."""
        low = words[at]
        candidates = [one for form in singulars(low) for one in self.whole.get(form, ())]
        candidates += self.beginnings.get(low[:LETTERS], ())
        fitting = (len(one) for one in candidates if _stand_at(one, words, at))
        return max(fitting, default=0)

    def has(self, word: str) -> bool:
        """Whether a single word is one of them."""
        return self.length_at((word,), 0) == 1


class Lists(Frozen):
    """All lists, by their names in the file; `free` has the words of a trade by who works in it."""

    by_name: Mapping[str, Phrases]
    endings: tuple[str, ...]
    free: tuple[tuple[Phrases, Phrases], ...]

    def __getitem__(self, name: str) -> Phrases:
        """The list of this name; raises KeyError for none."""
        return self.by_name[name]


def singulars(word: str) -> tuple[str, ...]:
    """The word, and what it may be the plural or the possessive of."""
    base = word.removesuffix("'s").removesuffix("s'")
    forms = [word] if base == word else [word, base, f"{base}s"]
    if len(base) > 3 and base.endswith("s"):
        forms.append(base[:-1])
        if base.endswith("ies"):
            forms.append(f"{base[:-3]}y")
        elif base.endswith("es"):
            forms.append(base[:-2])
    return tuple(forms)


def phrases_from(texts: Iterable[str]) -> Phrases:
    """Phrases as they stand in the file: `api`, `load balancer`, `encrypt*`."""
    whole: dict[str, list[tuple[str, ...]]] = {}
    beginnings: dict[str, list[tuple[str, ...]]] = {}
    for text in texts:
        words = tuple(text.casefold().split())
        if not words:
            continue
        if words[0].endswith(ANY_ENDING):
            beginnings.setdefault(words[0][:LETTERS], []).append(words)
        else:
            whole.setdefault(words[0], []).append(words)
    return Phrases(
        {key: tuple(found) for key, found in whole.items()},
        {key: tuple(found) for key, found in beginnings.items()},
    )


def lists_from(table: Mapping[str, str | Mapping[str, str]]) -> Lists:
    """The lists of the parsed file."""
    by_name, free = {}, []
    for name, value in table.items():
        if isinstance(value, str):
            by_name[name] = phrases_from(parts(value))
        elif name == FREE:
            pairs = value.items()
            free = [(phrases_from(parts(who)), phrases_from(parts(text))) for who, text in pairs]
    endings = table["endings"]
    assert isinstance(endings, str)
    return Lists(by_name, tuple(parts(endings)), tuple(free))


def parts(text: str) -> list[str]:
    """What stands between commas."""
    return [one.strip() for one in text.replace("\n", " ").split(",") if one.strip()]


def _stand_at(phrase: tuple[str, ...], words: Sequence[str], at: int) -> bool:
    if at + len(phrase) > len(words):
        return False
    return all(_is_form(wanted, words[at + place]) for place, wanted in enumerate(phrase))


def _is_form(wanted: str, word: str) -> bool:
    if wanted.endswith(ANY_ENDING):
        return word.startswith(wanted[:-1])
    return wanted in singulars(word)
