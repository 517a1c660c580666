"""Figures of single kinds of work, on bags that have it: what is drawn is the pattern's."""

from __future__ import annotations

import pytest

from bagpattern.drawing.model import Shape, Text
from bagpattern.drawing.steps import Figure, figures
from bagpattern.drawing.steps.hand import Hand, sewn_in
from bagpattern.drawing.steps.kinds import Drawn, Scene, drawn
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from tests.drawing.booklets import preset


def shown(pattern: Pattern, operation: str) -> Drawn:
    """The figure of one operation, without those of all others."""
    before = list[Operation]()
    for each in pattern.steps:
        mine = each.step.operations
        at = next((n for n, one in enumerate(mine) if one.id == operation), None)
        if at is not None:
            found = drawn(Scene(Hand(pattern, sewn_in([*before, *mine[:at]])), mine[at], mine[at:], mine))
            assert found is not None
            return found
        before += mine
    raise AssertionError(operation)


def texts(figure: Drawn) -> set[str]:
    return {each.content for each in figure.canvas.items if isinstance(each, Text)}


@pytest.mark.parametrize(("name", "across"), [("box-bag", ["10", "7", "6", "2"]), ("tote", ["5", "4", "1"])])
def test_the_section_of_a_rim_is_where_something_is_caught_each_layer_on_its_like(name: str, across: list[str]) -> None:
    bold = [each for each in shown(preset(name), "sew rim").canvas.items if isinstance(each, Text) and each.bold]
    top = max(each.y for each in bold)
    row = sorted((each for each in bold if each.y > top - 0.1), key=lambda each: each.x)
    assert [each.content for each in row] == across


def test_elastic_takes_a_pocket_in_to_what_lies_between_its_ends() -> None:
    bag = preset("mini-backpack")
    figure = shown(bag, "thread bottle-pocket")
    piece, tape = bag["bottle-pocket"], bag.notions["bottle-pocket elastic"]
    between = (tape.length or 0.0) - piece.allowances["left"] - piece.allowances["right"]
    line = next(each for each in bag.seams if each.id == "bottle-pocket to base-band")
    assert figure.kind == "elastic"
    assert {bag.units.figure(between), bag.units.figure(bag.draft.side_length(line.a)), str(piece.number)} <= texts(
        figure
    )


def test_a_loop_of_webbing_is_folded_in_two_and_lies_on_the_edge_with_its_lock_inward() -> None:
    bag = preset("mini-backpack-l")
    figure = shown(bag, "fold lock-loop")
    assert {each.id for each in figure.operations} == {"fold lock-loop", "baste lock-loop"}
    told = {bag.units.figure(bag.notions["lock-loop"].length or 0.0), str(bag["shoulder-strap"].number)}
    assert told <= texts(figure)


@pytest.mark.parametrize(("name", "operation"), [("roll-top", "thread closing buckle"), ("fanny-pack", "fold belt")])
def test_an_end_that_is_folded_back_is_held_by_a_box(name: str, operation: str) -> None:
    figure = shown(preset(name), operation)
    assert figure.kind == "looped"
    assert len([each for each in figure.canvas.items if each.role.endswith("-seam")]) == 4


def test_a_piece_in_parts_is_folded_for_a_seam_of_its_own_corner() -> None:
    line = {"name": "hill", "kind": "across", "panel": "front", "left": "8 cm", "right": "7 cm"}
    bag = make({"extends": "box-bag", "style_lines": [line]})
    figure = shown(bag, "sew front to side-left")
    seam = bag.seams["front to side-left"]
    assert figure.kind == "join"
    assert {str(bag[run.panel].number) for run in (*seam.a, *seam.b)} <= texts(figure)


def test_the_seams_round_a_panel_in_parts_are_bound_in_one_figure() -> None:
    line = {"name": "hill", "kind": "down", "panel": "front", "base": "23 cm", "top": "23 cm"}
    bag = make({"style": "tote", "lining": {"kind": "none"}, "style_lines": [line]})
    figure = shown(bag, "bind right side")
    assert {each.id for each in figure.operations} == {"bind right side", "bind left side", "bind base seam"}
    assert {str(bag[f"front-hill-{each}"].number) for each in ("left", "right")} <= texts(figure)


def test_of_a_divided_panel_the_part_at_the_rim_is_hemmed() -> None:
    line = {"name": "hill", "kind": "across", "panel": "front", "left": "8 cm", "right": "7 cm"}
    bag = make({"extends": "roll-top", "style_lines": [line]})
    figure = shown(bag, "hem front-hill-lower")
    numbers = {name: str(bag[name].number) for name in ("front-hill-lower", "front-hill-upper", "back")}
    assert figure.kind == "hemmed"
    assert texts(figure) & {*numbers.values()} == {numbers["front-hill-upper"], numbers["back"]}


def test_both_ends_of_each_handle_are_sewn_on_in_one_figure() -> None:
    bag = make({"style": "tote", "lining": {"kind": "none"}})
    figure = shown(bag, "baste handle 1 for handle 1 right to front")
    step = next(each.step for each in bag.steps if any("handle 1 right" in name for name in each.step.seams))
    assert {each.id for each in step.operations if each.do is Verb.SEW} < {each.id for each in figure.operations}
    assert {str(bag[each].number) for each in ("handle", "front", "back")} <= texts(figure)


def test_a_flap_is_trimmed_and_stitched_along_its_free_edges_only() -> None:
    bag = preset("clutch")
    figure = shown(bag, "trim flap edge")
    assert {each.id for each in figure.operations} == {"trim flap edge", "topstitch flap"}
    assert {str(bag[each].number) for each in ("flap", "flap-lining")} <= texts(figure)
    lines = [path for each in _seams(figure) for path in each.paths if len(path.segments) > 1]
    assert lines
    assert all(abs(path.start - path.end) > 5 for path in lines)


