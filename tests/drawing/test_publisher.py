"""A publisher's words: on covers, at the foot of pages, in the files; the settings in small print where wanted."""

from __future__ import annotations

import io

import pikepdf
import pytest

import bagpattern
from bagpattern.cli._seller import bundled
from bagpattern.drawing.paper.sheets import on_paper
from bagpattern.drawing.paper.subject import Bag
from bagpattern.errors import InputError
from bagpattern.export.pdf import pdf_bytes
from bagpattern.export.svg import svg_text
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from tests.drawing import seen
from tests.drawing.booklets import pages

OWN = {
    "publisher.name": "Atelier Nord",
    "publisher.copyright": "2026 Atelier Nord",
    "publisher.licence": "For your own use",
    "publisher.web": "www.example.org",
    "publisher.notes": ["Second edition"],
    "publisher.settings": False,
}
LINES = ("Atelier Nord", "2026 Atelier Nord", "For your own use", "www.example.org", "Second edition")


@pytest.fixture(scope="module")
def published() -> Pattern:
    return bagpattern.make("flat-pouch", OWN)


def told(drawing: object) -> list[str]:
    return [text.content for text in seen.texts(drawing)]  # type: ignore[arg-type]


def test_all_of_it_stands_on_the_covers(published: Pattern) -> None:
    for cover in (pages(published)[0], on_paper(Bag(published), Options("a4"))[0]):
        assert set(LINES) <= set(told(cover))


def test_the_name_stands_at_the_foot_of_every_page(published: Pattern) -> None:
    signed = f"{published.name} \N{MIDDLE DOT} Atelier Nord"
    assert all(signed in told(page) for page in pages(published)[1:])
    assert all(any(signed in each for each in told(page)) for page in on_paper(Bag(published), Options("a4")))


def test_settings_are_left_out_in_print_and_kept_in_the_file(published: Pattern) -> None:
    drawn = on_paper(Bag(published), Options("a4", figures=False))
    plain = on_paper(Bag(bagpattern.make("flat-pouch")), Options("a4", figures=False))
    assert not any("Settings of this pattern" in told(page) for page in drawn)
    assert any("Settings of this pattern" in told(page) for page in plain)
    assert all('"publisher"' in page.settings and '"dimensions"' in page.settings for page in drawn)


def test_files_name_author_and_rights(published: Pattern) -> None:
    page = pages(published)[0]
    assert "2026 Atelier Nord; For your own use" in svg_text(page)
    with pikepdf.open(io.BytesIO(pdf_bytes([page]))) as pdf:
        assert str(pdf.docinfo["/Author"]) == "Atelier Nord"
        assert "2026 Atelier Nord; For your own use" in str(pdf.docinfo["/Subject"])


def test_a_bundle_for_shops_has_it_as_its_licence_page(published: Pattern) -> None:
    files = bundled({}, published, None)
    assert files["flat-pouch-licence.txt"].decode().split("\n") == [*LINES]
    assert bundled({}, published, "Mine.")["flat-pouch-licence.txt"] == b"Mine."


def test_without_a_publisher_nothing_is_said_of_one() -> None:
    pattern = bagpattern.make("flat-pouch")
    page = pages(pattern)[1]
    assert page.author == ""
    assert pattern.name in told(page)
    assert not any("\N{MIDDLE DOT}" in each for each in told(page))


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("publisher.web", "see my shop", "is no address"),
        ("publisher.notes", ["a"] * 9, "has 9 lines: a cover has room for 8"),
        ("publisher.name", "x" * 81, "at most 80"),
        ("publisher.author", "me", "author"),
    ],
)
def test_what_has_no_room_is_refused(key: str, value: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        bagpattern.make("flat-pouch", {key: value})
