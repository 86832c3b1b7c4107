"""Lives typed through the real commands, in one process, and the pages they lead to."""

from __future__ import annotations

import shlex
from datetime import date, timedelta
from pathlib import Path

from pmpath.cli.app import run
from tests.sample.lived import printing

START = date(2027, 1, 11)
INIT = (
    "init --yes --target 2028-01-10 --role 'product manager' --hours 4 --profile senior --side both"
    " --why customers --customer-last 2026-12-01 --customer-love 4 --junior yes --engineers 150"
    " --pms 5 --springboard skip --manager-safe unknown --contact 'Lena (PM)'"
)


def day(number: int) -> date:
    """The day so many days after the start."""
    return START + timedelta(number)


class Life:
    """A folder in which lines are typed on days of the plan, in the evening."""

    def __init__(self, home: Path, init: str = INIT) -> None:
        self.home = home
        self.say(0, init)

    def say(self, number: int, words: str, hour: int = 20, columns: int = 80) -> str:
        """Type one command on a day; what it prints. It has to be taken."""
        typed = shlex.split(words)
        environment = {
            "PMPATH_HOME": str(self.home),
            "PMPATH_TODAY": f"{day(number)}T{hour:02d}:00:00+00:00",
        }
        with printing(columns) as said:
            code = run(typed, environment)
        assert code == 0, (words, said.getvalue())
        return said.getvalue()

    def log(self, number: int, words: str) -> None:
        """Log a plain sentence on a day."""
        self.say(number, f"log {shlex.quote(words)}")

    def page(self, week: int, *words: str, columns: int = 80) -> str:
        """The report of a week by its number from 0, looked at on the Monday after."""
        return self.say(7 * week + 7, " ".join(["report last", *words]), 8, columns)


def reader(life: Life, first: int, last: int) -> None:
    """Reads two evenings in each of these weeks and meets nobody."""
    for week in range(first, last):
        life.log(7 * week + 1, f"read chapter {2 * week} of the textbook 45m")
        life.log(7 * week + 3, f"read chapter {2 * week + 1} of the textbook 45m")


def beginner(life: Life) -> None:
    """Five good weeks: a PM, a salesperson, two customers, a leader, something made."""
    life.log(1, "coffee with Lena, our PM, 30m")
    life.log(8, "listened in on a customer call with Nordfrakt, Lena let me listen 1h")
    life.log(10, "coffee with Tomas from sales 45m")
    life.log(15, "wrote a page on import errors for Tomas 90m")
    life.log(22, "second customer call with Fjellvik 1h")
    life.log(24, "told Ida, head of sales, that I want to move 20m")
    life.log(29, "coffee with Noor, a product marketer, 40m")
    life.log(31, "read chapter 3 of the textbook 45m")
