"""A line that is not TOML, in our own words: what was found there and what to type instead."""

from __future__ import annotations

import re
import tomllib
import unicodedata

from pmpath.storage.toml.value_wording import explain_item_value, explain_value, pair

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    Explanation = tuple[str, str]

# A longer line is no help to anybody who has to type it.
LONGEST_LINE = 120
DOUBLE_QUOTES, SINGLE_QUOTES = "“”„‟«»″〝〞＂", "‘’‚‛‹›′´＇"
STRAIGHT = str.maketrans({**dict.fromkeys(DOUBLE_QUOTES, '"'), **dict.fromkeys(SINGLE_QUOTES, "'")})
DASHES = "‐‑‒–—−"
KEY = re.compile(r'(""|[\w-]+)(\s*\.\s*(""|[\w-]+))*', re.ASCII)
FORM_OF_A_LINE = "Each line is [table], key = value or # comment; text goes in quotes."


def explain_unclosed(line: str, quote: str) -> Explanation:
    """A text that begins on this line and does not end."""
    if len(quote) > 1:
        return f"The text that starts here with {quote} has no closing {quote}.", "Add it."
    before, _, text = line.partition(quote)
    other = '"' if quote == "'" else "'"
    straight = line.translate(STRAIGHT)
    fixed = straight if is_sound(straight) else line.rstrip(" ,;") + quote
    if quote in text and is_sound(f"{before}{other}{text.rstrip()[:-1]}{other}"):
        fixed = f"{before}{other}{text.rstrip()[:-1]}{other}"
    return (
        f"The text that starts here with {quote} has no closing {quote} on its line.",
        advice(fixed, f"Add it; text with a {quote} in it goes between {other}."),
    )


def explain_escape(line: str, sign: str) -> Explanation:
    """A backslash in double quotes that means nothing."""
    fixed = line.replace('"', "'")
    return f"{sign} has no meaning in double quotes.", advice(fixed, "Write \\\\ for a backslash.")


def explain_control(line: str, sign: str) -> Explanation:
    """A character that is allowed nowhere."""
    if sign == "\r":
        return "A line ends here with a lone CR.", "Save the file with normal line ends."
    fixed = line.replace(sign, "")
    return f"There is a control character here (U+{ord(sign):04X}).", advice(fixed, "Delete it.")


def explain_sign(line: str, sign: str) -> Explanation:
    """A character that is allowed in quotes and comments alone."""
    name, kind = f"U+{ord(sign):04X}", unicodedata.category(sign)
    if sign in DOUBLE_QUOTES + SINGLE_QUOTES:
        fixed = line.translate(STRAIGHT)
        return f"{sign} is a curly quote.", advice(fixed, "Type straight quotes.")
    if kind == "Zs":
        fixed = line.replace(sign, " ")
        return f"There is a special space here ({name}).", advice(fixed, "Type a normal space.")
    if kind == "Cc":
        return explain_control(line, sign)
    if kind[0] == "C":
        fixed = line.replace(sign, "")
        return f"There is an invisible character here ({name}).", advice(fixed, "Delete it.")
    if sign in DASHES:
        return f"{sign} is not a plain minus sign.", advice(line.replace(sign, "-"), "Type -.")
    return f"{sign} is outside of quotes.", advice(_with_quotes(line, sign), "Put text in quotes.")


def _with_quotes(line: str, sign: str) -> str:
    key, _, value = line.partition("=")
    if sign in key:
        return f'"{key.strip()}" = {value.strip()}'
    text = value.partition(" #")[0].strip()
    return pair(key, f'"{text}"')


def explain_line(line: str, code: str, repeated: Collection[str]) -> Explanation:
    """Any other line; `code` is the same without comments, its texts as `""`.

    `repeated` names the tables that may appear several times.
    """
    for explanation in _guesses(line.strip(), code.strip(), repeated):
        return explanation
    return "pmpath cannot read this line.", FORM_OF_A_LINE


