"""What is taken home is opened by programs that are not ours: those of ``tests.programs``, ezdxf, and the browser."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tomllib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from ezdxf.filemanagement import readfile

from tests.programs.test_gltf import VALIDATOR, remarks

_SHOWN = {"svg": "image/svg+xml", "png": "image/png"}
_SHOW = """async (address) => {
  const image = new Image();
  image.src = address;
  return image.decode().then(() => image.naturalWidth, () => 0);
}"""


def opening(page: Any, files: Mapping[str, bytes], folder: Path) -> Iterator[str]:
    """The names of those that a program of their kind does not open, with the reason; a zip's own as well."""
    for name, content in files.items():
        kind = name.rpartition(".")[2]
        if kind == "zip":
            with ZipFile(io.BytesIO(content)) as archive:
                yield from (f"{name}: {each}" for each in [archive.testzip()] if each)
                yield from opening(page, {f"{name}-{each}": archive.read(each) for each in archive.namelist()}, folder)
        elif fault := _fault(page, kind, content, folder / name):
            yield f"{name}: {fault}"


def _fault(page: Any, kind: str, content: bytes, file: Path) -> str:
    file.write_bytes(content)
    if kind == "pdf" and shutil.which("qpdf"):
        told = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
        return "" if "No syntax or stream encoding errors found" in told.stdout else told.stdout + told.stderr
    if kind == "dxf":
        drawing = readfile(file)
        return "" if len(drawing.modelspace()) and not drawing.audit().errors else "faulty, or empty"
    if kind in _SHOWN:
        shown = page.evaluate(_SHOW, f"data:{_SHOWN[kind]};base64,{b64encode(content).decode()}")
        return "" if shown else "the browser does not show it"
    if kind == "glb" and shutil.which("node") and VALIDATOR.is_dir():
        return "; ".join(each["code"] for each in remarks([file])[str(file)] if each["severity"] == 0)
    return _unread(kind, content)


def _unread(kind: str, content: bytes) -> str:
    text = content if kind in ("pdf", "glb") else content.decode()
    if kind == "toml":
        tomllib.loads(content.decode())
    elif kind == "json":
        json.loads(text)
    return "" if text else "empty"
