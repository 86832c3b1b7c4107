from __future__ import annotations

import json
import os
import re
import shlex
import stat
import subprocess
import sys
import tempfile
import webbrowser
from pathlib import Path
from urllib.parse import unquote

import pytest

from pmpath.cli.options.completion import formats
from pmpath.domain.roadmap.roadmap import REPORT_FORMATS
from tests.commands.conftest import Terminal
from tests.commands.conftest import empty as empty
from tests.commands.conftest import terminal as terminal
from tests.installed import ROOT, installed

PRIVATE = 0o600


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("week.html", "<!doctype html>\n"),
        ("week.md", "# Product manager by 10 Jan 2028\n"),
        ("week.json", '{\n  "pmpath": 2,\n  "kind": "report",'),
        ("week.txt", "Product manager by 10 Jan 2028 "),
        ("week", "Product manager by 10 Jan 2028 "),
        ("WEEK.HTML", "<!doctype html>\n"),
    ],
)
def test_the_ending_of_the_file_chooses_the_format(
    name: str, begins: str, terminal: Terminal, tmp_path: Path
) -> None:
    """The file is there whole, for its owner alone, and its path is said."""
    path = tmp_path / name
    assert terminal.type("report", "--out", str(path)) == f"Written: {path}\n"
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert mode_of(path) == PRIVATE
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["data", name])


def test_a_named_format_wins_over_the_ending(terminal: Terminal, tmp_path: Path) -> None:
    """`--format markdown --out notes.txt` is Markdown."""
    terminal.type("report", "--format", "markdown", "--out", str(tmp_path / "notes.txt"))
    assert (tmp_path / "notes.txt").read_text().startswith("# Product manager")


def test_stdout_takes_every_format(terminal: Terminal) -> None:
    """Without a file the report is printed."""
    assert terminal.type("report", "--format", "html").startswith("<!doctype html>")
    assert terminal.type("report", "--format", "markdown").startswith("# Product manager")
    assert terminal.type("report", "--format", "terminal") == terminal.type("report")
    assert terminal.type("report", "--format", "json") == terminal.type("report", "--json")


def test_the_roadmap_may_name_the_format(terminal: Terminal) -> None:
    """What [defaults] says is taken where the call says nothing; a browser gets its page anyway."""
    plain = terminal.type("report")
    roadmap = terminal.home / "roadmap.toml"
    text = roadmap.read_text(encoding="utf-8")
    roadmap.write_text(f'{text}\n[defaults]\nformat = "markdown"\n', encoding="utf-8")
    assert terminal.type("report").startswith("# Product manager")
    assert terminal.type("report", "--format", "terminal") == plain
    assert terminal.type("report", "--json").startswith("{")


def test_a_file_that_is_there_is_kept(terminal: Terminal, tmp_path: Path) -> None:
    """Nothing is written over without --force; the sentence says how."""
    path = tmp_path / "week.html"
    path.write_text("mine")
    terminal.type("report", "--out", str(path), code=2)
    assert terminal.err == (
        f"pmpath: {path}: A file of that name already exists; nothing was written.\n"
        "  Add --force to replace it, or choose another name.\n"
    )
    assert path.read_text() == "mine"
    terminal.type("report", "--out", str(path), "--force")
    assert path.read_text().startswith("<!doctype html>")
    assert mode_of(path) == PRIVATE


@pytest.mark.parametrize(
    ("words", "name", "call"),
    [
        ("", "out", "report --out {}/report.txt"),
        ("--force", "out", "report --force --out {}/report.txt"),
        ("last week --format html --share", "out",
         "report last week --format html --share --out {}/report.html"),
        ("--json", "out", "report --json --out {}/report.json"),
        ("", "notes.d", "report --out {}/report.txt"),
        ("--format markdown", "two words", "report --format markdown --out '{}/report.md'"),
    ],
)  # fmt: skip
def test_a_folder_takes_a_report_under_a_name_in_it(
    words: str, name: str, call: str, terminal: Terminal, tmp_path: Path
) -> None:
    """The same call with a file name is offered, and does what was meant."""
    path = tmp_path / name
    path.mkdir()
    offered = call.format(path)
    terminal.type("report", *words.split(), "--out", str(path), code=2)
    assert terminal.err == (
        f"pmpath: {path}: That is a folder.\n  Name a file in it: pmpath {offered}\n"
    )
    assert list(path.iterdir()) == []
    terminal.type(*shlex.split(offered))
    assert len(list(path.iterdir())) == 1


