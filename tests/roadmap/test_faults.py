from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.domain.errors import NotValid
from pmpath.storage.disk.paths import Folder
from pmpath.storage.roadmap.file import load_roadmap
from tests.roadmap.texts import VALID
from tests.storage.running import SETUP, run


def roadmap_of(home: Path, content: bytes) -> Folder:
    """A data folder whose roadmap holds exactly these bytes."""
    (home / "roadmap.toml").write_bytes(content)
    return Folder(str(home))


def refusal(home: Path, content: bytes) -> NotValid:
    """The error for a roadmap, which keeps every byte."""
    folder = roadmap_of(home, content)
    with pytest.raises(NotValid) as caught:
        load_roadmap(folder)
    assert (home / "roadmap.toml").read_bytes() == content
    return caught.value


def faults_of(home: Path, text: str) -> list[str]:
    """The lines of faults for a roadmap, without the name of the file."""
    error = refusal(home, text.encode())
    lines = error.hint.splitlines()
    number = "one error" if len(lines) == 1 else f"{len(lines)} errors"
    assert error.sentence == f"The roadmap has {number}."
    assert error.place == str(home / "roadmap.toml")
    assert all(line.startswith("roadmap.toml:") for line in lines)
    return [line.removeprefix("roadmap.toml:") for line in lines]


