"""Figures of steps: true distances, pieces on the right side of their seam, the kinds that a bag is to have."""

from __future__ import annotations

from itertools import pairwise

import pytest

import bagpattern
from bagpattern.drawing.model import Shape, Text
from bagpattern.drawing.steps import Figure, figures
from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.lays import lay
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.peeled import peeled
from bagpattern.drawing.steps.shapes import in_shares
from bagpattern.drawing.steps.signs import stack
from bagpattern.drawing.steps.view import View
from bagpattern.export.svg import svg_text
from bagpattern.geometry.cloths import along, area_of, box_area, distance, placed, together
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SeamKind

BAGS = ("mini-backpack", "tote-work", "duffle")


def of_kind(pattern: Pattern, kind: str) -> list[Figure]:
    return [each for step in figures(pattern).values() for each in step if each.kind == kind]


def texts(figure: Figure) -> list[str]:
    return [each.content for each in figure.drawing.items if isinstance(each, Text)]


@pytest.fixture(scope="module")
def backpack() -> Pattern:
    return bagpattern.make("mini-backpack")


def test_a_zip_tells_the_length_of_its_seam(backpack: Pattern) -> None:
    shown = {operation: texts(each) for each in of_kind(backpack, "zip") for operation in each.operations}
    assert backpack.units.figure(backpack.length("main zip")) in shown["sew main zip"]
    assert backpack.units.figure(backpack.length("front-pocket zip")) in shown["sew front-pocket zip"]


def test_a_strip_tells_its_width_as_it_is_folded(backpack: Pattern) -> None:
    panel = backpack["shoulder-strap"].panel
    left, bottom, right, top = panel.stitching_line.bounds
    wide = min(right - left, top - bottom)
    told = {backpack.units.figure(wide / share) for share in (1, 2, 4)}
    figure = next(each for each in of_kind(backpack, "strip") if "sew shoulder-strap 1 long edge" in each.operations)
    assert told <= set(texts(figure))


def test_the_gap_is_told_where_the_lining_is_sewn(backpack: Pattern) -> None:
    gap = backpack.units.figure(backpack.length("lining-front to base band gap"))
    figure = next(each for each in of_kind(backpack, "curved") if "sew lining-front to base band 1" in each.operations)
    assert gap in texts(figure)


def test_a_patch_tells_how_far_it_is_from_the_edge(backpack: Pattern) -> None:
    panel = backpack["lining-back"].panel
    path = panel.along(next(each.a[0].on for each in backpack.seams if each.id == "slip-pocket to lining-back")).path
    beneath = path.bounds[1] - panel.stitching_line.bounds[1]
    figure = next(each for each in of_kind(backpack, "patch") if "sew slip-pocket to lining-back" in each.operations)
    assert backpack.units.figure(beneath) in texts(figure)


def test_a_figure_has_the_numbers_of_its_pieces(backpack: Pattern) -> None:
    figure = next(each for each in of_kind(backpack, "join") if "sew band right end" in each.operations)
    seam = backpack.seams["band right end"]
    assert {str(backpack[run.panel].number) for run in (*seam.a, *seam.b)} <= set(texts(figure))


@pytest.mark.parametrize("name", BAGS)
def test_both_parts_of_a_lay_are_on_the_same_side_of_the_seam(name: str) -> None:
    pattern, before, tried = bagpattern.make(name), list[str](), 0
    for step in pattern.steps:
        for each in step.step.operations:
            if each.do is Verb.SEW:
                seam, hand = pattern.seams[each.seams[0]], Hand(pattern, before)
                found = lay(hand, seam) if seam.kind is SeamKind.PLAIN else None
                if found and not found.half:
                    strip = along(found.line, 8)
                    under, top = (
                        together(placed(hand.net(sheet), place) for sheet, place in group.items()).intersection(strip)
                        for group in (found.under, found.top)
                    )
                    assert under.intersection(top).area > 0.8 * min(under.area, top.area), seam.id
                    tried += 1
                before.append(each.seams[0])
    assert tried > 1


