"""Plans that are kept in a file, so that a good one can be repeated and passed on.

A plan is found again by a key: the hash of the outlines, the cloth, its rules, and the version of this format. What
the file says is judged like any engine's plan, so a plan outlives the engine that found it: the engine's version is
no part of the key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, NamedTuple

from bagpattern.errors import InputError, Problem
from bagpattern.layout.blanks import Spot
from bagpattern.layout.lay import Lay, better
from bagpattern.words import words

FORMAT = "bagpattern/plan"
VERSION = 1


class Kept(NamedTuple):
    """The text of a plan file, and its name for messages. Who has the text read the file: the library reads none."""

    text: str
    file: str


def key(plan: Lay) -> str:
    """What the plan depends on, in one word."""
    cloth = plan.cloth
    outlines = [
        [blank.piece, blank.mirrored, len(blank.copies), [(round(p.real, 3), round(p.imag, 3)) for p in blank.ring]]
        for blank in plan.blanks
    ]
    rules = [cloth.material, cloth.width, cloth.selvedge, cloth.gap, cloth.grain, cloth.folded, VERSION]
    return sha256(json.dumps([rules, outlines]).encode()).hexdigest()


def plan_text(plans: Iterable[Lay]) -> str:
    """The file's text: same plans, same text."""
    return _text(map(_row, plans))


def keeping(plans: Iterable[Lay], before: Kept | None) -> str:
    """The text with these plans, and with what was kept for other pieces and other cloth."""
    rows = _rows(*before) if before else {}
    rows |= {key(plan): _row(plan) for plan in plans}
    return _text(row for _, row in sorted(rows.items()))


def _row(plan: Lay) -> dict[str, Any]:
    return {
        "key": key(plan),
        "material": plan.cloth.material,
        "length": round(plan.length, 4),
        "engine": plan.engine,
        "fold": round(plan.fold, 6),
        "spots": [[each.blank, each.degrees, each.move.real, each.move.imag] for each in plan.spots],
    }


def _text(rows: Iterable[dict[str, Any]]) -> str:
    return json.dumps({"format": FORMAT, "version": VERSION, "plans": [*rows]}, indent=1) + "\n"


def recalled(plans: Iterable[Lay], kept: Kept | None) -> tuple[Lay, ...]:
    """The plans, each replaced by what is kept where that is for the same pieces and cloth, sound, and shorter.

    Raises InputError when the text is no plan file.
    """
    rows = _rows(*kept) if kept else {}
    return tuple(_chosen(plan, rows.get(key(plan)), kept.file if kept else "") for plan in plans)


def _rows(text: str, file: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
        if data["format"] != FORMAT or data["version"] != VERSION:
            raise ValueError("another format")
        return {str(row["key"]): row for row in data["plans"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        message = words("holds no lay plan of this version: name another file, or remove this one")
        raise InputError([Problem("", message, file)]) from None


def _chosen(plan: Lay, row: Any, file: str) -> Lay:
    if row is None:
        return plan
    try:
        spots = tuple(Spot(int(n), float(turn), complex(x, y)) for n, turn, x, y in row["spots"])
        sound = all(0 <= each.blank < len(plan.blanks) for each in spots)
        engine, fold = str(row["engine"]), float(row["fold"])
    except (KeyError, TypeError, ValueError):
        sound = False
    if not sound:
        raise InputError([Problem(plan.cloth.material, words("this plan is damaged: remove the file"), file)])
    return better(plan, spots, engine, fold)
