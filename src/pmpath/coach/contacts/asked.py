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


# Each of a few people is asked for with many actions: what was found is kept.
_FOUND: dict[tuple[str, str], bool] = {}


def is_kind(who: str, person: str) -> bool:
    """Whether a person's function is one of those that this kind of action asks for."""
    found = _FOUND.get((who, person))
    if found is None:
        found = _FOUND[who, person] = _by_function(who, person)
    return found


def _by_function(who: str, person: str) -> bool:
    words = function_of(person).replace("/", " ").split()
    # A head of sales is asked as a leader, not as somebody who sells.
    if who != "leader" and any(word in ASKED["leader"] for word in words):
        return False
    return any(word in ASKED.get(who, ()) for word in words)
