from __future__ import annotations

import pytest

from pmpath.cli.terminal import asking
from pmpath.cli.terminal.asking import is_yes


@pytest.mark.parametrize(
    ("columns", "before", "prompt"),
    [
        (80, "", "Are Karim and Marek the same person? [y/N]: "),
        (40, "Are Karim and Marek the same person?\n", "[y/N]: "),
        (20, "Are Karim and\nMarek the same\n", "person? [y/N]: "),
    ],
)
def test_the_answers_to_choose_from_stay_in_one_piece(
    columns: int, before: str, prompt: str,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """A question longer than a line breaks between its words, and leaves room for the answer."""
    asked: list[str] = []

    def typed(question: str) -> str:
        asked.append(question)
        return "y"

    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(asking, "typed_line", typed)
    assert is_yes("Are Karim and Marek the same person? [y/N]: ", enter=False)
    assert (capsys.readouterr().out, asked) == (before, [prompt])
