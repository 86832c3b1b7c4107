"""Who the log knows: from its end, and from an index of what is older."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from pmpath.domain.log.journal import fold
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.known_names import LAST_BYTES, keep_names, names_in_log
from pmpath.storage.log.read import LogReader

HEADER = '{"kind":"log","schema":1}\n'
REST = '"at":"2027-01-11T20:00:00.000+00:00","day":"2027-01-11","text":"tea","minutes":5'
OLD = f'{{"id":"A","kind":"action",{REST},"people":["Jörg (PM)","Priya"],"opening":"Acme: PM"}}\n'
PADDING = f'{{"id":"X","kind":"action",{REST}}}\n'
NEW = f'{{"id":"B","kind":"action",{REST},"people":["Noor \\"N\\" (sales)"]}}\n'


def keep(folder: Folder) -> None:
    """Keep what a folding command knows."""
    keep_names(folder, fold(LogReader(folder).records()).known_names)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with a log whose first entry lies before the part that is looked at."""
    padding = PADDING * (2 * LAST_BYTES // len(PADDING))
    (tmp_path / "log.jsonl").write_text(HEADER + OLD + padding + NEW, encoding="utf-8")
    return Folder(str(tmp_path))


def test_names_at_the_end_are_known_without_an_index(folder: Folder) -> None:
    """A name with a quote in it as well; what is older is not looked for."""
    known = names_in_log(folder)
    assert set(known.people.values()) == {'Noor "N" (sales)'}
    assert known.firms == {}


def test_an_index_adds_the_older_names(folder: Folder) -> None:
    """It is private, and the log may grow behind it."""
    keep(folder)
    with Path(folder.log).open("a", encoding="utf-8") as file:
        file.write('{"people":["Zoe"]}\n')
    known = names_in_log(folder)
    assert set(known.people.values()) == {"Jörg (PM)", "Priya", 'Noor "N" (sales)', "Zoe"}
    assert known.firms == {"acme": "Acme: PM"}
    assert stat.S_IMODE(Path(folder.names).stat().st_mode) == 0o600


@pytest.mark.parametrize("index", ["", "garbage\n", "12 00000000\n", "99999999999 00000000\n"])
def test_a_damaged_index_costs_only_old_names(folder: Folder, index: str) -> None:
    """Nothing is taken from it, and nothing fails."""
    keep(folder)
    Path(folder.names).write_text(index)
    assert set(names_in_log(folder).people.values()) == {'Noor "N" (sales)'}


def test_an_index_with_a_changed_byte_is_not_taken(folder: Folder) -> None:
    """Wherever it is, down to the names: nobody is known by a name that no log has."""
    keep(folder)
    path = Path(folder.names)
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert set(names_in_log(folder).people.values()) == {'Noor "N" (sales)'}
    path.write_bytes(whole[:-5])
    assert set(names_in_log(folder).people.values()) == {'Noor "N" (sales)'}


def test_an_index_of_another_log_is_not_taken(folder: Folder) -> None:
    """The bytes before its end have to be the same."""
    keep(folder)
    log = Path(folder.log)
    log.write_text(log.read_text(encoding="utf-8").replace("tea", "pie"), encoding="utf-8")
    assert set(names_in_log(folder).people.values()) == {'Noor "N" (sales)'}


def test_a_short_log_has_no_index(tmp_path: Path) -> None:
    """All of it is looked at anyway."""
    (tmp_path / "log.jsonl").write_text(HEADER + OLD, encoding="utf-8")
    folder = Folder(str(tmp_path))
    keep(folder)
    assert not Path(folder.names).exists()
    assert set(names_in_log(folder).people.values()) == {"Jörg (PM)", "Priya"}
