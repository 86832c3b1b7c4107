"""How people are typed at a question: names with what they do, in whatever form."""

from __future__ import annotations

import re
from datetime import date

from pmpath.domain.errors import UsageError
from pmpath.domain.people import function_of, label, name_of
from pmpath.domain.roadmap.answers import Answer, is_nobody, parts_of
from pmpath.domain.when.spelling import listed
from pmpath.domain.words.line import Line
from pmpath.domain.words.people.functions import FunctionReader
from pmpath.domain.words.reading import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.vocabulary import Vocabulary

CONTACTS = "answers.contacts"
LINKS = ("from", "in", "our", "my", "the", "a", "an", "at", "of", "-", "who", "is")
AND = re.compile(r"\s+(?:and|und|&|\+)\s+|(?<=\w)/(?=\w)")
DASH = re.compile(r"\s+[\u2013\u2014]\s+")
BEHIND_A_BRACKET = re.compile(r"\)\s+(?=[^\W\d_])(?!and\b|since\b|und\b)")
ARTICLES = re.compile(r"^(?:our|my|the|an?)\s+", re.IGNORECASE)
# What stands before a name and is none: `I know Anna`, `just Ben`, `my colleague Lena`.
FILLERS = listed(
    "i know have there is there's just only mostly maybe also my our a an the old former colleague"
    " friend buddy neighbor"
)
IN_BRACKETS = re.compile(r"\([^()]*\)")
# In front of people who have no name yet: `two PMs`, `my manager`.
COUNTED = re.compile(r"^(?:an?|the|my|our|some|a few|several|many|two|three|four|five|\d+)\s+")
SOME = ("", "few", "a few", "some", "many", "several", "lots", "people", "colleagues")
BOTH = ("both ", "all ")
FUNCTIONS_OF = re.compile(r",|;|/|&|\band\b|\bund\b")
WITH_FUNCTIONS = "Write their names, as in Anna (PM), Ben (sales)"
PEOPLE_EXAMPLE = f"{WITH_FUNCTIONS}; or none if there is nobody."


def texts_of(answer: Answer) -> list[str]:
    """The people of an answer as labels."""
    names = answer.get(CONTACTS)
    return [str(one) for one in names] if isinstance(names, list) else []


def people_in(text: str, today: date, known: Vocabulary) -> str:
    """The people of an answer as it is kept: `our PM anna and Ben from sales` is two labels."""
    if is_nobody(text):
        return text
    found: list[str] = []
    for part in _people_parts(text):
        function = _function(part, known)
        if function and found and not function_of(found[-1]):
            # `Anna, head of sales`; of `both PMs` the word for one of them.
            said = ARTICLES.sub("", part.strip())
            is_both = said.lower().startswith(BOTH)
            found[-1] = label(found[-1], f"both {function}" if is_both else said)
        else:
            found.append(_person(part, today, known))
    return ", ".join(_given_both(found))


def completed(given: Answer, text: str, known: Vocabulary) -> str:
    """The people of an answer with the functions that were typed for them: `pm, sales`.

    "" where the text is not one function for each of them.
    """
    said = [one.strip() for one in FUNCTIONS_OF.split(text.lower()) if one.strip()]
    open_ones = [one for one in texts_of(given) if not function_of(one)]
    found = [_function(one, known) for one in said]
    if len(said) == 1:
        found = found * len(open_ones) if said[0].startswith(BOTH) else found
    if len(found) != len(open_ones) or not all(found):
        return ""
    functions = iter(found)
    return ", ".join(
        one if function_of(one) else label(one, next(functions)) for one in texts_of(given)
    )


def _given_both(found: list[str]) -> list[str]:
    """`Anna, Ben (both pm)`: the function goes to each without one."""
    function = function_of(found[-1]) if found else ""
    if not function.startswith(BOTH):
        return found
    said = function.partition(" ")[2]
    return [
        label(name_of(one), said) if one is found[-1] or not function_of(one) else one
        for one in found
    ]


def _people_parts(text: str) -> list[str]:
    """The pieces between commas and `and`; what stands in brackets is one."""
    text = BEHIND_A_BRACKET.sub("), ", DASH.sub(" - ", text))
    pieces = [one for part in parts_of(text) for one in _split_outside(part)]
    return [one.strip() for one in pieces if one.strip()]


def _split_outside(part: str) -> list[str]:
    """What stands around an `and`, unless that is inside brackets."""
    masked = IN_BRACKETS.sub(lambda match: "\0" * len(match[0]), part)
    found, start = [], 0
    for match in AND.finditer(masked):
        found.append(part[start : match.start()])
        start = match.end()
    return [*found, part[start:]]


def _person(part: str, today: date, known: Vocabulary) -> str:
    """One person as a label; as typed where a sentence would not name them."""
    counted = COUNTED.sub("", part.lower())
    is_counted = counted != part.lower() and (_function(counted, known) or counted in SOME)
    part = _without_fillers(part)
    is_named = any(map(str.isalpha, part)) and part.lower() not in (*SOME, *FILLERS)
    if is_counted or not is_named or _function(part, known):
        raise UsageError(f'"{part}" has no name in it.', hint=PEOPLE_EXAMPLE)
    if part[:1] == "@" or "(" in part or ":" in part:
        return part
    name, since, day = part.partition(" since ")
    for said in (name, _capitalized(name, known)):
        try:
            people = read(f"met {said}", today, known).people
        except UsageError:
            continue
        if len(people) == 1 and function_of(people[0]):
            return people[0] + since + day
    return part


def _without_fillers(part: str) -> str:
    """The words from the name on: `I know Anna`, `just Ben`, `my colleague Lena`."""
    words = part.split()
    while len(words) > 1 and words[0].casefold() in FILLERS:
        words = words[1:]
    return " ".join(words)


def _capitalized(name: str, known: Vocabulary) -> str:
    """A name in small letters with a capital, where no word of it is a function."""
    return " ".join(
        word if _function(word, known) or word in LINKS else word.capitalize()
        for word in name.split()
    )


def _function(text: str, known: Vocabulary) -> str:
    """What a text that is a function and nothing else says; "" for any other."""
    plain = ARTICLES.sub("", text.strip()).lower()
    words = tuple(plain.removeprefix("both ").removeprefix("all ").split())
    if not words:
        return ""
    line = Line(words, lambda word: word)
    said, length = FunctionReader(line, known.lexicon, is_search=False).starting(0)
    return said if said and length == len(words) else ""
