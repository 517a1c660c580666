"""Notches that a person can use: none within 3 mm of another, and told on the piece by what they mark."""

from __future__ import annotations

import pytest

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.paper.sheets import sheets
from bagpattern.drawing.piece.details import notch_places
from bagpattern.pipeline import make
from tests.drawing import seen


@pytest.fixture(scope="module")
def drawn() -> Drawing:
    return sheets(make("mini-backpack"))[0]


def _told(drawing: Drawing, piece: str) -> list[str]:
    return [each.content for each in seen.texts(drawing) if each.piece == piece]


@pytest.mark.parametrize("preset", ["crossbody", "duffle", "mini-backpack-organiser", "roll-top"])
def test_no_two_snips_of_a_piece_are_mistaken_for_one(preset: str) -> None:
    for piece in make(preset).pieces:
        places = [each.at for each in notch_places(piece)]
        near = [abs(a - b) for index, a in enumerate(places) for b in places[:index]]
        assert min(near, default=3.0) >= 3.0, piece.id


def test_what_is_caught_in_a_seam_is_named_there_with_its_outline(drawn: Drawing) -> None:
    """Both ends of the handle, both side tabs, both strap tabs, and the end of the bottle pocket."""
    held = [dict(each.data)["holds"] for each in seen.shapes(drawn, "held")]
    assert {"handle", "side-tab", "strap-tab", "bottle-pocket"} <= {*held}
    told = _told(drawn, "back")
    assert [told.count(each) for each in ("grab handle", "side tab", "strap tab", "bottle pocket")] == [2, 2, 2, 1]


def test_centres_joins_and_curve_ends_are_named(drawn: Drawing) -> None:
    told = _told(drawn, "back")
    assert told.count("centre") == 2
    assert told.count("join") == 2
    assert "curve end" in told


def test_the_outline_of_a_tab_is_as_wide_as_the_tab(drawn: Drawing) -> None:
    """20 mm between the sides of a side tab, on the stitching line."""
    tab = next(each for each in seen.shapes(drawn, "held") if each.id.startswith("back-held-side-tab"))
    assert abs(tab.paths[0].end - tab.paths[0].start) == pytest.approx(20.6, abs=0.5)
