"""A lining that is cut like the shell and basted to it: sewn where the shell is, finished as it is."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.operation import Verb
from bagpattern.model.panel import Role


def made(style: str, **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": style, "lining": {"kind": "bound"}, **settings})
    assert pattern.errors == ()
    return pattern


@pytest.mark.parametrize("style", ["mini-backpack", "tote", "duffle", "handbag", "box-pouch", "roll-top"])
def test_every_panel_of_the_body_has_a_lining_of_its_size(style: str) -> None:
    pattern = made(style)
    shell = [piece for piece in pattern.pieces if piece.panel.role is Role.BODY]
    linings = {piece.id: piece for piece in pattern.pieces if piece.panel.role is Role.LINING}
    assert {f"lining-{piece.id}" for piece in shell} == {*linings}
    for piece in shell:
        like = linings[f"lining-{piece.id}"]
        assert (like.cut_width, like.cut_height) == pytest.approx((piece.cut_width, piece.cut_height))
        assert like.panel.count == piece.panel.count


def test_it_is_sewn_wherever_its_panel_is() -> None:
    """Round the whole back: 220 x 260 mm less what the corners, 75 and 35 mm, cut off."""
    pattern = made("mini-backpack")
    runs = [run for seam in pattern.seams for each in seam.caught for run in each.runs if run.panel == "lining-back"]
    around = sum(edge.length for edge in pattern["lining-back"].panel.edges)
    assert sum(pattern.draft.run_length(run) for run in runs) == pytest.approx(around)


def test_a_rim_is_hemmed_together() -> None:
    pattern = made("bucket", closure={"kind": "drawstring", "channel": "50 mm"})
    allowances = {pattern[name].allowances["top"] for name in ("front", "lining-front")}
    assert allowances == {50.0}


def test_a_folded_bag_has_a_folded_lining() -> None:
    pattern = made("tote", build="folded")
    assert pattern["lining-front-back"].cut_height == pytest.approx(pattern["front-back"].cut_height)
    assert "base fold" in {line.name for line in pattern["lining-front-back"].panel.lines}


def test_its_pockets_are_sewn_on_before_it_is_basted() -> None:
    pattern = made("mini-backpack", pockets=[{"name": "phone", "kind": "slip", "panel": "lining-back"}])
    titles = [str(each.step.title) for each in pattern.steps]
    order = ["Sew the phone to the lining back", "Baste the lining to the shell", "Sew the band to the front"]
    assert sorted(order, key=titles.index) == order
    assert any(each.do is Verb.BIND for step in pattern.steps for each in step.step.operations)


@pytest.mark.parametrize("kind", ["bound", "none"])
@pytest.mark.parametrize(("key", "value"), [("gap", "100 mm"), ("inset", "2 mm")])
def test_what_only_a_lining_of_its_own_has_is_refused(kind: str, key: str, value: str) -> None:
    message = rf"lining\.{key}: only a lining that is dropped in has one: leave this out"
    with pytest.raises(InputError, match=message):
        bagpattern.make({"style": "mini-backpack", "lining": {"kind": kind, key: value}})
