"""A lining as large as the shell, and one that is folded where the shell is: its gap lies in another seam."""

from __future__ import annotations

import pytest

from bagpattern.geometry import areas
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SeamKind
from tests.styles.making import made, refused

FOLDED = [
    ("clutch", "folded", "side"),
    ("flat-pouch", "folded", "side"),
    ("tote", "folded", "side"),
    ("tote", "tube", "base"),
    ("bucket", "one-piece", "side"),
]
"""A style, its build, and where the lining's gap is to lie."""


def size(pattern: Pattern, panel: str) -> tuple[float, float]:
    left, bottom, right, top = areas.bounds([pattern[panel].panel.stitching_line])
    return right - left, top - bottom


@pytest.mark.parametrize("style", ["clutch", "flat-pouch", "tote", "messenger", "crossbody", "handbag", "bucket"])
def test_a_lining_without_inset_is_as_large_as_the_shell(style: str) -> None:
    pattern = made(style, lining={"inset": "0 mm"})
    assert size(pattern, "lining-front") == pytest.approx(size(pattern, "front"), abs=1e-6)


@pytest.mark.parametrize(("style", "build", "where"), FOLDED)
def test_a_folded_lining_is_the_shell_again(style: str, build: str, where: str) -> None:
    pattern = made(style, build=build, lining={"inset": "0 mm", "build": "as-shell"})
    assert size(pattern, "lining-front-back") == pytest.approx(size(pattern, "front-back"), abs=1e-6)
    assert not {"lining-front", "lining-back"} & {piece.panel.id for piece in pattern.pieces}
    (gap,) = (seam for seam in pattern.draft.seams if seam.kind is SeamKind.GAP)
    assert where in str(gap.cut_from)


@pytest.mark.parametrize("build", ["gusset", "wrap"])
def test_a_box_that_goes_on_into_its_walls_has_a_lining_that_does(build: str) -> None:
    pattern = made("basket-bag", build=build, lining={"build": "as-shell"})
    assert {"lining-gusset", "lining-front-base-back"} & {piece.panel.id for piece in pattern.pieces}


def test_a_lining_is_folded_only_where_the_shell_is() -> None:
    told = refused("tote", build="boxed", lining={"build": "as-shell"})
    assert told == 'lining.build: the shell is not folded: write "seamed", or choose a build that is folded'
    told = refused("tote", build="folded", lining={"build": "as-shell", "kind": "bound"})
    assert told.startswith("lining.build: only a lining that is dropped in may be seamed where the shell is folded")
    told = refused("box-pouch", build="folded", lining={"build": "as-shell"})
    assert told == 'lining.build: folded like the shell it has no straight seam for its gap: write "seamed"'
