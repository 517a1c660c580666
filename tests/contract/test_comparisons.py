"""Whoever refuses by a length compares it in ``lengths``: what is as long as its limit is refused nowhere."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

import bagpattern
from bagpattern.lengths import between, over, under
from bagpattern.pipeline import make
from bagpattern.units import parse_length

HOUSE = Path(bagpattern.__file__).parent
ROOMS = ("parts", "styles")
COUNTS = {
    "count",
    "counts",
    "number",
    "many",
    "slots",
    "fasteners",
    "rows",
    "columns",
    "pens",
    "len",
    "locks",
    "angle",
}
"""Whole numbers, and an angle, which may be compared as they are."""
NO_LIMITS = {
    "parts/compartments/divider.py": "what is left of an edge between two places, none or some",
    "parts/fittings/_bias.py": "the stretches of a strip that are there at all",
    "parts/pockets/_crossing.py": "the stretches of an edge that are there at all",
    "parts/bodies/topstitch.py": "edges too short to be topstitched are left alone",
    "parts/sewing/joinery.py": "a place within an edge",
}
INCHES = [f"{whole} {part}/8 in" if part else f"{whole} in" for whole in (3, 4, 5, 7, 9) for part in range(8)]


def test_sums_of_inches_are_what_they_make() -> None:
    for one, other in itertools.product(INCHES, repeat=2):
        both, half = parse_length(one) + parse_length(other), (parse_length(one) + parse_length(other)) / 2
        assert not over(both, 2 * half)
        assert not under(both, 2 * half)
        assert between(both, 2 * half, 2 * half)
        assert over(both + 0.001, 2 * half)
        assert under(both - 0.001, 2 * half)


PAIRS = [(wide, deep) for wide in range(4, 18) for deep in (1, 2, 3)]


@pytest.mark.parametrize(("wide", "deep"), PAIRS)
def test_a_flap_may_be_as_wide_as_its_rim(wide: int, deep: int) -> None:
    """4 + 2 in of a boxed clutch make a rim of 6 in, that differs from it in the last digit."""
    size = {"width": f"{wide} 3/10 in", "depth": f"{deep} 1/10 in", "height": "6 in"}
    flap = {"kind": "flap", "width": f"{wide + deep} 2/5 in", "cover": "3 in"}
    asked = {"style": "clutch", "dimensions": size, "closure": flap}
    assert make(asked).errors == ()


@pytest.mark.parametrize("room", ROOMS)
def test_refusals_compare_lengths_in_one_way(room: str) -> None:
    """An ``if`` under which something is refused asks ``over``, ``under`` or ``between``."""
    found = [
        f"{path.relative_to(HOUSE)}:{line}"
        for path in sorted((HOUSE / room).rglob("*.py"))
        if str(path.relative_to(HOUSE)) not in NO_LIMITS
        for line in bare(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_a_bare_comparison_is_seen() -> None:
    assert [*bare(ast.parse("def f(a, b):\n    if a > b:\n        yield a\n"))] == [2]
    assert [*bare(ast.parse("def f(a, b):\n    if 0 < a and over(a, b):\n        yield a\n"))] == []


def bare(tree: ast.Module) -> Iterator[int]:
    """The lines of comparisons that decide whether something is refused, by themselves."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and any(map(_tells, node.body)):
            yield from (each.lineno for each in ast.walk(node.test) if isinstance(each, ast.Compare) and _sizes(each))


def _tells(node: ast.stmt) -> bool:
    kinds = ast.Yield, ast.YieldFrom, ast.Raise
    return not isinstance(node, ast.If) and any(isinstance(each, kinds) for each in ast.walk(node))


def _sizes(compared: ast.Compare) -> bool:
    """Whether it holds one size against another: not whether there is one at all, nor whole numbers."""
    terms = [compared.left, *compared.comparators]
    by_size = all(isinstance(each, ast.Lt | ast.Gt | ast.LtE | ast.GtE) for each in compared.ops)
    whole = any(isinstance(each, ast.Constant) and isinstance(each.value, int) for each in terms)
    names = {each.id for term in terms for each in ast.walk(term) if isinstance(each, ast.Name)}
    names |= {each.attr for term in terms for each in ast.walk(term) if isinstance(each, ast.Attribute)}
    return by_size and not whole and not names & COUNTS
