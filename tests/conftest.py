"""Every run tries the same random examples, however long each takes: what passes here passes everywhere."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("the same everywhere", derandomize=True, deadline=None)
settings.load_profile("the same everywhere")
