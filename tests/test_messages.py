"""The message catalogues are complete, and a pattern is said in full in every language."""

from __future__ import annotations

import gettext
import re
from collections import Counter
from functools import cache
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog

from bagpattern.language import ENGLISH, LANGUAGES, MESSAGES, Language
from bagpattern.passes.speak import spoken
from bagpattern.phrases import JOINTS, messages
from bagpattern.pipeline import make
from bagpattern.preset import preset_names
from bagpattern.styles import STYLES
from tests import message_cases
from tests.messages import TEMPLATE, compiled, marked, put_together, read, said, said_in

OTHERS = [each for each in LANGUAGES if each != ENGLISH]


@cache
def template() -> frozenset[str]:
    return frozenset(str(each.id) for each in read(TEMPLATE) if each.id)


@cache
def translations(language: str) -> Catalog:
    return read(MESSAGES / f"{language}.po")


def test_there_is_a_catalogue_of_every_language_and_no_other() -> None:
    assert {path.stem for path in MESSAGES.glob("*.po")} == {*OTHERS} == {path.stem for path in MESSAGES.glob("*.mo")}


def test_the_template_has_every_message_of_the_source() -> None:
    assert {*marked()} - template() == set(), "run: python -m tests.messages"


def test_the_template_has_every_message_that_the_shipped_bags_say() -> None:
    assert said(message_cases.presets()) - template() == set(), "run: python -m tests.messages"


def test_the_template_has_no_message_that_is_not_in_the_source() -> None:
    assert template() - {*marked(), *put_together()} == set(), "run: python -m tests.messages"


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_translates_exactly_the_messages_of_the_template(language: str) -> None:
    known = translations(language)
    assert {str(each.id) for each in known if each.id} == template()
    assert [each.id for each in known if each.id and (each.fuzzy or not each.string)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_the_same_gaps_with_the_same_lengths(language: str) -> None:
    wrong = [each.id for each in translations(language) if each.id and _gaps(str(each.id)) != _gaps(str(each.string))]
    assert wrong == []


def _gaps(text: str) -> Counter[str]:
    """The gaps, and every length that is written out."""
    return Counter(
        re.findall(r"\{[^{}]*\}|\d+(?:[.,]\d+)? (?:mm|cm)(?![a-z])", text.replace("\N{NO-BREAK SPACE}", " "))
    )


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_read_is_what_was_written(language: str) -> None:
    binary = (MESSAGES / f"{language}.mo").read_bytes()
    assert messages(binary) == messages(compiled(translations(language))), "run: python -m tests.messages"
    known = gettext.GNUTranslations(BytesIO(binary))
    assert messages(binary) == {each: known.gettext(each) for each in template()}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("units", ["mm", "in"])
def test_every_text_of_the_shipped_bags_is_said_with_its_figures(language: str, units: str) -> None:
    wrong = dict[str, str]()
    for name in preset_names():
        pattern = make(name, {"language": language, "units": units})
        say = pattern.language.speaker
        found = {text: say(text) or "" for text in said_in(spoken(pattern)) if text}
        wrong |= {text: told for text, told in found.items() if not told or _lengths(text) - _numbers(told)}
    assert wrong == {}


def _lengths(text: str) -> Counter[str]:
    """The figures of every length in an English text."""
    return Counter(re.findall(r"\d+(?:[./]\d+)?(?= (?:mm|cm|m|in)\b)", text))


def _numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:[./]\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", text)))


@pytest.mark.parametrize("style", STYLES.names())
def test_every_text_of_every_kind_of_part_is_known(style: str) -> None:
    unknown = set[str]()
    for pattern in message_cases.of_style(style):
        say = Language("de", pattern.language.own).speaker
        unknown |= {text for text in said_in(pattern) if text and say(text) is None}
    assert unknown == set()


@pytest.mark.parametrize("language", OTHERS)
def test_parts_of_sentences_are_joined_in_every_language(language: str) -> None:
    say = Language(language).speaker.book.said
    assert all("{one}" in say[form] and "{other}" in say[form] for form in JOINTS.values())


def test_two_gaps_side_by_side_are_filled_from_the_first_on() -> None:
    say = Language("ja").text
    assert say("a wearer of 178 cm") == "身長178 cmの人"
    assert say("a wearer of 178 cm, torso M") == "身長178 cm、背丈 Mの人"
