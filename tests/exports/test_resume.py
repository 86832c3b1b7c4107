"""A resume that three validators accept, and a merge that leaves everything else as it was."""

from __future__ import annotations

import json
import re
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from pmpath.domain.errors import NotValid
from pmpath.formats.writers.resume_merge import merged, with_parts
from tests.exports.conftest import LONG, ODD_NAMES, Journey, run
from tests.programs import PEERS, needs

SCHEMA = PEERS / "node_modules" / "@jsonresume" / "schema" / "schema.json"
ONE = {"pmpath": "result 1", "name": "Sign-ups", "highlights": ["Sign-ups from 1 to 2"]}
TWO = {"pmpath": "result 2", "name": "Churn"}
RESUMES = {
    "tabs": '{\n\t"basics": {"name":  "Sam"},\n\t"projects": [\n\t\t{"name": "Mine"}\n\t]\n}\n',
    "four blanks, nothing there": '{\n    "basics": {\n        "name": "Jörg"\n    }\n}',
    "one line": '{"basics":{"name":"Sam"},"projects":[{"name":"Mine"},{"name":"Yours"}]}',
    "empty": "{}",
    "empty over lines": "{\n}\n",
    "empty list": '{\n  "projects": [],\n  "meta": {"version": "1.0.0"}\n}\n',
    "line ends of Windows": '{\r\n  "projects": [\r\n    {"name": "Mine"}\r\n  ]\r\n}\r\n',
    "byte order mark": '\ufeff{\n  "work": [{"name": "A", "startDate": "2020"}]\n}\n',
    "escapes and numbers":
        '{\n  "x-\\u00fc": [1.0, 1e5, "]}", {"projects": [1]}],\n  "projects": []}',
}  # fmt: skip


@pytest.fixture
def proud(journey: Journey) -> Journey:
    """With a talk, results of odd names, a stepping-stone job and a cause."""
    path = journey.terminal.home / "roadmap.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[answers]", '[answers]\ncause = "River *Trust*"', 1))
    records = [
        _entry(1, 'gave a talk: "Why <b>churn</b> is a *pricing* problem" to 40 people', "talk"),
        _entry(2, "helped at the river trust, 3 h", "volunteered", track="volunteer"),
        _entry(3, LONG, "published"),
        *(
            _entry(4 + number, "measured", "", metric=name)
            for number, name in enumerate(ODD_METRICS)
        ),
    ]
    with (journey.terminal.home / "log.jsonl").open("a", encoding="utf-8") as log:
        log.writelines(json.dumps(one) + "\n" for one in records)
    return journey


ODD_METRICS = (ODD_NAMES[0], "1. first\nsecond", "<i>users_*</i>", "x" * 200)


def _entry(number: int, text: str, event: str, track: str = "craft", metric: str = "") -> Any:
    fields: dict[str, Any] = {
        "id": f"01M8RES{number:019d}", "at": "2027-03-03T09:00:00.000+01:00", "day": "2027-03-03",
        "kind": "action", "text": text, "minutes": 30, "track": track, "event": event,
    }  # fmt: skip
    if metric:
        number = {
            "kind": "metric",
            "name": metric,
            "unit": "users",
            "before": 10,
            "after": "12.5",
            "period": "month",
        }  # type: ignore[assignment]
        fields["evidence"] = [number]
    return fields


def parts_of(text: str) -> list[Any]:
    return [part for section in json.loads(text).values() for part in section]


def by_python(path: Path) -> str:
    """Python's jsonschema with the schema as @jsonresume/schema has it; "" where it is valid."""
    needs("resumed")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    found = Draft7Validator(schema).iter_errors(json.loads(path.read_text(encoding="utf-8")))
    return "\n".join(one.message for one in found)


def by_resumed(path: Path) -> str:
    """The command line of resumed: its own reader, and npm's jsonschema."""
    return _refusal("node", str(Path(needs("resumed")).resolve()), "validate", str(path))


def by_schema_1_0(path: Path) -> str:
    """The schema's release 1.0 with z-schema, which refuses sections that it does not know."""
    needs("resumed")
    return _refusal("node", "-e", OLDER.format(PEERS / "node_modules"), str(path))


