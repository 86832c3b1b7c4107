"""What sync does in the folder: its repository, files that are not ours, states of the person's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmpath.storage.disk.paths import KEPT_NAMES
from tests.sync.conftest import Machine, World, git

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow


def tree(machine: Machine, commit: str = "HEAD") -> list[str]:
    """The files in a commit."""
    return machine.git("ls-tree", "-r", "--name-only", commit).split()


OURS = [".gitattributes", ".gitignore", "log.jsonl", "roadmap.schema.json", "roadmap.toml"]


def test_without_a_remote_everything_is_committed_here(alone: Machine) -> None:
    """One line says how to name a remote; a second sync commits nothing."""
    said = alone.sync()
    assert said.startswith("Committed: 2 records, the roadmap. Remote: none yet.")
    assert "pmpath sync --remote URL" in said
    assert tree(alone) == OURS
    assert alone.git("log", "--format=%s").split("\n")[0] == "pmpath: 2 records, the roadmap"
    assert alone.git("rev-parse", "--abbrev-ref", "HEAD").strip() == "main"
    assert alone.sync().startswith("Remote: none yet.")
    assert alone.git("rev-list", "--count", "HEAD").strip() == "1"
    alone.type("log", "a secret word")
    alone.edit('level = ""', 'level = "senior"')
    assert "Committed: 1 record, roadmap changed." in alone.sync()
    assert "secret" not in alone.git("log", "--format=%B")


def test_nothing_to_exchange_is_said(tmp_path: Path, alone: Machine) -> None:
    """An empty folder is not made before a remote is named."""
    alone.home = tmp_path / "empty"
    alone.sync(code=3)
    assert "There is nothing to exchange yet." in alone.err
    assert not alone.home.exists()


@pytest.mark.parametrize("has_name", [False, True])
def test_commits_are_by_whom_git_knows_or_else_by_pmpath(alone: Machine, has_name: bool) -> None:
    """Without an identity nothing is asked for, and none is stored."""
    if has_name:
        (alone.user / ".gitconfig").write_text("[user]\nname = Noor\nemail = noor@example.org\n")
    alone.sync()
    wanted = "Noor <noor@example.org>" if has_name else "pmpath <pmpath@localhost>"
    assert alone.git("log", "-1", "--format=%an <%ae>").strip() == wanted
    assert alone.git("log", "-1", "--format=%cn <%ce>").strip() == wanted
    assert "pmpath@" not in (alone.home / ".git" / "config").read_text()


def test_other_files_are_never_staged_or_committed(alone: Machine) -> None:
    """What is staged stays staged, what is changed stays changed, in other files and no other."""
    (alone.home / "notes.md").write_text("mine")
    (alone.home / "staged.md").write_text("staged")
    alone.sync()
    alone.git("add", "staged.md")
    alone.type("log", "tea")
    alone.git("add", "log.jsonl")
    alone.type("log", "milk")
    alone.sync()
    assert tree(alone) == OURS
    assert alone.status() == ["A  staged.md", "?? notes.md"]
    assert (alone.home / "notes.md").read_text() == "mine"


def test_other_files_that_were_committed_are_passed_on(world: World) -> None:
    """New, changed and removed; a change that is not committed stays where it is."""
    for name in ("notes.md", "odd name\u00e9 .md"):
        (world.a.home / name).write_text("one\n")
        world.a.git("add", name)
    world.a.git("commit", "-qm", "mine")
    (world.a.home / "notes.md").write_text("two\n")
    world.a.type("log", "tea")
    world.a.sync()
    world.b.type("log", "milk")
    assert "Received: 1 record, 2 other files." in world.b.sync()
    assert (world.b.home / "notes.md").read_text() == "one\n"
    world.b.git("rm", "-q", "odd name\u00e9 .md")
    world.b.git("commit", "-qm", "away")
    world.b.sync()
    world.a.sync()
    assert not (world.a.home / "odd name\u00e9 .md").exists()
    assert (world.a.home / "notes.md").read_text() == "two\n"
    assert world.a.status() == [" M notes.md"]
    assert world.b.status() == []


def their_note(world: World, text: str) -> None:
    """The other side commits a file of its own, and it is sent."""
    (world.a.home / "notes.md").write_text(text)
    world.a.git("add", "notes.md")
    world.a.git("commit", "-qm", "mine")
    world.a.type("log", "tea")
    world.a.sync()


@pytest.mark.parametrize("state", ["untracked", "ignored", "changed", "staged", "committed"])
def test_another_file_in_the_way_stops_before_anything_is_touched(world: World, state: str) -> None:
    """One that is not committed here, or that both sides changed: exit 5, the file is named."""
    notes = world.b.home / "notes.md"
    if state in ("changed", "staged", "committed"):
        their_note(world, "zero")
        world.settle()
    their_note(world, "theirs")
    notes.write_text("mine")
    if state == "ignored":
        (world.b.home / ".git" / "info" / "exclude").write_text("*.md\n")
    if state in ("staged", "committed"):
        world.b.git("add", "notes.md")
    if state == "committed":
        world.b.git("commit", "-qm", "mine")
    before = world.b.log.read_bytes(), world.b.git("rev-parse", "HEAD")
    world.b.sync(code=5)
    assert "notes.md" in world.b.err
    assert (world.b.log.read_bytes(), world.b.git("rev-parse", "HEAD")) == before
    assert notes.read_text() == "mine"


def test_a_merge_by_hand_settles_another_file(world: World) -> None:
    """As the hint says: git merges both sides of it, and sync goes on from there."""
    their_note(world, "theirs")
    (world.b.home / "notes.md").write_text("mine")
    world.b.git("add", "notes.md")
    world.b.git("commit", "-qm", "mine")
    world.b.type("log", "milk")
    world.b.sync(code=5)
    assert "merge FETCH_HEAD" in world.b.err
    world.b.git("merge", "FETCH_HEAD", code=1)
    (world.b.home / "notes.md").write_text("both")
    world.b.git("add", "notes.md")
    world.b.git("commit", "-qm", "both")
    world.settle((world.b, world.a))
    assert (world.a.home / "notes.md").read_text() == "both"
    assert len(world.a.ids()) == 4


def outer(alone: Machine) -> Path:
    """The folder around the data, made a repository with a commit of its own."""
    around = alone.home.parent
    git(around, "init", "--quiet")
    (around / "of.txt").write_text("theirs")
    git(around, "add", "of.txt")
    git(around, "commit", "-qm", "theirs")
    return around


def files_of_git(around: Path) -> dict[str, bytes]:
    """Every byte that the outer git keeps."""
    return {str(one): one.read_bytes() for one in (around / ".git").rglob("*") if one.is_file()}


@pytest.mark.parametrize("state", ["open", "ignored", "tracked"])
def test_a_repository_around_the_folder_is_never_touched(alone: Machine, state: str) -> None:
    """One that ignores the folder leaves room for its own; otherwise nothing is made."""
    around = outer(alone)
    if state == "tracked":
        git(around, "add", f"{alone.home.name}/log.jsonl")
        git(around, "commit", "-qm", "taken along")
    if state != "open":
        (around / ".git" / "info" / "exclude").write_text(f"/{alone.home.name}/\n/user/\n")
    before = files_of_git(around)
    status = git(around, "status", "--porcelain", environment={"GIT_OPTIONAL_LOCKS": "0"})
    alone.more = {"GIT_DIR": str(around / ".git"), "GIT_WORK_TREE": str(around),
                  "GIT_INDEX_FILE": str(around / ".git" / "index"), "GIT_PREFIX": "a/"}  # fmt: skip
    if state == "ignored":
        alone.sync()
        assert (alone.home / ".git" / "HEAD").exists()
    else:
        alone.sync(code=5)
        assert f"Your data is inside the git repository {around}" in alone.err
        assert not (alone.home / ".git").exists()
    assert files_of_git(around) == before
    after = git(around, "status", "--porcelain", environment={"GIT_OPTIONAL_LOCKS": "0"})
    assert after == status
    assert git(around, "log", "--format=%s").startswith(
        "taken along" if state == "tracked" else "theirs"
    )


def amid(machine: Machine, what: str) -> str:
    """Bring the folder into a state of the person's own, and return a word of the sentence."""
    if what == "detached":
        machine.git("checkout", "-q", "--detach")
        return "not on a branch"
    if what == "index lock":
        (machine.home / ".git" / "index.lock").touch()
        return "index.lock"
    for branch in ("other", "main"):
        if branch == "other":
            machine.git("checkout", "-qb", branch)
        else:
            machine.git("checkout", "-q", branch)
        (machine.home / "notes.md").write_text(branch)
        machine.git("add", "notes.md")
        machine.git("commit", "-qm", branch)
    if what == "unmerged":
        (machine.home / "notes.md").write_text("stashed")
        machine.git("stash", "-q")
        (machine.home / "notes.md").write_text("committed")
        machine.git("commit", "-qam", "committed")
        machine.git("stash", "pop", code=1)
        return "have merge conflicts"
    words = {"merge": ("merge", "other"), "rebase": ("rebase", "other"),
             "cherry-pick": ("cherry-pick", "other")}[what]  # fmt: skip
    machine.git(*words, code=1)
    return f"A {what} in this folder is not finished"


