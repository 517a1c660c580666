"""The guide tells what published bags do in a table: each of them is there, and what is to be written exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from bagpattern.parameter import Parameter
from bagpattern.parameters import Choice, Declaration, Rows, Table, declarations
from bagpattern.parts.part import IN_ONE
from bagpattern.styles import STYLES

GUIDE = Path(__file__).parents[2] / "examples/guide/bags.md"
ASKED_FOR = (
    "lining smaller than the shell, or cut like it",
    "allowance at a zip",
    "a channel on a strip, turned down, through shell and lining",
    "cut in one with it, lining and all",
    "a duffle's body in one piece",
    "seams French, felled or bound",
    "a second cloth over the base",
    "a flap over the zip",
    "a strap on the back, over one shoulder, across the body",
    "with depth: bellows, pleats, cargo",
    "the back, or the front, round the sides",
    "tabs at a zip's ends",
    "on the back",
    "small ones",
    "a stiff box under a lid; a purse on a frame; a wedge in a bicycle's frame",
)
"""Of the constructions that several published bags have: words of their row, in the order of how many have them."""


def rows() -> list[list[str]]:
    table = GUIDE.read_text(encoding="utf-8").split("## Constructions")[1]
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def declared(declarations_of: Iterable[tuple[str, Declaration]]) -> Iterator[str]:
    """Every key there is, and every word that may be written."""
    for key, each in declarations_of:
        yield key
        if isinstance(each, Parameter):
            yield from map(str, each.options or ())
        elif isinstance(each, Choice):
            yield from each.family.names()
            for name in each.family.names():
                yield from declared(declarations(each.family.member(name)).items())
        elif isinstance(each, Table | Rows):
            yield from declared(declarations(each.of).items())


@pytest.fixture(scope="module")
def known() -> set[str]:
    every = (declarations(STYLES.member(name)).items() for name in STYLES.names())
    return {"style", "kind", "true", *IN_ONE, *STYLES.names(), *(word for each in every for word in declared(each))}


@pytest.mark.parametrize("construction", ASKED_FOR)
def test_what_published_bags_do_is_in_the_table(construction: str) -> None:
    assert any(construction in row[0] for row in rows())


def test_all_that_the_table_says_to_write_exists(known: set[str]) -> None:
    for told, how, _ in rows():
        for code in re.findall(r"`([^`]+)`", how):
            words = re.findall(r"[a-z][a-z0-9_-]*(?:\.[a-z_]+)*", code.replace("0 mm", ""))
            assert {part for word in words for part in word.split(".")} <= known, (told, code)
