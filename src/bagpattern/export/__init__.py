"""The formats that a pattern can be written in: one exporter per file; what each is, and the job that it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.options import Options
from bagpattern.drawing.purposes import PURPOSES
from bagpattern.errors import InputError, Problem
from bagpattern.model.pattern import Pattern
from bagpattern.registry import Family
from bagpattern.values import once, replace, value

if TYPE_CHECKING:
    from bagpattern.drawing.sizes.nest import Nest

EXPORTERS = Family("bagpattern.export", "exporter")
"""Every exporter, by file name: what ``--format`` takes."""

Files = dict[str, bytes]
"""The content of files by name."""


@value
class Job:
    """A pattern to write for a purpose; its drawings are made once, when the first exporter asks for them.

    ``others`` are further sizes of it, that lie in it where they can.
    """

    pattern: Pattern
    purpose: str = "paper"
    options: Options = field(default_factory=Options)
    others: tuple[Pattern, ...] = ()

    @once
    def drawings(self) -> Mapping[str, Drawing]:
        """The drawings by what their file names have after the preset's. Raises InputError for unusable options."""
        purpose = PURPOSES.member(self.purpose)()
        found: Mapping[str, Drawing] = (
            purpose.draw_sizes(self.sizes, self.options) if self.others else purpose.draw(self.pattern, self.options)
        )
        if not self.options.layers:
            return found
        from bagpattern.drawing.layers import chosen  # which is seldom asked for

        return chosen(found, self.options.layers)

    @once
    def sizes(self) -> Nest:
        """All sizes. Raises InputError when they are no sizes of one bag."""
        from bagpattern.drawing.sizes.nest import nest  # most bags are drafted in one

        return nest((self.pattern, *self.others))

    @property
    def alone(self) -> Iterator[Job]:
        """Each size as a job of its own."""
        for each in (self.pattern, *self.others):
            yield replace(self, pattern=each, others=())

    def name(self, suffix: str, part: str = "") -> str:
        """A file's name: the preset's id, what it shows of it, and the ending."""
        words = (self.pattern.preset, *(["sizes"] if self.others else []), *([part] if part else []))
        return f"{'-'.join(words)}.{suffix}"


class Exporter:
    """One format. The same job gives the same bytes: no exporter reads the clock, the locale or a global counter.

    ``suffix`` is the files' ending; ``extra`` is what to install for it, as in ``bagpattern[dxf]``, if anything;
    ``reads`` names the options that only this format knows. ``drawn`` says whether it writes drawings, which depend on
    the purpose, rather than facts. ``nests`` says whether one file may hold several sizes.
    """

    family: ClassVar[str] = "exporter"
    title: ClassVar[str]
    suffix: ClassVar[str]
    extra: ClassVar[str] = ""
    reads: ClassVar[tuple[str, ...]] = ()
    drawn: ClassVar[bool] = True
    nests: ClassVar[bool] = True

    def files(self, job: Job) -> Files:
        """Every file of the job in this format. Raises InputError when an option or a missing extra forbids it."""
        raise NotImplementedError

    def library(self, name: str) -> ModuleType:
        """A library of this format's extra, imported now. Raises InputError with the command that installs it."""
        try:
            return import_module(name)
        except ImportError:
            command = f'pip install "bagpattern[{self.extra}]"'
            message = f"{self.title} needs {name}, which is not installed: {command}"
            raise InputError([Problem("", message)]) from None


def rendered(job: Job, formats: Iterable[str]) -> Files:
    """Every file of the job in these formats, in memory. Raises InputError when an option cannot be used.

    A format of facts has files for each size.
    """
    files: Files = {}
    for exporter in (EXPORTERS.member(each)() for each in formats):
        for one in [job] if exporter.nests or not job.others else job.alone:
            files |= exporter.files(one)
    return files
