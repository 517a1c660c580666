"""The catalogue of materials: every figure can be, every material has its source, and only what is used is parsed."""

from __future__ import annotations

import pytest

import bagpattern
from bagpattern.catalog.colours import colour_of
from bagpattern.catalog.materials import Bend, Material, called, cloths, materials, stiffenings
from bagpattern.errors import InputError

ALL = pytest.mark.parametrize("material", list(materials().values()), ids=lambda each: each.id)


@ALL
def test_figures_can_be(material: Material) -> None:
    assert 0.05 <= material.thickness <= 10
    assert 0 < material.pressed <= material.thickness
    assert 20 <= material.mass <= 1500
    assert all(300 <= width <= 2000 for width in material.widths)
    assert 15 <= material.least_radius <= 80
    assert 5 <= material.allowance <= 20
    assert 0 <= material.stretch <= 100


@ALL
def test_words_are_known(material: Material) -> None:
    assert material.iron in ("hot", "medium", "cool", "no")
    assert material.hem in ("double", "single", "raw")
    assert material.edge in ("turned", "raw")
    assert material.strap in ("four", "two", "single")
    assert material.interfacing in stiffenings()
    assert material.stiffening in (("full", "stitch") if material.id in stiffenings() else ("",))


@ALL
def test_each_has_a_source(material: Material) -> None:
    assert "[S" in material.source or "K]" in material.source or "[construction" in material.source


@pytest.mark.parametrize("name", cloths())
def test_a_cloth_says_what_it_is_sewn_with(name: str) -> None:
    cloth = materials()[name]
    assert cloth.needle
    assert cloth.thread
    assert 2 <= cloth.stitch <= 4


@pytest.mark.parametrize("name", cloths())
def test_what_frays_keeps_no_raw_edge(name: str) -> None:
    cloth = materials()[name]
    if cloth.frays:
        assert (cloth.hem, cloth.edge, cloth.strap) == ("double", "turned", "four")


@pytest.mark.parametrize("name", cloths())
def test_nothing_is_fused_to_what_must_not_be_ironed(name: str) -> None:
    behind = materials().get(materials()[name].interfacing)
    assert behind is None or not behind.fusible or materials()[name].iron in ("hot", "medium")


def test_the_known_names_stand() -> None:
    """Presets out there name them."""
    named = {"quilting-cotton", "canvas", "waxed-canvas", "denim", "nylon-500d", "faux-leather", "cork"}
    assert named | {"lining-cotton", "coated-ripstop"} <= set(cloths())
    assert {"none", "fusible-woven", "fusible-fleece", "foam"} <= set(stiffenings())


def test_an_unknown_material_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        materials()["silk"]


@ALL
def test_each_has_a_look(material: Material) -> None:
    assert all(colour_of(each) == each for each in material.colours)
    assert len({*material.colours}) == len(material.colours) >= (1 if material.stiffening else 3)
    assert 0 < material.roughness <= 1


def test_what_is_thick_stands_up_better() -> None:
    """Of cloths of a kind the thicker one is not the limper."""
    order = [*Bend]
    canvas = [materials()[name] for name in ("canvas", "canvas-12oz", "canvas-16oz")]
    nylon = [materials()[name] for name in ("coated-ripstop", "nylon-500d", "nylon-1000d")]
    for row in (canvas, nylon):
        bends = [order.index(each.bend) for each in row]
        assert bends == sorted(bends)
        assert bends[0] < bends[-1]


@pytest.mark.parametrize(
    ("name", "material"),
    [
        ("vegan leather", "faux-leather"),
        ("Peltex", "sew-in-heavy"),
        ("peltex-70", "sew-in-heavy"),
        ("SF101", "fusible-woven"),
        ("Decovil I", "decovil"),
        ("Insul-Bright", "insulating-batting"),
        ("TPU", "clear-vinyl"),
        ("ripstop", "coated-ripstop"),
        ("silk", ""),
    ],
)
def test_materials_go_by_their_trade_names(name: str, material: str) -> None:
    assert called(name) == material


def test_no_two_materials_are_sold_by_one_name() -> None:
    names = [each for material in materials().values() for each in material.also]
    assert len(names) == len({*names})
    assert not {*names} & {*materials()}


def test_a_trade_name_is_answered_with_what_it_is_called_here() -> None:
    with pytest.raises(InputError, match='"vegan leather": write "faux-leather", which is what it is called here'):
        bagpattern.make("flat-pouch", {"materials.shell": "vegan leather"})
    for name in ("clear-vinyl", "laminated-cotton"):
        assert bagpattern.make("flat-pouch", {"materials.shell": name}).errors == ()