def test_five_mistakes_fit_on_one_screen_and_the_log_goes_on(tmp_path: Path) -> None:
    """Each with its line, key, what was found and what is allowed; exit 4; `log` still works."""
    home = tmp_path / "data"
    assert run(home, *SETUP).returncode == 0
    wrong = VALID.replace("sat = 90", "sta = 90").replace('"ic"', '"seniour"')
    wrong = wrong.replace("date = 2028-01-10", 'date = "2028-01-10"')
    wrong = wrong.replace("mon = 30", "mon = -30").replace("allies.second", "allies.first")
    roadmap_of(home, wrong.encode())
    assert run(home, "log", "coffee").returncode == 0
    for words in (("report",), (), ("milestones",)):
        found = run(home, *words)
        assert (found.returncode, found.stdout) == (4, b"")
        assert found.stderr.decode().splitlines() == [
            f"pmpath: {home}/roadmap.toml: The roadmap has 5 errors.",
            "  roadmap.toml:7: target.date is a text; write the day without quotes, such as"
            " 2027-09-01",
            '  roadmap.toml:9: target.profile is "seniour"; allowed: ic, senior, step;'
            " did you mean senior?",
            "  roadmap.toml:12: minutes.mon is -30; at least 0 is allowed",
            "  roadmap.toml:13: minutes.sta is not a key of this table; did you mean sat?",
            '  roadmap.toml:49: milestone 2.id "allies.first" is used twice; each id '
            "has to be unique",
        ]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("schema = 1", "schema = 0", ["1: schema is 0; allowed: 1"]),
        ("schema = 1", "schema = true", ["1: schema is true; a whole number belongs here"]),
        ("schema = 1", "schema = 1.0", ["1: schema is 1.0; a whole number belongs here"]),
        ("schema = 1\n", "", ["1: schema is missing"]),
        ('"04:00"', "04:00:00", ["2: day_ends is 04:00:00; a text in quotes belongs here"]),
        ('"04:00"', '"12:00"', ['2: day_ends is not a time from "00:00" to "11:59"']),
        ('"04:00"', '"04+00"', ['2: day_ends is not a time from "00:00" to "11:59"']),
        ('"04:00"', '"T0400"', ['2: day_ends is not a time from "00:00" to "11:59"']),
        ('["Acme"]', '"Acme"', ['3: never_say is "Acme"; a list in [ ] belongs here']),
        ('["Acme"]', "[5]", ["3: never_say 1 is 5; a text in quotes belongs here"]),
        ('"product manager"', '" "', ["6: target.role is empty"]),
        ('start = 2027-01-11\n', "", ["5: target.start is missing"]),
        ("2028-01-10", "2028-01-10T08:00:00",
         ["7: target.date is a date with a time; write the day alone, such as 2027-09-01"]),
        ("2028-01-10", "20280110", ["7: target.date is not a day; write one such as 2027-09-01"]),
        ("2028-01-10", "2027-01-11", ["7: target.date is not after the start, 2027-01-11"]),
        ("2028-01-10", "2026-01-11", ["7: target.date is not after the start, 2027-01-11"]),
        ("2028-01-10", "0028-01-10",
         ["7: target.date is 0028-01-10; years from 1900 to 2999 are allowed"]),
        ('"ic"', '"boss"', ['9: target.profile is "boss"; allowed: ic, senior, step']),
        ("mon = 30", "mon = true", ["12: minutes.mon is true; a whole number belongs here"]),
        ("mon = 30", "mon = 30.0", ["12: minutes.mon is 30.0; a whole number belongs here"]),
        ("mon = 30", 'mon = "30"', ['12: minutes.mon is "30"; a whole number belongs here']),
        ("mon = 30", "mon = 1441", ["12: minutes.mon is 1441; at most 1440 is allowed"]),
        ("mon = 30\nsat = 90", "mon = 0", ["11: minutes gives no weekday any minutes"]),
        ("[minutes]", "[minute]",
         ["1: minutes is missing",
          "11: minute is not a key of this table; did you mean minutes?"]),
        ("to = 2027-07-18", "to = 2027-07-04",
         ["18: vacation 1.to is before its start, 2027-07-05"]),
        ("to = 2027-07-18\n", "", ["16: vacation 1.to is missing"]),
        ("[[vacation]]", "[vacation]",
         ["16: vacation is written [vacation]; write [[vacation]], once for each"]),
        ('["money"]', '["fame"]',
         ['21: answers.why 1 is "fame"; allowed: customers, influence, strategy, money, tired,'
          " other"]),
        ('"never"', '"2027-01-01"',
         ['22: answers.customer_last is a text; write "never", or the day without quotes, such as'
          " 2027-09-01"]),
        ('"never"', "5", ["22: answers.customer_last is not a day; write one such as 2027-09-01"]),
        ("pay_floor_set = true", "pay_floor_set = 1",
         ["24: answers.pay_floor_set is 1; true or false belongs here"]),
        ("[answers]", "[answers.more]", ["20: answers.more is not a key of this table"]),
        ('state = "skip"', 'state = "out"',
         ['27: springboard.state is "out"; allowed: take, skip, in, left']),
        ("limit_months = 12", "limit_months = 0",
         ["28: springboard.limit_months is 0; at least 1 is allowed"]),
        ('id = "reading"', 'id = "allies"',
         ['36: track 2.id "allies" is used twice; each id '
            "has to be unique"]),
        ('id = "reading"', 'id = "readings"',
         ['36: track 2.id is "readings"; allowed: roadmap, customers, springboard, writing,'
          " positioning, allies, reading, sponsors, volunteer, search, craft;"
          " did you mean reading?"]),
        ("hours = 2.5", "hours = 2.51",
         ["44: milestone 1.hours does not make whole minutes; write quarters such as 2.25"]),
        ("hours = 2.5", "hours = nan", ["44: milestone 1.hours is nan; at most 1000 is allowed"]),
        ("hours = 2.5", "hours = true", ["44: milestone 1.hours is true; a number belongs here"]),
        ("weeks_before = 40\n", "",
         ["40: milestone 1 needs weeks_before, or a day of its own under due"]),
        ('["allies.first"]', '["allies.frist"]',
         ['55: milestone 2.depends_on names "allies.frist", which is not in the roadmap']),
        ('["allies.first"]', '["allies.second"]',
         ["55: milestone 2.depends_on is a circle: allies.second -> allies.second"]),
        ('id = "allies.first"', 'id = "Allies First"',
         ['41: milestone 1.id is "Allies First"; ids are small letters, digits, - and .',
          '55: milestone 2.depends_on names "allies.first", which is not in the roadmap']),
        ("days = 21", "day = 21",
         ["58: findings.NO_CUSTOMER.day is not a key of this table; did you mean days?"]),
        ("[findings.NO_CUSTOMER]\ndays = 21", "[findings]\nNO_CUSTOMER = 21",
         ["58: findings.NO_CUSTOMER is 21; a table belongs here"]),
        ("[[vacation]]\nfrom = 2027-07-05\nto = 2027-07-18", "[vacation]\nfrom = 2027-07-05",
         ["16: vacation is written [vacation]; write [[vacation]], once for each"]),
        ("[springboard]", "[[springboard]]",
         ["26: springboard is written [[springboard]]; write [springboard], once"]),
        ("[minutes]", "[[minutes]]", ["11: minutes is written [[minutes]]; write [minutes], once"]),
        ("[findings.NO_CUSTOMER]", "[[findings.NO_CUSTOMER]]",
         ["57: findings.NO_CUSTOMER is written [[findings.NO_CUSTOMER]];"
          " write [findings.NO_CUSTOMER], once"]),
        ("[findings.NO_CUSTOMER]", "[findings.NO_CUSTOMRE]",
         ["57: findings.NO_CUSTOMRE is not a finding; did you mean NO_CUSTOMER?"]),
        ("[findings.NO_CUSTOMER]", "[findings.NO_PEPLE]",
         ["57: findings.NO_PEPLE is not a finding; did you mean NO_PEOPLE?"]),
        ("[findings.NO_CUSTOMER]", "[findings.no-customer]",
         ["57: findings.no-customer is not a finding; did you mean NO_CUSTOMER?"]),
        ("[findings.NO_CUSTOMER]", "[findings.xyz]",
         ["57: findings.xyz is not a finding"]),
        ("days = 21", "weeks = 3",
         ["58: findings.NO_CUSTOMER.weeks is not the unit of this finding;"
          " did you mean days = 21?"]),
        ("days = 21", "percent = 20",
         ["58: findings.NO_CUSTOMER.percent is not the unit of this finding; did you mean days?"]),
        ("days = 21", "weeks = 0",
         ["58: findings.NO_CUSTOMER.weeks is 0; at least 1 is allowed"]),
        ("[findings.NO_CUSTOMER]\ndays = 21", "[findings.TAKE_ONLY]\ndays = 30",
         ["58: findings.TAKE_ONLY.days is not the unit of this finding; did you mean weeks = 4?"]),
        ("[findings.NO_CUSTOMER]", "[findings.OVERSTAY]",
         ["58: findings.OVERSTAY.days is not the limit of this finding;"
          " did you mean springboard.limit_months?"]),
        ("[findings.NO_CUSTOMER]", "[findings.DATE_MOVED]",
         ["58: findings.DATE_MOVED.days is not a key here: this finding has no limit"]),
        ('"ally"', '"friend"',
         ['64: people.Lena (PM) is "friend"; allowed: leader, ally, wider']),
        ('"terminal"', '"pdf"',
         ['67: defaults.format is "pdf"; allowed: terminal, markdown, html, json']),
        ("schema = 1", 'schema = 1\n"a (b)" = 1', ["2: a (b) is not a key of this table"]),
        ("schema = 1", 'schema = 1\n"" = 1', ["2:  is not a key of this table"]),
        ("schema = 1", 'schema = 1\n"a\\nb" = "c\\nd"', ["2: a b is not a key of this table"]),
        ('"ic"', '"""i\nc"""',
         ['9: target.profile is "i c"; allowed: ic, senior, step; did you mean ic?']),
        ('"ic"', '"' + "x" * 900 + '"',
         ['9: target.profile is "' + "x" * 36 + "...; allowed: ic, senior, step"]),
    ],
)  # fmt: skip
def test_one_mistake_is_one_line(tmp_path: Path, right: str, wrong: str, said: list[str]) -> None:
    """Line, key, what was found, what is allowed, and nothing about what is right."""
    assert VALID.count(right) == 1 or right == '["allies.first"]' or right == '"ic"', right
    assert faults_of(tmp_path, VALID.replace(right, wrong, 1)) == said


