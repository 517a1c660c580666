"""The message catalogues are complete, and all that a pattern says stands in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from bagpattern.language import ENGLISH, LANGUAGES, MESSAGES, Teller
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.preset import preset_names
from bagpattern.said import Cased, Counted, Said, Words
from bagpattern.styles import STYLES
from bagpattern.units import Units
from bagpattern.words import words
from tests import message_cases, messages
from tests.message_cases import said_in

OTHERS = [each for each in LANGUAGES if each != ENGLISH]
_LETTERS = re.compile("[A-Za-z]{2}")


@cache
def template() -> frozenset[str]:
    """Every form of the template, both of those that depend on a count."""
    return frozenset(form for each in messages.read(messages.TEMPLATE) if each.id for form in _forms(each.id))


@cache
def translations(language: str) -> Catalog:
    return messages.read(MESSAGES / f"{language}.po")


def _forms(given: str | Iterable[str] | None) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())


def test_there_is_a_catalogue_of_every_language_and_no_other() -> None:
    assert {path.stem for path in MESSAGES.glob("*.po")} == {*OTHERS} == {path.stem for path in MESSAGES.glob("*.mo")}


def test_the_template_is_what_is_extracted_from_the_source(tmp_path: Path) -> None:
    messages.extracted(tmp_path / "messages.pot")
    assert (tmp_path / "messages.pot").read_bytes() == messages.TEMPLATE.read_bytes(), "run: python -m tests.messages"


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_translates_exactly_the_messages_of_the_template(language: str) -> None:
    known = translations(language)
    assert {form for each in known if each.id for form in _forms(each.id)} == template()
    assert [each.id for each in known if each.id and (each.fuzzy or not all(_forms(each.string)))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_gaps_of_its_message(language: str) -> None:
    """A length that is written out is a gap, too, so that none is lost or told in one unit alone."""
    for each in translations(language):
        wanted = _gaps(_forms(each.id)[-1]) if each.id else Counter[str]()
        assert [told for told in _forms(each.string) if each.id and _gaps(told) != wanted] == [], each.id


def _gaps(text: str) -> Counter[str]:
    """Gaps and lengths, whatever the decimal mark."""
    found = re.findall(r"\{[^{}]*\}|\d+(?:[.,]\d+)?[ \N{NO-BREAK SPACE}](?:mm|cm)(?![a-z])", text)
    return Counter(each if each[0] == "{" else each.replace(",", ".") for each in found)


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_read_is_what_was_written(language: str, tmp_path: Path) -> None:
    messages.compiled(language, tmp_path / "new.mo")
    assert (tmp_path / "new.mo").read_bytes() == (MESSAGES / f"{language}.mo").read_bytes(), "python -m tests.messages"


def unknown(patterns: Iterable[Pattern]) -> set[str]:
    """Every form with words in it that some patterns say and the catalogues have not, with either first letter."""
    said = {form for pattern in patterns for text in said_in(pattern) for form in _said(text)}
    return {form for form in said if _LETTERS.search(re.sub(r"\{[^{}]*\}", "", form)) and not _is_known(form)}


def _said(text: Said) -> Iterable[str]:
    for each in text.unfold():
        if isinstance(each, Words):
            yield each.form
        elif isinstance(each, Counted):
            yield from (each.one, each.many)


def _is_known(form: str) -> bool:
    return form in template() or form[:1].swapcase() + form[1:] in template()


def test_everything_that_the_shipped_bags_say_is_in_the_catalogues() -> None:
    assert unknown(map(make, preset_names())) == set()


@pytest.mark.parametrize("style", STYLES.names())
def test_everything_that_any_kind_of_part_says_is_in_the_catalogues(style: str) -> None:
    assert unknown(message_cases.of_style(style)) == set()


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("units", ["mm", "in"])
def test_no_gap_is_left_open_and_no_text_is_lost(language: str, units: str) -> None:
    tell = Teller(Units(units), language)
    for name in preset_names():
        for text in filter(None, said_in(make(name))):
            told = tell(text)
            assert told
            assert "{" not in told, told


def test_a_german_noun_keeps_its_capital_within_a_sentence() -> None:
    sentence = words("Sew the {name} to the {panel}", name=Cased(Words("Strap anchor"), False), panel=words("lining"))
    assert str(sentence) == "Sew the strap anchor to the lining"
    assert Teller(language="de")(Cased(Words("Strap anchor"), False)) == "Gurtverstärkung"
    assert Teller(language="fr")(Cased(Words("Strap anchor"), False))[0].islower()
    assert Teller(language="fr")(Cased(Words("Strap anchor"), True))[0].isupper()


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_title_has_a_capital_at_its_beginning_alone(language: str) -> None:
    """Whichever of its words come first in a language: 'Crossbody strap', 'Correa bandolera'."""
    titles = {piece.panel.title for name in preset_names() for piece in make(name).pieces}
    told = {str(title): Teller(language=language)(title) for title in titles}
    assert {text for title, text in told.items() if title[1:].islower() and not text[1:].islower()} == set()
    assert all(text[0].isupper() for text in told.values())
