"""`pmpath amend`: what an entry says is added to, set or taken away; the entry itself stays."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pmpath.cli.corrections.correction import corrected
from pmpath.cli.corrections.told_after import entry_told
from pmpath.cli.milestones_told import tell_milestones
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import acknowledge, confirm, offer, terminal_width
from pmpath.domain.compose import Options
from pmpath.domain.entry import ASSUMED_MINUTES, ENGINEERING, Entry, day_of_writing
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.log.acts import AMEND, newest
from pmpath.domain.log.amending import (
    Unsaid,
    with_facts,
    with_text,
    with_words,
    without,
    without_guessed_engineering,
)
from pmpath.domain.people import key_of, typed
from pmpath.domain.period import day_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.when.duration_option import with_unit
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.domain.words.telling import tell
from pmpath.render.page.text import clip, hanging
from pmpath.render.phrases.acts import Teller
from pmpath.render.phrases.confirmation import ECHO
from pmpath.storage.acts import read_acts
from pmpath.storage.log.encode import amended_fields
from pmpath.storage.roadmap.peek import day_ends_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from pmpath.domain.log.acts import Act, Acts
    from pmpath.storage.log.encode import Fields


class Amendment(Frozen):
    """What was typed: words, options, `text` in place of the sentence, and what to take away.

    `not_did` are actions that the entry was not.
    """

    words: str
    options: Options
    text: str | None = None
    drops: tuple[str, ...] = ()
    not_did: tuple[str, ...] = ()


def amend(session: Session, said: Amendment, handle: str = "") -> None:
    """Change the newest entry, or the one with this handle: only what was said.

    Raises UsageError for words that cannot be meant or change nothing, NotFound without an entry.
    """
    acts = read_acts(session.folder)
    act, entry = _chosen(session, acts, handle)
    after = _amended(session, entry, said)
    fields = amended_fields(entry, after) | _did(entry, after, said)
    if not fields:
        raise UsageError("Nothing would change.", hint="Say what is different: pmpath amend 45m")
    before = session.journal()
    session.record_plan(before)
    session.append(AMEND, session.today, {"of": entry.id, "set": fields})
    own = acts.handles([act])[act.id]
    # Where one action is taken back, another may take its place.
    denied = fields.get("not_did") or ()
    _say(session, entry, _without(after, denied), own if denied else "")
    tell_milestones(session, before.milestones_done)
    mend = f"pmpath amend --entry {own} --drop"
    for one in _left_out(entry, after):
        offer(
            "  ", f"{one} is still part of the entry. To remove the name:", f"{mend} @{typed(one)}"
        )
    if "track" in fields and after.track and ENGINEERING in after.tags:
        # What was said and not guessed stays; whoever means the track has to know how.
        confirm("  ", "The entry still counts as engineering, because you said so.")
        offer("  ", "To change that:", f"{mend} +{ENGINEERING}")


def _left_out(before: Entry, after: Entry) -> list[str]:
    """Whoever the old sentence named and the new one does not, though they still belong to it."""
    old, new = (one.text.replace("_", " ").casefold() for one in (before, after))
    names = {one: key_of(one).split(" ")[0] for one in after.people if one in before.people}
    return [one for one, name in names.items() if name in old and name not in new]


def _chosen(session: Session, acts: Acts, handle: str) -> tuple[Act, Entry]:
    entries = [one for one in acts.all if isinstance(one.found, Entry)]
    live = [one for one in entries if one.stands]
    if handle:
        near = [one for one in acts.ending(handle) if one in live]
        act = near[0] if len(near) == 1 else acts.with_handle(handle)
    else:
        found = newest(live)
        if found is None:
            raise NotFound("There is no entry to amend.", hint="pmpath log WORDS makes one.")
        act = found
    told = Teller(acts, session.today, session.content.vocabulary()).told(act)
    if not isinstance(act.found, Entry):
        raise UsageError(
            f"This handle belongs to {told}, not to an entry.", hint="pmpath history shows entries."
        )
    if not act.stands:
        back = f"Put it back first: pmpath undo --back {acts.handles([act])[act.id]}"
        raise UsageError(f"This entry was undone: {told}.", hint=back)
    return act, act.found


def _amended(session: Session, entry: Entry, said: Amendment) -> Entry:
    """What is taken away goes first, so that one call can put another in its place."""
    known = session.vocabulary()
    after = entry
    for what in said.drops:
        after = without(after, what, _unsaid(session, entry))
    if said.text is not None and not said.text.strip():
        raise UsageError("--text is empty.", hint="Write the sentence that belongs there.")
    correction = corrected(after, said.words, session.today, known)
    after = correction.entry
    text = correction.text if said.text is None else said.text
    if text is not None:
        draft = read(text, session.today, known)
        after = without_guessed_engineering(with_text(after, text, draft), draft, Options(), known)
        after = with_facts(after, draft, Options())
    words = with_unit(correction.words)
    draft = read(words, session.today, known) if words.strip() else Draft("")
    after = without_guessed_engineering(after, draft, said.options, known)
    after = with_words(after, draft, day_of_writing(entry), known)
    return with_facts(after, draft, said.options)


def _unsaid(session: Session, entry: Entry) -> Unsaid:
    minutes = ASSUMED_MINUTES
    if entry.action:
        _, of_action = session.content.action_titles().get(entry.action, ("", None))
        minutes = of_action or minutes
    day: date = day_of(datetime.fromisoformat(entry.at), day_ends_of(session.folder))
    return Unsaid(minutes, day)


def _did(before: Entry, after: Entry, said: Amendment) -> Fields:
    """What is said anew of which action it was: only the change, so that others stay as said.

    Where a dropped action is replaced by another, the entry was not the first.
    """
    did = said.options.action
    not_did = [one for one in dict.fromkeys(said.not_did) if one]
    if did and did in not_did:
        raise UsageError(
            f"--did and --not-did name the same action, {did}.", hint="Leave one of them out."
        )
    gone = [one for one in before.did if one not in after.did and one != did]
    fields: Fields = {}
    if did and did not in {*after.did, after.action} - {*before.not_did}:
        fields["did"] = [did]
    elif gone:
        fields["did"], gone = None, []
    denied = [*gone, *(one for one in not_did if one not in before.not_did)]
    return fields | ({"not_did": denied} if denied else {})


def _without(entry: Entry, denied: Collection[str]) -> Entry:
    """The entry, which was none of these actions."""
    action = "" if entry.action in denied else entry.action
    return changed(entry, action=action, not_did=(*entry.not_did, *denied))


def _say(session: Session, before: Entry, after: Entry, handle: str) -> None:
    """The entry as it is now; where the sentence is another, the old one above it."""
    if after.text == before.text:
        acknowledge(entry_told(session, after, "Now", handle))
        return
    was = tell(before.text, session.content.vocabulary(), day_of_writing(before))
    acknowledge("\n".join(hanging("was: ", clip(was, ECHO), terminal_width())))
    acknowledge(entry_told(session, after, "now", handle))
