"""Which book was read."""

from __future__ import annotations

from pmpath.domain.words.line import QUOTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line

LONGEST_TITLE = 8
SMALL = ("the", "of", "and", "a", "to", "for", "in", "on", "your", "with", "is", "&", "vs")
THINGS = frozenset([
    "tickets", "ticket", "advert", "adverts", "ad", "ads", "email", "emails", "mail", "mails",
    "prd", "prds", "doc", "docs", "spec", "specs", "report", "reports", "complaints", "feedback",
    "news", "documentation", "rfc", "rfcs", "comments", "transcript", "transcripts", "contract",
    "code", "logs", "resume", "statement", "pitch", "postings", "listings", "job", "jobs", "thread",
])  # fmt: skip
BEHIND_A_TITLE = (
    "book", "and", "again", "for", "part", "half", "with", "until", "till", "today", "yesterday",
    "on", "from", "done", "finished", "read", "in", "at", "this", "audiobook", "was", "is", "so",
)  # fmt: skip
PARTS = (
    "ch", "chapter", "chapters", "ch.", "p", "pp", "pages", "page", "chap", "pgs", "pg", "chaps",
)  # fmt: skip


TEXTS = ("sentence", "sentences", "line", "lines", "word", "words", "paragraph", "paragraphs")


def reads_work(line: Line, first: int, after: int) -> bool:
    """Whether what is read beside this word is the day's papers, not a book."""
    low = line.low[first]
    if low == "book":
        nearby = line.low[after] if after < len(line) else ""
        return nearby in ("a", "club", "shelf", "list", "review") or (
            not line.end[after - 1] and nearby in ("the", "my", "me")
        )
    if low == "reading" and line.low[first - 1 : first] in (("for",), ("a",)):
        return True
    return any(word in THINGS for word in line.low[max(0, first - 3) : after + 5])


# What others wrote of a book.
REVIEWS_OF = (("reviews", "of"), ("review", "of"))


def title_at(line: Line, lexicon: Lexicon) -> tuple[str, int, int]:
    """A title of the reading list in the line, wherever it stands, and its words."""
    for at in range(len(line)):
        for length in range(min(LONGEST_TITLE, len(line) - at), 0, -1):
            words = line.low[at : at + length]
            if not words[0] or (words[0] in ("the", "a") and length > 1):
                continue
            title = lexicon.titles.get("_".join(words))
            if line.low[max(at - 2, 0) : at] in REVIEWS_OF:
                continue
            if title and (
                (length > 1 and not _is_a_field(line, at))
                or (line.bare[at][:1].isupper() and _ends_a_title(line, at))
                or _has_part(line, at + length)
                or _is_led(line, at)
            ):
                return title, at, at + length
    return "", 0, 0


def _ends_a_title(line: Line, at: int) -> bool:
    """Whether a title of one word is over: `Inspired, 40m`; `Positioning canvas` is a thing."""
    after = at + 1
    if line.end[at] or after >= len(line) or line.taken[after] or not line.low[after]:
        return True
    low = line.low[after]
    if low == "in" and line.word(after + 2) in TEXTS:
        return False  # "Positioning in 1 sentence"
    by_whom = low == "by" and line.is_capital(min(after + 1, len(line) - 1))
    return by_whom or low in BEHIND_A_TITLE or low.rstrip("0123456789-") in PARTS


def _is_a_field(line: Line, at: int) -> bool:
    """`a career in product management`: what somebody does, and no title."""
    is_led = bool(at) and line.low[at - 1] in ("in", "into", "to")
    return is_led and not line.bare[at][:1].isupper()


def _has_part(line: Line, after: int) -> bool:
    return after < len(line) and line.low[after].rstrip("0123456789-") in PARTS


def _is_led(line: Line, at: int) -> bool:
    """`20 pages of hooked`, `read hooked`: what is read is a title, not an everyday word."""
    before = line.low[at - 1] if at else ""
    if before == "of":
        return any(word in PARTS for word in line.low[max(0, at - 4) : at])
    return before in ("read", "reading", "reread", "finished") and not line.end[at - 1]


