"""The formats that a pattern can be written in: one exporter per file; what each is, and the job that it is given."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, ClassVar

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.purposes import PURPOSES, Purpose
from bagpattern.drawing.sizes.nest import Nest, nest
from bagpattern.errors import Problem, named, raise_together
from bagpattern.model.pattern import Pattern
from bagpattern.options import FULL, Options
from bagpattern.registry import Family
from bagpattern.said import NOTHING, Name
from bagpattern.values import once, replace, value
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.drawing.sizes.nest import Nest

EXPORTERS = Family("bagpattern.export", "exporter")
"""Every exporter, by file name: what ``--format`` takes."""

Files = dict[str, bytes]
"""The content of files by name."""


@value
class Job:
    """A pattern to write for a purpose; its drawings are made once, when the first exporter asks for them.

    ``others`` are further sizes of it, that lie in it where they can. ``made`` are drawings that are there already.
    """

    pattern: Pattern
    purpose: str = "paper"
    options: Options = field(default_factory=Options)
    others: tuple[Pattern, ...] = ()
    made: Mapping[str, Drawing] | None = None

    @once
    def drawings(self) -> Mapping[str, Drawing]:
        """The drawings by what their file names have after the preset's. Raises InputError for unusable options."""
        if self.made is not None:
            return self.made
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

    ``suffix`` is the files' ending; ``reads`` names the options that only this format knows. ``drawn`` says whether it
    writes drawings, which depend on the purpose, rather than facts. ``nests`` says whether one file may hold several
    sizes. What writes a format is imported when a file is written, not before.
    """

    family: ClassVar[str] = "exporter"
    title: ClassVar[str]
    suffix: ClassVar[str]
    reads: ClassVar[tuple[str, ...]] = ()
    drawn: ClassVar[bool] = True
    nests: ClassVar[bool] = True

    def files(self, job: Job) -> Files:
        """Every file of the job in this format. Raises InputError when an option forbids it."""
        raise NotImplementedError

    def told(self, job: Job) -> Iterator[str]:
        """What a maker has to know of the files that are not as somebody would expect."""
        return iter(())


def read_by(purpose: str, formats: Collection[str], paper: str = "") -> set[str]:
    """The names of the options that change anything in these formats for that purpose, on that *paper* or on any."""
    exporters = [EXPORTERS.member(each) for each in formats]
    read = {wish for each in exporters for wish in each.reads}
    if any(each.drawn for each in exporters):
        member = PURPOSES.member(purpose)
        read |= {*member.reads, *Purpose.always, *(() if paper == FULL else member.on_pages)}
    return read


def refuse_unread(purpose: str, formats: Collection[str], given: Iterable[str], paper: str = "") -> None:
    """Raises InputError for each option *given*, by name, that nothing reads: see ``read_by``."""
    read = read_by(purpose, formats, paper)
    told = words(" for {purpose}", purpose=Name(purpose)) if purpose != "paper" else NOTHING
    message = words("changes nothing in what is written: {names}{told}", names=named(formats), told=told)
    raise_together(Problem(wish, message) for wish in given if wish not in read)


def told_of(job: Job, formats: Iterable[str]) -> list[str]:
    """What is to be said of the files of a job in these formats, each thing once."""
    return [*dict.fromkeys(line for each in formats for line in EXPORTERS.member(each)().told(job))]


def rendered(job: Job, formats: Iterable[str]) -> Files:
    """Every file of the job in these formats, in memory. Raises InputError when an option cannot be used.

    A format of facts has files for each size.
    """
    files: Files = {}
    for exporter in (EXPORTERS.member(each)() for each in formats):
        for one in [job] if exporter.nests or not job.others else job.alone:
            files |= exporter.files(one)
    return files
