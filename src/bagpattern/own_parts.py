"""Parts and styles of one's own, from a folder of one's own: taken only by who says so, never by a preset.

    my_parts/pockets/coin.py       a pocket that presets ask for as ``kind = "coin"``
    my_parts/styles/pillow.py      a bag that they ask for as ``style = "pillow"``

A file there is what one in the package is; ``from ._shared import ...`` finds what several of them have in common.
"""

from __future__ import annotations

import os
from pathlib import Path
from traceback import extract_tb

from bagpattern import registry
from bagpattern.errors import InputError, Problem, did_you_mean, quoted, raise_together
from bagpattern.parameters import Choice, declarations
from bagpattern.registry import Family
from bagpattern.said import Name, Said
from bagpattern.styles import STYLES
from bagpattern.words import words


def rooms() -> dict[str, Family]:
    """Every room of parts that some style takes, and the styles, by the name of its folder."""
    found = {STYLES.room: STYLES}
    for style in STYLES.names():
        for declared in declarations(STYLES.member(style)).values():
            if isinstance(declared, Choice):
                found[declared.family.room] = declared.family
    return found


def use(folder: str | os.PathLike[str]) -> tuple[str, ...]:
    """Take the parts and styles of a folder in, beside those of the package; what they are, as ``pockets/coin``.

    The folder is laid out as the package's rooms are: pockets/, styles/, straps/ and so on, one file a part. Its code
    runs, now: use what you trust. To use it again is to read it again, as it stands then.
    Raises InputError for a folder without parts, for a name that is taken, and for a file that cannot be used, with
    the line; then nothing of it is taken.
    """
    if not isinstance(folder, str | os.PathLike):
        raise InputError([Problem("parts", f"is the name of a folder, not {quoted(folder)}")])
    root = Path(folder)
    found = _files(root)
    taken = registry.take(root)
    problems = [each for family, path in found if (each := _unusable(family, path))]
    if problems:
        registry.leave(taken)
        raise InputError(problems)
    return tuple(f"{family.room}/{registry.spelt(path)}" for family, path in found)


def _files(root: Path) -> list[tuple[Family, Path]]:
    """Each part's room and file. Raises InputError for what is no folder of parts, all at once."""
    if not root.is_dir():
        raise _refusal(root, words("is a file, not a folder") if root.exists() else words("there is no such folder"))
    known, inside = rooms(), _inside(root)
    if not inside:
        there_are = ", ".join(sorted(known))
        raise _refusal(
            root,
            words(
                "holds no parts: they lie in folders of it, one file each; there is {there_are}",
                there_are=Name(there_are),
            ),
        )
    strange = dict.fromkeys(path.parent for path in inside if path.parent.name not in known)
    found = [(known[path.parent.name], path) for path in inside if path.parent.name in known]
    problems = [
        Problem(
            "",
            words(
                "there is no room {name} for parts{advice}",
                name=quoted(each.name),
                advice=did_you_mean(each.name, known),
            ),
            str(each),
        )
        for each in strange
    ]
    problems += [problem for family, path in found if (problem := _misnamed(family, path, root))]
    raise_together(problems)
    return found


def _inside(root: Path) -> list[Path]:
    """The files that are to be parts: what begins with ``_`` is for them alone."""
    folders = [each for each in sorted(root.iterdir()) if each.is_dir() and each.name[0] not in "._"]
    return [path for each in folders for path in sorted(each.glob("*.py")) if path.name[0] != "_"]


def _refusal(root: Path, message: Said) -> InputError:
    return InputError([Problem("", message, str(root))])


def _misnamed(family: Family, path: Path, root: Path) -> Problem | None:
    """What is wrong with a file's name."""
    name = registry.spelt(path)
    if not path.is_file():
        return Problem("", words("is no file: a part is one"), str(path))
    if not path.stem.isidentifier() or path.stem != path.stem.lower():
        return Problem("", words("is no name of a part: write small letters, digits and _, such as coin.py"), str(path))
    if name in family.names(but=root.resolve()):
        return Problem(
            "",
            words(
                "there is a {what} {name} already: give yours another name", what=Name(family.what), name=quoted(name)
            ),
            str(path),
        )
    return None


def _unusable(family: Family, path: Path) -> Problem | None:
    """Why a file's part cannot be used, with the line at which that shows."""
    try:
        classes = family.classes(registry.spelt(path))
        for each in classes:
            declarations(each)
    except (Exception, SystemExit) as error:  # it is someone's code: anything may be wrong with it
        return blamed(error) or Problem("", _words(error), str(path))
    if len(classes) != 1:
        return Problem(
            "",
            words("must define exactly one public {what}, not {count}", what=Name(family.what), count=len(classes)),
            str(path),
        )
    return None


def blamed(error: BaseException) -> Problem | None:
    """An error that arose in a file of one's own, told by the line there; None if it came from elsewhere."""
    if isinstance(error, SyntaxError) and (file := registry.own_file(error.filename or "")):
        return Problem("", words("is not Python: {msg}", msg=Name(error.msg)), file, error.lineno or 0)
    frames = [(registry.own_file(each.filename), each.lineno) for each in extract_tb(error.__traceback__)]
    own = [(file, line) for file, line in frames if file]
    return Problem("", _words(error), own[-1][0], own[-1][1] or 0) if own else None


def _words(error: BaseException) -> Said:
    """An error of Python's in one line."""
    told = " ".join(str(error).split())
    return (
        words("{name}: {told}", name=Name(type(error).__name__), told=Name(told))
        if told
        else Name(type(error).__name__)
    )
