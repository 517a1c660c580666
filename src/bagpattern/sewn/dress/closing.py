"""Zips where they are: along the seams that they close, and in the windows behind which a pocket hangs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from bagpattern.attached.sliders import sliders_of, window, window_middle
from bagpattern.model.seam import SeamKind
from bagpattern.sewn.bag import Stroke, StrokeKind
from bagpattern.sewn.dress.ground import Ground, located
from bagpattern.sewn.dress.mesh import unit
from bagpattern.sewn.dress.opened import unzipped
from bagpattern.sewn.dress.pulls import pull_on
from bagpattern.sewn.dress.zips import shown_in, sliders, zip_along, zip_stroke

if TYPE_CHECKING:
    from bagpattern.model.notion import Notion
    from bagpattern.model.seam import Run, Seam
    from bagpattern.sewn.bag import Floats, Surface

_STEP = 6.0
_ENDS = 2
"""Places from either end of a zip at which its normals look aside: the bag turns away there [K]."""
_OVER = 0.6
"""mm: the tape in a window shows outside alone."""
_EDGE = 1.2
"""mm from the cloth to the edge of a window: a line nearer to it would be seen on its other side, on the lining."""
_HEM = 2.5
"""mm from a window's edge to the stitching round it."""

Zips = tuple[list["Surface"], list[Stroke]]


def zipped(ground: Ground, seam: Seam, zip_id: str, opened: bool = False) -> Zips:
    """The zip of one seam, closed, or *opened*; nothing when it does not lie on the ground."""
    notion = next(each for each in ground.draft.notions if each.id == zip_id)
    if not ground.has(seam.a[0].panel, seam.a[0].copy):
        return [], []
    if seam.kind is SeamKind.PLACEMENT:
        return _window(ground, seam, notion)
    pull, runners = pull_on(ground.draft, zip_id), sliders_of(ground.draft, seam)
    if opened:
        return unzipped(ground, seam, notion, len(runners), pull)
    curve, normals = _seam_line(ground, seam)
    surfaces = [
        *zip_along(curve, normals, notion, shown_in(ground.draft, seam)),
        *sliders(curve, normals, notion, runners, pull),
    ]
    return surfaces, [zip_stroke(curve, normals, seam.id)]


def _seam_line(ground: Ground, seam: Seam) -> tuple[Floats, Floats]:
    """The line of a seam in space, and its normals: those of its two sides, evened out."""
    length = ground.draft.side_length(seam.a)
    shares = np.linspace(0.0, 1.0, max(2, round(length / _STEP)))
    points, normals = np.stack([_side_line(ground, side, shares) for side in (seam.a, seam.b)], axis=1)
    return np.nanmean(points, axis=0), _smooth(unit(np.nansum(normals, axis=0)))


def _side_line(ground: Ground, side: tuple[Run, ...], shares: Floats) -> Floats:
    """2 x k x 3: points and normals at shares of a side, none of what does not lie on the ground."""
    found = np.full((2, len(shares), 3), np.nan)
    at = enumerate(located(ground.draft, side, share) for share in shares.tolist())
    for run, group in groupby(at, key=lambda each: each[1][0]):
        if ground.has(run.panel, run.copy):
            numbers, places = zip(*((number, place) for number, (_, place) in group), strict=True)
            spots = ground.along(run.panel, run.copy, run.on, places)
            found[:, numbers] = spots.points, spots.normals
    return found


def _smooth(normals: Floats) -> Floats:
    """Normals averaged with their neighbours, so that no tape is creased; at its ends it lies on as it came."""
    if len(normals) > 4 * _ENDS:
        inner = normals[_ENDS:-_ENDS]
        normals = np.concatenate([inner[:1].repeat(_ENDS, axis=0), inner, inner[-1:].repeat(_ENDS, axis=0)])
    for _ in range(3):
        wide = np.concatenate([normals[:1], normals, normals[-1:]])
        normals = unit(wide[:-2] + 2 * wide[1:-1] + wide[2:])
    return normals


def _window(ground: Ground, seam: Seam, notion: Notion) -> Zips:
    """The zip in a window: it runs along the longer side, between edges that are folded back."""
    run = seam.a[0]
    corners, ends = window(ground.draft, seam), window_middle(ground.draft, seam)
    if corners is None or ends is None:
        return [], []
    low, high = ends
    middle = low + (high - low) * np.linspace(0.0, 1.0, max(2, round(abs(high - low) / _STEP)))
    spots = ground.on(run.panel, run.copy, _xy(middle), _OVER)
    surfaces = [*zip_along(spots.points, spots.normals, notion, float(abs(corners[3] - corners[0])))]
    runners = sliders_of(ground.draft, seam)
    surfaces += sliders(spots.points, spots.normals, notion, runners, pull_on(ground.draft, notion.id))
    return surfaces, [zip_stroke(spots.points, spots.normals, seam.id), *_edges(ground, seam, corners)]


def _edges(ground: Ground, seam: Seam, corners: list[complex]) -> list[Stroke]:
    """The edge of a window and the stitching round it."""
    run, found = seam.a[0], []
    middle = sum(corners) / 4
    for kind, off in ((StrokeKind.EDGE, 0.0), (StrokeKind.TOPSTITCH, _HEM)):
        ring = [each + off * _out(each, middle, corners) for each in corners]
        sides = [one + (two - one) * np.linspace(0, 1, 12) for one, two in zip(ring, [*ring[1:], ring[0]], strict=True)]
        spots = ground.on(run.panel, run.copy, _xy(np.concatenate(sides)), _EDGE)
        found.append(Stroke(kind, spots.points, spots.normals, run.panel, lies=True))
    return found


def _out(corner: complex, middle: complex, corners: list[complex]) -> complex:
    """Diagonally away from the middle of a rectangle, one mm from either side."""
    along = (corners[1] - corners[0]) / abs(corners[1] - corners[0])
    at = (corner - middle) / along
    return along * complex(1.0 if at.real > 0 else -1.0, 1.0 if at.imag > 0 else -1.0)


def _xy(places: Any) -> Floats:
    return np.stack([np.real(places), np.imag(places)], axis=1)
