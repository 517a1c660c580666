"""The proof of a pattern: a rule or a few of one topic per file; what every rule is, and ``check``, which runs all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from bagpattern.model.pattern import Finding, Pattern, Severity
from bagpattern.parts.workshop import Workshop
from bagpattern.registry import Family
from bagpattern.said import Said

CHECKS = Family("bagpattern.checks", "check")


class Check(ABC):
    """A rule of the proof. Its docstring says why it holds and how to fix what breaks it."""

    family: ClassVar[str] = "check"
    code: ClassVar[str]

    @abstractmethod
    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Everything in *pattern* that breaks the rule."""

    def error(self, subject: str, message: Said) -> Finding:
        """A finding that stops the export; *subject* is the id of a seam, a piece or a notion."""
        return Finding(self.code, Severity.ERROR, subject, message)

    def warning(self, subject: str, message: Said) -> Finding:
        """A finding that is printed and travels with the pattern."""
        return Finding(self.code, Severity.WARNING, subject, message)


@cache
def checks() -> tuple[Check, ...]:
    """Every check there is, sorted by code."""
    found = (each() for name in CHECKS.names() for each in CHECKS.classes(name))
    return tuple(sorted(found, key=lambda each: each.code))


def check(pattern: Pattern, shop: Workshop) -> tuple[Finding, ...]:
    """Everything that any check finds in *pattern*, sorted by code."""
    return tuple(finding for each in checks() for finding in each.find(pattern, shop))
