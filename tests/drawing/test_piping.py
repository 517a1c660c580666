"""Piping, which no shipped bag has: made of a strip round a cord or bought, it is basted once, and that is shown."""

from __future__ import annotations

import pytest

import bagpattern
from bagpattern.drawing.booklet.taken import taken
from bagpattern.drawing.model import Text
from bagpattern.drawing.steps import figures
from bagpattern.export.json import json_text
from bagpattern.model.operation import LAYING, Verb
from tests import proof
from tests.drawing.agreeing import disagreements


@pytest.mark.parametrize(
    ("name", "of"), [("tote", "shell"), ("crossbody", "bought"), ("mini-backpack", "contrast"), ("bucket", "shell")]
)
def test_piping_has_a_figure_with_its_allowance_and_is_basted_once(name: str, of: str) -> None:
    panel = "base" if name == "bucket" else "front"
    piping = {"name": "piping", "kind": "piping", "panel": panel, "of": of}
    bag = bagpattern.make({"style": name, "fittings": [piping], "materials": {"contrast": "canvas"}})
    every = [each for step in bag.steps for each in step.step.operations]
    cloths = {each.id for each in bag.draft.panels if each.origin.startswith("piping")}
    on = {"piping"} | cloths
    laying = [each for each in every if each.do in LAYING and on & {*each.notions, *(x.panel for x in each.pieces)}]
    (figure,) = (each for found in figures(bag).values() for each in found if each.kind == "piped")
    made = [each for each in every if each.do is Verb.FOLD and each.around == "piping cord"]
    assert [each.id for each in laying] == [figure.operations[-1]]
    assert {each.id for each in made} < set(figure.operations)
    assert not any(each.kind == "whole" for found in figures(bag).values() for each in found)
    edge = laying[0].on[0]
    allowance = bag.units.figure(bag[edge.panel].allowances[edge.on])
    assert allowance in [each.content for each in figure.drawing.items if isinstance(each, Text)]
    assert not [*disagreements(bag)]


def test_piping_is_basted_without_what_is_sewn_on_later() -> None:
    bag = bagpattern.make({"style": "tote", "fittings": [{"name": "piping", "kind": "piping", "panel": "front"}]})
    (step,) = (each for each in bag.steps if any(has.around == "piping cord" for has in each.step.operations))
    assert {*taken(bag)[step.number].pieces} == {"piping", "piping-2", "piping-3", "front"}


@pytest.mark.parametrize("of", ["shell", "bought"])
@pytest.mark.parametrize("lining", ["drop-in", "bound"])
def test_darts_are_sewn_first_and_one_strip_goes_on_across_them(of: str, lining: str) -> None:
    piping = {"name": "piping", "kind": "piping", "panel": "back", "of": of}
    bag = bagpattern.make({"style": "hobo", "fittings": [piping], "lining": {"kind": lining}})
    every = [each for step in bag.steps for each in step.step.operations]
    (basted,) = (each for each in every if each.do in LAYING and len(each.seams) == 3)
    before = {seam for each in every[: every.index(basted)] for seam in each.seams}
    assert {"back left dart", "back right dart"} <= before
    assert proof.failures(json_text(bag)) == []
    ends = sum(bag.draft["back"].edge(name).length for name in ("left", "bottom", "right"))
    strips = [each for each in bag.draft.panels if each.origin.startswith("piping")]
    assert [round(each.edge("lower").length, 2) for each in strips] == ([] if of == "bought" else [round(ends, 2)])
