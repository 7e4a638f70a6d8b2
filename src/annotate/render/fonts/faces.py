"""The fonts of the editions: static faces cut once from the fonts' packages.

Source Serif 4 and Source Sans 3 come as variable fonts in packages of their own. Laying out with a variable font costs
a third more time, so the weights in use are cut from them once. A fontconfig file beside the faces names only them
and those for other scripts (`other_scripts`): what other fonts a machine has changes nothing.
"""

from __future__ import annotations

import json
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from html import escape
from importlib import metadata, resources
from typing import TYPE_CHECKING

from annotate.errors import WorkFailed
from annotate.render import rules
from annotate.render.fonts import other_scripts
from annotate.render.made_files import kept_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotate.diagnostics import Finding

SERIF = "Source Serif 4"
DISPLAY = "Source Serif 4 Display"
SANS = "Source Sans 3"


@dataclass(frozen=True, slots=True)
class FontFace:
    """One face: its family, CSS `font-style` and `font-weight`, and the TrueType file."""

    family: str
    style: str
    weight: int
    path: Path


@dataclass(frozen=True, slots=True)
class Fonts:
    """All faces, the fontconfig file that names only them, and the code points at least one of them has a sign for.

    Beside the faces stands a font of a few signs that both families lack, which is used by itself where one occurs.
    """

    faces: tuple[FontFace, ...]
    configuration: Path
    covered: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Cut:
    """How a face is cut: from which file of which package, at which place on its axes."""

    name: str
    family: str
    style: str
    weight: int
    distribution: str
    file: str
    axes: tuple[tuple[str, float], ...]


def _cut(family: str, style: str, weight: int, optical_size: float | None = None) -> _Cut:
    packages = {
        "SourceSerif4": ("fontpkg-source-serif-4", "[opsz,wght].ttf"),
        "SourceSans3": ("fontpkg-source-sans-3", "[wght].ttf"),
    }
    typeface = "SourceSans3" if family == SANS else "SourceSerif4"
    distribution, ending = packages[typeface]
    slant = "" if style == "normal" else "-Italic"
    return _Cut(
        name=f"{family.replace(' ', '')}-{weight}{slant}.ttf",
        family=family,
        style=style,
        weight=weight,
        distribution=distribution,
        file=f"{typeface}{slant}{ending}",
        axes=(("wght", float(weight)), *((("opsz", optical_size),) if optical_size else ())),
    )


# Optical sizes in points: 11 is drawn for the text of a book, 36 for titles.
_CUTS = (
    *(_cut(SERIF, style, weight, 11) for weight in (400, 600) for style in ("normal", "italic")),
    *(_cut(DISPLAY, style, weight, 36) for style, weight in (("normal", 400), ("italic", 400), ("normal", 600))),
    *(_cut(SANS, style, weight) for weight in (400, 600) for style in ("normal", "italic")),
)
# To be raised when `cuts` or `signs` makes other bytes from the same files.
_RECIPE = 6
_CONFIGURATION, _COVERAGE, _SIGNS = "fonts.conf", "coverage.json", "signs.ttf"
_SUBSET = "subset.woff2"
_MOST_SUBSETS = 300  # of about 10 kB each; a page has seven


@lru_cache(maxsize=1)
def fonts() -> Fonts:
    """Return the fonts, cut now if this is the first use on this machine.

    Raises WorkFailed if a font package is missing or broken, or there is nowhere to keep the faces.
    """
    sources = {cut.file: _source(cut) for cut in _CUTS}
    others = _others()
    machine = other_scripts.machine_fonts()
    digest = _digest({**sources, **others}, machine)
    folder = kept_files("fonts", digest, lambda folder: _make(folder, sources, others, machine))
    if folder is None:
        raise WorkFailed(rules.NOWHERE_TO_KEEP.at("fonts"))
    faces = tuple(FontFace(cut.family, cut.style, cut.weight, folder / cut.name) for cut in _CUTS)
    return Fonts(faces, folder / _CONFIGURATION, frozenset(json.loads((folder / _COVERAGE).read_bytes())))


def font_faces() -> tuple[FontFace, ...]:
    """Return all faces. Raises WorkFailed as `fonts` does."""
    return fonts().faces


def subset_woff2(face: FontFace, characters: frozenset[str], *, small_capitals: bool = True) -> bytes:
    """Return a WOFF2 font with only the signs for `characters`, the same bytes each time.

    Small capitals, as many signs again, are among them only where they are asked for.
    """

    def make(_: Path) -> dict[str, bytes]:
        from annotate.render.fonts import cuts  # noqa: PLC0415  # loads fontTools, which kept fonts do not need

        return {_SUBSET: cuts.subset_woff2(face.path.read_bytes(), characters, small_capitals=small_capitals)}

    # A face's folder is named after all that its bytes depend on.
    inputs = (face.path.parent.name, face.path.name, _RECIPE, _programs(), sorted(characters), small_capitals)
    folder = kept_files("subsets", _name_of(inputs), make, most=_MOST_SUBSETS)
    if folder is not None:
        with suppress(OSError):
            return (folder / _SUBSET).read_bytes()
    return make(face.path.parent)[_SUBSET]


def digits() -> bytes:
    """Return a TrueType font with the ten digits of the companion face, for line numbers."""
    from annotate.render.fonts import cuts  # noqa: PLC0415  # loads fontTools

    face = next(face for face in font_faces() if (face.family, face.style, face.weight) == (SANS, "normal", 400))
    return cuts.subset_truetype(face.path.read_bytes(), "0123456789")


