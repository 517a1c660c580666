"""A lining that is basted to the shell is one cloth with it: what its steps say holds when they are done in turn."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.model.operation import Verb
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SeamKind

BAGS: dict[str, dict[str, Any]] = {
    "band": {"style": "mini-backpack"},
    "tube": {"style": "duffle", "fittings": [{"name": "feet", "kind": "feet"}]},
    "one piece": {"style": "duffle", "build": "one-piece", "fittings": [{"name": "feet", "kind": "feet"}]},
}


@pytest.fixture(scope="module", params=BAGS)
def pattern(request: pytest.FixtureRequest) -> Pattern:
    return bagpattern.make(BAGS[request.param] | {"lining": {"kind": "bound"}})


def _linings(pattern: Pattern) -> set[str]:
    return {panel.id for panel in pattern.draft.panels if panel.role is Role.LINING}


def test_each_lining_is_basted_once_on_shell_pieces_that_no_zip_needs_there(pattern: Pattern) -> None:
    order = [each for step in pattern.steps for each in step.step.operations]
    zips = {(run.panel, run.on) for seam in pattern.draft.seams if seam.zip for run in (*seam.a, *seam.b)}
    laid = [
        each
        for each in order
        if each.do in (Verb.LAY, Verb.BASTE) and {s.panel for s in each.pieces} & _linings(pattern)
    ]
    assert sorted(sheet.panel for each in laid for sheet in each.pieces) == sorted(_linings(pattern))
    for each in laid:
        (layer,) = each.pieces
        (host,) = {where.panel for where in each.on}
        assert layer.panel == f"lining-{host}"
        assert not zips & {(where.panel, where.on) for where in each.on}
        held = (at for at, one in enumerate(order) if one.do is Verb.SEW and _holds(pattern, one.seams[0], layer.panel))
        assert order.index(each) < min(held)


def _holds(pattern: Pattern, seam: str, lining: str) -> bool:
    return any(run.panel == lining for each in pattern.seams[seam].caught for run in each.runs)


def test_what_is_basted_is_neither_kept_out_nor_laid_on_the_zip(pattern: Pattern) -> None:
    said = [str(each.step.text) for each in pattern.steps]
    assert not any("Keep the lining" in each for each in said)
    kinds = {seam.id for seam in pattern.draft.seams if seam.kind is SeamKind.ZIP}
    (zipped,) = (str(each.step.text) for each in pattern.steps if kinds & set(each.step.seams))
    assert "right side down" not in zipped
    assert zipped.index("Fold the free edge of the lining back") < zipped.index("Lay the zip face down")
    assert zipped.index("free edge of the lining under") < zipped.index("Topstitch on the marked line")


def test_feet_are_set_before_the_lining_hides_the_base(pattern: Pattern) -> None:
    titles = [str(each.step.title) for each in pattern.steps]
    if "Set the feet" in titles:
        assert titles.index("Set the feet") < titles.index("Baste the lining to the shell")


def test_a_lining_whole_behind_a_divided_panel_is_basted_before_the_corners_of_that_are_sewn() -> None:
    line = {"kind": "across", "name": "line", "panel": "back"}
    settings = {"style": "box-pouch", "build": "two-panels", "lining": {"kind": "bound"}, "style_lines": [line]}
    order = [each.id for step in bagpattern.make(settings).steps for each in step.step.operations]
    basted = order.index("baste lining-back 1")
    assert order.index("sew back line line") < basted < order.index("sew back right corner")


@pytest.mark.parametrize("panel", ["front", "lining-front"])
def test_a_lining_is_hemmed_with_its_shell_be_either_divided(panel: str) -> None:
    line = {"kind": "across", "name": "line", "panel": panel, "left": "8 cm", "right": "7 cm"}
    bag = bagpattern.make({"style": "bucket", "lining": {"kind": "bound"}, "style_lines": [line]})
    tops = {
        each.panel.origin: (each.panel.edge("top").finish, each.allowances["top"])
        for each in bag.pieces
        if each.panel.has_edge("top") and each.panel.origin.endswith("front")
    }
    assert len(tops) == 2
    assert tops["front"] == tops["lining-front"]


def test_a_part_of_a_lining_in_one_with_the_other_wall_is_joined_first_and_basted_behind_its_own() -> None:
    line = {"kind": "across", "name": "line", "panel": "lining-back", "left": "8 cm", "right": "7 cm"}
    bag = bagpattern.make({"extends": "pencil-case", "lining": {"kind": "bound"}, "style_lines": [line]})
    order = [each for step in bag.steps for each in step.step.operations]
    ids = [each.id for each in order]
    (basted,) = (each for each in order if each.id == "baste lining-back-line-upper 1")
    assert ids.index("sew lining-back line line") < ids.index(basted.id)
    assert {where.on.split()[0] for where in basted.on} == {"back"}


def test_the_corners_of_a_pocket_are_bound_before_it_is_turned_and_sewn_on() -> None:
    pocket = {"name": "pocket", "kind": "darted", "panel": "front", "corners": "boxed"}
    bag = bagpattern.make({"style": "tote", "lining": {"kind": "none"}, "pockets": [pocket]})
    ids = [each.id for step in bag.steps for each in step.step.operations]
    assert ids.index("bind pocket right corner") < ids.index("fold pocket") < ids.index("sew pocket to front")
