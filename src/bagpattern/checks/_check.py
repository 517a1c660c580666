"""What every check is: a code, a docstring that says why and how to fix, and ``find``."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from bagpattern.model.pattern import Finding, Pattern, Severity
from bagpattern.parts.workshop import Workshop
from bagpattern.registry import Room

CHECKS = Room("bagpattern.checks", "check")


class Check(ABC):
    """A rule of the proof. Its docstring says why it holds and how to fix what breaks it."""

    room: ClassVar[str] = "check"
    code: ClassVar[str]

    @abstractmethod
    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Everything in *pattern* that breaks the rule."""

    def error(self, subject: str, message: str) -> Finding:
        """A finding that stops the export; *subject* is the id of a seam, a piece or a notion."""
        return Finding(self.code, Severity.ERROR, subject, message)

    def warning(self, subject: str, message: str) -> Finding:
        """A finding that is printed and travels with the pattern."""
        return Finding(self.code, Severity.WARNING, subject, message)