def test_a_folder_that_has_to_be_made_first_is_no_file(terminal: Terminal, tmp_path: Path) -> None:
    """A name that ends like a folder's means one, whether it is there or not."""
    path = tmp_path / "reports"
    terminal.type("report", "--out", f"{path}/", code=2)
    assert terminal.err == (
        f"pmpath: {path}: There is no folder of that name.\n  Make it: mkdir {path}\n"
        f"  Then name a file in it: pmpath report --out {path}/report.txt\n"
    )
    assert not path.exists()


@pytest.mark.parametrize("name", ["a/week.md", "a/b c/week.md"])
def test_a_folder_that_is_not_there_is_named_with_the_command_that_makes_it(
    name: str, terminal: Terminal, tmp_path: Path
) -> None:
    """However deep it lies; what was offered is what helps."""
    path = tmp_path / name
    terminal.type("report", "--out", str(path), code=2)
    command = ["mkdir", "-p", str(path.parent)]
    assert terminal.err == (
        f"pmpath: {path.parent}: There is no folder of that name.\n"
        f"  Make it: {shlex.join(command)}\n"
    )
    path.parent.mkdir(parents=True)
    terminal.type("report", "--out", str(path))
    assert path.read_text()


@pytest.mark.parametrize("name", ["notes.txt/week.md", "notes.txt/2026/week.md"])
def test_a_file_in_the_place_of_a_folder_is_named(
    name: str, terminal: Terminal, tmp_path: Path
) -> None:
    """The file is what stands in the way, not the data folder."""
    (tmp_path / "notes.txt").write_text("mine")
    terminal.type("report", "--out", str(tmp_path / name), code=2)
    assert terminal.err == (
        f"pmpath: {tmp_path / 'notes.txt'}: That is a file, not a folder.\n"
        "  Name a file in another folder.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of files are of POSIX")
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_device_or_pipe_is_never_replaced(
    force: list[str], terminal: Terminal, tmp_path: Path
) -> None:
    """Neither by its own name nor through a link, whatever was forced."""
    pipe, link = tmp_path / "pipe", tmp_path / "link.md"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        terminal.type("report", "--out", str(path), *force, code=2)
        assert terminal.err == (
            f"pmpath: {path}: That is a device or a pipe, not a file.\n"
            "  Name a file, or print the report: pmpath report --out -\n"
        )
        assert pipe.is_fifo()


def test_the_data_folder_itself_is_no_place_for_a_report(terminal: Terminal) -> None:
    """No name in it is offered, since none would be taken."""
    terminal.type("report", "--out", str(terminal.home), code=2)
    assert "That folder holds your data." in terminal.err
    assert "pmpath report" not in terminal.err


def test_a_broken_link_is_a_name_that_is_taken(terminal: Terminal, tmp_path: Path) -> None:
    """A link to nowhere is not a free name: what it points to could be anywhere."""
    path = tmp_path / "week.html"
    path.symlink_to(tmp_path / "elsewhere.html")
    terminal.type("report", "--out", str(path), code=2)
    assert not (tmp_path / "elsewhere.html").exists()


def test_the_data_folder_takes_no_report(terminal: Terminal, tmp_path: Path) -> None:
    """Neither by its own name nor through a link, whatever was forced: it holds the only copy."""
    log = terminal.log
    link = tmp_path / "link"
    link.symlink_to(terminal.home / "log.jsonl")
    (terminal.home / "log").write_text("")
    for path in (terminal.home / "log", terminal.home / "backups" / "x.html", link):
        terminal.type("report", "--out", str(path), "--force", code=2)
        assert "That folder holds your data." in terminal.err
    terminal.type("report", "--out", str(terminal.home / "log.jsonl"), "--force", code=2)
    assert terminal.log == log


