"""The proof of a pattern: one rule per file, found by file name. ``check`` runs them all."""

from __future__ import annotations

from functools import cache

from bagpattern.checks._check import CHECKS, Check
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop

__all__ = ["CHECKS", "Check", "check", "checks"]


@cache
def checks() -> tuple[Check, ...]:
    """Every check there is, sorted by code."""
    found = (CHECKS.member(name)() for name in CHECKS.names())
    return tuple(sorted(found, key=lambda each: each.code))


def check(pattern: Pattern, shop: Workshop) -> tuple[Finding, ...]:
    """Everything that any check finds in *pattern*, sorted by code."""
    return tuple(finding for each in checks() for finding in each.find(pattern, shop))
