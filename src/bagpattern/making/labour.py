"""What the work of a bag comes to: minutes by what is done, for a workshop's own rate."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.making.minutes import cutting, minutes
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern


def by_verb(pattern: Pattern) -> Mapping[Verb, float]:
    """Minutes of one bag by what is done, the longest first; cutting is that of all pieces, with their marks."""
    found: dict[Verb, float] = {Verb.CUT: cutting(pattern)}
    for numbered in pattern.steps:
        for each in numbered.step.operations:
            if each.do is not Verb.TELL:
                found[each.do] = found.get(each.do, 0.0) + minutes(pattern, each)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
