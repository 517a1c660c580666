"""Counts and directions of the words compared with those of the figures, both as a maker gets them: text and paths."""

from __future__ import annotations

import cmath
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from bagpattern.drawing.model import Shape, Text
from bagpattern.drawing.steps import Figure, figures
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.pattern import Pattern
from bagpattern.model.step import NumberedStep

_TIMES = re.compile(r"\N{MULTIPLICATION SIGN} (\d+)")
_MANY = re.compile(r"\b(each|both|two|three|four|all|every|either)\b|\w(?<!s)s\b")
_ROLLS = re.compile(r"roll it down (\d+) times")
_SHORT = re.compile(r"[\d.,/ ]+ (mm|in)")
_BETWEEN = re.compile(r"between (its|their) notches")
_NOTCHED = re.compile(r"match the notches|every notch")
_NOTCHING = ("join", "curved")
"""Kinds that draw the notches of a seam."""
_LETTER = re.compile(r"[a-z]")
_ON_BOTH = 2
"""Places where a letter stands: on the face, and on what is bent round it."""


def miscounted(pattern: Pattern, each: NumberedStep) -> Iterator[str]:
    """Where the counts or the directions of a step's words are not those of its figures."""
    told = pattern.tell(each.step.text).casefold()
    known = {operation.id: operation for operation in each.step.operations}
    found = figures(pattern)[each.number]
    for figure in found:
        of = [known[name] for name in figure.operations]
        yield from (
            f"{figure.kind}: {fault}" for fault in (*_times(pattern, figure, of, told), *_lengths(figure, told))
        )
        yield from (f"{figure.kind}: {fault}" for fault in (*_letters(figure), *_turns(figure, told)))
        yield from (f"{figure.kind}: {fault}" for fault in _ways(figure, told))
        yield from (f"{figure.kind}: {fault}" for fault in _between(figure, of, told))
    notched = [len(paths(figure, "notch")) for figure in found if figure.kind in _NOTCHING]
    if notched and not any(notched) and _NOTCHED.search(told):
        yield "notches are told to be matched, and none is drawn"
    drawn = [figure for figure in found if figure.kind in ("threaded", "tabbed", "looped") and crosses(figure)]
    if bool(drawn) > ("cross" in told):
        yield "a box with a cross is drawn, and none is told"
    if any(figure.kind == "tabbed" for figure in found) and not drawn:
        yield "a box with a cross is told, and none is drawn"


def texts(figure: Figure) -> list[str]:
    """All that is written in it."""
    return [each.content for each in figure.drawing.items if isinstance(each, Text)]


def paths(figure: Figure, kind: str) -> list[Path]:
    """All paths that look like a kind of thing."""
    shapes = (each for each in figure.drawing.items if isinstance(each, Shape) and each.role.endswith(f"-{kind}"))
    return [path for shape in shapes for path in shape.paths]


# counts ---------------------------------------------------------------------------------------------------------------


def _times(pattern: Pattern, figure: Figure, of: list[Operation], told: str) -> Iterator[str]:
    """What is drawn once for several is so many pieces, things or seams, and the words speak of several."""
    for count in (int(found[1]) for each in texts(figure) if (found := _TIMES.fullmatch(each))):
        if count not in {*_counts(pattern, of)}:
            yield f"it is drawn for {count}, and there are {sorted({*_counts(pattern, of)})}"
        if not _MANY.search(told):
            yield f"it is drawn for {count}, and the words speak of one"


def _counts(pattern: Pattern, of: list[Operation]) -> Iterator[int]:
    bought = {each.id: each.count for each in pattern.notions}
    yield sum(len(each.seams) for each in of if each.do is Verb.SEW)
    for each in of:
        yield from (bought[name] for name in (*each.notions, each.around) if name in bought)
        yield sum(bought[name] for name in each.notions if name in bought)
        runs = [run for name in each.seams for run in (*pattern.seams[name].a, *pattern.seams[name].b)]
        names = {x.panel for x in each.pieces} | {x.panel for x in each.on} | {x.panel for x in runs} | {each.around}
        yield from (pattern[name].panel.count for name in names if name in pattern)


