"""With what is kept beside the log every screen is as it is without."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.cli.session import Session
from pmpath.storage.kept import kept_seal
from tests.effort import LONG
from tests.kept.facts import facts_folded_on, facts_of_all
from tests.kept.lived import Lived

FEW, ALL = 10, 200 if LONG else 40
STRETCHES, DAYS = 4, 5


@pytest.mark.parametrize(
    "seed", [*range(FEW), *(pytest.param(n, marks=pytest.mark.slow) for n in range(FEW, ALL))]
)
def test_every_screen_is_as_without(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After every kind of command, in a log with amendments, merges, old dates and torn tails.

    A log of some lines is worth keeping a fold of, and every other one is a long log.
    """
    monkeypatch.setattr(kept_seal, "BEHIND_BYTES", 200)
    if seed % 2:
        monkeypatch.setattr(kept_seal, "LONG_LOG", 200)
    lived = Lived(tmp_path / "data", seed, capsys)
    for _ in range(STRETCHES):
        for _ in range(DAYS):
            lived.live()
        session = Session(lived.environment)
        folded = facts_folded_on(session)
        if folded is not None:
            assert folded == facts_of_all(session)
        chosen = lived.some_screens()
        assert lived.screens(chosen) == lived.without_kept(chosen)
