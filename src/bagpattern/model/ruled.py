"""Lengths that rules have decided: told, so that whoever leaves one to its rule sees what the rule makes of it."""

from __future__ import annotations

from bagpattern.values import value


@value
class Ruled:
    """*length* mm of a parameter *key*, of the part that a preset names by the key *owner*."""

    key: str
    length: float
    owner: str = ""
