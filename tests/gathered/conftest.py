from __future__ import annotations

import pytest

from tests.gathered.sixty import Sixty, typed
from tests.meaning.conftest import terminal

__all__ = ["terminal"]


@pytest.fixture(scope="package")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Sixty:
    """Sixty plain sentences, typed once for all that read them."""
    return typed(tmp_path_factory.mktemp("sixty") / "data")
