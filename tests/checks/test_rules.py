"""Every check finds its fault, on the right subject, with its figures and in words that the catalogues have.

In a sound bag it finds nothing.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bagpattern.checks import CHECKS, Check, check, checks
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.said import Name
from tests.checks.amount_faults import AMOUNT_FAULTS
from tests.checks.bags import SHOP, box, lined, pattern, pouch, resewn, sewn
from tests.checks.fault import Fault
from tests.checks.making_faults import MAKING_FAULTS
from tests.checks.piece_faults import PIECE_FAULTS
from tests.checks.seam_faults import SEAM_FAULTS
from tests.contract.test_problems_translated import english

FAULTS = [*SEAM_FAULTS, *PIECE_FAULTS, *MAKING_FAULTS, *AMOUNT_FAULTS]


def _of(code: str) -> Check:
    return next(each for each in checks() if each.code == code)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.name.replace(' ', '-')}")
def test_fault_is_found(fault: Fault) -> None:
    found = list(_of(fault.code).find(fault.make(), fault.shop))
    assert any(
        (each.code, each.severity, each.subject) == (fault.code, fault.severity, fault.subject)
        and fault.message in str(each.message)
        for each in found
    ), "\n".join(map(str, found)) or "nothing found"
    assert english(each.message for each in found) == set()


@pytest.mark.parametrize(
    "draft",
    [pouch(), box(), lined(pouch()), lined(box()), pouch(300, 200, 60), box(60, 200, 40)],
    ids=["pouch", "box", "lined pouch", "lined box", "large pouch", "flat box"],
)
def test_sound_bag_has_no_findings(draft: Draft) -> None:
    assert check(pattern(draft), SHOP) == ()


def test_every_check_says_why_and_is_tested() -> None:
    found = [each for name in CHECKS.names() for each in CHECKS.classes(name)]
    assert len({each.code for each in found}) == len(found)
    for each in found:
        assert each.code.startswith("BP")
        assert "Why:" in (each.__doc__ or "")
        assert "How to fix:" in (each.__doc__ or "")
        assert each.code in {fault.code for fault in FAULTS}, f"{each.__name__} has no failing case"


def test_findings_are_sorted_by_code() -> None:
    broken = replace(pattern(resewn(pouch(radius=8), "bottom", ease=4.0)), steps=())
    codes = [finding.code for finding in check(broken, SHOP)]
    assert codes == sorted(codes)
    assert {"BP101", "BP106", "BP111"} <= set(codes)


def test_a_curve_backed_with_foam_must_be_wider() -> None:
    shop = Workshop(Materials(foam="foam"), Finishing())
    draft = pouch(radius=40)
    called = Panel("front-foam", Name("Front foam"), "foam", Role.STIFFENING, draft["front"].edges)
    backing = replace(called, id="any name", stiffens="front")
    assert not list(_of("BP106").find(pattern(draft + Draft((called,)), shop), shop))  # it only sounds like one
    found = list(_of("BP106").find(pattern(draft + Draft((backing,)), shop), shop))
    assert list(map(str, found)) == [
        "BP106 warning: front: a curve of 40 mm radius is tight for its material: 50 mm lies flat"
    ]


def test_two_joints_a_hair_apart_are_one_vertex() -> None:
    """A run that ends 0.05 mm before its neighbour's joint still closes the bag."""
    bag = pouch()
    length = bag["front"].edge("bottom").length
    halves = tuple(
        Seam(
            f"bottom {index}",
            (Run("front", "bottom", low, high),),
            (Run("back", "bottom", low + shift, high + shift),),
            SeamKind.PLAIN,
        )
        for index, (low, high, shift) in enumerate(((0.0, 90.0, 0.0), (90.0, length - 0.05, 0.05)))
    )
    bag = sewn(replace(bag, seams=(*halves, *bag.seams[1:]), tasks=()))
    assert list(_of("BP110").find(pattern(bag), SHOP)) == []
