"""The booklet: its pages, what stands on them, and the order in which they are folded."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import shapely

from bagpattern.catalog.notions import ZIPS
from bagpattern.drawing.booklet import looks
from bagpattern.drawing.booklet.booklet import booklet
from bagpattern.drawing.booklet.pages import leaf
from bagpattern.drawing.booklet.steps import ended
from bagpattern.drawing.booklet.taken import taken
from bagpattern.drawing.booklet.true_size import true_size
from bagpattern.drawing.model import FIGURE, Drawing, Shape, Text
from bagpattern.errors import InputError
from bagpattern.export.svg import svg_text
from bagpattern.geometry import areas
from bagpattern.making.minutes import difficulty, hours
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.preset import preset_names
from bagpattern.units import Units
from tests.drawing import seen
from tests.drawing.booklets import HIGH, WIDE, figures_of, pages, preset, stand_in

_ROOM = 124.0
"""mm of a column of a half A4 page."""
CASES = [
    ("mini-backpack", "en", Options()),
    ("mini-backpack", "de", Options(large=True)),
    ("tote-work", "de", Options()),
    ("tote-work", "ja", Options(large=True)),
    ("roll-top", "ja", Options("letter")),
    ("roll-top", "fr", Options("a4", margin=25.0)),
]


@pytest.fixture(scope="module")
def backpack() -> Pattern:
    return preset("mini-backpack")


@pytest.fixture(scope="module")
def leaves(backpack: Pattern) -> tuple[Drawing, ...]:
    return pages(backpack)


def told(drawing: Drawing) -> list[str]:
    return [text.content for text in seen.texts(drawing)]


@pytest.mark.parametrize(("name", "language", "options"), CASES, ids=lambda each: getattr(each, "paper", each))
def test_all_stands_on_its_page_and_no_text_on_another(name: str, language: str, options: Options) -> None:
    for page in pages(preset(name, language), options):
        room = shapely.box(*(options.margin - 0.6,) * 2, page.width - options.margin + 0.6, page.height - 4.0)
        boxes = [seen.box(text) for text in seen.texts(page)]
        assert all(room.buffer(0.2).covers(each) for each in boxes)
        assert all(room.covers(areas.line_string(path)) for shape in seen.shapes(page) for path in shape.paths)
        a, b = shapely.STRtree(boxes).query(boxes, predicate="intersects")
        assert all(boxes[i].intersection(boxes[j]).area < 1e-6 for i, j in zip(a, b, strict=True) if i < j)


@pytest.mark.parametrize(
    ("options", "units", "size"),
    [
        (Options(), "mm", (148.5, 210.0)),
        (Options(), "in", (139.7, 215.9)),
        (Options("letter"), "mm", (139.7, 215.9)),
        (Options(large=True), "mm", (210.0, 297.0)),
    ],
)
def test_pages_are_half_a_sheet_and_whole_with_large_letters(
    options: Options, units: str, size: tuple[float, float]
) -> None:
    page = leaf(options, Units(units))
    assert (page.width, page.height) == size


def test_large_letters_are_of_24_points_and_say_all_that_is_shown(backpack: Pattern) -> None:
    large = pages(backpack, Options(large=True))
    own = [text for page in large for text in seen.texts(page) if not text.role.startswith(FIGURE)]
    words = [text for text in own if re.search(r"[a-z]{3}", text.content)]
    views = {"Three-quarter view", "Back", "From above"}
    assert min(text.size for text in words if text.content not in views) * 72 / 25.4 >= 24.0
    everything = " ".join(text.content for text in own)
    for number in (1, 2, 4, 5):
        assert f"stand-in {number}:0" in everything
    assert "Take: 2 of piece" in everything


def test_folded_and_stapled_the_pages_follow_each_other(backpack: Pattern, leaves: tuple[Drawing, ...]) -> None:
    """A stack of sheets is read by its right halves of fronts and left halves of backs, and back again."""
    sides = pages(backpack, Options(imposed=True))
    halves = [(_number(each, left=True), _number(each, left=False)) for each in sides]
    inward = [right if place % 2 == 0 else left for place, (left, right) in enumerate(halves)]
    outward = [left if place % 2 == 0 else right for place, (left, right) in enumerate(halves)]
    read = [*inward, *reversed(outward)]
    numbers = [number for number in read if number]
    assert numbers == list(range(2, len(leaves) + 1))
    assert {(each.width, each.height) for each in sides} == {(297.0, 210.0)}
    assert len(read) % 4 == 0
    assert len(read) - len(leaves) < 4


def _number(side: Drawing, left: bool) -> int:
    """The number at the foot of one half; 0 for the cover and for an empty page."""
    texts = (each for each in seen.texts(side) if each.role == "page-text" and each.anchor == "end")
    return next((int(each.content) for each in texts if (each.x < side.width / 2) == left), 0)


@pytest.mark.parametrize("options", [Options("a0"), Options("60x90cm"), Options(imposed=True, large=True)])
def test_what_a_booklet_is_not_made_for(options: Options, backpack: Pattern) -> None:
    with pytest.raises(InputError, match=r"a booklet is printed on a4 or letter|leave out one of the two"):
        pages(backpack, options)


def test_each_figure_is_as_large_as_it_is_meant_under_its_title(backpack: Pattern, leaves: tuple[Drawing, ...]) -> None:
    for number in range(1, len(backpack.steps) + 1):
        title = backpack.tell(backpack.steps[number - 1].step.title).split()[0]
        (at,) = (at for at, each in enumerate(leaves, 1) if any(_heads(text, number) for text in seen.texts(each)))
        page, facing = leaves[at - 1], leaves[at : at + 1] if at % 2 == 0 else ()
        shown = [s for each in leaves for s in seen.shapes(each) if s.role.startswith(f"{FIGURE}{number}-")]
        blacks = [areas.bounds(each.paths) for each in shown if each.role.endswith("black")]
        assert len(blacks) == number % 3
        assert all((x1 - x0, y1 - y0) == pytest.approx((WIDE, HIGH)) for x0, y0, x1, y1 in blacks)
        assert any(title in each for each in told(page))
        if blacks:
            near = [each.role for side in (page, *facing) for each in seen.shapes(side)]
            assert any(each.startswith(f"{FIGURE}{number}-1-") for each in near)


def _heads(text: Text, number: int) -> bool:
    return text.role == looks.INVERSE and text.content == str(number)


@pytest.mark.parametrize("language", ["de", "ja"])
def test_words_stand_beside_a_narrow_figure(language: str) -> None:
    """Never on it, and never without it on their page."""
    pattern, beside = preset("tote", language), 0  # of which nothing has been drawn with other stand-ins
    with figures_of(lambda each: {step.number: (stand_in(f"{step.number}", 60.0),) for step in each.steps}):
        drawn = booklet(pattern, Options())
    for page in drawn:
        own = [text for text in seen.texts(page) if not text.role.startswith(FIGURE)]
        blacks = [areas.bounds(s.paths) for s in seen.shapes(page) if s.role.endswith("black")]
        boxes = [seen.box(text) for text in own]
        assert not any(shapely.box(*black).intersects(box) for black in blacks for box in boxes)
        beside += sum(black[1] < text.y < black[3] for black in blacks for text in own)
        assert len([text for text in own if text.role == looks.INVERSE]) == len(blacks)
    assert beside > len(pattern.steps)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("mini-backpack-double", "Minirucksack mit zwei Fächern"),
        ("mini-backpack-organiser", "Minirucksack mit Organizer"),
    ],
)
def test_a_cover_holds_all_that_stands_on_it(name: str, title: str) -> None:
    first, second, *_ = pages(preset(name, "de"))
    assert " ".join(told(first)).startswith(title)
    assert max(seen.texts(second), key=lambda text: text.y).content == "Was gebraucht wird"


def test_what_lies_on_top_in_one_figure_is_on_top_in_each(leaves: tuple[Drawing, ...]) -> None:
    for page in leaves:
        text = svg_text(page)
        for role in {each.role for each in seen.shapes(page) if each.role.endswith("-white")}:
            black = role.replace("-white", "-black")
            assert text.index(f'id="info-{black}"') < text.index(f'id="info-{role}"')


def test_every_piece_is_listed_and_every_copy_is_taken_once() -> None:
    for name in ("mini-backpack", "tote-work", "roll-top"):
        pattern = preset(name)
        listed = " ".join(" ".join(told(page)) for page in pages(pattern))
        counts = dict.fromkeys(pattern, 0)
        for step in taken(pattern).values():
            for piece, count in step.pieces.items():
                counts[piece] += count
        for each in pattern.pieces:
            assert pattern.tell(each.panel.title).split()[-1] in listed
            assert counts[each.id] in (0, each.panel.count)
        sewn = {run.panel for seam in pattern.seams for run in (*seam.a, *seam.b)}
        assert {piece for piece, count in counts.items() if not count} <= {*pattern} - sewn


def test_things_are_drawn_at_true_size() -> None:
    drawn = set()
    for name in ("mini-backpack", "roll-top", "duffle", "bucket"):
        for notion in preset(name).notions:
            picture = true_size(notion, preset(name), _ROOM)
            shapes = {each.role: areas.bounds(each.paths) for each in picture.items if isinstance(each, Shape)}
            if notion.kind in ("ring", "slider"):
                left, _, right, _ = shapes[looks.PALE]
                assert right - left == pytest.approx(notion.width)
            if notion.kind == "zip":
                chain = next(each for each in ZIPS.values() if each.tape == notion.width)
                _, low, _, high = shapes[looks.TAPE]
                assert (picture.height, high - low) == pytest.approx((notion.width, chain.coil))
            if picture.height:
                drawn.add(notion.kind)
    assert {"ring", "slider", "zip", "webbing", "swivel"} <= drawn


def test_every_bought_thing_has_a_picture_and_what_is_larger_than_the_page_is_broken() -> None:
    names = ("frame-purse", "frame-purse-evening", "frame-purse-flex", "box-bag-vanity", "duffle", "daypack")
    bought = {(each.kind, each.id): (each, preset(name)) for name in names for each in preset(name).notions}
    pictures = {key: true_size(each, pattern, _ROOM) for key, (each, pattern) in bought.items()}
    assert [key for key, picture in pictures.items() if not 0 < picture.width <= _ROOM] == []
    frame = true_size(preset("frame-purse").notions["purse frame"], preset("frame-purse"), _ROOM)
    assert frame.width == pytest.approx(120.0)
    patch = pictures["patch", "feet patch"]
    assert (patch.width, patch.height) == pytest.approx((30.0, 30.0))
    for key in (("board", "base-insert board"), ("flex-frame", "flex frame")):
        (wide, *_), picture = bought[key][0].sides, pictures[key]
        assert wide > _ROOM == pytest.approx(picture.width)
        (drawn,) = (each for each in picture.items if isinstance(each, Shape))
        assert len(drawn.paths) > 1, "its parts on both sides of the break"


def test_time_and_difficulty_grow_with_the_work() -> None:
    patterns = [preset(name) for name in ("flat-pouch", "tote-work", "mini-backpack") if name in preset_names()]
    for less, more in pairwise(patterns):
        assert hours(less).most < hours(more).most
        assert difficulty(less) <= difficulty(more)
    assert all(0.5 <= hours(each).least < hours(each).most for each in patterns)


@pytest.mark.parametrize(("name", "language"), [("mini-backpack", "de"), ("tote-work", "en"), ("roll-top", "fr")])
def test_what_is_looked_at_stands_below_its_figure(name: str, language: str) -> None:
    """The last line of a step never stands alone on the next page."""
    pattern = preset(name, language)
    ends = [pattern.tell(ended(pattern, each)).split()[0] for each in pattern.steps if each.number % 3]
    assert {"About", "Check:", "Etwa", "Prüfen:", "Environ", "Vérifier"} & set(ends)
    for page in pages(pattern):
        first = max(seen.texts(page), key=lambda text: text.y)
        assert first.content.split()[0] not in ends
