from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.process import entries, pmpath


def refused(home: Path, *words: str) -> tuple[int, str]:
    """The exit code and the whole of stderr of a call that prints nothing else."""
    found = pmpath(home, *words)
    assert found.stdout == ""
    return found.returncode, found.stderr.replace(f"{home}/", "~/")


def test_2_for_words_that_cannot_be_understood(home: Path) -> None:
    """A wrong line is refused with the sentence and the hint, and nothing is kept."""
    assert refused(home, "log", "coffee", "+allies", "+craft") == (
        2,
        "pmpath: One entry has one track, not allies and craft.\n  Write two entries.\n",
    )
    assert entries(home) == []


def test_2_for_an_unknown_value_with_the_nearest_one(home: Path) -> None:
    """A mistyped track is answered with the one that was probably meant."""
    assert refused(home, "log", "coffee", "--track", "alies") == (
        2,
        "pmpath: There is no track alies.\n  Did you mean allies?\n",
    )


@pytest.mark.parametrize(
    ("typed", "near"), [("toady", "today"), ("reprot", "report"), ("lgo", "log")]
)
def test_2_for_an_unknown_command_with_the_nearest_one(typed: str, near: str, home: Path) -> None:
    """A mistyped command is answered with the one that was probably meant."""
    assert refused(home, typed) == (
        2,
        f'pmpath: There is no command "{typed}".\n  Did you mean {near}?\n',
    )


def test_2_for_a_line_without_its_command_with_the_command(home: Path) -> None:
    """`pmpath coffee with olu's team 20m`: the commonest slip of whoever is new."""
    said = """pmpath: There is no command "coffee".
  To log it: pmpath log "coffee with olu's team 20m"
  All of them: pmpath help
"""
    assert refused(home, "coffee", "with", "olu's", "team", "20m") == (2, said)


@pytest.mark.parametrize(
    "words", [("coffee",), ("frobnicate", "--help"), ("lunch", "with", "Ben", *("at length",) * 30)]
)
def test_2_and_no_such_command_for_what_is_hardly_a_line(
    words: tuple[str, ...], home: Path
) -> None:
    """One word, an option, a pasted page."""
    code, said = refused(home, *words)
    assert code == 2
    assert "pmpath help" in said
    assert "To log it" not in said


def test_2_for_an_unknown_option_with_the_nearest_one(home: Path) -> None:
    """A mistyped option is answered with the one that was probably meant."""
    assert refused(home, "log", "coffee", "--minuts", "5") == (
        2,
        "pmpath: There is no option --minuts.\n  Did you mean --minutes?\n",
    )


def test_the_dashes_make_no_option_look_like_another(home: Path) -> None:
    """--json is not what --count means."""
    assert refused(home, "history", "--count", "5") == (
        2,
        "pmpath: There is no option --count.\n  The options: pmpath help history\n",
    )


@pytest.mark.parametrize(
    ("typed", "said", "hint"),
    [
        ("today --minutes", "--minutes needs a value.", "pmpath help today shows"),
        ("export --share=3", "--share takes no value.", "pmpath help export shows"),
        ("import", "FILE is missing.", "Example: pmpath import jrnl.json"),
        ("roadmap move", "DATE is missing.", "Example: pmpath roadmap move 2028-03-06"),
        ("roadmap chek", 'There is no command "roadmap chek".', "Did you mean check?"),
        ("replan too much", 'replan does not take "too much".', "pmpath help replan"),
        ("today --minutes 5 \x1b]2;x", 'today does not take "', "pmpath help today"),
    ],
)
def test_2_for_what_typer_refuses_in_words_of_ours(
    typed: str, said: str, hint: str, home: Path
) -> None:
    """One sentence and what to type instead, as every other error; no box, nothing that acts."""
    code, shown = refused(home, *typed.split())
    assert code == 2
    first, second = shown.splitlines()
    assert first.startswith(f"pmpath: {said}")
    assert second.strip().startswith(hint) or hint in second
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    "words", [("log", "coffee"), ("report",), ("done",), ("history",), ("undo",)]
)
def test_3_before_init(words: tuple[str, ...], tmp_path: Path) -> None:
    """Before there is a roadmap every command says how to make one."""
    assert refused(tmp_path, *words) == (
        3,
        "pmpath: There is no roadmap yet.\n  pmpath init makes one; pmpath demo shows a sample.\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_4_for_a_roadmap_that_cannot_be_read(home: Path) -> None:
    """A broken roadmap is named with its line; the entry is kept all the same."""
    roadmap = home / "data" / "roadmap.toml"
    roadmap.write_text("schema = 1\nday_ends = = 4\n", encoding="utf-8")
    assert refused(home, "report") == (
        4,
        "pmpath: ~/data/roadmap.toml:2: One = goes between key and value.\n  Write day_ends = 4\n",
    )
    assert pmpath(home, "log", "coffee").returncode == 0
    assert len(entries(home)) == 1


def test_4_for_a_log_of_a_newer_pmpath(home: Path) -> None:
    """A log with a higher schema is left alone."""
    log = home / "data" / "log.jsonl"
    log.write_text('{"kind":"log","schema":2}\n', encoding="utf-8")
    assert refused(home, "log", "coffee") == (
        4,
        "pmpath: ~/data/log.jsonl: The log has schema 2; this pmpath knows 1.\n"
        "  Upgrade pmpath; nothing was written.\n",
    )
    assert log.read_text("utf-8") == '{"kind":"log","schema":2}\n'


def test_5_for_a_log_that_cannot_be_written(home: Path) -> None:
    """When the system refuses, one sentence names the file."""
    log = home / "data" / "log.jsonl"
    log.unlink()
    log.mkdir()
    code, said = refused(home, "log", "coffee")
    assert code == 5
    assert (
        said
        == "pmpath: ~/data/log.jsonl: There is a folder where a file belongs.\n  Move it away.\n"
    )
