"""A booklet's pages with stand-ins for figures: plain squares with a number, of every preset the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache

import pytest

from bagpattern.drawing import figured
from bagpattern.drawing.booklet.booklet import booklet
from bagpattern.drawing.model import Drawing, Layer, Look, Shape, Text
from bagpattern.drawing.steps import Figure
from bagpattern.drawing.strokes import box_path
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import draft
from bagpattern.preset import read
from bagpattern.said import Name

WIDE, HIGH = 85.0, 40.0


@cache
def preset(name: str, language: str = "en", units: str = "mm") -> Pattern:
    """A shipped pattern that speaks a language."""
    return draft(read(name, {"language": language, "units": units}, called="--set"))


def stand_in(number: str, wide: float = WIDE) -> Figure:
    """A white plate on a black one: drawn the other way round, nothing of it would be seen."""
    items = (
        Shape("black", "black", (box_path(0.0, 0.0, wide, HIGH),)),
        Shape("white", "white", (box_path(5.0, 5.0, wide - 5.0, HIGH - 5.0),)),
        Text(wide / 2, HIGH / 2, 3.1, number, "middle"),
    )
    styles = {"black": Look(0.0, filled="#000000"), "white": Look(0.0, filled="#ffffff")}
    drawing = Drawing(wide, HIGH, (Layer("info", "Information", items),), styles=styles)
    return Figure(drawing, wide, HIGH, Name(f"stand-in {number}"), (), "stand-in")


def stand_ins(pattern: Pattern) -> Mapping[int, tuple[Figure, ...]]:
    """None, one or two for a step, by its number."""
    return {
        each.number: tuple(stand_in(f"{each.number}:{place}") for place in range(each.number % 3))
        for each in pattern.steps
    }


@contextmanager
def figures_of(found: Callable[[Pattern], Mapping[int, tuple[Figure, ...]]]) -> Iterator[None]:
    """Has every sheet show other figures."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figured, "figures", found)
        yield


def pages(pattern: Pattern, options: Options | None = None) -> tuple[Drawing, ...]:
    """The booklet of a pattern that nothing has been drawn of, with stand-ins."""
    with figures_of(stand_ins):
        return booklet(pattern, options or Options())
