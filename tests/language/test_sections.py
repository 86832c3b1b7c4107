"""The sections of the language say the same, whether taken apart or looked into."""

from __future__ import annotations

import pytest

from pmpath.domain.language.lexicon import Lexicon, lexicon_from
from pmpath.domain.language.sections import MOST_MET, Forms, lexicon_in, parts_of
from pmpath.storage.content import content

FILES = ("language.txt", "names.txt", "titles.txt")


def whole() -> Lexicon:
    return lexicon_from(*(content().text(name) for name in FILES))


def looked_into(lexicon: Lexicon) -> Lexicon:
    return lexicon_in(parts_of(lexicon), lexicon.titles, lexicon.lists)


def test_every_form_of_every_section_has_its_meaning_and_no_section_has_another() -> None:
    taken_apart = whole()
    found = looked_into(taken_apart)
    assert found.tables.keys() == taken_apart.tables.keys()
    forms = {form for table in taken_apart.tables.values() for form in table}
    for section, table in taken_apart.tables.items():
        for form in forms:
            assert found.tables[section].get(form) == table.get(form), (section, form)
            assert (form in found.tables[section]) == (form in table)
        assert dict(found.tables[section].items()) == table
        assert list(found.tables[section]) == list(table)
    assert dict(found.names.items()) == taken_apart.names


@pytest.mark.parametrize("form", ["", "xyzzy", "a\tb", "\n", "met=", "\udcff", "event"])
def test_what_is_no_form_of_the_language_means_nothing(form: str) -> None:
    table = looked_into(whole()).tables["event"]
    assert table.get(form) is None
    assert form not in table
    with pytest.raises(KeyError):
        table[form]


def test_no_more_words_are_remembered_than_a_long_log_has_different_ones_at_once() -> None:
    forms = Forms(parts_of(whole()))
    for number in range(MOST_MET + 10):
        assert not forms.meanings(f"word{number}")
    assert len(vars(forms)["_met"]) <= MOST_MET
    assert forms.meanings("met")["event"] == "met"


def test_a_meaning_that_would_not_come_back_is_refused_when_it_is_compiled() -> None:
    with pytest.raises(ValueError, match="odd"):
        parts_of(Lexicon({"event": {"odd": "met;told"}}, {}, {}))
