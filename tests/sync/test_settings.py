"""Settings of the person's git, however odd, bend nothing."""

from __future__ import annotations

import pytest

from tests.sync.acts import ACTS
from tests.sync.conftest import Machine, World, git

pytestmark = pytest.mark.slow

# Every hook that a commit, a merge or a change of staged files could run ends with an error.
HOOKS = ("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "pre-merge-commit",
         "post-merge", "post-checkout", "pre-rebase", "post-index-change")  # fmt: skip
SETTINGS = """
[commit]
    gpgSign = true
    template = /nonexistent
    verbose = true
[gpg]
    program = false
[tag]
    gpgSign = true
[core]
    autocrlf = true
    safecrlf = true
    eol = crlf
    hooksPath = {user}/hooks
    attributesFile = {user}/attributes
    excludesFile = {user}/excludes
    fsmonitor = {user}/hooks/pre-commit
    quotePath = true
    pager = false
    editor = false
    fileMode = false
    untrackedCache = true
    abbrev = 40
    commentChar = p
    preloadIndex = true
    splitIndex = true
[filter "bad"]
    clean = tr a-z A-Z
    smudge = tr a-z A-Z
    required = true
[diff]
    external = false
    noprefix = true
    algorithm = patience
[merge]
    ff = only
    conflictStyle = diff3
    tool = false
    default = union
    verifySignatures = true
    renames = false
[pull]
    rebase = true
    ff = only
[rebase]
    autoStash = true
[push]
    default = nothing
    followTags = true
    autoSetupRemote = true
[fetch]
    prune = true
    pruneTags = true
    parallel = 4
[remote]
    pushDefault = nowhere
[init]
    defaultBranch = trunk
[branch]
    autoSetupMerge = always
    autoSetupRebase = always
[color]
    ui = always
[column]
    ui = always
[i18n]
    commitEncoding = ISO-8859-1
    logOutputEncoding = ISO-8859-1
[log]
    showSignature = true
[status]
    showUntrackedFiles = no
[user]
    useConfigOnly = true
[submodule]
    recurse = true
[transfer]
    fsckObjects = true
[advice]
    detachedHead = false
[gc]
    auto = 1
[maintenance]
    auto = true
[rerere]
    enabled = true
[index]
    version = 4
[feature]
    manyFiles = true
[safe]
    bareRepository = explicit
[alias]
    fetch = !false
    push = !false
"""


@pytest.fixture
def odd(alone: Machine) -> Machine:
    """A machine whose git has all of them."""
    user = alone.user
    (user / "hooks").mkdir()
    for name in HOOKS:
        (user / "hooks" / name).write_text("#!/bin/sh\nexit 1\n")
        (user / "hooks" / name).chmod(0o755)
    (user / "attributes").write_text("* filter=bad text eol=crlf merge=ours\n")
    (user / "excludes").write_text("*.toml\n*.jsonl\n.git*\n")
    (user / ".gitconfig").write_text(SETTINGS.format(user=user))
    return alone


@pytest.mark.parametrize("acts", [("log", "promise"), ("move", "move further"), ("reach", "drop")])
def test_two_machines_with_odd_settings_end_with_the_same(
    odd: Machine, world: World, acts: tuple[str, str]
) -> None:
    """Bytes in commits are those of the files, in the order of every other test."""
    for machine, act in zip(world.both, acts, strict=True):
        ACTS[act](machine)
    calm = ("-c", "core.hooksPath=/nonexistent", "-c", "commit.gpgSign=false")
    (world.a.home / "notes.md").write_bytes(b"one\r\n")
    world.a.git(*calm, "add", "--force", "notes.md")
    world.a.git(*calm, "commit", "-qm", "mine")
    for machine in (world.a, world.b, world.a):
        machine.sync()
    assert world.a.told() == world.b.told()
    # The person's own filter is for the person's own files.
    assert (world.b.home / "notes.md").read_bytes() == b"ONE\r\n"
    assert world.b.git(*calm, "status", "--porcelain", "notes.md") == ""
    for name in ("log.jsonl", "roadmap.toml"):
        kept = git(world.remote, "show", f"main:{name}")
        assert kept == (world.a.home / name).read_text()
    assert git(world.remote, "for-each-ref", "--format=%(refname)").split() == ["refs/heads/main"]
    assert "nothing new" in world.b.sync()


@pytest.mark.parametrize("setting", ["autocrlf = true", "autocrlf = input", "eol = crlf"])
def test_line_ends_that_git_would_change_are_left_alone(world: World, setting: str) -> None:
    """What is committed, and what git then says of the files, on a machine like one of Windows."""
    (world.a.user / ".gitconfig").write_text(f"[core]\n{setting}\n")
    for machine, act in zip(world.both, ("move", "minutes by hand"), strict=True):
        ACTS[act](machine)
        machine.type("log", "tea")
    world.settle()
    clone = world.remote.parent / "clone"
    world.a.git("clone", "-q", str(world.remote), str(clone))
    other = Machine(clone, world.a.user, world.a.captured)
    other.type("log", "milk")
    assert "Committed: 1 record. Sent: " in other.sync()
    world.settle()


def test_variables_of_another_repository_are_not_followed(world: World) -> None:
    """As a hook or an alias of git hands them on; what names the person is followed."""
    inside = str(world.remote)
    world.a.more = {
        "GIT_DIR": inside, "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "/nonexistent/index",
        "GIT_OBJECT_DIRECTORY": f"{inside}/objects", "GIT_COMMON_DIR": inside,
        "GIT_NAMESPACE": "x", "GIT_PREFIX": "y/", "GIT_QUARANTINE_PATH": "/nonexistent",
        "GIT_CONFIG_PARAMETERS": "'core.bare=true'", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de",
        "GIT_AUTHOR_NAME": "Noor", "GIT_AUTHOR_EMAIL": "noor@example.org",
        "GIT_COMMITTER_NAME": "Noor", "GIT_COMMITTER_EMAIL": "noor@example.org",
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "commit.gpgSign",
        "GIT_CONFIG_VALUE_0": "true",
    }  # fmt: skip
    world.a.type("log", "tea")
    assert "Sent: " in world.a.sync()
    assert git(world.remote, "log", "-1", "--format=%an", "main").strip() == "Noor"
    world.a.more = {}
    world.settle()


def test_git_packs_what_many_syncs_left(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Objects do not pile up, and the history is whole after it."""
    calls: list[str] = []
    from pmpath.storage.sync.git import Done, Git

    run = Git.run

    def noted(self: Git, *words: str, **more: object) -> Done:
        calls.append(" ".join(words))
        return run(self, *words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Git, "run", noted)
    world.a.type("log", "tea")
    world.a.sync()
    pushes = [one for one in calls if one.startswith("push ")]
    assert [one.split()[-1] for one in pushes] == ["refs/heads/main:refs/heads/main"]
    assert calls[-1] == "-c gc.auto=1000 -c gc.autoDetach=false gc --auto --quiet"
    assert "--force" not in " ".join(calls)
    world.a.git("fsck", "--strict")
