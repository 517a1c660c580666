"""What a worker answers: a body with its kind, and what is wrong with the input as plain facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.language import Teller
from bagpattern.preset.edit import edited
from bagpattern.preset.source import Written
from bagpattern.values import value

Row = dict[str, Any]

_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=dict).encode


@value
class Answer:
    """A response: ``head`` are headers of its own; ``packs`` says whether it is worth to be compressed."""

    body: bytes
    status: int = 200
    head: Mapping[str, str] = field(default_factory=dict)
    packs: bool = True


def plain(row: Any, status: int = 200) -> Answer:
    """Facts as JSON."""
    return Answer(_ENCODE(row).encode(), status, {"content-type": "application/json"})


def problems_told(problems: Iterable[Problem], tell: Teller) -> Row:
    """Problems that stand in no preset, in one message."""
    return {"message": "; ".join(": ".join(filter(None, (each.key, tell(each.message)))) for each in problems)}


def problem_rows(problems: Iterable[Problem], source: Written, tell: Teller) -> list[Row]:
    """What is wrong with a preset, each with its place in the page's text, and with what would mend it."""
    own = str(source.file) if source.file else ""
    return [
        {
            "severity": "error",
            "key": each.key,
            "line": each.line if each.file == own else 0,
            "column": each.column if each.file == own else 0,
            "message": tell(each.message),
            "fixes": fixes(each, source),
        }
        for each in problems
    ]


def fixes(problem: Problem, source: Written) -> list[Row]:
    """The text as it would be with each value that would do; nothing where that cannot be written."""
    found: list[Row] = []
    for mend in problem.mends:
        label = str(mend.value) if mend.key == problem.key else f"{mend.key} = {mend.value}"
        try:
            found.append({"label": label, "key": mend.key, "value": mend.value,
                          "toml": edited(source, mend.key, mend.value)})  # fmt: skip
        except InputError:
            continue
    return found
