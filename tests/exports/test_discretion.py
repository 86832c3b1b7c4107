"""What is private stays so, in every format; and what the command promises of files."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from pmpath.cli.options.completion import export_formats
from pmpath.formats.writers.table import FORMATS
from tests.commands.conftest import Terminal
from tests.exports.conftest import Journey

EVERY = sorted(FORMATS)


def never_say(journey: Journey, *words: str) -> None:
    path = journey.terminal.home / "roadmap.toml"
    text = path.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("never_say")]
    at = next(number for number, line in enumerate(kept) if line.startswith("schema"))
    quoted = ", ".join(f'"{one}"' for one in words)
    kept.insert(at + 1, f"never_say = [{quoted}]")
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


@pytest.mark.parametrize("name", EVERY)
def test_who_is_never_to_be_said_is_in_no_format(name: str, journey: Journey) -> None:
    """People and firms that never_say names stand nowhere; everybody else does."""
    never_say(journey, "Lena Brandt", "Nordfrakt", "Karavel", "Tomas")
    shown = journey.export(name)
    for word in ("Lena", "Brandt", "Nordfrakt", "Karavel", "Tomas"):
        assert word not in shown
    assert shown.strip()


def test_what_is_private_can_be_asked_for(journey: Journey) -> None:
    """`--with-private` is the whole of it, for a copy of one's own."""
    never_say(journey, "Nordfrakt")
    assert "demo for customer ..., sign-ups" in journey.export("csv")
    assert "Nordfrakt" in journey.export("csv", "--with-private")


@pytest.mark.parametrize("name", EVERY)
def test_a_shared_export_names_nobody(name: str, journey: Journey) -> None:
    """Initials, no companies, no typed words, no notes."""
    shown = journey.export(name, "--share")
    for word in ("Lena", "Brandt", "Jörg", "Müller", "Nordfrakt", "Karavel", "Tomas", "churn",
                 "second line", "example.org", "the deck"):  # fmt: skip
        assert word.casefold() not in shown.casefold()


@pytest.mark.parametrize("name", EVERY)
def test_a_file_is_private_and_whole(name: str, journey: Journey) -> None:
    """Its bytes are those that are printed; its owner alone may read it; no other file is left."""
    path = journey.file("out", name)
    assert path.read_bytes().decode("utf-8") == journey.export(name)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in journey.folder.iterdir()] == ["out"]


def test_a_file_that_is_there_stays(journey: Journey) -> None:
    """Without --force nothing is replaced."""
    path = journey.folder / "mine.csv"
    path.write_text("mine")
    journey.export("csv", "--out", str(path), code=2)
    assert path.read_text() == "mine"
    assert "--force" in journey.terminal.err


def test_half_a_file_is_never_there(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses in the middle leaves the old file as it was, and no other."""
    path = journey.file("mine.csv", "csv")
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pmpath.storage.disk.outside.flush", full)
    journey.export("csv", "--out", str(path), "--force", code=5)
    assert path.read_bytes() == before
    assert [one.name for one in journey.folder.iterdir()] == ["mine.csv"]


def test_a_log_that_cannot_be_read_leaves_no_file(journey: Journey) -> None:
    """A newer log is refused before anything is written."""
    with (journey.terminal.home / "log.jsonl").open("a") as log:
        log.write('{"kind":"log","schema":99}\n')
    journey.export("csv", "--out", str(journey.folder / "new.csv"), code=4)
    assert list(journey.folder.iterdir()) == []


def test_a_damaged_line_is_said(journey: Journey) -> None:
    """What could not be read is counted on stderr; everything else is exported."""
    whole = journey.export("csv")
    with (journey.terminal.home / "log.jsonl").open("a") as log:
        log.write("{damaged\n")
    assert journey.export("csv") == whole
    assert journey.terminal.err == "pmpath: 1 line of the log could not be read: pmpath doctor\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("cvs",), 'Unknown format "cvs".\n  Write jsonresume, '),
        (("quark",), 'Unknown format "quark".\n  Write '),
        (("csv", "--force"), "--force needs --out."),
        (("csv", "--share", "--with-private"), "--share leaves out what --with-private would add."),
    ],
)
def test_refusals(words: tuple[str, ...], said: str, journey: Journey) -> None:
    """What cannot be meant is refused with what to type instead."""
    journey.export(*words, code=2)
    assert journey.terminal.err.startswith(f"pmpath: {said}")


def test_without_a_format_each_is_offered(journey: Journey) -> None:
    """One line to paste for every format, with what it holds."""
    journey.export(code=2)
    assert journey.terminal.err.startswith("pmpath: Name a format.\n")
    assert all(f"  pmpath export {name}: {FORMATS[name].holds}\n" in journey.terminal.err
               for name in EVERY)  # fmt: skip


def test_a_folder_gets_the_call_for_a_file_in_it(journey: Journey) -> None:
    """`--out FOLDER` is answered by a call to paste."""
    journey.export("json", "--out", str(journey.folder), code=2)
    assert f"pmpath export json --out {journey.folder / 'pmpath.jsonl'}" in journey.terminal.err


def test_before_init_there_is_nothing_to_export(empty: Terminal) -> None:
    """As every other command says it."""
    empty.type("export", "csv", code=3)
    assert "pmpath init" in empty.err


def test_a_shell_offers_the_formats() -> None:
    """TAB completes them."""
    assert export_formats("") == list(FORMATS)
    assert export_formats("cs") == ["csv"]


def test_the_page_of_formats_names_each() -> None:
    """docs/formats.md has a part for every format."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text()
    assert [name for name in FORMATS if f"\n### {name}" not in page] == []
