"""Where a preset comes from: a shipped name, a file, or a mapping; read and parsed, not yet judged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from os import PathLike, fspath
from os.path import isdir, isfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bagpattern.errors import InputError, Problem, did_you_mean, quoted
from bagpattern.given_files import content, refuse_vast, refused
from bagpattern.given_toml import toml
from bagpattern.on_disk import off_disk
from bagpattern.preset import shipped
from bagpattern.said import Name, Said
from bagpattern.values import once, value
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.given_places import Position, Steps


@value
class Written:
    """A preset's text that stands in no file, such as a page's: it may extend shipped presets alone.

    Said to stand in the place of a ``file``, it is that file's text, and may extend what lies beside it.
    """

    toml: str
    file: Path | None = None


_LARGEST = {".toml": 2**18, ".json": 2**26}
"""Bytes. The longest preset thinkable has a few thousand; a pattern.json holds the whole pattern."""

_LONGEST_SCANNED = 2**22
"""Characters: in a longer JSON text no lines are looked up for messages."""


_LONGEST_NAME = 255
"""Bytes: no usual disk has files with longer names."""


@value
class Document:
    """A parsed preset: its id, the file's name for messages, its text, and its values; of a mapping only the values.

    ``within`` is the way to the values in the text: in a pattern's JSON they are its settings. What is ``alone`` has no
    files beside it.
    """

    id: str
    file: str
    text: str
    data: Mapping[str, Any]
    path: Path | None = None
    within: Steps = ()
    alone: bool = False

    @property
    def shipped(self) -> bool:
        """Whether it came with the package."""
        return self.path is not None and self.path.parent == shipped.folder()

    def nearest(self, steps: Steps) -> Position:
        """The place of a value, or of the innermost table around it that stands in the text; else 0, 0."""
        steps = (*self.within, *steps)
        while len(steps) > len(self.within) and steps not in self._positions:
            steps = steps[:-1]
        return self._positions.get(steps, (0, 0))

    @once
    def _positions(self) -> Mapping[Steps, Position]:
        from bagpattern.given_places import json_positions, positions  # only a message asks where a key stands

        is_json = self.path is not None and self.path.suffix.lower() == ".json"
        return json_positions(self.text) if is_json else positions(self.text)


Source = str | PathLike[str] | Mapping[str, Any] | Written | Document


def opened(source: Source) -> Document:
    """The document of a preset. Raises InputError when there is none or its text cannot be parsed."""
    if isinstance(source, Document):
        return source
    if isinstance(source, Mapping):
        return Document("preset", "", "", source)
    if isinstance(source, Written):
        return _written(source)
    written = fspath(source) if isinstance(source, str | PathLike) else source
    if not isinstance(written, str):
        told = f"a preset is a name, a path, or a mapping of what it would hold, not {quoted(source)}"
        raise InputError([Problem("", told)])
    if isinstance(source, str) and source in shipped.preset_names():
        return _parsed(shipped.preset_path(source), f"{source}.toml")
    if isinstance(source, str) and not _looks_like_a_path(source) and not isfile(source):
        raise InputError([Problem("", _why_no_preset(source))])
    path = with_slashes(Path(written))
    return _parsed(path, str(path))


def with_slashes(path: Path) -> Path:
    """The path, its backslashes read as slashes where that leads to a file: it was written on another system."""
    turned = Path(str(path).replace("\\", "/"))
    return turned if turned != path and not isfile(path) and isfile(turned) else path


def _written(source: Written) -> Document:
    """A text as it would be read from its file; without one it is told of by line alone."""
    path = source.file
    file = str(path) if path else ""
    text = _decoded(source.toml.encode("utf-8", "surrogatepass"), file)
    return Document(off_disk(path.stem) if path else "bag", file, text, toml(text, file), path, alone=path is None)


def _looks_like_a_path(source: str) -> bool:
    return source.endswith((".toml", ".json")) or "/" in source or "\\" in source


def _why_no_preset(source: str) -> Said:
    if isdir(source or "."):
        return words("there is no preset {source}, and {source} here is a folder, not a file", source=quoted(source))
    if isfile(f"{source}.toml"):
        return words(
            "there is no preset {source}; did you mean the file {given}?",
            source=quoted(source),
            given=quoted(source + ".toml"),
        )
    if len(source.encode("utf-8", "surrogateescape")) > _LONGEST_NAME:
        return words(
            "there is no preset {source}, and as a file it cannot be read: the name is too long for one",
            source=quoted(source),
        )
    return words(
        "there is no preset {source} and no such file{advice}",
        source=quoted(source),
        advice=did_you_mean(source, shipped.preset_names(), shipped.LISTED),
    )


def _parsed(path: Path, file: str) -> Document:
    suffix = ".json" if path.suffix.lower() == ".json" else ".toml"
    text = _decoded(content(path, _LARGEST[suffix], words("a preset")), file)
    if suffix == ".toml":
        return Document(off_disk(path.stem), file, text, toml(text, file), path)
    data = _json(text, file)
    settings = data.get("settings", data) if isinstance(data, dict) else None
    if not isinstance(settings, dict):
        raise refused(file, words('holds no preset: a pattern with its "settings", or a table of settings, is needed'))
    refuse_vast(settings, file)
    within = () if settings is data else ("settings",)
    return Document(off_disk(path.stem), file, text if len(text) <= _LONGEST_SCANNED else "", settings, path, within)


def _decoded(content: bytes, file: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refused(file, words("is not text in UTF-8: is it a preset? If so, save it as UTF-8"), line) from None
    if "\0" in text:
        raise refused(file, words("is not a text file"), text.count("\n", 0, text.index("\0")) + 1)
    return text.replace("\r\n", "\n")


def _json(text: str, file: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise refused(file, words("its values are nested far too deeply")) from None
    except json.JSONDecodeError as error:
        message = words("is not JSON: {lower}{msg}", lower=Name(error.msg[:1].lower()), msg=Name(error.msg[1:]))
        raise InputError([Problem("", message, file, error.lineno, error.colno)]) from None
    except ValueError:
        raise refused(file, words("has a number of far too many digits")) from None
