"""Whether words speak of a job: `applied`, not of what is put to use, and openings seen."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.found import Event
    from pmpath.domain.words.line import Line

CLOSED, SILENT = "closed", "silent"
A_PLAIN_NO = ("said_no", "says_no", "say_no", "no_after", "a_no")
# Beside one of these a name is rather a firm's; one may decline anything.
A_SEARCH = ("interview", "applied", "rejected", "offer")
SEEING = ("saw", "found", "spotted", "noticed", "discovered")
# `saw two openings of PM`: nobody was met.
OPENINGS = ("openings", "vacancies", "postings")
SEEING_THEM = ("saw", "found", "spotted", "saved")
# A firm does these, and so do teams; a role beside them tells of an opening.
HIRING = frozenset(["hiring", "looking", "looks", "advertises", "advertising", "posted"])
OF_A_SEARCH = listed(
    "interview interviews round rounds stage shortlisted short-listed recruiter hr"
    " application phone_screen screen onsite ghosted_by talent_team role"
)
BEHIND_APPLIED = ("to", "at", "for", "with", "as", "bei", "chez", "a", "als", "in")
BETWEEN = (
    "today", "yesterday", "online", "again", "finally", "internally", "also", "just", "this",
    "week", "morning", "my", "application", "cv", "resume", "the", "form", "directly", "formally",
    "late", "early", "letter", "and", "cover", "off", "an", "a", "through", "linkedin", "last",
)  # fmt: skip


def is_an_application(line: Line, first: int, after: int) -> bool:
    """Whether the words from `first` to `after` speak of a job: to a firm, or for a role."""
    low = line.low[first]
    words = line.low[first:after]
    if low == "application" and len(words) == 1:
        return line.end[first] == ":" or _is_sent(line, after)
    if words == ("application", "to") and line.low[first - 1 : first] == ("the",):
        return line.is_capital(min(after, len(line) - 1))
    if len(words) > 1 or low not in ("applied", "apply"):
        return words[-1] != "for" or after < len(line)
    if low == "apply" and line.word(first - 1) not in ("", "i", "and", "will", "to"):
        # "avoided 1 (apply)"
        return line.word(after) in BEHIND_APPLIED
    if line.end[first] in (":", ","):
        return after < len(line)
    return _leads_to_a_job(line, after)


def _is_sent(line: Line, after: int) -> bool:
    follows = after < len(line) and line.low[after] in ("to", "at", "with")
    return follows and line.has(("sent", "submitted", "in", "out"))


def _names_a_role(line: Line, lexicon: Lexicon) -> bool:
    roles = lexicon.words("role", "role")
    return any(form in roles for forms in line.forms for form in forms)


def _names_a_job(line: Line, lexicon: Lexicon) -> bool:
    """Whether it is a job that is closed: a ticket, a deal or a shop may be as well."""
    jobs = lexicon.words("role", "job")
    return any(low in jobs or low == "hiring" for low in line.low)


def _is_of_a_search(line: Line, lexicon: Lexicon) -> bool:
    """`got back to me` is an answer of a firm only beside words of the search."""
    firms = lexicon.words("firm", "suffix")
    return line.has(OF_A_SEARCH) or any(
        low in firms and line.bare[at][:1].isupper() for at, low in enumerate(line.low)
    )


def _leads_to_a_job(line: Line, after: int) -> bool:
    at = after
    while at < len(line) and line.low[at] in BETWEEN and not line.end[at]:
        if at == after and line.low[at] in ("the", "a", "an", "my"):
            return False
        at += 1
    if at >= len(line) or line.end[at - 1] or line.taken[at]:
        return True
    return line.low[at] in BEHIND_APPLIED or not line.low[at]


def seen_opening(line: Line, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """Where an opening was only seen: `saw a product owner job at`, and the stage it has then."""
    hits = list(line.hits(lexicon.table("stage")))
    closed = next((one for one in hits if one[2] == CLOSED), None)
    if closed and (_names_a_role(line, lexicon) or _names_a_job(line, lexicon)):
        return closed
    hit = next((one for one in hits if one[2] != CLOSED), None)
    if hit and HIRING.intersection(line.low[hit[0] : hit[1]]) and not _names_a_role(line, lexicon):
        hit = None
    if hit and (hit[2] not in ("answered", SILENT) or _is_of_a_search(line, lexicon)):
        return hit
    jobs = lexicon.words("role", "job")
    for at, low in enumerate(line.low):
        if low in SEEING:
            job = next((n for n in range(at + 1, min(at + 7, len(line))) if line.low[n] in jobs), 0)
            if job and line.low[job + 1 : job + 2] in (("at",), ("with",), ("for",)):
                return at, job + 2, "seen"
    return None


def may_be_search(line: Line, lexicon: Lexicon, patterns: tuple[Event, ...]) -> bool:
    """Whether the words may tell of an opening, where a name is rather a firm's."""
    if any(one.name in A_SEARCH for one in patterns) or seen_opening(line, lexicon) is not None:
        return True
    if line.has(OPENINGS) and line.has(SEEING_THEM):
        return True
    events = lexicon.table("event")
    forms = (form for forms in line.forms for form in forms)
    return any(events.get(form) in A_SEARCH and form not in A_PLAIN_NO for form in forms)
