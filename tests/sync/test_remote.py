"""Remotes that are away, silent, ahead, odd or not ours."""

from __future__ import annotations

import json
import shutil
import socket
import stat
import time
from pathlib import Path

import pytest

from tests.storage.running import line
from tests.sync.conftest import Machine, World, bare, git
from tests.wizard.test_init_on_a_terminal import PATIENCE, Call

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow


def hook(repository: Path, name: str, text: str) -> None:
    """A hook of a repository."""
    path = repository / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


class Silent:
    """In place of ssh: says nothing until it may leave; after two minutes it leaves by itself.

    Git asks it first, with -G, whether it is ssh, and gives it no pipe then.
    """

    def __init__(self, folder: Path) -> None:
        self._begun, self._leaves, self._ended = (
            folder / name for name in ("silent.begun", "silent.leaves", "silent.ended")
        )
        script = folder / "silent"
        script.write_text(
            f"#!/bin/sh\n[ \"$1\" = -G ] && exit 0\n: > '{self._begun}'\n"
            f"for each in $(seq 600); do [ -e '{self._leaves}' ] && break; sleep 0.2; done\n"
            f": > '{self._ended}'\n"
        )
        script.chmod(0o755)
        self.program = str(script)

    @property
    def has_ended(self) -> bool:
        """Whether it has said nothing to the end."""
        return self._ended.exists()

    def leave(self) -> None:
        """Let it end."""
        self._leaves.touch()

    def wait_for_git(self) -> None:
        """Wait until git has called it."""
        end = time.monotonic() + PATIENCE
        while not self._begun.exists():
            assert time.monotonic() < end, "git never called its helper"
            time.sleep(0.02)


def committed(world: World, files: dict[str, str | None], message: str = "by hand") -> None:
    """A commit that somebody made with git alone, or with another program, sent to the remote."""
    place = world.remote.parent / "by hand"
    shutil.rmtree(place, ignore_errors=True)
    git(world.remote, "clone", "--quiet", str(world.remote), str(place))
    for name, text in files.items():
        if text is None:
            (place / name).unlink()
        else:
            (place / name).write_text(text)
    git(place, "add", "--all", "--force")
    git(place, "commit", "-qm", message)
    git(place, "push", "-q")


def test_a_remote_that_is_away_leaves_a_commit_here(world: World) -> None:
    """Exit 5 with what to do; when the remote is back, everything is sent."""
    away = world.remote.rename(world.remote.with_suffix(".away"))
    world.a.type("log", "tea")
    said = world.a.sync(code=5)
    assert "Committed: 1 record." in said
    assert "There is no repository at the remote's address." in world.a.err
    assert "committed on this machine" in world.a.err
    away.rename(world.remote)
    assert "Sent: " in world.a.sync()
    world.settle()


def test_an_exchange_as_data_tells_what_was_kept_received_and_sent(world: World) -> None:
    """On both sides; a remote that is away leaves what was committed before it was missed."""
    world.a.type("log", "tea")
    sent = json.loads(world.a.sync("--json"))["data"]
    assert ([one["records"] for one in sent["committed"]], sent["sent"]) == ([1], True)
    world.b.type("log", "lunch")
    both = json.loads(world.b.sync("--json"))["data"]
    assert [one["records"] for one in both["received"]] == [1]
    assert (both["sent"], both["is_whole"], both["remote"]) == (True, True, sent["remote"])
    assert json.loads(world.b.sync("--json"))["data"]["committed"] == []
    away = world.remote.rename(world.remote.with_suffix(".away"))
    world.b.type("log", "tea again")
    cut = json.loads(world.b.sync("--json", code=5))["data"]
    assert ([one["records"] for one in cut["committed"]], cut["is_whole"]) == ([1], False)
    assert world.b.sync("--json", code=5) == ""
    away.rename(world.remote)


