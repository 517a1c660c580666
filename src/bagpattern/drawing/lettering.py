"""How wide text is. The advance widths are those of DejaVu Sans, the first font that every drawing names.

Verdana is as wide, Arial narrower: what fits here fits there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

CAPITAL = 0.76
"""Height of the tallest letters above the baseline, as a share of the size."""
DESCENT = 0.24
"""Depth of g and brackets below the baseline."""
LEADING = 1.35
"""From baseline to baseline."""
TIMES = "\N{MULTIPLICATION SIGN}"

# thousandths of the size, for U+0020 to U+007E and U+00A0 to U+00FF
_REGULAR = (
    "318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 "
    "337 838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 "
    "684 989 685 611 685 390 337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 "
    "635 411 521 392 634 592 818 592 592 525 636 337 636 838 318 401 636 636 636 636 337 500 500 1000 471 612 838 "
    "361 1000 500 500 838 401 401 500 636 636 318 500 401 471 612 969 969 969 531 684 684 684 684 684 684 974 698 "
    "632 632 632 632 295 295 295 295 775 748 787 787 787 787 787 838 787 732 732 732 732 611 605 630 613 613 613 "
    "613 613 613 982 550 615 615 615 615 278 278 278 278 612 634 612 612 612 612 612 838 612 634 634 634 634 592 "
    "635 592"
)
_BOLD = (
    "348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696 696 696 696 696 400 "
    "400 838 838 838 580 1000 774 762 734 830 683 683 821 837 372 372 775 637 995 837 850 733 850 770 720 682 812 "
    "774 1103 771 724 725 457 365 457 838 500 500 675 716 593 716 678 435 716 712 343 343 665 343 1042 712 687 716 "
    "716 493 595 478 712 652 924 645 652 582 712 365 712 838 348 456 696 696 636 696 365 500 500 1000 564 646 838 "
    "415 1000 500 500 838 438 438 500 736 636 380 500 438 564 646 1035 1035 1035 580 774 774 774 774 774 774 1085 "
    "734 683 683 683 683 372 372 372 372 838 837 850 850 850 850 850 838 850 812 812 812 812 724 738 719 675 675 "
    "675 675 675 675 1048 593 678 678 678 678 343 343 343 343 687 712 687 687 687 687 687 838 687 712 712 712 712 "
    "652 716 652"
)
_OTHER = {
    "\N{EN DASH}": 500,
    "\N{EM DASH}": 1000,
    "\N{LEFT SINGLE QUOTATION MARK}": 380,
    "\N{RIGHT SINGLE QUOTATION MARK}": 380,
    "\N{LEFT DOUBLE QUOTATION MARK}": 657,
    "\N{RIGHT DOUBLE QUOTATION MARK}": 657,
    "\N{BULLET}": 639,
    "\N{HORIZONTAL ELLIPSIS}": 1000,
    "\N{DOUBLE PRIME}": 447,
    "\N{DOUBLE LOW-9 QUOTATION MARK}": 657,
    "\N{LATIN CAPITAL LIGATURE OE}": 1167,
    "\N{LATIN SMALL LIGATURE OE}": 1094,
}
"""As wide as in bold, which is a little wider."""
_UNKNOWN = 1000  # a letter of another script: as wide as it is high


@cache
def _advances(bold: bool) -> dict[str, int]:
    letters = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))]
    widths = (int(each) for each in (_BOLD if bold else _REGULAR).split())
    return dict(zip(letters, widths, strict=True)) | _OTHER


def text_width(content: str, size: float, bold: bool = False) -> float:
    """mm from the start to the end of one line."""
    return _thousandths(content, bold) * size


@lru_cache(maxsize=4096)
def _thousandths(content: str, bold: bool) -> float:
    """The width at size 1: the same words are measured again and again while a place for them is sought."""
    advances = _advances(bold)
    return sum([advances.get(letter, _UNKNOWN) for letter in content]) / 1000


def is_plain(content: str) -> bool:
    """Whether every letter is one of those whose widths are known: the shipped font has them all."""
    advances = _advances(False)
    return all(letter in advances for letter in content)


def wrapped(content: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Lines no wider than *width* mm; a single word that is wider is divided, never lost."""
    if text_width(content, size, bold) <= width:
        return [content]
    lines: list[str] = []
    left, blank = 0.0, text_width(" ", size, bold)
    for before, word, long in _words(content, width, size, bold):
        wide = blank + long if before else long
        if lines and wide <= left:
            lines[-1] += before + word
            left -= wide
        else:
            lines.append(word)
            left = width - long
    return lines


def _words(content: str, width: float, size: float, bold: bool) -> Iterator[tuple[str, str, float]]:
    """The blank before a word, the word, and its width in mm; what is wider than *width* in parts."""
    for before, word in _units(content):
        long = text_width(word, size, bold)
        if long <= width:
            yield before, word, long
        else:
            yield from ((before, part, text_width(part, size, bold)) for part in _cut(word, width, size, bold))


def _units(content: str) -> list[tuple[str, str]]:
    """What a line may be broken between, each with the blank before it: words; kana and kanji letter by letter."""
    if max(content, default="") < "\u3000":
        return [(" ", word) for word in content.split(" ") if word]  # a no-break space is none to break at
    from bagpattern.drawing.unspaced import units

    return units(content)


def _cut(word: str, width: float, size: float, bold: bool) -> list[str]:
    """The parts of a word that is too long: with hyphens, at syllables; where it has none, anywhere."""
    from bagpattern.drawing.divided import HYPHEN, places

    fitting = (at for at in places(word) if text_width(word[:at] + HYPHEN, size, bold) <= width)
    at = max(fitting, default=0)
    if at:
        rest = word[at:]
        return [
            word[:at] + HYPHEN,
            *([rest] if text_width(rest, size, bold) <= width else _cut(rest, width, size, bold)),
        ]
    parts = [""]
    for letter in word:
        if parts[-1] and text_width(parts[-1] + letter, size, bold) > width:
            parts.append("")
        parts[-1] += letter
    return parts


@lru_cache(maxsize=1024)
def balanced(content: str, lines: int, bold: bool = False) -> tuple[str, ...]:
    """The text in at most *lines* lines, the longest as short as it can be, at any size."""
    words = _units(content)
    breaks = _breaks(len(words), lines)
    options = [tuple(_line(words[a:b]) for a, b in zip((0, *at), (*at, len(words)), strict=True)) for at in breaks]
    return min(options, key=lambda option: widest(option, 1.0, bold), default=(content,))


def _line(words: Sequence[tuple[str, str]]) -> str:
    return "".join(before + word for before, word in words).strip()


def _breaks(words: int, lines: int) -> Iterable[tuple[int, ...]]:
    if lines == 1 or words < 2:
        return [()]
    if lines == 2 or words < 3:
        return [(at,) for at in range(1, words)]
    return [(a, b) for a in range(1, words - 1) for b in range(a + 1, words)]


def widest(lines: Sequence[str], size: float, bold: bool = False) -> float:
    """mm of the longest line."""
    return max((text_width(line, size, bold) for line in lines), default=0.0)
