"""Several sizes of one bag, to lie in each other: their order, their labels, and one numbering for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import TypeVar

from bagpattern.drawing.names import slug
from bagpattern.drawing.sizes.graded import Key, graded_lines, united
from bagpattern.errors import Problem, raise_together
from bagpattern.language import Teller
from bagpattern.model.pattern import Pattern
from bagpattern.said import Called, Name, Said
from bagpattern.values import once, replace, value
from bagpattern.words import words

T = TypeVar("T")

MOST = 6
"""As many rhythms of dashes as the eye keeps apart."""
_LETTERS = ("XXS", "XS", "S", "M", "L", "XL", "XXL")
_LONGEST_LABEL = 8
_SHARED = ("units", "language")
"""Settings in which all sizes follow the first that is named: one print speaks one language."""


@value
class Nest:
    """The patterns by the ids of their sizes, the smallest first; ``labels`` are what is printed at their lines.

    ``name`` is what the names of all begin with, or else that of the size that was named first, ``main``. Pieces and
    steps of one id or title have one number in all of them. A single pattern is a nest of one size, which has no label.
    """

    name: str
    main: str
    patterns: Mapping[str, Pattern]
    labels: Mapping[str, str]

    @property
    def first(self) -> Pattern:
        """The pattern of the smallest size."""
        return next(iter(self.patterns.values()))

    @property
    def several(self) -> bool:
        """Whether a maker has sizes to tell apart."""
        return len(self.patterns) > 1

    @property
    def title(self) -> str:
        """Its name as it is told."""
        return self.tell(Called(self.name))

    @property
    def tell(self) -> Teller:
        """All sizes speak one language."""
        return self.first.tell

    def each(self, made: Callable[[Pattern], T]) -> dict[str, T]:
        """Something of every size."""
        return {size: made(pattern) for size, pattern in self.patterns.items()}

    def told(self, texts: Mapping[str, Said]) -> list[str]:
        """What some sizes say as one text, or, where their words differ, as one for each set of sizes that agree."""
        return [self.tell(line) for line in graded_lines(self.labels, texts)]

    @once
    def piece_ids(self) -> tuple[str, ...]:
        """The pieces of all sizes, in the order in which they are drawn."""
        return tuple(united([[piece.id for piece in each.pieces] for each in self.patterns.values()]))


def nest(patterns: Sequence[Pattern]) -> Nest:
    """Some sizes of one style as a nest. Raises InputError when they are not that, or too many to tell apart."""
    _refuse(patterns)
    main = patterns[0]
    shared = {key: main.settings[key] for key in _SHARED if key in main.settings}
    alike = [
        replace(each, settings={**{k: v for k, v in each.settings.items() if k not in _SHARED}, **shared})
        for each in patterns
    ]
    ordered = sorted(alike, key=_largeness)
    labels = _labels([each.name for each in ordered])
    keys = [slug(label).removeprefix("n-") for label in labels]
    numbered = dict(zip(keys, _numbered(ordered), strict=True))
    first = next(key for key, each in numbered.items() if each.preset == main.preset)
    return Nest(
        _family([each.name for each in ordered]) or main.name, first, numbered, dict(zip(keys, labels, strict=True))
    )


def alone(pattern: Pattern) -> Nest:
    """One pattern by itself."""
    return Nest(pattern.name, "", {"": pattern}, {"": ""})


def _refuse(patterns: Sequence[Pattern]) -> None:
    main, problems = patterns[0], []
    for each in patterns[1:]:
        if each.style != main.style:
            told = words(
                "is a {style}, and {preset} is a {main}: only sizes of one style lie in each other",
                style=Name(each.style),
                preset=Name(main.preset),
                main=Name(main.style),
            )
            problems.append(Problem(each.preset, told, "--with"))
    ids = [each.preset for each in patterns]
    twice = dict.fromkeys(each for each in ids if ids.count(each) > 1)
    why = words("is named twice: each size once, under a file name of its own")
    problems += [Problem(each, why, "--with") for each in twice]
    if len(patterns) > MOST:
        problems.append(
            Problem(
                "",
                words("{count} sizes are too many to tell apart: at most {most}", count=len(patterns), most=MOST),
                "--with",
            )
        )
    raise_together(problems)


def _largeness(pattern: Pattern) -> tuple[float, float, float, str]:
    size = pattern.finished
    return size.volume, size.width * size.height, size.width, pattern.preset


def _labels(names: Sequence[str]) -> list[str]:
    """What tells the names apart, such as S, M, L; numbers where that is too long, or nothing.

    A bag in medium often has the bare name: beside S and L it is M.
    """
    family = _family(names)
    rests = [" ".join(name.split()[len(family.split()) :]) for name in names]
    if rests.count("") == 1 and {*rests} - {""} <= {*_LETTERS} - {"M"}:
        rests[rests.index("")] = "M"
    sound = len({slug(each) for each in rests}) == len(rests) and all(0 < len(x) <= _LONGEST_LABEL for x in rests)
    return rests if sound else [str(number) for number in range(1, len(names) + 1)]


def _family(names: Sequence[str]) -> str:
    """The words that all names begin with; empty, if they have none in common."""
    words = [name.split() for name in names]
    return " ".join(each[0] for each in takewhile(lambda each: len({*each}) == 1, zip(*words, strict=False)))


def _numbered(patterns: Sequence[Pattern]) -> list[Pattern]:
    """The patterns with one number for each piece and for each step, whichever of them have it."""
    by_number = [sorted(each.pieces, key=lambda piece: piece.number) for each in patterns]
    pieces = _places([[piece.id for piece in each] for each in by_number])
    steps = _places([step_keys(each) for each in patterns])
    return [
        replace(
            each,
            pieces=tuple(replace(piece, number=pieces[piece.id]) for piece in each.pieces),
            cut_list=tuple(replace(row, number=pieces[row.piece]) for row in each.cut_list),
            steps=tuple(
                replace(step, number=steps[key]) for step, key in zip(each.steps, step_keys(each), strict=True)
            ),
        )
        for each in patterns
    ]


def _places(sequences: Sequence[Sequence[Key]]) -> dict[Key, int]:
    return {each: place for place, each in enumerate(united(sequences), 1)}


def step_keys(pattern: Pattern) -> list[tuple[Said, int]]:
    """What tells one step from another in every size: its title, and which of that title it is."""
    seen: dict[Said, int] = {}
    keys = []
    for each in pattern.steps:
        seen[each.step.title] = seen.get(each.step.title, 0) + 1
        keys.append((each.step.title, seen[each.step.title]))
    return keys
