"""`--install-completion` where the shell or its start file does not go along."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.cli.door import enter

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
    assert f"{user}/.bashrc: A folder stands" in refused(capsys, 5, "--install-completion")
    (user / ".bashrc").rmdir()
    (user / ".bash_completions").write_text("")
    refused(capsys, 5, "--install-completion")


def test_a_start_file_in_another_encoding_is_left_alone(
    user: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named, and keeps every byte."""
    (user / ".bashrc").write_bytes(b"# caf\xe9\n")
    assert "is not UTF-8" in refused(capsys, 5, "--install-completion")
    assert (user / ".bashrc").read_bytes() == b"# caf\xe9\n"


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
