"""A whole panel of the outside from another cloth."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError


def made(contrast: str = "canvas", **values: Any) -> bagpattern.Pattern:
    base = {"name": "base", "kind": "contrast-panel", **values}
    pocket = {"name": "pocket", "kind": "zip-between", "panel": "front", "height": "11 cm"}
    cloths = {"shell": "nylon-500d", "contrast": contrast}
    return bagpattern.make({"style": "mini-backpack", "pockets": [pocket], "materials": cloths, "fittings": [base]})


@pytest.mark.parametrize("panel", ["base-band", "front-lower", "back"])
def test_that_panel_alone_is_cut_from_it(panel: str) -> None:
    pattern = made(panel=panel)
    assert pattern.errors == ()
    assert [piece.id for piece in pattern.pieces if piece.panel.material == "contrast"] == [panel]


def test_a_bag_of_one_outer_cloth_takes_its_lining() -> None:
    pattern = made("none")
    assert {piece.id for piece in pattern.pieces if piece.panel.material == "lining"} > {"base-band"}


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(InputError, match=r"fittings\.base\.cloth: the bag has no contrast cloth"):
        made("none", cloth="contrast")
    with pytest.raises(InputError, match=r"fittings\.base\.panel: the lining-back is no panel of the outside"):
        made(panel="lining-back")
