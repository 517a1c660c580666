"""What a maker looks at when a step is done: told by what was done, so that no step needs a text of its own [K]."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.making.corners import has_corners
from bagpattern.model.operation import Side, Verb
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SeamKind
from bagpattern.model.step import Step
from bagpattern.said import Said
from bagpattern.words import series, words

_SEAMS = {
    SeamKind.PLAIN: words("The ends meet, the notches lie on each other, and no fold is caught."),
    SeamKind.ZIP: words("The zip opens and closes from end to end."),
    SeamKind.PLACEMENT: words("It lies flat, inside its marks."),
    SeamKind.BOUND: words("The binding holds all layers on both sides."),
    SeamKind.GAP: words("The gap is closed and its edges lie inside."),
}
_VERBS = {
    Verb.FUSE: words("It does not come off at its corners."),
    Verb.HEM: words("The hem is even all along."),
    Verb.INSERT: words("It sits tight on the right side."),
    Verb.THREAD: words("No strip or cord is twisted."),
}


_CORNERED, _TURNED = words("The right side is out, and every corner is pushed out."), words("The right side is out.")


def checked(pattern: Pattern, step: Step) -> Said:
    """All that is to be looked at, each once; nothing for a step after which there is nothing to see."""
    return series(dict.fromkeys(_told(pattern, step)))


def _told(pattern: Pattern, step: Step) -> Iterator[Said]:
    for operation in step.operations:
        if operation.do in _VERBS:
            yield _VERBS[operation.do]
        if operation.do is Verb.TURN and operation.out is not Side.WRONG:
            yield _CORNERED if has_corners(pattern.draft, operation) else _TURNED
        if operation.do is Verb.SEW:
            kinds = (pattern.seams[name].kind for name in operation.seams)
            yield from (_SEAMS[kind] for kind in kinds if kind in _SEAMS)
