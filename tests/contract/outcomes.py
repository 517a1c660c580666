"""What becomes of settings, by a second opinion, too: one that knows nothing of the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bagpattern.contract import judging
from bagpattern.export.json import json_text
from bagpattern.model.pattern import Pattern
from tests import proof


def outcome(settings: Mapping[str, Any]) -> str:
    """``proved``, ``refused``, or what is wrong."""
    return judging.outcome(settings, _opinion)


def _opinion(pattern: Pattern) -> Iterator[str]:
    yield from judging.broken_promises(pattern)
    yield from proof.failures(json_text(pattern))
