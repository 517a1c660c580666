"""In another language everything on paper and on the page is in it: of what ships, no word of English is left.

The language of this test masks every message that the catalogues have: what can still be read was never translated.
That each catalogue has every message, tests/test_messages.py shows.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import bagpattern
from bagpattern import language
from bagpattern.cli import main
from bagpattern.export._costs import labour_text
from bagpattern.export._order import order_needs, order_text
from bagpattern.language import Teller
from bagpattern.layout.cloth import Order
from bagpattern.layout.plans import lays
from bagpattern.layout.prices import Prices
from bagpattern.layout.together import Ordered, together
from bagpattern.model.pattern import Pattern
from bagpattern.preset import preset_names
from bagpattern.preset.reading import read
from bagpattern.preset.template import template as written_out
from bagpattern.styles import STYLES
from bagpattern.web.form import form
from bagpattern.web.gallery import gallery
from bagpattern.web.learnt import learnt
from tests.test_messages import template

_GAP = re.compile(r"(\{[^{}]*\})")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{2,}")
_TRADE = {"Tex"}
"""What is the same in every language."""
_IN_TURN, _EVERY = ("shopping,cut-list", "svg"), 5
"""Kinds of documents, and of how many presets one is asked for one of them: all of them cost too much."""
_SHOWN = {"help", "title", "summary", "name", "occasion"}
"""What the page shows of a row as a text."""


class _Masked(NullTranslations):
    def gettext(self, message: str) -> str:
        return _masked(message) if message in template() else ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _masked(msgid1 if n == 1 else msgid2) if msgid1 in template() else ""


def _masked(message: str) -> str:
    """The message with its gaps, every letter of it the same foreign one."""
    return "".join(part if part[:1] == "{" else re.sub("[A-Za-z]", "\u0436", part) for part in _GAP.split(message))


def _texts(name: str, content: str) -> Iterator[str]:
    if name.endswith(".md"):
        yield from content.splitlines()
        return
    bare = re.sub(r"<(style|metadata).*?</\1>", "", content, flags=re.DOTALL)
    told = re.findall(r">([^<>]+)<", bare) + re.findall(r'aria-label="([^"]*)"', bare)
    yield from map(html.unescape, told)


def _in_english(pattern: Pattern, formats: str, purpose: str = "paper") -> dict[str, list[str]]:
    """The texts with words of English, by their files."""
    files = bagpattern.files(pattern, formats, purpose=purpose)
    texts = {name: [*_texts(name, content.decode())] for name, content in files.items()}
    left = {name: [each for each in own if {*_WORD.findall(each)} - _TRADE] for name, own in texts.items()}
    return {name: own for name, own in left.items() if own}


@pytest.fixture
def masked(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = _Masked()
    monkeypatch.setattr(language, "_catalogue", lambda name: catalogue)


@pytest.mark.usefixtures("masked")
@pytest.mark.parametrize("preset", ["drawstring-backpack-felled", "frame-purse"])
def test_no_document_of_a_shipped_bag_has_english_in_it(preset: str) -> None:
    """Colourways and lengths off one roll; a bought frame and a lining: the settings are the preset's own text."""
    pattern = bagpattern.make(preset, {"language": "fr", "publisher.settings": False})
    assert _in_english(pattern, "shopping,cut-list,steps,svg,lay") == {}


def _read(facts: Any) -> Iterator[str]:
    """What a reader sees of a form or of the gallery, at any depth; keys and words of presets are told by the page."""
    if isinstance(facts, list):
        yield from (text for each in facts for text in _read(each))
    elif isinstance(facts, dict):
        yield from (facts[key] for key in _SHOWN & facts.keys())
        yield from (text for each in facts.values() for text in _read(each))


@pytest.mark.usefixtures("masked")
def test_no_form_and_no_gallery_has_english_in_it() -> None:
    told = learnt(Teller(language="fr"))
    texts = {*_read(gallery()), *(text for style in STYLES.names()[::8] for text in _read(form(style)))}
    assert len(texts) > 600
    assert sorted(text for text in texts if _WORD.search(told.get(text, text))) == []


@pytest.mark.usefixtures("masked")
def test_a_preset_that_is_written_out_explains_itself_in_its_language() -> None:
    """Its keys and words are those of every preset; of its comments none is English."""
    lines = written_out(read("tote-backpack", {"language": "fr"})).splitlines()
    comments = [re.sub(r"[\w-]+(, [\w-]+)*,?$|by rule|\[\[.*", "", each) for each in lines if each.startswith("#")]
    assert len(comments) > 200
    assert [each for each in comments if re.search(r"\b(the|of|and|which|how)\b", each)] == []