@pytest.mark.parametrize(
    ("content", "line", "sentence", "hint"),
    [
        (b"x = " + b"9" * 5_000 + b"\n", 0,
         "A number is too long, or a value is nested too deeply.", ""),
        (b"x = " + b"[" * 100_000 + b"\n", 0,
         "A number is too long, or a value is nested too deeply.", ""),
        (b"x = " + b"[" * 60 + b"]" * 60 + b"\n", 0,
         "Values are nested more than 50 levels deep.", ""),
        (b"a." * 60 + b"b = 1\n", 0, "Values are nested more than 50 levels deep.", ""),
        (b"schema = 1\nrole = 'caf\xe9'\n", 2, "The roadmap is not UTF-8 here.",
         "Save it as UTF-8 in your editor."),
        ("schema = 1\n".encode("utf-16"), 1, "The roadmap is not UTF-8 here.",
         "Save it as UTF-8 in your editor."),
        (b"#" * 2_000_001, 0, "The roadmap is larger than 2 MB.", ""),
        (b"schema = 2\n[targett]\n", 0, "The roadmap has schema 2; this pmpath knows 1.",
         "Upgrade pmpath; nothing was written."),
    ],
    ids=range(8),
)  # fmt: skip
def test_what_is_no_toml_is_said_alone(
    tmp_path: Path, content: bytes, line: int, sentence: str, hint: str
) -> None:
    """One sentence with the line, where there is one."""
    error = refusal(tmp_path, content)
    at = f":{line}" if line else ""
    assert (error.place, error.sentence, error.hint) == (
        f"{tmp_path}/roadmap.toml{at}", sentence, hint,
    )  # fmt: skip


