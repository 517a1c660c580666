"""What a maker asks with the pieces in hand: what is done before what, where the gap is, what is kept out of a seam."""

from __future__ import annotations

import pytest

from bagpattern.model.operation import Operation, Verb
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make


def _order(pattern: Pattern) -> list[Operation]:
    return [each for step in pattern.steps for each in step.step.operations]


def _place(pattern: Pattern, name: str) -> int:
    return [each.id for each in _order(pattern)].index(name)


def _text(pattern: Pattern, seam: str) -> str:
    """What the step says that sews a seam."""
    return next(str(each.step.text) for each in pattern.steps if seam in each.step.seams)


def test_a_zip_between_strips_is_basted_when_the_panels_that_it_ties_are_joined() -> None:
    pattern = make("tote-work")
    assert _place(pattern, "sew side-left to back") < _place(pattern, "baste zip-strip 1")
    assert _place(pattern, "baste handle") < _place(pattern, "sew side-left to back")


@pytest.mark.parametrize("preset", ["tote-work", "tote", "messenger"])
def test_a_shell_is_turned_before_it_is_put_into_its_lining(preset: str) -> None:
    pattern = make(preset)
    put = next(number for number, each in enumerate(_order(pattern)) if each.do is Verb.PUT)
    assert _place(pattern, "turn the shell") < put < _place(pattern, "sew rim")
    assert "right side out through its rim" in _text(pattern, "rim")
    assert "Put the bag into its lining, right sides together" in _text(pattern, "rim")


@pytest.mark.parametrize("preset", ["duffle", "handbag"])
def test_feet_are_set_when_the_shell_is_sewn_and_before_its_lining(preset: str) -> None:
    pattern = make(preset)
    order = _order(pattern)
    feet = {each.id for each in pattern.notions if each.kind == "bag-foot"}
    at = next(number for number, each in enumerate(order) if each.do is Verb.INSERT and feet & set(each.notions))
    base = [n for n, each in enumerate(order) if any(s.endswith(" base") for s in each.seams) and each.do is Verb.SEW]
    shell = [n for n in base if "lining" not in order[n].seams[0]]
    lining = [n for n in base if "lining" in order[n].seams[0]]
    assert shell
    assert max(shell) < at < min(lining)


def test_a_gap_is_told_by_its_seam_and_its_length() -> None:
    pattern = make("mini-backpack")
    gap = next(each for each in pattern.seams if each.kind == "gap")
    length = pattern.draft.side_length(gap.a)
    said = _text(pattern, "lining-front to zip band")
    assert f"Leave {length:.0f} mm open" in said.replace("\xa0", " ")
    assert "middle of this seam: lining front to lining base band" in said


def test_what_hangs_there_is_kept_out_and_nothing_else() -> None:
    pattern = make("mini-backpack")
    assert "Keep the lining out of the seam." in _text(pattern, "front to base band")
    assert "Keep the lining, straps and handles out of the seam." in _text(pattern, "back to base band")
    assert "Keep" not in _text(pattern, "lining-front to base band 1")


@pytest.mark.parametrize(
    ("style", "told"), [("bucket", "at the right edge"), ("hobo", "at the bottom edge"), ("duffle", "lining base. ")]
)
def test_of_several_seams_of_two_pieces_that_with_the_gap_is_told_by_its_edge(style: str, told: str) -> None:
    pattern = make(style)
    gap = next(each for each in pattern.seams if each.kind == "gap")
    first = next(each.id for each in pattern.seams if each.cut_from == gap.cut_from and each is not gap)
    assert told in _text(pattern, first).partition("middle of this seam: ")[2].partition("Back-tack")[0]


def test_a_second_compartment_is_turned_through_the_gap_of_the_first() -> None:
    pattern = make("mini-backpack-double")
    joined = _text(pattern, "second base band to base band")
    assert joined.index("Turn the part with the front") < joined.index("Put this part")
    assert sum(each.kind == "gap" for each in pattern.seams) == 1


def test_seams_that_are_bound_are_told_together() -> None:
    said = next(str(each.step.text) for each in make("roll-top").steps if "tube" in str(each.step.title))
    assert "front to back at both ends" in said
    assert "before the next one is sewn" in said


