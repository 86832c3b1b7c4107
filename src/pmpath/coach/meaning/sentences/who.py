"""The words of an entry without those that only say who somebody is: `Ben, head of sales`."""

from __future__ import annotations

from pmpath.domain.people import folded, function_of, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.entry import Entry

# Titles, and the fields of work that stand beside them.
TITLES = frozenset([
    "head", "vp", "svp", "evp", "avp", "director", "chief", "lead", "manager", "mgr", "officer",
    "ceo", "cto", "cmo", "cpo", "cfo", "coo", "cro", "cco", "cso", "gm", "founder", "cofounder",
    "president", "owner", "pm", "pmm", "apm", "gpm", "po", "tpm", "ae", "csm", "sdr", "bdr", "hr",
    "designer", "marketer", "seller", "salesperson", "rep", "recruiter", "boss", "buyer",
    "controller", "customer", "client", "user", "prospect",
    "partner",
])  # fmt: skip
FIELDS = frozenset([
    "product", "sales", "marketing", "support", "design", "finance", "legal", "operations", "ops",
    "growth", "business", "development", "success", "account", "accounts", "partnerships",
    "partner", "people", "talent", "ux", "brand", "content", "revenue", "commercial", "regional",
    "payments", "platform", "engineering", "it",
])  # fmt: skip
BEFORE_A_TITLE = frozenset([
    "our", "the", "a", "an", "my", "their", "new", "senior", "junior", "associate", "group",
    "principal", "deputy", "vice", "managing", "general",
])  # fmt: skip
WITHIN = TITLES | FIELDS | BEFORE_A_TITLE | frozenset(["of", "for", "and", "&", "in", "from"])
LONGEST = 6
OPEN, SHUT = "([", ")]"
ENDS = ",;:.!?)]"


def deed_text(entry: Entry) -> str:
    """The text of an entry without the functions in brackets or behind a comma after a name.

    What stands there belongs to the person, and is no word of the deed.
    """
    named = [folded(name_of(one)).split() for one in entry.people if function_of(one)]
    if not named:
        return entry.text
    last_names = {name[-1] for name in named if name}
    words = entry.text.split()
    found: list[str] = []
    at = 0
    while at < len(words):
        found.append(_unmarked(words[at]))
        is_name = folded(found[-1]).strip(ENDS + OPEN) in last_names
        at += 1
        end = _behind_function(words, at) if is_name and not _is_introduced(words, at - 1) else at
        if end > at and not _is_done_to_me(words, end):
            found[-1] = _ended(found[-1], words[end - 1])
            at = end
    return " ".join(found)


def _unmarked(word: str) -> str:
    """`lena` of `@lena:pm`."""
    if word[0] != "@":
        return word
    name = word[1:].partition(":")[0].partition("(")[0].replace("_", " ")
    return name + (word[-1] if word[-1] in ",;.!?" else "")


def _is_introduced(words: list[str], name: int) -> bool:
    """`an introduction to Tove (PM)`: what she does is what the deed is about."""
    before = [folded(word) for word in words[max(name - 4, 0) : name]]
    return before[-1:] == ["to"] and any(word.startswith("intro") for word in before)


def _is_done_to_me(words: list[str], verb: int) -> bool:
    """`Priya (customer) told me how it was`: who says so is what makes it worth hearing."""
    return [folded(word).strip(ENDS) for word in words[verb + 1 : verb + 2]] in (["me"], ["us"])


def _behind_function(words: list[str], at: int) -> int:
    """Behind the function that is told of the name before this place; the place for none."""
    if at < len(words) and words[at][0] in OPEN:
        near = range(at, min(at + LONGEST, len(words)))
        shut = next((one for one in near if words[one].rstrip(",.;:!?")[-1:] in tuple(SHUT)), -1)
        return shut + 1 if shut >= 0 and _is_function(words[at : shut + 1]) else at
    if not words[at - 1].endswith(","):
        return at
    near = range(at, min(at + LONGEST, len(words)))
    last = next((one for one in near if words[one][-1] in ENDS), len(words) - 1)
    return last + 1 if last < at + LONGEST and _is_function(words[at : last + 1]) else at


def _is_function(words: list[str]) -> bool:
    low = [folded(word).strip(OPEN + ENDS) for word in words]
    is_said = not TITLES.isdisjoint(low) or not FIELDS.isdisjoint(low)
    return is_said and WITHIN.issuperset(low)


def _ended(name: str, last: str) -> str:
    """The name with the sign that ends its function: `Ben,` of `Ben, head of sales;`."""
    sign = last.rstrip()[-1]
    return name.rstrip(",") + (sign if sign in ",;:.!?" else "")