def test_the_same_bag_gives_the_same_figures() -> None:
    one, other = (figures(bagpattern.make("box-pouch")) for _ in range(2))
    assert [svg_text(x.drawing) for v in one.values() for x in v] == [
        svg_text(x.drawing) for v in other.values() for x in v
    ]
    assert {each.kind for step in one.values() for each in step} >= {"join", "zip"}


def test_a_window_tells_how_wide_it_is_and_where_its_slit_forks(backpack: Pattern) -> None:
    lines = {each.name: each.path for each in backpack["back-pocket-bag"].panel.lines}
    left, low, _, high = lines["back-pocket window"].bounds
    fork = lines["back-pocket window slit"].bounds[0] - left
    (figure,) = of_kind(backpack, "window")
    assert {backpack.units.figure(mm) for mm in (high - low, fork)} <= set(texts(figure))


def test_a_bag_closed_behind_its_window_tells_its_width(backpack: Pattern) -> None:
    left, _, right, _ = backpack["back-pocket-bag"].panel.stitching_line.bounds
    (figure,) = of_kind(backpack, "bag")
    assert backpack.units.figure(right - left) in texts(figure)
    assert len(figure.operations) == 3


def test_a_pocket_behind_a_zip_names_its_layers_and_its_depth(backpack: Pattern) -> None:
    (figure,) = of_kind(backpack, "opened")
    names = ("front-upper", "front-lower", "front-pocket-facing", "front-pocket-backing")
    _, low, _, high = backpack["front-lower"].panel.stitching_line.bounds
    assert {str(backpack[each].number) for each in names} | {backpack.units.figure(high - low)} <= set(texts(figure))


def test_the_ends_of_a_zip_tell_the_tape_and_how_far_it_goes_under_its_tab(backpack: Pattern) -> None:
    zip_notion = next(each for each in backpack.notions if each.id == "main zip")
    (figure,) = of_kind(backpack, "ended")
    lines = {each.name: each.path.start.imag for each in backpack["zip-tab"].panel.lines}
    under = lines["fold"] - lines["tape end"]
    assert {backpack.units.figure(mm) for mm in (zip_notion.length or 0.0, under, lines["fold"])} <= set(texts(figure))


def test_the_end_of_a_strap_tells_how_much_of_it_is_folded(backpack: Pattern) -> None:
    found = {each.operations[-1]: texts(each) for each in of_kind(backpack, "threaded")}
    panel = backpack["crossbody-strap"].panel
    lines = {each.holds: each.path.start.imag for each in panel.lines}
    top = panel.stitching_line.bounds[3]
    assert backpack.units.figure(lines["crossbody slider"]) in found["sew crossbody-strap to slider"]
    assert backpack.units.figure(top - lines["crossbody swivel"]) in found["sew crossbody-strap to swivel"]


def test_a_snap_is_set_at_its_mark_with_its_true_distances() -> None:
    clutch = bagpattern.make("clutch")
    hole = next(each for each in clutch["front"].panel.holes if each.holds == "flap magnetic-snap")
    left, low, right, high = clutch["front"].panel.stitching_line.bounds
    across = min(hole.at.real - left, right - hole.at.real)
    up = min(hole.at.imag - low, high - hole.at.imag)
    figure = next(each for each in of_kind(clutch, "marked") if "insert flap magnetic-snap (2)" in each.operations)
    assert {clutch.units.figure(mm) for mm in (across, up)} <= set(texts(figure))


def test_a_hem_tells_how_far_it_is_turned_and_is_stitched_from_side_to_side() -> None:
    bag = bagpattern.make("roll-top")
    figure = next(each for each in of_kind(bag, "hemmed") if "hem front" in each.operations)
    (turns,) = {each.turns for step in bag.steps for each in step.step.operations if each.id == "hem front"}
    assert sum(turns) == pytest.approx(bag["front"].allowances["top"])
    assert {bag.units.figure(each) for each in turns} <= set(texts(figure))
    assert {str(bag["front"].number), str(bag["back"].number)} <= set(texts(figure))


