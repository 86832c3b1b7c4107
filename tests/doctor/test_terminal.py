from __future__ import annotations

import pytest

from tests.doctor.conftest import Owner
from tests.doctor.garbage import GARBAGE
from tests.hostile.texts import BY_ARGUMENT
from tests.storage.running import run
from tests.wizard.test_init_on_a_terminal import Call

KEYS = {
    "folder", "records", "roadmap_is_valid", "log_copies", "roadmap_copies", "elsewhere",
    "set_aside", "faults", "remarks",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "changes"), [("", False), ("n", False), ("y", True)])
def test_a_terminal_is_asked_before_anything_is_written(
    owner: Owner, typed: str, changes: bool
) -> None:
    """Enter and n leave every byte; y repairs."""
    owner.add(b"garbage")
    before = owner.bytes_of_all()
    call = Call(owner.home, "doctor", "--repair")
    call.shown.expect_exact("Repair it now?")
    call.shown.send(f"{typed}\r")
    code, said = call.end()
    assert code == 0
    assert ("nothing was changed" in said) is not changes
    assert (owner.bytes_of_all() != before) is changes


def test_a_restore_is_asked_as_well(owner: Owner) -> None:
    """Ctrl-C at the question is quiet, and every byte stays."""
    owner.type("roadmap", "move", "2028-02-07", "--because", "a release")
    before = owner.bytes_of_all()
    call = Call(owner.home, "doctor", "--restore", "1")
    call.shown.expect_exact("Replace the file with this backup?")
    call.shown.sendintr()
    code, said = call.end()
    assert code == 130
    assert "Traceback" not in said
    assert owner.bytes_of_all() == before


def test_the_keys_of_the_json_are_pinned(owner: Owner) -> None:
    """A key may be added on purpose, here too; none disappears unnoticed."""
    import json

    owner.add(b"garbage")
    read = json.loads(owner.type("doctor", "--json", code=4))
    assert (read["pmpath"], read["kind"], set(read["data"])) == (2, "doctor", KEYS)
    assert set(read["data"]["remarks"][0]) == {
        "code", "place", "told", "advice", "is_fault", "quote", "days",
    }  # fmt: skip
    assert set(read["data"]["log_copies"]) == {"count", "newest"}


@pytest.mark.parametrize("width", [80, 40, 20])
def test_hostile_lines_names_and_values_are_shown_harmlessly(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Nothing acts on a terminal and no line is too wide, in every form of the command."""
    monkeypatch.setenv("COLUMNS", str(width))
    owner.width = width
    owner.add(*GARBAGE.values())
    owner.add(
        *[text.replace("\n", " ").encode() for text in BY_ARGUMENT.values() if "schema" not in text]
    )
    owner.add(b'{"id":"\\u001b[31m","kind":"\\u202e[/x]"}')
    owner.add(b'{"id":"\\u001b[31m","kind":"\\u202e[/x] other"}')
    owner.add(b'{"id":"9","at":"2027-01-11T20:00:00+00:00","kind":"retract","of":"\\u001b[2J"}')
    copy = owner.home / "log (conflicted copy \x1b[31m\n[red]\u202e).jsonl"
    copy.write_bytes(
        b'{"id":"\\u001b[31m","kind":"\\u202e more"}\n\x1b[2J\n{"id":"8","kind":"x"}\n'
    )
    plan = owner.home / "roadmap_conflict-\x1b[31m.toml"
    plan.write_text("\x1b[2J [/x]\n" + "y" * 300)
    text = owner.roadmap.read_text().replace('"ic"', '"\\u001b[31m[/x]"')
    owner.roadmap.write_text(text)
    owner.remarks(code=4)
    owner.type("doctor", "--merge", plan.name)
    owner.type("doctor", "--merge", copy.name)
    owner.type("doctor", "--repair", "--yes")
    owner.roadmap.write_text(text.replace('"\\u001b[31m[/x]"', '"ic"'))
    owner.type("roadmap", "move", "2028-02-07", "--because", "\x1b[31m")
    owner.type("log", "\x1b[31m[/x]")
    owner.roadmap.write_text(text.replace('role = "product manager"', 'role = "\\u001b[2J"'))
    owner.type("doctor", "--restore")
    for number in ("1", "2", "3"):
        owner.type("doctor", "--restore", number, "--yes", today=f"2027-01-12T0{number}:00:00Z")
    owner.remarks(code=4)


def test_a_folder_with_an_odd_name_is_named_harmlessly(owner: Owner) -> None:
    """Escapes, markup and a break in the path of the data."""
    owner.home = owner.home.rename(owner.home.parent / "a [red] \x1b[31m\n\u202e")
    owner.roadmap.chmod(0o644)
    assert owner.codes(code=4) == ["folder.mode"]
    owner.log.unlink()
    owner.remarks(code=4)


def test_it_works_piped_in_an_ascii_locale(owner: Owner) -> None:
    """Exit code and output of a real process; stderr stays empty."""
    owner.add("Jörg \u6f22".encode())
    changes = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    found = run(owner.home, "doctor", changes=changes)
    assert (found.returncode, found.stderr) == (4, b"")
    assert b"log.jsonl:5: it is not JSON." in found.stdout
