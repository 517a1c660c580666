"""BP303, BP304, BP308, BP309: the work in hand, replayed: joined in time, in reach, turned, its zips open."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.checks._made import Made, made
from bagpattern.making.joints import Joint, sheet_of
from bagpattern.making.plan import first_sheet
from bagpattern.making.work import WRONG, Face, Work
from bagpattern.model.operation import Operation, Sheet, Side, Verb
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.seam import SeamKind
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name, Said
from bagpattern.values import kept, value
from bagpattern.words import form, words

JOINED, REACHED, TURNED, OPENED = "BP303", "BP304", "BP308", "BP309"


@value
class Trouble:
    """What goes wrong at the machine, by the code of its rule."""

    code: str
    subject: str
    message: Said


class Joined(Check):
    """A side that runs over several panels is sewn when these are joined, in that order.

    Why: the needle goes on from one panel to the next only where there is a seam between them.
    How to fix: let the runs of the side follow each other as the panels do.
    """

    code = JOINED

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every seam that is sewn before its panels are joined."""
        return (self.error(each.subject, each.message) for each in _of(pattern, self.code))


class Reached(Check):
    """What is worked on is not shut in: it is reached from outside through one opening at most.

    Why: what lies behind two openings cannot be laid under the needle.
    How to fix: leave a longer gap, or sew it before; a pattern that no order makes says which seam is in the way.
    """

    code = REACHED

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """The first seam that cannot be reached, or the reason why there is no order."""
        if pattern.stuck:
            yield self.error(pattern.preset, words("cannot be made in any order: {why}", why=pattern.stuck))
        yield from (self.error(each.subject, each.message) for each in _of(pattern, self.code))


class Turned(Check):
    """In the end the right side is out, and nothing is turned through what is closed.

    Why: a bag that is turned twice, or never, shows its wrong side.
    How to fix: leave one gap, or open a zip.
    """

    code = TURNED

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """A bag whose wrong side is out, a gap that is closed too early."""
        return (self.error(each.subject, each.message) for each in _of(pattern, self.code))


class Opened(Check):
    """A zip is open when the last seam shuts the shell, and when the bag is turned through it.

    Why: the bag could not be turned out any more.
    How to fix: it is derived; a part that closes a zip again does so at the end.
    """

    code = OPENED

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every zip that is closed then."""
        return (self.error(each.subject, each.message) for each in _of(pattern, self.code))


def _of(pattern: Pattern, code: str) -> Iterator[Trouble]:
    return (each for each in _troubles(pattern) if each.code == code)


@kept
def _troubles(pattern: Pattern) -> tuple[Trouble, ...]:
    """Everything that goes wrong when the operations are done one after the other."""
    return tuple(_replayed(made(pattern)))


def _replayed(making: Made) -> Iterator[Trouble]:
    work = Work(making.cloth)
    for each in making.operations:
        if each.do is Verb.SEW:
            for seam in each.seams:
                yield from _sewn(making, work, making.cloth.joints.get(seam))
        elif each.do is Verb.OPEN:
            work.unzip(*each.notions)
        elif each.do is Verb.CLOSE:
            work.zip_up(*each.notions)
        elif each.do is Verb.TURN:
            yield from _turned(making, work, each)
        elif each.do in (Verb.BIND, Verb.FELL, Verb.TOPSTITCH):
            yield from _in_reach(work, each)
    yield from _right_side_out(making, work)


def _sewn(making: Made, work: Work, joint: Joint | None) -> Iterator[Trouble]:
    if joint is None or not joint.glues:
        return
    seam = joint.seam.id
    if apart := work.unjoined(joint):
        message = form("goes on from '{one}' to '{other}', which are not joined there yet")
        yield Trouble(JOINED, seam, words(message, one=Name(apart[0].panel), other=Name(apart[1].panel)))
    if shut := work.shut_in(joint):
        yield Trouble(REACHED, shut.panel, words("is shut in when the seam '{seam}' is to be sewn", seam=Name(seam)))
    was_shut = work.is_shut()
    work.sew(joint)
    if not was_shut and work.is_shut() and _main_zips(making, work) and not work.open:
        yield Trouble(OPENED, seam, words("shuts the bag while its zip is closed: it cannot be turned any more"))


def _main_zips(making: Made, work: Work) -> list[str]:
    """The zips that lead into the shell."""
    return [
        name for name, joint in work.zips.items() if all(making.cloth.is_of(sheet, Role.BODY) for sheet in joint.sheets)
    ]


def _in_reach(work: Work, operation: Operation) -> Iterator[Trouble]:
    side = WRONG if operation.do is Verb.BIND or operation.side is Side.WRONG else Side.RIGHT.value
    for where in operation.on:
        if not work.reaches(Face(Sheet(where.panel, where.copy or 1), side)):
            yield Trouble(
                REACHED, where.panel, words("is shut in when '{what}' is to be done", what=Name(operation.id))
            )
            return


def _turned(making: Made, work: Work, operation: Operation) -> Iterator[Trouble]:
    through, done = operation.through, [each.id for each in making.operations]
    place = done.index(operation.id)
    part = bool(operation.pieces)
    found = (each for each in making.draft.seams if each.id == through and (part or each.kind is SeamKind.GAP))
    seam = next(found, None)
    if seam and not part and making.sewn_at.get(through, place) < place:
        yield Trouble(TURNED, through, words("is closed already when the bag is to be turned through it"))
    for closed in set(operation.notions) - work.open:
        yield Trouble(OPENED, closed, words("is closed when the bag is to be turned through it"))
    if part:
        work.turn(first_sheet(operation))
    else:
        work.turn(sheet_of(seam.a[0]) if seam else making.cloth.sheets[0])


def _right_side_out(making: Made, work: Work) -> Iterator[Trouble]:
    shell = next((each for each in making.cloth.sheets if making.cloth.is_of(each, Role.BODY)), None)
    out = work.out.get(work.parts.find(shell)) if shell else None
    if out is not None and out.side == WRONG:
        yield Trouble(TURNED, making.pattern.preset, words("is made with its wrong side out, and nothing turns it"))
