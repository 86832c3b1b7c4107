from __future__ import annotations

import pytest

from pmpath.cli.terminal import asking
from pmpath.cli.terminal.asking import is_yes

SAME = "Are Karim and Marek the same person? [y/N]: "
UNDO = "Undo it? Type y, or press Enter to keep it: "


@pytest.mark.parametrize(
    ("question", "columns", "shown"),
    [
        (SAME, 80, ("", SAME)),
        (SAME, 40, ("Are Karim and Marek the same person?\n", "[y/N]: ")),
        (SAME, 20, ("Are Karim and\nMarek the same\n", "person? [y/N]: ")),
        (UNDO, 80, ("", UNDO)),
        (UNDO, 30, ("Undo it? Type y, or press\n", "Enter to keep it: ")),
    ],
)
def test_the_answers_to_choose_from_stay_in_one_piece(
    question: str, columns: int, shown: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """A question longer than a line breaks between its words, and leaves room for the answer."""
    asked: list[str] = []

    def typed(prompted: str) -> str:
        asked.append(prompted)
        return "y"

    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(asking, "typed_line", typed)
    assert is_yes(question, enter=False)
    assert (capsys.readouterr().out, *asked) == shown
