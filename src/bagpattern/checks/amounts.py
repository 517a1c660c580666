"""BP120 to BP124: what is cut and bought is what pieces, seams and marks ask for, each counted again from these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bagpattern.checks import Check
from bagpattern.geometry import areas
from bagpattern.lengths import over, under
from bagpattern.making.runs import is_whole
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import CutRow, Finding, Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.seam import Seam, Stands
from bagpattern.model.strap import Mode
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Name
from bagpattern.units import parse_length
from bagpattern.words import words

NEAR = 0.5
"""mm within which two figures of one length are the same."""
SPARE, SHARE = 100.0, 0.4
"""mm, and share, of a zip's seam that tape ends, stops, tabs and the steps in which zips are sold take at most [K]."""
ENDS = 20.0
"""mm of tape beyond both stops of a zip, which tabs cover [K]."""
ROLL, SPOOL = 500.0, 10_000.0
"""mm: in no larger steps are tape, webbing and cord sold; and thread is estimated."""
THREAD = 4.0
"""mm of thread for a mm of seam, at the least: two lines of lockstitch through thin layers, with tails [K]."""
_PIECES = {Mode.SHOULDER: 1, Mode.BELT: 2}
"""How many pieces a strap of webbing goes on from: the pad above, the wing on either side."""
_ONE_HOLE, _TWO_HALVES = ("eyelet", "bag-foot"), ("snap", "magnetic-snap")


class Listed(Check):
    """Every piece has its row in the cut list, of its size, count and material; every panel has its piece.

    Why: plain rectangles are cut by the list alone.
    How to fix: the list is made of the pieces; nothing else may change it.
    """

    code = "BP120"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every row that is missing, wrong, or of nothing."""
        rows = Counter(row.piece for row in pattern.cut_list)
        pieces = {piece.id: piece for piece in pattern.pieces}
        for panel in pattern.draft.panels:
            if panel.id not in pieces:
                yield self.error(panel.id, words("is a panel, and there is no piece to cut it from"))
        for name in sorted({*rows, *pieces}):
            if rows[name] != (1 if name in pieces else 0):
                yield self.error(name, words("has {rows} rows in the cut list", rows=rows[name]))
        for row in pattern.cut_list:
            if row.piece in pieces and _differs(row, pieces[row.piece]):
                yield self.error(row.piece, words("is not cut as its row in the cut list says"))


class FittingZips(Check):
    """A zip is bought for its seam: it opens no wider than that, nor much less, and its tape holds the opening.

    Why: a zip that is too short leaves a hole, one that is too long has no room.
    How to fix: let the zip's lengths follow from its seam.
    """

    code = "BP121"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every zip that does not fit its seam."""
        bought = {each.id: each for each in pattern.draft.notions if each.kind == "zip"}
        for seam in pattern.draft.seams if is_whole(pattern.draft) else ():
            chain = bought.get(seam.zip or "")
            if chain is not None and _misfits(pattern.draft, seam, chain):
                opening = Length(chain.opening or 0.0)
                yield self.error(chain.id, words("opens {opening}, and does not fit its seam", opening=opening))


class LongEnough(Check):
    """What is cut off a roll is as long as the strap that it becomes; a strap's piece is as long as the strap.

    Why: half a metre too little is noticed when the last strap is cut.
    How to fix: let lengths follow from how a strap is worn.
    """

    code = "BP122"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every length that is too short for what it is for, or bought in a wrong one."""
        yield from self._off_the_roll(pattern.draft)
        yield from self._cut(pattern.draft)
        if is_whole(pattern.draft) and under(_thread(pattern.draft), least := THREAD * _sewn(pattern.draft)):
            yield self.error(pattern.preset, words("is sewn with {least} of thread at least", least=Length(least)))

    def _off_the_roll(self, draft: Draft) -> Iterator[Finding]:
        for each in draft.notions:
            need = _needed(draft, each)
            if under(each.length or 0.0, need - NEAR):
                yield self._short(each.id, need)
            if each.kind != "zip" and each.length and each.buy is not None and not _bought_for(each):
                yield self.error(each.id, words("is not bought as long as it is needed"))

    def _cut(self, draft: Draft) -> Iterator[Finding]:
        """Straps of cloth alone; where webbing goes on from a piece, its length tells."""
        modes = {each.strap.mode for each in draft.notions if each.strap} & _PIECES.keys()
        straps = {panel.origin: panel.strap for panel in draft.panels if panel.strap}
        for whole, strap in straps.items():
            lengths = [each for each in draft.panels if each.origin == whole]
            need = strap.most if strap.mode not in modes else None
            if need is not None and under(_joined(lengths), need - NEAR):
                yield self._short(lengths[0].id, need)

    def _short(self, of: str, need: float) -> Finding:
        return self.error(of, words("has to be {need} long at least", need=Length(need)))


class Bought(Check):
    """What a hole, a mark, a seam or a step names is bought, and as many of it as there are places for it.

    Why: a missing ring is found out at ten in the evening.
    How to fix: the part that puts something on the bag buys it.
    """

    code = "BP123"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Everything that is not bought, or not often enough."""
        bought = {each.id: each for each in pattern.draft.notions}
        for name in sorted(_named(pattern) - {*bought}):
            yield self.error(name, words("is put on the bag, and not bought"))
        holes = Counter(
            hole.holds for panel in pattern.draft.panels for hole in panel.holes for _ in range(panel.count)
        )
        for each in bought.values():
            if _miscounted(pattern.draft, each, holes[each.id]):
                yield self.error(
                    each.id,
                    words("is bought {count} times, which is not how often it is put on", count=each.count),
                )


