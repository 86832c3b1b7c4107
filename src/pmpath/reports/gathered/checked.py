"""The facts of `pmpath statement check`."""

from __future__ import annotations

from pmpath.coach.statement.check import Checked, Checker
from pmpath.domain.record import Frozen

# Of a longer text the record has the beginning.
LONGEST_KEPT = 300


class CheckReport(Frozen):
    """The check of a text: its verdict and, of several sentences, each by itself.

    `source` is the name of a file, `audience` whose words were free, `kept` the id of the record:
    "" where nothing was written.
    """

    source: str
    checked: Checked
    sentences: tuple[Checked, ...]
    audience: str = ""
    kept: str = ""

    @property
    def kept_text(self) -> str:
        """What the record calls the text: the name of its file, or its words."""
        said = " ".join(self.checked.text.split())
        return self.source or said[:LONGEST_KEPT]


def check_report(
    text: str, checker: Checker, *, source: str = "", audience: str = ""
) -> CheckReport:
    """The check of a whole text and of its sentences."""
    return CheckReport(source, checker.check(text), checker.sentences(text), audience)
