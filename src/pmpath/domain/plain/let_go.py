"""A fold without what the fold of further records has no use for: that is what is kept of it."""

from __future__ import annotations

from datetime import date

from pmpath.domain.log.journal import Journal

# What the prompt of a shell asks for.
AT_THE_PROMPT = ("count", "contacts", "commitments", "milestones", "path_actions", "_kept")
# What is made anew of the rest.
MADE_ANEW = ("known", "_open", "_past")


def let_go(journal: Journal) -> None:
    """Forget what is settled for good, or made anew; nothing may be asked of the journal then.

    What its whole entries mean stays, as long as they are there.
    """
    journal.commitments.let_go(journal.contacts)
    for contact in journal.contacts.values():
        contact.let_go()
    journal.observed.let_go()
    journal.milestones.let_go()
    whole = {one.id for one in journal.entries}
    asks = journal.days.asks
    # A number stays whole, however old, and what its entry fulfils says whether it is a result.
    told = whole | {one.id for one in journal.measured}
    journal.fulfilled = {key: one for key, one in journal.fulfilled.items() if key in told}
    journal.days.asks = {key: one for key, one in asks.items() if key in whole}
    journal.keep, journal.entries, journal.by_label = None, [], {}
    for name in MADE_ANEW:
        vars(journal).pop(name, None)


def let_go_for_prompt(journal: Journal, since: date) -> None:
    """Forget also what a shell prompt does not ask for on that day or later."""
    fresh = vars(Journal(observes=False))
    vars(journal).update({name: fresh[name] for name in fresh if name not in AT_THE_PROMPT})
    let_go(journal)
    actions = journal.path_actions
    journal.path_actions = {day: count for day, count in actions.items() if day >= since}
    journal.contacts = {key: one.only_called() for key, one in journal.contacts.items()}
