"""The proof by sewing: it measures every preset as it is said to be, sees its faults, and is at a loss for no bag."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bagpattern.errors import InputError
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Pattern, Where
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Wall
from bagpattern.pipeline import make
from bagpattern.preset import preset_names
from bagpattern.sewn.bag import Surface
from bagpattern.sewn.build import sewn
from bagpattern.sewn.crossing import crossings
from bagpattern.sewn.measure import across_of
from bagpattern.sewn.proof import RULES, Sewn, proved
from bagpattern.sewn.shell import unfilled
from bagpattern.sewn.sizes import height_of, width_of
from bagpattern.styles import STYLES
from tests.checks import bags
from tests.contract import sensible

BOX = Finished(120.0, 100.0, 80.0, 0.96)


@cache
def made(name: str) -> Pattern:
    return make(name)


def sized(draft: Draft, finished: Finished = BOX) -> Pattern:
    """The pattern of a draft that is said to be of that size."""
    return replace(bags.pattern(draft), finished=finished)


def box(**base: float) -> Draft:
    """The open box of the checks' tests, every piece of it right side out; its base of another size if told so."""
    draft = bags.box(120, 80, 100)
    ends = {"bottom": ("front", 1), "top": ("front", 2), "right": ("side", 2), "left": ("side", 1)}
    """Seen from below, right is left."""
    around = [
        Seam(f"base {name}", (Run("base", name),), (Run(panel, "bottom", reversed=True, copy=copy),))
        for name, (panel, copy) in ends.items()
    ]
    walls = {
        "front": (Facet(Wall.FRONT, copy=1), Facet(Wall.BACK, copy=2)),
        "side": (Facet(Wall.RIGHT, copy=1), Facet(Wall.LEFT, copy=2)),
        "base": (Facet(Wall.BASE, up=-1j),),
    }
    for name, facets in walls.items():
        draft = bags.repanelled(draft, name, facets=facets)
    if base:
        draft = bags.repanelled(draft, "base", edges=bags.edges(rectangle(**base)))
    return replace(draft, seams=(*around, *draft.seams[4:]))


def turned(draft: Draft, seam: int) -> Draft:
    """The draft with one seam that runs the wrong way round."""
    one = draft.seams[seam]
    wrong = replace(one, b=tuple(replace(run, reversed=not run.reversed) for run in one.b))
    return replace(draft, seams=(*draft.seams[:seam], wrong, *draft.seams[seam + 1 :]))


def codes(pattern: Pattern) -> list[str]:
    return [each.code for each in proved(pattern).findings]


@pytest.mark.parametrize("angle", [36, 60, 100])
def test_a_bag_of_unequal_sides_stands_as_it_was_drafted(angle: int) -> None:
    """Its right side is steeper than its left one: what both are asked to look at would turn its front over."""
    pattern = make({"style": "frame-wedge", "dimensions": {"angle": angle, "depth": "84 mm", "right": "221 mm"}})
    for name, meant, found in proved(pattern).sizes:
        assert found == pytest.approx(meant, rel=0.03), name


@pytest.mark.parametrize("build", ["two-panels", "folded"])
@pytest.mark.parametrize("rim", [150, 200, 240])
@pytest.mark.parametrize("radius", [0, 30])
def test_a_flat_bag_is_as_wide_as_its_base_wherever_it_is_widest(build: str, rim: int, radius: int) -> None:
    size = {"width": "200 mm", "rim": f"{rim} mm", "bottom_radius": f"{radius if build == 'two-panels' else 0} mm"}
    found = proved(make({"style": "flat-pouch", "dimensions": size, "build": build}))
    assert found.findings == ()
    assert [came for name, _, came in found.sizes if name == "width"] == pytest.approx([200], rel=0.02)


@pytest.mark.parametrize("name", preset_names())
def test_a_preset_measures_what_it_is_said_to(name: str) -> None:
    """Nearer than the rules ask for: sizes within 4 per cent in their one place, volume within 3, strain within 1."""
    found = proved(made(name))
    assert found.findings == ()
    assert all(abs(came / said - 1) < 0.04 for _, said, came in found.sizes)
    assert found.strain[0] < 0.01
    if found.volume:
        assert found.volume[1] == pytest.approx(found.volume[0], rel=0.03)


