"""That words and figures of a step which say different things are found: tests/contract asks it of every bag."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bagpattern.drawing.steps import boarded, boxed, closed, ends, hand, hem_section, join, rim, rolled, tabbed
from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.signs import d_ring, times
from bagpattern.model.operation import Sheet
from tests.drawing.agreeing import disagreements
from tests.drawing.booklets import preset


@pytest.fixture(autouse=True)
def _drawn_anew() -> Iterator[None]:
    """What was drawn before nothing was wrong is not kept, nor is what was drawn wrong."""
    preset.cache_clear()
    yield
    preset.cache_clear()


def test_a_figure_that_tells_other_numbers_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    told = hand.Hand.told
    monkeypatch.setattr(hand.Hand, "told", lambda self, mm: told(self, mm + (7.0 if mm > 100 else 0.0)))
    assert any("neither told" in each for each in disagreements(preset("clutch")))


def test_a_figure_with_another_piece_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand.Hand, "number", lambda self, sheet: str(self.pattern[sheet.panel].number + 40))
    assert any("is not drawn" in each for each in disagreements(preset("clutch")))


def test_a_roll_that_turns_more_often_than_told_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    spiral = rolled._spiral
    monkeypatch.setattr(rolled, "_spiral", lambda start, turns: spiral(start, turns + 1))
    assert any("rolled 4.0 times, not 3" in each for each in disagreements(preset("roll-top")))


def test_a_box_without_its_cross_and_a_wrong_count_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabbed, "seam", lambda *_, **__: None)
    monkeypatch.setattr(tabbed, "times", lambda canvas, count, at: times(canvas, count + 5, at))
    found = [*disagreements(preset("roll-top"))]
    assert any("told, and none is drawn" in each for each in found)
    assert any("drawn for 7" in each for each in found)


def test_notches_that_are_told_and_not_drawn_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    line = Canvas.line
    monkeypatch.setattr(
        Canvas, "line", lambda self, kind, *points: None if kind == "notch" else line(self, kind, *points)
    )
    found = [*disagreements(preset("box-pouch"))]
    assert any("1 ends are told to lie between notches, and 0 are drawn" in each for each in found)
    assert any("notches are told to be matched, and none is drawn" in each for each in disagreements(preset("clutch")))


def test_a_ring_that_lies_outward_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ends, "d_ring", lambda canvas, at, way, width: d_ring(canvas, at - 30 * way, way, width))
    assert any("does not lie inward" in each for each in disagreements(preset("box-pouch")))


def test_a_length_that_is_not_told_and_a_section_through_others_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hem_section.HemSection, "draw", lambda _: None)
    wrong = Sheet("card-pocket")
    monkeypatch.setattr(join._Joined, "_sewn", lambda _: (wrong, wrong))
    found = [*disagreements(preset("clutch"))]
    assert any("hem card-pocket leaves or turns 20, which is not told" in each for each in found)
    assert any("which no seam joins" in each for each in found)


def test_a_length_that_stands_in_words_alone_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boarded, "dimension", lambda *_: None)
    assert any("2 mm is told and not drawn: Cut the board" in each for each in disagreements(preset("duffle")))


def test_a_gap_and_a_boxed_corner_with_another_length_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (closed, boxed):
        dimension = module.dimension
        monkeypatch.setattr(
            module, "dimension", lambda c, a, b, told, *more, d=dimension: d(c, a, b, f"9{told}", *more)
        )
    found = [*disagreements(preset("box-pouch"))]
    assert {kind for kind in ("closed", "boxed") if any(f"{kind}: 9" in each for each in found)} == {"closed", "boxed"}


def test_notches_of_a_rim_that_are_told_and_not_drawn_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rim, "notch_rim", lambda *_, **__: None)
    assert any("rim: the words of sew rim speak of notches" in each for each in disagreements(preset("clutch")))
