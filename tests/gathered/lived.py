"""Half a year in forty plain sentences, read one after the other as `log` reads them."""

from __future__ import annotations

from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import Entry
from pmpath.domain.log.names.known import known_names_of
from pmpath.domain.record import changed
from pmpath.domain.words.reading import read
from tests import build

# Each on a day of the plan of its own, four days apart; what is checked by hand stands in the test.
SENTENCES = """\
coffee with our PM Lena, 30m
had lunch with Tomas from sales
told my manager Tom that I want to move into product
met Priya (support) about the ticket queue
applied to Nordfrakt as product manager
coffee with lena, she worries about churn
asked Tomas for a seat on a customer call
listened to a call with customer Ana Ruiz, 45m
phone screen with Nordfrakt
met Jörg Müller (marketing) for half an hour
saw an opening at Caledon
sent Tomas the deck
read 30 pages of Inspired, 40m
second interview with Nordfrakt
met Joerg Mueller again
told the CMO, Vera, about my plan
index tuning for the billing service, 2h
Nordfrakt said no
coffee with Priya
did not meet Oskar, he was ill
applied to Caledon as associate product manager
had coffee with Lena Krause
met Sean O'Brien (sales)
call with Sean OBrien, 20m
call with a customer, 30m
presented the findings to Vera
asked Ben (PM) for half an hour
met Ben, he worries about onboarding
applied to Bankomat as product owner
interview with Caledon
moved the service from Stripe to Adyen
review of the week, 20m
met two PMs at the meetup
offer from Caledon
turned down Bankomat
thanks to lena I know how they price
coffee with Ann-Marie from marketing
lunch with Ann Marie
will meet Mina on friday
met mina (PM) for coffee
"""


def written() -> list[Entry]:
    """The entries as they stand in the log, each read with the names that were known by then."""
    made: list[Entry] = []
    for number, sentence in enumerate(SENTENCES.splitlines()):
        on = build.day(number * 4)
        known = known_names_of(made)
        words = changed(build.VOCABULARY, people=known.people, firms=known.firms)
        entry = compose(read(sentence, on, words), Options(), on, None).entry
        at = f"{on.isoformat()}T20:00:00.000+00:00"
        made.append(changed(entry, id=f"{number:026d}", at=at))
    return made
