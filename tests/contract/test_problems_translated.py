"""What is refused or found is told wholly in the reader's language: each form of it stands in the catalogues.

What is told as it is, a key, a file or what somebody wrote, is no sentence of ours. Refusals are those of the bad
presets of tests/errors and of the presets that leave no room; findings are looked at where each is made, in
tests/checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from bagpattern.errors import InputError
from bagpattern.pipeline import draft, make
from bagpattern.preset.reading import read
from bagpattern.said import Counted, Name, Said, Words
from bagpattern.web.answers import problems_told
from bagpattern.web.tongues import TONGUES, spoken
from bagpattern.words import words
from tests.contract.test_proposals import FOLLOWED, TIGHT
from tests.errors.test_messages import HERE, MISTAKES
from tests.test_messages import template

_LETTERS = re.compile("[A-Za-z]{2}")
_OWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\{.*\}|\([^)]*\)')
"""What a preset or a file says, or may say."""
_SENTENCE = re.compile(r"\b[a-z]{2,} [a-z]{2,}")
_LEAST = 90


def english(said: Iterable[Said]) -> set[str]:
    """Forms that no catalogue has: what no language tells but English."""
    return {found for text in said for each in text.unfold() for found in _untold(each)}


def sentences(said: Iterable[Said]) -> set[str]:
    """Names that are words of ours, likewise."""
    names = {each.text for text in said for each in text.unfold() if isinstance(each, Name)}
    return {each for each in names if _SENTENCE.search(_OWN.sub("", each))}


def _untold(each: Said) -> Iterator[str]:
    forms = (each.form,) if isinstance(each, Words) else (each.one, each.many) if isinstance(each, Counted) else ()
    for form in forms:
        bare = re.sub(r"\{[^{}]*\}", "", form)
        if _LETTERS.search(bare) and not {form, form[:1].swapcase() + form[1:]} & template():
            yield form


def _refused(source: Any) -> Iterator[Said]:
    try:
        draft(read(source)) if isinstance(source, str) else make(source)
    except InputError as error:
        yield from (each.message for each in error.problems)


def test_every_refusal_is_made_of_what_the_catalogues_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    more = ({"style": "mini-backpack", **each} for each in FOLLOWED)
    told = [said for source in (*MISTAKES, *more, *TIGHT) for said in _refused(source)]
    assert len(told) > _LEAST
    assert english(told) | sentences(told) == set()


def test_what_no_catalogue_has_is_found_out() -> None:
    hidden = words("make it {0 mm}, or {bound}", bound=Name("leave it out"))
    told = [hidden, Words("nobody translates this"), Name('"front pocket"')]
    assert (english(told), sentences(told)) == ({"nobody translates this"}, {"leave it out"})


def test_a_reader_is_told_in_the_language_and_units_of_the_request() -> None:
    """Of a file in its wishes; whoever says nothing is told in English."""
    with pytest.raises(InputError) as caught:
        make({"style": "tote", "dimensions": {"width": "9 m"}})
    wanted = {"units": "in", "language": "de"}
    for given in (wanted, {"wishes": wanted}):
        assert problems_told(caught.value.problems, spoken(given)) == {
            "message": f"dimensions.width: {TONGUES['de-in'](caught.value.problems[0].message)}"
        }
    assert spoken({"language": "xx"}) is spoken({}) is TONGUES["en-mm"]
