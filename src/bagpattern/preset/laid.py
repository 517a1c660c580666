"""A value of a preset, with the document in which it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from bagpattern.preset.source import Document
from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.given_places import Steps


@value
class Laid:
    """A value, and the document in which it stands; of a merged table or array, ``inside`` tells it of each value."""

    value: Any
    document: Document
    steps: Steps = ()
    inside: Mapping[str | int, Laid] = field(default_factory=dict)

    def __getitem__(self, step: str | int) -> Laid:
        """The value inside, at a key or an index."""
        if step in self.inside:
            return self.inside[step]
        return Laid(self.value[step], self.document, (*self.steps, step))

    def place(self, steps: Steps) -> tuple[Document, Steps]:
        """The document in which the value at *steps* stands, and where there; as far as the steps lead."""
        at = self
        for done, step in enumerate(steps):
            if step not in at.inside:
                return at.document, (*at.steps, *steps[done:])
            at = at.inside[step]
        return at.document, at.steps
