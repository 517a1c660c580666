"""Colour cards: every cloth in its colour, the bag as it is sewn, and what no colour is known for told in words."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.catalog.colours import colour_of, is_dark
from bagpattern.drawing.model import CLOTH, Drawing, Shape, Text
from bagpattern.drawing.purposes import PURPOSES
from bagpattern.drawing.views.looks import FILL, UNDER
from bagpattern.errors import InputError
from bagpattern.export import Job, rendered
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options

ROWS = [
    {"name": "Autumn", "shell": "olive", "lining": "mustard stripes", "zip": "black"},
    {"name": "Deep sea", "shell": "#102030", "lining": "Liberty Wiltshire"},
]


def made(**settings: Any) -> Pattern:
    return bagpattern.make({"style": "mini-backpack", "colourways": ROWS, **settings})


def cards(pattern: Pattern, colourway: str | None = None) -> dict[str, Drawing]:
    return dict(PURPOSES.member("colourways")().draw(pattern, Options(colourway=colourway)))


def said(drawing: Drawing) -> str:
    return " ".join(item.content for item in drawing.items if isinstance(item, Text))


def of_piece(drawing: Drawing, piece: str) -> set[str]:
    return {item.role for item in drawing.items if isinstance(item, Shape) and item.piece == piece}


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("olive", "#808000"),
        ("Mustard stripes", "#d9a514"),
        ("navy with gold stars", "#000080"),
        ("dark green", "#006400"),
        ("antique brass", "#b5a642"),
        ("Liberty Wiltshire #c0392b", "#c0392b"),
        ("white dots on #ABC", "#aabbcc"),
        ("Liberty Wiltshire", None),
        ("greenish", None),
        ("", None),
    ],
)
def test_colours_are_known_by_name_or_code(text: str, colour: str | None) -> None:
    assert colour_of(text) == colour


def test_lines_show_on_any_cloth() -> None:
    assert is_dark("#000080")
    assert not is_dark("#fffff0")


def test_there_is_a_card_for_each_colourway_or_for_the_one_that_is_asked_for() -> None:
    pattern = made()
    assert [*cards(pattern)] == ["colourway-autumn", "colourway-deep-sea"]
    assert [*cards(pattern, "deep sea")] == ["colourway-deep-sea"]
    with pytest.raises(InputError, match='has no colourway "Autum"; did you mean "Autumn"'):
        cards(pattern, "Autum")
    with pytest.raises(InputError, match=r"it has none; write \[\[colourways\]\]"):
        cards(bagpattern.make("mini-backpack"), "Autumn")


def test_pieces_and_swatches_are_in_the_colour_of_their_cloth() -> None:
    card = cards(made())["colourway-autumn"]
    assert card.style_of(f"{CLOTH}shell").filled == "#808000"
    assert card.style_of(f"{CLOTH}lining").filled == "#d9a514"
    for piece, slot in (("front", "shell"), ("back", "shell"), ("lining-back", "lining")):
        assert f"{CLOTH}{slot}" in of_piece(card, piece)
    assert "shell: olive" in said(card)
    assert "Three-quarter view" in said(card)


def test_a_print_without_a_colour_is_drawn_plain_and_told() -> None:
    card = cards(made())["colourway-deep-sea"]
    assert "laid" in of_piece(card, "lining-back")
    assert "no colour of that name is known" in said(card)


def test_the_bag_is_shown_from_two_sides_in_the_colours_of_the_card() -> None:
    card, other = cards(made()).values()
    for number in range(2):
        role = f"{UNDER}shell-{number}"
        assert role in {item.role for item in card.items}
        assert (card.style_of(role).filled, other.style_of(role).filled) == ("#808000", "#102030")
    assert card.style_of(f"{FILL}zip-0").filled == "#000000"


def test_a_bag_without_colourways_says_how_to_have_some() -> None:
    (card,) = cards(bagpattern.make("mini-backpack")).values()
    assert "[[colourways]]" in said(card)


def test_cards_are_written_in_colour() -> None:
    files = rendered(Job(made(), "colourways"), ("svg", "pdf"))
    autumn = files["preset-colourway-autumn.svg"].decode()
    assert 'fill="#808000"' in autumn
    assert any(name.endswith(".pdf") for name in files)