def test_nothing_is_drawn_over_a_letter() -> None:
    canvas = Canvas()
    canvas.disc(20 + 20j, "7")
    canvas.text(40 + 20j, "38.5")
    canvas.line("guide", 5 + 20j, 60 + 20j)
    items = list(canvas.drawing("").items)
    first = next(at for at, each in enumerate(items) if isinstance(each, Text))
    assert [each.content for each in items if isinstance(each, Text)] == ["7", "38.5"]
    assert not [each for each in items[first:] if isinstance(each, Shape) and each.role.endswith("guide")]


def test_no_number_lies_on_what_stands_at_the_foot() -> None:
    canvas = Canvas()
    canvas.cloth(box_area(5, 12, 60, 40), Tone.SHELL, True)
    canvas.disc(50 + 8j, "7")
    stack(canvas, 45 + 6j, [(Tone.SHELL, True, "1"), (Tone.LINING, False, "2")])
    found = {each.content: each for each in canvas.drawing("").items if isinstance(each, Text)}
    assert found["7"].y > max(found["1"].y, found["2"].y) + 5


def test_webbing_tells_how_far_apart_it_lies_and_how_far_from_the_edge() -> None:
    bag = bagpattern.make("duffle")
    spans = [(each.path.start.real, each.path.end.real) for each in bag["front"].panel.lines if each.holds == "handles"]
    (first, inner), (second, _) = sorted(spans)
    left = bag["front"].panel.stitching_line.bounds[0]
    told = {bag.units.figure(first - left), bag.units.figure(second - inner)}
    figure = next(each for each in of_kind(bag, "wrapped") if "topstitch handles" in each.operations)
    assert told <= set(texts(figure))


def test_each_stiffening_is_shown_with_its_panel() -> None:
    bag = bagpattern.make("basket-bag")
    (figure,) = of_kind(bag, "backed")
    backed = [each for each in bag.pieces if each.panel.stiffens]
    assert {f"{each.number} + {bag[each.panel.stiffens].number}" for each in backed} <= set(texts(figure))


def test_a_layer_on_the_right_side_shows_what_lies_between() -> None:
    bag = bagpattern.make("daypack")
    figure = next(each for each in of_kind(bag, "on") if "baste laptop-sleeve" in each.operations)
    operation = next(o for step in bag.steps for o in step.step.operations if o.id == "baste laptop-sleeve")
    layers = {each.panel for each in operation.pieces} | {each.panel for each in operation.on}
    assert len(layers) == 3
    assert {str(bag[each].number) for each in layers} <= set(texts(figure))


@pytest.mark.parametrize(("name", "step"), [("clutch", "baste flap"), ("tote-work", "baste zip-strip 2")])
def test_what_hangs_by_an_edge_shows_every_layer_and_that_edge_only(name: str, step: str) -> None:
    bag = bagpattern.make(name)
    figure = next(each for each in of_kind(bag, "hung") if step in each.operations)
    operation = next(o for each in bag.steps for o in each.step.operations if o.id == step)
    layers = {each.panel for each in operation.pieces} | {each.panel for each in operation.on}
    assert {str(bag[each].number) for each in layers} <= set(texts(figure))
    seams = (each for each in figure.drawing.items if each.role.endswith("-seam") and isinstance(each, Shape))
    bounds = [path.bounds for each in seams for path in each.paths]
    assert len([1 for left, _, right, _ in bounds if right - left > 1]) == 1
    assert all(right - left < 0.1 or top - low < 0.1 for left, low, right, top in bounds)


def test_ends_are_basted_where_the_edge_that_is_told_lies() -> None:
    bag = bagpattern.make("basket-bag")
    figure = next(
        each for each in of_kind(bag, "caught") if "baste handle 1 for collar-front to rim" in each.operations
    )
    operation = next(
        o for s in bag.steps for o in s.step.operations if o.id == "baste handle 1 for collar-front to rim"
    )
    assert bag.units.figure(operation.on[0].start or 0.0) in texts(figure)


