"""The page's files as they are sent: light, without anything inline or from elsewhere, and told in every language."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest

from bagpattern.language import LANGUAGES
from bagpattern.styles import STYLES
from bagpattern.web.form import form
from bagpattern.web.page_files import INDEX, page_files

FILES = {name: each.content.decode() for name, each in page_files().items()}
SCRIPTS = sorted(name for name in FILES if name.endswith(".js"))
_SAID = re.compile(r'\b(?:t|said)\(\s*"((?:[^"\\]|\\.)*)"')
_GAPS = re.compile(r"\{\w+\}")


def _texts() -> set[str]:
    return {found for name in SCRIPTS for found in _SAID.findall(FILES[name])}


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_every_text_is_told_in_every_language_with_its_gaps(language: str) -> None:
    told = json.loads(FILES[f"words/{language}.json"])
    assert sorted(_texts() - set(told)) == []
    assert [text for text in _texts() if set(_GAPS.findall(text)) != set(_GAPS.findall(told[text]))] == []


def _names(fields: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Every key of a form, and every word that may be chosen in it, but for sizes and languages."""
    for each in fields:
        kinds = each.get("kinds", ())
        choices = each.get("choices", ()) if each["kind"] == "choice" and each["key"] != "language" else ()
        yield from (each["key"], *(one["value"] for one in (*kinds, *choices)))
        yield from _names((*each.get("fields", ()), *(field for kind in kinds for field in kind["fields"])))


def test_every_name_in_a_form_is_told_in_every_language() -> None:
    found = {name for style in STYLES.names() for name in _names(form(style)["fields"])}
    names = {re.sub("[-_]", " ", name) for name in found if len(name) > 1 and not re.search(r"\d", name)}
    for language in LANGUAGES:
        assert language == "en" or sorted(names - set(json.loads(FILES[f"words/{language}.json"]))) == [], language


def test_every_value_of_a_style_stands_where_a_maker_looks_for_it() -> None:
    fields = [each for style in STYLES.names() for each in form(style)["fields"]]
    assert {each["key"] for each in fields if each["group"] == "finishing"} == {"finishing", "fittings", "lining"}


def test_the_page_is_light() -> None:
    assert sum(len(gzip.compress(each.encode(), 9)) for each in FILES.values()) < 300_000


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_short_and_take_no_markup(name: str) -> None:
    assert len(FILES[name].splitlines()) < 300
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b|new Function|document\.write", FILES[name])


@pytest.mark.parametrize("name", sorted(FILES))
def test_nothing_comes_from_elsewhere(name: str) -> None:
    addresses = set(re.findall(r"https?://[\w./-]+", FILES[name]))
    assert addresses <= {"http://www.w3.org/2000/svg"}  # a name, which nobody fetches


def test_the_frame_holds_no_script_and_no_style_of_its_own() -> None:
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", FILES[INDEX]) == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_module_that_is_imported_is_there(name: str) -> None:
    assert [each for each in re.findall(r'from "\./([\w.]+)"', FILES[name]) if each not in FILES] == []
