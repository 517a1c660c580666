"""One bag in three sizes: what to cut, how long the zip is, how much it holds.

Run: python examples/three_sizes.py
"""

from __future__ import annotations

import bagpattern

SIZES = {
    "small": {"dimensions.width": "19 cm", "dimensions.height": "23 cm", "dimensions.depth": "9 cm"},
    "medium": {},
    "large": {"dimensions.width": "26 cm", "dimensions.height": "31 cm", "dimensions.depth": "13 cm"},
}


def main() -> None:
    """Print one line for each size."""
    for size, changes in SIZES.items():
        pattern = bagpattern.make("mini-backpack", changes)
        back = pattern["back"]
        zip_tape = next(notion for notion in pattern.notions if notion.id == "main zip")
        print(
            f"{size}: {pattern.finished.volume:.1f} l, back cut {back.cut_width:.0f} x {back.cut_height:.0f} mm, "
            f"zip opens {zip_tape.opening:.0f} mm, {len(pattern.seams)} seams, {len(pattern.errors)} errors"
        )


if __name__ == "__main__":
    main()
