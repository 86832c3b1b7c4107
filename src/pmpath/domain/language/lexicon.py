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
# The forms of each list that was asked for: many lines of one process ask for the same.
_FORMS: dict[str, frozenset[str]] = {}


class Lexicon(Frozen):
    """`tables` maps a section to its forms and what each means; a form of several words has `_`.

    `names` are first names in lower case, each PLAIN or EVERYDAY (an everyday word as well);
    `titles` maps the folded title of a book to the title; `lists` has the forms of each
    SECTION.MEANING as they stand in the file.
    """

    tables: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    lists: Mapping[str, str] = {}

    def table(self, section: str) -> Table:
        """The forms of one section."""
        return self.tables[section]

    def long_titles(self) -> frozenset[str]:
        """The first words of titles that are longer than any phrase looked up."""
        return frozenset(key.partition("_")[0] for key in self.titles if key.count("_") > 3)

    def words(self, section: str, meaning: str) -> frozenset[str]:
        """The forms of a section that mean this."""
        listed = self.lists.get(f"{section}.{meaning}", "")
        found = _FORMS.get(listed)
        if found is None:
            found = _FORMS[listed] = frozenset(listed.split())
        return found


def lexicon_from(language: str, names: str, titles: str) -> Lexicon:
    """The lexicon in the texts of the three files."""
    lists: dict[str, str] = {}
    for line in language.splitlines():
        head, colon, forms = line.partition(":")
        if colon and line[0] != "#":
            lists[head] = lists[head] + forms if head in lists else forms
    tables: dict[str, dict[str, str]] = {}
    for head, forms in lists.items():
        section, _, meaning = head.partition(".")
        table = dict.fromkeys(forms.split(), meaning)
        if section in tables:
            tables[section].update(table)
        else:
            tables[section] = table
    known: dict[str, str] = {}
    for line in names.splitlines():
        kind, colon, forms = line.partition(":")
        if colon and line[0] != "#":
            known.update(dict.fromkeys(forms.split(), kind))
            head = f"{NAMES}.{kind}"
            lists[head] = lists.get(head, "") + forms
    books = {title_key(title): title for title in titles.splitlines() if title.strip()}
    return Lexicon(tables, known, books, lists)


def title_key(title: str) -> str:
    """A title without article, subtitle and signs, as it may be typed."""
    main = title.partition(":")[0].casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = [word.strip(".,!?'\"") for word in main.split()]
    return "_".join(words[1:] if len(words) > 1 and words[0] in ("the", "a") else words)
