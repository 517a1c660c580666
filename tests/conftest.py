"""Every run of the tests tries the same random examples, so that what passes here passes everywhere."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("the same everywhere", derandomize=True)
settings.load_profile("the same everywhere")
