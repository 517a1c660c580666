"""Seams, and what is done at them: which panels, how they lie, what is clipped, topstitched, bound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bagpattern.geometry.points import Point
from bagpattern.lengths import over
from bagpattern.making.bench import Bench, is_rim
from bagpattern.making.clips import clip_of
from bagpattern.making.telling.naming import edge_names, is_basted, on_one_sheet, panel_names, side_names
from bagpattern.model.darts import LEVEL, NARROW, opens
from bagpattern.model.operation import Operation
from bagpattern.model.panel import ON_ZIPS
from bagpattern.model.seam import SURFACE_ONLY, Encloses, Meet, Seam, SeamKind
from bagpattern.said import NOTHING, Length, Said
from bagpattern.words import form, sentences, series, words

_ALIKE = 1.0
"""mm by which the two sides of a piece may differ."""
_TOGETHER = {
    Meet.RIGHT_SIDES: form("Right sides together, sew {seams}."),
    Meet.WRONG_SIDES: form("Wrong sides together, sew {seams}."),
}


def of_sewing(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """Which panels are joined, one seam after the other; what lies on a face is told by its part."""
    seams = [bench.draft.seam(each.seams[0]) for each in alike]
    if seams[0].kind is SeamKind.GAP:
        return _closed(bench)
    if seams[0].kind in SURFACE_ONLY:
        return NOTHING
    named = _named(bench, seams)
    notched = words("Match the notches.") if any(each.marked for each in seams) else NOTHING
    return sentences(words(_TOGETHER[seams[0].meet], seams=named), notched, _left_open(bench, seams))


def _named(bench: Bench, seams: list[Seam]) -> Said:
    """What is joined to what, and how often."""
    whole = {each.cut_from or each.id: each for each in seams}  # what a gap parts is one seam
    unlike = tuple(_unlike_others(bench, [*whole.values()]))
    apart = [_edge_to_edge(bench, each) for each in unlike]
    times = Counter([*apart, *(_joined(bench, each) for each in whole.values() if each not in unlike)])
    every = {_joined(bench, each) for each in whole.values() if opens(bench.draft, each) is not None}
    return series((each if each in every else _times(each, count) for each, count in times.items()), ", ")


def _unlike_others(bench: Bench, seams: list[Seam]) -> Iterator[Seam]:
    """Seams of one sheet, folded or bent round, that are no pair of its two sides: its base and its only side."""
    own = [each for each in seams if on_one_sheet(each) and opens(bench.draft, each) is None]
    return (each for each in own if not all(_mirror(bench, each, other) for other in own))


def _mirror(bench: Bench, one: Seam, other: Seam) -> bool:
    """Whether two seams lead alike over their sheet, or as in a mirror."""
    way, twin = _way(bench, one), _way(bench, other)
    return max(abs(abs(way.real) - abs(twin.real)), abs(abs(way.imag) - abs(twin.imag))) < _ALIKE


def _way(bench: Bench, seam: Seam) -> Point:
    """From where its side a begins to where that ends, in mm on the panel."""
    first, last = seam.a[0], seam.a[-1]
    return bench.draft.point_along(last, bench.draft.run_length(last)) - bench.draft.point_along(first, 0.0)


def _edge_to_edge(bench: Bench, seam: Seam) -> Said:
    """Which edges of its piece a seam joins."""
    edge, other = edge_names(bench, seam.a), edge_names(bench, seam.b)
    return words("{edge} to {other} of {piece}", edge=edge, other=other, piece=side_names(bench, seam.a))


def _closed(bench: Bench) -> Said:
    """The gap, sewn from the right side of the lining, that hangs out of it by then; at a rim it is pushed in later."""
    sewn = words("Turn the edges of the gap in and sew it closed, close to its edge.")
    rim = any(is_rim(bench, each) for each in bench.draft.seams)
    return sentences(sewn, NOTHING if rim else words("Push the lining into the bag."))


def _times(joined: Said, count: int) -> Said:
    if count == 1:
        return joined
    if count == 2:
        return words("{seam} at both ends", seam=joined)
    return words("{seam} in {count} places", seam=joined, count=count)


def _left_open(bench: Bench, seams: list[Seam]) -> Said:
    """The gap that is left in the middle of a seam, where it is and how long."""
    cut = {each.cut_from: each for each in seams if each.cut_from}
    gap = next((each for each in bench.draft.seams if each.kind is SeamKind.GAP and each.cut_from in cut), None)
    if gap is None:
        return NOTHING
    if cut[gap.cut_from].marked:
        told = form(
            "Leave {long} open from notch to notch in the middle of this seam: {seam}. Back-tack at both ends of the "
            "gap."
        )
    else:
        told = form("Leave {long} open in the middle of this seam: {seam}. Back-tack at both ends of the gap.")
    return words(told, long=Length(bench.draft.side_length(gap.a)), seam=_told_apart(bench, gap))


def _told_apart(bench: Bench, gap: Seam) -> Said:
    """The seam that a gap is in; where others join the same pieces, the edges as well that are sewn in it."""
    named, pieces = _joined(bench, gap), _pieces(bench, gap)
    others = (each for each in bench.draft.seams if each.kind is SeamKind.PLAIN and each.cut_from != gap.cut_from)
    if not any(_pieces(bench, each) == pieces for each in others):
        return named
    if on_one_sheet(gap):
        return _edge_to_edge(bench, gap)
    edge, piece = edge_names(bench, gap.a), side_names(bench, gap.a)
    return words("{seam}, at the {edge} edge of the {piece}", seam=named, edge=edge, piece=piece)


def _pieces(bench: Bench, seam: Seam) -> frozenset[Said]:
    """What the panels on its two sides are called."""
    return frozenset((side_names(bench, seam.a), side_names(bench, seam.b)))


def _joined(bench: Bench, seam: Seam) -> Said:
    a, b = side_names(bench, seam.a), side_names(bench, seam.b)
    if a != b:
        return words("{a} to {b}", a=a, b=b)
    corner = opens(bench.draft, seam)
    if corner is None:
        return words("the sides of {a}", a=a)
    if corner > LEVEL:
        return words("the two halves of an edge of {a}", a=a)
    return words("each dart of {a}", a=a) if corner < NARROW else words("across each corner of {a}", a=a)


def of_clipping(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """Which allowance is clipped, so that it opens along the curve of the other piece."""
    piece = panel_names(bench, (sheet.panel for each in alike for sheet in each.pieces))
    clips = [clip for clip in (clip_of(bench.draft, bench.draft.seam(each.seams[0])) for each in alike) if clip]
    curves, corners = any(clip.curves for clip in clips), any(clip.corners for clip in clips)
    if curves and corners:
        told = form(
            "Clip the allowance of the {piece} where the seam curves, and once at each corner, to pivot there; each "
            "clip ends {1 mm} short of the stitching."
        )
    elif corners:
        told = form(
            "Clip the allowance of the {piece} once at each corner, {1 mm} short of the stitching, to pivot there."
        )
    else:
        told = form("Clip the allowance of the {piece} where the seam curves, {1 mm} short of the stitching.")
    return words(told, piece=piece)


def of_topstitching(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """Where a seam is topstitched."""
    piece = panel_names(bench, (where.panel for each in alike for where in each.on))
    heat, layers = all(each.heat for each in alike), any(_has_lining(bench, each) for each in alike)
    if is_basted(bench, (sheet for each in alike for sheet in each.pieces)):
        return words(_TURNED_UNDER[heat], piece=piece)
    return words(_TOPSTITCHED[heat, layers], piece=piece)


def _has_lining(bench: Bench, stitching: Operation) -> bool:
    """Whether a lining lies behind what is topstitched, as does that of a strip; a pocket is no lining."""
    return any(bench.draft[sheet.panel].role in ON_ZIPS for sheet in stitching.pieces)


_TOPSTITCHED = {
    (True, False): form("Press the {piece} away from the seam, and topstitch on the marked line."),
    (False, False): form("Fold the {piece} away from the seam, and topstitch on the marked line."),
    (True, True): form(
        "Fold the {piece} away from the zip, each with its lining behind it, wrong sides together, and press. "
        "Topstitch on the marked line, through the lining."
    ),
    (False, True): form(
        "Fold the {piece} away from the zip, each with its lining behind it, wrong sides together, and crease with "
        "your fingers. Topstitch on the marked line, through the lining."
    ),
}
"""By whether an iron is borne, and whether a lining lies behind."""
_TURNED_UNDER = {
    True: form(
        "Fold the {piece} away from the zip, and press. Press the free edge of the lining under, and lay its fold on "
        "the tape, along the stitching. Topstitch on the marked line, through the lining."
    ),
    False: form(
        "Fold the {piece} away from the zip, and crease with your fingers. Crease the free edge of the lining under, "
        "and lay its fold on the tape, along the stitching. Topstitch on the marked line, through the lining."
    ),
}
"""By whether an iron is borne: a basted lining is sewn to the zip from its right side."""


def of_hem(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """An edge that is turned over."""
    piece = panel_names(bench, (where.panel for each in alike for where in each.on))
    return words("Turn the top edge of the {piece} over on its line and stitch it down.", piece=piece)


def of_skiving(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """Edges that are thinned before they are turned."""
    first, panel = alike[0], bench.draft[alike[0].pieces[0].panel]
    edges = series((panel.edge(where.on).told for where in first.on), ", ")
    return words(
        "Skive the wrong side of the {piece} along {edges}: {wide} wide, thinner and thinner, to half at the edge.",
        piece=panel.title.lower(),
        edges=edges,
        wide=Length(first.turns[0]),
    )


def of_binding(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """A seam's allowances, or an edge, in tape."""
    apart = [each for each in alike if each.seams and not bench.operations[bench.sews[each.seams[0]]].how]
    if len(apart) > 1:
        return words(
            "Bind the allowances of each of these seams before the next one is sewn: fold the tape over both and "
            "stitch close to its edge."
        )
    if alike[0].seams:
        return words("Bind the allowances: fold the tape over both and stitch close to its edge.")
    piece = panel_names(bench, (where.panel for each in alike for where in each.on))
    return words("Fold the tape over the edge of the {piece} and stitch close to its edge.", piece=piece)


