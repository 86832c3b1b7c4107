from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from pmpath.cli.app import app_of
from pmpath.cli.commands import ORDER
from pmpath.cli.door import enter
from pmpath.domain.kinds import FIELDS, READ_KINDS
from pmpath.domain.roadmap.table import known_keys
from pmpath.storage.log.corrections import KINDS
from pmpath.storage.log.encode import EVIDENCE_VALUE
from tests.programs import has

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FILES = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = re.findall(r"^    (pmpath.*)$", README, re.MULTILINE)


def test_every_command_of_the_readme_works_in_its_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From an empty folder, each indented line is typed as it stands and exits with 0.

    The file that one of them imports lies in the folder.

    Where git or a clipboard is missing, the line that needs it ends as every command that lacks its
    program. What `init` would ask is answered by the line for that, once.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jrnl.json").write_text('{"tags": {}, "entries": []}')
    environment = {"PMPATH_HOME": str(tmp_path / "data"), "PMPATH_TODAY": "2027-01-13"}
    assert len(COMMANDS) >= 10
    unasked = next(line for line in COMMANDS if line.startswith("pmpath init --yes"))
    asked = [unasked if line == "pmpath init" else line for line in COMMANDS]
    for line in [one for at, one in enumerate(asked) if one != unasked or at == asked.index(one)]:
        words = shlex.split(line)[1:]
        lacks = ("sync" in words and not has("git")) or "--copy" in words
        code = enter(words, environment)
        assert code == 0 or (lacks and code == 3), (line, capsys.readouterr())


def test_every_command_has_its_place_and_its_help() -> None:
    """The table of commands is whole, and the README or a page of docs/ tells of each."""
    registered = [one.name for one in app_of(*ORDER).registered_commands]
    registered += [one.name for one in app_of(*ORDER).registered_groups]
    assert sorted(filter(None, registered)) == sorted(ORDER)
    pages = "".join(one.read_text(encoding="utf-8") for one in PAGES)
    for name in ORDER:
        assert f"`{name}`" in pages or f"pmpath {name}" in pages, name


@pytest.mark.parametrize("name", ORDER)
def test_the_help_of_every_command_shows(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """--help needs no roadmap and exits with 0."""
    assert enter([name, "--help"], {"PMPATH_HOME": "/nonexistent/folder"}) == 0
    assert "Usage: pmpath" in capsys.readouterr().out


def test_the_roadmaps_keys_are_documented() -> None:
    """Every table and key that the reader knows stands in docs/files.md, save the answers' own."""
    for table, keys in known_keys().items():
        for key in () if table in ("answers", "minutes", "") else keys:
            assert f"`{key}`" in FILES, (table, key)


def test_the_kinds_of_records_are_documented() -> None:
    """Every kind the reader interprets stands in docs/files.md, with the keys of a flat one."""
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", FILES, re.MULTILINE))
    for kind in (*READ_KINDS, *KINDS):
        assert kind in rows
    for kind, fields in FIELDS.items():
        assert [one.key for one in fields if f"`{one.key}`" not in rows[kind]] == []
    assert set(EVIDENCE_VALUE) <= {"link", "audience", "document", "person", "contact"}


def test_the_links_of_the_readme_exist() -> None:
    """No page is named that is not there."""
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
