"""One browser for all tests of this folder, and the pages that it opens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.browser.pages import PAGES, written
from tests.programs import needs
from tests.sample.conftest import sample as sample
from tests.sample.lived import Sample

ALSO_CALLED = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """The browser, or a skip that names it."""
    found = next(filter(None, map(shutil.which, ALSO_CALLED)), None) or needs("chromium")
    browser = Chromium(found, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, sample: Sample) -> dict[str, Path]:
    """Pages by name: the journey's week, quarter and whole, shared, a first week, hostile words."""
    folder = tmp_path_factory.mktemp("pages")
    return {name: written(name, folder, sample) for name in PAGES}
