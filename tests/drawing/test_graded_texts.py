"""One text for several sizes: their figures beside each other, and whose each one is."""

from __future__ import annotations

import pytest

from bagpattern.drawing.sizes.graded import graded, graded_lines, united
from bagpattern.language import Teller
from bagpattern.said import Length, Name, Said, Scale, Words
from bagpattern.units import Units
from bagpattern.words import counted, extent, series, words
from tests.drawing.sample import LABELS


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([words("finished {s}", s=extent(170.0, 220.0)), words("finished {s}", s=extent(210.0, 260.0))],
         "finished 170 x 220 / 210 x 260 mm"),
        ([Words("{10 mm} allowance"), Words("{10 mm} allowance")], "10 mm allowance"),
        ([words("cut {n}", n=2), words("cut {n}", n=3), words("cut {n}", n=2)], "cut 2 / 3 / 2"),
        ([words("fold {b} at {s}", b=Name("B3"), s=Length(each)) for each in (2.0, 4.0)], "fold B3 at 2 / 4 mm"),
        ([series((words("{s} long", s=Length(each)), Words("cut")), "; ") for each in (5.5, 7.0)],
         "5.5 / 7 mm long; cut"),
        ([counted("{count} page", "{count} pages of {s}", 2, s=Length(each)) for each in (5.0, 7.0)],
         "2 pages of 5 / 7 mm"),
        ([Words("cut on the fold"), Words("cut")], None),
        ([words("{page} page", page=Name(each)) for each in ("A4", "A3")], None),
        ([Name("50 mm lens"), Name("85 mm lens")], None),
    ],
)  # fmt: skip
def test_one_text_tells_the_figures_of_all(texts: list[Said], told: str | None) -> None:
    found = graded(texts)
    assert (found if found is None else str(found)) == told


def test_the_figures_of_all_are_told_in_the_makers_units_and_language() -> None:
    one = graded([words("{s}", s=extent(each, 220.0)) for each in (215.9, 228.6, 241.3)])
    assert one is not None
    assert Teller(Units("in"))(one) == "8 1/2 x 8 11/16 / 9 x 8 11/16 / 9 1/2 x 8 11/16 in"
    assert Teller(language="de")(one) == "215,9 x 220 / 228,6 x 220 / 241,3 x 220 mm"


def test_texts_of_other_words_say_whose_they_are() -> None:
    small, large = (words("a pocket of {size}", size=Length(each, Scale.CM)) for each in (20.0, 30.0))
    told = graded_lines(LABELS, {"s": Words("no pocket"), "m": small, "l": large})
    assert [*map(str, told)] == ["S: no pocket", "M, L: a pocket of 2 / 3 cm"]
    assert [*map(str, graded_lines(LABELS, {"l": large}))] == ["L: a pocket of 3 cm"]


def test_sequences_are_united_in_their_order() -> None:
    assert united(["abd", "acd", "xae"]) == ["x", "a", "e", "c", "b", "d"]
