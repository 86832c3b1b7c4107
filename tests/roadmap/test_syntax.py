"""A roadmap that is not TOML: the line, what is wrong and what to write, in plain words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest

from pmpath.domain.errors import NotValid
from pmpath.storage.roadmap.file import parsed
from tests.roadmap.texts import VALID

# Words of tomllib that say nothing to somebody who edits a plan.
FOREIGN = (
    "Invalid", "Illegal", "Expected", "Cannot", "Unescaped", "Unterminated", "Unclosed",
    "declare", "mutate", "overwrite", "namespace", "(at ",
)  # fmt: skip
NO_QUOTES, NO_CLOSE = "The text has no quotes.", "What starts here has no closing ]."
OPEN = 'The text that starts here with " has no closing " on its line.'
BLOCK = 'The text that starts here with """ has no closing """.'


def told(text: str) -> tuple[int, str, str]:
    """Line, sentence and hint of the error for a text that is not TOML."""
    with pytest.raises(NotValid) as caught:
        parsed(text, "roadmap.toml")
    name, _, line = caught.value.place.rpartition(":")
    assert name == "roadmap.toml"
    assert caught.value.hint
    return int(line), caught.value.sentence, caught.value.hint


# What is typed on the second line, what is said of it, and what may be typed instead.
ONE_LINE = [
    ("role = “product manager”", "“ is a curly quote.", 'Write role = "product manager"'),
    ("role = „PM“", "„ is a curly quote.", 'Write role = "PM"'),
    ("role = ‘PM’", "‘ is a curly quote.", "Write role = 'PM'"),
    ('role = "PM”', OPEN, 'Write role = "PM"'),
    ("role = `PM`", NO_QUOTES, 'Write role = "PM"'),
    ('role\u00a0= "PM"', "There is a special space here (U+00A0).", 'Write role = "PM"'),
    ("\u3000mon = 30", "There is a special space here (U+3000).", "Write mon = 30"),
    ("mon = 30\u200b", "There is an invisible character here (U+200B).", "Write mon = 30"),
    ("\ufeffmon = 30", "There is an invisible character here (U+FEFF).", "Write mon = 30"),
    ('role = "P\0M"', "There is a control character here (U+0000).", 'Write role = "PM"'),
    ("mon = 30\rtue = 30", "A line ends here with a lone CR.",
     "Save the file with normal line ends."),
    ("date = 2027-12-1", "2027-12-1 is not written as a date.", "Write date = 2027-12-01"),
    ("date = 2027/12/01", "2027/12/01 is not written as a date.", "Write date = 2027-12-01"),
    ("date = 1.12.2027", "1.12.2027 is not written as a date: the year comes first.",
     "Write date = 2027-12-01"),
    ("date = 12/01/2027", "12/01/2027 is not written as a date: the year comes first.",
     "Write the date as 2027-09-01."),
    ("date = 1 Dec 2027", "1 Dec 2027 is not written as a date.", "Write the date as 2027-09-01."),
    ("date = Dec 1, 2027", "Dec 1, 2027 is not written as a date.",
     "Write the date as 2027-09-01."),
    ("date = 2027-12", "2027-12 has no day of the month.", "Write the date as 2027-09-01."),
    ("date = 2027-02-30", "There is no day 2027-02-30.", "Write a day of the calendar."),
    ("date = 2027–12–01", "– is not a plain minus sign.", "Write date = 2027-12-01"),
    ("day_ends = 4:00", "The time has no quotes.", 'Write day_ends = "04:00"'),
    ("hours = 2,5", "The number has a comma.", "Write hours = 2.5"),
    ("hours = 1,000", "1,000 has separators.", "Write hours = 1000"),
    ("hours = 1'000", "1'000 has separators.", "Write hours = 1000"),
    ("hours = .5", "The number starts with a point.", "Write hours = 0.5"),
    ("hours = 5.", "The number ends with a point.", "Write hours = 5"),
    ("mon = 030", "The number starts with 0.", "Write mon = 30"),
    ("mon = 30m", "30m is more than a number.", 'Write 30, or "30m" for text.'),
    ("mon = 30 min # each", "30 min is more than a number.", 'Write 30, or "30 min" for text.'),
    ("mon = 5€", "€ is outside of quotes.", 'Write mon = "5€"'),
    ("mon = ++1", "++1 is not a number or a date.",
     "Write a number such as 30, a date such as 2027-09-01, or text in quotes."),
    ("role = product manager", NO_QUOTES, 'Write role = "product manager"'),
    ("company = Lena's team # mine", NO_QUOTES, 'Write company = "Lena\'s team"'),
    ("role = 'it's'", "The text that starts here with ' has no closing ' on its line.",
     'Write role = "it\'s"'),
    ('role = "PM', OPEN, 'Write role = "PM"'),
    ('role = "the "best" PM"', "There is more on the line after the end of a text.",
     "Write \\\" for a quote inside a text, or put the text in 'single quotes'."),
    ('cause = "C:\\Users"', "\\U has no meaning in double quotes.", "Write cause = 'C:\\Users'"),
    ("role =", "role has no value.", "Add it after role =, or put # before the line."),
    ("role", "role has no value.", "Add = and its value, or put # before role."),
    ('role "PM"', "There is no = between key and value.", 'Write role = "PM"'),
    ("role: PM", "There is a colon where = belongs.", 'Write role = "PM"'),
    ("mon == 30", "One = goes between key and value.", "Write mon = 30"),
    ("= 5", "There is no key before =.",
     "Each line is [table], key = value or # comment; text goes in quotes."),
    ("daily cap = 240", "daily cap cannot be a key.",
     "Write daily_cap, or put the key in quotes."),
    ("größe = 5", "ö is outside of quotes.", 'Write "größe" = 5'),
    ("off = True", "True has capitals.", "Write off = true"),
    ("off = yes", "yes has no quotes.", 'Write true for a switch, "yes" for text.'),
    ("role = null", "null is not a value.", "Delete the line, or put # before it."),
    ("mon = 30 tue = 30", "Two keys are on one line.", "Give each a line of its own."),
    ("mon = 30,", "There is an extra , after the value.", "Write mon = 30"),
    ("[target", "The brackets around the name of a table do not match.", "Write [target]"),
    ("[vacation]]", "The brackets around the name of a table do not match.",
     "Write [[vacation]]"),
    ("[my table]", "my table cannot be the name of a table.",
     "Names have letters, digits, - and _."),
    ("[]", "A table has no name.", "Name it, as in [target]."),
    ("[target] mon = 30", "There is more on the line after the name of a table.",
     "Leave just [target] on the line."),
    ('why = ["money"', NO_CLOSE, "Add ]."),
    ('why = ["money" "tired"]', "A comma is missing between two items.", 'As in ["a", "b"].'),
    ("why = [money, tired]", NO_QUOTES, 'Write why = ["money", "tired"]'),
    ('why = "money", "tired"', "Several values need brackets.",
     'Write why = ["money", "tired"]'),
    ("mon = {a = 1", "A table in { } has to end on its line.",
     "Write [table], and its keys below."),
    ("// mine", "Comments start with #.", "Put # before the line."),
    ("- money", "Lists go in brackets after their key.", 'As in: never_say = ["Acme", "Beta"]'),
    ("<<<<<<< HEAD", "git left a merge conflict here.",
     "Keep one version, and delete the lines with <<<<<<<, ======= and >>>>>>>."),
    ('{"schema": 1}', "Tables have no braces.", "Write [target], and its keys below."),
    ("?!", "There is no = between key and value.",
     "Each line is [table], key = value or # comment; text goes in quotes."),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "sentence", "hint"), ONE_LINE)
def test_a_fault_of_one_line_is_said_in_our_words(typed: str, sentence: str, hint: str) -> None:
    """With its line and what to write; the same with CRLF, with a BOM, and with more below."""
    assert told(f"schema = 1\n{typed}\n") == (2, sentence, hint)
    if "\r" not in typed:
        assert told(f"\ufeffschema = 1\r\n{typed}\r\n") == (2, sentence, hint)
    if "[" not in typed and "{" not in typed:
        assert told(f"schema = 1\n{typed}\n[minutes]\nmon = 30\n") == (2, sentence, hint)


@pytest.mark.parametrize(
    ("text", "line", "sentence", "hint"),
    [
        ('a = 1\nb = """x\ny\n', 2, BLOCK, "Add it."),
        ('a = 1\nb = """x\nmon = 3\nc = """d"""\n', 2, BLOCK, "Add it."),
        ('a = 1\nb = """x\nc = """\nd e f\n"""\n', 2, BLOCK, "Add it."),
        ('a = [\n"b",\n\nmon = 30\n', 1, NO_CLOSE, "Add ]."),
        ('a = [\n"b",\n[target]\nmon = 30\n', 1, NO_CLOSE, "Add ]."),
        ('a = [\n"b"\n\n\n', 1, NO_CLOSE, "Add ]."),
        ('a = [\n"b"\n"c"\n]\n', 3, "A comma is missing between two items.",
         "Separate the items with commas."),
        ('a = [\n"b",\nc,\n]\n', 3, NO_QUOTES, 'Write "c"'),
    ],
)  # fmt: skip
def test_a_fault_names_the_line_on_which_it_begins(
    text: str, line: int, sentence: str, hint: str
) -> None:
    """A text or list that is not closed leads to its first line."""
    assert told(text) == (line, sentence, hint)


