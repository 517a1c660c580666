"""One text for several sizes: 'finished 17 x 22 / 21 x 26 cm', where they differ in nothing but their figures."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from bagpattern.language import Language

_ONE = r"(?:\d+ )?\d+/\d+|\d+(?:[.,]\d+)?"
_FIGURES = re.compile(rf"((?<![\w.,/])(?:{_ONE})(?: [x\u00d7] (?:{_ONE}))*(?![\w/]))")
"""Figures that belong together: '8 1/2 x 11', '21.5', '22 x 26'; not those of a name, such as 'B3'."""
BETWEEN = " / "

Key = TypeVar("Key", bound=Hashable)


def graded(texts: Sequence[str]) -> str | None:
    """The text with the figures of all after each other; None when their words differ."""
    if len({*texts}) == 1:
        return texts[0]
    parts = [_FIGURES.split(text) for text in texts]
    if len({tuple(each[::2]) for each in parts}) != 1:
        return None
    return "".join(
        same[0] if len({*same}) == 1 else BETWEEN.join(same)
        for same in (list(each) for each in zip(*parts, strict=True))
    )


def graded_lines(labels: Mapping[str, str], texts: Mapping[str, str], language: Language) -> list[str]:
    """The text of each size as one, or, where their words differ, as one for each set of sizes that agree.

    *labels* are those of all sizes in order, *texts* those of the sizes that say something; a text that is not of all
    sizes says whose it is.
    """
    whole = graded([*texts.values()]) if texts.keys() == labels.keys() else None
    if whole is not None:
        return [whole]
    groups: list[dict[str, str]] = []
    for size, text in texts.items():
        for group in groups:
            if graded([*group.values(), text]) is not None:
                group[size] = text
                break
        else:
            groups.append({size: text})
    return [_of_some(labels, group, language) for group in groups]


def _of_some(labels: Mapping[str, str], group: Mapping[str, str], language: Language) -> str:
    sizes = ", ".join(labels[size] for size in group)
    return language.say("{sizes}: {text}", sizes=sizes, text=graded([*group.values()]))


def graded_rows(labels: Mapping[str, str], rows: Mapping[str, Sequence[str]], language: Language) -> list[str]:
    """Several lines of each size as the lines of all: the first of each together, then the second of each."""
    if len({len(each) for each in rows.values()}) == 1:
        together = [dict(zip(rows, each, strict=True)) for each in zip(*rows.values(), strict=True)]
    else:
        found = dict.fromkeys(line for each in rows.values() for line in each)
        together = [{size: line for size, each in rows.items() if line in each} for line in found]
    return [line for each in together for line in graded_lines(labels, each, language)]


def united(sequences: Iterable[Sequence[Key]]) -> list[Key]:
    """Everything that stands in some of the sequences, once, after what stands before it in its own."""
    found: list[Key] = []
    for sequence in sequences:
        place = 0
        for each in sequence:
            if each in found:
                place = max(place, found.index(each) + 1)
            else:
                found.insert(place, each)
                place += 1
    return found
