"""A publisher's logo: drawn on covers as it looks, refused with its line, and on a server not read at all."""

from __future__ import annotations

import pickle
import struct
import zlib
from pathlib import Path

import pytest

import bagpattern
from bagpattern.cli._seller import bundled
from bagpattern.drawing.model import Drawing, Shape
from bagpattern.drawing.paper.sheets import on_paper
from bagpattern.drawing.paper.subject import Bag
from bagpattern.errors import InputError
from bagpattern.export._page import page
from bagpattern.export._rasters import plain_png, png_file
from bagpattern.export.pdf import pdf_bytes
from bagpattern.export.svg import svg_text
from bagpattern.model.logo import Raster
from bagpattern.options import Options
from bagpattern.preset import read
from bagpattern.preset.logo import read_logo
from bagpattern.preset.logo.outlines import affine, outlines
from bagpattern.preset.source import Written
from tests.drawing.booklets import pages

PRESET = 'extends = "flat-pouch"\n\n[publisher]\nname = "Atelier Nord"\nlogo = "{}"\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20">\n{}\n</svg>'


def made(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    preset = folder / "own.toml"
    preset.write_text(PRESET.format(name), encoding="utf-8")
    return preset


def marks(drawing: Drawing) -> list[Shape]:
    return [each for each in drawing.items if isinstance(each, Shape) and each.role.startswith("flat-logo-")]


def faults(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(path)
    return [str(each) for each in caught.value.problems]


def test_an_svg_stands_on_both_covers_in_its_colours(tmp_path: Path) -> None:
    drawn = '<g transform="translate(50 10)"><path d="M0 0h10v5z" fill="#abc"/><circle r="4" fill="navy"/></g>'
    pattern = bagpattern.make(made(tmp_path, "logo.svg", SVG.format(drawn).encode()))
    for cover in (pages(pattern)[0], on_paper(Bag(pattern), Options("a4", figures=False))[0]):
        looks = [cover.style_of(each.role).filled for each in marks(cover)]
        assert looks == ["#aabbcc", "#000080"]
        left, low, right, top = marks(cover)[1].paths[0].bounds
        assert (right - left, top - low) == pytest.approx((4.0, 4.0), abs=0.05)  # 50 mm for 100 units
    assert not marks(pages(pattern)[1])


def test_the_page_of_the_making_shows_it_with_the_name_to_be_read(tmp_path: Path) -> None:
    text = page(bagpattern.make(made(tmp_path, "logo.svg", SVG.format('<path d="M0 0h10v5z" fill="#abc"/>').encode())))
    start = text.index('<p class="logo">')
    logo = text[start : text.index("</p>", start)]
    assert 'aria-label="Atelier Nord"' in logo
    assert "#aabbcc" in logo
    assert start < text.index("<p><b>Atelier Nord</b></p>") < text.index("<h2>")
    assert "logo" not in page(bagpattern.make("flat-pouch"))


def test_the_licence_of_a_bundle_stands_below_it(tmp_path: Path) -> None:
    drawn = SVG.format('<path d="M0 0h10v5z" fill="#abc"/>').encode()
    files = bundled({}, bagpattern.make(made(tmp_path, "logo.svg", drawn)), "Sew < sell.\nNo more.")
    assert "own-licence.txt" not in files
    text = files["own-licence.html"].decode()
    assert text.index("#aabbcc") < text.index("<p>Sew &lt; sell.</p>") < text.index("<p>No more.</p>")


def test_a_png_is_drawn_of_its_pixels_alone(tmp_path: Path) -> None:
    levels = bytes(range(0, 240, 10)) * 1
    whole = plain_png(Raster(4, 2, levels))
    secret = b"tEXtsecret"
    content = whole[:33] + struct.pack(">I", 6) + secret + struct.pack(">I", zlib.crc32(secret)) + whole[33:]
    pattern = bagpattern.make(made(tmp_path, "logo.png", content))
    (mark,) = marks(pages(pattern)[0])
    assert mark.picture == Raster(4, 2, levels)
    text = svg_text(pages(pattern)[0])
    assert "data:image/png;base64," in text
    assert b"secret" not in plain_png(Raster(4, 2, levels))
    assert b"/W 4 /H 2 /CS /RGB" not in pdf_bytes(pages(bagpattern.make("flat-pouch"))[:1])


@pytest.mark.parametrize(
    ("inside", "line", "told"),
    [
        ('<path d="M0 0L5 5z"/>\n<text>A</text>', 3, "<text> has letters: write them as paths"),
        ("<script>alert(1)</script>", 2, "<script> has a script"),
        ('<image href="http://example.org/x.png"/>', 2, "<image> has a picture"),
        ("<style>path{fill:red}</style>", 2, "<style> has a style sheet"),
        ('<path d="M0 0L5 5" fill="url(#g)"/>', 2, "write a plain one"),
        ('<path d="M0 0L5" />', 2, "has 1 numbers after L"),
        ('<path d="M0 0L5 5z" filter="url(#x)"/>', 2, "has a filter"),
        ('<path d="M0 0L5 5z" opacity="0.5"/>', 2, "choose the paler colour"),
        ('<rect width="3" height="3" rx="1"/>', 2, "round corners"),
        ("<foreignObject/>", 2, "cannot be drawn"),
        ("<g/>", 0, "has nothing that is drawn"),
        ("<g>", 3, "is no SVG: mismatched tag"),
        (f'<path d="M0 0{"L5 5L0 0" * 3000}"/>', 2, "more than 5000 lines"),
    ],
)
def test_what_cannot_be_drawn_is_told_by_file_line_and_key(tmp_path: Path, inside: str, line: int, told: str) -> None:
    preset = made(tmp_path, "logo.svg", SVG.format(inside).encode())
    place = f"{tmp_path / 'logo.svg'}:{line}: " if line else f"{tmp_path / 'logo.svg'}: "
    assert any(each.startswith(f"{place}publisher.logo: ") and told in each for each in faults(preset)), faults(preset)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    assert len(faults(made(tmp_path, "logo.svg", SVG.format("<text/>\n<image/>\n<use/>").encode()))) == 3


def test_texts_that_stand_for_others_are_not_read(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg viewBox="0 0 1 1">&b;</svg>'
    assert "declares a document type" in faults(made(tmp_path, "logo.svg", bomb))[0]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("logo.jpg", b"\xff\xd8\xff", "save the picture as PNG"),
        ("logo.gif", b"GIF89a", "a logo is an .svg or a .png file"),
        ("logo.png", b"\x89PNG\r\n\x1a\n", "is no PNG file"),
        ("logo.png", plain_png(Raster(2, 2, bytes(12)))[:-20] + bytes(20), "is damaged"),
        ("logo.png", plain_png(Raster(1001, 1, bytes(3003))), "is 1001 x 1 pixels: at most 1000"),
        ("logo.svg", b" " * (2**19 + 1), "is larger than 512 kB"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    assert any(told in each and "publisher.logo" in each for each in faults(made(tmp_path, name, content)))


def test_a_file_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    preset = tmp_path / "own.toml"
    preset.write_text(PRESET.format("none.svg"), encoding="utf-8")
    assert faults(preset) == [f'{preset}:5:1: publisher.logo: "none.svg": there is no such file']


def test_a_server_reads_no_file() -> None:
    with pytest.raises(InputError, match=r"5:1: publisher\.logo: is a file, and here none is read"):
        read(Written(PRESET.format("/etc/passwd.svg")))


def test_another_logo_is_another_key(tmp_path: Path) -> None:
    keys = set()
    for colour in ("red", "blue"):
        drawn = f'<path d="M0 0h9v9z" fill="{colour}"/>'
        keys.add(read(made(tmp_path, "logo.svg", SVG.format(drawn).encode())).key)
    assert len(keys) == 2


def test_what_was_read_of_a_logo_goes_with_its_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where its file lies is forgotten: settings never look for it again, nor take another of that name."""
    preset = read(made(tmp_path, "logo.svg", SVG.format('<path d="M0 0h9v9z" fill="#abc"/>').encode()))
    pattern = bagpattern.draft(preset)
    (tmp_path / "else").mkdir()
    monkeypatch.chdir(tmp_path / "else")
    Path("logo.svg").write_text(SVG.format('<path d="M0 0h1v1z"/>'), encoding="utf-8")
    copied = pickle.loads(pickle.dumps(pattern.settings))
    assert read(copied).key == pattern.key == preset.key
    assert "#aabbcc" in bagpattern.svg(pattern, "a4", units="in", figures=False)[0]
    assert bagpattern.fit(pattern, add="iphone-se") == bagpattern.fit(preset, add="iphone-se")
    assert read(pattern.settings, {"publisher.logo": "logo.svg"}).key != preset.key


def test_arcs_and_transforms_are_those_of_svg() -> None:
    (half,) = outlines("M0 0 A 5 5 0 0 1 10 0", lambda p: p)
    assert half.bounds == pytest.approx((0, -5, 10, 0), abs=0.01)
    (large,) = outlines("M0 0 A 5 5 0 1 0 5 5", lambda p: p)
    assert large.bounds == pytest.approx((-5, 0, 5, 10), abs=0.01)
    (smooth,) = outlines("M0 0c0 2 2 2 2 0s2 -2 2 0", lambda p: p)
    assert smooth.end == 4 + 0j
    assert affine("translate(10) rotate(90) scale(2,1)")(1 + 1j) == pytest.approx(9 + 2j)


def test_pixels_are_those_of_every_filter_of_png(tmp_path: Path) -> None:
    rows = [(1, [10, 20, 30, 5, 5, 5]), (2, [1] * 6), (3, [4] * 6), (4, [7] * 6)]
    packed = zlib.compress(b"".join(bytes([kind, *row]) for kind, row in rows))
    (tmp_path / "logo.png").write_bytes(png_file(2, 4, 2, [(b"IDAT", packed)]))
    drawn = read_logo(tmp_path / "logo.png").raster
    assert drawn is not None
    assert [*drawn.levels[:12]] == [10, 20, 30, 15, 25, 35, 11, 21, 31, 16, 26, 36]
    assert [*drawn.levels[12:18]] == [9, 14, 19, 16, 24, 31]


@pytest.mark.parametrize(
    ("pixel", "clear", "row", "drawn"),
    [
        (0, [0, 40], [40, 41], [255, 255, 255, 41, 41, 41]),
        (2, [0, 1, 0, 2, 0, 3], [1, 2, 3, 1, 2, 4], [255, 255, 255, 1, 2, 4]),
    ],
)
def test_the_colour_that_shines_through_lies_on_white(
    tmp_path: Path, pixel: int, clear: list[int], row: list[int], drawn: list[int]
) -> None:
    packed = zlib.compress(bytes([0, *row]))
    (tmp_path / "logo.png").write_bytes(png_file(2, 1, pixel, [(b"tRNS", bytes(clear)), (b"IDAT", packed)]))
    assert read_logo(tmp_path / "logo.png").raster == Raster(2, 1, bytes(drawn))
    (tmp_path / "logo.png").write_bytes(png_file(2, 1, pixel, [(b"tRNS", b"\0"), (b"IDAT", packed)]))
    with pytest.raises(InputError, match="is damaged"):
        read_logo(tmp_path / "logo.png")