def lacking(text: str) -> tuple[str, ...]:
    """Return the characters of `text` that our fonts have no sign for, each once, in order of code points.

    What is not drawn (white space, controls, joiners, variation selectors) is not counted; a letter with its accent
    is looked up as one character where Unicode has one.
    """
    covered = fonts().covered
    rare = {char for char in set(text) if ord(char) not in covered}
    if not rare:
        return ()
    composed = set(unicodedata.normalize("NFC", text))
    return tuple(sorted(char for char in composed if ord(char) not in covered and _drawn(char)))


def lacking_finding(path: str, text: str) -> Finding | None:
    """Return the warning that names the characters of `text` our fonts lack, None if they lack none."""
    characters = lacking(text)
    if not characters:
        return None
    shown = ", ".join(f"{char} (U+{ord(char):04X})" for char in characters[:12])
    more = f" and {len(characters) - 12} more" if len(characters) > 12 else ""
    return rules.CHARACTERS_WITHOUT_FONT.at(path, characters=shown + more)


def _drawn(character: str) -> bool:
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return not selector and unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}


def _source(cut: _Cut) -> bytes:
    """Return the bytes of a variable font from its package."""
    try:
        return (resources.files(cut.distribution.replace("-", "_")) / "files" / cut.file).read_bytes()
    except (ModuleNotFoundError, OSError):
        raise WorkFailed(rules.FONT_MISSING.at(cut.file, font=cut.file, package=cut.distribution)) from None


def _others() -> Mapping[str, bytes]:
    """Return the packages' fonts for other scripts."""
    try:
        return other_scripts.packaged_fonts()
    except (ModuleNotFoundError, OSError) as error:
        package = ", ".join(other_scripts.PACKAGED)
        raise WorkFailed(rules.FONT_MISSING.at(package, font=str(error), package=package)) from None


def _digest(sources: Mapping[str, bytes], machine: Sequence[Path]) -> str:
    """Return a name for what is cut: from which bytes, how, and by which versions of the programs that do it.

    The machine's fonts are large: they are told by place, size and time, as fontconfig tells them.
    """
    inputs = [(name, sha256(data).hexdigest()) for name, data in sources.items()]
    states = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in machine]
    return _name_of((_RECIPE, _CUTS, _programs(), inputs, states))


@lru_cache(maxsize=1)
def _programs() -> tuple[str, ...]:
    """Return the programs that make our fonts, with their versions."""
    return tuple(f"{name} {metadata.version(name)}" for name in ("uharfbuzz", "fonttools", "brotli"))


def _name_of(inputs: tuple[object, ...]) -> str:
    return sha256(repr(inputs).encode()).hexdigest()[:16]


def _make(
    folder: Path, sources: Mapping[str, bytes], others: Mapping[str, bytes], machine: Sequence[Path]
) -> dict[str, bytes]:
    """Return all files by name: the faces, the code points they cover, and the fontconfig file for `folder`."""
    from annotate.render.fonts import cuts, signs  # noqa: PLC0415  # load fontTools, which cached fonts do not need

    files: dict[str, bytes] = {}
    covered: set[int] = set()
    for cut in _CUTS:
        try:
            files[cut.name] = cuts.static_cut(
                sources[cut.file], dict(cut.axes), cut.family, cut.weight, italic=cut.style == "italic"
            )
            covered |= cuts.coverage(files[cut.name])
        except ValueError as error:
            finding = rules.FONT_BROKEN.at(cut.file, font=cut.file, package=cut.distribution, reason=error)
            raise WorkFailed(finding) from error
    files[_SIGNS] = signs.signs_font()
    covered |= cuts.coverage(files[_SIGNS])
    for name, data in others.items():
        files[name] = data
        covered |= cuts.coverage(data)
    for path in machine:
        covered |= cuts.coverage(path.read_bytes())
    files[_COVERAGE] = json.dumps(sorted(covered)).encode()
    files[_CONFIGURATION] = _fontconfig(folder, machine).encode()
    return files


def _fontconfig(folder: Path, machine: Sequence[Path]) -> str:
    """Return a fontconfig file (https://fontconfig.pages.freedesktop.org/fontconfig/) with these fonts alone."""
    generic = "".join(
        f"<alias><family>{name}</family><prefer><family>{family}</family></prefer></alias>\n"
        for name, family in (("serif", SERIF), ("sans-serif", SANS), ("monospace", SANS))
    )
    folders = dict.fromkeys((folder, *(path.parent for path in machine)))
    listed = "".join(f"<dir>{escape(str(each))}</dir>\n" for each in folders)
    # Of the folders of the machine only the files named are taken.
    theirs = [each for each in folders if each != folder]
    rejected = "".join(f"<rejectfont><glob>{escape(str(each))}/*</glob></rejectfont>" for each in theirs)
    accepted = "".join(f"<acceptfont><glob>{escape(str(path))}</glob></acceptfont>" for path in machine)
    chosen = f"<selectfont>{rejected}{accepted}</selectfont>\n" if machine else ""
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
        f"{listed}<cachedir>{escape(str(folder / 'fontconfig'))}</cachedir>\n{chosen}{generic}</fontconfig>\n"
    )
