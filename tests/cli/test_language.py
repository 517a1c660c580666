"""``--language``: what is printed in another language, and the font that Japanese needs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from unicodedata import east_asian_width

import pikepdf
import pytest
from ezdxf import filemanagement
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

from bagpattern.drawing import sheets
from bagpattern.drawing.lettering import is_plain
from bagpattern.language import LANGUAGES, MESSAGES, RULES
from bagpattern.pipeline import make
from tests.cli.conftest import Run, files
from tests.drawing import seen

SPOKEN = ("--language", "de"), ("--language", "en")


@pytest.fixture
def kana(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A font whose letters are blanks: it has all that the Japanese catalogue needs."""
    letters = sorted(set((MESSAGES / "ja.po").read_text(encoding="utf-8")) - {"\n"})
    names = {letter: f"u{ord(letter):04X}" for letter in letters}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(letter): name for letter, name in names.items()})
    builder.setupGlyf({name: Glyph() for name in [".notdef", *names.values()]})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Blank", "styleName": "Regular", "psName": "Blank-Regular"})
    builder.setupOS2()
    builder.setupPost()
    path = tmp_path_factory.mktemp("font") / "blank.ttf"
    builder.save(path)
    return path


def test_it_is_short_for_a_value_of_the_preset(run: Run) -> None:
    one = run("draft", "mini-backpack", "--language", "fr", "-o", "-", "--format", "svg").stdout
    other = run("draft", "mini-backpack", "--set", "language=fr", "-o", "-", "--format", "svg").stdout
    assert one == other
    assert "Marge" in one or "marge de couture" in one
    assert "seam allowance" not in one.lower()


def test_warnings_and_refusals_speak_it_too_however_it_is_said(run: Run) -> None:
    thin = ("check", "clutch", "--set", "finishing.machine_limit=2 mm")
    told = [run(*thin, *said).stderr for said in (("--language", "de"), ("--set", "language=de"), ())]
    assert told[0] == told[1] != told[2]
    assert told[2]
    wrong = ("lay", "clutch", "--set", "dimensions.width=9 m")
    assert run(*wrong, "--set", "language=fr").stderr == run(*wrong, "--language", "fr").stderr != run(*wrong).stderr


@pytest.mark.parametrize("command", ["show", "lay", "fit", "check", "draft", "new"])
def test_a_file_that_says_its_language_is_refused_in_it(run: Run, tmp_path: Path, command: str) -> None:
    """What an option says counts more."""
    (tmp_path / "tasche.toml").write_text('extends = "clutch"\nlanguage = "de"\ndimensions.width = "9 m"', "utf-8")
    line = (command, *(("b.toml", "--from") if command == "new" else ()), "tasche.toml")
    own, german, english = (run(*line, *more).stderr for more in ((), *SPOKEN))
    assert own == german != english
    assert "zu groß" in own


def test_a_file_that_says_its_language_is_warned_of_in_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tasche.toml").write_text('extends = "clutch"\nlanguage = "de"\nfinishing.machine_limit = "2 mm"')
    own, german, english = (run("check", "tasche.toml", *more) for more in ((), *SPOKEN))
    assert (own.stdout, own.stderr) == (german.stdout, german.stderr)
    assert own.stderr != english.stderr


def test_data_stays_english_and_keeps_the_wish(run: Run) -> None:
    told = json.loads(run("draft", "mini-backpack", "--language", "es", "-o", "-", "--format", "json").stdout)
    english = json.loads(run("draft", "mini-backpack", "-o", "-", "--format", "json").stdout)
    assert told["settings"].pop("language") == "es"
    assert english["settings"].pop("language") == "en"
    assert told == english


def test_a_preset_keeps_its_language(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sac.toml").write_text('extends = "mini-backpack"\nlanguage = "fr"\n', encoding="utf-8")
    assert run("new", "tout.toml", "--from", "sac.toml").exit_code == 0
    assert '\nlanguage = "fr"\n' in (tmp_path / "tout.toml").read_text(encoding="utf-8")
    assert make(str(tmp_path / "tout.toml")).tell.language == "fr"


def test_a_preset_of_ones_own_explains_itself_in_its_language(run: Run, tmp_path: Path) -> None:
    """Its keys, its words and its limits are written as in every language, and it reads back."""
    assert run("new", "meine.toml", "--language", "de", "--from", "tote").exit_code == 0
    text = (tmp_path / "meine.toml").read_text(encoding="utf-8")
    assert re.search(r"# von vorn nach hinten, am Boden\n# \d+ mm bis \d+ mm\ndepth = ", text)
    assert ", oder by rule\n" in text
    assert make(str(tmp_path / "meine.toml")).title == "Einkaufsshopper"


def test_a_list_speaks_a_language_and_keeps_the_words_to_be_written(run: Run) -> None:
    english, german = (run("list", "styles", "tote", *more).stdout for more in ((), ("--language", "de")))
    assert "dimensions.depth" in german
    assert "from front to back" in english
    assert "von vorn nach hinten" in german
    assert "handles.kind" in german.split("aus Außenstoff, aus Gurtband")[0].splitlines()[-1]


def test_columns_of_a_list_stand_below_each_other_in_japanese(run: Run) -> None:
    head, *rows = run("list", "items", "--language", "ja").stdout.splitlines()
    widths = {sum(1 + (east_asian_width(sign) in "WF") for sign in row) for row in (head, *rows)}
    assert len(widths) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--language", "it"), "'it' is not one of 'en', 'de', 'fr', 'es', 'ja'"),
        (("--language", "de", "--set", "language=fr"), "--language de and --set language=fr: say one of them"),
        (("--set", "language=it"), "language: "),
        (("--language", "ja", "--format", "pdf"), "--fontでその文字があるTrueTypeフォント"),
        (("--language", "ja", "--format", "png"), "--fontでその文字があるTrueTypeフォント"),
    ],
)
def test_what_cannot_be_said_is_refused(run: Run, tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    result = run("draft", "mini-backpack", *options)
    assert (result.exit_code, result.stdout, files(tmp_path)) == (2, "", set())
    assert words in result.stderr


def test_japanese_is_printed_in_a_font_of_ones_own(run: Run, tmp_path: Path, kana: Path) -> None:
    result = run("draft", "mini-backpack", "--language", "ja", "--format", "pdf,png", "--font", kana, "-o", "out")
    assert (result.exit_code, result.stderr) == (0, "")
    with pikepdf.open(tmp_path / "out" / "mini-backpack.pdf") as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert any("Blank" in font for font in fonts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_font_has_the_letters_of_all_languages_but_those_that_need_one_of_ones_own(language: str) -> None:
    drawing = sheets(make("mini-backpack", {"language": language}))[0]
    lacking = [text.content for text in seen.texts(drawing) if not is_plain(text.content)]
    assert bool(lacking) is RULES[language].own_font


def test_a_dxf_has_the_letters_of_every_language(run: Run, tmp_path: Path) -> None:
    result = run("draft", "mini-backpack", "--language", "ja", "-o", "a.dxf")
    assert (result.exit_code, result.stderr) == (0, "")
    texts = {each.dxf.text for each in filemanagement.readfile(tmp_path / "a.dxf").modelspace().query("TEXT")}
    assert "表地 1枚" in texts
