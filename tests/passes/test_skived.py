"""Turned edges of leather are skived: drawn in a line of its own, told on the piece and in the legend."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.drawing.paper.sheets import sheets
from bagpattern.drawing.piece.details import details
from bagpattern.drawing.purposes.cutter import Cutter
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make
from tests.drawing import seen

SLIP = {"name": "slip", "kind": "slip", "panel": "back"}


def bag(**more: Any) -> Pattern:
    return make({"style": "crossbody", "pockets": [SLIP], "finishing": {"hem": "single"}, **more})


@pytest.fixture(scope="module")
def leather() -> Pattern:
    return bag(materials={"shell": "leather"})


def test_a_rim_that_is_turned_is_thinned_a_little_beyond_its_fold(leather: Pattern) -> None:
    """20 mm are turned, 3 mm more are thinned: the line lies 23 mm from the edge that is cut, which is the top."""
    (piece,) = (each for each in leather.pieces if each.skived)
    assert piece.id == "slip"
    assert dict(piece.skived) == {"top": 23.0}
    assert "skive top 23 mm wide, to half the thickness" in map(str, piece.label)
    (mark,) = (each for each in details(piece, (), {}).marks if each.role == "skive")
    _, _, _, cut = piece.cutting_path.bounds
    assert [p.imag for path in mark.paths for p in path.flat] == pytest.approx([cut - 23.0] * 2)


def test_it_is_drawn_and_explained_where_there_is_any_alone(leather: Pattern) -> None:
    drawing = sheets(leather)[0]
    assert seen.shapes(drawing, "skive")
    assert seen.shapes(drawing, "legend-skive")
    cloth = sheets(bag())[0]
    assert not seen.shapes(cloth, "skive")
    assert not seen.shapes(cloth, "legend-skive")


def test_a_machine_draws_it_where_it_is_asked_to(leather: Pattern) -> None:
    assert not seen.shapes(Cutter().draw(leather, Options())["cutter-shell"], "skive")
    assert seen.shapes(Cutter().draw(leather, Options(colours=("skive=#00ffff",)))["cutter-shell"], "skive")