STATES = ["detached", "index lock", "merge", "rebase", "cherry-pick", "unmerged"]


@pytest.mark.parametrize("what", STATES)
def test_what_the_person_is_amid_is_named_and_left_alone(
    world: World, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 5 with the command that helps; files, staged files and commits stay as they are."""
    monkeypatch.setattr("pmpath.storage.sync.repository.INDEX_PATIENCE_SECONDS", 0.1)
    said = amid(world.a, what)
    world.a.type("log", "tea")
    before = world.a.log.read_bytes(), world.a.git("rev-parse", "HEAD"), world.a.status()
    world.a.sync(code=5)
    assert said in world.a.err
    assert (world.a.log.read_bytes(), world.a.git("rev-parse", "HEAD"), world.a.status()) == before
    assert world.head() == world.b.git("rev-parse", "HEAD").strip()


def test_without_git_a_sentence_says_so(alone: Machine) -> None:
    """Exit 3, and the log is as it was."""
    alone.more = {"PATH": str(alone.user)}
    alone.sync(code=3)
    assert "git was not found" in alone.err


def test_a_repository_half_made_is_made_whole(alone: Machine) -> None:
    """As a kill within git init leaves it; one that git cannot read is named."""
    (alone.home / ".git" / "objects").mkdir(parents=True)
    assert "Committed" in alone.sync()
    (alone.home / ".git" / "HEAD").write_text("rubbish")
    alone.sync(code=5)
    assert "not a git repository" in alone.err


def test_a_folder_that_is_a_work_tree_of_a_repository_elsewhere_is_synced(
    world: World, tmp_path: Path
) -> None:
    """Its `.git` is a file that names the place; other work trees are left alone."""
    keeper = tmp_path / "keeper"
    world.a.git("clone", "-q", str(world.remote), str(keeper))
    git(keeper, "checkout", "-q", "--detach")
    linked = Machine(tmp_path / "linked", world.a.user, world.a.captured)
    git(keeper, "worktree", "add", "-q", str(linked.home), "main")
    assert (linked.home / ".git").is_file()
    world.a.type("log", "tea")
    world.a.sync()
    linked.type("log", "milk")
    linked.sync()
    World(world.remote, world.a, linked).settle()
    assert git(keeper, "status", "--porcelain") == ""


def test_a_lost_log_and_a_lost_roadmap_come_back(world: World) -> None:
    """From the repository, on the same machine; what was logged since is joined."""
    before = world.a.told()
    world.a.log.unlink()
    world.a.roadmap.unlink()
    (world.a.home / ".gitattributes").unlink()
    assert "Restored: 2 records" in world.a.sync()
    assert world.a.told() == before
    world.a.log.unlink()
    world.a.type("log", "tea")
    assert "Restored: 2 records" in world.a.sync()
    world.settle()
    assert len(world.b.ids()) == 3


def test_files_are_copied_before_they_are_replaced(world: World) -> None:
    """Log and roadmap as they were, in backups; no other copy, and modes stay private."""
    world.a.type("log", "tea")
    world.a.type("roadmap", "move", "2028-02-07", "--because", "a release")
    world.a.sync()
    world.b.type("log", "milk")
    before = world.b.log.read_bytes(), world.b.roadmap.read_bytes()
    said = world.b.sync()
    assert "target.date: 2028-02-07; it was 2028-01-10 The previous roadmap is in backups." in said
    kept = sorted((world.b.home / "backups").iterdir())
    assert tuple(one.read_bytes() for one in kept) == before
    world.b.sync()
    assert len(list((world.b.home / "backups").iterdir())) == 2
    for path in (*kept, world.b.log, world.b.roadmap):
        assert path.stat().st_mode & 0o777 == 0o600
    assert world.b.home.stat().st_mode & 0o777 == 0o700


def test_what_is_logged_between_the_look_and_the_change_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By another process, and by an editor, while the merge is made."""
    from pmpath.storage.sync import receive as receiving

    world.a.type("log", "tea")
    world.a.type("roadmap", "move", "2028-02-07", "--because", "a release")
    world.a.sync()
    merge, left = receiving._merge, [1, 2]

    def slow(*words: Any) -> Any:
        made = merge(*words)
        if left:
            left.pop()
            world.b.type("log", f"milk {len(left)}")
            world.b.edit("[answers]", "# mine\n[answers]")
        return made

    monkeypatch.setattr(receiving, "_merge", slow)
    world.b.sync()
    assert left == []
    messages = world.b.git("log", "--format=%s").split("\n")
    assert messages.count("pmpath: 1 record, roadmap changed") == 2
    assert world.b.roadmap.read_text().count("# mine\n") == 2
    assert len(world.b.ids()) == 6
    monkeypatch.undo()
    monkeypatch.setenv("COLUMNS", "80")
    world.settle()


def test_a_restored_older_log_takes_no_record_from_the_other_side(world: World) -> None:
    """The lines come back with the next sync, after a backup."""
    old = world.a.log.read_bytes()
    world.a.type("log", "tea")
    world.a.sync()
    world.a.log.write_bytes(old)
    assert "Restored: 1 record" in world.a.sync()
    assert len(list((world.a.home / "backups").glob("log-*"))) == 1
    world.settle()


def test_a_line_set_aside_stays_out_on_both(world: World) -> None:
    """Damage that was synced, then repaired on one side."""
    with world.a.log.open("ab") as file:
        file.write(b"garbage\n")
    world.settle()
    assert b"garbage" in world.b.log.read_bytes()
    world.a.type("doctor", "--repair", "--yes")
    world.b.type("log", "tea")
    world.settle((world.b, world.a))
    assert b"garbage" not in world.b.log.read_bytes()
    assert list(world.b.home.glob("log.quarantine-*")) == []


def test_a_roadmap_with_a_fault_is_held_back_and_the_log_goes_on(world: World) -> None:
    """Named each time; once the other side has another roadmap, sync waits for the repair."""
    good = world.a.roadmap.read_bytes()
    world.a.edit('profile = "ic"', 'profile = "boss"')
    world.a.type("log", "tea")
    world.b.type("log", "milk")
    world.b.sync()
    said = world.a.sync()
    assert "Roadmap: it is not sent until it is valid. roadmap.toml:" in said
    assert "Received: 1 record." in said
    world.b.sync()
    assert world.b.log.read_bytes() == world.a.log.read_bytes()
    assert world.b.roadmap.read_bytes() == good
    world.b.type("roadmap", "move", "2028-02-07", "--because", "a release")
    world.b.sync()
    bad = world.a.roadmap.read_bytes()
    world.a.sync(code=4)
    assert "The other side changed the roadmap, and the one here has an error." in world.a.err
    assert world.a.roadmap.read_bytes() == bad
    world.a.edit('profile = "boss"', 'profile = "ic"')
    world.settle()
    assert "2028-02-07" in world.a.roadmap.read_text()


@pytest.mark.parametrize("name", ["log.jsonl", "roadmap.toml"])
def test_a_newer_file_here_is_not_touched(world: World, name: str) -> None:
    """Exit 4, and no commit."""
    path = world.a.home / name
    if name == "log.jsonl":
        path.write_bytes(path.read_bytes() + b'{"kind":"log","schema":2}\n')
    else:
        path.write_text(path.read_text().replace("schema = 1", "schema = 2", 1))
    head = world.head()
    (world.a.home / ".gitignore").unlink()
    world.a.sync(code=4)
    assert "schema 2" in world.a.err
    assert not (world.a.home / ".gitignore").exists()
    assert world.head() == head == world.a.git("rev-parse", "HEAD").strip()


def test_what_is_kept_to_save_time_stays_here(alone: Machine) -> None:
    """An earlier `.gitignore` gets the names that it lacks, behind what the person wrote."""
    alone.sync()
    path = alone.home / ".gitignore"
    path.write_text("mine.txt")
    for name in KEPT_NAMES:
        (alone.home / name).write_text("kept")
    alone.type("log", "coffee")
    alone.sync()
    assert path.read_text().splitlines() == ["mine.txt", *KEPT_NAMES]
    assert tree(alone) == OURS
    assert not [one for one in KEPT_NAMES if one in alone.git("status", "--porcelain")]


def test_line_ends_of_an_editor_are_no_change_of_the_plan(world: World) -> None:
    """All of them changed at once: nothing is sent, and a change there keeps them here."""
    world.a.roadmap.write_bytes(world.a.roadmap.read_bytes().replace(b"\n", b"\r\n"))
    assert "nothing new" in world.a.sync()
    world.b.type("roadmap", "move", "2028-02-07", "--because", "a release")
    world.b.sync()
    world.a.edit('level = ""', 'level = "senior"')
    world.a.roadmap.write_bytes(
        world.a.roadmap.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    )
    world.a.sync()
    here = world.a.roadmap.read_bytes()
    assert here.count(b"\n") == here.count(b"\r\n")
    world.b.sync()
    assert world.b.roadmap.read_bytes() == here.replace(b"\r\n", b"\n")
    assert b"date = 2028-02-07" in here
    assert b'level = "senior"' in here
