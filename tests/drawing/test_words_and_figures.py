"""That words and figures of a step which say different things are found: tests/contract asks it of every bag."""

from __future__ import annotations

import pytest

from bagpattern.drawing.steps import hand
from tests.drawing.agreeing import disagreements
from tests.drawing.booklets import preset


def test_a_figure_that_tells_other_numbers_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    told = hand.Hand.told
    monkeypatch.setattr(hand.Hand, "told", lambda self, mm: told(self, mm + (7.0 if mm > 100 else 0.0)))
    preset.cache_clear()
    assert any("neither told" in each for each in disagreements(preset("clutch")))
    monkeypatch.undo()
    preset.cache_clear()


def test_a_figure_with_another_piece_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand.Hand, "number", lambda self, sheet: str(self.pattern[sheet.panel].number + 40))
    preset.cache_clear()
    assert any("is not drawn" in each for each in disagreements(preset("clutch")))
    monkeypatch.undo()
    preset.cache_clear()
