"""A luggage sleeve, which no shipped bag has: both of its sides are sewn in two rows, and shown so."""

from __future__ import annotations

import numpy as np
import pytest

import bagpattern
from bagpattern.drawing.steps import figures
from bagpattern.sewn.bag import StrokeKind
from tests.drawing.agreeing import disagreements

SLEEVE = {"name": "sleeve", "kind": "luggage-sleeve"}


@pytest.mark.parametrize(("shell", "first"), [("canvas", 3.0), ("leather", 0.0)])
def test_both_sides_have_two_rows_in_figure_view_and_pattern(shell: str, first: float) -> None:
    bag = bagpattern.make({"style": "crossbody", "fittings": [SLEEVE], "materials": {"shell": shell}})
    (step,) = (each for each in bag.steps if "Sew the sleeve" in str(each.step.title))
    (figure,) = figures(bag)[step.number]
    assert figure.kind == "patch"
    assert {each.id for each in step.step.operations if each.seams} <= set(figure.operations)
    assert not [*disagreements(bag)]
    panel = bag.draft["sleeve"]
    wide = panel.edge("top").length
    rows = sorted(line.path.start.real for line in panel.lines)
    assert rows == pytest.approx([first + 6, wide - first - 6])
    strokes = [each for each in bag.sewn().strokes if each.kind is StrokeKind.TOPSTITCH and each.owner == "sleeve"]
    across = sorted(float(np.mean(each.points[:, 0])) for each in strokes)
    assert len(across) == 4
    assert across == pytest.approx([-each for each in reversed(across)], abs=2)
