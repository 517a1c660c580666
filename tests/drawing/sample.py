"""A pattern made by hand: what the drawing needs, without styles or presets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bagpattern.catalog.materials import materials
from bagpattern.geometry import areas
from bagpattern.geometry.outline import Side, cutting_path
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.shapes import Sides, rectangle, rectangle_path, rounded_panel
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Hole, Line, LineKind, Notch, NotchKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import CutRow, Finished, Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.step import NumberedStep, Step
from bagpattern.said import Length, Name, Words
from bagpattern.words import extent, words

ALLOWANCE = 10.0
SIZES = ("mini-backpack", "mini-backpack-s", "mini-backpack-l")
"""Presets that are one bag in several sizes."""
LABELS = {"s": "S", "m": "M", "l": "L"}


def panel(
    key: str,
    title: str,
    sides: Sides,
    role: Role = Role.BODY,
    lines: Sequence[Line] = (),
    holes: Sequence[Hole] = (),
    notches: Sequence[Notch] = (),
    zipped: Sequence[str] = (),
    count: int = 1,
    mirrored: int = 0,
    material: str = "shell",
    raw: Sequence[str] = (),
    grain: complex = 1j,
) -> Panel:
    """A panel with the edges bottom, right, top and left."""
    edges = tuple(
        Edge(name, path, Finish.RAW if name in raw else Finish.SEAM, zip=6.0 if name in zipped else 0.0)
        for name, path in sides._asdict().items()
    )
    return Panel(
        key, Words(title), material, role, edges, tuple(lines), tuple(holes), tuple(notches), count, mirrored, grain
    )


def piece(panel: Panel, number: int) -> Piece:
    """The panel with 10 mm at every seam."""
    allowances = {edge.name: 0.0 if edge.finish is Finish.RAW else ALLOWANCE for edge in panel.edges}
    around = [Side(edge.path, allowances[edge.name]) for edge in panel.edges]
    cut = cutting_path(around) or areas.grown(around)
    instruction = Name(
        f"Cut {panel.count} {panel.material}" + (f", {panel.mirrored} mirrored" if panel.mirrored else "")
    )
    left, bottom, right, top = areas.bounds([panel.stitching_line])
    size = extent(round(right - left), round(top - bottom))
    label = (words("finished {size}", size=size), words("{usual} allowance included", usual=Length(10.0)))
    return Piece(panel, cut, allowances, number, instruction, label)


def _window(width: float, height: float, at: complex) -> Path:
    return rectangle_path(width, height, at)


def panels() -> list[Panel]:
    """A small bag's worth of shapes: large, long, narrow, tiny, with every kind of mark."""
    front = rounded_panel(220, 260, 70, 20)
    body_notches = [
        Notch("left", 90.0, NotchKind.SINGLE, "front to band"),
        Notch("right", 90.0, NotchKind.DOUBLE, "front to band"),
    ]
    pocket = line_path(30 + 40j, 190 + 40j, 190 + 150j, 30 + 150j, 30 + 40j)
    return [
        panel("front", "Front panel", front, lines=[Line("slip pocket", pocket)], notches=body_notches),
        panel(
            "back",
            "Back panel",
            front,
            notches=[*body_notches, Notch("top", 100.0, NotchKind.SINGLE, "strap anchor")],
            lines=[Line("zip window", _window(150, 12, 110 + 200j), LineKind.SLIT)],
            holes=[Hole(60 + 60j, 0.0, Words("magnetic snap")), Hole(160 + 60j, 10.0, Words("eyelet"))],
        ),
        panel("zip-band", "Zip band", rectangle(520, 52), zipped=["top"], count=2, mirrored=1, grain=1 + 0j),
        panel(
            "base-band",
            "Base band",
            rectangle(470, 110),
            grain=1 + 0j,
            lines=[Line("centre", line_path(235 + 0j, 235 + 110j), LineKind.FOLD)],
        ),
        panel(
            "strap",
            "Shoulder strap",
            rectangle(100, 920),
            Role.STRAP,
            count=2,
            raw=["left", "right"],
            lines=[Line(f"fold {i}", line_path(25.0 * i + 0j, 25.0 * i + 920j), LineKind.FOLD) for i in (1, 2, 3)],
        ),
        panel(
            "tab",
            "Zip tab",
            rectangle(100, 90),
            Role.OTHER,
            count=2,
            lines=[Line("fold", line_path(0 + 45j, 100 + 45j), LineKind.FOLD)],
        ),
        panel("ring-tab", "Ring tab", rectangle(25, 40), Role.STRAP, count=4),
        panel("stop", "Zip stop", rectangle(9, 6), Role.OTHER, count=2),
        panel(
            "pocket",
            "Inside slip pocket",
            rectangle(160, 220),
            Role.POCKET,
            material="lining",
            lines=[Line("topstitch", line_path(0 + 3j, 160 + 3j), LineKind.TOPSTITCH)],
        ),
        panel("lining", "Lining front", rounded_panel(216, 256, 68, 18), Role.LINING, material="lining", count=2),
        panel("lining-band", "Lining band", rectangle(60, 640), Role.LINING, material="lining"),
    ]


def pattern(extra: Sequence[Panel] = ()) -> Pattern:
    """A pattern of those panels, numbered, with steps, notions and a cut list."""
    drafted = [*panels(), *extra]
    pieces = tuple(piece(each, number) for number, each in enumerate(drafted, start=1))
    seams = (
        Seam(
            "front to band",
            (Run("front", "left"), Run("front", "bottom"), Run("front", "right")),
            (Run("base-band", "top"),),
            marked=True,
        ),
        Seam(
            "back to band",
            (Run("back", "left"), Run("back", "bottom"), Run("back", "right")),
            (Run("base-band", "bottom"),),
        ),
        Seam("main zip", (Run("zip-band", "top"),), (Run("zip-band", "top", copy=2),), SeamKind.ZIP),
        Seam("lining to band", (Run("lining", "left"), Run("lining", "right")), (Run("lining-band", "left"),)),
    )
    steps = tuple(
        NumberedStep(
            number,
            Step(
                Name(f"Sew the {seam.id}"),
                Words("Match the notches, clip the curves, press the allowances open."),
                (sew(seam.id),),
            ),
        )
        for number, seam in enumerate(seams, start=4)
    )
    notions = (
        Notion(
            "main zip",
            "zip",
            words("{size} coil zip", size=Name("#5")),
            Name("#5"),
            560.0,
            opening=520.0,
            buy=600.0,
            note=Words("two sliders, head to head"),
        ),
        Notion("rings", "ring", Words("D-ring"), width=25.0, count=4),
    )
    rows = tuple(
        CutRow(
            each.id,
            each.number,
            each.panel.title,
            each.panel.material,
            each.panel.count,
            each.panel.mirrored,
            each.cut_width,
            each.cut_height,
            "rectangle" if each.is_rectangle else "shaped",
        )
        for each in pieces
    )
    chosen = materials()
    return Pattern(
        "Sample bag",
        "sample",
        "mini-backpack",
        {"style": "mini-backpack", "dimensions": {"width": "220 mm", "height": "260 mm", "depth": "110 mm"}},
        Finished(220.0, 260.0, 110.0, 5.6),
        (replace(chosen["waxed-canvas"], id="shell"), replace(chosen["lining-cotton"], id="lining")),
        Draft(tuple(drafted), seams, notions),
        pieces,
        rows,
        steps,
    )
