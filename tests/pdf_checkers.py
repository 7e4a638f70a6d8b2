"""What independent programs say of a PDF: page-validation, outloud and qpdf; and its structure, element by element."""

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from io import BytesIO
from typing import Any

import page as page_validation
import pikepdf
import pytest

# In a process of its own: it loads an extension that warns of itself.
_OUTLOUD = """
import json, sys
from outloud import check
result = check(sys.argv[1])
said = [[found.rule, found.message] for found in result.findings if found.severity in {"error", "warning"}]
print(json.dumps([[result.error]] if result.error else said))
"""
needs_outloud = pytest.mark.skipif(
    find_spec("outloud") is None, reason="outloud is not installed: pip install -e .[dev]"
)
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="there is no qpdf: make test installs it")


def failures(data, profile="ua1"):
    """The requirements of a profile (`ua1`, `3a`) that a PDF fails."""
    report = page_validation.validate_pdf_bytes(data, profile=profile)
    return [(failure.rule_id, failure.message) for failure in report.failures]


def outloud_says(data, folder):
    """The errors and warnings of outloud."""
    path = folder / "checked.pdf"
    path.write_bytes(data)
    told = subprocess.run([sys.executable, "-c", _OUTLOUD, path], capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def qpdf_says(data, folder):
    """What qpdf complains of in the syntax of a PDF, line by line; nothing where it finds nothing."""
    path = folder / "checked.pdf"
    path.write_bytes(data)
    told = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    return [] if told.returncode == 0 else (told.stdout + told.stderr).splitlines()


def opened(data):
    """A PDF as pikepdf reads it."""
    return pikepdf.open(BytesIO(data))


def structure(document):
    """Every structure element of a document, in reading order."""
    waiting = [document.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting.extend(reversed(list(element)))
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            waiting.append(element.get("/K", pikepdf.Array()))


def kids(element):
    """The structure elements right in one."""
    held = element.get("/K", pikepdf.Array())
    return [kid for kid in (held if isinstance(held, pikepdf.Array) else [held]) if _is_element(kid)]


def _is_element(kid):
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def texts(document):
    """The text of each structure element in reading order, as [name, page, text]; containers have what is below."""
    contents = [_marked(sheet) for sheet in document.pages]
    pages = {sheet.obj.objgen: number for number, sheet in enumerate(document.pages)}
    return [_told(element, pages, contents) for element in structure(document)]


def _told(element, pages, contents):
    number = pages.get(element.Pg.objgen) if "/Pg" in element else None
    held = element.get("/K", pikepdf.Array())
    parts = []
    for kid in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(kid, int):
            parts.append(contents[number].get(kid, ""))
        elif _is_element(kid):
            parts.append(_told(kid, pages, contents)[2])
    return [str(element.S)[1:], number, "".join(parts)]


def _marked(sheet):
    """The text of a page by the number of its marked content, by the characters its fonts say they show."""
    fonts = {name: _characters(font) for name, font in sheet.Resources.Font.items()}
    found: dict[int, str] = {}
    font: dict[int, str] = {}
    open_marks: list[tuple[int | None, str | None]] = []  # the number of what is shown, and what it is said to be
    for instruction in pikepdf.parse_content_stream(sheet):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                number, said = open_marks[-1] if open_marks else (None, None)
                mark: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
                if number is not None and said is None and "/ActualText" in mark:
                    said = str(mark["/ActualText"])
                    found[number] = found.get(number, "") + said
                open_marks.append((int(mark["/MCID"]) if "/MCID" in mark else number, said))
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ" as name if open_marks and open_marks[-1][0] is not None and open_marks[-1][1] is None:
                number = open_marks[-1][0]
                shown = operands[0] if name == "TJ" else [operands[0]]
                strings = [bytes(part) for part in shown if isinstance(part, pikepdf.String)]
                found[number] = found.get(number, "") + "".join(_decoded(part, font) for part in strings)
    return found


def _decoded(string, font):
    codes = (string[at : at + 2] for at in range(0, len(string), 2))
    return "".join(font.get(int.from_bytes(code), "�") for code in codes)


def _characters(font):
    """What the codes of a font stand for (ISO 32000-1, 9.10.3), as WeasyPrint writes it: `<0012> <0041>` lines."""
    if "/ToUnicode" not in font:
        return {}
    characters = {}
    for line in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        code, _, text = line.partition("> <")
        if code.startswith("<") and text.endswith(">"):
            characters[int(code[1:], 16)] = bytes.fromhex(text[:-1]).decode("utf-16-be")
    return characters
