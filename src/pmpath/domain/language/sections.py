"""The sections of the language, looked into without taking them apart.

The language has thousands of forms, and a line few: what a form means in every section stands in
one text, which is read when the form is first met.
"""

from __future__ import annotations

from pmpath.domain.language.lexicon import NAMES, Lexicon, table_of
from pmpath.domain.language.parted import Parted, parted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import ItemsView, Iterator, Mapping

    from pmpath.domain.language.parted import Parts

    Table = Mapping[str, str]
else:
    # Only type checkers need to know that a section is used as a table.
    Table = object

# Between what a form means in two sections, and between section and meaning.
BETWEEN, IS = ";", "="
# So many forms are remembered at once: a log of years has many words that mean nothing.
MOST_MET = 4096
NOTHING: dict[str, str] = {}


class Forms:
    """Every form of the language with its meanings, each looked up once."""

    def __init__(self, parts: Parts) -> None:
        self._texts = Parted(parts)
        self._met: dict[str, dict[str, str]] = {}

    def meanings(self, form: str) -> dict[str, str]:
        """What the form means, by section; empty for what is no form of the language."""
        found = self._met.get(form)
        if found is None:
            if len(self._met) >= MOST_MET:
                self._met.clear()
            text = self._texts.get(form, "")
            pairs = (one.partition(IS) for one in text.split(BETWEEN)) if text else ()
            found = {section: meaning for section, _, meaning in pairs} or NOTHING
            self._met[form] = found
        return found


class Section(Table):
    """The forms of one section with their meanings, as a table of them would have them."""

    __slots__ = ("_forms", "_lists", "_name", "_whole")

    def __init__(self, name: str, forms: Forms, lists: Mapping[str, str]) -> None:
        self._name, self._forms, self._lists = name, forms, lists
        self._whole: dict[str, str] | None = None

    def get(self, form: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """The meaning of a form."""
        return self._forms.meanings(form).get(self._name, default)

    def __getitem__(self, form: str) -> str:
        return self._forms.meanings(form)[self._name]

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and self._name in self._forms.meanings(form)

    def __iter__(self) -> Iterator[str]:
        return iter(self._table())

    def __len__(self) -> int:
        return len(self._table())

    def items(self) -> ItemsView[str, str]:
        """Every form with its meaning."""
        return self._table().items()

    def _table(self) -> dict[str, str]:
        """The whole section, in the order of the file."""
        if self._whole is None:
            self._whole = table_of(self._lists)
        return self._whole


def parts_of(lexicon: Lexicon) -> tuple[str, ...]:
    """The forms of a lexicon in small texts; raises ValueError for one that would not come back."""
    found: dict[str, list[str]] = {}
    for section, table in [*lexicon.tables.items(), (NAMES, lexicon.names)]:
        for form, meaning in table.items():
            if BETWEEN in meaning or BETWEEN in section or IS in section:
                raise ValueError(form)
            found.setdefault(form, []).append(f"{section}{IS}{meaning}")
    return parted({form: BETWEEN.join(meanings) for form, meanings in found.items()})


def lexicon_in(
    parts: Parts, titles: Mapping[str, str], lists: Mapping[str, Mapping[str, str]]
) -> Lexicon:
    """The lexicon of which `parts_of` made these parts."""
    forms = Forms(parts)
    sections = {name: Section(name, forms, meanings) for name, meanings in lists.items()}
    return Lexicon(sections, sections.pop(NAMES, Section(NAMES, forms, {})), titles, lists)
