"""Papers by their standards: ISO 216 halves the longer side, the American ones are whole and half inches."""

from __future__ import annotations

import math

import pytest

from bagpattern.layout.paper.pages import PAPERS


@pytest.mark.parametrize(("name", "inches"), [("letter", (8.5, 11)), ("legal", (8.5, 14))])
def test_american_papers(name: str, inches: tuple[float, float]) -> None:
    assert PAPERS[name] == pytest.approx(tuple(25.4 * each for each in inches))


@pytest.mark.parametrize("name", [name for name in PAPERS if name[1:].isdigit()])
def test_iso_papers(name: str) -> None:
    """A0 is a square metre, and every further one half of that before it."""
    wide, high = PAPERS[name]
    assert high / wide == pytest.approx(math.sqrt(2), rel=0.005)
    assert wide * high == pytest.approx(1e6 / 2 ** int(name[1:]), rel=0.01)
