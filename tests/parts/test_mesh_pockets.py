"""Mesh pockets: cut narrower than their place and stretched to it."""

from __future__ import annotations

import pytest

from tests.parts.test_flat_pockets import cut, made, refused


def test_mesh_is_cut_narrower_and_stretched_to_its_place() -> None:
    """Stretch mesh gives 60 %: 7 % of 150 are 10 mm less [construction 4.7]; the base is eased by them."""
    pattern = made("mesh", "lining-back", width="15 cm", height="12 cm")
    assert cut(pattern) == pytest.approx([150 - 10 + 20, 120 + 10])
    assert pattern["test"].panel.material == "mesh"
    assert pattern.draft.seam("test to lining-back").ease == pytest.approx(-10)


def test_mesh_is_drawn_in_by_elastic_over_its_top() -> None:
    """9 tenths of the place, and 10 mm at either end to be caught."""
    pattern = made("mesh", "lining-back", width="15 cm")
    tape = next(each for each in pattern.notions if each.id == "test elastic")
    assert (str(tape.title), str(tape.size), tape.length) == ("Fold-over elastic", "20 mm", 135 + 20)
    hemmed = made("mesh", "lining-back", width="15 cm", height="12 cm", top="hem")
    assert cut(hemmed)[1] == pytest.approx(120 + 10 + 20)


@pytest.mark.parametrize(("material", "less"), [("mesh", 10), ("spacer-mesh", 0), ("coated-ripstop", 0)])
def test_what_does_not_stretch_is_cut_as_wide_as_its_place(material: str, less: float) -> None:
    pattern = made("mesh", width="15 cm", bag={"materials": {"mesh": material}})
    assert pattern["test"].panel.edge("bottom").length == pytest.approx(150 - less)


def test_mesh_as_wide_as_its_panel_is_caught_in_its_seams() -> None:
    pattern = made("full", "lining-back", cloth="mesh", height="14 cm")
    assert pattern["test"].panel.material == "mesh"
    tape = next(each for each in pattern.notions if each.id == "test elastic")
    assert tape.length == pytest.approx(int(297 * 0.9) + 20)


def test_mesh_counts_only_where_it_is_used() -> None:
    materials = [{each.id for each in made(kind, "lining-back").materials} for kind in ("mesh", "full")]
    assert ["mesh" in each for each in materials] == [True, False]


def test_mesh_that_would_pull_its_panel_together_is_refused() -> None:
    assert refused("mesh", width="15 cm", narrower="6 cm") == [
        "narrower: mesh cut 60 mm narrower pulls its panel together: make it at most 30 mm"
    ]
