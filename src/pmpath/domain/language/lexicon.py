"""The words of the language as data: tables of forms, each with the meaning it has."""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Table = Mapping[str, str]

PLAIN, EVERYDAY = "plain", "everyday"
# The first names stand among the lists as a section of their own.
NAMES = "name"
# The words of each list that was asked for, by its text: several readers of a line ask for one.
_WORDS: dict[str, frozenset[str]] = {}


class Lexicon(Frozen):
    """`tables` maps a section to its forms and what each means; a form of several words has `_`.

    `names` are first names in lower case, each PLAIN or EVERYDAY (an everyday word as well);
    `titles` maps the folded title of a book to the title; `lists` has by section and meaning the
    forms as they stand in the file.
    """

    tables: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    lists: Mapping[str, Mapping[str, str]] = {}

    def table(self, section: str) -> Table:
        """The forms of one section."""
        return self.tables[section]

    def long_titles(self) -> frozenset[str]:
        """The first words of titles that are longer than any phrase looked up."""
        return frozenset(key.partition("_")[0] for key in self.titles if key.count("_") > 3)

    def words(self, section: str, meaning: str) -> frozenset[str]:
        """The forms of a section that mean this."""
        forms = self.lists.get(section, {}).get(meaning, "")
        if forms not in _WORDS:
            _WORDS[forms] = frozenset(forms.split())
        return _WORDS[forms]


def lexicon_from(language: str, names: str, titles: str) -> Lexicon:
    """The lexicon in the texts of the three files."""
    lists = _lists_in(language)
    tables = {section: table_of(meanings) for section, meanings in lists.items()}
    kinds = _lists_in(names, NAMES)
    books = {title_key(title): title for title in titles.splitlines() if title.strip()}
    known = table_of(kinds.get(NAMES, {}))
    return Lexicon(tables, known, books, {**lists, **kinds})


def _lists_in(text: str, section: str = "") -> dict[str, dict[str, str]]:
    """The forms of each line `SECTION.MEANING: FORMS`; all are of one section that is given."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        head, colon, forms = line.partition(":")
        if colon and line[0] != "#":
            of, _, meaning = head.partition(".") if not section else (section, "", head)
            meanings = found.setdefault(of, {})
            meanings[meaning] = meanings.get(meaning, "") + forms
    return found


def table_of(meanings: Mapping[str, str]) -> dict[str, str]:
    """What each form means; one that stands twice means what is said last."""
    table: dict[str, str] = {}
    for meaning, forms in meanings.items():
        table.update(dict.fromkeys(forms.split(), meaning))
    return table


def title_key(title: str) -> str:
    """A title without article, subtitle and signs, as it may be typed."""
    main = title.partition(":")[0].casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = [word.strip(".,!?'\"") for word in main.split()]
    return "_".join(words[1:] if len(words) > 1 and words[0] in ("the", "a") else words)
