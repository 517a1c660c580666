"""A fault: a broken bag, and what its check must say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Pattern, Severity
from bagpattern.parts.workshop import Workshop
from tests.checks.bags import SHOP, pattern


@dataclass(frozen=True)
class Fault:
    """A broken bag, and what its check must say."""

    code: str
    name: str
    subject: str
    message: str
    make: Callable[[], Pattern]
    severity: Severity = Severity.ERROR
    shop: Workshop = SHOP


def drafted(code: str, name: str, subject: str, message: str, make: Callable[[], Draft]) -> Fault:
    return Fault(code, name, subject, message, lambda: pattern(make()))
