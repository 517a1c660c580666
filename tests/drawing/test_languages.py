"""What is drawn speaks the maker's language: nothing stays English, and nothing lies on anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from typing import Any

import pytest

from bagpattern.drawing import Drawing, sheets
from bagpattern.drawing.lettering import balanced, text_width, wrapped
from bagpattern.drawing.purposes import PURPOSES
from bagpattern.language import ENGLISH, LANGUAGES, Teller
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make
from bagpattern.preset import preset_names
from bagpattern.units import METRIC
from tests.drawing import seen

OTHERS = [each for each in LANGUAGES if each != ENGLISH]
_KEPT = re.compile(r"\{[^{}]*\}")
_GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβγδεζηθικλμνξοπρςστυφχψωω" + "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΩΩ"
)


def greek(message: str) -> str:
    """The message in Greek letters, its gaps and lengths as they are."""
    words, kept = _KEPT.split(message), _KEPT.findall(message)
    return "".join(word.translate(_GREEK) + gap for word, gap in zip(words, [*kept, ""], strict=True))


class Greek(NullTranslations):
    """A catalogue that has everything that any has, in Greek letters."""

    def gettext(self, message: str) -> str:
        return greek(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return greek(msgid2)


@pytest.fixture
def all_greek(monkeypatch: pytest.MonkeyPatch) -> None:
    """German has Greek letters: what a drawing says with Latin ones was never asked of the catalogue."""
    monkeypatch.setattr("bagpattern.language._catalogue", lambda name: Greek())
    monkeypatch.setattr("bagpattern.drawing.guide.guide.settings_told", lambda *given: [])


def english_in(drawings: Iterator[Drawing], pattern: Pattern) -> set[str]:
    """The words of three letters and more that are neither Greek nor the maker's own."""
    own = {word.lower() for each in _own(pattern) for word in re.findall("[A-Za-z]+", each)}
    words = (
        word
        for drawing in drawings
        for text in seen.texts(drawing)
        for word in re.findall("[A-Za-z]{3,}", text.content)
    )
    return {word for word in words if word.lower() not in own}


def _own(pattern: Pattern) -> Iterator[str]:
    yield from (pattern.name, "Tex 40")  # a thread's size is the trade's
    yield from _names(pattern.settings)
    yield from (colour for each in pattern.colourways for colour in each.colours.values())


def _names(settings: Any) -> Iterator[str]:
    """What the maker called the bag and its parts, and the things that they hold."""
    if isinstance(settings, Mapping):
        for key, given in settings.items():
            yield from [str(given)] if key == "name" else _names(given)
    elif isinstance(settings, list | tuple):
        for each in settings:
            yield from _names(each)


@pytest.mark.usefixtures("all_greek")
@pytest.mark.parametrize("name", preset_names())
def test_no_english_is_left_on_a_sheet(name: str) -> None:
    pattern = make(name, {"language": "de"})
    assert english_in(iter(sheets(pattern)), pattern) == set()


@pytest.mark.usefixtures("all_greek")
@pytest.mark.parametrize("purpose", [each for each in PURPOSES.names() if each != "cutter"])
@pytest.mark.parametrize("name", ["mini-backpack", "mini-backpack-artistic", "tote"])
def test_no_english_is_left_whatever_a_drawing_is_for(purpose: str, name: str) -> None:
    pattern = make(name, {"language": "de"})
    papers = {"paper": ("full", "a4"), "copyshop": ("a0",)}.get(purpose, ("full",))
    for paper in papers:
        drawings = PURPOSES.member(purpose)().draw(pattern, Options(paper))
        assert english_in(iter(drawings.values()), pattern) == set()


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("paper", ["full", "a4"])
@pytest.mark.parametrize("name", ["mini-backpack", "tote-work", "duffle"])
def test_no_text_touches_a_line_or_another_text(language: str, name: str, paper: str) -> None:
    for drawing in sheets(make(name, {"language": language}), paper):
        assert list(seen.collisions(drawing)) == [], drawing.title


@pytest.mark.parametrize("language", OTHERS)
def test_ids_and_layers_stay_as_they_are(language: str) -> None:
    (told,), (drawn,) = sheets(make("mini-backpack", {"language": language})), sheets(make("mini-backpack"))
    assert [layer.id for layer in told.layers] == [layer.id for layer in drawn.layers]
    assert {item.id for item in seen.shapes(told, "cut")} == {item.id for item in seen.shapes(drawn, "cut")}


def test_decimals_follow_the_language() -> None:
    said = {each: Teller(METRIC, each).length(12.5) for each in LANGUAGES}
    assert said == {"en": "12.5 mm", "de": "12,5 mm", "fr": "12,5 mm", "es": "12,5 mm", "ja": "12.5 mm"}


def test_lines_of_japanese_break_between_letters_but_not_before_a_mark() -> None:
    lines = wrapped("上端を三つ折りにして縫います。(10 mm、次に20 mm)", 30.0, 3.2)
    assert len(lines) > 2
    assert "".join(lines).replace(" ", "") == "上端を三つ折りにして縫います。(10mm、次に20mm)"
    assert all(text_width(line, 3.2) <= 30.0 for line in lines)
    assert not [line for line in lines if line[0] in "、。)」ーっ"]
    assert balanced("ストラップ当て布", 2) == ("ストラップ", "当て布")


def test_a_no_break_space_is_none_to_break_at() -> None:
    assert wrapped("couper\N{NO-BREAK SPACE}: ici", 16.0, 3.2) == ["couper\N{NO-BREAK SPACE}:", "ici"]


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("Reißverschlussstreifen", 30.0, ["Reißverschluss-", "streifen"]),
        ("Reißverschlusslasche", 30.0, ["Reißverschluss-", "lasche"]),
        ("Gurtverstärkung", 20.0, ["Gurtverstär-", "kung"]),
        ("Reißverschlussstreifen", 14.0, ["Reißver-", "schluss-", "streifen"]),
        ("www.example.org/patterns", 30.0, ["www.example.org", "/patterns"]),
    ],
)
def test_a_word_that_is_too_long_is_divided_at_a_syllable(word: str, width: float, lines: list[str]) -> None:
    assert wrapped(word, width, 3.2) == lines
