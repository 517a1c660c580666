"""Papers by their standards: ISO 216 halves the longer side, the American ones are whole and half inches."""

from __future__ import annotations

import math

import pytest

from bagpattern.layout.paper.pages import PAPERS, plotter


@pytest.mark.parametrize(("name", "inches"), [("letter", (8.5, 11)), ("legal", (8.5, 14))])
def test_american_papers(name: str, inches: tuple[float, float]) -> None:
    assert PAPERS[name] == pytest.approx(tuple(25.4 * each for each in inches))


@pytest.mark.parametrize("name", [name for name in PAPERS if name[1:].isdigit()])
def test_iso_papers(name: str) -> None:
    """A0 is a square metre, and every further one half of that before it."""
    wide, high = PAPERS[name]
    assert high / wide == pytest.approx(math.sqrt(2), rel=0.005)
    assert wide * high == pytest.approx(1e6 / 2 ** int(name[1:]), rel=0.01)


@pytest.mark.parametrize(
    ("text", "width", "is_roll"),
    [
        ("a0", 841.0, False),
        ("60 x 90 cm", 600.0, False),
        ("36in", 914.4, True),
        ("roll:90cm", 900.0, True),
        ("Roll: 24 in", 609.6, True),
    ],
)
def test_a_plotter_takes_a_sheet_or_a_roll_of_a_width(text: str, width: float, is_roll: bool) -> None:
    paper, endless = plotter(text)
    assert paper.width == pytest.approx(width)
    assert (endless, paper.height > 2000) == (is_roll, is_roll)


@pytest.mark.parametrize("text", ["roll:a0", "roll:60x90cm", "a00", "roll:1mm"])
def test_what_is_neither_sheet_nor_roll_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="roll"):
        plotter(text)
