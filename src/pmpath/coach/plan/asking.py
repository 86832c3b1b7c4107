"""How many days it takes from asking people to having met them, with a no and another try."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.content.catalog import Action, MilestoneTemplate

# From asking somebody to the day it happens, with a no and somebody else in between; and so many
# days more for each further person.
DAYS_WITH_ANOTHER_TRY, DAYS_PER_PERSON = 14, 4
# Work at the desk that goes before an ask, such as what is to be read to somebody.
DAYS_BEFORE_ASKING = 7


def days_until_met(people: int) -> int:
    """Days from the first ask until so many people were met."""
    return DAYS_WITH_ANOTHER_TRY + (people - 1) * DAYS_PER_PERSON


def least_days(template: MilestoneTemplate, actions: Mapping[str, Action]) -> int:
    """The first day of a plan on which a milestone can be due; 0 where nobody has to answer."""
    asked = [key for key in template.actions if actions[key].people and not actions[key].sends]
    people = sum(template.times_of(key) for key in asked)
    if not people:
        return 0
    waits = any(":" not in one for key in asked for one in actions[key].prereq)
    return days_until_met(people) + (DAYS_BEFORE_ASKING if waits else 0)