@pytest.mark.parametrize(("preset", "first"), [("roll-top", "one sealed end"), ("square-daypack", "the upper end of")])
def test_webbing_is_sealed_before_anything_is_done_with_it(preset: str, first: str) -> None:
    told = [str(each.step.text) for each in make(preset).steps]
    said = next(each for each in told if first in each)
    assert said.index("Seal the cut ends of the webbing") < said.index(first)
    assert not any(
        "Seal the cut ends" in each for each in told if "ladder lock, from below" in each or "slider" in each
    )


@pytest.mark.parametrize(("preset", "between"), [("box-bag", "the lid"), ("messenger", "the flap")])
def test_what_hangs_at_the_rim_lies_between_the_bag_and_its_lining(preset: str, between: str) -> None:
    assert f"right sides together, with {between} between them." in _text(make(preset), "rim")


def test_tabs_on_either_side_of_a_bag_are_told_by_their_side() -> None:
    said = _text(make("box-bag"), "side-left to back")
    assert "the side tab on the left of the bag to the cross of front, sides and base" in said
    assert "the side tab on the right of the bag to the back" in said


def test_a_pocket_that_is_sewn_on_to_a_band_is_basted_to_its_edges() -> None:
    pattern = make("daypack")
    bottle = next(each.id for each in pattern.draft.panels if each.id.startswith("bottle"))
    basted = [each for each in _order(pattern) if each.do is Verb.BASTE and bottle in {s.panel for s in each.pieces}]
    assert {where.panel for each in basted for where in each.on} == {"base-band"}


@pytest.mark.parametrize("bag", [{"style": "bucket"}, {"style": "bucket", "build": "front-wrapped"}, {"style": "tote"}])
def test_facings_are_sewn_to_flat_lining_pieces_and_its_gap_is_told_once(bag: dict[str, str]) -> None:
    """Its gap may lie in a side seam, of which only a part goes on to the facing."""
    pattern = make(bag | {"lining": {"facing": "50 mm"}})
    sewn = [seam for each in _order(pattern) if each.do is Verb.SEW for seam in each.seams]
    joins = [each for each in sewn if each.endswith("facing line")]
    lining = {run.panel for name in joins for run in (*pattern.seams[name].a, *pattern.seams[name].b)}
    others = [
        name
        for name in sewn
        if name not in joins and lining & {run.panel for run in (*pattern.seams[name].a, *pattern.seams[name].b)}
    ]
    assert len(joins) == 2
    assert max(map(sewn.index, joins)) < min(map(sewn.index, others))
    assert sum("mm open" in str(each.step.text).replace("\xa0", " ") for each in pattern.steps) == 1


@pytest.mark.parametrize("width", ["34 cm", "36 cm"])
def test_a_tube_has_a_side_and_a_base_and_a_handle_on_each_edge(width: str) -> None:
    """Of a bag as wide as it is high the two seams are as long as each other, and still no pair of sides."""
    bag = make({"style": "tote", "build": "tube", "dimensions": {"width": width}})
    told = " ".join(str(step.step.text) for step in bag.steps)
    assert "front right to back left of front and back" in told
    assert "front bottom to back bottom of front and back" in told
    assert "at both ends. Match" not in told
    assert "both ends of one handle to the front and back between their notches, along front top" in told
    assert "the other along back top" in told


def test_a_felled_tube_tells_which_allowance_is_folded_over() -> None:
    lining = {"kind": "none", "seams": "felled"}
    tube = make({"style": "tote", "build": "tube", "materials": {"shell": "canvas"}, "lining": lining})
    told = " ".join(str(step.step.text) for step in tube.steps)
    folded = {run.on for seam in tube.seams if seam.enclosed for run in seam.b}
    assert folded == {"back left", "back bottom"}
    assert "Fold the allowance of back left and back bottom round the raw edge" in told
    assert "that piece" not in told


def test_a_folded_bag_has_a_side_at_both_ends() -> None:
    bag = make({"style": "tote", "build": "folded"})
    assert any("the sides of front and back at both ends" in str(step.step.text) for step in bag.steps)


@pytest.mark.parametrize(("shell", "held"), [("canvas", "pin it clear"), ("leather", "hold it with a clip, clear")])
def test_ties_are_pinned_where_pins_leave_no_holes(shell: str, held: str) -> None:
    roll = make("tool-roll", {"materials.shell": shell})
    (told,) = (str(each.step.text) for each in roll.steps if "Baste the ties" in str(each.step.title))
    assert held in told