class AsAsked(Check):
    """The finished sizes, measured on the panels, are those that the preset asks for.

    Why: a bag for a thing of 22 cm has to be 22 cm wide.
    How to fix: draft from the stitching line; a size that cannot be kept is refused.
    """

    code = "BP124"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every size that is not kept; of a bag that follows from its contents none is asked for."""
        asked = pattern.settings.get("dimensions")
        if not isinstance(asked, dict):
            return
        for name in ("width", "height", "depth"):
            found = getattr(pattern.finished, name)
            if name in asked and abs(parse_length(asked[name]) - found) > NEAR:
                yield self.error(
                    name, words("is to be {asked}, and is {found}", asked=Name(str(asked[name])), found=Length(found))
                )


# what each asks -------------------------------------------------------------------------------------------------------


def _differs(row: CutRow, piece: Piece) -> bool:
    """Whether a row says another size, count or material than its piece has."""
    left, low, right, high = areas.bounds([piece.cutting_line])
    panel = piece.panel
    said, is_ = (row.count, row.mirrored, row.material), (panel.count, panel.mirrored, panel.material)
    return said != is_ or abs(row.width - (right - left)) > NEAR or abs(row.height - (high - low)) > NEAR


def _misfits(draft: Draft, seam: Seam, chain: Notion) -> bool:
    """Whether a zip opens wider than its seam or its tape, or by much less; round a window its seam is sewn twice."""
    long, opening, tape = draft.side_length(seam.a), chain.opening or 0.0, chain.length or 0.0
    sewn = long / 2 if _is_window(draft, seam) else long
    least = sewn - max(SPARE, SHARE * sewn, _tabs(draft, seam) + ENDS)
    return opening <= 0.0 or over(opening, min(sewn, tape) + NEAR) or under(opening, least)


def _tabs(draft: Draft, seam: Seam) -> float:
    """mm along a zip's seam that tabs between its edges and the zip take."""
    at = ((each.at, each.at + draft.side_length(each.runs)) for each in seam.caught if each.stands is Stands.BETWEEN)
    return sum(high - low for low, high in {(round(low), round(high)) for low, high in at})


def _is_window(draft: Draft, seam: Seam) -> bool:
    """Whether a zip's seam runs round a window: along a line that ends where it begins."""
    paths = [draft[run.panel].along(run.on).path for run in seam.a]
    return len(paths) == 1 and abs(paths[0].end - paths[0].start) < NEAR


def _needed(draft: Draft, notion: Notion) -> float:
    """mm of webbing, cord or chain that its strap takes at its longest, less the pieces that it goes on from."""
    strap = notion.strap
    if strap is None:
        return 0.0
    goes_on = strap.mode in _PIECES
    pieces = [each for each in draft.panels if goes_on and each.strap is not None and each.strap.mode is strap.mode]
    longest = [each.strap.most or 0.0 for each in pieces if each.strap]
    most = max(strap.most or 0.0, *(each.length for each in strap.worn), *longest, 0.0)
    return most - _PIECES.get(strap.mode, 0) * _longest(pieces)


def _longest(pieces: Iterable[Panel]) -> float:
    """mm of the longest edge of some pieces; 0 of none."""
    return max((edge.length for each in pieces for edge in each.edges), default=0.0)


def _joined(lengths: Sequence[Panel]) -> float:
    """mm of the longest edge of a strap that is joined of some lengths, or is of one."""
    edges = [edge for each in lengths for edge in each.edges]
    return max(sum(edge.length for edge in edges if edge.name == name) for name in {edge.name for edge in edges})


def _thread(draft: Draft) -> float:
    return sum(each.length or 0.0 for each in draft.notions if each.kind == "thread")


def _sewn(draft: Draft) -> float:
    """mm of seams."""
    return sum(draft.side_length(seam.a) for seam in draft.seams)


def _bought_for(notion: Notion) -> bool:
    """Whether what is asked for in a shop is no less than what is used, nor by more than a step."""
    length, buy = notion.length or 0.0, notion.buy or 0.0
    return not under(buy, length - NEAR) and not over(buy, length + (SPOOL if notion.kind == "thread" else ROLL))


def _named(pattern: Pattern) -> set[str]:
    """The ids of everything that the bag is held or closed by, that is sewn in or hooked on, and that a step uses."""
    draft = pattern.draft
    names = {hole.holds for panel in draft.panels for hole in panel.holes}
    names |= {line.holds for panel in draft.panels for line in panel.lines}
    names |= {seam.zip or "" for seam in draft.seams} | {each.hooks for each in draft.notions}
    names |= {held for closing in draft.closings for held in closing.held_by}
    done = (operation for each in pattern.steps for operation in each.step.operations)
    names |= {name for each in done for name in (*each.notions, each.around)}
    return names - {""} - {panel.id for panel in draft.panels}


def _miscounted(draft: Draft, notion: Notion, holes: int) -> bool:
    """Whether there are more or fewer holes than belong to so many, or straps that go without."""
    if notion.kind in _ONE_HOLE:
        return holes != notion.count
    if notion.kind in _TWO_HALVES:
        return holes < 2 * notion.count
    through = draft[notion.threads].count if notion.threads in draft else 1
    return notion.length is None and notion.count < through