def book_read(line: Line, lexicon: Lexicon, event_at: int) -> str:
    """The title of the book read, from the list or as typed; empty when none is named."""
    title, _, _ = title_at(line, lexicon)
    return title or _quoted(line, event_at) or _typed(line, lexicon, event_at)


def _quoted(line: Line, event_at: int) -> str:
    opened = next(
        (
            at
            for at in range(max(0, event_at - 2), len(line))
            if line.raw[at][:1] and line.raw[at][0] in QUOTES
        ),
        None,
    )
    if opened is None:
        return ""
    for at in range(opened, min(opened + LONGEST_TITLE, len(line))):
        if (
            (at > opened or len(line.raw[at]) > 1)
            and line.raw[at].rstrip(",.;:)")[-1:]
            and line.raw[at].rstrip(",.;:)")[-1] in QUOTES
        ):
            return line.text(opened, at + 1)
    return ""


def _typed(line: Line, lexicon: Lexicon, event_at: int) -> str:
    """The capitalised words behind `read`, passing `chapter 3 of` and the like."""
    skip = lexicon.table("book")
    if line.end[event_at] == ":" and line.low[event_at] == "book":
        return _lower_title(line, event_at + 1)
    at = _behind_parts(line, skip, event_at + 1)
    small = _before_its_parts(line, skip, event_at + 1)
    if small:
        return small
    if at >= len(line) or not line.bare[at][:1].isupper() or line.low[at] in lexicon.names:
        return ""
    end = _end_of_title(line, at)
    follows = line.low[end] if end < len(line) and not line.end[end - 1] else ""
    is_thing = all(skip.get(word) == "thing" for word in line.low[at:end])
    return "" if is_thing or skip.get(follows) == "thing" else line.text(at, end)


def _before_its_parts(line: Line, skip: Mapping[str, str], start: int) -> str:
    """`read the cold start problem 30 pgs`: small words up to how much of the book was read."""
    end = start
    while end < len(line) and end - start <= LONGEST_TITLE and not line.low[end][:1].isdecimal():
        if line.end[end] or line.taken[end] or not line.low[end]:
            return ""
        end += 1
    has_parts = end + 1 < len(line) and line.low[end + 1] in PARTS
    words = line.low[start:end]
    if not has_parts or len(words) < 2 or any(line.is_capital(at) for at in range(start, end)):
        return ""
    is_open = words[-1] in SMALL or all(skip.get(one) for one in words)
    return "" if is_open or skip.get(words[-1]) == "thing" else line.text(start, end)


def _behind_parts(line: Line, skip: Mapping[str, str], start: int) -> int:
    """Behind `two chapters of` and the like; the end of the line where the sentence ends first."""
    at = start
    while at < len(line) and line.end[at - 1] in ("", "]", ")"):
        low = line.low[at]
        is_figure = not low or low[0].isdecimal() or line.taken[at]
        named = line.is_capital(at) and at > start and low not in ("the", "a", "chapter", "ch")
        begins = low in ("the", "a") and line.bare[at][:1].isupper() and at + 1 < len(line)
        if not is_figure and (named or skip.get(low) not in ("part", "skip")):
            return at
        if begins and line.is_capital(at + 1):
            return at
        at += 1
    return len(line)


def _end_of_title(line: Line, at: int) -> int:
    end = at
    while end < len(line) and end - at < LONGEST_TITLE and not line.taken[end]:
        low = line.low[end]
        goes_on = line.bare[end][:1].isupper() or low in SMALL
        if not goes_on or low.rstrip("0123456789.-") in PARTS:
            break
        end += 1
        if line.end[end - 1]:
            break
    while end > at and line.low[end - 1] in SMALL:
        end -= 1
    return end


def _lower_title(line: Line, at: int) -> str:
    end = at
    while end < len(line) and end - at < LONGEST_TITLE and not line.taken[end]:
        end += 1
        if line.end[end - 1]:
            break
    return line.text(at, end)
