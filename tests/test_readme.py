"""README and guide: everything in their blocks is run as it stands, everything that they point to is there.

A block of commands is marked ``text``, and so is what they print, in the block after them. A file's content is marked
``toml``, and the words before it end with its name: This is `my-bag.toml`. Files whose name begins with ``wrong`` are
refused. Each page is complete in itself: its commands need its files only.
"""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import bagpattern
from bagpattern import registry
from bagpattern.cli import main
from bagpattern.cli._main import COMMANDS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "examples" / "guide").glob("*.md")))
MOST_LINES = 250
"""Of the README: who wants more finds it on a page of the guide."""

PROGRAMS = ("bagpattern ", "python -m ", "mkdir -p my_parts")
"""What a command begins with."""
LISTS = frozenset({"offcuts.toml", "prices.toml", "sleeves.toml"})
"""Files that are no presets."""
_FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`([\w-]+\.toml)`:\n\n```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PICTURE_OR_LINK = re.compile(r"\]\(([^)\s]+)\)")


class Block(NamedTuple):
    """A fenced block: its language and its lines."""

    language: str
    text: str

    @property
    def is_of_commands(self) -> bool:
        return self.language == "text" and self.text.startswith(PROGRAMS)


def blocks(page: Path, language: str = "") -> list[Block]:
    found = [Block(*each) for each in _FENCED.findall(page.read_text(encoding="utf-8"))]
    return [each for each in found if language in ("", each.language)]


def prose(page: Path) -> str:
    """The page without its blocks."""
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


def files(page: Path) -> dict[str, str]:
    """The files that a page shows, by name."""
    return dict(_FILE.findall(page.read_text(encoding="utf-8")))


def commands_of(block: Block) -> list[str]:
    """The commands in a block, without their explanations."""
    return [re.split(r" {3,}", line)[0] for line in block.text.splitlines()]


def commands() -> list[tuple[Path, str]]:
    """Every command on every page, with its page; folders and copies are made before any other."""
    found = [
        (page, each) for page in PAGES for block in blocks(page) if block.is_of_commands for each in commands_of(block)
    ]
    return [(page, each) for page, each in found if not each.startswith("mkdir ")]


def shown() -> list[tuple[Path, str, str]]:
    """What pages show as printed: the page, the last command before it, the lines."""
    return [
        (page, commands_of(before)[-1], block.text)
        for page in PAGES
        for before, block in zip(blocks(page), blocks(page)[1:], strict=False)
        if block.language == "text" and not block.is_of_commands
    ]


def named(value: Any) -> str:
    return value.stem if isinstance(value, Path) else str(value).partition("\n")[0]


@pytest.fixture
def folder(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder with the page's files in it, and the templates where the page copies them."""
    for name, content in files(page).items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for block in blocks(page):
        for command in commands_of(block) if block.is_of_commands else ():
            if command.startswith("mkdir "):
                _shell(command, tmp_path)
    yield tmp_path
    for each in [*registry._further]:
        registry.leave(each)


def _shell(command: str, folder: Path) -> None:
    """A command of the shell's, as it stands, in a folder that has the examples of a checkout."""
    if not (folder / "examples").exists():
        (folder / "examples").symlink_to(ROOT / "examples")
    subprocess.run(command, shell=True, check=True)


def run(command: str) -> tuple[int, str]:
    """The exit status of a command of ours, and what it prints."""
    _, *words = [word.replace('"', "") for word in re.findall(r'(?:[^\s"]|"[^"]*")+', command)]
    if words[0] == "new" and Path(words[1]).exists():
        Path(words[1]).unlink()  # it leaves alone what is there
    result = CliRunner().invoke(main, words)
    return result.exit_code, result.output


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(("page", "command"), commands(), ids=named)
def test_commands(page: Path, command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if command.startswith("python -m "):
        _, _, module, *words = command.split()
        monkeypatch.setattr(sys, "argv", [module, *words])
        with pytest.raises(SystemExit) as ended:
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        assert not ended.value.code
    else:
        status, output = run(command)
        assert status == (2 if " wrong" in command else 0), output


@pytest.mark.parametrize(("page", "command", "lines"), shown(), ids=named)
def test_what_is_shown_is_what_is_printed(page: Path, command: str, lines: str, folder: Path) -> None:
    printed = {" ".join(line.split()) for line in run(command)[1].splitlines()}
    assert {" ".join(line.split()) for line in lines.splitlines()} <= printed


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_block_is_of_a_kind_that_is_run(page: Path) -> None:
    found = blocks(page)
    assert {each.language for each in found} <= {"sh", "text", "toml", "python", "layers"}
    assert page.read_text(encoding="utf-8").count("\n```") == 2 * len(found)
    assert len(blocks(page, "toml")) == len(files(page)), "a file's name ends the words before it"
    for block in found:
        if block.is_of_commands:
            assert all(line.startswith(PROGRAMS) for line in block.text.splitlines()), block.text
    for before, block in zip([Block("", ""), *found], found, strict=False):
        if block.language == "text" and not block.is_of_commands:
            assert before.is_of_commands, f"what prints this?\n{block.text}"