OLDER = """
const schema = require("{}/resume-schema");
const resume = JSON.parse(require("fs").readFileSync(process.argv[1], "utf-8"));
schema.validate(resume, error => {{
  if (error) {{ console.error(JSON.stringify(error)); process.exit(1); }}
}});
"""


def _refusal(*words: str) -> str:
    done = subprocess.run([needs(words[0]), *words[1:]], capture_output=True, text=True,
                          encoding="utf-8", check=False)  # fmt: skip
    return "" if done.returncode == 0 else done.stdout + done.stderr


VALIDATORS = (by_python, by_resumed, by_schema_1_0)


@pytest.mark.parametrize("refusal", VALIDATORS)
def test_three_validators_accept_it(proud: Journey, refusal: Callable[[Path], str]) -> None:
    """Two releases of the schema, three programs that have no code in common."""
    assert refusal(proud.file("resume.json", "jsonresume")) == ""


@pytest.mark.parametrize("refusal", VALIDATORS)
def test_each_validator_looks(proud: Journey, refusal: Callable[[Path], str]) -> None:
    """A day that is a word, where the export has a day, is refused by every one of them."""
    path = proud.file("resume.json", "jsonresume")
    broken = json.loads(path.read_text(encoding="utf-8"))
    broken["projects"][0]["endDate"] = "Present"
    path.write_text(json.dumps(broken), encoding="utf-8")
    assert refusal(path) != ""


def test_every_section_has_its_parts(proud: Journey) -> None:
    """A piece with its link, a talk by its title, numbers with their change, the cause."""
    found = json.loads(proud.export("jsonresume"))
    pieces = {one["name"]: one for one in found["publications"]}
    assert pieces["A piece on pricing"]["url"] == "https://example.org/pricing"
    assert max(map(len, pieces)) <= 124
    (talk,) = [one for one in found["projects"] if one["type"] == "talk"]
    assert talk["name"] == "Why ‹b›churn‹/b› is a pricing problem"
    assert talk["startDate"] == talk["endDate"] == "2027-03-03"
    told = [line for one in found["projects"] for line in one.get("highlights", [])]
    assert "Sign-ups from 10 to 25 month (150% more)" in told or any(
        line.startswith("Sign-ups from 10 to 25") and line.endswith("(150% more)") for line in told
    )
    assert 'Müller, Jörg; "J" from 10 to 12.5 users month (25% more)' in told
    assert "1) first second from 10 to 12.5 users month (25% more)" in told
    assert found["volunteer"] == [
        {"pmpath": "volunteer", "organization": "River Trust", "position": "Volunteer",
         "startDate": "2027-03-03"}
    ]  # fmt: skip


def test_nothing_in_it_is_markup_or_empty(proud: Journey) -> None:
    """No sign that Markdown or HTML acts on, no empty value, no link without a scheme."""
    for part in parts_of(proud.export("jsonresume")):
        for value in part.values():
            for text in value if isinstance(value, list) else [value]:
                assert text
                assert not set(text) & set("*_<>\n") or text.startswith("https://")
        assert part.get("url", "https://").startswith("https://")


def test_pay_is_no_result(journey: Journey) -> None:
    """A number about pay stands on no resume."""
    journey.terminal.type("log", "salary: 4000 to 5000 EUR, 10m", today="2027-03-03")
    assert "alary" not in journey.export("jsonresume")


@pytest.mark.parametrize("name", RESUMES)
def test_a_merge_keeps_every_other_byte(name: str) -> None:
    """Parts are added, changed and taken out again: the rest is as it was, whatever its layout."""
    text = RESUMES[name]
    first = merged(text, {"projects": [dict(ONE), dict(TWO)]}, "r")
    theirs = [one for one in _projects(text) if isinstance(one, dict)]
    assert _projects(first) == [*theirs, ONE, TWO]
    assert merged(first, {"projects": [dict(ONE), dict(TWO)]}, "r") == first
    changed = {**ONE, "highlights": ["Sign-ups from 1 to 3"]}
    second = merged(first, {"projects": [changed]}, "r")
    assert _projects(second) == [*theirs, changed]
    gone = merged(second, {}, "r")
    assert _projects(gone) == theirs
    if not _has_projects(text):
        # The section was made, and stays as an empty list.
        gone = re.sub(r',?\s*"projects": \[\]', "", gone)
    assert gone == text


