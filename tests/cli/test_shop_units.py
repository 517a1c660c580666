"""Inches as shops speak them: trade sizes, zips in whole inches, allowances on a ruler's marks, sums that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest

from bagpattern import make
from bagpattern.drawing.guide.buying import asked_for
from bagpattern.export._costs import labour_text
from bagpattern.export._shopping import needs, shopping_text
from bagpattern.language import Teller
from bagpattern.layout.plans import possible_lays
from bagpattern.layout.prices import Prices
from bagpattern.layout.together import Ordered
from bagpattern.model.edge import Edge
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.preset import preset_names
from bagpattern.ruler import trade_size
from bagpattern.said import Length, Scale
from bagpattern.units import BOTH, INCHES, METRIC, Units, parse_length

PRESETS = ["crossbody", "tote-work"]
SAMPLE = [(name, unit) for at, name in enumerate(preset_names()[::6]) for unit in (("mm", "in")[at % 2],)]
"""Others, each in one of both units: all presets in both cost too much."""


def read(figure: str) -> Fraction:
    return sum((Fraction(each) for each in figure.split()), Fraction())


def sides(piece: Piece) -> Iterator[tuple[str, str]]:
    """Of a rectangle: the edges left and right, then those below and above."""
    left, bottom, right, top = piece.panel.stitching_line.bounds
    for at, part in ((left, "real"), (bottom, "imag")):
        low = [e.name for e in piece.panel.edges if _on(e, at, part)]
        high = [e.name for e in piece.panel.edges if _on(e, right if part == "real" else top, part)]
        if len(low) == len(high) == 1:
            yield low[0], high[0]


def _on(edge: Edge, at: float, part: str) -> bool:
    return all(abs(getattr(each, part) - at) < 1e-6 for each in (edge.path.start, edge.path.end))


@pytest.fixture(scope="module", params=[(name, unit) for name in PRESETS for unit in ("mm", "in")], ids=str)
def pattern(request: pytest.FixtureRequest) -> Pattern:
    name, unit = request.param
    return make(name, {"units": unit})


def adding_up(pattern: Pattern) -> int:
    """Finished size and allowances, as they are printed, are the size to cut, as it is printed: so many times."""
    tell, added = pattern.tell, 0
    for row in pattern.cut_list:
        piece = pattern[row.piece]
        left, bottom, right, top = piece.panel.stitching_line.bounds
        along = zip(sides(piece), (right - left, top - bottom), (row.width, row.height), strict=False)
        for (low, high), net, cut in along if row.shape == "rectangle" and len(piece.panel.edges) == 4 else ():
            printed = [read(tell.figure(each)) for each in (net, piece.allowances[low], piece.allowances[high])]
            assert sum(printed) == read(tell.figure(cut)), (row.piece, printed)
            added += 1
    return added


def test_what_is_printed_of_pieces_adds_up(pattern: Pattern) -> None:
    assert adding_up(pattern) >= 6


@pytest.mark.parametrize(("name", "unit"), SAMPLE)
def test_what_is_printed_of_other_pieces_adds_up(name: str, unit: str) -> None:
    adding_up(make(name, {"units": unit}))


def test_what_a_list_prints_adds_up(pattern: Pattern) -> None:
    """Masses, prices by line, minutes by what is done, and both of the last."""
    plans, _ = possible_lays(pattern)
    prices = Prices("", {each.key: 3.337 for each in needs(pattern, plans, 1)}, "")
    told = shopping_text(pattern, plans, 1, prices)
    whole, part, rest = map(float, re.findall(r"([\d.]+) (?:g|oz)\b", told)[-3:])
    assert part + rest == pytest.approx(whole)
    listed = [float(each) for each in re.findall(r"at 3.34: ([\d.]+)$", told, re.MULTILINE)]
    (total,) = re.findall(r"^Total: ([\d.]+)$", told, re.MULTILINE)
    assert sum(listed) == pytest.approx(float(total), abs=1e-6)
    labour = labour_text([Ordered(pattern, 1)], 19.0, prices, float(total))
    minutes = [int(each) for each in re.findall(r"^- [a-z ]+: (\d+) min$", labour, re.MULTILINE)]
    told_minutes, cost = re.findall(r"^Labour: (\d+) min, .*: ([\d.]+)$", labour, re.MULTILINE)[0]
    (both,) = re.findall(r"^Materials and labour: ([\d.]+)$", labour, re.MULTILINE)
    assert sum(minutes) == int(told_minutes)
    assert float(total) + float(cost) == pytest.approx(float(both), abs=1e-6)


@pytest.mark.parametrize(
    ("mm", "inches"),
    [
        (10, "3/8"),
        (15, "5/8"),
        (18, "3/4"),
        (19, "3/4"),
        (20, "3/4"),
        (25, "1"),
        (32, "1 1/4"),
        (38, "1 1/2"),
        (50, "2"),
    ],
)
def test_hardware_has_the_size_of_the_trade(mm: float, inches: str) -> None:
    assert Teller(INCHES)(Length(mm, Scale.TRADE)) == f"{inches} in"
    assert Teller(METRIC)(Length(mm, Scale.TRADE)) == f"{mm} mm"
    assert trade_size(mm) == parse_length(f"{inches} in")


def test_nineteen_millimetres_are_a_size_that_is_sold() -> None:
    assert "webbing" not in str(make("tote", {"handles.width": "19 mm"}).findings)


def test_what_is_bought_in_inches() -> None:
    """Rings of 3/4 in, a zip in whole inches that is shortened, cloth of 44 and 60 in, allowances of 3/8 in."""
    bag = make("mini-backpack", {"units": "in"})
    ring, closed = bag.notions["side-tab ring"], bag.notions["back-pocket zip"]
    assert bag.tell(ring.size) == "3/4 in"
    assert bag.tell(closed.note).startswith("6 in closed, shorten to 5 1/2 in;")
    assert bag.tell(closed.ask_for) == "6 in"
    assert [bag.tell(each) for each in asked_for(bag.notions["thread"], bag) if each][2].endswith(" yd long")
    assert bag.tell(bag.notions["main zip"].ask_for) == "18 in"
    assert {each.id: bag.tell.length(each.width) for each in bag.materials}["shell"] == "54 in"
    assert {bag.tell.length(each) for each in bag["back"].allowances.values()} == {"3/8 in"}
    assert {*bag["back"].allowances.values()} == {9.525}


def test_both_units_stand_beside_each_other() -> None:
    tell = Teller(Units(BOTH), "de")
    assert tell.length(12.5) == "12,5 mm (1/2 Zoll)"
    assert tell.figure(240) == "240 (9 7/16)"
    bag, metric = make("crossbody", {"units": "both"}), make("crossbody")
    assert bag.tell(bag.notions["side-tab ring"].size) == "20 mm (3/4 in)"
    assert bag["front"].allowances == metric["front"].allowances
    assert bag.tell(bag["side-tab"].label[0]) == "41 x 50 mm (1 5/8 x 1 15/16 in) before folding"