@pytest.mark.parametrize("page", [page for page in PAGES if {*files(page)} - LISTS], ids=named)
def test_the_schema_knows_the_presets(page: Path, folder: Path) -> None:
    run("bagpattern schema -o preset.schema.json")
    validator = Draft202012Validator(json.loads((folder / "preset.schema.json").read_text(encoding="utf-8")))
    for name in (
        {*files(page)} - LISTS - {"wrong.toml", "pillow.toml"}
    ):  # a style of one's own is in a schema of one's own
        validator.validate(tomllib.loads((folder / name).read_text(encoding="utf-8")))


def switches() -> list[str]:
    """What is typed into a shell, beside the two commands that come first."""
    lines = [line for page in PAGES for block in blocks(page, "sh") for line in block.text.splitlines()]
    return lines[2:]


@pytest.mark.parametrize("line", switches())
def test_completion_is_switched_on(line: str, tmp_path: Path) -> None:
    """Each line runs, in an empty home, and leaves there what switches completion on."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "HOME": str(tmp_path), "PATH": programs}
    subprocess.run(["bash", "-c", line], env=environment, check=True)
    (written,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert "_BAGPATTERN_COMPLETE" in written.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")], ids=named)
def test_python(page: Path, folder: Path) -> None:
    """The code of a page runs from end to end, what it looks up is there, and it writes nothing."""
    before = {*folder.rglob("*")}
    known: dict[str, Any] = {}
    for block in blocks(page, "python"):
        exec(compile(block.text, page.name, "exec"), known)
    assert isinstance(known["pattern"], bagpattern.Pattern)
    assert {*folder.rglob("*")} == before
    if page.stem == "library":
        assert {name.rpartition(".")[2] for name in known["files"]} == {"pdf", "dxf", "json"}
        assert len(known["pages"]) > 5
        assert len(known["fitting"].proposals) > 1


def test_two_commands_come_first() -> None:
    first, *_ = blocks(README, "sh")
    assert len(first.text.splitlines()) == 2


def test_the_readme_is_short() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def anchors(page: Path) -> set[str]:
    """What links within a page can name: its headings, as they are spelt there."""
    headings = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _PICTURE_OR_LINK.findall(prose(page)):
        if link.startswith("https://"):
            continue
        path, _, heading = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not heading or heading in anchors(target), link


def test_every_page_is_linked_from_the_readme() -> None:
    links = {(ROOT / link).resolve() for link in _PICTURE_OR_LINK.findall(prose(README)) if "#" not in link}
    assert {*PAGES[1:]} <= links
    first_screen = README.read_text(encoding="utf-8").splitlines()[:8]
    assert "(#how-it-works)" in "".join(first_screen)


def options() -> set[str]:
    """Every option of every command."""
    context = click.Context(main)
    found = [main.get_command(context, name) for name in COMMANDS]
    return {
        name for command in found if command for each in command.params for name in (*each.opts, *each.secondary_opts)
    }


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_what_is_named_in_passing_is_there(page: Path, folder: Path) -> None:
    """Commands, options, modules and lists that the sentences speak of."""
    for code in re.findall(r"`([^`\n]+)`", prose(page)):
        words = code.split()
        if words[0] == "bagpattern" and words[1:] not in ([], ["--help"]):
            assert words[1] in COMMANDS, code
        if words[:2] == ["python", "-m"]:
            assert words[2] == "pytest" or find_spec(words[2]), code
        if words[:2] == ["bagpattern", "list"]:
            assert run(code)[0] == 0, code
        if not words[0].endswith("pip"):
            assert {word for word in words if re.match(r"--\w", word)} <= {*options(), "--help"}, code


def test_the_libraries_are_those_that_are_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["lay"]]
    told = re.findall(r"^\| \[([\w-]+)\]\(https", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert {*told} == {re.split(r"[>=\[; ]", each)[0] for each in wanted}


class TestHouse:
    """The map of the house is of the house that stands."""

    PAGE = ROOT / "examples" / "guide" / "house.md"
    SOURCE = ROOT / "src" / "bagpattern"

    def test_layers(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        contract = project["tool"]["importlinter"]["contracts"][0]
        (told,) = blocks(self.PAGE, "layers")
        assert told.text.splitlines() == contract["layers"]

    def test_rooms(self) -> None:
        rooms = {
            f"{path.relative_to(self.SOURCE)}/"
            for path in self.SOURCE.rglob("*")
            if path.is_dir() and path.name != "__pycache__" and any(path.glob("[!.]*.*"))
        }
        modules = {path.name for path in self.SOURCE.glob("*.py") if not path.name.startswith("__")}
        told = {
            name
            for row in re.findall(r"^\| (`.*?) \|", prose(self.PAGE), re.MULTILINE)
            for name in re.findall(r"`(.*?)`", row)
        }
        assert {name for name in told if not name.startswith("tests/")} == rooms | modules

    def test_folders_of_tests(self) -> None:
        for name in re.findall(r"`(tests/\w+/)`", prose(self.PAGE)):
            assert (ROOT / name).is_dir(), name
