"""Plans that are kept in a file, so that a good one can be repeated and passed on.

A plan is found again by a key: the hash of the outlines, the cloth, its rules, and the version of this format. What
the file says is judged like any engine's plan.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.layout.blanks import Spot
from bagpattern.layout.lay import Lay, better

FORMAT = "bagpattern/plan"
VERSION = 1


def key(plan: Lay) -> str:
    """What the plan depends on, in one word."""
    cloth = plan.cloth
    outlines = [
        [blank.piece, blank.mirrored, len(blank.copies), [(round(p.real, 3), round(p.imag, 3)) for p in blank.ring]]
        for blank in plan.blanks
    ]
    rules = [cloth.material, cloth.width, cloth.selvedge, cloth.gap, cloth.turns, cloth.folded, VERSION]
    return sha256(json.dumps([rules, outlines]).encode()).hexdigest()


def plan_text(plans: Iterable[Lay]) -> str:
    """The file's text: same plans, same text."""
    rows = [
        {
            "key": key(plan),
            "material": plan.cloth.material,
            "length": round(plan.length, 4),
            "engine": plan.engine,
            "fold": round(plan.fold, 6),
            "spots": [[each.blank, each.degrees, each.move.real, each.move.imag] for each in plan.spots],
        }
        for plan in plans
    ]
    return json.dumps({"format": FORMAT, "version": VERSION, "plans": rows}, indent=1) + "\n"


def remembered(plans: Iterable[Lay], text: str, file: str) -> tuple[Lay, ...]:
    """The plans, each replaced by the file's where that is for the same pieces and cloth, sound, and shorter.

    Raises InputError when the text is no plan file.
    """
    kept = _rows(text, file)
    return tuple(_chosen(plan, kept.get(key(plan)), file) for plan in plans)


def _rows(text: str, file: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
        if data["format"] != FORMAT or data["version"] != VERSION:
            raise ValueError("another format")
        return {str(row["key"]): row for row in data["plans"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        message = "holds no lay plan of this version: name another file, or remove this one"
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
        raise InputError([Problem(plan.cloth.material, "this plan is damaged: remove the file", file)])
    return better(plan, spots, engine, fold)
