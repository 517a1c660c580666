"""A stash of offcuts: what fits lies on sound cloth; what does not is named."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from bagpattern.errors import InputError
from bagpattern.geometry.placement import IDENTITY
from bagpattern.layout.blanks import Blank, Grade, blanks
from bagpattern.layout.cloth import Cloth, Order, cloth
from bagpattern.layout.engines.watch import Watch
from bagpattern.layout.offcut import Offcut
from bagpattern.layout.offcuts import read_offcuts
from bagpattern.layout.stash import faults_of, out_of
from bagpattern.layout.stash_search import squeezed
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.said import Name
from tests.lay.test_lays import blank, blank_lists, cloths

HIDE = Offcut("hide", "shell", (0j, 900 + 50j, 850 + 700j, 300 + 800j, 600j), ((400 + 300j, 40.0),))
SQUARE = Offcut("square", "shell", (0j, 500 + 0j, 500 + 500j, 500j))


@settings(max_examples=4)
@given(blank_lists, cloths)
def test_random_pieces_from_offcuts(cut: list[Blank], on: Cloth) -> None:
    assume(cut)
    outcome = out_of((HIDE, SQUARE), tuple(cut), on)
    assert [faults_of(each, cut, on) for each in outcome.filled] == [[], []]
    laid = sum(len(each.spots) for each in outcome.filled)
    assert laid + len(outcome.missing) == sum(len(each.copies) for each in cut)
    assert all(each.left >= -1.0 for each in outcome.filled)
    assert out_of((HIDE, SQUARE), tuple(cut), on) == outcome


def test_what_finds_no_room_is_named() -> None:
    on = Cloth("shell", Name("Canvas"), 900.0, "two-way")
    outcome = out_of((SQUARE,), (blank(500.0, 250.0, 2, name="fits"), blank(600.0, 20.0, name="long")), on)
    assert [str(each.title) for each in outcome.missing] == ["Long"]
    assert outcome.filled[0].left == pytest.approx(0.0, abs=1.0)


def test_a_piece_keeps_off_flaws() -> None:
    on = Cloth("shell", Name("Hide"), 900.0, "none")
    flawed = Offcut("flawed", "shell", SQUARE.outline, ((250 + 250j, 5.0),))
    assert out_of((flawed,), (blank(300.0, 300.0),), on).missing
    assert not out_of((flawed,), (blank(220.0, 220.0, 4),), on).missing


def test_on_a_hide_pieces_lie_by_their_true_shapes() -> None:
    """Two triangles where their boxes would find room for one: the flaw makes it no rectangle for the packer."""
    on = Cloth("shell", Name("Leather"), 900.0, "none", gap=2.0)
    halves = (Blank("half", 1, Name("Half"), (1, 2), False, IDENTITY, (0j, 400 + 0j, 200j)),)
    hide = Offcut("hide", "shell", (0j, 424 + 0j, 424 + 216j, 216j), ((2 + 214j, 1.0),))
    outcome = out_of((hide,), halves, on)
    assert not outcome.missing
    assert not faults_of(outcome.filled[0], halves, on)
    assert {each.degrees for each in outcome.filled[0].spots} == {0.0, 180.0}


def test_effort_lays_hides_in_other_orders_and_at_other_angles() -> None:
    """A strip that finds room along the slant of a hide alone."""
    on = Cloth("shell", Name("Leather"), 900.0, "none")
    slanted = Offcut("hide", "shell", (0j, 80 + 0j, 620 + 540j, 540 + 540j))
    strip = (blank(600.0, 40.0),)
    quick = out_of((slanted,), strip, on)
    assert quick.missing
    found = squeezed(quick, on, 4.0, Watch())
    assert not found.missing
    assert not faults_of(found.filled[0], strip, on)
    assert found.filled[0].spots[0].degrees in (45.0, 225.0)


def test_true_shapes_find_room_where_boxes_do_not() -> None:
    """Two triangles share a rectangle that is a little wider than one."""
    on = Cloth("shell", Name("Canvas"), 900.0, "two-way", gap=2.0)
    halves = (Blank("half", 1, Name("Half"), (1, 2), False, IDENTITY, (0j, 400 + 0j, 200j)),)
    offcut = Offcut("left over", "shell", (5 + 5j, 435 + 5j, 435 + 215j, 5 + 215j))
    boxes = out_of((offcut,), halves, on)
    assert len(boxes.missing) == 1
    assert squeezed(boxes, on, 0.0, Watch()) is boxes
    outcome = squeezed(boxes, on, 1.0, Watch())
    assert not outcome.missing
    assert not faults_of(outcome.filled[0], halves, on)
    assert outcome.filled[0].left == pytest.approx(430 * 210 - 80_000)


def test_the_larger_offcut_first_where_that_leaves_nothing_over() -> None:
    on = Cloth("shell", Name("Canvas"), 900.0, "one-way")
    small, large = (
        Offcut(name, "shell", (0j, x + 0j, x + 100j, 100j)) for name, x in (("small", 200.0), ("large", 300.0))
    )
    outcome = out_of((small, large), (blank(300.0, 100.0), blank(200.0, 100.0)), on)
    assert not outcome.missing


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "there are none: write"),
        ("offcuts = 3", "there are none: write"),
        ("[[offcuts]", "a list entry's name is not closed"),
        ('[[offcuts]]\nlength = "9 cm"\nwidth = "9 cm"', "material is missing: write what it is"),
        ('[[offcuts]]\nmaterial = "shell"\nlenght = "3 cm"', 'did you mean "length"?'),
        ('[[offcuts]]\nmaterial = "shell"\nlength = 30\nwidth = "3 cm"', "length: write a length with its unit"),
        ('[[offcuts]]\nmaterial = "shell"\nlength = "0 cm"\nwidth = "3 cm"', "more than nothing"),
        ('[[offcuts]]\nmaterial = "shell"\noutline = [["0 cm", "0 cm"], ["1 cm", "1 cm"]]', "less than three corners"),
        ('[[offcuts]]\nmaterial = "shell"\noutline = ["0 cm"]', "is no place"),
        ('[[offcuts]]\nmaterial = "shell"\nlength = "9 cm"\nwidth = "9 cm"\ncount = 0', "count 0 is no number from 1"),
        ('[[offcuts]]\nmaterial = "shell"\nlength = "9 cm"\nwidth = "9 cm"\nflaws = [3]', "a flaw is {"),
    ],
)
def test_files_that_are_wrong(text: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_offcuts(text, "offcuts.toml")
    assert says in str(caught.value)
    assert str(caught.value).startswith("offcuts.toml")


def test_a_table_may_stand_for_several() -> None:
    text = '[[offcuts]]\nname = "fat quarter"\nmaterial = "lining"\nlength = "50 cm"\nwidth = "55 cm"\ncount = 2'
    found = read_offcuts(text, "offcuts.toml")
    assert [each.name for each in found] == ["fat quarter 1", "fat quarter 2"]
    assert found[0].size == (500.0, 550.0)
    assert found[0].plain


ZONED = """
[[hides]]
name = "side"
material = "shell"
length = "90 cm"
width = "60 cm"
zones = [
  { quality = "best", outline = [["40 cm", "20 cm"], ["90 cm", "20 cm"], ["90 cm", "60 cm"], ["40 cm", "60 cm"]] },
  { quality = "poor", outline = [["0 cm", "0 cm"], ["90 cm", "0 cm"], ["90 cm", "10 cm"], ["0 cm", "10 cm"]] },
]
"""


@pytest.fixture(scope="module")
def leather() -> Pattern:
    return make("clutch", {"materials.shell": "leather"})


def test_faces_come_from_the_best_of_a_hide_and_what_is_seen_not_from_its_poor(leather: Pattern) -> None:
    (hide,) = read_offcuts(ZONED, "hides.toml")
    assert not hide.plain
    cut = blanks(leather, "shell")
    on = cloth(leather.materials[0], Order(), 0.0)
    outcome = out_of((hide,), cut, on)
    assert not outcome.missing
    (filled,) = outcome.filled
    assert not faults_of(filled, cut, on)
    grades = {}
    for spot in filled.spots:
        points = cut[spot.blank].turned(spot.degrees) + spot.move
        grades[cut[spot.blank].piece] = cut[spot.blank].grade
        if cut[spot.blank].piece in ("front", "flap"):
            assert points.real.min() >= 400 - 0.02
            assert points.imag.min() >= 200 - 0.02
        elif cut[spot.blank].grade is not Grade.HIDDEN:
            assert points.imag.min() >= 100 - 0.02
    assert grades["front"] is grades["flap"] is Grade.FACE
    assert grades["back"] is Grade.SEEN


def test_faces_that_the_best_has_no_room_for_are_missing(leather: Pattern) -> None:
    small = ZONED.replace('["90 cm", "60 cm"], ["40 cm", "60 cm"]', '["90 cm", "30 cm"], ["40 cm", "30 cm"]')
    (hide,) = read_offcuts(small, "hides.toml")
    cut = blanks(leather, "shell")
    outcome = out_of((hide,), cut, cloth(leather.materials[0], Order(), 0.0))
    assert {each.piece for each in outcome.missing} == {"front", "flap"}


def test_a_zone_that_is_wrong() -> None:
    with pytest.raises(InputError, match=r'hides\[1\]: a zone is \{ quality = "best", outline'):
        read_offcuts(ZONED.replace('"poor"', '"bad"'), "hides.toml")