def test_a_folder_that_is_not_there_is_said(terminal: Terminal, tmp_path: Path) -> None:
    """A missing folder, and a folder in the place of the file, are not bugs."""
    terminal.type("report", "--out", str(tmp_path / "no" / "week.html"), code=2)
    assert "There is no folder of that name." in terminal.err
    (tmp_path / "folder.html").mkdir()
    terminal.type("report", "--out", str(tmp_path / "folder.html"), "--force", code=2)
    assert "That is a folder." in terminal.err


def test_a_full_disk_leaves_no_half_of_a_file(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there stays, and nothing else is left behind."""
    path = tmp_path / "week.html"
    path.write_text("mine")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    terminal.type("report", "--out", str(path), "--force", code=5)
    assert "The disk is full" in terminal.err
    assert path.read_text() == "mine"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", "week.html"]


def test_a_name_taken_meanwhile_is_kept(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else makes the file between the look and the writing: theirs stays."""
    path = tmp_path / "week.html"
    real = tempfile.mkstemp

    def slow(prefix: str, dir: str) -> tuple[int, str]:
        path.write_text("theirs")
        return real(prefix=prefix, dir=dir)

    monkeypatch.setattr(tempfile, "mkstemp", slow)
    terminal.type("report", "--out", str(path), code=2)
    assert path.read_text() == "theirs"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--with-notes",), "--with-notes needs --share."),
        (("--force",), "--force needs --out."),
        (("--json", "--format", "html"), "--json and --format html ask for two formats."),
        (("--open", "--json"), "A browser shows html, not json."),
        (("--open", "--out", "week.md"), "A browser shows html, not markdown."),
        (("--format", "pdf"), 'Unknown format "pdf".'),
    ],
)
def test_what_does_not_go_together_is_said(
    words: tuple[str, ...], said: str, terminal: Terminal
) -> None:
    """Nothing is printed or written then."""
    assert terminal.type("report", *words, code=2) == ""
    assert terminal.err.startswith(f"pmpath: {said}\n")


def test_a_shared_report_hides_all_names_ever_logged(terminal: Terminal) -> None:
    """A name from week 1 is known in the report of week 2, and so is a company applied to."""
    terminal.type("log", "coffee with @lena:pm 45m")
    terminal.type("log", "applied 10m", "--opening", "Karavel: product manager")
    terminal.type("log", "set-up_calls_at_karavel_for_lena: 5 to 3", today="2027-01-19")
    assert "karavel for lena: 5 to 3" in terminal.type("report").casefold()
    text = terminal.type("report", "--share")
    assert "a company for L.: 5 to 3" in text
    assert "Shared: names as initials, notes left out." in text
    data = json.loads(terminal.type("report", "--share", "--json", "--with-notes"))["data"]
    assert data["shared"] == {"notes": True}


