"""`pmpath roadmap edit` on a real terminal, with small shell scripts as the editor."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pexpect
import pytest

from pmpath.cli.editing import opened_at
from tests.commands.conftest import Terminal

PATIENCE = 20.0
MISSPELT = """\
#!/bin/sh
# The first time it makes a mistake, the second time it mends it.
echo "$@" >> "$NOTES"
for file in "$@"; do :; done
if grep -q 'scop =' "$file"
then sed 's/^scop =/scope =/' "$file" > "$file.new"
else sed 's/^scope =/scop =/; s/^date = .*/date = 2028-03-06 # mine/' "$file" > "$file.new"
fi
cat "$file.new" > "$file"; rm "$file.new"
"""
MOVES_DATE = '#!/bin/sh\nsed "s/^date = .*/date = 2028-03-06/" "$1" > "$1.n"; mv "$1.n" "$1"\n'


@dataclass
class Editing:
    """A data folder and an editor called vi."""

    home: Path
    folder: Path

    @property
    def roadmap(self) -> Path:
        return self.home / "roadmap.toml"

    @property
    def draft(self) -> Path:
        return self.home / "roadmap.draft.toml"

    @property
    def notes(self) -> list[str]:
        """The arguments of each call of the editor."""
        return (self.folder / "notes").read_text().splitlines()

    def open(self, script: str) -> pexpect.spawn[str]:
        """Begin `pmpath roadmap edit` with this script as the editor."""
        editor = self.folder / "vi"
        editor.write_text(script)
        editor.chmod(0o755)
        settings = {
            **os.environ, "PMPATH_HOME": str(self.home), "PMPATH_TODAY": "2027-01-12",
            "EDITOR": str(editor) if script else "", "VISUAL": "", "TERM": "dumb",
            "NOTES": str(self.folder / "notes"), "COLUMNS": "200",
        }  # fmt: skip
        return pexpect.spawn(
            sys.executable, ["-m", "pmpath", "roadmap", "edit"], env=settings, encoding="utf-8",
            timeout=PATIENCE, dimensions=(24, 200),
        )  # fmt: skip


@pytest.fixture
def editing(terminal: Terminal, tmp_path: Path) -> Editing:
    """A person with a roadmap and an editor."""
    return Editing(terminal.home, tmp_path)


def ended(shown: pexpect.spawn[str]) -> tuple[int | None, str]:
    """What was shown up to the end, and the exit code."""
    shown.expect(pexpect.EOF)
    shown.close()
    return shown.exitstatus, shown.before or ""


def test_a_sound_edit_takes_its_place_and_its_promise_is_recorded(editing: Editing) -> None:
    """The new date counts from then on; a copy of the old text is kept, the draft is gone."""
    before = editing.roadmap.read_bytes()
    code, said = ended(editing.open(MOVES_DATE))
    assert (code, "Roadmap: saved." in said) == (0, True)
    assert b"date = 2028-03-06" in editing.roadmap.read_bytes()
    assert '"target":"2028-03-06"' in (editing.home / "log.jsonl").read_text().splitlines()[-1]
    assert [path.read_bytes() for path in (editing.home / "backups").iterdir()] == [before]
    assert not editing.draft.exists()


def test_a_mistake_is_named_and_the_editor_opens_at_its_line(editing: Editing) -> None:
    """Enter opens it again, where the fault is; once mended it counts."""
    shown = editing.open(MISSPELT)
    shown.expect_exact("target.scop is no key of this table; did you mean scope?")
    shown.expect_exact("Open it again?")
    shown.send("\r")
    code, said = ended(shown)
    assert (code, "Roadmap: saved." in said) == (0, True)
    first, second = editing.notes
    line = editing.roadmap.read_text().splitlines().index('scope = "standard"') + 1
    assert first == str(editing.draft)
    assert second == f"+{line} {editing.draft}"
    assert "date = 2028-03-06 # mine" in editing.roadmap.read_text()


def test_a_mistake_left_as_it_is_stays_in_the_draft(editing: Editing) -> None:
    """The roadmap is as it was, the text is kept, and the next edit opens it again."""
    before = editing.roadmap.read_bytes()
    shown = editing.open(MISSPELT)
    shown.expect_exact("Open it again?")
    shown.send("n\r")
    code, said = ended(shown)
    assert (code, "the roadmap is as it was" in said) == (4, True)
    assert editing.roadmap.read_bytes() == before
    assert "scop =" in editing.draft.read_text()
    code, _ = ended(editing.open(MISSPELT))
    assert code == 0
    assert "date = 2028-03-06 # mine" in editing.roadmap.read_text()


@pytest.mark.parametrize(
    ("script", "code", "sentence"),
    [
        ("#!/bin/sh\nexit 3\n", 5, "ended with 3; the roadmap is as it was."),
        ("", 2, "No editor is set."),
        ("#!/bin/sh\nexit 0\n", 0, "nothing was changed."),
        ('#!/bin/sh\nrm "$1"\n', 0, "nothing was changed."),
    ],
)
def test_an_editor_that_brings_nothing_changes_nothing(
    editing: Editing, script: str, code: int, sentence: str
) -> None:
    """Whatever becomes of it, roadmap and log stay."""
    before = editing.roadmap.read_bytes(), (editing.home / "log.jsonl").read_bytes()
    found, said = ended(editing.open(script))
    assert (found, sentence in said) == (code, True), said
    assert (editing.roadmap.read_bytes(), (editing.home / "log.jsonl").read_bytes()) == before
    assert editing.draft.exists() is (code == 5)


def test_without_a_terminal_no_editor_is_opened(terminal: Terminal) -> None:
    """A script is told which file to edit and how to check it."""
    terminal.type("roadmap", "edit", code=2)
    assert terminal.err.startswith("pmpath: An editor needs a terminal.\n")


def test_what_was_saved_meanwhile_is_not_lost(editing: Editing) -> None:
    """Another program changed the roadmap while the editor was open: both texts are kept."""
    other = f'#!/bin/sh\necho "# other" >> "{editing.roadmap}"\necho "# mine" >> "$1"\n'
    code, said = ended(editing.open(other))
    assert (code, "The roadmap was changed meanwhile; nothing was written." in said) == (5, True)
    assert editing.roadmap.read_text().endswith("# other\n")
    assert editing.draft.read_text().endswith("# mine\n")


def test_a_draft_older_than_the_roadmap_is_not_put_over_it(
    editing: Editing, terminal: Terminal
) -> None:
    """The date was moved after the draft was left: the move would be undone, so it is refused."""
    shown = editing.open(MISSPELT)
    shown.expect_exact("Open it again?")
    shown.send("n\r")
    ended(shown)
    terminal.type("roadmap", "move", "2028-02-07")
    code, said = ended(editing.open(MISSPELT))
    assert (code, "The roadmap was changed after a draft was kept." in said) == (2, True)
    assert "date = 2028-02-07" in editing.roadmap.read_text()
    assert "scop =" in editing.draft.read_text()


@pytest.mark.parametrize(
    ("editor", "call"),
    [
        ("vim", "vim +7 R"), ("/usr/bin/nano -w", "/usr/bin/nano -w +7 R"), ("hx", "hx R:7"),
        ("code", "code --wait --goto R:7"), ("code -w -n", "code -w -n --goto R:7"),
        ("subl", "subl --wait R:7"), ("ed", "ed R"), ("code.exe", "code.exe --wait --goto R:7"),
    ],
)  # fmt: skip
def test_editors_are_opened_at_the_line_in_their_own_way(editor: str, call: str) -> None:
    """One that would return at once is told to wait; one that takes no line gets none."""
    assert " ".join(opened_at(editor.split(), "R", 7)) == call
    assert opened_at(editor.split(), "R", 0)[-1] == "R"


def test_an_edit_is_undone_value_by_value(editing: Editing, terminal: Terminal) -> None:
    """The date and what else was changed go back together; the entry before the edit stays."""
    terminal.type("log", "coffee")
    before = editing.roadmap.read_bytes()
    script = MOVES_DATE.replace("s/^date", r"s/^level = .*/level = \"senior\"/; s/^date")
    ended(editing.open(script))
    assert b'level = "senior"' in editing.roadmap.read_bytes()
    assert b"date = 2028-03-06" in editing.roadmap.read_bytes()
    terminal.type("undo")
    assert editing.roadmap.read_bytes() == before
    assert "1 entry." in terminal.type("history")
