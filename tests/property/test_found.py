"""Bags that ``python -m tests.fuzz`` found wrong once, each the least of its kind: proved, or refused with advice."""

from __future__ import annotations

import pytest

from bagpattern.contract.cases import Settings
from tests.fuzz.judged import judge

PROVED: dict[str, Settings] = {
    "an edge bends at a quarter of its length": {
        "style": "messenger",
        "dimensions": {"rim_depth": "288.767 mm"},
        "lining": {"kind": "drop-in", "facing": "34.588 mm"},
    },
    "an edge bends at a quarter of its length, with round corners": {
        "style": "messenger",
        "dimensions": {
            "width": "247.89 mm",
            "height": "390.6 mm",
            "rim_depth": "251 mm",
            "taper": "180 mm",
            "bottom_radius": "123.9 mm",
        },
    },
    "what is bought has a mass": {"style": "tote", "fittings": [{"name": "a", "kind": "piping", "of": "bought"}]},
    "a lining laid behind two parts of a folded panel, whose other seams come later": {
        "style": "tote",
        "build": "tube",
        "style_lines": [{"kind": "down", "name": "a", "panel": "back"}],
        "closure": {"kind": "straight-zip"},
    },
    "a zip across a panel that has one along its edge": {
        "style": "handbag",
        "pockets": [{"kind": "zip-between", "name": "a", "panel": "zip-panel-front"}],
    },
}
DRAWN: dict[str, Settings] = {
    "a high and slim sack, whose rim is short in the figure": {
        "style": "stuff-sack",
        "dimensions": {"height": "900 mm"},
    },
    "a strip that is caught along the whole of an edge": {
        "style": "roll-top",
        "dimensions": {"base": "rounded", "width": "371 mm"},
        "closure": {"kind": "drawstring", "through": "strip"},
    },
    "notches that look away from each other": {"style": "roll-top", "lining": {"kind": "bound"}},
    "a wall whose unrolled edge passes itself by": {
        "style": "roll-top",
        "dimensions": {"base": "oval", "width": "30 cm", "depth": "18 cm", "flare": "1 cm"},
    },
}
REFUSED: dict[str, Settings] = {
    "a corner that is tighter than the allowance wherever it fits": {
        "style": "frame-wedge",
        "dimensions": {"radius": "28 mm", "left": "153.2 mm"},
        "finishing": {"seam_allowance": "29.1 mm"},
    },
    "a face too low for two corners as wide as the allowance": {
        "style": "band-pouch",
        "dimensions": {"height": "60 mm"},
        "finishing": {"seam_allowance": "29 mm"},
    },
    "a blunt tip, whose sides follow": {
        "style": "frame-wedge",
        "dimensions": {"tip": "127.594 mm"},
        "finishing": {"seam_allowance": "27 mm"},
    },
    "a frame that is sold, for another rim, in inches": {
        "style": "frame-purse",
        "closure": {"kind": "flex-frame", "width": "180 mm"},
        "units": "in",
    },
    "a facing that would end beside the sides": {
        "style": "frame-purse",
        "lining": {"facing": "52 mm"},
        "units": "in",
    },
    "slots between the base and a flap": {
        "style": "tool-roll",
        "dimensions": {"height": "116.1 mm", "flap": "92 mm"},
        "slots": {"height": "130 mm"},
    },
    "a line beside a tab, both of its ends on marks": {
        "style": "drawstring-backpack",
        "build": "boxed",
        "dimensions": {"width": "218 mm", "height": "264.06 mm", "depth": "77.23 mm"},
        "wearer": {"torso": "L"},
        "style_lines": [{"kind": "across", "name": "a", "panel": "front", "right": "80.33 mm"}],
        "units": "in",
    },
    "a facing above a pocket, in inches": {
        "style": "messenger",
        "lining": {"facing": "145 mm"},
        "pockets": [{"kind": "pleated", "height": "118 mm", "name": "a", "panel": "lining-front"}],
        "units": "in",
    },
    "a tube round a thin cord": {"style": "tote", "handles": {"kind": "rolled", "cord": "4 mm"}},
    "a flap for a narrow rim": {"style": "messenger", "dimensions": {"width": "140 mm", "taper": "125 mm"}},
    "a base that is deep enough, and too narrow": {
        "style": "crossbody",
        "dimensions": {"bottom_radius": "118 mm"},
        "fittings": [{"kind": "base-insert", "name": "fitting 1"}],
    },
    "a zip between a tab and the corners of the base": {
        "style": "drawstring-backpack",
        "dimensions": {"depth": "135 mm"},
        "pockets": [{"kind": "zip-between", "name": "a", "panel": "front", "height": "92 mm"}],
    },
    "a depth between what corners need and what a low pocket has": {
        "style": "band-pouch",
        "finishing": {"seam_allowance": "19.5 mm"},
        "pockets": [
            {"kind": "darted", "depth": "55.2 mm", "width": "398.298 mm", "name": "a", "panel": "lining-base-band"}
        ],
        "units": "in",
    },
}


@pytest.mark.parametrize("name", PROVED)
def test_is_proved(name: str) -> None:
    found = judge(PROVED[name])
    assert (found.outcome, [each for each in found.faults if each.kind != "slow"]) == ("proved", [])


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_with_advice_that_helps(name: str) -> None:
    assert judge(REFUSED[name])[:2] == ("refused", [])


@pytest.mark.parametrize("name", DRAWN)
def test_is_drawn_by_every_writer(name: str) -> None:
    found = judge(DRAWN[name], draw=True)
    assert (found.outcome, [each for each in found.faults if each.kind != "slow"]) == ("proved", [])
