"""What must stand beside a word before it tells of the search, of an answer or of volunteering."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed
from pmpath.domain.words.meeting_nouns import OF_A_SEARCH
from pmpath.domain.words.people.offered_time import is_time_offered
from pmpath.domain.words.shapes.gaps import SOMEONE, TAKING, is_their_choice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.found import Event
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

OF_USERS = ("customers", "clients", "users", "buyers", "prospects", "donors")
# "Acme said no", and what may follow in the same breath.
BEHIND_A_NO = listed("after because again too without for as this finally by but")
BEFORE_MY_NO = listed("i we i've have and then also finally politely just to has decided had")
APPLICANTS = listed("people folks candidates applicants colleague colleagues others friend friends")
# With these somebody is thanked for what was before or asked how it stands, or gets ready for it.
AROUND_IT = frozenset([
    "prepared", "prepare", "preparing", "prep", "prepped", "rehearsed", "rehearsing", "practiced",
    "practised", "practicing", "practising", "researched", "studied", "read",
    "thanked", "thank", "thanks", "thank-you", "thankyou", "followed", "follow-up", "followup",
    "following", "nudged", "chased", "reminded", "pinged",
])  # fmt: skip
WRITTEN_UP = frozenset([
    "wrote", "written", "writing", "typed", "typing", "transcribed", "transcribing", "summarized",
    "summarised", "summary", "notes", "recap", "transcript", "edited", "tidied",
])  # fmt: skip
AROUND = frozenset(["for", "after", "before", "about", "since", "on"])
# One raises a hand for much; these are no job.
VOLUNTEERS = ("raised", "put", "stuck", "registered", "expressed")
DUTIES = listed("shift rota on-call oncall on_call duty release rotation volunteers stall booth")
MY_PAPERS = ("profile", "application", "cv", "resume", "candidacy")
NO_OFFER = ("pricing", "special", "discount", "summer", "new")


class SearchChecks:
    """Judges the words of one line that may tell of the search for an opening."""

    def __init__(self, line: Line, lexicon: Lexicon, people: PeopleReader) -> None:
        self.line = line
        self.subjects = lexicon.table("others")
        self.roles = lexicon.words("role", "role")
        self.jobs = lexicon.words("role", "job") | {"slot", "place"}
        self.interviews = lexicon.table("interview")
        self.people = people

    def hold(self, event: Event) -> bool:
        """Whether the words tell of this event; one without a check needs nothing beside it."""
        check = getattr(self, f"_check_{event.name}", None)
        return check is None or check(event)

    def _check_applied(self, event: Event) -> bool:
        from pmpath.domain.words.application import is_an_application

        words = self.line.low[event.first : event.after]
        if any(word in ("cv", "resume") for word in words) and self._goes_to_somebody(event):
            return False
        if words[0] in VOLUNTEERS and ("hand" in words or "name" in words or "interest" in words):
            return self._is_for_a_job()
        if self._is_of_applicants(event.first - 1):
            return False
        ahead = (form for forms in self.line.forms[event.after : event.after + 1] for form in forms)
        # "applied pm role at lumen"
        is_role = not self.line.end[event.after - 1] and any(form in self.roles for form in ahead)
        return (
            is_role
            or is_an_application(self.line, event.first, event.after)
            or self._names_a_job(event)
        )

    def _goes_to_somebody(self, event: Event) -> bool:
        """`sent my CV to Lena`; not so `sent my CV to Acme, Lena helped me with the letter`."""
        line, first = self.line, event.after - 1
        return any(
            one.first >= first and line.clause[one.first] == line.clause[first]
            for one in self.people.found
        )

    def _is_for_a_job(self) -> bool:
        """`put my hand up for the internal PM opening`; not so for a shift or a duty."""
        jobs = self.roles | self.jobs
        return any(form in jobs for forms in self.line.forms for form in forms) and not (
            self.line.has(DUTIES)
        )

    def _is_of_applicants(self, subject: int) -> bool:
        """`12 engineers applied`, `my colleague Jan applied`: somebody else did."""
        word = self.line.word(subject)
        someone = next((one for one in self.people.found if one.after == subject + 1), None)
        if self.line.is_capital(subject) and word not in self.people.functions:
            word = self.line.word(subject - 1)
        of_people = word in self.people.functions or word in APPLICANTS
        return (of_people or someone is not None) and not self.line.end[subject]

    def _names_a_job(self, event: Event) -> bool:
        """`Applied Cobalt Freight, APM`: a name and a role, and nothing that was put to use."""
        line, at = self.line, event.after
        front = next((one for one in range(len(line)) if line.low[one]), 0)
        while event.first == front and at < len(line) and not line.low[at].isalpha():
            at += 1
        is_start = line.low[event.first] == "application" and event.first == front
        if (
            not (line.low[event.first] == "applied" or is_start)
            or at >= len(line)
            or line.end[event.after - 1] == "."
        ):
            return False
        if line.low[at] in self.people.nobody:
            return False
        if not line.bare[at][:1].isupper():
            # "applied hexavolt, assoc pm": a small name alone needs its role right behind it
            return self._has_role_behind(at)
        return any(form in self.roles for forms in line.forms for form in forms)

    def _has_role_behind(self, at: int) -> bool:
        line = self.line
        is_word = line.hit(at, self.people.events)[1] or line.low[at].endswith(("s", "ed"))
        if line.end[at] != "," or is_word or line.taken[at]:
            return False
        ahead = range(at + 1, min(at + 3, len(line)))
        return any(form in self.roles for one in ahead for form in line.forms[one])

    def _is_around_it(self, at: int) -> bool:
        """`thanked Caledon for the interview`, `prep for the phone screen`: before or after it."""
        before = self.line.low[:at]
        if not WRITTEN_UP.isdisjoint(before[-4:]):
            return True  # "wrote up the interview with Ana"
        return not AROUND_IT.isdisjoint(before) and not AROUND.isdisjoint(before[-3:])

    def _check_interview(self, event: Event) -> bool:
        line = self.line
        low = line.low[event.first]
        before, after = self.line.word(event.first - 1), self.line.word(event.after)
        if self._is_around_it(event.first) or any(
            word.startswith("invit")
            for word in (
                *line.low[max(event.first - 5, 0) : event.first],
                *line.low[event.after : event.after + 2],
            )
        ):
            return False
        is_other = after.removesuffix("s") in self.interviews or after in self.interviews
        if is_other and not line.end[event.after - 1]:
            return False
        if before in self.interviews and low.startswith(("interview", "screen")):
            return False
        if low in ("interview", "interviews") and any(
            self.interviews.get(word) == "other" and word in OF_USERS
            for word in line.low[event.after + 1 : event.after + 4]
        ):
            return False
        if low == "interviews" and self._are_only_counted(event.first, after):
            return False
        if low == "case":
            return after in ("at", "with", "for", "")
        if low == "interviewed":
            return after in ("at", "with", "for", "by")
        if low in ("screening", "onsite") and event.after - event.first == 1:
            return bool(after in ("with", "at", "by", "call"))
        if low in ("first", "second", "third", "1st", "2nd", "3rd", "final", "round"):
            of_work = after == "of" and not self.line.word(event.after + 1).startswith("interview")
            return not (of_work or line.has(("feedback_round", "customers", "users")))
        return not line.has(
            (
                "mock_interview",
                "mock_interviews",
                "user_interview",
                "user_interviews",
                "customer_interview",
                "customer_interviews",
            )
        )

    def _are_only_counted(self, at: int, after: str) -> bool:
        """`three gaps: pricing, SQL, interviews`, `evidence: 14 tickets, 3 interviews`."""
        listed = at > 0 and self.line.end[at - 1] == ","
        counted = at > 1 and self.line.word(at - 1).isdecimal()
        return listed or (counted and after not in ("at", "with", "for", "by"))

    def _check_rejected(self, event: Event) -> bool:
        line = self.line
        words = line.low[event.first : event.after]
        if words[:2] in (("said", "no"), ("says", "no"), ("say", "no")):
            after = self.line.word(event.after)
            subject = self.line.word(event.first - 1)
            is_person = (
                any(one.after == event.first for one in self.people.found)
                or any(one.after == event.first for one in self.people.unnamed)
                or self.subjects.get(subject) == "subject"
                or subject in self.people.names
                or subject in self.people.functions
            )
            is_whole = not after or bool(line.end[event.after - 1]) or line.taken[event.after]
            return (
                (is_whole or after in BEHIND_A_NO)
                and not is_person
                and event.first > 0
                and subject not in ("i", "and")
            )
        if words == ("no", "from") or words[:1] == ("a",):
            at = event.after
            if words[:1] == ("a",):
                return (
                    self.line.word(at) in ("from", "after")
                    or (
                        at == len(line) and self.line.word(event.first - 1) in ("it's", "is", "its")
                    )
                    or line.end[at - 1] != ""
                    or self.line.word(event.first - 1) in ("got", "received", "with")
                )
            return self.line.word(at) not in ("the", "my", "our") and not any(
                one.first <= at < one.after for one in self.people.found
            )
        if words[-2:] == ("get", "it"):
            # "she didn't get it" tells of a sentence that was not understood.
            return self.subjects.get(self.line.word(event.first - 1)) != "subject"
        if words[-1] in SOMEONE:
            return is_their_choice(line, event.first, event.after - 1)
        if words == ("no", "after"):
            return line.has(self.interviews) or line.has(
                ("interview", "round", "screen", "application", "final")
            )
        if words[0] in ("rejected", "rejection"):
            after = self.line.word(event.after)
            if after == "my":
                return self.line.word(event.after + 1) in MY_PAPERS
            return after not in ("the", "their", "our", "a", "an", "that", "this")
        return True

    def _check_offer(self, event: Event) -> bool:
        if self.line.low[event.first] in TAKING and self._is_by_somebody(event.first - 1):
            return False
        if self.line.low[event.first : event.after] == ("was", "offered"):
            return self.line.word(event.first - 1) in ("i", "")
        if is_time_offered(self.line.low[event.first :]):
            return False  # "Ines offered me 30 minutes"
        if self._is_a_favor(event):
            return False
        return self.line.word(event.first - 1) not in NO_OFFER

    def _is_a_favor(self, event: Event) -> bool:
        """`she offered me a seat in her next call`: somebody's, and neither a job nor a salary."""
        line = self.line
        words = line.low[event.first : event.after]
        if words[-1:] != ("me",) or event.after == len(line) or line.end[event.after - 1]:
            return False
        if not OF_A_SEARCH.isdisjoint(line.low[event.after : event.after + 5]):
            return True  # "Acme offered me an interview"
        if not (self._is_by_somebody(event.first - 1) and self._is_a_person(event.first - 1)):
            return False
        ahead = range(event.after, min(event.after + 6, len(line)))
        jobs = (self.roles | self.jobs) - {"seat"}
        return not any(
            line.low[at][:1].isdecimal() or any(form in jobs for form in line.forms[at])
            for at in ahead
            if line.clause[at] == line.clause[event.first]
        )

    def _is_a_person(self, subject: int) -> bool:
        word = self.line.word(subject)
        is_pronoun = self.subjects.get(word) == "subject" and word != "they"
        return is_pronoun or any(one.after == subject + 1 for one in self.people.found)

    def _is_by_somebody(self, subject: int) -> bool:
        """`Ben accepted the offer`, `she took the job at Acme`: the word before is whoever did."""
        word = self.line.word(subject)
        if any(one.after == subject + 1 and not one.lead for one in self.people.found):
            return True
        if not word or self.line.end[subject] or word in BEFORE_MY_NO:
            return False
        is_theirs = self.subjects.get(word) == "subject" or word in self.people.functions
        return is_theirs or self.line.is_capital(subject)

    def _check_answered(self, event: Event) -> bool:
        return self.line.word(event.first - 1) not in ("have", "has", "they")

    def _check_volunteered(self, event: Event) -> bool:
        before, low = self.line.word(event.first - 1), self.line.low[event.first]
        return low != "volunteering" or before != "about"

    def _check_declined(self, event: Event) -> bool:
        words = self.line.low[event.first : event.after]
        if words == ("turned", "down") and self.line.word(event.after) in ("me", "my"):
            return False
        subject = self.line.word(event.first - 1)
        if self.subjects.get(subject) == "subject" or any(
            one.after == event.first for one in self.people.found
        ):
            return False
        if subject and subject not in BEFORE_MY_NO and not self.line.end[event.first - 1]:
            return False
        return words != ("decline",) or subject in ("i", "to", "")
