"""One text for several sizes: 'finished 17 x 22 / 21 x 26 cm', where they differ in nothing but their figures."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from bagpattern.said import Figure, Graded, Length, Lengths, Mass, Name, Said
from bagpattern.words import words

Key = TypeVar("Key", bound=Hashable)


def graded(each: Iterable[Said]) -> Said | None:
    """What several sizes say as one, with the figures of all of them; None when their words differ."""
    first, *others = each
    if all(other == first for other in others):
        return first
    if isinstance(first, Length | Lengths | Figure | Mass):
        return Graded((first, *others)) if all(_alike(first, other) for other in others) else None
    if any(type(other) is not type(first) or _frame(other) != _frame(first) for other in others):
        return None
    made = [graded(part) for part in zip(*(other.parts() for other in (first, *others)), strict=True)]
    return None if not made or None in made else first.with_parts(tuple(part for part in made if part is not None))


def _alike(one: Said, other: Said) -> bool:
    """Whether two figures are told in the same way."""
    if isinstance(one, Lengths) and isinstance(other, Lengths):
        return one.joint == other.joint and len(one.each) == len(other.each)
    if isinstance(one, Length) and isinstance(other, Length):
        return (one.scale, one.rounding) == (other.scale, other.rounding)
    return type(one) is type(other)


def _frame(said: Said) -> tuple[object, ...]:
    """All of a saying but what stands in it."""
    own = {name: each for name, each in vars(said).items() if name not in ("gaps", "each", "of")}
    return (len(said.parts()), *own.items(), *(name for name, _ in getattr(said, "gaps", ())))


def graded_lines(labels: Mapping[str, str], texts: Mapping[str, Said]) -> list[Said]:
    """The text of each size as one, or, where their words differ, as one for each set of sizes that agree.

    *labels* are those of all sizes in order, *texts* those of the sizes that say something; a text that is not of all
    sizes says whose it is.
    """
    whole = graded(texts.values()) if texts.keys() == labels.keys() else None
    if whole is not None:
        return [whole]
    groups: list[dict[str, Said]] = []
    for size, said in texts.items():
        for group in groups:
            if graded([*group.values(), said]) is not None:
                group[size] = said
                break
        else:
            groups.append({size: said})
    return [_of_some(labels, group) for group in groups]


def _of_some(labels: Mapping[str, str], group: Mapping[str, Said]) -> Said:
    sizes = Name(", ".join(labels[size] for size in group))
    return words("{sizes}: {text}", sizes=sizes, text=graded(group.values()) or next(iter(group.values())))


def graded_rows(labels: Mapping[str, str], rows: Mapping[str, Sequence[Said]]) -> list[Said]:
    """Several lines of each size as the lines of all: the first of each together, then the second of each."""
    if len({len(each) for each in rows.values()}) == 1:
        together = [dict(zip(rows, each, strict=True)) for each in zip(*rows.values(), strict=True)]
    else:
        found = dict.fromkeys(line for each in rows.values() for line in each)
        together = [{size: line for size, each in rows.items() if line in each} for line in found]
    return [line for each in together for line in graded_lines(labels, each)]


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