def test_without_a_network_the_sentence_says_so(world: World) -> None:
    """A port that nobody listens on, with a secret in the address that is not shown."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    address = f"http://ana:hush@127.0.0.1:{port}/journey.git"
    world.a.git("remote", "set-url", "origin", address)
    world.a.type("log", "tea")
    said = world.a.sync(code=5)
    assert "Committed: 1 record." in said
    assert "The remote could not be reached." in world.a.err
    assert "hush" not in said + world.a.err
    shutil.rmtree(world.a.home / ".git")
    said = world.a.sync("--remote", address, code=5)
    assert f"Remote: origin (http://127.0.0.1:{port}/journey.git)." in said
    assert "hush" not in said + world.a.err


def test_a_silent_remote_is_given_up(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time that git is given, in words; the next sync works."""
    silent = Silent(world.a.user)
    world.a.git("remote", "set-url", "origin", "ssh://host.example/journey.git")
    world.a.more = {"GIT_SSH_COMMAND": silent.program}
    monkeypatch.setattr("pmpath.storage.sync.git.NETWORK_SECONDS", 1)
    world.a.type("log", "tea")
    world.a.sync(code=5)
    assert not silent.has_ended, "sync waited for the helper that has git's pipes in its hands"
    silent.leave()
    assert "git fetch did not answer for 1 seconds and was stopped." in world.a.err
    world.a.git("remote", "set-url", "origin", str(world.remote))
    world.settle()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Permission denied (publickey).", "The remote does not know the ssh key"),
        ("fatal: Could not resolve hostname x", "The remote could not be reached."),
        ("\\033[31mred \\202 words", "git fetch ended with 128"),
    ],
)
def test_what_ssh_says_is_explained_and_harmless(world: World, said: str, sentence: str) -> None:
    """Known words by a sentence of their own, others as they are, without control characters."""
    command = world.a.user / "ssh"
    command.write_text(f"#!/bin/sh\nprintf '{said}\\n' >&2\nexit 255\n")
    command.chmod(0o755)
    world.a.git("remote", "set-url", "origin", "ssh://host.example/journey.git")
    world.a.more = {"GIT_SSH_COMMAND": str(command)}
    world.a.sync(code=5)
    assert sentence in world.a.err


def test_a_push_that_came_second_is_tried_again(world: World) -> None:
    """The other side sends between our fetch and our push."""
    world.b.type("log", "milk")
    world.b.sync("--remote", str(world.remote))
    world.b.git("push", "-q", "origin", "HEAD:refs/heads/hidden")
    tip = git(world.remote, "rev-parse", "main~1").strip()
    git(world.remote, "update-ref", "refs/heads/main", tip)
    git(world.remote, "update-ref", "-d", "refs/heads/hidden")
    # The hook of our own push is where the other side comes first, once.
    hook(world.a.home / ".git", "pre-push",
         f"test -e '{world.a.user}/once' && exit 0; touch '{world.a.user}/once'\n"
         f"unset GIT_DIR; git -C '{world.b.home}' push -q origin main")  # fmt: skip
    world.a.type("log", "tea")
    said = world.a.sync()
    assert "Committed: 1 record. Received: 1 record. Sent: " in said
    world.settle()


