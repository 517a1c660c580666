"""A flat bag has two sizes: its depth of 0 is told nowhere."""

from __future__ import annotations

from click.testing import CliRunner

from bagpattern.cli import main
from bagpattern.drawing.guide.guide import guide
from bagpattern.drawing.model import Text
from bagpattern.drawing.sizes.nest import nest
from bagpattern.pipeline import make
from bagpattern.ranges.facts import facts


def test_a_flat_bag_is_told_by_width_and_height() -> None:
    bags = [make("flat-pouch"), make("flat-pouch", {"preset": "large", "name": "Large", "dimensions.height": "18 cm"})]
    blocks = guide(nest(bags))
    told = " ".join(item.content for block in blocks for item in block.make(1000.0).items if isinstance(item, Text))
    assert "Finished size (width \N{MULTIPLICATION SIGN} height) and line of each size:" in told
    assert "22 \N{MULTIPLICATION SIGN} 18 cm," in told.replace("\N{NO-BREAK SPACE}", " ")
    assert facts(bags[1])["size"].replace("\N{NO-BREAK SPACE}", " ") == "22 x 18 cm"
    shown = CliRunner().invoke(main, ["show", "flat-pouch"]).output.replace("\N{NO-BREAK SPACE}", " ")
    assert "22 x 15 cm (width, height), " in shown
