"""Parts and styles from a folder of one's own: found, refused by file and line, and never taken by a preset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import bagpattern
from bagpattern import InputError, registry
from bagpattern.cli import main
from bagpattern.own_parts import rooms
from bagpattern.preset.guide import families
from bagpattern.styles import STYLES

TEMPLATES = Path(__file__).parents[1] / "examples" / "templates"
BAG = {"style": "pillow-bag", "pockets": [{"name": "hand", "kind": "scooped", "panel": "front"}]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with both templates, written as from beside it; what is taken in is let go in the end."""
    monkeypatch.chdir(tmp_path)
    put(Path("my_parts/pockets/scooped.py"), (TEMPLATES / "pocket.py").read_text(encoding="utf-8"))
    put(Path("my_parts/styles/pillow_bag.py"), (TEMPLATES / "style.py").read_text(encoding="utf-8"))
    yield Path("my_parts")
    for each in [*registry._further]:
        registry.leave(each)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def refused(folder: Path) -> list[str]:
    """What is said of a folder that is refused; and that nothing of it is taken."""
    with pytest.raises(InputError) as caught:
        bagpattern.use(folder)
    assert not registry._further
    return str(caught.value).splitlines()


def test_every_room_of_parts_is_known() -> None:
    """And the folder's rooms are called as the package's are, and as ``list`` calls them."""
    known = {family.room: family for style in STYLES.names() for family in families(STYLES.member(style))}
    assert rooms() == {"styles": STYLES, **known}
    assert {"pockets", "straps", "closures", "tops", "fittings", "compartments", "style_lines"} == {*known}


def test_what_is_used_is_there(folder: Path) -> None:
    with pytest.raises(InputError, match='style: cannot be "pillow-bag"'):
        bagpattern.make(BAG)
    assert bagpattern.use("my_parts/") == ("pockets/scooped", "styles/pillow-bag")
    pattern = bagpattern.make(BAG)
    assert "hand" in pattern
    assert not pattern.errors


def test_to_use_a_folder_again_is_to_read_it_again(folder: Path) -> None:
    bagpattern.use(folder)
    before = bagpattern.make(BAG)
    key = before.key
    path = folder / "styles" / "pillow_bag.py"
    put(path, path.read_text(encoding="utf-8").replace('measure("30 cm", "12 cm"', 'measure("31 cm", "12 cm"'))
    bagpattern.use(folder.resolve())
    after = bagpattern.make(BAG)
    assert [round(each.finished.width) for each in (before, after)] == [300, 310]
    assert key != bagpattern.read(before.settings).key  # of other code


def test_what_several_have_in_common(folder: Path) -> None:
    path = folder / "pockets" / "scooped.py"
    text = path.read_text(encoding="utf-8").replace('TAPE = "20 mm"', "from ._tape import TAPE")
    put(path, text)
    put(folder / "pockets" / "_tape.py", 'TAPE = "20 mm"\n')
    bagpattern.use(folder)
    assert "hand" in bagpattern.make(BAG)


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("pockets/slip.py", "", 'my_parts/pockets/slip.py: there is a pocket "slip" already: give yours another name'),
        ("pocket/coin.py", "", 'my_parts/pocket: there is no room "pocket" for parts; did you mean "pockets"?'),
        ("pockets/my coin.py", "", "my_parts/pockets/my coin.py: is no name of a part: write small letters, digits"),
        ("pockets/coin.py", "x = (", "my_parts/pockets/coin.py:1: is not Python: '(' was never closed"),
        (
            "pockets/coin.py",
            "\nimport nothing_such",
            "my_parts/pockets/coin.py:2: ModuleNotFoundError: No module",
        ),
        ("pockets/coin.py", "x = 1\n\nx / 0", "my_parts/pockets/coin.py:3: ZeroDivisionError: division by zero"),
        ("pockets/coin.py", "raise ValueError('a\\nb')", "my_parts/pockets/coin.py:1: ValueError: a b"),
        ("pockets/coin.py", "exit('over')", "my_parts/pockets/coin.py:1: SystemExit: over"),
        (
            "pockets/coin.py",
            "from ._other import x",
            "my_parts/pockets/_other.py:1: NameError: name 'y' is",
        ),
        ("pockets/coin.py", "", "my_parts/pockets/coin.py: must define exactly one public pocket, not 0"),
        (
            "styles/two.py",
            "class A: family = 'style'",
            "my_parts/styles/two.py: TypeError: must be called with",
        ),
    ],
)
def test_what_cannot_be_used_is_told_by_file_and_line(folder: Path, file: str, text: str, told: str) -> None:
    put(folder / "pockets" / "_other.py", "x = y\n")
    put(folder / file, text)
    (line,) = refused(folder)
    assert line.startswith(told)


