"""The statement as one text, and the fields of a text that was typed in its form.

`For AUDIENCE whose NEED, I am a CATEGORY who VALUE. Unlike ALTERNATIVE, I DIFFERENCE. PROOF.`
"""

from __future__ import annotations

from pmpath.domain.content.late import late_pattern
from pmpath.domain.side_kinds import SIX_FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

JOINS = r"(?:who|whose|whom|that|which|where|when|with)\b"
# Lazy, each up to the words that begin the next part.
FORM = late_pattern(
    r"(?is)^\s*for\s+(?P<audience>.+?)"
    rf"(?:\s+(?P<need>{JOINS}.+?)|\s+\((?P<aside>[^)]+)\))?"
    r"\s*,\s*i\s*(?:am|'m|\N{RIGHT SINGLE QUOTATION MARK}m)\s+(?:an?|the|your)\s+(?P<category>.+?)"
    r"(?:\s+who\s+(?P<value>.+?)|\s*:\s*(?P<gain>.+?))?"
    r"\s*(?:\.\s+|\.?$|;\s*)"
    r"(?:unlike\s+(?P<alternative>.+?)\s*,\s*(?P<difference>.+?)\s*(?:\.\s+|\.?$))?"
    r"(?P<proof>.+?)?\s*$"
)
VOWELS = "aeiou"
OWN = late_pattern(r"^I\s+")
JOINED = late_pattern(f"(?i){JOINS}")
ARTICLE = late_pattern(r"(?i)^(?:as\s+)?(?:an?|the)\s+")
# A value in the third person may follow "who".
VERB = late_pattern(r"(?i)^(?:[a-z]+s|can|will|has|helps|knows|never|always|only|already)\b")
NO_VERB = frozenset(
    ["customers", "teams", "users", "newcomers", "people", "less", "this", "its", "drivers"]
)
# What a difference begins with that is not a verb in the first person.
SUBJECT = late_pattern(r"(?i)^(?:i|i'm|i've|my|we|our)\b")
THING = late_pattern(r"(?i)^(?:an?|the|both|ten|two|three|five|six|\d[\d.,]*)\b")
STOPS = ".\x21?"


def joined(fields: Mapping[str, str]) -> str:
    """The fields as sentences; what is missing is left out, and nothing without any field."""
    if not any(fields.values()):
        return ""
    parts = [_first(fields), _second(fields), _ended(fields.get("proof", ""))]
    return " ".join(filter(None, parts))


def fields_in(text: str) -> dict[str, str]:
    """The fields of a text in the form above; none where it is not in that form."""
    found = FORM.match(" ".join(text.split()))
    if found is None:
        return {}
    parts = {name: value.strip(" ,;") for name, value in found.groupdict().items() if value}
    parts.setdefault("need", parts.pop("aside", ""))
    parts.setdefault("value", parts.pop("gain", ""))
    if "difference" in parts:
        parts["difference"] = OWN.sub("", parts["difference"])
    if proof := parts.get("proof"):
        parts["proof"] = proof.rstrip(".")
    return {name: value for name, value in parts.items() if value}


def _first(fields: Mapping[str, str]) -> str:
    """Whom it is for, and as what I am there."""
    audience, need = fields.get("audience", ""), fields.get("need", "")
    category, value = ARTICLE.sub("", fields.get("category", "")), fields.get("value", "")
    whom = f"for {audience}" if audience else ""
    if need:
        need = need if JOINED.match(need) else f"({need})"
        whom = f"{whom} {need}".strip()
    what = (
        _category(category) + _value(value, has_category=bool(category))
        if value or category
        else ""
    )
    return _ended(", ".join(filter(None, [whom, what])))


def _category(category: str) -> str:
    article = "an" if category[:1].casefold() in VOWELS else "a"
    return f"I am {article} {category}" if category else ""


def _value(value: str, *, has_category: bool) -> str:
    if not value or not has_category:
        return value
    first = value.partition(" ")[0].casefold()
    return f" who {value}" if VERB.match(value) and first not in NO_VERB else f": {value}"


def _second(fields: Mapping[str, str]) -> str:
    """Against whom, and with what."""
    alternative, difference = fields.get("alternative", ""), fields.get("difference", "")
    if difference and not SUBJECT.match(difference):
        difference = f"I {'have ' if THING.match(difference) else ''}{difference}"
    unlike = f"unlike {alternative}" if alternative else ""
    return _ended(", ".join(filter(None, [unlike, difference])))


def _ended(text: str) -> str:
    """With a capital letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    return text[:1].upper() + text[1:] + ("" if text[-1] in STOPS else ".")


def filled(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Those of the six fields that hold something."""
    return tuple(name for name in SIX_FIELDS if fields.get(name))
