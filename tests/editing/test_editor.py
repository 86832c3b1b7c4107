"""`pmpath roadmap edit` on a real terminal, with small shell scripts as the editor."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pexpect
import pytest

from pmpath.cli.plan.edit import _editor
from pmpath.cli.plan.editors import how_to_wait, may_be_open, opened_at
from pmpath.domain.errors import UsageError
from tests.commands.conftest import Terminal
from tests.installed import installed
from tests.programs import needs

PATIENCE = 60.0
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

    def open(self, script: str, name: str = "vi", **more: str) -> pexpect.spawn[str]:
        """Begin `pmpath roadmap edit` with this script as the editor."""
        for program in ("grep", "sed"):
            if f"{program} " in script:
                needs(program)
        editor = self.folder / name
        editor.write_text(script)
        editor.chmod(0o755)
        settings = {
            **os.environ, "PMPATH_HOME": str(self.home), "PMPATH_TODAY": "2027-01-12",
            "EDITOR": str(editor) if script else "", "VISUAL": "", "TERM": "dumb",
            "NOTES": str(self.folder / "notes"), "COLUMNS": "200",
            "PYTHONPATH": installed(), **more,
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
    shown.expect_exact("target.scop is not a key of this table; did you mean scope?")
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
    assert (code, "the roadmap has not changed" in said) == (4, True)
    assert editing.roadmap.read_bytes() == before
    assert "scop =" in editing.draft.read_text()
    code, _ = ended(editing.open(MISSPELT))
    assert code == 0
    assert "date = 2028-03-06 # mine" in editing.roadmap.read_text()


@pytest.mark.parametrize(
    ("script", "code", "sentence"),
    [
        ("#!/bin/sh\nexit 3\n", 5, "ended with exit code 3; the roadmap has not changed."),
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
    assert (code, "The roadmap changed in the meantime; nothing was written." in said) == (5, True)
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
    assert (code, "The roadmap was changed after you saved this draft." in said) == (2, True)
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


@pytest.mark.parametrize(
    "typed", ["vim '", '"/opt/my editor/vi', "code --wait \\", "vim 'a' \"b", "'"]
)
@pytest.mark.parametrize("name", ["EDITOR", "VISUAL"])
def test_a_quote_that_is_not_closed_in_a_setting_is_named(name: str, typed: str) -> None:
    """With the setting and what it holds; it is the person's to mend."""
    with pytest.raises(UsageError) as caught:
        _editor({name: typed})
    assert caught.value.sentence == f"A quote or backslash in {name} is not closed: {typed}"
    assert caught.value.hint == f"Set it again, as in: export {name}='code --wait'"


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"VISUAL": "  ", "EDITOR": "nano -w"}, ["nano", "-w"]),
        ({"VISUAL": "vim", "EDITOR": "nano"}, ["vim"]),
        ({"EDITOR": "'/opt/my editor/vi' -n"}, ["/opt/my editor/vi", "-n"]),
    ],
)
def test_the_first_setting_that_names_something_is_taken(
    environment: dict[str, str], words: list[str]
) -> None:
    """A blank VISUAL does not hide EDITOR."""
    assert _editor(environment) == words


@pytest.mark.parametrize("environment", [{}, {"EDITOR": " "}, {"EDITOR": "''"}])
def test_no_editor_is_said(environment: dict[str, str]) -> None:
    """A setting without a program is none."""
    with pytest.raises(UsageError):
        _editor(environment)


@pytest.mark.parametrize(
    ("editor", "reason"),
    [
        ("/nowhere/vi", "No such file or directory"), ("{folder}", "Permission denied"),
        ("{folder}/plain.txt", "Permission denied"), ("nano-that-is-not-here -w", "No such file"),
    ],
)  # fmt: skip
def test_an_editor_that_does_not_start_leaves_nothing_behind(
    editing: Editing, editor: str, reason: str
) -> None:
    """Missing, a folder, not executable: exit 5 with the reason; no draft stands in the way."""
    (editing.folder / "plain.txt").write_text("")
    before = editing.roadmap.read_bytes()
    code, said = ended(editing.open("", EDITOR=editor.format(folder=editing.folder)))
    assert (code, "did not start: " + reason in said) == (5, True), said
    assert (editing.roadmap.read_bytes(), editing.draft.exists()) == (before, False)


@pytest.mark.parametrize("name", ["code", "gedit", "mine"])
def test_the_draft_of_an_editor_that_returns_at_once_is_kept(editing: Editing, name: str) -> None:
    """What is saved in its window later is taken over by the next edit; how it waits is said."""
    code, said = ended(editing.open("#!/bin/sh\nexit 0\n", name))
    assert (code, "nothing was changed so far." in said, "--wait" in said) == (0, True, True), said
    assert f"Saved: {editing.draft}" in said
    editing.draft.write_text(
        editing.draft.read_text().replace("date = 2028-01-10", "date = 2028-03-06")
    )
    code, said = ended(editing.open("#!/bin/sh\nexit 0\n", name))
    assert (code, "Roadmap: saved." in said) == (0, True)
    assert "date = 2028-03-06" in editing.roadmap.read_text()
    assert not editing.draft.exists()


def test_a_draft_that_nobody_touched_gives_way(editing: Editing, terminal: Terminal) -> None:
    """An editor's window was closed without a change, then the date was moved: edit goes on."""
    ended(editing.open("#!/bin/sh\nexit 0\n", "gedit"))
    os.utime(editing.draft, (1, 1))
    terminal.type("roadmap", "move", "2028-02-07")
    code, said = ended(editing.open(MOVES_DATE))
    assert (code, "Roadmap: saved." in said) == (0, True), said
    assert "date = 2028-03-06" in editing.roadmap.read_text()


@pytest.mark.parametrize(
    ("editor", "waits"),
    [
        ("gedit", "gedit --wait R"), ("gedit -w", "gedit -w R"), ("gvim", "gvim --nofork R"),
        ("gvim -f", "gvim -f R"), ("kate", "kate --block R"), ("open", "open -W R"),
        ("/snap/bin/code -n", "/snap/bin/code -n --wait R"), ("mate", "mate --wait R"),
        ("xdg-open", "xdg-open R"), ("mine", "mine R"),
    ],
)  # fmt: skip
def test_editors_with_windows_are_told_to_wait(editor: str, waits: str) -> None:
    """Each by its own option, unless the person has set it."""
    words = editor.split()
    assert " ".join(opened_at(words, "R", 0)) == waits
    assert may_be_open(words)
    assert how_to_wait(words)


def test_an_editor_in_the_terminal_has_ended_when_it_ends() -> None:
    """But for emacsclient, which can be told not to wait."""
    for editor in ("vi", "/usr/bin/nano -w", "hx", "emacsclient -t", "ed"):
        assert not may_be_open(editor.split())
    assert may_be_open(["emacsclient", "-n"])
    assert how_to_wait(["emacsclient", "-n"]) == "To make it wait, leave -n out of EDITOR."


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