def test_an_empty_file_lacks_its_tables(tmp_path: Path) -> None:
    """Each is named."""
    assert faults_of(tmp_path, "") == [
        "1: schema is missing", "1: target is missing", "1: minutes is missing",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        VALID.encode(),
        b"\xef\xbb\xbf" + VALID.encode(),
        VALID.replace("\n", "\r\n").encode(),
        VALID.rstrip("\n").encode(),
        VALID.replace("[people]", "# \u2028\u0085 comments are free \U0001f600\n[people]").encode(),
    ],
    ids=["plain", "BOM", "CRLF", "no final newline", "comment"],
)
def test_what_editors_do_is_accepted(tmp_path: Path, content: bytes) -> None:
    """Every spelling of the same text is the same roadmap."""
    wanted = load_roadmap(roadmap_of(tmp_path, VALID.encode()))
    assert load_roadmap(roadmap_of(tmp_path, content)) == wanted


def test_lines_are_counted_as_editors_count_them(tmp_path: Path) -> None:
    """CRLF and separators inside comments and texts do not shift them."""
    text = VALID.replace("[target]", "# a\u2028b\x85c\n[target]").replace("mon = 30", "mon = -1")
    assert faults_of(tmp_path, text) == ["13: minutes.mon is -1; at least 0 is allowed"]
    text = VALID.replace("mon = 30", "mon = -1").replace("\n", "\r\n")
    assert faults_of(tmp_path, text) == ["12: minutes.mon is -1; at least 0 is allowed"]


def test_a_folder_in_the_place_of_the_roadmap_is_named(tmp_path: Path) -> None:
    """Exit 5; `log` still keeps."""
    home = tmp_path / "data"
    (home / "roadmap.toml").mkdir(parents=True)
    assert run(home, "log", "coffee").returncode == 0
    found = run(home, "report")
    assert found.returncode == 5
    assert found.stderr.decode() == (
        f"pmpath: {home}/roadmap.toml: There is a folder where a file belongs.\n  Move it away.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        VALID + "".join(f"k{number} = 1\n" for number in range(5_000)),
        VALID + "[[milestone]]\n" * 5_000,
        VALID + "[[track]]\nid = 'craft'\n" * 5_000,
        VALID.replace('["money"]', "[\n" + "[1],\n" * 20_000 + "]"),
        VALID.replace('["money"]', "[" + "1, " * 20_000 + "]"),
        VALID.replace("[people]", "[people]\n" + "".join(f'p{n} = "x"\n' for n in range(5_000))),
    ],
    ids=["keys", "tables", "double ids", "long list", "long line", "people"],
)
def test_thousands_of_mistakes_are_one_screen_in_a_moment(tmp_path: Path, text: str) -> None:
    """Twenty are shown and the others counted; no file takes long."""
    error = refusal(tmp_path, text.encode())
    assert len(error.hint.splitlines()) == 21
    assert error.hint.splitlines()[-1].startswith("and ")


def test_a_long_chain_of_milestones_is_no_circle(tmp_path: Path) -> None:
    """Thousands that each depend on the next are followed without depth."""
    block = '[[milestone]]\nid = "m{}"\ntrack = "allies"\ntitle = "t"\nhours = 1\ntier = "core"\n'
    blocks = [
        block.format(number) + f'weeks_before = 1\ndepends_on = ["m{number + 1}"]\n'
        for number in range(3_000)
    ]
    last = block.format(3_000) + "weeks_before = 1\n"
    folder = roadmap_of(tmp_path, (VALID + "".join(blocks) + last).encode())
    assert len(load_roadmap(folder).milestones)
    circle = last + 'depends_on = ["m0"]\n'
    error = refusal(tmp_path, (VALID + "".join(blocks) + circle).encode())
    assert "milestone 3.depends_on is a circle: m0 -> m1 -> m2" in error.hint
