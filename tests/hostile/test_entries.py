from __future__ import annotations

import io
import json
import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pmpath.cli.door import enter
from tests.hostile.texts import BY_ARGUMENT, MORE, active_in, widest
from tests.storage.running import SETUP, run

# The narrow window as well where the slow tests run.
WIDTHS = (80, pytest.param(40, marks=pytest.mark.slow))
# Of two texts of one kind the second as well only where the slow tests run.
LIKE_ANOTHER = {
    "markup link", "emoji code", "cursor up", "title", "clipboard", "form feed", "bidi isolate",
    "soft hyphen", "long wide word", "joined emoji", "arabic name", "quoted person",
    "formula call", "double quotes", "braces", "header", "promise in markup",
}  # fmt: skip
TEXTS = [
    pytest.param(text, id=name, marks=[pytest.mark.slow] if name in LIKE_ANOTHER else [])
    for name, text in BY_ARGUMENT.items()
]
SCREENS: tuple[tuple[str, ...], ...] = (
    (), ("history",), ("report",), ("report", "all"), ("status",), ("milestones",),
)  # fmt: skip


@dataclass
class Typist:
    """Types into one data folder and holds every output against the rules."""

    home: Path
    captured: pytest.CaptureFixture[str]
    width: int
    said: list[str] = field(default_factory=list)

    def type(self, *words: str, code: int = 0) -> str:
        """Run one command: its exit code is `code`, nothing active, no result too wide."""
        self.captured.readouterr()
        environment = {"PMPATH_HOME": str(self.home), "PMPATH_TODAY": "2027-01-11"}
        found = enter(words, environment)
        out, err = self.captured.readouterr()
        assert found == code, (words, out, err)
        assert "Traceback" not in err
        assert active_in(out + err) == [], (words, out, err)
        if "--json" not in words:
            # A command to copy stays in one piece, however long a name in it is.
            lines = [one for one in out.splitlines() if not one.lstrip().startswith("pmpath ")]
            assert widest("\n".join(lines)) <= self.width, (words, out)
        self.said.append(out)
        return out

    def texts(self) -> list[str]:
        """The texts of all entries, after a look at the bytes of the log."""
        content = (self.home / "log.jsonl").read_bytes()
        assert active_in(content.decode()) == []
        found = [json.loads(line) for line in content.splitlines()]
        return [one["text"] for one in found if one["kind"] == "action"]


