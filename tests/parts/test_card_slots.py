"""Card slots: pleats that add up, columns stitched through them, and what is refused."""

from __future__ import annotations

import pytest

from tests.parts.test_flat_pockets import cut, made, refused


def test_the_pleats_of_card_slots_add_up() -> None:
    """Three slots 45 deep, 12 mm apart: up 45, down 45, up 57, down 45, up 57, down 45, and up 45 + 13 to the top."""
    pattern = made("card-slots", "lining-back", slot_width="92 mm")
    strip = pattern["test"].panel
    folds = [strip.along(f"slot {row} {what}").path.start.imag for row in (1, 2, 3) for what in ("edge", "base")]
    assert folds == pytest.approx([45, 90, 147, 192, 249, 294])
    assert strip.edge("left").length == pytest.approx(294 + 58)
    assert cut(pattern) == pytest.approx([92 + 2 * 6, 352 + 2 * 10])


def test_folded_card_slots_are_as_high_as_their_steps() -> None:
    """45 + 2 x 12 + 13 = 82: sewn all round 92 x 82; the pleats are the seam's ease; tape for either side."""
    pattern = made("card-slots", "lining-back")
    assert pattern["lining-back"].panel.along("test").length == pytest.approx(2 * (92 + 82))
    assert pattern.draft.seam("test to lining-back").ease == pytest.approx(2 * (352 - 82))
    tape = next(each for each in pattern.notions if each.id == "test binding")
    assert (str(tape.size), tape.count, tape.length, tape.buy) == ("16 mm", 2, 82 + 40, 150)


def test_columns_are_stitched_through_all_pleats() -> None:
    pattern = made("card-slots", "lining-back", columns=2, rows=2, holds=["card"] * 3)
    lines = [pattern[piece].panel.along("test column 1").length for piece in ("lining-back", "test")]
    assert lines == pytest.approx([45 + 12 + 13, 5 * 45 + 12 + 13])
    slots = [each for each in pattern.draft.spaces if each.id.startswith("test")]
    assert [len(each.holds) for each in slots] == [1, 1, 1, 0]
    assert [each.id for each in slots][2] == "test-column-2-slot-1"
    assert slots[1].at(0j) - slots[0].at(0j) == pytest.approx(12j)
    assert slots[2].at(0j) - slots[0].at(0j) == pytest.approx(95)


def test_card_slots_of_a_cloth_too_thick_for_them_are_refused() -> None:
    """Seven layers of 1.2 mm and the panel are 9.6: as many rows as are told can be sewn."""
    leather = {"materials": {"shell": "leather"}}
    assert refused("card-slots", bag=leather) == [
        "rows: 7 layers of the shell lie on each other, 9.6 mm in all, and your machine sews 5 mm: take rows = 1"
    ]
    made("card-slots", rows=1, bag=leather)


def test_card_slots_that_are_far_too_large_are_told_the_largest_that_fit() -> None:
    (said,) = refused("card-slots", "lining-back", columns=4, rows=3, depth="20 cm", step="40 mm")
    assert said.endswith("they would fit with columns = 2 and rows = 2")
    made("card-slots", "lining-back", columns=2, rows=2, depth="20 cm", step="40 mm")


def test_card_slots_that_do_not_fit_are_told_what_does() -> None:
    (said,) = refused("card-slots", "lining-back", columns=3)
    assert said.endswith("reach past the lining-back: they would fit with columns = 2")
    made("card-slots", "lining-back", columns=2)
