"""The sample journey for all tests of this folder; reading commands leave it as it is."""

from __future__ import annotations

import pytest

from tests.sample.lived import Sample, live


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The journey, typed once into a folder of its own."""
    return live(tmp_path_factory.mktemp("journey") / "home")