def _between(figure: Figure, of: list[Operation], told: str) -> Iterator[str]:
    """What is told to lie between its notches has two drawn for each end."""
    ends = sum(len(each.on) for each in of if each.do is Verb.BASTE)
    notches = len(paths(figure, "notch"))
    if figure.kind == "caught" and _BETWEEN.search(told) and notches != 2 * ends:
        yield f"{ends} ends are told to lie between notches, and {notches} are drawn"


def _turns(figure: Figure, told: str) -> Iterator[str]:
    """A roll has as many turns as the words say; a loop has both of its stitches."""
    wanted = _ROLLS.search(told)
    if figure.kind == "rolled" and wanted:
        (roll,) = (max(paths(figure, "shell-wrong") + paths(figure, "lining-wrong"), key=winding),)
        if round(winding(roll)) != int(wanted[1]):
            yield f"it is rolled {winding(roll):.1f} times, not {wanted[1]}"
    if figure.kind == "folded down" and (len(paths(figure, "seam")) == len("ab")) != ("twice" in told):
        yield "it is stitched across more or fewer times than told"


def winding(path: Path) -> float:
    """How many half turns the outline of a strip makes on its one way: the others are on its way back."""
    points = [p for p, q in pairwise(path.flat) if abs(p - q) > 1e-6]
    steps = [q - p for p, q in pairwise(points)]
    bends = [cmath.phase(b / a) for a, b in pairwise(steps) if abs(cmath.phase(b / a)) < math.pi / 2.2]
    return max(sum(x for x in bends if x > 0), -sum(x for x in bends if x < 0)) / math.pi


def crosses(figure: Figure) -> bool:
    """Whether two stitchings of it cross in their middles."""
    lines = [path for path in paths(figure, "seam") if len(path.flat) >= len("ab")]
    return any(_cross(one, other) for one, other in combinations(lines, 2))


def _cross(one: Path, other: Path) -> bool:
    return any(_meet(p, q, r, s) for p, q in pairwise(one.flat) for r, s in pairwise(other.flat))


def _meet(p: Point, q: Point, r: Point, s: Point) -> bool:
    def side(a: Point, b: Point, c: Point) -> float:
        return ((b - a).conjugate() * (c - a)).imag

    return side(p, q, r) * side(p, q, s) < -1e-6 and side(r, s, p) * side(r, s, q) < -1e-6


# lengths and places ---------------------------------------------------------------------------------------------------


def _lengths(figure: Figure, told: str) -> Iterator[str]:
    """A length with its unit, beside a lens, is told as well."""
    plain = told.replace("\N{NO-BREAK SPACE}", " ")
    for each in (text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(figure)):
        if _SHORT.fullmatch(each) and each not in plain:
            yield f"{each} is not told"


def _letters(figure: Figure) -> Iterator[str]:
    """Each mark of an edge has its partner."""
    found = Counter(each for each in texts(figure) if _LETTER.fullmatch(each))
    if figure.kind == "curved":
        yield from (f"mark {each} stands {n} times" for each, n in sorted(found.items()) if n != _ON_BOTH)


def _ways(figure: Figure, told: str) -> Iterator[str]:
    """What is told to lie inward, or to be on the right, is there."""
    if figure.kind == "caught" and "the ring inward" in told:
        yield from ("a ring does not lie inward" for each in paths(figure, "metal") if not _is_inward(figure, each))
    if figure.kind == "drawn cords":
        accent, dark = (sum(_middle(x).real for x in paths(figure, kind)) for kind in ("slit", "shaft"))
        if (accent > dark) != (told.index("right") < told.rindex("left")):
            yield "the first cord is not on the side that is told"


def _is_inward(figure: Figure, ring: Path) -> bool:
    """Whether a ring is nearer to the middle of the piece than the stitching beside it."""
    cloth = max(paths(figure, "shell-right") + paths(figure, "lining-right"), key=lambda each: each.length)
    beside = min(paths(figure, "seam"), key=lambda each: abs(_middle(each) - _middle(ring)))
    return abs(_middle(ring) - _middle(cloth)) < abs(_middle(beside) - _middle(cloth))


def _middle(path: Path) -> Point:
    left, low, right, top = path.bounds
    return complex(left + right, low + top) / 2