def of_overcasting(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """What is left of a trimmed allowance, before it is turned in."""
    return words("Zigzag over both trimmed edges together: this cloth frays, and no lining covers it.")


def of_felling(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """A seam that closes its raw edges in: sewn round them again, or one allowance folded over the other."""
    seams = [bench.draft.seam(each.seams[0]) for each in alike]
    kept, heat = seams[0].enclosed, all(each.heat for each in alike)
    if kept is None:
        return NOTHING
    each = words("Finish each of these seams before the next one is sewn.") if len(seams) > 1 else NOTHING
    if kept.how is Encloses.FRENCH:
        first = words(_FIRST[heat], seams=_named(bench, seams), first=Length(kept.first))
        return sentences(each, first)
    wide = any(over(_allowance(bench, seam), seam.enclosed.first) for seam in seams if seam.enclosed)
    trim = words("Trim the allowance that is to lie under to {under}.", under=Length(kept.first)) if wide else NOTHING
    return sentences(each, trim, _folded_over(bench, seams, heat))


def _folded_over(bench: Bench, seams: list[Seam], heat: bool) -> Said:
    """How one allowance closes the other in: that of an edge, where both are of one piece."""
    own = [each for each in seams if on_one_sheet(each)]
    if len(own) < len(seams):
        return words(_OVER[heat])
    return words(_OVER_OWN[heat], edges=_edges(edge_names(bench, each.b) for each in own))


def _edges(names: Iterable[Said]) -> Said:
    found = list(dict.fromkeys(names))
    return series((series(found[:-1], ", "), found[-1]), " and ")


def _allowance(bench: Bench, seam: Seam) -> float:
    """mm of the widest edge of side a."""
    return max(bench.host(run).edge(run.on).allowance or 0.0 for run in seam.a)


_FIRST = {
    True: form(
        "French seam, first row: wrong sides together, sew {seams} {first} from the raw edges. Trim the allowances to "
        "{3 mm}, turn the pieces right sides together along the seam, and press; the second row closes them in."
    ),
    False: form(
        "French seam, first row: wrong sides together, sew {seams} {first} from the raw edges. Trim the allowances to "
        "{3 mm}, turn the pieces right sides together along the seam, and crease; the second row closes them in."
    ),
}
_OVER = {
    True: form(
        "Fold the wider allowance round the raw edge of the other, press both flat over that piece, and stitch close "
        "to the fold through all layers."
    ),
    False: form(
        "Fold the wider allowance round the raw edge of the other, lay both flat over that piece, and stitch close "
        "to the fold through all layers."
    ),
}
_OVER_OWN = {
    True: form(
        "Fold the allowance of {edges} round the raw edge of the side that it is sewn to, press both flat over that "
        "side, and stitch close to the fold through all layers."
    ),
    False: form(
        "Fold the allowance of {edges} round the raw edge of the side that it is sewn to, lay both flat over that "
        "side, and stitch close to the fold through all layers."
    ),
}
"""By whether an iron is borne; where both sides are of one piece."""
