"""Bags that keep their shape come out as large as they are said to be, glued in the computer: random shapes of them.

The mesh rounds curves off by its triangles: what is flat comes nearer than what is round. A wedge, whose walls bulge
when they are glued, is stood up corner by corner in ``tests/styles/test_wedges``; what is drawn or rolled shut has no
one volume, and ends of a duffle cave in.
"""

from __future__ import annotations

import pytest

from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.sewn.proof import Sewn, sizes
from tests.contract import sensible

KEPT = ("band-pouch", "crossbody", "handbag", "messenger", "mini-backpack", "sling", "tote")
BENDS = 0.04
"""Of a messenger: where its gusset narrows, the solid's front leans from above its corners; glued cloth bends less."""


@pytest.mark.parametrize("style", KEPT)
def test_a_bag_is_as_large_glued_as_it_is_said_to_be(style: str) -> None:
    for pattern in (make({"style": style}), some(style)):
        sewn = Sewn(pattern)
        volume, within = sewn.shell.volume / 1e6, BENDS if style == "messenger" else 0.01
        assert volume == pytest.approx(pattern.finished.volume, rel=within), pattern.settings
        for name, meant, found in sizes(sewn):
            nearest = min(found, key=lambda each: abs(each - meant))
            assert nearest == pytest.approx(meant, rel=0.015), (name, pattern.settings)


def some(style: str) -> Pattern:
    made = sensible.Sets(style, "glued").shape()
    sensible.mended(made)
    return make(made)