def second(name: str, first: int) -> str:
    return f"This is the second {name}; the first is on line {first}."


def another(name: str, first: int) -> str:
    return f"This is another [{name}]; the first is on line {first}."


def merging(table: str) -> str:
    return f"Move the lines below this second {table} to the first, then delete this line."


@pytest.mark.parametrize(
    ("text", "line", "sentence", "hint"),
    [
        ("mon = 3\nmon = 4\n", 2, second("mon", 1), "Delete this line or line 1."),
        ("[a]\nb = [\n1\n]\nb = [\n2\n]\n", 5, second("b", 2), "Delete this line or line 2."),
        ("[[track]]\nid = 1\n[[track]]\nid = 1\nid = 2\n", 5, second("id", 4),
         "Delete this line or line 4."),
        ("[minutes]\nmon = 3\n[minutes]\ntue = 3\n", 3, second("[minutes]", 1),
         merging("[minutes]")),
        ("[target]\nx = 1\n[[target]]\n", 3, second("[target]", 1), merging("[target]")),
        ("[findings.A]\noff = 1\n[findings.B]\n[findings.A]\n", 4, second("[findings.A]", 1),
         merging("[findings.A]")),
        ("[[track]]\nid = 1\n[track.days]\nx = 1\n[track.days]\n", 5, second("[track.days]", 3),
         merging("[track.days]")),
        ("[vacation]\nx = 1\n[vacation]\nx = 2\n", 3, another("vacation", 1),
         "Write [[vacation]] here and on line 1."),
        ("[[track]]\nid = 1\n[[track]]\nid = 2\n[track]\nid = 3\n", 5, another("track", 1),
         "Write [[track]] here."),
        ("[milestone]\nid = 1\n[[milestone]]\nid = 2\n", 3, another("milestone", 1),
         "Write [[milestone]] on line 1."),
        ("vacation = []\n[[vacation]]\nx = 2\n", 2, another("vacation", 1),
         "Delete line 1; each [[vacation]] is a block of its own."),
        ("a = 1\na.b = 2\n", 2, "a is set on line 1, so a.b cannot be used here.",
         "Delete this line or line 1."),
        ("a = 1\n[a]\nb = 2\n", 2, "a is set on line 1, so [a] cannot be used here.",
         "Delete this line or line 1."),
    ],
)  # fmt: skip
def test_what_stands_twice_is_named_by_the_second_and_says_what_to_change(
    text: str, line: int, sentence: str, hint: str
) -> None:
    """The advice names the lines that are wrong, and no line that is right."""
    assert told(text) == (line, sentence, hint)


def test_a_text_that_loses_its_last_quote_is_named_by_its_line() -> None:
    """Whatever stands below it, and whatever quotes stand there."""
    lines = VALID.split("\n")
    for at, line in enumerate(lines):
        if line.endswith('"'):
            broken = "\n".join([*lines[:at], line[:-1], *lines[at + 1 :]])
            assert told(broken) == (at + 1, OPEN, f"Write {line}"), line


def broken_texts() -> Iterator[str]:
    """The sound roadmap with one sign less, changed, or doubled, at every third place."""
    for at in range(0, len(VALID), 3):
        yield VALID[:at] + VALID[at + 1 :]
        for sign in '“"[=\n{,\\\u00a0':
            yield VALID[:at] + sign + VALID[at + 1 :]


def test_no_damage_brings_foreign_words_or_a_fault_without_a_line() -> None:
    """One sign of a sound roadmap deleted or overtyped: a line of the file, and our own words."""
    count = 0
    for text in broken_texts():
        try:
            tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            line, sentence, hint = told(text)
            assert 1 <= line <= text.count("\n") + 1
            assert not [word for word in FOREIGN if word in f"{sentence} {hint}"], sentence
            count += 1
    assert count > 1_000
