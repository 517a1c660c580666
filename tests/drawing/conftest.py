"""What every test of the drawing looks at: one hand-made pattern, drawn once."""

from __future__ import annotations

import pytest

from bagpattern.drawing import Drawing, sheets
from bagpattern.drawing.paper.sheets import printed
from bagpattern.drawing.sizes.nest import Nest, nest
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make
from tests.drawing import sample
from tests.drawing.sample import SIZES


@pytest.fixture(scope="session")
def pattern() -> Pattern:
    """The sample pattern."""
    return sample.pattern()


@pytest.fixture(scope="session")
def full(pattern: Pattern) -> Drawing:
    """The sample on one sheet."""
    return sheets(pattern)[0]


@pytest.fixture(scope="session", params=["a4", "letter", "40x50cm", "a0"])
def pages(pattern: Pattern, request: pytest.FixtureRequest) -> tuple[Drawing, ...]:
    """The sample on pages, every piece drawn."""
    return printed(pattern, Options(request.param, rectangles="draw"))


@pytest.fixture(scope="session")
def patterns() -> tuple[Pattern, ...]:
    """The sizes of a bag."""
    return tuple(map(make, SIZES))


@pytest.fixture(scope="session")
def sizes(patterns: tuple[Pattern, ...]) -> Nest:
    """The sizes in each other."""
    return nest(patterns)
