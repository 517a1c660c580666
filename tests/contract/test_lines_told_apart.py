"""In black and white: what joins, what holds, and which way a fold goes; letters that are read at arm's length."""

from __future__ import annotations

from collections import Counter

import pytest

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.paper.sheets import sheets
from bagpattern.pipeline import make
from tests.drawing import seen


@pytest.fixture(scope="module")
def drawn() -> Drawing:
    return sheets(make("mini-backpack"))[0]


def _roles(drawing: Drawing, piece: str) -> Counter[str]:
    return Counter(each.role for each in seen.shapes(drawing) if each.piece == piece and "-line-" in each.id)


def test_a_pleat_goes_forward_at_its_edges_and_back_at_its_ground(drawn: Drawing) -> None:
    """A box pleat is folded four times: its two edges show, the two folds below the middle lie right side inside."""
    folds = {
        each.id.removeprefix("bottle-pocket-line-"): each.role for each in seen.shapes(drawn) if "-fold-" in each.id
    }
    found = {name: role for name, role in folds.items() if name.startswith("fold-")}
    assert found == {"fold-1": "fold", "fold-2": "fold-back", "fold-3": "fold-back", "fold-4": "fold"}


def test_boxes_that_hold_a_strap_are_drawn_otherwise_than_seams(drawn: Drawing) -> None:
    assert _roles(drawn, "strap-anchor")["box"] == 2


def test_the_legend_tells_the_lines_that_are_there_and_no_others(drawn: Drawing) -> None:
    told = {each.content for each in seen.texts(drawn)}
    assert {"fold back, right side inside", "box with a cross: it holds an end"} <= told
    plain = {each.content for each in seen.texts(sheets(make("flat-pouch"))[0])}
    assert not {"fold back, right side inside", "box with a cross: it holds an end"} & plain


def test_nothing_on_a_piece_is_smaller_than_two_and_a_half_millimetres(drawn: Drawing) -> None:
    assert min(each.size for each in seen.texts(drawn) if each.piece) >= 2.5


def test_pieces_that_could_be_turned_say_where_their_top_is(drawn: Drawing) -> None:
    """The pocket bag's window lies above its middle, the bottle pocket's channel at its top; the back has no twin."""
    assert {each.piece for each in seen.texts(drawn) if each.content == "top"} == {"back-pocket-bag", "bottle-pocket"}


def test_pages_that_lie_are_told_as_a_printer_calls_them() -> None:
    """What is chosen in the printer's window."""
    pages = sheets(make("flat-pouch"), "a4")
    told = " ".join(each.content for page in pages for each in seen.texts(page))
    assert "landscape" in told
