"""Walls that lean: how far a rim may be from the base below it."""

from __future__ import annotations

from bagpattern.errors import Problem
from bagpattern.proposals import Bounds, sized
from bagpattern.words import words


def lean_problem(size: object, key: str, rim: float, base: float, least: float, most: float) -> Problem:
    """A *rim* that is less than *least* times, or more than *most* times, as long as its *base*; both in mm.

    *size* declares the rim as *key*.
    """
    bound: Bounds = {"least": least * base} if rim < base else {"most": most * base}
    return sized(size, key, words("leans too far from the base below it"), **bound)
