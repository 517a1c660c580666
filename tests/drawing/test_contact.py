"""Contact sheets: whatever is said of a thing is drawn, inside its cell."""

from __future__ import annotations

from bagpattern.drawing.cards.contact import Cell, contact_sheet
from bagpattern.drawing.model import Text
from bagpattern.model.pattern import Pattern

WORDS = " ".join(f"word{number}" for number in range(60))


def test_no_word_is_left_out_and_none_lies_on_another(pattern: Pattern) -> None:
    drawing = contact_sheet("things", (Cell("thing", WORDS, pattern.pieces[:2], WORDS),))
    texts = [item for item in drawing.items if isinstance(item, Text)]
    assert " ".join(text.content for text in texts).count("word") == 120
    boxes = [text.box for text in texts]
    for number, (left, bottom, right, top) in enumerate(boxes):
        assert right < drawing.width
        for other in boxes[number + 1 :]:
            assert not (left < other[2] and other[0] < right and bottom < other[3] - 0.01 and other[1] < top - 0.01)
