"""A logo's SVG is drawn as browsers draw it, or told: numbers, arcs, units, and looks that groups hand on or do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bagpattern.errors import InputError
from bagpattern.library import files
from bagpattern.model.logo import Logo
from bagpattern.pipeline import make
from bagpattern.preset.logo import read_logo
from bagpattern.preset.logo.outlines import outlines

SVG = '<svg viewBox="0 0 100 20"{}>\n{}\n</svg>'


def drawn(folder: Path, inside: str, whole: str = "") -> Logo:
    (folder / "logo.svg").write_text(SVG.format(whole, inside), encoding="utf-8")
    return read_logo(folder / "logo.svg")


def told(folder: Path, inside: str, whole: str = "") -> list[str]:
    with pytest.raises(InputError) as caught:
        drawn(folder, inside, whole)
    return [str(each).removeprefix(f"{folder / 'logo.svg'}:") for each in caught.value.problems]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0H1e999V5Z"/>',
        '<path d="M0 0H1000001V5Z"/>',
        '<path d="M0 0h900000h900000v5z"/>',
        '<path d="M0 0A1e300 1e300 0 0 1 1e300 1e300"/>',
        '<path d="M0 0A1e-320 1 0 0 1 9 9"/>',
        '<path d="M0 0h9v9z" transform="scale(1e999)"/>',
        '<path d="M0 0h9v9z" transform="scale(999999) scale(999999)"/>',
        f'<path d="M0 0h9v9z" transform="{"scale(999999)" * 60}"/>',
        '<path d="M0 0h9v9z" transform="skewX(90)"/>',
        '<polygon points="0 0 -1e999 0 5 5"/>',
        f'<circle r="{"9" * 400}"/>',
        f'<rect width="5" height="5" x="{"9" * 7}"/>',
        f'<path d="M0 0h9v9z" stroke="red" stroke-width="{"9" * 400}"/>',
        '<path d="M0 0h9v9z" stroke="red" stroke-width="999" transform="scale(9999)"/>',
    ],
)
def test_what_is_endlessly_far_is_told_by_its_line(tmp_path: Path, inside: str) -> None:
    (fault,) = told(tmp_path, inside)
    assert fault.startswith("2: publisher.logo: ")
    assert "1000000" in fault or "an arc of the radius 1e-320" in fault


def test_a_frame_without_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text('<svg viewBox="0 0 1e999 5"><path d="M0 0h9v9z"/></svg>', encoding="utf-8")
    with pytest.raises(InputError, match=r"logo\.svg:1: publisher\.logo: .*1e999.*1000000"):
        read_logo(tmp_path / "logo.svg")


def test_flags_of_arcs_are_single_digits() -> None:
    (apart,) = outlines("M0 0a1 1 0 0 1 2 2", lambda p: p)
    for written in ("M0 0a1 1 0 012 2", "M0 0a1,1,0,0,1,2,2", "M0 0a1 1 0 01 2 2"):
        assert outlines(written, lambda p: p) == (apart,)
    (seven,) = outlines("M0 0a" + "1 1 0 012 2 " * 7, lambda p: p)
    assert seven.end == pytest.approx(14 + 14j)
    with pytest.raises(ValueError, match="flag"):
        outlines("M0 0a1 1 0 2 1 5 5", lambda p: p)


def test_an_arc_after_the_end_of_an_outline_begins_one() -> None:
    first, second = outlines("M0 0h9v9z a5 5 0 1 1 5 5z", lambda p: p)
    assert [first.start, first.end, second.start, second.end] == pytest.approx([0, 0, 0, 0], abs=1e-9)


@pytest.mark.parametrize(
    ("inside", "write"),
    [
        ('<path d="M0 0h9v9z" stroke="red" stroke-width="1in"/>', 'has the size "1in": write it without a unit, 96'),
        ('<circle r="2.54cm"/>', "write it without a unit, 96"),
        ('<rect x="-3pt" width="9" height="9"/>', "write it without a unit, -4"),
        ('<rect x="1em" width="9" height="9"/>', "as a number of pixels"),
        ('<rect x="1.2.3" width="9" height="9"/>', 'says no size: "1.2.3"'),
        ('<path d="M0 0h9v9z" stroke="red" stroke-width="-1"/>', "stroke-width -1 is below 0"),
    ],
)
def test_units_are_told_with_what_to_write(tmp_path: Path, inside: str, write: str) -> None:
    (fault,) = told(tmp_path, inside)
    assert fault.startswith("2: publisher.logo: ")
    assert write in fault


def test_pixels_are_the_unit_of_an_svg(tmp_path: Path) -> None:
    (mark,) = drawn(tmp_path, '<circle cx="-1e1" r="4px" fill="none" stroke="red" stroke-width=" 2px "/>').marks
    assert mark.width == 2
    assert mark.paths[0].bounds == pytest.approx((-14, 16, -6, 24), abs=0.01)


@pytest.mark.parametrize(
    ("frame", "write"),
    [
        ('width="40mm" height="20"', "write it without a unit, 151.181"),
        ('width="40"', "give it a viewBox"),
        ('viewBox="0 0 1e-310 5"', "0.01 or more"),
        ('viewBox="0 0 5"', "four numbers"),
    ],
)
def test_a_frame_that_says_no_size_is_told(tmp_path: Path, frame: str, write: str) -> None:
    (tmp_path / "logo.svg").write_text(f'<svg {frame}><path d="M0 0h9v9z"/></svg>', encoding="utf-8")
    with pytest.raises(InputError, match=rf"logo\.svg:1: publisher\.logo: .*{write}"):
        read_logo(tmp_path / "logo.svg")


@pytest.mark.parametrize(
    "hidden",
    [
        '<g display="none"><path d="M0 0h9v9z" display="inline"/></g>',
        '<g style="display:none"><g style="display:inline"><text>A</text></g></g>',
        '<path d="M0 0h9v9z" style="display: none" display="inline"/>',
    ],
)
def test_a_hidden_group_hides_all_in_it(tmp_path: Path, hidden: str) -> None:
    (mark,) = drawn(tmp_path, hidden + '<circle r="4" fill="red"/>').marks
    assert mark.filled == "#ff0000"


@pytest.mark.parametrize("whole", ["", ' opacity="0.5"', ' style="opacity:0.5"'])
def test_the_opacity_of_a_group_is_told_whatever_is_in_it(tmp_path: Path, whole: str) -> None:
    inside = '<path d="M0 0h9v9z" opacity="1"/>'
    written = inside if whole else f'<g opacity="0.5">\n{inside}</g>'
    line = 1 if whole else 2
    fault = f'{line}: publisher.logo: opacity "0.5" is not drawn: choose the paler colour instead'
    assert told(tmp_path, written, whole) == [fault]


def test_looks_of_the_whole_are_handed_on(tmp_path: Path) -> None:
    (mark,) = drawn(tmp_path, '<path d="M0 0h9v9z"/>', ' fill="none" style="stroke:red;stroke-width:3"').marks
    assert (mark.filled, mark.colour, mark.width) == ("", "#ff0000", 3)
    (fault,) = told(tmp_path, '<path d="M0 0h9v9z"/>', ' transform="scale(2)"')
    assert fault.startswith("1: publisher.logo: <svg> has a transform")


NESTED = "M0 0h9v9h-9z M2 2h3v3h-3z"
APART = "M0 0h2v9h-2z M4 2h3v3h-3z"
AGAINST = "M0 0h9v9h-9z M2 2v3h3v-3z"
STAR = "M5 0L8 9L0 3H10L2 9z"


@pytest.mark.parametrize(
    ("inside", "word"),
    [
        (f'<path d="{NESTED}" fill-rule="evenodd"/>', 'fill-rule "evenodd"'),
        (f'<g style="fill-rule:evenodd"><path d="{STAR}"/></g>', 'fill-rule "evenodd"'),
        ('<path d="M0 0h9v9z" visibility="hidden"/>', 'visibility "hidden"'),
        ('<g style="visibility:collapse"><path d="M0 0h9v9z"/></g>', 'visibility "collapse"'),
        ('<path d="M0 0h9v9z" stroke="red" stroke-dasharray="2 1"/>', 'stroke-dasharray "2 1"'),
        ('<g stroke-dasharray="2"><path d="M0 0h9v9z" stroke="red"/></g>', 'stroke-dasharray "2"'),
        ('<path d="M0 0h9" stroke="red" style="marker-end:url(#a)"/>', "has a marker-end"),
        ('<path d="M0 0h9" stroke="red" stroke-linecap="square"/>', 'stroke-linecap "square"'),
        ('<g style="stroke-linejoin:bevel"><path d="M0 0h9v9" stroke="red"/></g>', 'stroke-linejoin "bevel"'),
        ('<path d="M0 0h9v9" stroke="red" stroke-miterlimit="10"/>', 'stroke-miterlimit "10"'),
        ('<path d="M0 0h9v9" stroke="red" paint-order="stroke"/>', 'paint-order "stroke"'),
        ('<g style="mix-blend-mode:multiply"><path d="M0 0h9v9z"/></g>', 'mix-blend-mode "multiply"'),
    ],
)
def test_looks_that_are_not_drawn_are_told(tmp_path: Path, inside: str, word: str) -> None:
    (fault,) = told(tmp_path, inside)
    assert fault.startswith("2: publisher.logo: ")
    assert word in fault


@pytest.mark.parametrize(
    "inside",
    [
        f'<path d="{NESTED}" fill-rule="nonzero" clip-rule="evenodd"/>',
        f'<path d="{APART}" fill-rule="evenodd"/>',
        f'<path d="{AGAINST}" fill-rule="evenodd"/>',
        f'<path d="{STAR}" fill-rule="evenodd" fill="none" stroke="red"/>',
        '<circle r="5" style="fill-rule:evenodd;visibility:visible;stroke-dasharray:none;marker:none"/>',
        '<g visibility="hidden"><path d="M0 0h9v9z" visibility="visible"/></g>',
        '<g stroke-dasharray="2"><path d="M0 0h9v9z"/></g>',
        '<g fill="red" fill-opacity="0.5"><path d="M0 0h9v9z" fill-opacity="1"/></g>',
        '<path d="M0 0S1 1e-320 1e-320 1e-320" stroke="red" fill-rule="evenodd"/>',
        '<g visibility="inherit"><path d="M0 0h9v9z" opacity="1.00"/></g>',
        '<g stroke-linecap="square" paint-order="stroke"><path d="M0 0h9v9z"/></g>',
        '<path d="M0 0h9v9" fill="none" stroke="red" paint-order="stroke" style="mix-blend-mode:normal"/>',
    ],
)
def test_looks_that_change_nothing_are_taken(tmp_path: Path, inside: str) -> None:
    assert len(drawn(tmp_path, inside).marks) == 1


def test_ends_and_corners_of_lines_are_drawn_as_they_are_said(tmp_path: Path) -> None:
    """Blunt and sharp where nothing is said, as SVG has it; what a group says is handed on."""
    inside = '<path d="M0 0h9v9" stroke="red"/><g stroke-linecap="round" stroke-linejoin="round">{}</g>'
    marks = drawn(tmp_path, inside.format('<path d="M0 0h9v9" stroke="red"/>')).marks
    assert [(each.round_ends, each.round_corners) for each in marks] == [(False, False), (True, True)]
    preset = tmp_path / "bag.toml"
    preset.write_text('style = "tote"\n[publisher]\nlogo = "logo.svg"\n', encoding="utf-8")
    pattern = make(preset)
    svg = b"".join(files(pattern, "svg").values()).decode()
    first, second = re.findall(r'<g class="flat-logo-\d"[^>]*>', svg)
    assert ('stroke-linejoin="miter"' in first, "stroke-linecap" in first) == (True, False)
    assert ('stroke-linejoin="round"' in second, 'stroke-linecap="round"' in second) == (True, True)
