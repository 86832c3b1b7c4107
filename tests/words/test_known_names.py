"""Who the log knows: from its end, and from an index of what is older."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.known_names import LAST_BYTES, keep_names, names_in_log

HEADER = '{"kind":"log","schema":1}\n'
OLD = '{"id":"A","kind":"action","people":["Jörg (PM)","Priya"],"opening":"Acme: PM"}\n'
PADDING = '{"id":"X","kind":"action","text":"tea","minutes":5}\n'
NEW = '{"id":"B","kind":"action","people":["Noor \\"N\\" (sales)"]}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with a log whose first entry lies before the part that is looked at."""
    padding = PADDING * (2 * LAST_BYTES // len(PADDING))
    (tmp_path / "log.jsonl").write_text(HEADER + OLD + padding + NEW, encoding="utf-8")
    return Folder(str(tmp_path))


def test_names_at_the_end_are_known_without_an_index(folder: Folder) -> None:
    """A name with a quote in it as well; what is older is not looked for."""
    people, firms = names_in_log(folder)
    assert list(people.values()) == ['Noor "N" (sales)']
    assert firms == {}


def test_an_index_adds_the_older_names(folder: Folder) -> None:
    """It is private, and the log may grow behind it."""
    keep_names(folder)
    with Path(folder.log).open("a", encoding="utf-8") as file:
        file.write('{"people":["Zoe"]}\n')
    people, firms = names_in_log(folder)
    assert set(people.values()) == {"Jörg (PM)", "Priya", 'Noor "N" (sales)', "Zoe"}
    assert firms == {"acme": "Acme: PM"}
    assert stat.S_IMODE(Path(folder.names).stat().st_mode) == 0o600


@pytest.mark.parametrize("index", ["", "garbage\n", "12 00000000\n", "99999999999 00000000\n"])
def test_a_damaged_index_costs_only_old_names(folder: Folder, index: str) -> None:
    """Nothing is taken from it, and nothing fails."""
    keep_names(folder)
    Path(folder.names).write_text(index)
    assert list(names_in_log(folder)[0].values()) == ['Noor "N" (sales)']


def test_an_index_with_a_changed_byte_is_not_taken(folder: Folder) -> None:
    """Wherever it is, down to the names: nobody is known by a name that no log has."""
    keep_names(folder)
    path = Path(folder.names)
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert list(names_in_log(folder)[0].values()) == ['Noor "N" (sales)']
    path.write_bytes(whole[:-5])
    assert list(names_in_log(folder)[0].values()) == ['Noor "N" (sales)']


def test_an_index_of_another_log_is_not_taken(folder: Folder) -> None:
    """The bytes before its end have to be the same."""
    keep_names(folder)
    log = Path(folder.log)
    log.write_text(log.read_text(encoding="utf-8").replace("tea", "pie"), encoding="utf-8")
    assert list(names_in_log(folder)[0].values()) == ['Noor "N" (sales)']


def test_a_short_log_has_no_index(tmp_path: Path) -> None:
    """All of it is looked at anyway."""
    (tmp_path / "log.jsonl").write_text(HEADER + OLD, encoding="utf-8")
    folder = Folder(str(tmp_path))
    keep_names(folder)
    assert not Path(folder.names).exists()
    assert set(names_in_log(folder)[0].values()) == {"Jörg (PM)", "Priya"}
