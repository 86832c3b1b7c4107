"""`--install-completion` where the shell or its start file does not go along."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pmpath.cli.door import enter
from tests.doors.process import environment

BY_HAND = 'eval "$(_PMPATH_COMPLETE=source_bash pmpath)"'


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of somebody who uses bash."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    return tmp_path


def refused(captured: pytest.CaptureFixture[str], code: int, word: str) -> str:
    """What is said when it does not go; the way by hand is always there."""
    assert enter([word], {}) == code
    said = captured.readouterr()
    assert BY_HAND in said.err
    assert "bug" not in said.err
    return said.err


def test_a_start_file_that_cannot_be_written_is_named(
    user: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder in its place, and a folder in which nothing can be made."""
    (user / ".bashrc").mkdir()
    assert f"{user}/.bashrc: There is a folder" in refused(capsys, 5, "--install-completion")
    (user / ".bashrc").rmdir()
    shutil.rmtree(user / ".bash_completions")
    (user / ".bash_completions").write_text("")
    refused(capsys, 5, "--install-completion")


def source_line(home: Path) -> bytes:
    return f"source '{home}/.bash_completions/pmpath.sh'\n".encode()


@pytest.mark.parametrize(
    "before",
    [b"", b"alias ll='ls -l'\n", b"no line end", b"# caf\xe9\n", b"set -o vi\r\n",
     b"\xef\xbb\xbf# bom\n", b"\n\n  \n", b"# source '/old/.bash_completions/pmpath.sh'\n"],
)  # fmt: skip
def test_a_start_file_keeps_every_byte_and_gains_one_line(before: bytes, user: Path) -> None:
    """Whatever its encoding and line ends; a second call adds nothing."""
    start = user / ".bashrc"
    start.write_bytes(before)
    for _ in range(2):
        assert enter(["--install-completion"], {}) == 0
        gap = b"" if not before or before.endswith(b"\n") else b"\n"
        assert start.read_bytes() == before + gap + source_line(user)
    assert (user / ".bash_completions" / "pmpath.sh").read_text().startswith("_pmpath_completion()")


def test_a_start_file_keeps_its_mode_and_the_names_that_lead_to_it(user: Path) -> None:
    """A link into a folder of dotfiles stays one, and a second name still is the same file."""
    dotfiles = user / "dotfiles"
    dotfiles.mkdir()
    real = dotfiles / "bashrc"
    real.write_bytes(b"umask 77\n")
    real.chmod(0o640)
    (dotfiles / "second").hardlink_to(real)
    (user / ".bashrc").symlink_to(real)
    assert enter(["--install-completion"], {}) == 0
    assert (user / ".bashrc").is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert (dotfiles / "second").read_bytes() == b"umask 77\n" + source_line(user)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are of POSIX")
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_write_that_ends_in_the_middle_leaves_the_start_file_whole(
    shell: str, user: Path
) -> None:
    """Where the disk takes no more, no byte that was there is lost."""
    import resource

    start = user / f".{shell}rc"
    before = b"# a line of mine\n" * 500
    start.write_bytes(before)
    limit = len(before) - 2000
    script = (
        "import shellingham, sys; from pmpath.cli.door import enter; "
        f"shellingham.detect_shell = lambda: ({shell!r}, '/bin/{shell}'); "
        "sys.exit(enter(['--install-completion'], {}))"
    )
    found = subprocess.run(
        # Without -B Python itself would leave torn compiled modules in src.
        [sys.executable, "-B", "-c", script], env=environment(user), capture_output=True, text=True,
        timeout=60, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert (found.returncode, start.read_bytes()) == (5, before)
    assert str(start) in found.stderr
    assert BY_HAND in found.stderr


def test_zsh_gets_its_line_behind_a_compinit(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own is left where it is; without one it comes first."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("zsh", "/bin/zsh"))
    source = f"source '{user}/.zfunc/_pmpath'\n"
    for before, added in (("", "autoload -Uz compinit; compinit\n"), ("compinit -u\n", "")):
        (user / ".zshrc").write_text(before)
        assert enter(["--install-completion"], {}) == 0
        assert (user / ".zshrc").read_text() == before + added + source


def test_fish_needs_no_start_file(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads the folder of completions by itself."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("fish", "/usr/bin/fish"))
    assert enter(["--install-completion"], {}) == 0
    made = [one.relative_to(user).as_posix() for one in user.rglob("*") if one.is_file()]
    assert made == [".config/fish/completions/pmpath.fish"]


@pytest.mark.parametrize("word", ["--install-completion", "--show-completion"])
def test_a_shell_that_is_not_known_is_no_interruption(
    word: str, user: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exit code is that of something not found, not that of Ctrl-C."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("tcsh", "/bin/tcsh"))
    assert "Your shell was not recognized." in refused(capsys, 3, word)
    assert list(user.iterdir()) == []


def test_without_a_home_folder_the_way_by_hand_is_said(
    user: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An account without one, as in some containers."""

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("pathlib.Path.home", homeless)
    assert "There is no home folder" in refused(capsys, 5, "--install-completion")
