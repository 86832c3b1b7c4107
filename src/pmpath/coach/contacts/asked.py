"""Which functions answer to each kind of person that an action asks for."""

from __future__ import annotations

from pmpath.domain.people import function_of

ASKED = {
    "pm": ("pm", "product", "pmm", "po"),
    "sales": ("sales", "ae", "se", "account"),
    "customer": ("customer", "client", "user", "buyer", "prospect"),
    "leader": ("head", "vp", "director", "leader", "chief", "ceo", "cmo", "cro", "cpo"),
    "manager": ("manager",),
    "nonprofit": ("nonprofit", "non-profit", "charity", "volunteer"),
}
ASKED |= {"ally": ASKED["pm"] + ASKED["sales"] + ("marketing",)}
# The article asks for a leader of each side; product counts as marketing.
MARKETING_SIDE = frozenset(["marketing", "product", "cmo", "cpo", "brand", "growth", "pr"])
SALES_SIDE = frozenset(["sales", "cro", "business", "partnerships", "partner", "commercial", "bd"])
MARKETING_LEADER, SALES_LEADER = "marketing-leader", "sales-leader"
SIDES = {MARKETING_LEADER: MARKETING_SIDE, SALES_LEADER: SALES_SIDE}


def is_kind(who: str, person: str) -> bool:
    """Whether a person's function is one of those that this kind of action asks for."""
    words = function_of(person).replace("/", " ").split()
    if who in SIDES:
        return not SIDES[who].isdisjoint(words) and is_kind("leader", person)
    # A head of sales is asked as a leader, not as somebody who sells.
    if who != "leader" and any(word in ASKED["leader"] for word in words):
        return False
    return any(word in ASKED.get(who, ()) for word in words)
