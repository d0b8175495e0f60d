"""Settings of the property tests: the gate draws the same examples every time, a developer's run draws new ones."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("gate" if os.environ.get("CI") else "search")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Commands under test keep what they read where no user's cache is."""
    os.environ["NEWSPKG_CACHE"] = str(tmp_path_factory.mktemp("cache"))
