"""Whether what came of some settings is as it should be: proved, or refused in words that help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.model.pattern import Pattern
from bagpattern.own_parts import blamed
from bagpattern.parameters import declarations
from bagpattern.pipeline import make
from bagpattern.styles import STYLES

PROVED, REFUSED = "proved", "refused"
_MENDS = (
    *("make (?:it|the|one|both|room) ", "choose ", "write ", "leave ", "take ", "hold less", "say which", "give this "),
    *(
        r"(?:it|they) would fit ",
        r"(?:it|there) (?:has|is) room for [\w\d]",
        r"has room \d",
        "from the base it has room",
        "free place is at ",
        "it may bow at most ",
    ),
    *("did you mean ", r"there (?:is|are) [\w, -]+$", r"at (?:most|least) \d", r"style lines divide ", "put them on "),
)
"""How a refusal begins to say what would do instead. "Move one of them" is no such thing: it does not say where to."""
TOO_THICK = "BP114"
"""What no machine sews is refused when the layers have been counted, which takes the finished draft."""


def _no_other(pattern: Pattern) -> Iterable[str]:
    """The opinion of whoever has none beside the checks."""
    return ()


def outcome(settings: Mapping[str, Any], opinion: Callable[[Pattern], Iterable[str]] = _no_other) -> str:
    """``proved``, ``refused``, or what is wrong: with the pattern, in another *opinion*, or with how it was refused."""
    try:
        pattern = make(settings)
    except InputError as error:
        faults = [str(each) for each in error.problems if not _says_why(each, settings["style"])]
        return f"refused without what and why: {'; '.join(faults)}" if faults or not error.problems else REFUSED
    except Exception as error:  # whatever a part may raise is a fault of it
        return str(blamed(error) or repr(error))
    grave = [str(each) for each in pattern.errors if each.code != TOO_THICK]
    return "; ".join([*grave, *opinion(pattern)]) or (REFUSED if pattern.errors else PROVED)


def _says_why(problem: Problem, style: str) -> bool:
    """Whether a refusal names a value of the style, gives a reason, and says what would fit."""
    known = {*declarations(STYLES.member(style)), "style", "name"}
    begins, message = problem.key.split(".")[0].split("[")[0], problem.tell(problem.message)
    no_room = re.search(r"room for -", message)  # less than none
    return begins in known and "None" not in message and not no_room and would_do(message)


def would_do(message: str) -> bool:
    """Whether a refusal says what to write instead: a bound, a value, a word or a place that would do."""
    return re.search(rf"\b(?:{'|'.join(_MENDS)})", message) is not None