@pytest.mark.usefixtures("masked")
@pytest.mark.parametrize("turn", range(len(_IN_TURN)))
def test_no_shipped_bag_has_english_in_the_document_whose_turn_it_is(turn: int) -> None:
    """A sample of the presets, each with one kind of document: the next preset with the next kind."""
    for name in preset_names()[_EVERY * turn :: _EVERY * len(_IN_TURN)]:
        pattern = bagpattern.make(name, {"language": "fr", "publisher.settings": False})
        assert (name, _in_english(pattern, _IN_TURN[turn])) == (name, {})


@pytest.mark.usefixtures("masked")
def test_what_an_order_costs_and_what_no_cloth_takes_is_told_in_the_makers_language() -> None:
    """Things are called in prices as they are in the maker's file, in every language."""
    narrow = {"name": "C", "like": "canvas", "widths": ["18 cm"]}
    own = {"shell": "c", "own": [narrow]}
    pattern = bagpattern.make({"style": "tote", "name": "B", "language": "fr", "materials": own})
    assert _in_english(pattern, "shopping") == {}
    order, plans = [Ordered(pattern, 2)], lays(pattern, Order({"shell": 900.0}))
    whole = together(order)
    prices = Prices("EUR", {each.key: 3.0 for each in order_needs(whole, plans)}, "")
    told = labour_text(order, 20.0, prices, 5.0) + order_text(whole, plans, prices)
    bare = re.sub("^- [a-z -]+:|EUR", "", told, flags=re.MULTILINE)
    assert [line for line in bare.splitlines() if {*_WORD.findall(line)} - _TRADE] == []


@pytest.mark.usefixtures("masked")
@pytest.mark.parametrize(
    "line",
    [
        ("show", "bag.toml"),
        ("show", "bag.toml", "--diff"),
        ("check", "bag.toml"),
        ("fit", "bag.toml", "--add", "keys"),
        ("fit", "box-bag"),
        ("lay", "bag.toml", "--effort", "quick", "--rate", "20", "--prices", "prices.toml"),
        ("lay", "bag.toml", "--effort", "quick", "--bed", "30x40cm"),
        ("lay", "bag.toml", "--effort", "quick", "--stash", "stash.toml"),
    ],
)
def test_no_command_has_english_in_what_it_prints_of_a_bag(
    line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys, ids and what stands in files are those of every language."""
    monkeypatch.chdir(tmp_path)
    for name, text in _FILES.items():
        Path(name).write_text(text, "utf-8")
    printed = CliRunner().invoke(main, [*line, "--language", "fr"]).output
    assert "\u0436" in printed
    bare = re.sub(r"(?m)^\S+(?= .*->)|->  \S+|\w+ = .*|[\w./]*[-_./][\w-]+", "", printed)
    assert {*_WORD.findall(bare)} - _TRADE - _IDS == set()


_IDS = {"bag", "clutch", "shell", "lining", "interfacing", "slip", "front", "flap", "thread", "patch", "rectpack"}
_FILES = {
    "bag.toml": """
extends = "clutch"
materials.shell = "canvas"
materials.interfacing = "fusible-medium"
dimensions.width = "28 cm"
pockets = [{ name = "card pocket", remove = true }, { kind = "slip", name = "P-1", panel = "lining-front" }]
colourways = [{ name = "C-1", shell = "D-1" }]
finishing.machine_limit = "4 mm"
""",
    "prices.toml": "[prices]\nshell = 3\nx-1 = 2\n",
    "stash.toml": """
offcuts = [
  { name = "O-1", material = "shell", width = "60 cm", length = "40 cm" },
  { name = "O-2", material = "x-1", width = "60 cm", length = "40 cm" },
  { name = "O-3", material = "lining", width = "4 cm", length = "4 cm" },
]
""",
}


@pytest.mark.usefixtures("masked")
def test_what_a_maker_calls_things_stays_as_it_is() -> None:
    """A bag and a pocket of one's own are called as they were."""
    own = {
        "name": "Bag of Ida",
        "style": "tote",
        "pockets": [{"kind": "patch", "name": "snack nook", "panel": "front"}],
    }
    files = bagpattern.files(bagpattern.make({**own, "language": "fr"}), "cut-list,shopping")
    told = b"".join(files.values()).decode()
    assert "# Bag of Ida" in told
    assert "Snack nook" in told


def test_a_shopping_list_speaks_the_language_of_its_maker() -> None:
    pattern = bagpattern.make("mini-backpack", {"language": "de"})
    (told,) = bagpattern.files(pattern, "shopping").values()
    lines = told.decode().splitlines()
    assert lines[0] == "# Minirucksack: Einkaufsliste für eine Tasche"
    assert "- [ ] 60 cm Gewachster Canvas, 140 cm breit (Außenstoff)" in lines
    assert any("Oberkante: Flaschentasche" in each for each in lines)
