"""How large a booklet's letters are: for most eyes, and for those that need 24 points."""

from __future__ import annotations

from bagpattern.values import value


@value
class Letters:
    """mm of each kind of text. ``words`` says that everything that is shown is said, too, one thing below the other."""

    title: float
    heading: float
    text: float
    small: float
    words: bool = False

    @property
    def disc(self) -> float:
        """mm: the radius of the disc that a step's number stands in."""
        return self.heading * 0.85


USUAL = Letters(title=9.0, heading=4.6, text=3.2, small=2.7)
LARGE = Letters(title=13.0, heading=10.0, text=8.5, small=8.5, words=True)
"""24 points are 8.47 mm, which is called large print [K]."""
