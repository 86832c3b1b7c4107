"""Whom to ask for each kind of person that an action asks for, by the words of their function.

`coach/meaning/functions` has the wider question, of which kind somebody was who is told of: there
words of more functions count, and kinds that nobody is asked for.
"""

from __future__ import annotations

from pmpath.domain.people import function_of

FUNCTIONS_OF_KIND = {
    "pm": ("pm", "product", "pmm", "po"),
    "sales": ("sales", "ae", "se", "account"),
    "customer": ("customer", "client", "user", "buyer", "prospect"),
    "leader": ("head", "vp", "director", "leader", "chief", "ceo", "cmo", "cro", "cpo"),
    "manager": ("manager",),
    "nonprofit": ("nonprofit", "non-profit", "charity", "volunteer"),
}
FUNCTIONS_OF_KIND |= {"ally": FUNCTIONS_OF_KIND["pm"] + FUNCTIONS_OF_KIND["sales"] + ("marketing",)}
# The article asks for a leader of each side; product counts as marketing.
MARKETING_SIDE = frozenset([
    "marketing", "product", "cmo", "cpo", "brand", "growth", "pr", "mkt", "mktg",
])  # fmt: skip
SALES_SIDE = frozenset([
    "sales", "cro", "business", "partnerships", "partner", "commercial", "bd", "cco", "vertrieb",
    "comercial", "commerciale", "ventas", "vendite", "ventes",
])  # fmt: skip
MARKETING_LEADER, SALES_LEADER = "marketing-leader", "sales-leader"
# Whom an action asks where there is but one: nobody else can be asked instead.
MANAGER = "manager"
SIDES = {MARKETING_LEADER: MARKETING_SIDE, SALES_LEADER: SALES_SIDE}


# Many people have one of a few functions: what was found for each kind and function is kept.
_FOUND: dict[tuple[str, str], bool] = {}


def is_kind(who: str, person: str) -> bool:
    """Whether a person's function is one of those that this kind of action asks for."""
    function = function_of(person)
    found = _FOUND.get((who, function))
    if found is None:
        found = _FOUND[who, function] = _by_function(who, person)
    return found


def _by_function(who: str, person: str) -> bool:
    words = function_of(person).replace("/", " ").split()
    if who in SIDES:
        return not SIDES[who].isdisjoint(words) and is_kind("leader", person)
    # A head of sales is asked as a leader, not as somebody who sells.
    if who != "leader" and any(word in FUNCTIONS_OF_KIND["leader"] for word in words):
        return False
    return any(word in FUNCTIONS_OF_KIND.get(who, ()) for word in words)
