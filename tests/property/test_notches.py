"""Notches of random seams: partners on both sides, apart from each other, and near enough along every stretch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bagpattern.checks import checks
from bagpattern.geometry.shapes import Sides, rectangle, rounded_panel
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.passes.notch import seam_notches
from bagpattern.said import Name
from tests.checks.bags import SHOP, edges, pattern

AROUND = ("bottom", "right", "top", "left")


def panel(name: str, sides: Sides, count: int = 1) -> Panel:
    return Panel(name, Name(name), "shell", Role.BODY, edges(sides), count=count)


@st.composite
def faces(draw: st.DrawFn) -> Panel:
    width, height = draw(st.floats(100, 400)), draw(st.floats(100, 400))
    top, bottom = (draw(st.sampled_from((0.0, 20.0, 45.0))) for _ in range(2))
    return panel("face", rounded_panel(width, height, top, bottom))


@st.composite
def banded(draw: st.DrawFn) -> tuple[Draft, Seam]:
    """Part of a face's outline, sewn to strips that are together as long, or longer by some ease.

    The seam may start inside an edge; strips may be turned round, and two of them may be copies of one.
    """
    face = draw(faces())
    start = draw(st.sampled_from((0.0, 15.0, 40.0)))
    runs = [Run("face", name) for name in AROUND[: draw(st.integers(1, 4))]]
    runs[0] = Run("face", runs[0].on, start=start)
    length = sum(face.edge(run.on).length for run in runs) - start
    ease = draw(st.sampled_from((0.0, 0.0, length * 0.02)))
    shares = draw(st.sampled_from(((1.0,), (0.5, 0.5), (0.3, 0.7), (0.25, 0.35, 0.4))))
    turned = draw(st.booleans())
    if shares == (0.5, 0.5) and draw(st.booleans()):
        strips = [panel("strip", rectangle((length + ease) / 2, 40), count=2)]
        sewn = [Run("strip", "bottom", reversed=turned, copy=copy) for copy in (1, 2)]
    else:
        strips = [panel(f"strip {i}", rectangle((length + ease) * share, 40)) for i, share in enumerate(shares)]
        sewn = [Run(strip.id, "bottom", reversed=turned) for strip in strips]
    return Draft((face, *strips)), Seam("seam", tuple(runs), tuple(sewn), ease=ease, marked=True)


def stitched(draft: Draft, seam: Seam, runs: tuple[Run, ...]) -> list[float]:
    """Where the seam's notches lie along one side, in mm, one entry for each place."""
    done, found = 0.0, []
    for run in runs:
        low, high = draft.span(run)
        for name, each in seam_notches(draft, seam):
            if (name, each.on) == (run.panel, run.on) and low - 0.1 <= each.at <= high + 0.1:
                found.append(done + (high - each.at if run.reversed else each.at - low))
        done += high - low
    found.sort()
    return [at for before, at in pairwise([-1.0, *found]) if at - before > 0.1]


@given(banded())
def test_both_sides_have_the_same_notches(case: tuple[Draft, Seam]) -> None:
    draft, seam = case
    on_a, on_b = (stitched(draft, seam, runs) for runs in (seam.a, seam.b))
    scale = draft.side_length(seam.b) / draft.side_length(seam.a)
    assert [at * scale for at in on_a] == pytest.approx(on_b, abs=0.15)


@given(banded())
def test_notches_are_apart_and_near_enough(case: tuple[Draft, Seam]) -> None:
    draft, seam = case
    length = draft.side_length(seam.a)
    found = stitched(draft, seam, seam.a)
    assert all(high - low >= 7.8 for low, high in pairwise(found))
    if length >= 60:
        seen = sorted([0.0, *found, *corners(draft, seam), length])
        assert all(high - low <= 170 for low, high in pairwise(seen))


def corners(draft: Draft, seam: Seam) -> list[float]:
    """Where runs of both sides end at the same place, which shows without a notch."""
    total = draft.side_length(seam.a)
    ends = [
        [draft.side_length(runs[:index]) * total / draft.side_length(runs) for index in range(1, len(runs))]
        for runs in (seam.a, seam.b)
    ]
    return [at for at in ends[0] if any(abs(at - other) <= 0.6 for other in ends[1])]


@given(banded())
def test_the_check_agrees(case: tuple[Draft, Seam]) -> None:
    draft, seam = case
    made = pattern(Draft(draft.panels, (seam,)))
    assert [f for each in checks() if each.code in ("BP101", "BP104") for f in each.find(made, SHOP)] == []
