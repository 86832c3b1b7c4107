"""What git says of permissions, keys and owners, in words that lead the right way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pmpath.storage.sync.git import Done, Git
from pmpath.storage.sync.git_errors import SAFE, refused
from tests.sync.conftest import World

GIT = Git("git", "/home/ana/data", {}, has_terminal=False)
FETCH, PUSH, LOCAL = "git fetch", "git push", "git write-tree"
OWNER = "git does not trust a repository that another account owns."
WRITE, KEY = "The remote lets you read but not write.", "The remote does not know the ssh key"
PLACE, HERE = (
    "The remote's folder cannot be written to.",
    "git does not have the right to read or write what it needs",
)


@pytest.mark.parametrize(
    ("what", "err", "sentence", "hint"),
    [
        (LOCAL, "fatal: detected dubious ownership in repository at '/home/ana/data'", OWNER,
         "git config --global --add safe.directory '/home/ana/data'"),
        (FETCH, "fatal: detected dubious ownership in repository at '/mnt/nas/j.git'\n"
         "fatal: Could not read from remote repository.", OWNER,
         "git config --global --add safe.directory '/mnt/nas/j.git'"),
        (LOCAL, "fatal: Unable to create '/home/ana/data/.git/index.lock': Permission denied",
         HERE, "write /home/ana/data/.git/index.lock,"),
        (LOCAL, "error: insufficient permission for adding an object to repository database "
         ".git/objects\nerror: failed to write", HERE, "write /home/ana/data/.git,"),
        (FETCH, "error: cannot open '.git/FETCH_HEAD': Permission denied", HERE,
         "write .git/FETCH_HEAD,"),
        (FETCH, "error: cannot open '.git/FETCH_HEAD': Read-only file system", HERE,
         "write .git/FETCH_HEAD,"),
        (LOCAL, "fatal: Unable to create '/d/.git/index.lock': File exists.",
         "Another git is running", "delete the .lock file"),
        (PUSH, "remote: error: insufficient permission for adding an object to repository "
         "database ./objects\nremote: fatal: failed to write object\n"
         "error: remote unpack failed: unpack-objects abnormal exit", PLACE,
         "Give yourself the right to write there"),
        (PUSH, "error: remote unpack failed: unable to create temporary object directory", PLACE,
         "Give yourself the right to write there"),
        (PUSH, "ERROR: Permission to ana/j.git denied to deploy key", WRITE, "--remote URL"),
        (PUSH, "remote: Permission to ana/j.git denied to bo.\nfatal: unable to access "
         "'https://host/ana/j.git/': The requested URL returned error: 403", WRITE,
         "--remote URL"),
        (PUSH, "remote: Write access to repository not granted.", WRITE, "--remote URL"),
        (PUSH, "remote: ERROR: This deploy key does not have write access to this project.",
         WRITE, "--remote URL"),
        (FETCH, "git@host: Permission denied (publickey).\nfatal: Could not read from remote "
         "repository.", KEY, "ssh-keygen"),
        (FETCH, "Warning: Identity file /home/ana/k not accessible: No such file or directory.\n"
         "git@host: Permission denied (publickey,password).", KEY, "ssh-keygen"),
        (FETCH, "@ WARNING: UNPROTECTED PRIVATE KEY FILE! @\nLoad key \"/k\": bad permissions\n"
         "git@host: Permission denied (publickey).", "ssh does not use your key", "chmod 600"),
        (FETCH, "Host key verification failed.\nfatal: Could not read from remote repository.",
         "The remote's host key is unknown here", "git -C /home/ana/data fetch"),
        (FETCH, "error: cannot run ssh: No such file or directory\nfatal: unable to fork",
         "git lacks a program to reach the remote.", "Install it"),
        (FETCH, "fatal: Authentication failed for 'https://host/j.git/'",
         "The remote refused the login.", "git -C /home/ana/data fetch"),
        (FETCH, "fatal: '/mnt/j.git' does not appear to be a git repository",
         "There is no repository at the remote's address.", "remote -v"),
        (FETCH, "remote: Repository not found.", "There is no repository", "remote -v"),
    ],
)  # fmt: skip
def test_each_refusal_leads_to_its_own_cure(what: str, err: str, sentence: str, hint: str) -> None:
    """And says that all is committed only where it is."""
    said = refused(GIT, Done(128, b"", err), what)
    assert said.sentence.startswith(sentence)
    assert hint in said.hint
    assert said.hint.count("{") == 0
    if what == LOCAL:
        assert SAFE not in said.hint


def test_a_folder_in_the_place_of_the_working_index_is_named(world: World) -> None:
    """It is not a bug: what has to be moved is said, and nothing is lost."""
    for place in ("index", "index.lock"):
        path = world.a.home / ".git" / "pmpath" / place
        (path / "inside").mkdir(parents=True)
        world.a.type("log", "tea")
        world.a.type("sync", code=5)
        assert f"{path}: There is a folder where a file belongs." in world.a.err
        (path / "inside").rmdir()
        path.rmdir()
    assert "Committed: 2 records." in world.a.sync()


def test_a_repository_that_may_not_be_read_is_not_made_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither `git init` nor a guess: the folder is named."""
    real = os.access
    monkeypatch.setattr(
        "os.access", lambda path, mode: not str(path).endswith(".git") and real(path, mode)
    )
    world.a.type("sync", code=5)
    assert f"{world.a.home}/.git: You may not open this folder." in world.a.err


def test_a_remote_folder_that_may_not_be_opened_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git says the same of both; another address would not help."""
    monkeypatch.setattr("os.access", lambda path, mode: path != str(tmp_path))
    said = refused(
        GIT, Done(128, b"", f"fatal: '{tmp_path}' does not appear to be a git repository"), FETCH
    )
    assert said.sentence == "You do not have the right to open the remote's folder."
    assert f"Give yourself the right to read and write {tmp_path}," in said.hint
