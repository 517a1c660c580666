"""Khronos' own validator finds nothing wrong in the bags that we write as glTF."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
from pathlib import Path
from typing import Any

import pytest

import bagpattern
from bagpattern.export import Job
from bagpattern.export.glb import Glb
from bagpattern.model.colourway import Colourway
from bagpattern.values import replace

VALIDATOR = Path(__file__).parent / "node_modules" / "gltf-validator"
HARMLESS = frozenset({"ACCESSOR_INDEX_TRIANGLE_DEGENERATE", "UNUSED_OBJECT"})
"""What the validator may remark on without calling it wrong: a triangle of no size, UV of a bag without a print."""
MEGABYTE = 1_000_000
WAYS = (
    Colourway(name="Sea", shell="white with navy stripes", lining="sky blue gingham", hardware="brass"),
    Colourway(name="Beach", shell="sand", lining="white dots on red", thread="red", zip="red"),
)
ASKING = """
const { validateBytes } = require(process.argv[1]);
const { readFileSync } = require("fs");
const about = async (file) => [file, (await validateBytes(readFileSync(file), { maxIssues: 0 })).issues.messages];
Promise.all(process.argv.slice(2).map(about)).then((all) => console.log(JSON.stringify(Object.fromEntries(all))));
"""
pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not VALIDATOR.is_dir(),
    reason="gltf-validator is not installed: python -m tests.programs does it",
)


def remarks(files: list[Path]) -> dict[str, list[dict[str, Any]]]:
    """What the validator says of each file."""
    command = ["node", "-e", ASKING, str(VALIDATOR), *map(str, files)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout
    return dict(json.loads(told))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every preset in two colourways, with all kinds of prints."""
    folder = tmp_path_factory.mktemp("glb")
    for name in bagpattern.preset_names():
        pattern = replace(bagpattern.make(name), colourways=WAYS)
        for file, content in Glb().files(Job(pattern)).items():
            (folder / file).write_bytes(content)
    return sorted(folder.iterdir())


def test_every_preset_is_valid(files: list[Path]) -> None:
    found = remarks(files)
    assert len(found) == len(bagpattern.preset_names())
    wrong = {file: [each for each in told if each["code"] not in HARMLESS] for file, told in found.items()}
    assert {file: told[:3] for file, told in wrong.items() if told} == {}


def test_the_validator_sees_a_fault(files: list[Path], tmp_path: Path) -> None:
    """Places that are not within the bounds that are told of them."""
    broken = tmp_path / "broken.glb"
    broken.write_bytes(files[0].read_bytes()[:-4000] + bytes(4000))
    assert [each for each in remarks([broken])[str(broken)] if each["severity"] == 0]


def test_files_are_small(files: list[Path]) -> None:
    sizes = [each.stat().st_size for each in files]
    assert statistics.median(sizes) <= MEGABYTE
