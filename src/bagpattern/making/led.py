"""Straps that are led through rings which hang on the bag."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Verb


def leads(draft: Draft, operation: Operation, ring: Notion) -> bool:
    """Whether an operation leads the ring's strap through it: one piece, one of its lengths, or webbing."""
    if operation.do is not Verb.THREAD or not ring.leads or ring.id not in operation.notions:
        return False
    strips = (draft[sheet.panel].origin for sheet in operation.pieces if sheet.panel in draft)
    return ring.leads in (*operation.notions, *strips)
