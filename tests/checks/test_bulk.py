"""Layers that lie on each other: counted as a maker would count them, and told with their figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bagpattern.checks.bulk import Bulk, Stacks, thickest
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Severity
from bagpattern.model.seam import Caught, Run
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.pipeline import begun, make
from bagpattern.preset import read
from bagpattern.said import Name
from tests.checks.bags import box, edges, pattern, pouch, resewn

SHELL = 0.6
"""mm of the waxed canvas that these bags are cut from."""


def shop(machine_limit: float = 5.0) -> Workshop:
    return Workshop(Materials(), Finishing(machine_limit=machine_limit))


def thickness(draft: Draft, seam: str) -> float:
    return thickest(Stacks(draft, shop()).layers(draft.seam(seam)))[1]


def test_two_panels_are_two_layers() -> None:
    assert thickness(pouch(), "bottom") == pytest.approx(2 * SHELL)


def test_a_folded_tab_brings_its_layers_twice() -> None:
    assert thickness(pouch(), "right side") == pytest.approx((2 + 2 * 4) * SHELL)


def test_what_lies_side_by_side_is_not_added() -> None:
    tab = pouch().seam("right side").caught
    apart = (*tab[:4], *(replace(each, at=each.at + 20.6) for each in tab[4:]))
    assert thickness(resewn(pouch(), "right side", caught=apart), "right side") == pytest.approx((2 + 4) * SHELL)


def test_a_turned_patch_is_two_layers_on_its_face_and_six_at_its_hem() -> None:
    layers = Stacks(pouch(), shop()).layers(pouch().seam("pocket to front"))
    assert thickest(layers)[1] == pytest.approx((1 + 2 * 3) * SHELL)
    assert sum(each.thickness for each in layers if each.low <= 110 <= each.high) == pytest.approx((1 + 2) * SHELL)


def test_where_seams_cross_an_allowance_lies_open() -> None:
    """The base seam of a box meets the seam of its front and side: there front and base each lie twice."""
    assert thickness(box(), "base to front") == pytest.approx(4 * SHELL)


def test_a_hem_caught_in_a_seam_lies_three_times() -> None:
    pocket = Panel("bag", Name("Bag"), "shell", Role.POCKET, edges(rectangle(100, 60), top=Finish.HEM))
    held = Caught((Run("bag", "right"),), 20.0)
    draft = resewn(pouch() + Draft((pocket,)), "right side", caught=(held,))
    assert thickness(draft, "right side") == pytest.approx((2 + 3) * SHELL)


def test_interfacing_lies_in_the_seams_and_foam_does_not() -> None:
    light, foam = make({"style": "mini-backpack", "materials": {"shell": "canvas"}}), 0.15
    stacks = Stacks(light.draft, Workshop(Materials(shell="canvas"), Finishing()))
    assert stacks.cloth["front"] == pytest.approx(0.5 + foam)
    padded = make({"style": "mini-backpack", "materials": {"foam": "foam"}})
    stacks = Stacks(padded.draft, Workshop(Materials(foam="foam"), Finishing()))
    assert stacks.cloth["front"] == pytest.approx(SHELL)
    faced = thickest(stacks.layers(padded.draft.seam("strap-anchor to back")))[1]
    assert faced == pytest.approx(SHELL + 1.5 + 2 * SHELL + 4 * SHELL)


@pytest.mark.parametrize(
    ("limit", "severity"), [(6.1, None), (5.9, Severity.WARNING), (3.1, Severity.WARNING), (2.9, Severity.ERROR)]
)
def test_the_limit_is_the_machines(limit: float, severity: Severity | None) -> None:
    found = [each for each in Bulk().find(pattern(pouch()), shop(limit)) if each.subject == "right side"]
    assert [each.severity for each in found] == ([severity] if severity else [])


def test_a_finding_tells_what_lies_there_and_what_helps() -> None:
    (found,) = Bulk().find(pattern(pouch()), shop())
    message = str(found.message)
    assert "6 mm lie on each other" in message
    assert "(front, back, 8 x tab)" in message
    assert "webbing" in message
    assert "finishing.machine_limit" in message


def test_webbing_is_what_the_advice_says_it_is() -> None:
    """Denim straps are too thick for a home machine; webbing in their place mends it."""
    thick = {"style": "mini-backpack", "materials": {"shell": "denim"}, "crossbody": {"kind": "rings-only"}}
    assert any("strap-anchor" in each.subject for each in make(thick).findings)
    mended = make({**thick, "straps": {"kind": "webbing"}, "handle": {"kind": "none"}})
    assert [each for each in mended.findings if each.code == "BP114"] == []


def test_no_seam_is_thicker_than_what_spares_its_count() -> None:
    preset = read("mini-backpack-artistic", {})
    drafts = [(begun(preset).draft, preset.style.workshop), (pouch(), shop()), (box(), shop())]
    for draft, workshop in drafts:
        stacks = Stacks(draft, workshop)
        for seam in draft.seams:
            assert thickest(stacks.layers(seam))[1] <= stacks.at_most(seam) + 1e-9
