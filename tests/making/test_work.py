"""The work in hand: what a seam joins, which side is out, what can still be reached."""

from __future__ import annotations

from bagpattern.making.joints import Cloth
from bagpattern.making.work import RIGHT, WRONG, Face, Work
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Sheet, Side
from tests.checks.bags import box, lined, pouch

FRONT, BACK = Sheet("front", 1), Sheet("back", 1)


def sewn(draft: Draft, *seams: str) -> Work:
    """The work when those seams are sewn."""
    cloth = Cloth(draft)
    work = Work(cloth)
    for seam in seams:
        work.sew(cloth.joints[seam])
    return work


def test_two_panels_right_sides_together_leave_the_wrong_sides_out() -> None:
    work = sewn(pouch(), "bottom", "right side")
    assert work.parts.same(FRONT, BACK)
    assert work.rooms.same(Face(FRONT, RIGHT), Face(BACK, RIGHT))
    assert not work.rooms.same(Face(FRONT, RIGHT), Face(FRONT, WRONG))
    assert work.is_outside(Face(FRONT, WRONG))
    assert not work.is_outside(Face(FRONT, RIGHT))


def test_turning_brings_the_right_side_out_and_back() -> None:
    work = sewn(pouch(), "bottom", "right side")
    assert work.turn(FRONT) is Side.RIGHT
    assert work.is_outside(Face(FRONT, RIGHT))
    assert work.turn(FRONT) is Side.WRONG
    assert work.is_outside(Face(FRONT, WRONG))


def test_what_is_raw_grows_less_with_every_seam() -> None:
    """The pouch's sides are 143.6 mm, its base 187.1 mm; the zip's edge at the top has 200 mm."""
    work = sewn(pouch())
    before = sum(high - low for _, low, high in work.raw(FRONT))
    work.sew(work.cloth.joints["bottom"])
    after = sum(high - low for _, low, high in work.raw(FRONT))
    assert round(before - after, 1) == 187.1
    assert work.lies_flat(FRONT)
    for seam in ("right side", "left side", "zip"):
        work.sew(work.cloth.joints[seam])
    assert not list(work.raw(FRONT))
    assert not work.lies_flat(FRONT)


def test_the_inside_is_reached_through_an_open_zip_alone() -> None:
    work = sewn(pouch(), "zip", "bottom", "right side", "left side")
    assert work.is_shut()
    assert not work.reaches(Face(FRONT, RIGHT))
    work.unzip("zip")
    assert work.reaches(Face(FRONT, RIGHT))
    work.zip_up("zip")
    assert not work.reaches(Face(FRONT, RIGHT))


def test_a_side_that_goes_on_over_a_corner_needs_its_seam() -> None:
    """Round an open box a rim runs from front to side: their seam has to be there first."""
    cloth = Cloth(lined(box()))
    work = Work(cloth)
    joint = cloth.joints["front 1 to side 1"]
    assert work.unjoined(joint) is None
    place = cloth.place(Sheet("front", 1), "right", cloth.draft["front"].edge("right").length)
    other = cloth.place(Sheet("side", 1), "left", cloth.draft["side"].edge("left").length)
    assert not work.points.same(place, other)
    work.sew(joint)
    start = cloth.place(Sheet("side", 1), "left", 0.0)
    assert work.points.same(place, start) or work.points.same(place, other)


def test_a_copy_goes_its_own_way() -> None:
    work = sewn(pouch(), "bottom")
    other = work.copy()
    other.sew(other.cloth.joints["right side"])
    other.turn(FRONT)
    assert work.is_outside(Face(FRONT, WRONG))
    assert sum(high - low for _, low, high in work.raw(FRONT)) > sum(high - low for _, low, high in other.raw(FRONT))
