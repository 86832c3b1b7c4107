"""What TAB offers is the same with and without what is kept, and without a reading of old lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pmpath.cli.options import completion
from pmpath.cli.session import Session
from pmpath.domain.log.acts import latest_of_acts
from pmpath.storage import earlier_lines, latest_acts
from pmpath.storage.acts import read_acts
from pmpath.storage.kept import kept_seal
from tests.effort import LONG
from tests.kept.lived import DAY, Lived

FEW, ALL = 8, 120 if LONG else 30
STRETCHES, DAYS = 4, 5
MOST = 4
OFFERS: tuple[Callable[[str], list[str]], ...] = (
    completion.people, completion.firms, completion.handles, completion.entry_handles,
    completion.open_milestone_ids, completion.reached_milestone_ids,
)  # fmt: skip
BEGUN = ("", "l", "jo", "m")


@pytest.fixture(autouse=True)
def short_logs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log of some lines is long, and its end short."""
    monkeypatch.setattr(kept_seal, "BEHIND_BYTES", 200)
    monkeypatch.setattr(completion, "HANDLES", MOST)
    monkeypatch.setattr(latest_acts, "ENDS", (1_000, 3_000))


def offered(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is offered in this folder, by function and what is begun."""
    for name, value in lived.environment.items():
        monkeypatch.setenv(name, value)
    return [offer(begun) for offer in OFFERS for begun in BEGUN]


@pytest.mark.parametrize(
    "seed", [*range(FEW), *(pytest.param(n, marks=pytest.mark.slow) for n in range(FEW, ALL))]
)
def test_a_tab_offers_the_same_as_without(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a log with amendments, merges, old dates, lines of others and torn tails."""
    lived = Lived(tmp_path / "data", seed, capsys)
    for _ in range(STRETCHES):
        for _ in range(DAYS):
            lived.live()
        found = offered(lived, monkeypatch)
        with lived.kept_hidden(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(latest_acts, "ENDS", ())
            assert found == offered(lived, monkeypatch)


@pytest.fixture
def lived(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Lived:
    """Thirty days with an entry each."""
    found = Lived(tmp_path / "data", 1, capsys)
    for name in ("Lena", "Tomas", "Vera") * 10:
        found.today += DAY
        found.type("log", "coffee", "with", name, "30m")
    return found


def test_people_are_taken_from_what_is_kept(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the last line and of the roadmap as well, and nothing is folded for them."""
    roadmap = lived.home / "roadmap.toml"
    text = roadmap.read_text("utf-8")
    assert text.count("[answers]\n") == 1
    named = text.replace("[answers]\n", '[answers]\ncontacts = ["Ida Berg (sales)"]\n')
    roadmap.write_text(named, "utf-8")
    lived.type("log", "coffee", "with", "@oskar")
    monkeypatch.setattr(completion, "_journal", None)
    for name, value in lived.environment.items():
        monkeypatch.setenv(name, value)
    assert completion.people("") == ["ida_berg", "lena", "oskar", "tomas", "vera"]


def of_the_end(lived: Lived, *, entries: bool = False) -> list[str] | None:
    """The handles as the end of the log has them; the same as of all of it."""
    folder = Session(lived.environment).folder
    found = latest_acts.latest_handles(folder, MOST, entries=entries)
    acts = read_acts(folder)
    latest = latest_of_acts(acts, MOST, entries=entries)
    assert found is None or found == [*acts.handles(latest).values()]
    return found


def test_the_end_alone_is_read(lived: Lived) -> None:
    """Also with amendments and undone entries in it, and lines of another form before it."""
    assert of_the_end(lived)
    lived.type("amend", "45m")
    lived.type("undo")
    lived.type("undo")
    assert of_the_end(lived)
    assert of_the_end(lived, entries=True)
    assert of_the_end(lived) != of_the_end(lived, entries=True)
    lines = lived.log.read_text("utf-8").splitlines(keepends=True)
    lines[3] = json.dumps(json.loads(lines[3])) + "\n\n  \nno line\n"
    lived.log.write_text("".join(lines), "utf-8")
    assert of_the_end(lived)


def ids(lived: Lived) -> list[str]:
    return [json.loads(line).get("id", "") for line in lived.log.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("spelled", [str.upper, str.lower], ids=["upper", "lower"])
@pytest.mark.parametrize("form", ["as it stands", "with blanks", "another kind", "no record"])
def test_an_old_id_with_the_same_end_makes_a_handle_longer(
    form: str, spelled: Callable[[str], str], lived: Lived
) -> None:
    """Whatever the line looks like; one that means nothing does not count. No id has a U."""
    before, newest = of_the_end(lived), ids(lived)[-1]
    lines = lived.log.read_text("utf-8").splitlines(keepends=True)
    fields = json.loads(lines[4]) | {"id": spelled("U" * 21 + newest[-5:])}
    fields |= {"another kind": {"kind": "novel"}, "no record": {"text": 7}}.get(form, {})
    separators = None if form == "with blanks" else (",", ":")
    lines[4] = json.dumps(fields, separators=separators) + "\n"
    lived.log.write_text("".join(lines), "utf-8")
    found = of_the_end(lived)
    assert before is not None
    assert found is not None
    assert len(found[0]) == len(before[0]) + (0 if form == "no record" else 2)
    assert found[1:] == before[1:]


def with_line(lived: Lived, place: int, **fields: object) -> None:
    """The log with a line in which some fields are others."""
    lines = lived.log.read_text("utf-8").splitlines(keepends=True)
    changed = json.loads(lines[place]) | fields
    lines[place] = json.dumps(changed, separators=(",", ":"), ensure_ascii=False) + "\n"
    lived.log.write_text("".join(lines), "utf-8")


def odd_logs(lived: Lived) -> Iterator[tuple[str, dict[str, object]]]:
    newest = ids(lived)[-1]
    yield "an old line of a later day", {"at": "2029-03-01T20:00:00.000+00:00"}
    yield "an old line of the same days", {"at": f"{lived.today}T20:00:00.000+00:00"}
    yield "an id that stands twice", {"id": newest}
    yield "an old line that takes back the newest", {"kind": "retract", "of": newest}
    yield "spelled with an escape", {"kind": "retract", "of": "\x01" + newest}


@pytest.mark.parametrize("number", range(5))
def test_where_old_lines_reach_into_the_end_all_of_it_is_read(number: int, lived: Lived) -> None:
    """Of such a log the end alone would tell something else."""
    assert of_the_end(lived, entries=True)
    _, fields = list(odd_logs(lived))[number]
    with_line(lived, 4, **fields)
    assert of_the_end(lived, entries=True) is None


def test_a_clock_that_was_set_back_in_the_end_is_left_to_the_whole_log(lived: Lived) -> None:
    """Then the order of lines says what came first."""
    with_line(lived, -1, at=f"{lived.today - 5 * DAY}T20:00:00.000+00:00")
    assert of_the_end(lived) is None


def test_a_log_of_another_form_is_read_whole(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading each of its lines by itself would save nothing."""
    monkeypatch.setattr(earlier_lines, "MOST_ODD", 5)
    lines = [json.loads(line) for line in lived.log.read_text("utf-8").splitlines()]
    lived.log.write_text("".join(json.dumps(one) + "\n" for one in lines), "utf-8")
    assert of_the_end(lived) is None