def opened(terminal: Terminal, tmp_path: Path, *words: str) -> tuple[str, str, str]:
    """Run with a browser that notes the address; returns stdout, the address, and the page."""
    seen = tmp_path / "seen"
    browser = tmp_path / "browser.py"
    browser.write_text(f"import sys; open({str(seen)!r}, 'w').write(sys.argv[1])")
    done = subprocess.run(
        [sys.executable, "-m", "pmpath", "report", *words],
        env={
            **os.environ, "PYTHONPATH": installed(), "PMPATH_HOME": str(terminal.home),
            "PMPATH_TODAY": terminal.today, "TMPDIR": str(tmp_path),
            "BROWSER": f"{sys.executable} {browser} %s",
        },
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    address = seen.read_text()
    path = Path(unquote(address.removeprefix("file://")))
    return done.stdout, address, path.read_text()


def test_the_browser_gets_a_private_page(terminal: Terminal, tmp_path: Path) -> None:
    """The page lies in a folder of its own in the place for temporary files, mode 0700."""
    said, address, page = opened(terminal, tmp_path, "--open")
    path = Path(address.removeprefix("file://"))
    assert page.startswith("<!doctype html>")
    assert said == f"In the browser: {path}\n"
    assert (mode_of(path), mode_of(path.parent)) == (PRIVATE, 0o700)
    assert path.parent.parent == tmp_path


def test_the_browser_gets_the_file_that_was_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    """With --out that file is opened, and no other is made."""
    said, address, _ = opened(terminal, tmp_path, "--open", "--out", str(tmp_path / "a b.html"))
    assert address == f"file://{tmp_path}/a%20b.html"
    assert said.startswith(f"Written: {tmp_path}/a b.html\n")


def test_without_a_browser_the_place_of_the_page_is_said(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is there all the same."""
    monkeypatch.setattr(webbrowser, "open", lambda _address: False)
    path = tmp_path / "week.html"
    terminal.type("report", "--open", "--out", str(path), code=3)
    assert terminal.err == f"pmpath: No browser was found.\n  The page is {path}\n"
    assert path.is_file()


def test_a_shell_completes_formats() -> None:
    """At TAB behind --format."""
    assert formats("m") == ["markdown"]


def test_reading_a_report_in_any_format_writes_nothing(terminal: Terminal) -> None:
    """The data folder is as it was."""
    before = {one.name: one.read_bytes() for one in terminal.home.iterdir() if one.is_file()}
    for form in ("terminal", "markdown", "html", "json"):
        terminal.type("report", "--format", form, "--share")
    after = {one.name: one.read_bytes() for one in terminal.home.iterdir() if one.is_file()}
    assert after == before


def test_every_option_is_documented(terminal: Terminal) -> None:
    """docs/report.md names each option of the help, and each format."""
    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    options = set(re.findall(r"--[a-z-]+", terminal.type("report", "--help"))) - {"--help"}
    assert {"--format", "--share", "--with-notes", "--out", "--open", "--force"} <= options
    for word in (*options, *REPORT_FORMATS):
        assert f"`{word}" in page, word


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ((), "Product manager by"), (("--json",), "{\n"), (("--format", "markdown"), "# "),
        (("--format", "html"), "<!"), (("--force",), "Product manager by"),
    ],
)  # fmt: skip
def test_a_dash_is_stdout(
    words: tuple[str, ...],
    begins: str,
    terminal: Terminal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`--out -` prints what no --out prints, in every format, and makes no file called so."""
    monkeypatch.chdir(tmp_path)
    shown = terminal.type("report", "--out", "-", *words)
    assert shown.lower().startswith(begins.lower())
    assert shown == terminal.type("report", *[word for word in words if word != "--force"])
    assert not Path("-").exists()
    terminal.type("report", "--out", "-", "--open", code=2)
    assert terminal.err.startswith("pmpath: --out - prints the report;")


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("week.pdf", "", "pmpath does not write .pdf files."),
        ("week.docx", "--format html", "pmpath does not write .docx files."),
        ("week.PDF", "--json", "pmpath does not write .pdf files."),
        ("a.md/week.jpg", "", "pmpath does not write .jpg files."),
        ("week.html", "--format json", "The file is named week.html, and the format is json."),
        ("week.md", "--json", "The file is named week.md, and the format is json."),
        ("week.json", "--format html", "The file is named week.json, and the format is html."),
        ("week.txt", "--format html", "The file is named week.txt, and the format is html."),
        ("week.htm", "--format terminal",
         "The file is named week.htm, and the format is terminal."),
    ],
)  # fmt: skip
def test_a_name_that_promises_another_format_is_refused(
    name: str, words: str, said: str, terminal: Terminal, tmp_path: Path
) -> None:
    """An unknown ending, and one that --format contradicts; what is possible is said."""
    terminal.type("report", "--out", str(tmp_path / name), *words.split(), code=2)
    first, hint = terminal.err.splitlines()
    assert first == f"pmpath: {said}"
    assert "Name " in hint
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("name", "words", "begins"),
    [
        ("week", "--json", "{"), ("week.txt", "--format markdown", "# "), ("week-2026.11", "", "P"),
        (".week", "--format html", "<"), ("WEEK.HTM", "", "<"), ("a.pdf.md", "", "# "),
    ],
)  # fmt: skip
def test_a_name_that_promises_nothing_takes_any_format(
    name: str, words: str, begins: str, terminal: Terminal, tmp_path: Path
) -> None:
    """No ending, a number, a hidden file; text may be Markdown."""
    terminal.type("report", "--out", str(tmp_path / name), *words.split())
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
