"""Which functions make somebody of a kind that content names."""

from __future__ import annotations

from pmpath.coach.contacts.asked import (
    FUNCTIONS_OF_KIND,
    MARKETING_SIDE,
    SALES_SIDE,
    is_kind,
)
from pmpath.domain.people import function_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LISTENER, ALLY = "listener", "ally"
# Who leads one of these opens no door to product, marketing or sales.
ENGINEERING_WORDS = frozenset([
    "engineering", "engineer", "technology", "development", "developer", "dev", "it", "qa", "cto",
    "architect", "devops", "platform", "infrastructure",
])  # fmt: skip
# Whoever leads a part of a company, also in words of other languages.
LEADERS = frozenset([
    *FUNCTIONS_OF_KIND["leader"], "founder", "cofounder", "coo", "cfo", "cco", "gm", "md", "svp",
    "evp", "avp", "dir", "owner", "president", "direktor", "leiter", "leiterin", "directeur",
    "directrice", "directora", "direttore", "direttrice",
])  # fmt: skip
# Signs within a function: `sales/marketing`, `product_marketing`.
JOINTS = {ord(sign): " " for sign in "/-_"}
# The words of functions by the kind that they make somebody, unless that person leads.
WORDS = {
    "marketing": frozenset(["marketing", "pmm", "marketer", "brand", "growth"]),
    "support": frozenset(["support", "success", "cs", "csm", "helpdesk", "care"]),
    "recruiter": frozenset(["recruiter", "hr", "recruiting", "headhunter"]),
    "sales": frozenset(["sales", "ae", "se", "account", "presales", "seller"]),
}
CUSTOMERS = frozenset([*FUNCTIONS_OF_KIND["customer"], "customers", "clients", "users"])


def is_by_function(kind: str, person: str) -> bool:
    """Whether somebody's function is one of those of a kind that content names."""
    check = _CHECKS.get(kind)
    if check is None:
        return is_kind(kind, person)
    return check(set(function_of(person).translate(JOINTS).split()), person)


def _listener(words: set[str], person: str) -> bool:
    """Anybody with a function outside engineering who is not one's manager."""
    return bool(words) and not words & ENGINEERING_WORDS and not is_kind("manager", person)


def _leader(words: set[str], person: str) -> bool:
    # A product owner owns a backlog, and leads nobody.
    leads = words & LEADERS - ({"owner"} if "product" in words else set())
    return bool(leads) and not words & ENGINEERING_WORDS


def _manager(words: set[str], person: str) -> bool:
    """One's own manager: a product or account manager, or a head of sales, is none."""
    return bool(words & {"manager", "boss", "lead"}) and not (
        words & {"product", "account", "marketing", "sales", "success", "hiring", "head", "vp"}
    )


def _ally(words: set[str], person: str) -> bool:
    """Whoever does the work one wants to do, or sells what comes of it."""
    return any(is_by_function(one, person) for one in ("pm", "sales", "marketing"))


def _plain(kind: str, words: set[str]) -> bool:
    """Somebody of this function who leads nobody."""
    return bool(words & WORDS[kind]) and not words & set(FUNCTIONS_OF_KIND["leader"])


_CHECKS: dict[str, Callable[[set[str], str], bool]] = {
    LISTENER: _listener,
    "leader": _leader,
    "manager": _manager,
    ALLY: _ally,
    "marketing": lambda words, _: _plain("marketing", words),
    "sales": lambda words, _: _plain("sales", words),
    "support": lambda words, _: _plain("support", words),
    "recruiter": lambda words, _: _plain("recruiter", words),
    "customer": lambda words, _: bool(words & CUSTOMERS),
    "marketing-leader": lambda words, who: _leader(words, who) and bool(words & MARKETING_SIDE),
    "sales-leader": lambda words, who: _leader(words, who) and bool(words & SALES_SIDE),
}
