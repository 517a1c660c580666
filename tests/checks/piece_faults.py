"""Bags whose pieces or bought things are wrong."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace

from bagpattern.catalog.items import items
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.model.colourway import Colourway
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Hole, Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import Pattern, Severity
from bagpattern.model.space import Cloth, Space
from bagpattern.model.strap import Mode, Strap
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.holding.contents import main_space
from bagpattern.parts.workshop import Finishing, Materials, Workshop
from bagpattern.said import Name
from tests.checks.bags import box, edges, pattern, pouch, repanelled, resewn, rewritten
from tests.checks.fault import Fault, drafted


def _outlines() -> Iterator[Fault]:
    bow = line_path(0, 100, 20 + 80j, 80 + 80j, 0)
    crossed = tuple(Edge(name, bow.part(a, b)) for name, a, b in _stretches(bow.length))
    yield drafted(
        "BP103",
        "a crossing",
        "front",
        "the stitching line crosses or touches itself",
        lambda: repanelled(pouch(), "front", edges=crossed, lines=(), holes=()),
    )

    def turned() -> Draft:
        backwards = (replace(edge, path=edge.path.reversed()) for edge in reversed(pouch()["tab"].edges))
        return repanelled(pouch(), "tab", edges=tuple(backwards))

    yield drafted("BP103", "clockwise", "tab", "the stitching line runs clockwise", turned)
    far = Line("far", line_path(100 + 50j, 300 + 50j))
    yield drafted(
        "BP103",
        "a line outside",
        "front",
        "the line 'far' reaches beyond the cutting line",
        lambda: repanelled(pouch(), "front", lines=(*pouch()["front"].lines, far)),
    )
    yield drafted(
        "BP103",
        "a hole outside",
        "front",
        "the hole 'ring' at 205.0, 50.0 reaches beyond the cutting line",
        lambda: repanelled(pouch(), "front", holes=(Hole(205 + 50j, 12.0, Name("ring")),)),
    )


def _stretches(length: float) -> Iterator[tuple[str, float, float]]:
    for index, name in enumerate(("bottom", "right", "top", "left")):
        yield name, length * index / 4, length * (index + 1) / 4


def _allowances() -> Iterator[Fault]:
    def wider() -> Pattern:
        made = pattern(pouch())
        pieces = (
            replace(each, allowances={**each.allowances, "bottom": 12.0}) if each.id == "back" else each
            for each in made.pieces
        )
        return replace(made, pieces=tuple(pieces))

    message = "edge 'bottom' has an allowance of 12.0 mm, but is cut 10.00 mm away"
    yield Fault("BP105", "another allowance", "back", message, wider)

    def inside() -> Pattern:
        made = pattern(pouch())
        cut = line_path(0, 200, 200 + 100j, 100j, 0)
        return replace(made, pieces=(replace(made.pieces[0], cutting_path=cut), *made.pieces[1:]))

    yield Fault("BP105", "cut inside", "front", "the cutting line runs inside the stitching line", inside)


def _radii() -> Iterator[Fault]:
    yield Fault(
        "BP106",
        "tight",
        "front",
        "a curve of 20 mm radius is tight for its material: 25 mm lies flat",
        lambda: pattern(pouch(radius=20)),
        Severity.WARNING,
    )
    yield Fault(
        "BP106",
        "too tight",
        "back",
        "a curve of 8.0 mm radius cannot be sewn with 10.0 mm allowance",
        lambda: pattern(pouch(radius=8)),
    )


def _sizes() -> Iterator[Fault]:
    yield drafted("BP107", "narrow", "side", "finishes 6.0 mm wide: under 8 mm it cannot be sewn", lambda: box(depth=6))
    yield drafted(
        "BP107",
        "narrow once folded",
        "tab",
        "finishes 7.5 mm wide",
        lambda: repanelled(pouch(), "tab", edges=edges(rectangle(30, 60)), lines=()),
    )


def _hardware() -> Iterator[Fault]:
    for name, changes, message in (
        ("narrow ring", {"width": 15.0}, "is 15.0 mm wide inside, too narrow for tab of 20.0 mm"),
        ("ring of no width", {"width": None}, "has no width, but tab goes through it"),
        ("ring on nothing", {"threads": "belt"}, "threads 'belt', which is neither a piece nor a bought strap"),
    ):
        yield drafted("BP108", name, "ring", message, lambda changes=changes: rewritten(pouch(), "ring", **changes))  # type: ignore[misc]
    yield Fault(
        "BP108",
        "wide ring",
        "ring",
        "is 25 mm wide inside, loose on tab of 20 mm",
        lambda: pattern(rewritten(pouch(), "ring", width=25.0)),
        Severity.WARNING,
    )
    webbing = Notion("belt", "webbing", Name("Webbing"), width=32.0)
    yield drafted(
        "BP108",
        "wide webbing",
        "ring",
        "too narrow for belt of 32.0 mm",
        lambda: rewritten(pouch(), "ring", threads="belt") + Draft(notions=(webbing,)),
    )


def _zips() -> Iterator[Fault]:
    def opening(mm: float | None) -> Callable[[], Draft]:
        return lambda: rewritten(pouch(), "zip", opening=mm)

    message = "opens 190.0 mm in a seam of 200.0 mm: 188.0 mm leave 6 mm at either end"
    yield drafted("BP109", "too long", "zip", message, lambda: rewritten(pouch(), "zip", opening=190.0, length=200.0))
    yield drafted("BP109", "longer than its tape", "zip", "opens 185.0 mm but is 180.0 mm long", opening(185.0))
    yield drafted("BP109", "shut", "zip", "does not open: its slider runs 0.0 mm", opening(None))
    yield drafted(
        "BP109",
        "not bought",
        "zip",
        "the zip 'other', which is not among the things to buy",
        lambda: resewn(pouch(), "zip", zip="other"),
    )


def _numbers() -> Iterator[Fault]:
    code = "BP113"
    tab = pouch()["tab"]
    yield drafted(
        code, "an id twice", "tab", "is the id of 2 pieces", lambda: replace(pouch(), panels=(*pouch().panels, tab))
    )
    yield drafted(
        code, "unknown cloth", "tab", "is cut from 'silk'", lambda: repanelled(pouch(), "tab", material="silk")
    )
    yield drafted(
        code, "mirrored", "tab", "is cut 1 times, 2 of them mirrored", lambda: repanelled(pouch(), "tab", mirrored=2)
    )
    for name, allowance, message in (
        ("a raw edge with allowance", 5.0, "edge 'left' is raw and has 5.0 mm allowance"),
        ("a negative allowance", -2.0, "edge 'left' has an allowance of -2.0 mm"),
    ):
        wide = tuple(replace(e, allowance=allowance) if e.name == "left" else e for e in tab.edges)
        yield drafted(code, name, "tab", message, lambda wide=wide: repanelled(pouch(), "tab", edges=wide))  # type: ignore[misc]

    def endless() -> Pattern:
        made = pattern(pouch())
        piece = made.pieces[0]
        return replace(made, pieces=(replace(piece, allowances={**piece.allowances, "left": math.inf}),))

    yield Fault(code, "an endless allowance", "front", "has an allowance of inf mm", endless)


def _materials() -> Iterator[Fault]:
    def stacked() -> Draft:
        return resewn(pouch(), "right side", caught=pouch().seam("right side").caught * 2)

    message = "10.8 mm lie on each other 50 mm along it (front, back, 16 x tab): a machine that takes 8 mm"
    yield Fault("BP114", "two tabs in one place", "right side", message, lambda: pattern(stacked()), Severity.WARNING)
    message = 'fusible woven interfacing is ironed on, and waxed canvas must not be ironed: choose "none"'
    fused = Workshop(Materials(interfacing="fusible-woven"), Finishing())
    yield Fault("BP115", "glue on wax", "interfacing", message, lambda: pattern(pouch()), Severity.WARNING, fused)


def _contents() -> Iterator[Fault]:
    def holding(depth: float, *names: str) -> Pattern:
        held = tuple(items()[name] for name in names)
        space = main_space(Hollow(rectangle_path(200, 260, point(100, 130)), depth), 400, held)
        return pattern(pouch() + Draft(spaces=(space,)))

    message = "does not take all that it is to hold: it would have to be "
    for name, depth, thing, more in (
        ("too large a thing", 60.0, "laptop-13", "27 mm wider, 57 mm higher"),
        ("too thick a thing", 30.0, "sunglasses-hard", "40 mm deeper"),
    ):
        yield Fault(
            "BP116",
            name,
            "the bag itself",
            message + more,
            lambda depth=depth, thing=thing: holding(depth, thing),  # type: ignore[misc]
            Severity.WARNING,
        )

    def over_each_other() -> Pattern:
        made = holding(60.0, "sunglasses-hard")
        outline = rectangle_path(100, 150, point(50, 75))
        pocket = Space("slip", Name("slip"), Cloth.SLEEVE, outline, "front", open_top=True, holds=(items()["keys"],))
        return replace(made, draft=made.draft + Draft(spaces=(pocket,)))

    message = "lies on so much else that the bag would have to be 20 mm deeper"
    yield Fault("BP116", "things on each other", "slip", message, over_each_other, Severity.WARNING)

    def below_another() -> Pattern:
        outline, held = rectangle_path(90, 90, point(100, 65)), (items()["passport"],)
        pocket = Space(
            "slip", Name("slip"), Cloth.SLEEVE, outline, "front", open_top=True, holds=held, owner="pockets.slip"
        )
        line = Line("zip pocket", rectangle_path(80, 10, point(100, 125)), LineKind.PLACEMENT)
        return pattern((pouch() + Draft(spaces=(pocket,))).marking("front", [line]))

    message = "lets the passport stick out over the zip pocket above it: move one of the two by at least "
    yield Fault("BP116", "a pocket above another", "slip", message, below_another, Severity.WARNING)


def _prints() -> Iterator[Fault]:
    made = pattern(pouch())
    shell = replace(made.materials[0], printed=True)
    back = replace(made["back"].panel, facets=(Facet(Wall.BACK, up=-1j), Facet(Wall.LEFT, up=1 + 0j)))
    pieces = tuple(replace(each, panel=back) if each.id == "back" else each for each in made.pieces)
    headlong = replace(made, pieces=pieces, materials=(shell, *made.materials[1:]))
    message = "print on its head: back; print on its side: left"
    yield Fault("BP119", "a print on its head", "back", message, lambda: headlong, Severity.WARNING)


def _colours() -> Iterator[Fault]:
    coloured = replace(pattern(pouch()), colourways=(Colourway("Autumn", shell="olive", contrast="mustard"),))
    message = "colours what this bag does not have: contrast (mustard); it has shell"
    yield Fault("BP118", "a colour of nothing", "Autumn", message, lambda: coloured, Severity.WARNING)


def _loops() -> Iterator[Fault]:
    short = Strap(Mode.HANDLE, 25.0, drop=120.0, over=110.0)
    loop = Notion("handle", "webbing", Name("Webbing"), length=300.0, width=25.0, count=2, strap=short)
    message = (
        "rises 120 mm above the rim, where the closed bag rises 110 mm, and a hand does not go in: make the drop at "
    )
    low = pattern(pouch() + Draft(notions=(loop,)))
    yield Fault(
        "BP125", "handles below a collar's rim", "handle", message + "least 170 mm", lambda: low, Severity.WARNING
    )


PIECE_FAULTS = [
    fault
    for faults in (
        _outlines,
        _allowances,
        _radii,
        _sizes,
        _hardware,
        _zips,
        _numbers,
        _materials,
        _contents,
        _prints,
        _colours,
        _loops,
    )
    for fault in faults()
]