@pytest.fixture(scope="module")
def after_init(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder after `init`, to be copied."""
    home = tmp_path_factory.mktemp("hostile") / "data"
    assert run(home, *SETUP).returncode == 0
    return home


@pytest.fixture(params=WIDTHS)
def typist(
    request: pytest.FixtureRequest,
    after_init: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Typist:
    """A person at a terminal of each width, without color."""
    monkeypatch.setenv("COLUMNS", str(request.param))
    monkeypatch.setenv("NO_COLOR", "1")
    shutil.copytree(after_init, tmp_path / "data")
    return Typist(tmp_path / "data", capsys, request.param)


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_words_are_kept_exactly_and_shown_harmlessly(typist: Typist, text: str) -> None:
    """Through log, done, amend, undo and every screen: no control character, no line too wide."""
    typist.type("done", text)
    typist.type("log", text)
    for words in SCREENS:
        typist.type(*words)
    for command in ("report", "history", "today"):
        json.loads(typist.type(command, "--json"))
    for more in MORE:
        typist.type("amend", more)
    typist.type("history")
    typist.type("undo")
    typist.type("undo")
    typist.type("undo")
    typist.type("report", "all")
    typist.type("history", text)
    # `done` puts the words behind the step's own sentence.
    first, second = typist.texts()
    assert first.endswith(text)
    assert second == text


@pytest.mark.parametrize(
    "text",
    ["x" * 100_000, "coffee " * 14_000, "one\r\ntwo\r\nthree", "\ttabbed\t", "a\0b", "-x --help",
     "- one\n- two", "\U0001f600" * 20_000],
    ids=["long word", "many words", "CRLF", "tabs", "NUL", "option", "list", "emoji"],
)  # fmt: skip
def test_what_comes_by_stdin_is_kept_exactly(
    typist: Typist, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """`pmpath log -` takes what no argument can hold."""
    stdin = io.TextIOWrapper(io.BytesIO(text.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    typist.type("log", "-")
    for words in ((), ("history",), ("report",), ("report", "--json")):
        typist.type(*words)
    typist.type("undo")
    assert typist.texts() == [text]


@pytest.mark.parametrize(
    "words",
    [
        ("--with", "[/x]\x1b[31m (PM)"),
        ("--link", "https://example.org/\x1b]8;;"),
        ("--tag", "[/x]\u202e"),
        ("--note", "worry: [/x]\x1b[2J"),
        ("--metric", "calls [/x]\x1b[31m: 5 to 3"),
        ("--audience", "sales [/x]\x9b31m: 9"),
        ("--opening", "Acme [/x]\x1b[31m", "--stage", "applied"),
        ("--theirs", "fri lena [/x]\x1b: deck \u202e"),
        ("--next", "fri " + "x" * 200 + ": deck"),
        ("--with", "\u6f22" * 120),
        ("--with", "x" * 300 + " (PM)", "--track", "customers"),
        ("--tag", "t" * 300),
        ("--link", "https://example.org/" + "x" * 300),
    ],
)
def test_hostile_values_of_options_are_shown_harmlessly(
    typist: Typist, words: tuple[str, ...]
) -> None:
    """In the confirmation and on every screen."""
    typist.type("log", "coffee", *words)
    for command in ((), ("history",), ("report",), ("report", "all"), ("report", "--json")):
        typist.type(*command)
    typist.type("amend", "45m", *words)
    typist.type("undo")
    typist.texts()


@pytest.mark.parametrize(
    "words",
    [
        ("log", "coffee", "--track", "[/x]\x1b[31m"),
        ("log", "coffee", "--did", "\x1b[2J"),
        ("log", "coffee", "--on", "\x1b[31mnever[/x]"),
        ("log", "coffee", "--minutes", "\x1b[31m"),
        ("log", "coffee", "--metric", "[/x]\x1b[31m"),
        ("report", "\x1b[31m[/x]"),
        ("report", "x" * 300),
        ("rest", "\x1b[31m..[/x]"),
        ("milestones", "done", "\x1b[31m[/x]"),
        ("\x1b[31m[/x]",),
        ("log", "--\x1b[31m[/x]"),
        ("undo", "--entry", "\x1b[31m[/x]"),
    ],
    ids=range(12),
)
def test_a_refusal_quotes_hostile_words_harmlessly(typist: Typist, words: tuple[str, ...]) -> None:
    """Exit 2 or 3, and nothing that acts on a terminal in the sentence."""
    typist.captured.readouterr()
    code = enter(words, {"PMPATH_HOME": str(typist.home), "PMPATH_TODAY": "2027-01-11"})
    out, err = typist.captured.readouterr()
    assert code in (2, 3), (words, out, err)
    assert active_in(out + err) == []
    assert "Traceback" not in err


def test_a_hostile_line_in_the_log_is_shown_harmlessly(typist: Typist) -> None:
    """What a hand or another program wrote there, escapes and lone surrogates included."""
    record = {
        "id": "1" * 26, "at": "2027-01-11T20:00:00+00:00", "day": "2027-01-11", "kind": "action",
        "text": "\x1b[31m[/x]\ud800\u202e", "minutes": 15, "track": "\x1b[2J[/x]" + "y" * 90,
        "people": ["\x1b]0;x\x07[/x]\udfff (PM)", "z" * 200], "tags": ["[/x]\x1b"],
        "notes": {"[/x]\x1b": "\ud800\x9b31m", "worry": "[/x]\u2028"}, "opening": "[/x]\x1b",
        "action": "[/x]\x1b.[red]", "milestone": "[/x]\x1b",
        "evidence": [
            {"kind": "metric", "name": "[/x]\x1b", "unit": "\ud800", "before": 1, "after": 2},
            {"kind": "\x1b[/x]", "value": "\x1b[/x]"}, {"kind": "link", "url": "\x1b[/x]"},
        ],
        "next": {"who": "me", "person": "\x1b[/x]\ud800", "what": "\x1b[/x]", "day": "2027-01-11"},
    }  # fmt: skip
    with (typist.home / "log.jsonl").open("a") as file:
        file.write(json.dumps(record) + "\n")
        file.write(json.dumps({"id": "2" * 26, "kind": "\x1b[/x]\ud800"}) + "\n")
        file.write("\x1b[31m[/x] no JSON\n")
    for words in ((), ("history",), ("report",), ("report", "all"), ("status",), ("milestones",),
                  ("history", "--all")):  # fmt: skip
        typist.type(*words)
    for words in (("report", "--json"), ("history", "--json"), ("today", "--json")):
        json.loads(typist.type(*words))
    typist.type("undo", "1111")


def test_amending_an_entry_with_a_hostile_track_is_harmless(typist: Typist) -> None:
    """The confirmation reads it back without acting."""
    record = {
        "id": "1" * 26, "at": "2027-01-11T20:00:00+00:00", "day": "2027-01-11", "kind": "action",
        "text": "coffee", "minutes": 15, "track": "\x1b[2J[/x]",
    }  # fmt: skip
    with (typist.home / "log.jsonl").open("a") as file:
        file.write(json.dumps(record) + "\n")
    typist.type("amend", "45m")


HOSTILE_VALUES = ("[/x]\\u001b[31m", "\\u202ex\\u2028", "y" * 300, "\u6f22" * 60, ":smile: [red]",
                  "a\\nb\\tc", "\\u009b31m")  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE_VALUES, ids=range(len(HOSTILE_VALUES)))
def test_hostile_values_of_the_roadmap_are_shown_harmlessly(typist: Typist, value: str) -> None:
    """Role, company, titles, contacts and never_say, on every screen."""
    place = typist.home / "roadmap.toml"
    text = place.read_text().replace('role = "product manager"', f'role = "{value}"')
    text = text.replace('company = ""', f'company = "{value}"')
    text = text.replace("never_say = []", f'never_say = ["{value}"]')
    text = text.replace("[answers]", f'[answers]\ncontacts = ["{value} (PM)"]\nduty = "{value}"')
    lines = [
        f'{line.split(" = ")[0]} = "{value}"' if line.startswith(("title", "done_when")) else line
        for line in text.splitlines()
    ]
    place.write_text("\n".join(lines))
    for words in ((), ("report",), ("milestones",), ("today", "--other"), ("done",), ("history",)):
        typist.type(*words)
    for words in (("report", "--json"), ("milestones", "--json")):
        json.loads(typist.type(*words))


@pytest.mark.parametrize("value", HOSTILE_VALUES, ids=range(len(HOSTILE_VALUES)))
def test_faults_quote_hostile_values_harmlessly(typist: Typist, value: str) -> None:
    """A key or a value that is wrong is named without acting."""
    place = typist.home / "roadmap.toml"
    place.write_text(f'"{value}" = 1\n' + place.read_text().replace('"ic"', f'"{value}"'))
    typist.type("report", code=4)
    typist.type("log", "coffee")


LOCALES: dict[str, dict[str, str]] = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "dumb": {"TERM": "dumb"},
    "narrow": {"COLUMNS": "20"},
    "odd columns": {"COLUMNS": "abc"},
    "no columns": {"COLUMNS": "0"},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LOCALES)
def test_every_locale_and_terminal_works(after_init: Path, tmp_path: Path, name: str) -> None:
    """Words by stdin are kept exactly, every command exits 0, and says nothing active."""
    home, changes = tmp_path / "data", LOCALES[name]
    shutil.copytree(after_init, home)
    text = "J\xf6rg \u6f22 \U0001f600 [/x] \x1b[31m \u202e"
    found = [run(home, "log", "-", stdin=text.encode(), changes=changes)]
    for words in ((), ("history",), ("report",), ("status",), ("milestones",), ("--help",)):
        found += [run(home, *words, changes=changes)]
    found += [run(home, "undo", changes=changes)]
    encoding = "latin-1" if name == "latin-1" else "utf-8"
    for one in found:
        assert one.returncode == 0, one.stderr
        assert active_in(one.stdout.decode(encoding)) == [], one.args
        assert one.stderr == b""
    kept = [json.loads(line) for line in (home / "log.jsonl").read_bytes().splitlines()]
    assert [one["text"] for one in kept if one["kind"] == "action"] == [text]


@pytest.mark.parametrize("name", ["C", "latin-1", "dumb"])
def test_words_of_any_locale_are_kept_exactly_or_refused(
    after_init: Path, tmp_path: Path, name: str
) -> None:
    """An ASCII locale cannot tell what bytes beyond it mean; then nothing is kept."""
    home = tmp_path / "data"
    shutil.copytree(after_init, home)
    found = run(home, "log", "J\xf6rg \u6f22".encode(), changes=LOCALES[name])
    kept = (home / "log.jsonl").read_bytes().count("J\xf6rg \u6f22".encode())
    assert (found.returncode, kept) in ((0, 1), (2, 0)), found.stderr
    assert b"Traceback" not in found.stderr


@pytest.mark.parametrize("words", [(b"caf\xff",), (b"caf\xff", b"--with", b"L\xfe"),
                                   (b"coffee", b"--with", b"L\xfe")])  # fmt: skip
def test_bytes_that_are_no_text_are_refused_in_words(
    after_init: Path, tmp_path: Path, words: tuple[bytes, ...]
) -> None:
    """Exit 2, what to do instead, and the log stays as it was."""
    home = tmp_path / "data"
    shutil.copytree(after_init, home)
    before = (home / "log.jsonl").read_bytes()
    found = run(home, "log", *words)
    assert (found.returncode, found.stdout) == (2, b"")
    assert found.stderr.decode() == (
        "pmpath: The words are not valid UTF-8, so they cannot be kept exactly.\n"
        "  Type them again, or pipe them in: pmpath log -\n"
    )
    assert (home / "log.jsonl").read_bytes() == before


def test_stdin_that_is_no_text_is_refused_in_words(after_init: Path, tmp_path: Path) -> None:
    """Exit 2 with the byte that is wrong; too much of it is refused too."""
    home = tmp_path / "data"
    shutil.copytree(after_init, home)
    for stdin, said in (
        (b"caf\xff", b"The text is not valid UTF-8 at byte 4."),
        (b"x" * 1_000_001, b"One entry can hold at most 1 MB."),
        (b"x" * 1_000_000, b"One entry can hold at most 1 MB."),
        (b"", b"There are no words to log."),
    ):
        found = run(home, "log", "-", stdin=stdin)
        assert (found.returncode, found.stdout) == (2, b"")
        assert found.stderr.startswith(b"pmpath: " + said)


def test_odd_names_of_folders_are_shown_harmlessly(tmp_path: Path) -> None:
    """A data folder with an escape, markup and a break in its name works and is named safely."""
    home = tmp_path / "a [red] \x1b[31m\n\u202e"
    assert run(home, *SETUP).returncode == 0
    assert run(home, "log", "coffee").returncode == 0
    (home / "roadmap.toml").write_text("x")
    for words in (("report",), SETUP):
        found = run(home, *words)
        assert found.returncode in (2, 4)
        assert active_in(found.stdout.decode() + found.stderr.decode()) == []
        assert len(found.stderr.splitlines()) <= 6
    assert os.listdir(tmp_path) == [home.name]  # noqa: PTH208 - names as they are
