"""What of the log can stand in a message to somebody else, as it is."""

from __future__ import annotations

from pmpath.domain.people import ABBREVIATIONS, name_of

# Longer words of a note are not quoted in a message of a few lines.
MOST_WORDS, MOST_LETTERS = 14, 90
LONGEST_NAME = 30
IN_NAMES = " -'.\N{RIGHT SINGLE QUOTATION MARK}"
# Signs of marks, code and templates; a message that holds one could not be sent as it stands.
NEVER_SENT = frozenset("{}[]()<>|\\`@#$^~*_=")
# In front of a name that is then said whole: `Dr. Kent`.
TITLES = ("dr", "prof", "mr", "mrs", "ms", "frau", "herr", "madame", "monsieur", "sir")
# Letters that are spoken with a vowel first: an APM, an HR manager.
SPOKEN_WITH_VOWEL = "AEFHILMNORSX"
DETERMINERS = ("the", "a", "an", "your", "my", "our", "two", "three", "some", "this", "these")
VERBS = frozenset([
    "send", "write", "share", "call", "ask", "give", "show", "bring", "introduce", "check", "find",
    "make", "prepare", "name", "tell", "answer", "reply", "look", "get", "meet", "talk", "review",
    "read", "try", "help", "set", "book", "connect", "forward", "confirm", "decide", "think",
    "invite", "propose", "draft", "test", "follow", "come", "let", "put", "pass", "mail", "email",
])  # fmt: skip
# What is not a thing of its own: whoever waits for it waits for any answer.
ANSWERS = ("answer", "reply", "news", "word", "response", "decision", "feedback")
THANKS = ("thank-you", "thanks", "thank", "thankyou")
# A clause is neither a thing nor something to do.
CLAUSES = ("that", "whether", "if", "when", "how", "why", "what", "who", "maybe", "yes", "no")


def sayable(text: str) -> str:
    """The text on one line without the sign at its end; "" where it cannot be sent as it stands."""
    said = " ".join(text.split()).rstrip(".,;:!").rstrip()
    is_short = len(said) <= MOST_LETTERS and len(said.split()) <= MOST_WORDS
    is_plain = said.isprintable() and NEVER_SENT.isdisjoint(said) and '"' not in said
    return said if is_short and is_plain and any(char.isalpha() for char in said) else ""


def first_name(person: str) -> str:
    """By which somebody is greeted: `Lena`, `Dr. Kent`; "" where no letter begins the name."""
    name = " ".join(name_of(person).split())
    is_name = name[:1].isalpha() and all(char.isalpha() or char in IN_NAMES for char in name)
    if not is_name or len(name) > LONGEST_NAME:
        return ""
    first = name.split()[0]
    return name if first.rstrip(".").casefold() in TITLES else first


def with_article(role: str) -> str:
    """`a product manager`, `an APM`, `head of product`; "" for what cannot be sent."""
    said = sayable(role)
    if not said:
        return ""
    words = [word.upper() if word.casefold() in ABBREVIATIONS else word for word in said.split()]
    said, first = " ".join(words), words[0]
    if first.casefold() in ("a", "an", "the", "head", "chief", "vp", "director"):
        return said
    is_spelled = first.isupper() and len(first) > 1
    vowel = first[0] in SPOKEN_WITH_VOWEL if is_spelled else first[0].casefold() in "aeio"
    return f"{'an' if vowel else 'a'} {said}"


def thing_and_deed(what: str, *, is_mine: bool) -> tuple[str, str]:
    """What was promised, said to them: a thing (`the deck`) or something to do (`name a call`).

    One of the two is "", or both where only an answer was awaited.
    """
    words = _said_to_them(sayable(what).split(), is_mine=is_mine)
    if not words or words[0].casefold() in CLAUSES:
        return "", ""
    first = words[0].casefold()
    if first in THANKS:
        return "", "thank you"
    if first in ANSWERS or (len(words) == 2 and words[1].casefold() in ANSWERS):
        return "", ""
    verb = first if first in VERBS else first.removesuffix("s")
    if verb in VERBS:
        return "", " ".join([verb, *words[1:]])
    has_article = first in DETERMINERS or first[0].isdigit()
    return " ".join(words if has_article else ["the", *words]), ""


def _said_to_them(words: list[str], *, is_mine: bool) -> list[str]:
    """Words about them as they are said to them; what I promised of myself, as I say it."""
    found = []
    for at, word in enumerate(words):
        behind = words[at + 1] if at + 1 < len(words) else ""
        said = word.casefold()
        if said in ("her", "his", "their", "him", "them"):
            is_object = said in ("him", "them") or not behind or behind.casefold() in DETERMINERS
            word = "you" if is_object else "your"
        elif is_mine and said == "your":
            word = "my"
        found.append(word)
    return found
