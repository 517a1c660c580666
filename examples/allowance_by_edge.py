"""The geometry engine on its own: a panel with a dome, another allowance on each edge, and its exact cutting line.

Run: python examples/allowance_by_edge.py
"""

from __future__ import annotations

from bagpattern.geometry import areas
from bagpattern.geometry.outline import Corner, Side, cutting_path
from bagpattern.geometry.shapes import rounded_panel


def main() -> None:
    """Draft the panel and print what there is to cut."""
    face = rounded_panel(width=220, height=260, top_radius=110, bottom_radius=0)
    cutting_line = cutting_path(
        [
            Side(face.bottom, 30, Corner.TRIMMED_BEFORE),
            Side(face.right, 10),
            Side(face.top, 10),
            Side(face.left, 10, Corner.TRIMMED_AFTER),
        ]
    )
    assert cutting_line is not None
    print(f"round the stitching line: {face.length:.2f} mm")
    print(f"round the cutting line: {cutting_line.length:.2f} mm in {len(cutting_line.segments)} exact segments")
    print(f"cloth: {areas.polygon(cutting_line).area / 100:.1f} cm2")


if __name__ == "__main__":
    main()
