"""Quilted panels: cut 25 mm larger all round, quilted on wadding, and trimmed to the very piece that they were."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from click.testing import CliRunner

from bagpattern.cli import main
from bagpattern.drawing.booklet.thumbnails import listed
from bagpattern.drawing.purposes.cutter import Cutter
from bagpattern.errors import InputError
from bagpattern.export._shopping import needs
from bagpattern.export.json import json_text
from bagpattern.geometry.areas import polygon
from bagpattern.layout.plans import lays
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make
from tests import proof
from tests.drawing import seen


@pytest.fixture(scope="module")
def plain() -> Pattern:
    return make("crossbody")


@pytest.fixture(scope="module")
def quilted() -> Pattern:
    return make("crossbody", {"finishing.quilted": ["front", "back"]})


def box(points: list[complex]) -> tuple[float, float]:
    return max(p.real for p in points) - min(p.real for p in points), max(p.imag for p in points) - min(
        p.imag for p in points
    )


def test_it_is_cut_an_inch_larger_and_trimmed_to_the_same_piece(plain: Pattern, quilted: Pattern) -> None:
    """26 by 19 cm with its allowances."""
    front, was = quilted["front"], plain["front"]
    assert front.cutting_line.equals(was.cutting_line)
    assert box([*front.first_cut.flat]) == pytest.approx((310, 240), abs=0.1)
    assert box([*quilted["front-wadding"].cutting_path.flat]) == pytest.approx((310, 240), abs=0.1)
    assert "cut 310 x 240 mm first, 25 mm larger all round; quilt, then trim to this" in map(str, front.label)
    assert quilted["base-band"].first_cut == quilted["base-band"].cutting_path
    assert {each.id for each in quilted.pieces} - {each.id for each in plain.pieces} == {
        "front-wadding",
        "back-wadding",
    }
    assert {each.id for each in plain.pieces} - {each.id for each in quilted.pieces} == {
        "front-interfacing",
        "back-interfacing",
    }
    assert not quilted.findings
    assert proof.failures(json_text(quilted, lays=False)) == []


def test_cloth_is_laid_and_bought_for_it_and_wadding_too(plain: Pattern, quilted: Pattern) -> None:
    def cut(pattern: Pattern, slot: str) -> float:
        return sum(plan.area for plan in lays(pattern) if plan.cloth.material == slot)

    around = plain["front"].cutting_line.length  # what a rounded outline gains when it is moved out, as Steiner has it
    more = 2 * (25 * around + math.pi * 25**2)
    assert cut(quilted, "shell") - cut(plain, "shell") == pytest.approx(more, rel=1e-3)
    assert cut(plain, "wadding") == 0.0
    (wadding,) = (each for each in needs(quilted, lays(quilted), 1) if each.key == "wadding")
    assert wadding.text == "30 cm of Cotton wadding, 150 cm wide (wadding)"
    washed = make("crossbody", {"finishing.quilted": ["front", "back"], "finishing.washed": True})
    (wadding,) = (each for each in needs(washed, lays(washed), 1) if each.key == "wadding")
    assert "with 4 % that it shrinks: wash it first" in wadding.text


def test_it_is_quilted_then_trimmed_and_only_then_sewn(quilted: Pattern) -> None:
    done = [each for step in quilted.steps for each in step.step.operations]
    mine = [each.do for each in done if any(sheet.panel == "front-wadding" for sheet in each.pieces)]
    assert mine == [Verb.BASTE, Verb.QUILT, Verb.TRIM]
    trimmed = max(at for at, each in enumerate(done) if any(sheet.panel == "front-wadding" for sheet in each.pieces))
    touching = {seam.id for seam in quilted.seams if "front" in {run.panel for run in (*seam.a, *seam.b)}}
    assert trimmed < min(at for at, each in enumerate(done) if touching & {*each.seams})


def test_a_machine_cuts_what_is_quilted_first(quilted: Pattern) -> None:
    drawing = Cutter().draw(quilted, Options(per="piece"))["cutter-front"]
    (outline,) = seen.shapes(drawing, "cut")
    assert box([*outline.paths[0].flat]) == pytest.approx((310, 240), abs=0.1)
    assert not seen.shapes(drawing, "notch")


def test_all_of_a_material_but_its_strips_and_tabs() -> None:
    bag = make("crossbody", {"finishing.quilted": ["shell"]})
    assert {each.id for each in bag.pieces if each.rough} == {
        "front",
        "back",
        "zip-band-front",
        "zip-band-back",
        "base-band",
    }


def test_what_cannot_be_quilted() -> None:
    with pytest.raises(
        InputError, match=r'finishing\.quilted: nothing that can be quilted is called "frnt"; did you mean "front"'
    ):
        make("crossbody", {"finishing.quilted": ["frnt"]})
    with pytest.raises(InputError, match='is called "crossbody-strap"'):
        make("crossbody", {"finishing.quilted": ["crossbody-strap"]})


@pytest.mark.parametrize(
    ("style", "panel"), [("hobo", "back"), ("hobo", "lining-back"), ("handbag", "end-left"), ("bucket", "base")]
)
def test_it_is_cut_an_inch_larger_all_round_at_darts_and_tips_too(style: str, panel: str) -> None:
    piece = make(style, {"finishing.quilted": [panel], "materials.shell": "quilting-cotton"})[panel]
    (rough,) = [polygon(piece.first_cut)]
    assert rough.exterior.distance(piece.cutting_line) == pytest.approx(25, abs=0.05)
    assert rough.contains(piece.cutting_line)


def test_what_lists_it_by_its_trimmed_size_says_so(quilted: Pattern, tmp_path: Path) -> None:
    told, preset = "Front (quilted: cut 25 mm larger first)", tmp_path / "bag.toml"
    preset.write_text('style = "crossbody"\nfinishing.quilted = ["front"]\n')
    assert told in {each.lines[0].text for each in listed(quilted)}
    assert told in CliRunner().invoke(main, ["show", str(preset)]).stdout