def test_a_folder_in_the_place_of_a_file_is_told(folder: Path) -> None:
    (folder / "pockets" / "coin.py").mkdir()
    assert refused(folder) == ["my_parts/pockets/coin.py: is no file: a part is one"]


@pytest.mark.parametrize("given", [None, 5, ["my_parts"]])
def test_what_names_no_folder_is_refused(given: Any) -> None:
    with pytest.raises(InputError, match=r"^parts: is the name of a folder, not "):
        bagpattern.use(given)


def test_all_that_is_wrong_is_told_at_once(folder: Path) -> None:
    put(folder / "pockets" / "a.py", "1 / 0")
    put(folder / "styles" / "b.py", "x =")
    assert len(refused(folder)) == 2


def test_folders_without_parts(folder: Path) -> None:
    Path("empty/pockets").mkdir(parents=True)
    assert refused(Path("nowhere")) == ["nowhere: there is no such folder"]
    assert refused(folder / "pockets" / "scooped.py")[0].endswith("is a file, not a folder")
    assert refused(Path("empty"))[0].startswith("empty: holds no parts: they lie in folders of it")


def test_two_folders_with_a_part_of_one_name(folder: Path) -> None:
    bagpattern.use(folder)
    put(Path("others/pockets/scooped.py"), "")
    with pytest.raises(InputError, match=r'others/pockets/scooped[.]py: there is a pocket "scooped" already'):
        bagpattern.use("others")


# the command line -----------------------------------------------------------------------------------------------------


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("list", "pockets"), "scooped"),
        (("list", "styles", "pillow-bag"), "dimensions.width"),
        (("check", "bag.toml"), "can be sewn"),
        (("draft", "bag.toml", "-o", "out"), "out/bag.svg"),
        (("show", "bag.toml"), "Hand"),
        (("fit", "bag.toml"), "It is to hold nothing yet"),
        (("lay", "bag.toml", "--effort", "quick"), "shell"),
        (("schema",), "scooped"),
        (("new", "mine.toml", "--from", "bag.toml"), "mine.toml"),
    ],
)
def test_every_command_takes_parts_in(folder: Path, words: tuple[str, ...], shown: str) -> None:
    put(Path("bag.toml"), 'style = "pillow-bag"\n[[pockets]]\nname = "hand"\nkind = "scooped"\npanel = "front"\n')
    status, output = run(*words, "--parts", "my_parts/")
    assert status == 0, output
    assert shown in output


def test_a_preset_makes_no_code_run(folder: Path) -> None:
    put(folder / "styles" / "pillow_bag.py", "raise SystemExit('run')")
    put(Path("bag.toml"), 'style = "pillow-bag"\n')
    assert 'cannot be "pillow-bag"' in run("check", "bag.toml")[1]
    put(Path("bag.toml"), 'style = "pillow-bag"\nparts = "my_parts"\n')
    assert run("check", "bag.toml")[0] == 2


def test_broken_parts_are_told_without_a_traceback(folder: Path) -> None:
    put(folder / "pockets" / "coin.py", "x = (")
    assert run("list", "pockets", "--parts", "my_parts/") == (
        2,
        "my_parts/pockets/coin.py:1: is not Python: '(' was never closed\n",
    )


def test_what_goes_wrong_while_it_drafts_is_told_by_its_line(folder: Path) -> None:
    path = folder / "styles" / "pillow_bag.py"
    text = path.read_text(encoding="utf-8").replace("return StripBody(self.dim", "return 1 / 0, StripBody(self.dim")
    put(path, text)
    line = next(number for number, each in enumerate(text.splitlines(), 1) if "1 / 0" in each)
    put(Path("bag.toml"), 'style = "pillow-bag"\n')
    status, output = run("check", "bag.toml", "--parts", "my_parts")
    assert status == 2
    assert re.fullmatch(rf"my_parts/styles/pillow_bag.py:{line}: ZeroDivisionError: division by zero\n", output)


@pytest.mark.parametrize("name", ["pocket", "style"])
def test_the_words_of_a_template_say_what_makes_it_work(name: str, folder: Path) -> None:
    text = (TEMPLATES / f"{name}.py").read_text(encoding="utf-8")
    (target,) = re.findall(rf"    cp examples/templates/{name}.py (\S+)", text)
    (command,) = re.findall(r"    bagpattern (.*)", text)
    assert Path(target).read_text(encoding="utf-8") == text
    status, output = run(*command.split())
    assert (status, "default" in output) == (0, True), output