def _has_projects(text: str) -> bool:
    return "projects" in json.loads(text.removeprefix("\ufeff"))


def _projects(text: str) -> list[Any]:
    found: list[Any] = json.loads(text.removeprefix("\ufeff")).get("projects", [])
    return found


@pytest.mark.parametrize("order", [[0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]])
def test_parts_are_taken_out_wherever_they_stand(order: list[int]) -> None:
    """First, last, between others, all of them."""
    parts: list[Any] = [{"name": "a"}, {"name": "b"}, {"name": "c"}]
    ours = [{**one, "pmpath": one["name"]} if at in order else one for at, one in enumerate(parts)]
    for indent in (None, 2):
        text = json.dumps({"projects": ours, "z": 1}, indent=indent)
        kept = [one for at, one in enumerate(parts) if at not in order]
        assert json.loads(merged(text, {}, "r")) == {"projects": kept, "z": 1}


def test_a_part_that_was_taken_over_stays(proud: Journey) -> None:
    """`mine` behind the mark: the owner's wording is neither changed nor added a second time."""
    text = json.dumps({"projects": [{**ONE, "pmpath": "result 1 mine", "name": "My words"}]})
    assert merged(text, {"projects": [dict(ONE)]}, "r") == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b'{\n  "a": 1, // mine\n  "b": 2\n}', "has a comment, which is not JSON (line 2)"),
        (b'{\n  /* mine */\n  "b": 2\n}', "has a comment, which is not JSON (line 2)"),
        (b'{\n  "a": 1,\n}', "is not JSON (line 3)"),
        (b"[]", "is not one JSON object (line 1)"),
        (b"", "is not JSON (line 1)"),
        (b'{"a": 1, "a": 2}', "has a twice (line 1)"),
        (b'{"projects": {}}', 'has a "projects" that is not a list (line 1)'),
        (b'{\n"a": "\xff"}', "is not UTF-8 (line 2)"),
        (b"[" * 100_000, "is nested too deeply (line 1)"),
    ],
)
def test_what_cannot_be_merged_is_refused_by_its_line(text: bytes, told: str) -> None:
    """Nothing is repaired and nothing written: the line is named."""
    with pytest.raises(NotValid) as refused:
        with_parts(text, {"projects": [dict(ONE)]}, "resume.json")
    assert f"The resume {told}; nothing was written." == refused.value.sentence


def test_into_keeps_mode_and_says_when_there_is_nothing_to_do(proud: Journey) -> None:
    """A file that others may read stays so; the second merge changes no byte."""
    path = proud.folder / "resume.json"
    path.write_text(RESUMES["tabs"])
    path.chmod(0o644)
    assert proud.export("jsonresume", "--into", str(path)) == f"Merged into: {path}\n"
    once = path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert b'"basics": {"name":  "Sam"}' in once
    assert proud.export("jsonresume", "--into", str(path)) == f"Nothing to change: {path}\n"
    assert path.read_bytes() == once
    proud.export("csv", "--into", str(path), code=2)
    proud.export("jsonresume", "--into", str(path), "--out", "x", code=2)
    proud.export("jsonresume", "--into", str(proud.folder / "none.json"), code=2)
    assert "There is no file of that name." in proud.terminal.err


def test_resumed_accepts_the_merged_one(proud: Journey) -> None:
    """What was valid before is valid after."""
    resumed = needs("resumed")
    path = proud.folder / "resume.json"
    path.write_text('{\n  "basics": {"name": "Sam"},\n  "work": [{"name": "Acme"}]\n}\n')
    proud.export("jsonresume", "--into", str(path))
    told = run("node", str(Path(resumed).resolve()), "validate", str(path), folder=proud.folder)
    assert "amazing" in told