@pytest.mark.parametrize("kind", ["roll-top", "fold-over"])
def test_a_rim_that_is_rolled_or_folded_down_leaves_the_bag_as_high_as_it_is_said_to_be(kind: str) -> None:
    """On every style that takes one: the wall has what goes across the mouth, too."""
    taken, wrong = 0, []
    for style in STYLES.names():
        try:
            bag = make({"style": style, "closure": {"kind": kind}})
        except InputError:
            continue
        taken += 1
        wrong += [(style, each.code) for each in proved(bag).findings]
    assert taken > 7
    assert wrong == []


@pytest.mark.parametrize("name", ["box-pouch", "camera-cube", "first-aid-pouch", "toiletry-bag", "square-daypack"])
def test_a_box_holds_what_a_box_does(name: str) -> None:
    """Its volume is that of the glued panels, before anything is filled in."""
    assert unfilled(made(name)).volume / 1e6 == pytest.approx(made(name).finished.volume, rel=0.005)


@pytest.mark.parametrize("name", ["tote", "tote-tapered", "tote-work", "messenger", "crossbody-flap", "clutch-boxed"])
def test_an_open_bag_that_keeps_its_shape_holds_what_it_is_said_to(name: str) -> None:
    assert unfilled(made(name)).volume / 1e6 == pytest.approx(made(name).finished.volume, rel=0.01)


def test_a_box_built_by_hand() -> None:
    shell = unfilled(sized(box()))
    assert shell.box() == pytest.approx([120, 100, 80], rel=0.02)
    assert shell.volume == pytest.approx(120 * 100 * 80, rel=0.01)
    assert codes(sized(box())) == []


@pytest.mark.parametrize("width", [500, 560, 600])
def test_walls_of_a_wide_bag_that_cave_in_are_no_fault(width: int) -> None:
    """Empty cloth that has no corners yet to stand on loses 5 to 12 per cent here; too much said is still found."""
    bag = make({"style": "handbag", "dimensions": {"width": f"{width} mm", "height": "240 mm", "depth": "130 mm"}})
    assert unfilled(bag).volume / 1e6 < 0.96 * bag.finished.volume
    assert unfilled(bag, used=True).volume / 1e6 == pytest.approx(bag.finished.volume, rel=0.01)
    assert codes(bag) == []
    assert "BP204" in codes(replace(bag, finished=replace(bag.finished, volume=1.06 * bag.finished.volume)))


def test_the_shell_knows_nothing_of_the_finished_bag() -> None:
    pattern = made("box-pouch")
    lied = replace(pattern, finished=Finished(1.0, 2.0, 3.0, 4.0))
    assert (unfilled(pattern).points == unfilled(lied).points).all()


def test_sizes_and_volume_that_are_not_so_are_found() -> None:
    pattern = made("box-pouch")
    wrong = replace(pattern.finished, width=250.0, depth=100.0, volume=2.6)
    found = [str(each) for each in proved(replace(pattern, finished=wrong)).findings]
    assert [each.split()[0] for each in found] == ["BP203", "BP203", "BP204"]
    assert "the width comes out as 220 mm when it is sewn, and not as 250 mm" in found[0]
    assert "holds 2.42 litres when it is sewn, and not 2.6" in found[2]


def test_a_size_is_measured_in_its_own_place() -> None:
    """This tote is 300 mm wide at its base, 400 at its rim: neither is taken for the other."""
    shell = unfilled(made("tote-tapered"))
    assert [width_of(shell, where) for where in (Where.BASE, Where.RIM)] == pytest.approx([300, 400], rel=0.01)


def test_a_cup_is_measured_along_its_cloth() -> None:
    """A tape over the front of a hobo, from seam to seam; across its box it is less, for its darts make it bow."""
    shell = unfilled(made("hobo"))
    assert width_of(shell, Where.CLOTH) == pytest.approx(420.0, rel=0.01)
    assert height_of(shell, Where.CLOTH) == pytest.approx(340.0, rel=0.01)
    assert width_of(shell, Where.FLAT) < 405.0


