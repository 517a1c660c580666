"""What a picture of a bag and a proof of its making need is carried: by every part of every shipped preset.

Where a fact can be told apart from what the drafts say (which wall lies beside a front's left edge, follows from what
is sewn to it), it is told so, and compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from bagpattern.geometry import areas
from bagpattern.geometry.points import Point, dot
from bagpattern.model.closing import Closes
from bagpattern.model.marks import LineKind
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.sewing.joinery import opposite
from bagpattern.pipeline import make
from bagpattern.preset.shipped import preset_names

BODY = Role.BODY, Role.LINING
OF_THE_BODY = ("thread", "binding")
"""What no part asks for: it sews and binds the whole bag."""
MARKS = ("cord starts", "cord ends", "foam ends", "webbing end", "tape end")
"""How far something reaches along a strip, told across it."""

presets = pytest.mark.parametrize("preset", preset_names())


@cache
def made(preset: str) -> Pattern:
    return make(preset)


@presets
def test_every_panel_says_what_it_is(preset: str) -> None:
    draft = made(preset).draft
    for panel in draft.panels:
        if panel.role is Role.STIFFENING:
            assert panel.stiffens in draft, panel.id
        elif panel.role in BODY:
            assert panel.facets, panel.id
            assert panel.second == bool(panel.owner), f"{panel.id} is {panel.owner}'s"
        else:
            assert panel.owner, panel.id
    shell = [panel for panel in draft.panels if panel.role is Role.BODY]
    rolled = any(each.kind is Closes.TIES for each in draft.closings)  # a roll is one sheet, and has no front
    needed = {Wall.BACK} if rolled else {Wall.FRONT, Wall.BACK}
    assert needed <= {facet.wall for panel in shell for facet in panel.facets}


@presets
def test_every_line_and_hole_says_whose_it_is(preset: str) -> None:
    draft = made(preset).draft
    notions = {notion.id: notion for notion in draft.notions}
    for panel in draft.panels:
        for line in panel.lines:
            own = line.kind in (LineKind.TOPSTITCH, LineKind.SLIT) or line.kind is LineKind.FOLD
            assert line.owner or own, f"{panel.id}: {line.name}"
            assert line.holds in {"", *notions} or line.holds in draft, f"{panel.id}: {line.name}: {line.holds}"
            assert line.end is None or line.end.of in notions or line.end.of in draft, f"{panel.id}: {line.name}"
        for hole in panel.holes:
            assert hole.owner, f"{panel.id}: {hole.label}"
            assert hole.holds in notions, f"{panel.id}: {hole.label}: {hole.holds}"


@presets
def test_every_place_says_what_lies_there(preset: str) -> None:
    """Not of a line that only tells how high a wall reaches, or where the raw edge of what is stitched inside lies."""
    draft = made(preset).draft
    for panel in draft.panels:
        held = {line.owner for line in panel.lines if line.holds or line.end}
        walls = {other.owner for other in draft.panels if panel.id in other.cut_from or panel.origin in other.cut_from}
        for line in panel.lines:
            if line.kind is LineKind.PLACEMENT and line.name not in MARKS:
                assert line.holds or line.end or line.owner in held | walls, f"{panel.id}: {line.name}"


@presets
def test_every_bought_thing_says_what_it_is_for(preset: str) -> None:
    draft = made(preset).draft
    notions = {notion.id: notion for notion in draft.notions}
    zipped = {seam.zip for seam in draft.seams}
    for notion in notions.values():
        assert notion.owner or notion.kind in OF_THE_BODY, notion.id
        assert (notion.stock is None) == (notion.kind != "zip"), notion.id
        assert notion.kind != "zip" or notion.id in zipped, notion.id
        assert notion.kind != "zip-slider" or notions[notion.zip].kind == "zip", notion.id
        assert not notion.hooks or notions[notion.hooks].kind == "ring", notion.id


@presets
def test_walls_divide_their_panel(preset: str) -> None:
    """The parts of a panel lie on it and not on each other, each copy by itself."""
    for panel in made(preset).draft.panels:
        for copy in range(1, panel.count + 1):
            parts = [facet.outline for facet in panel.facets if facet.outline and facet.copy in (0, copy)]
            for index, one in enumerate(parts):
                assert areas.overlap(panel.stitching_line, one), panel.id
                assert not any(areas.overlap(one, other) for other in parts[index + 1 :]), panel.id


BESIDE = {"left": Wall.LEFT, "right": Wall.RIGHT, "bottom": Wall.BASE}


def _neighbours(pattern: Pattern) -> Iterator[tuple[Panel, str, Panel, Facet, complex]]:
    """Of a front: itself, the name of its edge, the panel and the wall sewn to it there, and which way is up there.

    Outlines run counter-clockwise: a front's goes up its right side, and what is sewn to it comes down there. On a base
    it is to the front, out over the edge, that is told as up.
    """
    draft = pattern.draft
    for front in draft.panels:
        if not front.face or front.second or [each.wall for each in front.facets] != [Wall.FRONT]:
            continue
        for name in BESIDE:
            found = opposite(draft, front.id, name, front.edge(name).length / 2) if front.has_edge(name) else None
            if found is not None:
                run, at = found
                path = draft[run.panel].edge(run.on).path
                inside = path.point_at(at) + 1j * path.tangent_at(at)
                facet = _facet_at(draft[run.panel], inside, run.copy)
                up = path.tangent_at(at) * {"left": 1, "right": -1, "bottom": -1j}[name]
                if facet is not None:
                    yield front, name, draft[run.panel], facet, up


def _facet_at(panel: Panel, at: Point, copy: int) -> Facet | None:
    own = (facet for facet in panel.facets if facet.copy in (0, copy))
    return next((each for each in own if each.outline is None or areas.holds(areas.polygon(each.outline), at)), None)


def test_the_wall_beside_a_front_is_the_one_on_that_side() -> None:
    """Of the shell as it is drawn; of a lining, which is seen from inside, the other way round."""
    seen: set[tuple[str, str]] = set()
    for preset in preset_names():
        for front, name, panel, facet, up in _neighbours(made(preset)):
            wall = BESIDE[name]
            if front.role is Role.LINING and front.edge("left").behind is None:
                wall = {Wall.LEFT: Wall.RIGHT, Wall.RIGHT: Wall.LEFT}.get(wall, wall)
            if facet.wall in (Wall.BACK, Wall.TOP):  # a flat bag, or a face whose side is a corner
                continue
            assert facet.wall is wall, f"{preset}: {front.id}, {name}: {panel.id} is its {facet.wall}"
            assert dot(facet.up, up) > 0.9, f"{preset}: {front.id}, {name}: {facet.up} on {panel.id}"
            seen.add((panel.id, name))
    assert {("base-band", "bottom"), ("zip-band-front", "left"), ("side-left", "left"), ("gusset", "right")} <= seen


def test_a_crease_is_a_corner_of_the_bag() -> None:
    """The folds of a tote whose sides and base are cut in one; not the middle of a base that is flat there."""
    gusset = make({"style": "tote", "build": "gusset"}).draft
    assert [line.crease for line in gusset["gusset"].lines if line.kind is LineKind.FOLD] == [True, True]
    assert {facet.wall for facet in gusset["gusset"].facets} == {Wall.LEFT, Wall.BASE, Wall.RIGHT}
    assert {facet.whole for facet in gusset["gusset"].facets} == {"side-left", "base", "side-right"}
    folded = make({"style": "tote", "build": "folded"}).draft["front-back"]
    assert [line.crease for line in folded.lines if line.name == "base fold"] == [False]
    boxed = make({"style": "tote", "build": "boxed", "fold": True} if False else "tote").draft
    assert all(not line.crease for panel in boxed.panels for line in panel.lines if panel.role is Role.STRAP)
