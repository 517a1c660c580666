"""Contact sheets: whatever is said of a thing is drawn, inside its cell."""

from __future__ import annotations

from bagpattern.drawing.cards.contact import Cell, contact_sheet
from bagpattern.drawing.cards.shown import Shown
from bagpattern.drawing.model import Shape, Text
from bagpattern.drawing.views.beside import Sizes, View, looked_at
from bagpattern.drawing.views.colours import colours_shown, looks_shown
from bagpattern.drawing.views.looks import FILL, UNDER
from bagpattern.drawing.views.share import best_view
from bagpattern.geometry import areas
from bagpattern.model.pattern import Pattern
from bagpattern.parts.fittings import FITTINGS
from bagpattern.parts.pockets import POCKETS
from bagpattern.parts.straps import STRAPS
from bagpattern.pipeline import make
from bagpattern.samples import CLOSED, OPENED, picture_of

WORDS = " ".join(f"word{number}" for number in range(60))


def test_no_word_is_left_out_and_none_lies_on_another(pattern: Pattern) -> None:
    drawing = contact_sheet("things", (Cell("thing", WORDS, pattern.pieces[:2], WORDS),))
    texts = [item for item in drawing.items if isinstance(item, Text)]
    assert " ".join(text.content for text in texts).count("word") == 120
    boxes = [text.box for text in texts]
    for number, (left, bottom, right, top) in enumerate(boxes):
        assert right < drawing.width
        for other in boxes[number + 1 :]:
            assert not (left < other[2] and other[0] < right and bottom < other[3] - 0.01 and other[1] < top - 0.01)


def test_bags_stand_in_their_cells_each_in_its_own_colours() -> None:
    patterns = [make("clutch", {"materials.shell": cloth}) for cloth in ("waxed-canvas", "faux-leather")]
    cells = [
        Cell(
            "bag",
            "help",
            each.pieces[:1],
            "",
            Shown(View("three-quarter", looked_at(each), Sizes()), colours_shown(each, None), looks_shown(each, None)),
        )
        for each in patterns
    ]
    drawing = contact_sheet("bags", cells)
    frames = [areas.bounds(item.paths) for item in drawing.items if isinstance(item, Shape) and item.role == "frame"]
    for number, (left, bottom, right, top) in enumerate(frames):
        role = f"{UNDER}shell-{number}"
        (fill,) = (item for item in drawing.items if isinstance(item, Shape) and item.role == role)
        x0, y0, x1, y1 = areas.bounds(fill.paths)
        assert left < x0 < x1 < right
        assert bottom < y0 < y1 < top
        assert drawing.style_of(role).filled == colours_shown(patterns[number], None)["shell"]


def test_a_part_is_seen_from_where_it_is() -> None:
    """On the front, on the back, below, and within the opened bag; of what is not on it there is no best view."""
    fittings = [{"name": kind, "kind": kind} for kind in ("label", "luggage-sleeve", "feet", "key-leash")]
    bag = make({"style": "mini-backpack", "fittings": fittings})
    closed = {each["kind"]: best_view(bag, CLOSED, {each["name"]}) for each in fittings}
    assert closed == {"label": "three-quarter", "luggage-sleeve": "behind", "feet": "below", "key-leash": ""}
    assert best_view(bag, OPENED, {"key-leash"})


def test_what_a_part_brings_is_in_a_cloth_of_its_own() -> None:
    """Of a label there are the fill and its colour; of no straps, none; of a window its zip."""
    for family, name, filled in ((FITTINGS, "label", True), (STRAPS, "none", False), (POCKETS, "zip-window", True)):
        drawn = picture_of(family, name)
        assert drawn is not None
        roles = [each.role for each in drawn.items if isinstance(each, Shape)]
        assert any(each.startswith(f"{FILL}second-cloth") for each in roles) is filled, name
