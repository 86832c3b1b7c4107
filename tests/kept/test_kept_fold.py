"""With what is kept beside the log every screen is as it is without."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.storage.log import kept_seal
from tests.kept.lived import Lived

FEW, ALL = 3, 200


@pytest.mark.parametrize(
    "seed", [*range(FEW), *(pytest.param(n, marks=pytest.mark.slow) for n in range(FEW, ALL))]
)
def test_every_screen_is_as_without(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After every kind of command, in a log with amendments, merges, old dates and torn tails."""
    monkeypatch.setattr(kept_seal, "BEHIND_BYTES", 200)
    lived = Lived(tmp_path / "data", seed, capsys)
    for _ in range(6):
        for _ in range(5):
            lived.live()
        assert lived.screens() == lived.without_kept()
