"""How straps, handles and tabs are made: what goes on before what is sewn, how much lies under the anchor."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.geometry import areas
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.pattern import Pattern, Severity


def made(style: str = "mini-backpack", **settings: Any) -> Pattern:
    """A bag without findings that stop it."""
    pattern = bagpattern.make({"style": style, **settings})
    assert not [each for each in pattern.findings if each.severity is Severity.ERROR]
    return pattern


def operations(pattern: Pattern) -> list[Operation]:
    return [operation for step in pattern.steps for operation in step.step.operations]


def place(pattern: Pattern, do: Verb, of: str) -> int:
    """Where the first operation of that kind is done that has a panel, a notion or a seam in hand."""

    def has(each: Operation) -> bool:
        return of in (*each.notions, *each.seams, each.around, *(sheet.panel for sheet in each.pieces))

    return next(at for at, each in enumerate(operations(pattern)) if each.do is do and has(each))


@pytest.mark.parametrize("tab", ["strap-tab", "side-tab"])
def test_a_tab_is_folded_round_its_ring_before_it_is_basted(tab: str) -> None:
    pattern = made()
    on, folded = place(pattern, Verb.THREAD, f"{tab} ring"), place(pattern, Verb.FOLD, f"{tab} ring")
    assert on < folded < place(pattern, Verb.BASTE, tab)
    basted = [each for each in operations(pattern) if each.do is Verb.BASTE and each.pieces[0].panel == tab]
    assert {(each.pieces[0].copy, each.on[0].panel) for each in basted} == {(1, "back"), (2, "back")}


def test_a_hook_goes_on_before_the_ends_of_its_loop_are_sewn() -> None:
    pattern = made(fittings=[{"name": "wrist strap", "kind": "wrist-strap"}])
    assert place(pattern, Verb.THREAD, "wrist-strap swivel") < place(pattern, Verb.SEW, "wrist-strap ends")


@pytest.mark.parametrize("kind", ["fabric", "webbing", "padded"])
def test_enough_of_each_end_lies_under_the_anchor_for_a_box(kind: str) -> None:
    """25 to 30 mm of straps and handle, marked on the back, and a box on the patch over each end."""
    pattern = made(straps={"kind": kind}, handle={"kind": "fabric" if kind == "padded" else kind})
    patch = areas.bounds([pattern.draft["strap-anchor"].stitching_line])
    boxes = [line for line in pattern.draft["strap-anchor"].lines if "box" in line.name]
    assert len(boxes) == 4
    for name in ("strap 1", "strap 2", "handle end 1", "handle end 2"):
        _, low, _, high = areas.bounds([pattern.draft["back"].along(name).path])
        assert 25 <= high - low <= 30
    for each in boxes:
        left, low, right, high = areas.bounds([each.path])
        assert patch[0] < left < right < patch[2]
        assert patch[1] < low < high < patch[3]
        assert high - low >= 20


def test_ends_from_above_and_below_do_not_meet_under_a_low_patch() -> None:
    back = made(anchor={"height": "30 mm"}).draft["back"]
    straps, handle = (areas.bounds([back.along(name).path]) for name in ("strap 1", "handle end 1"))
    assert straps[3] < handle[1]


def test_strips_are_cut_as_long_as_what_lies_under_the_anchor_asks() -> None:
    """The allowance of the end under the patch is that much; the other end keeps its own."""
    strap = made()["shoulder-strap"]
    assert strap.panel.edge("end").allowance == pytest.approx(28)
    assert strap.panel.edge("start").allowance is None


def test_webbing_is_basted_before_the_anchor_holds_it() -> None:
    pattern = made(straps={"kind": "webbing"}, handle={"kind": "webbing"})
    for notion in ("shoulder-strap", "handle"):
        at = place(pattern, Verb.BASTE, notion)
        assert operations(pattern)[at].goal == "strap-anchor to back"
        assert at < place(pattern, Verb.SEW, "strap-anchor to back")


@pytest.mark.parametrize("edges", ["bound", "turned", "raw"])
def test_foam_is_in_a_pad_before_it_is_closed(edges: str) -> None:
    pattern = made(straps={"kind": "padded", "edges": edges, "sternum": True})
    foam, around = place(pattern, Verb.BASTE, "shoulder-strap-foam"), "shoulder-strap 1 edges"
    assert foam < place(pattern, Verb.SEW, around) < place(pattern, Verb.SEW, "strap-anchor to back")
    assert place(pattern, Verb.BASTE, "lock-loop") < place(pattern, Verb.SEW, around)


def test_tape_is_folded_over_both_layers_of_a_pad() -> None:
    pattern = made(straps={"kind": "padded", "edges": "bound"})
    around = [place(pattern, Verb.SEW, f"shoulder-strap {copy} edges") for copy in (1, 2)]
    assert max(around) < place(pattern, Verb.BIND, "shoulder-strap") < place(pattern, Verb.SEW, "strap-anchor to back")


@pytest.mark.parametrize("fold", ["four", "two", "tube"])
@pytest.mark.parametrize(("shell", "ironed"), [("canvas", True), ("waxed-canvas", False)])
def test_what_must_not_be_ironed_is_creased(fold: str, shell: str, ironed: bool) -> None:
    pattern = made(straps={"kind": "fabric", "fold": fold}, materials={"shell": shell})
    of_strap = [each for each in operations(pattern) if any(at.panel == "shoulder-strap" for at in each.pieces)]
    assert any(each.heat for each in of_strap) is ironed


@pytest.mark.parametrize("kind", ["fabric", "webbing"])
def test_handles_are_sewn_on_while_their_panels_lie_flat(kind: str) -> None:
    pattern = made("tote", handles={"kind": kind, "ends": "sewn-on"})
    done = [at for at, each in enumerate(operations(pattern)) if each.do is Verb.TOPSTITCH and "handle" in str(each)]
    joins = [
        place(pattern, Verb.SEW, seam.id)
        for seam in pattern.draft.seams
        if seam.kind == "plain" and "front" in {run.panel for run in (*seam.a, *seam.b)}
    ]
    assert max(done) < min(joins)


def test_turning_a_part_leaves_the_bag_as_it_is() -> None:
    """A tube and the cover of a board are turned by themselves; the bag is turned once, through its gap."""
    board = {"name": "board", "kind": "base-insert"}
    pattern = made(handle={"kind": "rolled"}, fittings=[board])
    turned = {each.id: (each.through, each.out) for each in operations(pattern) if each.do is Verb.TURN}
    assert turned["turn handle"][0] == "handle long edge"
    assert turned["turn board"] == ("board open half", "right")
    assert len([each for each in turned.values() if each[0].endswith("gap")]) == 1
