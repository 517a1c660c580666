"""A pattern as a table that a person can read, and what moved between two of them.

``python -m tests.golden.table`` writes the tables of all shipped presets anew and prints what moved, in mm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from bagpattern.model.draft import Draft
from bagpattern.model.operation import Operation, Where
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.seam import Run
from bagpattern.pipeline import make
from bagpattern.preset.shipped import preset_names

HERE = Path(__file__).parent
_NUMBER = re.compile(r"-?\d+\.\d+")


def table(pattern: Pattern) -> str:
    """Finished size, pieces with edges and notches, seams with their runs, notions, cut list, operations by step."""
    size = pattern.finished
    head = f"{pattern.name}: {size.width:.2f} x {size.height:.2f} x {size.depth:.2f} mm, {size.volume:.3f} l"
    parts = (_pieces(pattern), _seams(pattern), _notions(pattern), _cut_list(pattern), _steps(pattern))
    return "\n".join([head, *(line for part in parts for line in ("", *part))]) + "\n"


def _pieces(pattern: Pattern) -> Iterator[str]:
    for piece in pattern.pieces:
        yield f"{piece.number} {piece.id}: {piece.instruction}, {piece.cut_width:.2f} x {piece.cut_height:.2f}"
        yield from (f"    {line}" for line in _edges(piece))


def _edges(piece: Piece) -> Iterator[str]:
    for edge in piece.panel.edges:
        marks = " ".join(f"{notch.at:.2f}" for notch in piece.panel.notches if notch.on == edge.name)
        tail = f", notches {marks}" if marks else ""
        yield f"{edge.name}: {edge.length:.3f} {edge.finish}, allowance {piece.allowances[edge.name]:.2f}{tail}"
    for line in piece.panel.lines:
        yield f"({line.name}: {line.length:.3f} {line.kind})"


def _seams(pattern: Pattern) -> Iterator[str]:
    draft = pattern.draft
    for seam in pattern.seams:
        sides = " = ".join(" + ".join(_run(draft, run) for run in side) for side in (seam.a, seam.b))
        yield f"{seam.id} ({seam.kind}, {draft.side_length(seam.a):.3f}): {sides}"
        for caught in seam.caught:
            yield f"    {caught.at:.2f}: {' + '.join(_run(draft, run) for run in caught.runs)}"


def _run(draft: Draft, run: Run) -> str:
    low, high = draft.span(run)
    span = f"{high:.2f}..{low:.2f}" if run.reversed else f"{low:.2f}..{high:.2f}"
    return f"{run.panel}#{run.copy}.{run.on} {span}"


def _notions(pattern: Pattern) -> Iterator[str]:
    for notion in pattern.notions:
        sizes = (f"{key} {value:.2f}" for key in ("length", "opening", "buy") if (value := getattr(notion, key)))
        yield ", ".join([f"{notion.count} {notion.title} {notion.size}", *sizes])


def _cut_list(pattern: Pattern) -> Iterator[str]:
    for row in pattern.cut_list:
        yield f"{row.count} {row.material} {row.title}: {row.width:.2f} x {row.height:.2f} {row.shape}"


def _steps(pattern: Pattern) -> Iterator[str]:
    for each in pattern.steps:
        yield f"{each.number}. {each.step.title}"
        yield from (f"    {_operation(operation)}" for operation in each.step.operations)


def _operation(operation: Operation) -> str:
    """What is done, with what, where: 'baste strap-tab 1, on back bottom 84.68..110.28, for back to base band'."""
    things = (
        *operation.seams,
        *(f"{each.panel} {each.copy or 'all'}" for each in operation.pieces),
        *operation.notions,
    )
    parts = [f"{operation.do} {' + '.join(things)}".strip(), *(f"on {_place(each)}" for each in operation.on)]
    parts += [f"{word} {each}" for word, each in _ends(operation) if each]
    return ", ".join((*parts, "with the iron") if operation.heat else parts)


def _ends(operation: Operation) -> tuple[tuple[str, str], ...]:
    out = f"{operation.out} side" if operation.out else ""
    return ("for", operation.goal), ("around", operation.around), ("through", operation.through), ("out:", out)


def _place(where: Where) -> str:
    span = "" if where.start is None or where.end is None else f" {where.start:.2f}..{where.end:.2f}"
    copy = f"#{where.copy}" if where.copy else ""
    return f"{where.panel}{copy} {where.on}{span}".strip()


def moved(old: str, new: str) -> list[str]:
    """The lines that differ, each with how far its numbers moved; empty when nothing did."""
    was, now = old.splitlines(), new.splitlines()
    changed: list[str] = []
    for what, low, high, start, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if what != "equal":
            pairs = zip_longest(was[low:high], now[start:end])
            changed += [line for before, after in pairs for line in _pair(before, after)]
    return changed


def _pair(before: str | None, after: str | None) -> Iterator[str]:
    if before is not None:
        yield f"- {before}"
    if after is not None:
        yield f"+ {after}{_by(before or '', after)}"


def _by(before: str, after: str) -> str:
    old, new = ([float(found) for found in _NUMBER.findall(line)] for line in (before, after))
    if len(old) != len(new):
        return ""
    return "".join(f"  ({b - a:+.2f} mm)" for a, b in zip(old, new, strict=True) if a != b)


def golden(name: str) -> Path:
    """Where the table of a shipped preset is kept."""
    return HERE / f"{name}.txt"


def update() -> None:
    """Write every table anew and print what moved."""
    for name in preset_names():
        path, new = golden(name), table(make(name))
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        print(name, *(moved(old, new) or ["nothing moved"]), sep="\n")
        path.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    update()