def test_a_remote_that_always_moves_is_said(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a few tries, with everything committed here."""
    monkeypatch.setattr("pmpath.cli.data.sync.push", lambda *_: False)
    world.a.type("log", "tea")
    world.a.sync(code=5)
    assert "Each time, another machine sent to" in world.a.err
    monkeypatch.undo()
    monkeypatch.setenv("COLUMNS", "80")
    world.settle()


@pytest.mark.parametrize("where", ["here", "there"])
def test_a_hook_that_refuses_is_named(world: World, where: str) -> None:
    """A push hook of the person's, or one of the host; what is new stays committed."""
    if where == "here":
        hook(world.a.home / ".git", "pre-push", "echo no secrets >&2; exit 1")
    else:
        hook(world.remote, "pre-receive", "echo not today >&2; exit 1")
    world.a.type("log", "tea")
    said = world.a.sync(code=5)
    assert "Committed: 1 record." in said
    said = (
        "Your own pre-push hook refused to send."
        if where == "here"
        else "A hook of the remote refused what was sent."
    )
    assert said in world.a.err
    assert ("no secrets" in world.a.err) == (where == "here")


def test_a_folder_that_is_checked_out_takes_no_push(alone: Machine, tmp_path: Path) -> None:
    """The sentence says how to make a bare one."""
    place = tmp_path / "checked out"
    place.mkdir()
    git(place, "init", "-q", "--initial-branch=main")
    alone.sync("--remote", str(place), code=5)
    assert "git init --bare" in alone.err
    alone.sync("--remote", str(bare(tmp_path / "bare.git")))


def test_a_remote_is_named_once(world: World, tmp_path: Path) -> None:
    """The same once more is fine; another one and what is not an address are refused."""
    assert "Remote: origin" in world.a.sync("--remote", str(world.remote))
    world.a.sync("--remote", str(tmp_path / "other.git"), code=2)
    assert "remote set-url origin" in world.a.err
    for address in ("", " ", "-x", "a\nb", "\x1b[31m"):
        if address:
            world.a.sync(f"--remote={address}", code=2)
            assert "not the address" in world.a.err or "--remote is empty" in world.a.err


def test_a_mistyped_address_is_replaced(alone: Machine, tmp_path: Path) -> None:
    """As long as nothing came from there."""
    alone.sync("--remote", str(tmp_path / "typo.git"), code=5)
    assert "Sent: " in alone.sync("--remote", str(bare(tmp_path / "remote.git")))


def test_a_folder_is_meant_as_seen_from_here(
    alone: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not as seen from the data folder."""
    bare(tmp_path / "remote.git")
    monkeypatch.chdir(tmp_path)
    assert "Sent: " in alone.sync("--remote", "remote.git")


def test_of_several_remotes_the_branch_or_origin_decides(world: World, tmp_path: Path) -> None:
    """Without either, a sentence asks."""
    other = bare(tmp_path / "other.git")
    world.a.git("remote", "add", "second", str(other))
    world.a.type("log", "tea")
    assert "Sent: origin" in world.a.sync()
    world.a.git("config", "branch.main.remote", "second")
    assert "Sent: second" in world.a.sync()
    world.a.git("config", "--unset", "branch.main.remote")
    world.a.git("remote", "rename", "origin", "first")
    world.a.git("config", "--unset", "branch.main.remote", code=5)
    world.a.sync(code=5)
    assert "branch.main.remote" in world.a.err


def test_a_remote_with_another_branch_is_used_as_it_is(alone: Machine, tmp_path: Path) -> None:
    """A readme that a website began with, on a branch of its own name."""
    remote = bare(tmp_path / "remote.git")
    place = tmp_path / "web"
    git(remote, "clone", "-q", str(remote), str(place))
    git(place, "checkout", "-qb", "trunk")
    (place / "README.md").write_text("# journey\n")
    git(place, "add", "README.md")
    git(place, "commit", "-qm", "Initial commit")
    git(place, "push", "-q", "origin", "trunk")
    said = alone.sync("--remote", str(remote))
    assert "Received: 1 other file. Sent: " in said
    assert git(remote, "for-each-ref", "--format=%(refname)").split() == ["refs/heads/trunk"]
    assert (alone.home / "README.md").read_text() == "# journey\n"
    alone.git("pull", "-q")
    other = Machine(tmp_path / "b", alone.user, alone.captured)
    other.sync("--remote", str(remote))
    other.type("log", "milk")
    World(remote, alone, other).settle((other, alone))


@pytest.fixture
def stranger(world: World, tmp_path: Path) -> Machine:
    """A machine with a journey of its own."""
    machine = Machine(tmp_path / "c", world.a.user, world.a.captured)
    machine.type("init", "--yes", "--target", "2028-06-01", "--role", "product lead",
                 "--hours", "3")  # fmt: skip
    machine.type("log", "breakfast")
    return machine


def test_two_journeys_are_not_joined_without_a_word(world: World, stranger: Machine) -> None:
    """Exit 2 where nobody can be asked; neither side is touched, and an empty folder takes all."""
    before, head = stranger.told(), world.head()
    said = stranger.sync("--remote", str(world.remote), code=2)
    assert "Two journeys: one at the remote (2 records), and another in this folder" in said
    assert "pmpath sync --join" in stranger.err
    assert stranger.told() == before
    assert world.head() == head


def test_two_journeys_are_joined_when_asked_to(world: World, stranger: Machine) -> None:
    """Both logs, and both roadmaps: mine in place, theirs beside it."""
    mine, theirs = stranger.roadmap.read_bytes(), world.a.roadmap.read_bytes()
    said = stranger.sync("--remote", str(world.remote), "--join")
    assert "Two roadmaps: they have no earlier version in common." in said
    assert "target.date: yours 2028-06-01 (line " in said
    assert stranger.roadmap.read_bytes() == mine
    assert [one.read_bytes() for one in stranger.theirs()] == [theirs]
    assert {*world.a.ids()} < {*stranger.ids()}
    World(world.remote, stranger, world.a).settle()


@pytest.mark.parametrize(("typed", "joins"), [("", False), ("y", True)])
def test_a_terminal_is_asked_before_two_journeys_are_joined(
    world: World, stranger: Machine, typed: str, joins: bool
) -> None:
    """Enter leaves both sides as they are."""
    head = world.head()
    settings = {key: value for key, value in stranger.environment.items() if "TODAY" not in key}
    call = Call(stranger.home, "sync", "--remote", str(world.remote), **settings)
    call.shown.expect_exact("Join them?")
    call.shown.send(f"{typed}\r")
    code, said = call.end()
    assert code == 0
    assert ("nothing was joined or sent" in said) is not joins
    assert (world.head() != head) is joins


def test_a_folder_that_was_copied_is_the_same_journey(world: World, tmp_path: Path) -> None:
    """By a stick, without its repository: records tell, nobody is asked."""
    copy = Machine(tmp_path / "c", world.a.user, world.a.captured)
    shutil.copytree(world.a.home, copy.home, ignore=shutil.ignore_patterns(".git"))
    copy.type("log", "tea")
    copy.sync("--remote", str(world.remote))
    World(world.remote, copy, world.a).settle()


@pytest.mark.parametrize("name", ["log.jsonl", "roadmap.toml"])
def test_a_newer_file_on_the_other_side_is_not_taken(world: World, name: str) -> None:
    """Exit 4: what is here is committed, nothing is merged or sent."""
    text = (world.b.home / name).read_text()
    newer = (
        text + '{"kind":"log","schema":2}\n'
        if name == "log.jsonl"
        else text.replace("schema = 1", "schema = 2", 1)
    )
    committed(world, {name: newer})
    world.a.type("log", "tea")
    head, before = world.head(), (world.a.log.read_bytes(), world.a.roadmap.read_bytes())
    said = world.a.sync(code=4)
    assert "Committed: 1 record." in said
    assert "schema 2; this pmpath knows 1." in world.a.err
    assert f"{name} on the other side" in world.a.err
    assert (world.a.log.read_bytes(), world.a.roadmap.read_bytes()) == before
    assert world.head() == head


def test_a_roadmap_of_the_other_side_that_is_not_valid_is_kept_beside(world: World) -> None:
    """Mine stays, the reason is said, and the next sync of the other side has mine."""
    text = world.a.roadmap.read_text().replace('profile = "ic"', 'profile = "boss"')
    committed(world, {"roadmap.toml": text})
    mine = world.a.roadmap.read_bytes()
    said = world.a.sync()
    assert "Two roadmaps: theirs is not valid (roadmap.toml" in said
    assert "target.profile: yours ic (line " in said
    assert world.a.roadmap.read_bytes() == mine
    assert [one.read_text() for one in world.a.theirs()] == [text]
    world.settle()


def test_roadmaps_that_fit_by_lines_and_not_by_sense_are_both_kept(world: World) -> None:
    """Each is valid and git sees no conflict; together they name one thing twice."""
    world.a.edit("[answers]", '[statement]\nneed = "x"\n\n[answers]')
    text = world.b.roadmap.read_text() + '\n[statement]\nneed = "y"\n'
    world.b.roadmap.write_text(text)
    world.a.sync()
    said = world.b.sync()
    assert "Two roadmaps: together they are not valid" in said
    assert world.b.roadmap.read_text() == text
    world.settle()


def test_the_rule_for_logs_may_be_missing_on_the_other_side(world: World) -> None:
    """Logs are joined all the same, and the rule comes back."""
    committed(world, {".gitattributes": None})
    world.a.type("log", "tea")
    world.b.type("log", "milk")
    world.settle()
    committed(world, {".gitattributes": "*.md text\n"})
    world.settle()
    text = (world.b.home / ".gitattributes").read_text()
    assert text == "*.md text\nlog.jsonl merge=union -text\n"


def test_a_merge_by_a_website_with_marks_in_the_log_is_read(world: World) -> None:
    """The records count once on both sides; doctor names the marks and sets them aside."""
    log = world.a.log.read_text()
    one, two = line(1).decode(), line(2).decode()
    committed(world, {"log.jsonl": f"{log}<<<<<<< main\n{one}\n=======\n{two}\n>>>>>>> b\n"})
    world.a.type("log", "tea")
    world.settle()
    world.a.type("doctor", "--repair", "--yes")
    world.settle()
    assert b"<<<<" not in world.b.log.read_bytes()
    assert len(world.b.ids()) == 5


def test_a_log_that_was_cut_short_on_the_other_side_is_whole_again(world: World) -> None:
    """A record that somebody took out of the file, and of the remote, comes back from here."""
    world.a.type("log", "tea")
    world.settle()
    committed(world, {"log.jsonl": '{"kind":"log","schema":1}\n', "roadmap.toml": None})
    world.settle()
    assert len(world.a.ids()) == 3
    committed(world, {"log.jsonl": None})
    world.a.type("log", "milk")
    world.settle()
    assert len(world.b.ids()) == 4


def test_a_link_under_the_name_of_the_log_is_refused(world: World) -> None:
    """What the other side made of our files is not followed anywhere."""
    place = world.remote.parent / "by hand"
    git(world.remote, "clone", "-q", str(world.remote), str(place))
    (place / "log.jsonl").unlink()
    (place / "log.jsonl").symlink_to("/etc/passwd")
    git(place, "add", "--all")
    git(place, "commit", "-qm", "a link")
    git(place, "push", "-q")
    before = world.a.log.read_bytes()
    world.a.sync(code=4)
    assert "log.jsonl is not a plain file" in world.a.err
    assert world.a.log.read_bytes() == before
    assert stat.S_ISREG(world.a.log.lstat().st_mode)


@pytest.mark.parametrize("width", [40, 20])
def test_two_roadmaps_are_shown_on_a_narrow_screen(
    world: World, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """No line is too wide, at a conflict and on the way there."""
    for machine, day in ((world.a, "2028-02-07"), (world.b, "2028-03-06")):
        machine.type("roadmap", "move", day, "--because", "x")
        machine.width = width
    monkeypatch.setenv("COLUMNS", str(width))
    world.a.sync()
    said = world.b.sync().replace(" ", "")
    assert "target.date:yours2028-03-06(line" in said
    assert "Decidewithpmpathroadmapedit" in said


def test_a_later_edit_settles_two_roadmaps(world: World) -> None:
    """Both are in the history, doctor names the copy until it is gone, and the edit goes out."""
    world.a.type("roadmap", "move", "2028-02-07", "--because", "x")
    world.b.type("roadmap", "move", "2028-03-06", "--because", "y")
    world.a.sync()
    world.b.sync()
    copy = world.b.theirs()[0]
    assert "copies.conflict" in world.b.type("doctor", "--json", code=4)
    assert "2028-02-07" in world.b.type("doctor", "--merge", copy.name)
    for commit, day in (("HEAD^1", "2028-03-06"), ("HEAD^2", "2028-02-07")):
        place = commit if commit.endswith("2") else "HEAD"
        assert f"date = {day}" in world.b.git("show", f"{place}:roadmap.toml")
    world.b.type("roadmap", "move", "2028-02-21", "--because", "between")
    copy.unlink()
    world.settle((world.b, world.a))
    assert "2028-02-21" in world.a.roadmap.read_text()
    assert world.b.type("doctor").count("Everything is fine.") == 1


def test_interrupting_a_silent_remote_is_quiet(world: World) -> None:
    """Ctrl-C ends with 130 and no traceback; what is new is committed."""
    silent = Silent(world.a.user)
    world.a.git("remote", "set-url", "origin", "ssh://host.example/journey.git")
    world.a.type("log", "tea")
    kept = {key: value for key, value in world.a.environment.items() if "TODAY" not in key}
    call = Call(world.a.home, "sync", GIT_SSH_COMMAND=silent.program, **kept)
    call.shown.expect_exact("Committed: 1 record.")
    silent.wait_for_git()
    call.shown.sendintr()
    code, said = call.end()
    assert code == 130
    assert "Traceback" not in said
    world.a.git("remote", "set-url", "origin", str(world.remote))
    world.settle()


def test_a_folder_with_an_odd_name_is_synced_and_named_harmlessly(
    alone: Machine, tmp_path: Path
) -> None:
    """Escapes, markup and a break in the path of the data and of the remote."""
    odd = "a [red] \x1b[31m\n\u202e -x"
    alone.home = alone.home.rename(alone.home.parent / odd)
    remote = bare(tmp_path / "of 'mine' [x]")
    assert "Sent: " in alone.sync("--remote", str(remote))
    alone.git("checkout", "-q", "--detach")
    alone.sync(code=5)
    assert "x1b" in alone.err


def test_hostile_names_are_shown_harmlessly(world: World) -> None:
    """Of remotes, addresses, branches, files and keys; every output is looked at."""
    committed(world, {"a \x1b[31m\u202e\n.md": "x", "roadmap.toml": world.a.roadmap.read_text()
              + '\n[people]\n"\\u001b[31m [/x]" = "ally"\n'})  # fmt: skip
    assert "people." in world.a.sync()
    (world.b.home / "a \x1b[31m\u202e\n.md").write_text("mine")
    world.b.sync(code=5)
    assert "x1b" in world.b.err
    config = world.a.home / ".git" / "config"
    config.write_text(config.read_text().replace(str(world.remote), "/no \x1b[31m\u202e such"))
    world.a.sync(code=5)
    text = config.read_text().replace('"origin"', '"or\x1b[31migin"')
    config.write_text(text.replace("remotes/origin", "remotes/or\x1b[31migin"))
    world.a.sync(code=5)
