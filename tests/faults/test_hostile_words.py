"""Every command that takes words, with every hostile text; odd folders, encodings and links."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pmpath.cli.door import enter
from tests.effort import LONG
from tests.hostile.texts import BY_ARGUMENT, active_in
from tests.storage.running import SETUP, run

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

TODAY = "2027-01-12"
REFUSED = (0, 2, 3, 4)
# Where words of the person go in, for each command; X stands for them.
TAKES_WORDS: tuple[tuple[str, ...], ...] = (
    ("rest", "tomorrow", "X"),
    ("rest", "X"),
    ("milestones", "add", "X", "--track", "reading", "--due", "2027-06-01", "--hours", "2",
     "--done-when", "X"),
    ("milestones", "drop", "allies.five-met", "--because", "X"),
    ("milestones", "done", "X"),
    ("roadmap", "move", "2028-03-06", "--because", "X"),
    ("roadmap", "move", "X"),
    ("replan", "--restart", "--because", "X"),
    ("replan", "--date", "X", "--hours", "X", "--scope", "X"),
    ("accept", "reading-heavy", "--because", "X", "--until", "2027-03-01"),
    ("accept", "X", "--because", "X"),
    ("answer", "duty", "X"),
    ("answer", "contacts", "X"),
    ("answer", "leaders", "X"),
    ("answer", "X", "X"),
    ("prepare", "X"),
    ("why", "X"),
    ("history", "X"),
    ("report", "X"),
    ("today", "--not-before", "X"),
    ("done", "X", "--opening", "X", "--stage", "applied", "--tag", "X"),
    ("amend", "X", "--with", "X", "--note", "worry: X"),
    ("log", "--did", "X"),
    ("doctor", "--merge", "X"),
    ("doctor", "--restore", "X"),
    ("roadmap", "close", "--because", "X"),
    ("roadmap", "close", "--because", "paused", "--note", "X"),
    ("X",),
    ("log", "coffee", "--energy", "X"),
    ("history", "-n", "X"),
    ("init", "--customer-love", "X", "--target", "X"),
    ("--X",),
    ("roadmap", "X"),
    ("roadmap", "move", "--X"),
    ("log", "X", "--X"),
)  # fmt: skip
AFTERWARDS = (("report", "all"), ("roadmap",), ("milestones",), ("doctor",), ())
SHARE = 1 if LONG else 7


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder after `init` and an entry, to be copied."""
    home = tmp_path_factory.mktemp("words") / "data"
    assert run(home, *SETUP).returncode == 0
    assert run(home, "log", "call with @tomas:sales").returncode == 0
    return home


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    """Runs words in a folder and returns the exit code and all that was printed."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def typed(home: str, *words: str) -> tuple[int, str]:
        raw = [io.BytesIO(), io.BytesIO()]
        streams = [io.TextIOWrapper(one, "utf-8", write_through=True) for one in raw]
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            code = enter(words, {"PMPATH_HOME": home, "PMPATH_TODAY": TODAY})
        return code, b"".join(one.getvalue() for one in raw).decode()

    return typed


@pytest.mark.parametrize("at", range(len(BY_ARGUMENT)), ids=list(BY_ARGUMENT))
def test_no_command_lets_hostile_words_act(
    used: Path, tmp_path: Path, say: Callable[..., tuple[int, str]], at: int
) -> None:
    """Kept or refused in words, no control byte but line breaks, on every screen after it too."""
    text = list(BY_ARGUMENT.values())[at]
    home = str(shutil.copytree(used, tmp_path / "data"))
    chosen = [one for number, one in enumerate(TAKES_WORDS) if (number + at) % SHARE == 0]
    for words in chosen:
        code, shown = say(home, *(word.replace("X", text) for word in words))
        assert code in REFUSED, (words, shown)
        assert active_in(shown) == [], (words, shown)
    for words in AFTERWARDS:
        code, shown = say(home, *words)
        assert (code, active_in(shown)) == (0, []), (words, shown)


NAMES = {
    "spaces": "a folder of mine ",
    "dash": "-rf",
    "line break": "one\ntwo\n",
    "no UTF-8": os.fsdecode(b"caf\xe9"),
    "markup": "[red]x[/x] :smile:",
    "escapes": "\x1b[31m\u202e",
    "percent and brace": "%s {0} $HOME ~",
    "long": "x" * 200,
    "wide": "\u6f22\u5b57 \U0001f600",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
def test_a_folder_of_any_name_works(
    tmp_path: Path, say: Callable[..., tuple[int, str]], name: str
) -> None:
    """Each command works in it, names it harmlessly, and makes nothing beside it."""
    home = os.path.join(tmp_path, name)  # noqa: PTH118 - a name is not a path of parts here
    # Where a name has a slash in it, the folder above has to be there.
    Path(home).parent.mkdir(exist_ok=True)
    for words in (
        SETUP, ("log", "coffee"), ("roadmap", "move", "2028-03-06", "--because", "x"),
        ("doctor",), ("doctor", "--restore"), ("report",), ("roadmap", "check"), ("undo",),
    ):  # fmt: skip
        code, shown = say(home, *words)
        assert code == 0, shown
        assert active_in(shown) == []
    Path(home, "roadmap.toml").write_text("x")
    code, shown = say(home, "report")
    assert (code, active_in(shown)) == (4, [])
    # A slash in a name is a folder within a folder.
    assert os.listdir(tmp_path) == [name.partition("/")[0]]  # noqa: PTH208 - names as they are


def test_a_home_behind_links_keeps_them(
    used: Path, tmp_path: Path, say: Callable[..., tuple[int, str]]
) -> None:
    """A linked folder, a linked roadmap and a linked log stay links after every kind of write."""
    shutil.copytree(used, tmp_path / "real")
    (tmp_path / "elsewhere").mkdir()
    home = tmp_path / "linked"
    home.symlink_to(tmp_path / "real")
    for name in ("roadmap.toml", "log.jsonl"):
        (home / name).rename(tmp_path / "elsewhere" / name)
        (home / name).symlink_to(tmp_path / "elsewhere" / name)
    with (home / "log.jsonl").open("ab") as file:
        file.write(b"garbage\n")
    for words in (
        ("log", "coffee"), ("roadmap", "move", "2028-03-06", "--because", "x"),
        ("doctor", "--repair", "--yes"), ("undo",), ("doctor",), ("report",),
    ):  # fmt: skip
        code, shown = say(str(home), *words)
        assert code == 0, shown
    assert home.is_symlink()
    for name in ("roadmap.toml", "log.jsonl"):
        assert (home / name).is_symlink()
        assert (home / name).resolve().parent.name == "elsewhere"
    assert b"garbage" not in (home / "log.jsonl").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(
    "encoding", ["ascii:strict", "cp1252", "latin-1:ignore", "utf-16", "koi8-r", "utf-8:strict"]
)
def test_any_output_encoding_works(used: Path, tmp_path: Path, encoding: str) -> None:
    """Words are kept exactly, nothing stops a command, and nothing active is said."""
    home = shutil.copytree(used, tmp_path / "data")
    text = "J\xf6rg \u6f22 \U0001f600 [/x] \x1b[31m \u202e \u2028"
    changes = {"PYTHONIOENCODING": encoding}
    stdin = text.encode(encoding.partition(":")[0], "ignore") if "16" in encoding else text.encode()
    found = [run(home, "log", text, changes=changes)]
    found += [run(home, *words, changes=changes) for words in ((), ("report",), ("history", "rg"))]
    found += [run(home, "log", "-", stdin=stdin, changes=changes)]
    for one in found:
        assert b"Traceback" not in one.stderr, one.stderr
        shown = one.stdout.decode(encoding.partition(":")[0])
        assert active_in(shown.replace("\ufeff", "")) == []
    assert [one.returncode for one in found[:4]] == [0, 0, 0, 0]
    assert text.split()[0] in (home / "log.jsonl").read_text("utf-8")
