"""The finished bag on covers: there, once, with the sizes that the pattern says, and only where there is a cover."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from io import BytesIO
from itertools import chain, repeat
from pathlib import Path

import pikepdf
import pytest

from bagpattern.drawing.columns import Block, Column, Row, flow, paragraph
from bagpattern.drawing.model import FLAT, Drawing, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.nested import Nested
from bagpattern.drawing.paper.plotted import plotted
from bagpattern.drawing.paper.sheets import on_paper, sheets
from bagpattern.drawing.paper.subject import Bag
from bagpattern.drawing.sizes.nest import nest
from bagpattern.drawing.views.beside import Sizes, View, in_a_row, looked_at
from bagpattern.drawing.views.looks import CALL, FILL, OUTLINE
from bagpattern.export import Job, rendered
from bagpattern.geometry import areas
from bagpattern.geometry.points import point
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make
from bagpattern.values import replace
from tests.drawing import sample, seen

_LATE = ("bagpattern.sewn.build", "bagpattern.drawing.views.flat", "bagpattern.drawing.views.beside")
NAMES = ("box-pouch", "clutch")


@cache
def bag(name: str) -> Pattern:
    return make(name)


def pictured(page: Drawing) -> list[Shape]:
    return [shape for shape in seen.shapes(page) if shape.role.startswith(FLAT)]


def said(page: Drawing) -> set[str]:
    return {text.content for text in seen.texts(page)}


@pytest.mark.parametrize("name", NAMES)
def test_the_first_page_shows_the_bag_with_its_sizes_and_no_other_does(name: str) -> None:
    pattern = bag(name)
    first, *others = sheets(pattern, "a4")
    assert [shape.id for shape in pictured(first) if shape.role.startswith(OUTLINE)] == [
        "three-quarter-flat-outline",
        "back-flat-outline",
    ]
    finished = pattern.finished
    sizes = [f"{mm / 10:g} cm" for mm in (finished.width, finished.height, finished.depth) if mm]
    assert {*sizes, "Three-quarter view", "Back"} <= said(first)
    assert sum(shape.role == CALL for shape in pictured(first)) == len(sizes)
    assert [pictured(page) for page in others] == [[]] * len(others)


@pytest.mark.parametrize("paper", ["a4", "letter", "a3", "130x200mm"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_lies_on_the_picture_and_nothing_off_the_page(name: str, paper: str) -> None:
    first = sheets(bag(name), paper)[0]
    assert list(seen.collisions(first)) == []
    left, bottom, right, top = areas.bounds([path for shape in seen.shapes(first) for path in shape.paths])
    assert 9.99 <= left < right <= first.width - 9.99
    assert 9.99 <= bottom < top <= first.height - 9.99


def test_dimension_lines_are_as_long_as_the_body_is_drawn() -> None:
    """Each drawing is measured against the one scale at which it is: the true lengths give it twice."""
    pattern = bag("box-pouch")
    view = View("back", looked_at(pattern), Sizes("wide", "high"))
    (across, up) = ((abs(end - start), text.content) for start, end, text in view.calls(0.25))
    assert (across[1], up[1]) == ("wide", "high")
    assert across[0] == pytest.approx(pattern.finished.width / 4, rel=0.03)
    assert up[0] == pytest.approx(pattern.finished.height / 4, rel=0.03)


def test_sizes_in_each_other_have_one_picture_with_the_figures_of_all() -> None:
    small, large = make("box-pouch"), make("box-pouch", {"dimensions.width": "26 cm", "name": "Boxed zip pouch L"})
    several = nest([small, replace(large, preset="large")])
    (first, *_) = on_paper(Nested(several), Options("a4"))
    sides = [each.finished.width for each in several.patterns.values()]
    assert " / ".join(f"{mm / 10:g}" for mm in sides) + " cm" in said(first)
    label = next(iter(several.labels.values()))
    assert f"Back: {label}" in said(first)


def test_a_heading_stays_with_what_fits_a_higher_column() -> None:
    """Below a picture the first column is too low for them; neither is left there alone."""
    columns = (Column(page, point(0, high), 80.0, high) for page, high in enumerate(chain([30.0], repeat(100.0))))
    blocks = [
        paragraph("Sizes", 3.2),
        paragraph("Map", 4.4, keeps=True),
        Block(lambda width: Row(60.0, (Text(0.0, 0.0, 3.2, "map"),))),
    ]
    assert [page for page, _ in flow(blocks, columns, Names())] == [0, 1, 1]


def test_large_paper_and_plotters_show_it_in_the_guide() -> None:
    pattern = bag("clutch")
    assert pictured(on_paper(Bag(pattern), Options("a1"))[0])
    assert pictured(plotted(Bag(pattern), Options("a0"))[0])
    assert pictured(plotted(Bag(pattern), Options("36in"))[0])


def test_what_does_not_fold_up_to_a_bag_is_not_shown() -> None:
    """The hand-made sample is a few panels that make no bag."""
    assert in_a_row(sample.pattern()) == ()


def test_one_bag_is_folded_up_once() -> None:
    pattern = bag("clutch")
    assert pattern.sewn() is pattern.sewn()
    assert looked_at(pattern).bag is pattern.sewn()


def test_a_pdf_fills_the_bag_without_a_line_around_it() -> None:
    drawing = sheets(bag("clutch"), "a4")[0]
    assert drawing.style_of(FILL).width == 0.0
    (content,) = rendered(Job(bag("clutch"), options=Options("a4")), ("pdf",)).values()
    with pikepdf.open(BytesIO(content)) as pdf:
        operators = [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])]
    assert operators.count("f") == sum(shape.role == FILL for shape in pictured(drawing))


@pytest.mark.parametrize("formats", ["json", "svg"])
def test_a_plain_draft_folds_nothing(formats: str, tmp_path: Path) -> None:
    code = (
        "import sys; from bagpattern.cli import main; "
        f"main(['draft', 'clutch', '--format', '{formats}', '-o', {str(tmp_path)!r}], standalone_mode=False); "
        f"print([each for each in sys.modules if each.startswith({_LATE})])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-1] == "[]"