def test_a_seam_that_is_turned_makes_no_bag() -> None:
    assert "BP201" in codes(sized(turned(box(), 0)))


def test_a_piece_with_its_wrong_side_out_is_found() -> None:
    """The checks' own box, whose base is drawn as it is seen from inside."""
    found = proved(sized(bags.box(120, 80, 100))).findings
    assert {each.code for each in found} == {"BP202"}
    assert "base" in str(found[0].message)


def test_a_piece_too_small_for_its_seams_is_found() -> None:
    """One too large puckers instead."""
    found = {each.subject: each for each in proved(sized(box(width=90.0, height=60.0))).findings}
    assert found["base"].code == "BP205"
    assert "per cent for its seams to close, and bears 3" in str(found["base"].message)


def test_what_goes_through_something_is_found() -> None:
    filled = Sewn(made("box-pouch")).filled
    assert crossings(filled.surface, filled.points) == ()
    front, back = (cut.vertices for cut in filled.mesh.sheets)
    pushed = filled.points.copy()
    pushed[np.setdiff1d(front, back), 2] -= 2 * made("box-pouch").finished.depth
    assert (0, 1) in crossings(filled.surface, pushed)


def test_layers_at_a_rim_that_is_held_shut_do_not_count() -> None:
    """This one's cross in its corners, where they lie on each other; below the rim, what goes through is found."""
    bag = make({"style": "roll-top", "build": "wrapped", "dimensions": {"base": "oval", "flare": "0 mm"}})
    filled = Sewn(bag).filled
    rim = max(filled.surface.rims, key=len)
    assert crossings(filled.surface, filled.points)
    assert not crossings(filled.surface, filled.points, rim)
    assert "BP206" not in codes(bag)
    pushed = filled.points.copy()
    pushed[(pushed[:, 2] > 0) & (pushed[:, 1] > 100) & (pushed[:, 1] < 300), 2] -= 2 * bag.finished.depth
    assert crossings(filled.surface, pushed, rim)


def test_a_base_that_bows_is_no_deeper() -> None:
    across = np.linspace(-100.0, 100.0, 41)
    edges = [np.stack([across, 0 * across, side + 8.0 * np.cos(across / 70)], axis=1) for side in (-30.0, 30.0)]
    assert across_of(np.concatenate(edges)) == pytest.approx(60.0, abs=5.0)
    turn = np.linspace(0.0, 2 * np.pi, 60)
    assert across_of(np.stack([90 * np.cos(turn), 0 * turn, 40 * np.sin(turn)], axis=1)) == pytest.approx(80.0, abs=1.0)


def test_every_rule_says_why() -> None:
    assert [each.code for each in RULES] == sorted({each.code for each in RULES})
    for each in RULES:
        assert "Why:" in (each.__doc__ or "")
        assert "How to fix:" in (each.__doc__ or "")


@given(style=st.sampled_from(STYLES.names()), seed=st.integers(0, 10**6))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_any_bag_is_sewn_right_side_out(style: str, seed: int) -> None:
    """Whatever sizes are made: the volume is positive, every normal is outward, and nothing is at a loss."""
    asked = sensible.Sets(style, f"sewn {seed}").shape()
    sensible.mended(asked)
    pattern = make(asked)
    found = sewn(pattern, fine=False)
    assert all(each.subject for each in proved(pattern).findings)
    assert found.measured.volume > 0
    for surface in found.surfaces:
        assert np.isfinite(surface.points).all(), surface.name
        assert np.isfinite(surface.normals).all(), surface.name
    for cloth in found.surfaces[: found.body]:
        assert outward(cloth) > 0.85, cloth.name


def outward(cloth: Surface) -> float:
    """The share of triangles that run counter-clockwise seen from where their normals point; rolled rims are coarse."""
    one, two, three = (cloth.points[cloth.triangles[:, corner]] for corner in range(3))
    faces = np.cross(two - one, three - one)
    return float(((faces * cloth.normals[cloth.triangles].sum(axis=1)).sum(axis=1) > 0).mean())
