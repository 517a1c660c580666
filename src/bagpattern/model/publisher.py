"""Who publishes a pattern: told on its cover and at the foot of its pages, and kept in the files themselves."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.model.logo import Logo
from bagpattern.parameters import flag, remark, several
from bagpattern.values import value
from bagpattern.words import words

MOST_NOTES = 8
"""Lines of notes: more would push the pattern's own words off the cover."""


@value
class Publisher:
    """What a publisher says of a pattern; all may be left out. Raises InputError for what has no room on a page."""

    name: str | None = remark("who publishes the pattern: on its cover, its pages, and as the author of its PDF")
    copyright: str | None = remark("the line of copyright, as it is to be printed")
    licence: str | None = remark("what may be done with the pattern, and with bags that are made by it")
    web: str | None = remark("the address where more is to be found")
    logo: str | None = remark("its logo, an .svg or .png file beside the preset: on the cover and the first page")
    notes: tuple[str, ...] = several("lines of your own for the cover, at most 8")
    settings: bool = flag(True, "print the settings that the pattern was made of; the files keep them in any case")
    drawn: Logo | None = None
    """The logo as it is drawn, read where the preset is."""

    def __post_init__(self) -> None:
        problems = [*self._faults()]
        if problems:
            raise InputError(problems)

    def _faults(self) -> Iterator[Problem]:
        if self.web is not None and (" " in self.web or "." not in self.web):
            yield Problem(
                "web", words('is no address: {web}; write it like "www.example.org/patterns"', web=quoted(self.web))
            )
        if len(self.notes) > MOST_NOTES:
            yield Problem(
                "notes",
                words(
                    "has {count} lines: a cover has room for {most_notes}",
                    count=len(self.notes),
                    most_notes=MOST_NOTES,
                ),
            )

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands on a cover below the name, in order."""
        told = (self.copyright, self.licence, self.web, *self.notes)
        return tuple(each for each in told if each)

    @property
    def page(self) -> str:
        """All of it as a page of text; empty where nothing is said."""
        return "\n".join(filter(None, (self.name, *self.lines)))

    @property
    def rights(self) -> str:
        """Copyright and licence in one line, for a file's own words."""
        return "; ".join(each for each in (self.copyright, self.licence) if each)


def signed(title: str, publisher: Publisher) -> str:
    """A title with the publisher's name, where there is one."""
    return f"{title} \N{MIDDLE DOT} {publisher.name}" if publisher.name else title