def explain_item(line: str, code: str) -> Explanation:
    """A line inside a list that began on an earlier one."""
    for item in code.split(","):
        if explanation := explain_item_value(item.strip()):
            return explanation
    if '""' in code:
        return "A comma is missing between two items.", "Separate the items with commas."
    return f"pmpath cannot read {line.strip()} in a list.", "Separate the items with commas."


def _guesses(line: str, code: str, repeated: Collection[str]) -> Iterator[Explanation]:
    if re.match(r"(<{7}|\|{7}|={7}|>{7})( |$)", code):
        yield (
            "git left a merge conflict here.",
            "Keep one version, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
        )
    if re.match(r"//|;|/\*|--|%|<!", code):
        yield "Comments start with #.", "Put # before the line."
    if code.startswith("["):
        yield from _header_faults(code, repeated)
    elif code.startswith(("{", "}")):
        yield "Tables have no braces.", "Write [target], and its keys below."
    elif re.match(r"[-*] ", code):
        yield "Lists go in brackets after their key.", 'As in: never_say = ["Acme", "Beta"]'
    elif "=" in code:
        yield from _pair_faults(line, code)
    else:
        yield from _without_equals(line, code)


def _header_faults(code: str, repeated: Collection[str]) -> Iterator[Explanation]:
    name = re.sub(r"[\[\](){}<>].*", "", code.lstrip("[( ")).strip()
    header = f"[[{name}]]" if name in repeated else f"[{name}]"
    behind = re.match(r"\[\[?[^\[\]]*\]\]?\s*(.*)", code)
    if not name:
        yield "A table has no name.", "Name it, as in [target]."
    elif behind and behind[1].strip("])}> "):
        yield (
            "There is more on the line after the name of a table.",
            f"Leave just {header} on the line.",
        )
    elif not KEY.fullmatch(name):
        yield f"{name} cannot be the name of a table.", "Names have letters, digits, - and _."
    else:
        yield "The brackets around the name of a table do not match.", f"Write {header}"


def _without_equals(line: str, code: str) -> Iterator[Explanation]:
    key, colon, value = line.partition(":")
    if colon and re.fullmatch(r"[\w.\-\"' ]+", key):
        fixed = pair(key, value)
        yield (
            "There is a colon where = belongs.",
            advice(fixed, advice(pair(key, f'"{value.strip()}"'), "Write =.")),
        )
    elif KEY.fullmatch(code) and any(map(str.isalnum, line)):
        yield f"{line} has no value.", f"Add = and its value, or put # before {line}."
    else:
        key, _, value = line.partition(" ")
        yield "There is no = between key and value.", advice(pair(key, value), FORM_OF_A_LINE)


def _pair_faults(line: str, code: str) -> Iterator[Explanation]:
    key, value = (part.strip() for part in code.split("=", 1))
    typed = line.partition("=")[2].strip()
    if not key:
        yield "There is no key before =.", FORM_OF_A_LINE
    elif key.endswith(":") or value[:1] in ("=", ">", "~"):
        fixed = pair(key.rstrip(": "), typed.lstrip("=>~: "))
        yield "One = goes between key and value.", advice(fixed, "Write a single =.")
    elif not KEY.fullmatch(key):
        fixed = re.sub(r"[^\w.]+", "_", re.sub(r"\.+", ".", key)).strip("_.")
        yield f"{key} cannot be a key.", f"Write {fixed}, or put the key in quotes."
    elif not value:
        yield f"{key} has no value.", f"Add it after {key} =, or put # before the line."
    else:
        sentence, fixed, hint = explain_value(key, value, typed)
        yield sentence, advice(fixed, hint)


def advice(fixed: str, otherwise: str) -> str:
    """To write the line as it would be right, where that is sure; else the other hint."""
    is_item = "=" not in fixed and is_sound(f"x = [{fixed}]")
    if fixed.strip() and len(fixed) <= LONGEST_LINE and (is_item or is_sound(fixed)):
        return f"Write {fixed.strip()}"
    return otherwise


def is_sound(line: str) -> bool:
    """Whether a line says something by itself."""
    try:
        return bool(tomllib.loads(line))
    except (ValueError, RecursionError):
        return False
