"""The step that answers a worry is for the one who has it."""

from __future__ import annotations

from pathlib import Path

from tests.sample.lived import flat
from tests.week.lived import Life


def test_a_page_is_offered_to_whoever_has_the_worry(tmp_path: Path) -> None:
    """Ben was met before Lena and waited longer; the worry on file is Lena's."""
    life = Life(tmp_path / "data")
    life.log(1, "call with customer Ana Ruiz 30m")
    for number, who in (
        (2, "Ben (PM)"),
        (9, "Tomas (sales)"),
        (16, "Ola (sales)"),
        (17, "Noor (PM)"),
    ):
        life.log(number, f"coffee with {who} 60m")
    life.log(23, "call with customer Ana Ruiz 30m")
    life.log(24, "coffee with Lena (PM) 60m, worry: churn")
    page = flat(life.page(4))
    assert 'Lena\'s worry ("churn"), told 10 days ago' in page
    assert "Step, 5 min: Ask Lena whether a page" in page
