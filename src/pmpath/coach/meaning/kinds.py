"""Which kind of person somebody is, by the function beside the name."""

from __future__ import annotations

from pmpath.coach.contacts.asked import ASKED, MARKETING_SIDE, SALES_SIDE, is_kind
from pmpath.domain.people import function_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ANYONE, LISTENER, ALLY = "anyone", "listener", "ally"
# Who leads one of these opens no door to product, marketing or sales.
ENGINEERING_WORDS = frozenset([
    "engineering", "engineer", "technology", "development", "developer", "dev", "it", "qa", "cto",
    "architect", "devops", "platform", "infrastructure",
])  # fmt: skip
# Signs within a function: `sales/marketing`, `product_marketing`.
JOINTS = {ord(sign): " " for sign in "/-_"}
WORDS = {
    "marketing": frozenset(["marketing", "pmm", "marketer", "brand", "growth"]),
    "support": frozenset(["support", "success", "cs", "csm", "helpdesk", "care"]),
    "recruiter": frozenset(["recruiter", "hr", "recruiting", "headhunter"]),
    "sales": frozenset(["sales", "ae", "se", "account", "presales", "seller"]),
}
CUSTOMERS = frozenset([*ASKED["customer"], "customers", "clients", "users"])


# A log has few people, and each is asked for with every entry: what was found is kept.
_FOUND: dict[tuple[str, str], bool] = {}


def is_of_kind(kind: str, person: str) -> bool:
    """Whether somebody is of a kind that content names; without a function, only `anyone`."""
    found = _FOUND.get((kind, person))
    if found is None:
        found = _FOUND[kind, person] = kind == ANYONE or _by_function(kind, person)
    return found


def _by_function(kind: str, person: str) -> bool:
    check = _CHECKS.get(kind)
    if check is None:
        return is_kind(kind, person)
    return check(set(function_of(person).translate(JOINTS).split()), person)


def _listener(words: set[str], person: str) -> bool:
    return bool(words) and not words & ENGINEERING_WORDS and not is_kind("manager", person)


def _leader(words: set[str], person: str) -> bool:
    return bool(words & {*ASKED["leader"], "founder", "coo", "cfo", "gm", "svp", "evp"}) and not (
        words & ENGINEERING_WORDS
    )


def _manager(words: set[str], person: str) -> bool:
    return bool(words & {"manager", "boss", "lead"}) and not (
        words & {"product", "account", "marketing", "sales", "success", "hiring", "head", "vp"}
    )


def _ally(words: set[str], person: str) -> bool:
    return any(is_of_kind(one, person) for one in ("pm", "sales", "marketing"))


def _plain(kind: str, words: set[str]) -> bool:
    return bool(words & WORDS[kind]) and not words & set(ASKED["leader"])


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
