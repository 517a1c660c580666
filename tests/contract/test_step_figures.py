"""Each operation of every shipped bag is in a figure that can be read and says what the words say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

import bagpattern
from bagpattern.drawing.lettering import CAPITAL
from bagpattern.drawing.model import Shape, Text
from bagpattern.drawing.steps import Figure, figures
from bagpattern.geometry.place import Box
from bagpattern.model.operation import Verb
from bagpattern.preset.shipped import preset_names
from tests.drawing.agreeing import disagreements

HEIGHT, DIGITS = 66.0, 2.15
"""mm: the most that a figure is high, and the least that a digit is."""
NEAR = 0.01


def boxes(figure: Figure) -> list[Box]:
    return [each.box for each in figure.drawing.items if isinstance(each, Text)]


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def illegible(figure: Figure) -> Iterator[str]:
    texts = boxes(figure)
    if any(meet(*pair) for pair in combinations(texts, 2)):
        yield "texts lie on each other"
    if any(left < 0 or low < 0 or right > figure.width or top > figure.height for left, low, right, top in texts):
        yield "a text leaves the figure"
    if any(each.size * CAPITAL < DIGITS for each in figure.drawing.items if isinstance(each, Text)):
        yield "a text is too small"
    if figure.height > HEIGHT:
        yield f"it is {figure.height:.0f} mm high"


def outside(figure: Figure) -> bool:
    bounds = [path.bounds for each in figure.drawing.items if isinstance(each, Shape) for path in each.paths]
    return any(low < -NEAR or top > figure.height + NEAR for _, low, _, top in bounds)


@pytest.mark.parametrize("name", preset_names())
def test_each_operation_is_in_a_figure_that_can_be_read(name: str) -> None:
    pattern = bagpattern.make(name)
    found = figures(pattern)
    for step in pattern.steps:
        shown = [each for figure in found[step.number] for each in figure.operations]
        every = [each.id for each in step.step.operations]
        assert len(shown) == len(set(shown)), step.number
        assert set(shown) <= set(every), step.number
        assert all(each.kind != "whole" for each in found[step.number]), step.number
        told = {each.id for each in step.step.operations if each.do is Verb.TELL}
        assert set(every) - set(shown) <= told, step.number
        for figure in found[step.number]:
            where = f"step {step.number}, {figure.kind}"
            assert not [f"{where}: {each}" for each in illegible(figure)]
            assert not outside(figure), where
            assert figure.alt, where
    assert not [*disagreements(pattern)]
