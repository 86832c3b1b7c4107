"""The gallery in docs/ is what the program shows: every screen at 80 and 40 columns."""

from __future__ import annotations

from pathlib import Path
from tempfile import gettempdir

import pytest

from pmpath.cli.commands import COMMANDS
from tests.docs.gallery import NOT_YET, SCREENS, SGR, gallery, shown
from tests.docs.gallery_story import BEGUN, DAMAGED, JOURNEY, SYNCED
from tests.hostile.texts import is_command, widest
from tests.sample.lived import Sample


@pytest.fixture(scope="module")
def made(sample: Sample) -> dict[Path, str]:
    """Each file as the program makes it now."""
    return gallery(sample)


def test_the_gallery_is_that_of_the_program(made: dict[Path, str]) -> None:
    """Whoever changes a screen writes it anew: python3 dev.py gallery."""
    stale = [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "stale: python3 dev.py gallery"


def test_every_command_has_a_screen_in_it() -> None:
    """A new command comes in."""
    story = [one.words for one in (*JOURNEY, *DAMAGED, *SYNCED, *BEGUN)]
    typed = {words.split()[0] if words else "today" for words in (*SCREENS, *NOT_YET, *story)}
    assert {name for _, name, *_ in COMMANDS} - typed == set()


def test_no_screen_has_a_path_of_the_machine(made: dict[Path, str], sample: Sample) -> None:
    """It reads the same wherever it is written."""
    for text in made.values():
        found = {str(sample.home), str(Path.home()), gettempdir(), "/dev/", str(Path.cwd())}
        assert [one for one in found if len(one) > 1 and one in text] == []


@pytest.mark.parametrize("columns", [80, 40])
def test_no_line_is_wider_than_its_terminal(made: dict[Path, str], columns: int) -> None:
    """Only a command or a path to copy may be: a terminal hands it on in one piece."""
    (text,) = (text for path, text in made.items() if path.name == f"plain-{columns}.txt")
    wide = [line for line in text.splitlines() if widest(line) > columns]
    assert [line for line in wide if not is_command(line.removeprefix("$ "))] == []


@pytest.mark.parametrize("words", ["", "report last", "roadmap", "accept"])
@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_colors_the_words_are_the_same(
    words: str, setting: dict[str, str], sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR keeps bold and dim alone, a dumb terminal has none of it; a pipe has none either."""
    colored = SGR.sub("", shown(sample.home, words.split(), sample.last, 80))
    # A pipe that says no encoding gets letters that every one has.
    piped = sample.say(*words.split())
    assert piped == colored.replace("·", "-")
    monkeypatch.setattr("tests.docs.gallery.SETTINGS", {"NO_PAGER": "1", **setting})
    found = shown(sample.home, words.split(), sample.last, 80)
    assert SGR.sub("", found) == colored
    assert "\x1b[3" not in found
    assert "TERM" not in setting or "\x1b" not in found
