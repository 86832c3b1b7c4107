"""Which questions of the reality check a roadmap leaves open, for reports and for `answer`."""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.roadmap.roadmap import Roadmap


class OpenAnswer(Frozen):
    """A question by its id: it is open while none of its `keys` is known.

    `asked_as` is how a report names it.
    """

    id: str
    keys: tuple[str, ...]
    asked_as: str


# In the order in which reports name them. The date, the hours, the job and the side have a value in
# every roadmap.
MAY_BE_OPEN = (
    OpenAnswer("role", ("target.role", "target.company"), "the role you want"),
    OpenAnswer("why", ("answers.why",), "why you want this"),
    OpenAnswer(
        "customer",
        ("answers.customer_last", "answers.customer_love"),
        "the last customer you talked with",
    ),
    OpenAnswer("junior", ("answers.junior",), "starting as a junior"),
    OpenAnswer(
        "pay",
        ("answers.pay_cut_percent", "answers.savings_months", "answers.pay_floor_set"),
        "a lower salary",
    ),
    OpenAnswer(
        "counts",
        ("answers.engineers", "answers.product_managers"),
        "how many engineers and PMs there are",
    ),
    OpenAnswer(
        "step-role",
        ("springboard.state", "springboard.limit_months", "springboard.exit_date"),
        "a stepping-stone role",
    ),
    OpenAnswer("leaders", ("answers.leaders",), "leaders who know"),
    OpenAnswer("manager", ("answers.manager_safe",), "whether your manager may know"),
    OpenAnswer("contacts", ("answers.contacts",), "PMs and salespeople by name"),
    OpenAnswer("last-piece", ("answers.last_piece",), "your last piece for customers"),
    OpenAnswer("cause", ("answers.cause",), "a cause"),
    OpenAnswer("duty", ("answers.duty",), "a duty to hand over"),
)
ASKED_AS = {one.id: one.asked_as for one in MAY_BE_OPEN}


def open_answers(roadmap: Roadmap) -> tuple[str, ...]:
    """The ids of the questions of which the roadmap holds no answer."""
    known = {f"answers.{key}" for key in roadmap.answers}
    known |= {"target.role"} if roadmap.target.role else set()
    known |= {"target.company"} if roadmap.target.company else set()
    known |= {"springboard.state"} if roadmap.springboard.state else set()
    return tuple(one.id for one in MAY_BE_OPEN if known.isdisjoint(one.keys))