def test_a_wall_is_topstitched_along_its_top() -> None:
    figure = shown(preset("camera-cube"), "fold divider")
    assert {each.id.split()[0] for each in figure.operations} == {"fold", "press", "topstitch"}
    (across,) = (path for each in _seams(figure)[:1] for path in each.paths)
    assert abs((across.end - across.start).imag) < 0.1


def test_a_pocket_as_wide_as_its_panel_is_basted_beside_and_below_not_above() -> None:
    bag = preset("tote-work")
    figure = shown(bag, "baste document-pocket")
    bounds = [path.bounds for each in _seams(figure)[:3] for path in each.paths]
    level = [box for box in bounds if box[3] - box[1] < 0.1]
    upright = [box for box in bounds if box[2] - box[0] < 0.1]
    assert (len(level), len(upright)) == (1, 2)
    assert level[0][1] <= min(box[1] for box in upright) + 1


def test_a_pocket_across_a_band_lies_between_its_edges_as_it_is_sewn_on() -> None:
    bag = preset("mini-backpack")
    figure = shown(bag, "sew bottle-pocket to base-band")
    assert {each.id for each in figure.operations} == {"sew bottle-pocket to base-band", "baste bottle-pocket (2)"}
    (base, *_), *sides = (each.paths for each in _seams(figure))
    assert len(sides) == 2
    assert all(abs(path.bounds[3] - path.bounds[1]) < 0.1 for paths in sides for path in paths)
    assert abs(base.bounds[2] - base.bounds[0]) < 0.1
    assert str(bag["bottle-pocket"].number) in texts(figure)


def test_a_divider_meets_its_strip_at_its_ends_and_its_middle() -> None:
    bag = preset("mini-backpack-organiser")
    figure = shown(bag, "baste divider")
    letters = [each.content for each in figure.canvas.items if isinstance(each, Text) and each.content in "abc"]
    assert sorted(letters) == ["a", "a", "b", "b", "c", "c"]
    numbers = {str(bag[each].number) for each in ("divider", "divider-back", "lining-base-band-back")}
    assert numbers <= texts(figure)
    apart = shown(bag, "fold divider line")
    assert {str(bag[f"lining-base-band-{each}"].number) for each in ("front", "back")} <= texts(apart)


@pytest.mark.parametrize(
    ("name", "kind", "operation"),
    [
        ("basket-bag", "corded", "thread drawstring"),
        ("mini-backpack-evening", "linked", "thread crossbody swivel"),
        ("daypack", "webbing", "baste key-leash"),
        ("tote", "turned", "turn the shell"),
    ],
)
def test_each_has_a_figure_of_its_own(name: str, kind: str, operation: str) -> None:
    assert shown(preset(name), operation).kind == kind


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("duffle", {"kind": "down", "panel": "lining-front", "base": "18 cm", "top": "17 cm"}),
        ("bucket", {"kind": "across", "panel": "lining-back", "left": "8 cm", "right": "7 cm"}),
        ("bucket", {"kind": "across", "panel": "front", "left": "8 cm", "right": "7 cm"}),
        ("pencil-case", {"kind": "across", "panel": "lining-back", "left": "8 cm", "right": "7 cm"}),
    ],
)
def test_a_lining_is_basted_in_one_figure_be_it_or_its_shell_divided(style: str, line: dict[str, str]) -> None:
    bag = make({"extends": style, "lining": {"kind": "bound"}, "style_lines": [{"name": "hill", **line}]})
    linings = {sheet for each in bag.steps for o in each.step.operations for sheet in o.pieces} & bag.draft.basted
    every = (each for step in figures(bag).values() for each in step if each.kind == "backed")
    (figure,) = (each for each in every if any("baste lining" in name for name in each.operations))
    assert len(figure.operations) == len(linings)
    said = (each.content for each in figure.drawing.items if isinstance(each, Text))
    told = {number for each in said for number in each.replace(" + ", ", ").split(", ")}
    assert {str(each.number) for each in bag.pieces if each.panel.role in (Role.BODY, Role.LINING)} <= told


def test_what_a_lining_is_basted_to_shows_that_from_inside() -> None:
    bag = make({"style": "tote", "lining": {"kind": "bound"}})
    inside = {"join", "bound", "boxed", "hemmed", "turned"}
    titles = [str(each.step.title) for each in bag.steps]
    first = titles.index("Baste the lining to the shell") + 1
    found = [each for step in bag.steps[first:] for each in figures(bag)[step.number]]
    assert {each.kind for each in found} == inside
    for each in found:
        roles = {item.role.partition("-")[2] for item in each.drawing.items if isinstance(item, Shape)}
        large = [item for item in each.drawing.items if isinstance(item, Shape) and item.role.endswith("shell-wrong")]
        assert any("lining-right" in role for role in roles), each.kind
        assert all(path.bounds[3] - path.bounds[1] < 8 for item in large for path in item.paths), each.kind


def test_a_figure_is_as_wide_as_what_is_on_it() -> None:
    found: list[Figure] = [each for step in figures(preset("clutch")).values() for each in step]
    for each in found:
        boxes = [item.box for item in each.drawing.items if isinstance(item, Text)]
        boxes += [path.bounds for item in each.drawing.items if isinstance(item, Shape) for path in item.paths]
        assert min(box[0] for box in boxes) == pytest.approx(1.0, abs=1.5)
        assert max(box[2] for box in boxes) == pytest.approx(each.width - 1.0, abs=1.5)
    assert len({round(each.width) for each in found}) > 1


def _seams(figure: Drawn) -> list[Shape]:
    return [each for each in figure.canvas.items if isinstance(each, Shape) and each.role.endswith("-seam")]
