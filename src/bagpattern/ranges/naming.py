"""Names by template: a gap for each axis, filled with what its entries are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bagpattern.ranges.spec import PRESET

LONGEST = 80
"""Characters that a preset's id can have: the name of a variant is that of its pattern."""
_GAP = re.compile(r"\{([^{}]*)\}")
_NO_NAME = re.compile(r"[^\w.-]+")


def gaps(template: str) -> list[str]:
    """What stands in the braces of a template."""
    return _GAP.findall(template)


def usual_name(found: Sequence[Any]) -> str:
    """The template where a spec has none: the preset, if it is on no axis, and every axis."""
    axes = ["{" + each.axis.name + "}" for each in found]
    own = [] if any(PRESET in each.axis.keys for each in found) else ["{" + PRESET + "}"]
    return "-".join([*own, *axes])


def filled(template: str, words: Mapping[str, str]) -> str:
    """A template with its gaps filled."""
    return _GAP.sub(lambda gap: words[gap[1]], template)


def file_name(text: str) -> str:
    """A text as the name of files: small letters, digits, dots and hyphens."""
    return _NO_NAME.sub("-", text).strip("-.").lower()