@pytest.mark.parametrize("copy", ["right", "left"])
def test_an_end_is_sewn_round_the_panel_that_it_hangs_together_with(copy: str) -> None:
    bag = bagpattern.make("handbag")
    figure = next(each for each in of_kind(bag, "curved") if f"sew end-{copy} to zip panel" in each.operations)
    halves = ("zip-panel-front", "zip-panel-back")
    assert {str(bag[each].number) for each in (f"end-{copy}", *halves)} <= set(texts(figure))


def test_distances_are_written_as_in_the_language() -> None:
    figure = next(each for each in of_kind(bagpattern.make("roll-top", {"language": "de"}), "caught"))
    assert "107,3" in texts(figure)


def test_lines_tell_how_far_they_are_apart_and_from_the_nearer_edge() -> None:
    bag = bagpattern.make("messenger-organiser")
    panel = bag["front"].panel
    (figure,) = of_kind(bag, "lined")
    at = sorted(panel.along(bag.seams[name.removeprefix("sew ")].a[0].on).path.start.real for name in figure.operations)
    left, _, right, _ = panel.stitching_line.bounds
    gaps = {bag.units.figure(b - a) for a, b in pairwise(at)}
    assert len(at) == len(figure.operations) == 4
    assert gaps | {bag.units.figure(min(at[0] - left, right - at[-1]))} <= set(texts(figure))


def test_a_board_is_told_as_it_is_cut_and_is_in_one_figure_with_its_cover() -> None:
    bag = bagpattern.make("duffle")
    (figure,) = of_kind(bag, "boarded")
    assert {bag.units.figure(mm) for mm in bag.notions["base-insert board"].sides} <= set(texts(figure))
    assert {"cut base-insert board", "turn base-insert", "insert base-insert", "put base-insert"} == {
        *figure.operations
    }


def test_a_collar_is_sewn_to_the_rim_by_its_allowance_shell_and_lining() -> None:
    bag = bagpattern.make("basket-bag")
    shown = {each.operations[0]: set(texts(each)) for each in of_kind(bag, "collared")}
    for prefix in ("", "lining-"):
        own = shown[f"sew {prefix}collar-front to rim"]
        pieces = {str(bag[f"{prefix}{name}"].number) for name in ("front", "collar-front")}
        assert {*pieces, bag.units.figure(bag[f"{prefix}front"].allowances["top"])} <= own


@pytest.mark.parametrize("prefix", ["", "lining-"])
def test_the_ends_of_a_tube_and_its_four_corners_are_shown_once(prefix: str) -> None:
    bag = bagpattern.make("box-pouch")
    ends = {f"sew {prefix}{side} end" for side in ("right", "left")}
    corners = {f"sew {prefix}{face} {side} corner" for face in ("front", "back") for side in ("right", "left")}
    tube = next(each for each in of_kind(bag, "tube") if ends == set(each.operations))
    assert bag.units.figure(bag.length(f"{prefix}right end")) in texts(tube)
    boxed = next(each for each in of_kind(bag, "boxed") if corners <= set(each.operations))
    assert {bag.units.figure(bag.length(f"{prefix}front right corner")), "\N{MULTIPLICATION SIGN} 4"} <= set(
        texts(boxed)
    )


def test_an_outline_in_shares_has_no_point_twice() -> None:
    square = [0j, 10 + 0j, 10 + 10j, 10j]
    assert len(in_shares(area_of([*square[:3], square[2] + 1e-12 - 1e-12j, square[3]]))) == 4


def test_no_corner_is_folded_back_that_a_fold_has_cut_off() -> None:
    cut_off = area_of([0j, 100 + 0j, 100 + 20j, 20 + 100j, 100j])
    sewn = [[0j, 100 + 0j], [0j, 100j]]
    (rest,), _ = peeled([cut_off], sewn, View([cut_off], (0, 0, 60, 60)))
    assert distance(rest, 60 + 60j) < 1e-6
